"""The sheet of one unit, in the columns of the official form; its points are those of the other sheets."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from cchc_score.engine import not_chosen
from cchc_score.model import Outcome
from cchc_score.pages.class_words import missed_words
from cchc_score.pages.notes import hand_words, mark_outcome_words, taken_out_words
from cchc_score.pages.unit_notes import unit_remarks
from cchc_score.points import plain
from cchc_score.report.workbook.book_pen import Look, Pen
from cchc_score.report.workbook.book_plan import INDEX, MOST, TOTAL, BookPlan
from cchc_score.report.workbook.class_sheet import class_cell, class_formula, class_is_live
from cchc_score.report.workbook.fact_cells import NOT_APPLICABLE, OPEN
from cchc_score.report.workbook.points_sheet import FAILED, Value, index_decimals, index_value
from cchc_score.report.workbook.share_cell import write_share
from cchc_score.report.workbook.sheet_frame import FIRST, SheetHeading, close_sheet, fit_height, open_sheet, write_bars
from cchc_score.results.stage_marks import StageMarks
from cchc_score.results.unit_sheet import CriterionLine, UnitSheet
from cchc_score.rule_words import unheld
from cchc_score.sheet import Mark
from cchc_score.text import pick

NUMBER, TITLE, REACHABLE, SELF, FIGURES, APPRAISED, SURVEY, POINTS, SHARE, REMARK = range(10)
_TITLE_WIDTH, _REMARK_WIDTH = 52.0, 30.0


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the form: an area, or a criterion, `depth` levels below it."""

    place: str
    number: str
    title: str
    mark: Mark
    remark: str
    depth: int


def write_unit(pen: Pen, tab: Any, plan: BookPlan, sheet: UnitSheet, marks: StageMarks) -> None:
    """The whole form of a unit: areas, criteria, total, index, rank and class."""
    lang, scheme = plan.lang, plan.scored.sheet.scheme
    unit = sheet.unit
    title = f"{pick(lang, 'PHIẾU ĐIỂM', 'SCORE SHEET')}: {unit.name} ({unit.code})"
    open_sheet(pen, tab, title, (scheme.title, "; ".join(plan.subtitle)), _headings(plan), 2)
    others = not_chosen(scheme, plan.scored.sheet.table, sheet.row)
    row = FIRST
    for line in _lines(plan, sheet, others):
        _write_line(pen, tab, row, plan, sheet, line, marks)
        row += 1
    row = _write_total(pen, tab, row, plan, sheet, marks)
    (remark,) = unit_remarks(plan.scored, [sheet.row], "total", lang)
    missed = missed_words(scheme, sheet.missed, lang) if sheet.missed else ""
    for text in filter(None, (remark, missed, *(finding.words(lang) for finding in sheet.findings))):
        pen.text(tab, row, NUMBER, text, Look("line"))
        row += 1
    close_sheet(tab, row - 1, REMARK + 1, filtered=False)
    write_bars(tab, FIRST, row - 1, SHARE)


def _headings(plan: BookPlan) -> list[SheetHeading]:
    lang = plan.lang
    return [
        SheetHeading(pick(lang, "STT", "No."), 7.5),
        SheetHeading(pick(lang, "Lĩnh vực, tiêu chí, tiêu chí thành phần", "Area, criterion, part"), _TITLE_WIDTH),
        SheetHeading(pick(lang, "Điểm tối đa", "Out of"), 8),
        SheetHeading(pick(lang, "Tự chấm", "Self-score"), 8),
        SheetHeading(pick(lang, "Theo số liệu", "By figures"), 8),
        SheetHeading(pick(lang, "Thẩm định", "Appraised"), 8),
        SheetHeading(pick(lang, "Điều tra", "Survey"), 8),
        SheetHeading(pick(lang, "Điểm đạt", "Points"), 8),
        SheetHeading(pick(lang, "Chỉ số (%)", "Index (%)"), 9.5),
        SheetHeading(pick(lang, "Ghi chú", "Remarks"), _REMARK_WIDTH),
    ]


def _lines(plan: BookPlan, sheet: UnitSheet, others: frozenset[str]) -> Iterator[_Line]:
    scheme = plan.scored.sheet.scheme
    for area in scheme.areas:
        standing = sheet.areas[area.code]
        remark = mark_outcome_words(standing.mark, plan.lang) if area.held else area.reason
        yield _Line(
            place=area.code,
            number=str(area.number),
            title=area.label(plan.lang),
            mark=standing.mark,
            remark=remark,
            depth=0,
        )
        for line in sheet.criteria:
            criterion = line.criterion
            if criterion.area == area.code:
                remark = _remark(plan, sheet, line, others)
                depth = criterion.number.count(".")
                yield _Line(
                    place=criterion.number,
                    number=criterion.number,
                    title=criterion.title,
                    mark=line.mark,
                    remark=remark,
                    depth=depth,
                )


def _remark(plan: BookPlan, sheet: UnitSheet, line: CriterionLine, others: frozenset[str]) -> str:
    """What a reader must know of a criterion's points, briefly."""
    lang, scored = plan.lang, plan.scored
    reason = unheld(scored.sheet.scheme, line.criterion)
    if reason is not None:
        return reason or pick(lang, "không đánh giá", "not held")
    if line.taken_out is not None:
        return taken_out_words(line.taken_out, lang)
    if line.criterion.number in others:
        return pick(lang, "không chọn", "not chosen")
    words = [mark_outcome_words(line.mark, lang)]
    words.append(hand_words(scored.stage, line.mark.outcome, lang) if line.by_hand else "")
    if any((sheet.row, code) in scored.sheet.table.doubts for code in line.facts):
        words.append(pick(lang, "số liệu có nghi vấn", "figures in doubt"))
    return "; ".join(filter(None, words))


def _write_line(pen: Pen, tab: Any, row: int, plan: BookPlan, sheet: UnitSheet, line: _Line, marks: StageMarks) -> None:
    kind = "" if line.depth else "area"
    pen.text(tab, row, NUMBER, line.number, Look("code", row=kind))
    pen.text(tab, row, TITLE, line.title, Look("text", row=kind, indent=max(0, line.depth - 1)))
    column, decimals = plan.columns[line.place], plan.scored.decimals_at(line.place)
    most = Look("points", len(plain(line.mark.reachable).partition(".")[2]), row=kind)
    _link(pen, tab, row, REACHABLE, plan, sheet, "reachable", column, line.mark.reachable, most)
    _write_work(pen, tab, row, plan, marks, sheet.row, line.place, kind)
    value = shown(line.mark, line.place in plan.scored.sheet.scheme.criteria and not _is_parent(plan, line.place))
    _link(pen, tab, row, POINTS, plan, sheet, "points", column, value, Look("points", decimals, row=kind))
    write_share(pen, tab, row, SHARE, plan, (f"$H{row + 1}", f"$C{row + 1}"), line.mark, value, kind)
    pen.text(tab, row, REMARK, line.remark, Look("text", row=kind))
    fit_height(tab, row, [(line.title, _TITLE_WIDTH), (line.remark, _REMARK_WIDTH)])


def _is_parent(plan: BookPlan, place: str) -> bool:
    criterion = plan.criterion(place)
    return criterion is not None and not criterion.is_leaf


def shown(mark: Mark, leaf: bool = False) -> Value:
    """The points of a mark, or the sign in their place; only of a leaf nothing is certain while it is open."""
    if mark.outcome == Outcome.NOT_APPLICABLE:
        return NOT_APPLICABLE
    if leaf and mark.outcome == Outcome.FAILED:
        return FAILED
    return OPEN if leaf and mark.outcome in (Outcome.MISSING, Outcome.PENDING) else mark.low


def _write_work(
    pen: Pen, tab: Any, row: int, plan: BookPlan, marks: StageMarks, unit_row: int, place: str, kind: str
) -> None:
    """What every stage gave; of a year of reports alone only the figures say something."""
    work = marks.at(unit_row, place)
    leaf = place in plan.scored.sheet.scheme.criteria and not _is_parent(plan, place)
    decimals = plan.scored.decimals_at(place, unit_row if place == "total" else None)
    for column, mark in (
        (SELF, work.self_score),
        (FIGURES, work.by_figures),
        (APPRAISED, work.appraised),
        (SURVEY, work.survey),
    ):
        if mark is None:
            pen.text(tab, row, column, "", Look("points", row=kind))
        else:
            pen.value(tab, row, column, shown(mark, leaf), Look("points", decimals, row=kind))


def _link(
    pen: Pen, tab: Any, row: int, column: int, plan: BookPlan, sheet: UnitSheet, source: str, at: int, value: Value,
    look: Look,
) -> None:  # fmt: skip
    pen.formula(tab, row, column, f"={plan.cell(source, sheet.row, at)}", value, look)


def _write_total(pen: Pen, tab: Any, row: int, plan: BookPlan, sheet: UnitSheet, marks: StageMarks) -> int:
    """The total with its index, and below it rank and class."""
    lang, mark, kind = plan.lang, sheet.total.mark, "total"
    pen.text(tab, row, NUMBER, "", Look("code", row=kind))
    pen.text(tab, row, TITLE, pick(lang, "TỔNG CỘNG", "TOTAL"), Look("text", row=kind))
    most = Look("points", len(plain(mark.reachable).partition(".")[2]), row=kind)
    _link(pen, tab, row, REACHABLE, plan, sheet, "points", MOST, mark.reachable, most)
    _write_work(pen, tab, row, plan, marks, sheet.row, "total", kind)
    points = Look("points", plan.scored.decimals_at("total", sheet.row), row=kind)
    _link(pen, tab, row, POINTS, plan, sheet, "points", TOTAL, shown(mark), points)
    index = Look("percent", index_decimals(plan, sheet.row), row=kind)
    _link(pen, tab, row, SHARE, plan, sheet, "points", INDEX, index_value(plan, sheet.row), index)
    pen.text(tab, row, REMARK, mark_outcome_words(mark, lang), Look("text", row=kind))
    return _write_standing(pen, tab, row + 1, plan, sheet)


def _write_standing(pen: Pen, tab: Any, row: int, plan: BookPlan, sheet: UnitSheet) -> int:
    lang = plan.lang
    pen.text(tab, row, TITLE, pick(lang, "Thứ hạng", "Rank"), Look("name"))
    rank: Value = NOT_APPLICABLE if sheet.total.rank is None else Fraction(sheet.total.rank)
    place = _ranking_row(plan, sheet.row)
    if place is not None:
        pen.formula(tab, row, REACHABLE, f"={plan.quoted('ranking')}$A${place}", rank, Look("count", row="area"))
    else:
        pen.value(tab, row, REACHABLE, rank, Look("count", row="area", fixed=True))
    if not plan.scored.sheet.scheme.classes:
        return row + 1
    pen.text(tab, row + 1, TITLE, pick(lang, "Xếp loại", "Class"), Look("name"))
    name = class_cell(plan, sheet.row)
    if class_is_live(plan, sheet.row):
        pen.formula(tab, row + 1, REACHABLE, class_formula(plan, f"$I${row}"), name, Look("code", row="area"))
    else:
        pen.text(tab, row + 1, REACHABLE, name, Look("code", row="area", fixed=True))
    return row + 2


def _ranking_row(plan: BookPlan, row: int) -> int | None:
    """The row of a unit in the ranking, as spreadsheets count; None where the book has none."""
    if "ranking" not in plan.report.pieces:
        return None
    return FIRST + 1 + plan.report.ranking.rows.index(row)
