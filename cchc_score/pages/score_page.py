"""The full score sheet: every criterion of a unit with its figures, its rule in words, its points and its outcome."""

from collections.abc import Iterator
from dataclasses import dataclass

from cchc_score.catalogue.labels import DRAFTS
from cchc_score.engine import not_chosen
from cchc_score.formats import Page, Sheet, TypedCell
from cchc_score.pages.class_words import missed_words
from cchc_score.pages.mark_cells import certain_cell, reachable_cell
from cchc_score.pages.notes import hand_words, mark_outcome_words, scheme_notes, taken_out_words
from cchc_score.pages.page_table import PageColumn, page_table
from cchc_score.pages.unit_notes import unit_remarks
from cchc_score.pages.work_columns import WorkCells, work_cells, work_columns
from cchc_score.results.result_json import index_words, open_index
from cchc_score.results.scored import ScoredStage
from cchc_score.results.unit_sheet import CriterionLine, UnitSheet, UnitSheets, sheets_entries
from cchc_score.rule_words import rule_words, unknown_words, value_words
from cchc_score.sheet import Mark
from cchc_score.text import Lang, brief, number, pick


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the table: an area, a criterion or the total; `place` names it in a score sheet."""

    place: str
    number: str
    title: str
    mark: Mark
    outcome: str
    figures: str = ""
    rule: str = ""


def score_page(result: UnitSheets, lang: Lang) -> Page:
    """The sheets of some units, one table each."""
    scored = result.scored
    return Page(
        scored.sheet.scheme.title,
        tuple(_sheet(sheet, lang) for sheet in result),
        scheme_notes(scored, lang),
        lambda: sheets_entries(scored, result.rows, lang),
    )


def _sheet(sheet: UnitSheet, lang: Lang) -> Sheet:
    title = f"{sheet.unit.name} ({sheet.unit.code})"
    return page_table(_columns(sheet, lang), _lines(sheet, lang), title, _notes(sheet, lang))


def _columns(sheet: UnitSheet, lang: Lang) -> list[PageColumn[_Line]]:
    return [
        PageColumn(pick(lang, "TT", "No."), lambda line: line.number, "code"),
        PageColumn(pick(lang, "Tiêu chí", "Criterion"), lambda line: line.title),
        PageColumn(pick(lang, "Số liệu", "Figures"), lambda line: line.figures),
        PageColumn(pick(lang, "Cách tính điểm", "Rule"), lambda line: line.rule),
        PageColumn(pick(lang, "Điểm", "Points"), lambda line: _points_cell(sheet, line, lang), "points"),
        PageColumn(pick(lang, "Tối đa", "Out of"), lambda line: reachable_cell(line.mark, lang), "points"),
        PageColumn(pick(lang, "Kết quả", "Outcome"), lambda line: line.outcome),
        *_work_columns(sheet, lang),
    ]


def _points_cell(sheet: UnitSheet, line: _Line, lang: Lang) -> TypedCell:
    return certain_cell(line.mark, sheet.scored.decimals_at(line.place, sheet.row), lang)


def _work_columns(sheet: UnitSheet, lang: Lang) -> list[PageColumn[_Line]]:
    """The columns of a year in which there is more than reports."""
    stages = sheet.scored.stages
    if stages is None:
        return []
    work: dict[str, WorkCells] = {}

    def cells(line: _Line) -> WorkCells:
        # Six columns ask for the cells of one line.
        if line.place not in work:
            work[line.place] = work_cells(sheet.scored, stages, sheet.row, line.place, lang)
        return work[line.place]

    return work_columns(cells, lang)


def _lines(sheet: UnitSheet, lang: Lang) -> Iterator[_Line]:
    """Every area, its criteria below it, and the total at the end."""
    scored = sheet.scored
    scheme = scored.sheet.scheme
    others = not_chosen(scheme, scored.sheet.table, sheet.row)
    for area in scheme.areas:
        mark = sheet.areas[area.code].mark
        yield _Line(
            place=area.code,
            number=str(area.number),
            title=area.label(lang).upper(),
            mark=mark,
            outcome=_outcome(mark, scored.decimals_at(area.code), lang),
            rule=area.reason,
        )
        for line in sheet.criteria:
            if line.criterion.area == area.code:
                yield _criterion_line(sheet, line, line.criterion.number in others, lang)
    total = sheet.total.mark
    outcome = _outcome(total, scored.decimals_at("total", sheet.row), lang)
    yield _Line("total", "", pick(lang, "TỔNG", "TOTAL"), total, outcome)


def _criterion_line(sheet: UnitSheet, line: CriterionLine, aside: bool, lang: Lang) -> _Line:
    """A criterion; `aside` is whether another alternative was chosen in its place."""
    scored, criterion = sheet.scored, line.criterion
    return _Line(
        place=criterion.number,
        number=criterion.number,
        title=criterion.title,
        mark=line.mark,
        outcome=pick(lang, "không chọn", "not chosen") if aside else _criterion_outcome(scored, line, lang),
        figures="; ".join(_figure(scored, sheet.row, code, lang) for code in line.facts),
        # There is a reason only where a criterion is not held, and then no rule is applied.
        rule=criterion.reason or rule_words(scored.sheet.scheme, criterion, scored.methods, lang),
    )


def _criterion_outcome(scored: ScoredStage, line: CriterionLine, lang: Lang) -> str:
    if line.taken_out is not None:
        return taken_out_words(line.taken_out, lang)
    hand = hand_words(scored.stage, line.mark.outcome, lang) if line.by_hand else ""
    outcome = _outcome(line.mark, scored.decimals_at(line.criterion.number), lang)
    return ", ".join(words for words in (outcome, hand) if words)


def _outcome(mark: Mark, decimals: int, lang: Lang) -> str:
    words = mark_outcome_words(mark, lang)
    if mark.high == mark.low:
        return words
    most = number(mark.high, decimals, lang)
    return f"{words} ({pick(lang, 'nhiều nhất', 'at most')} {most})"


def _figure(scored: ScoredStage, row: int, code: str, lang: Lang) -> str:
    table, indicator = scored.sheet.table, scored.sheet.scheme.indicators[code]
    if not table.known(row, code):
        return f"{indicator.label(lang)}: {unknown_words(table, row, code, lang)}"
    origin = table.origins.get((row, code))
    # The row, by which a reader finds the figure in the form; only a fact from elsewhere has to name its source.
    where = f" [{origin.row}]" if origin and origin.row else f" [{origin.source}]" if origin and origin.source else ""
    doubt = f" ({pick(lang, 'nghi vấn', 'in doubt')})" if (row, code) in table.doubts else ""
    doubt += f" ({pick(lang, *DRAFTS[True])})" if origin and origin.draft else ""
    # Shortened, for a report may say anything of any length there.
    remark = f" ({pick(lang, 'ghi chú', 'remark')}: {brief(origin.remark)})" if origin and origin.remark else ""
    return f"{indicator.label(lang)}: {value_words(indicator, table.value(row, code), lang)}{where}{doubt}{remark}"


def _notes(sheet: UnitSheet, lang: Lang) -> tuple[str, ...]:
    """Index, rank, class and remark in one line; then what was noticed about the unit."""
    scored, total = sheet.scored, sheet.total
    (remark,) = unit_remarks(scored, [sheet.row], "total", lang)
    index = index_words(total.index, open_index(total.mark), scored.sheet.scheme.index_decimals, lang)
    standing = (
        f"{pick(lang, 'Chỉ số', 'Index')}: {index}%",
        f"{pick(lang, 'hạng', 'rank')}: {total.rank or '-'}",
        f"{pick(lang, 'xếp loại', 'class')}: {sheet.class_name or '-'}",
        remark,
    )
    missed = (missed_words(scored.sheet.scheme, sheet.missed, lang),) if sheet.missed else ()
    return ("; ".join(part for part in standing if part), *missed, *(finding.words(lang) for finding in sheet.findings))
