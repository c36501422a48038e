"""Tables of what the year's work has done: the entries of the appraisal, and what does not apply to whom."""

from typing import TYPE_CHECKING

from cchc_score.catalogue.labels import COMPUTED, ENDINGS, MARK_OUTCOMES, UNKNOWN
from cchc_score.formats import Sheet, TypedCell
from cchc_score.pages.notes import inapplicable_words, taken_out_words
from cchc_score.pages.page_table import PageColumn, count_cell, date_cell, page_table
from cchc_score.report.workbook.book_plan import BookPlan
from cchc_score.results.year_report import Inapplicable
from cchc_score.rule_words import value_words
from cchc_score.sheet import HandMark
from cchc_score.text import number, pick

if TYPE_CHECKING:
    from cchc_score.appraisal.appraisal_model import Entry, EntryEnding, State

    Change = tuple[Entry, EntryEnding]


def changes_table(plan: BookPlan) -> Sheet:
    """Every entry of the appraisal with what it changes, why, and whether it counts."""
    lang, units = plan.lang, {unit.code: unit for unit in plan.report.units}
    columns: list[PageColumn[Change]] = [
        PageColumn(pick(lang, "Mã đơn vị", "Code"), lambda one: one[0].unit, "code"),
        PageColumn(pick(lang, "Đơn vị", "Unit"), lambda one: units[one[0].unit].name),
        PageColumn(pick(lang, "Vòng", "Round"), lambda one: count_cell(one[0].round, lang), "count"),
        PageColumn(pick(lang, "Tiêu chí, số liệu", "Criterion, figure"), lambda one: _target(plan, one[0])),
        PageColumn(pick(lang, "Giá trị cũ", "Before"), lambda one: _state(plan, one[0], one[0].old)),
        PageColumn(pick(lang, "Giá trị mới", "After"), lambda one: _state(plan, one[0], one[0].new)),
        PageColumn(pick(lang, "Kết quả", "Outcome"), lambda one: pick(lang, *ENDINGS[one[1]])),
        PageColumn(pick(lang, "Lý do", "Reason"), lambda one: one[0].reason),
        PageColumn(
            pick(lang, "Tài liệu", "Evidence"), lambda one: "; ".join(proof.words(lang) for proof in one[0].evidence)
        ),
        PageColumn(pick(lang, "Người thẩm định", "By"), lambda one: one[0].by),
        PageColumn(pick(lang, "Ngày", "Date"), lambda one: date_cell(one[0].on), "date"),
    ]
    return page_table(columns, plan.report.changes)


def _target(plan: BookPlan, entry: "Entry") -> str:
    scheme = plan.scored.sheet.scheme
    if entry.criterion:
        criterion = scheme.criteria.get(entry.criterion)
        return f"{entry.criterion} {criterion.title}" if criterion else entry.criterion
    indicator = scheme.indicators.get(entry.indicator)
    return indicator.label(plan.lang) if indicator else entry.indicator


def _state(plan: BookPlan, entry: "Entry", state: "State") -> str | TypedCell:
    lang = plan.lang
    if state is None:
        return pick(lang, *(COMPUTED if entry.criterion else UNKNOWN))
    if isinstance(state, HandMark):
        if state.outcome.name in MARK_OUTCOMES:
            return pick(lang, *MARK_OUTCOMES[state.outcome.name])
        return TypedCell(number(state.points, None, lang), "points", state.points)
    indicator = plan.scored.sheet.scheme.indicators.get(entry.indicator)
    return value_words(indicator, state.value, lang) if indicator else str(state.value)


def inapplicable_table(plan: BookPlan) -> Sheet:
    """What does not apply to whom, and why."""
    lang = plan.lang
    columns: list[PageColumn[Inapplicable]] = [
        PageColumn(pick(lang, "Mã đơn vị", "Code"), lambda one: one.unit.code, "code"),
        PageColumn(pick(lang, "Đơn vị", "Unit"), lambda one: one.unit.name),
        PageColumn(pick(lang, "Tiêu chí", "Criterion"), lambda one: one.criterion.number, "code"),
        PageColumn(pick(lang, "Tên tiêu chí", "Title"), lambda one: one.criterion.title),
        PageColumn(
            pick(lang, "Điểm tối đa", "Out of"),
            lambda one: TypedCell(number(one.criterion.max_points, None, lang), "points", one.criterion.max_points),
            "points",
        ),
        PageColumn(pick(lang, "Lý do", "Reason"), lambda one: _reason(plan, one)),
    ]
    return page_table(columns, plan.report.not_applicable)


def _reason(plan: BookPlan, one: Inapplicable) -> str:
    if one.decision is not None:
        return taken_out_words(one.decision, plan.lang)
    return inapplicable_words((one.row, one.criterion.number) in plan.scored.sheet.by_hand, plan.lang)
