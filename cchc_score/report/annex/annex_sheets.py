"""The score sheet of a unit (phiếu điểm): every area and criterion with maximum, self-score, points and remarks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cchc_score.appraisal.appraisal_model import Entry
from cchc_score.engine import not_chosen
from cchc_score.formats import TypedCell
from cchc_score.model import Outcome
from cchc_score.pages.mark_cells import reachable_cell
from cchc_score.pages.notes import mark_outcome_words, taken_out_words
from cchc_score.pages.page_table import PageColumn, page_table
from cchc_score.pages.unit_notes import unit_remarks
from cchc_score.report.annex.annex_changes import entries_by_criterion, entry_words
from cchc_score.report.annex.annex_document import AnnexPart, AnnexTable
from cchc_score.report.annex.annex_ranking import reached_cell
from cchc_score.results.result_json import index_words, open_index
from cchc_score.results.scored import ScoredStage
from cchc_score.results.unit_sheet import UnitSheet, unit_sheets
from cchc_score.sheet import Mark
from cchc_score.text import Lang, number, pick

_EMPTY = TypedCell("", "points")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a sheet: an area, a criterion or the total, by its place in the score sheet."""

    place: str
    number: str
    title: str
    mark: Mark
    strong: bool = False
    remark: str = ""


def sheet_parts(scored: ScoredStage, rows: Sequence[int], lang: Lang) -> Iterator[AnnexPart]:
    """A part for each unit, one by one."""
    entries = entries_by_criterion(scored)
    remarks = dict(zip(rows, unit_remarks(scored, rows, "total", lang), strict=True))
    for sheet in unit_sheets(scored, rows):
        yield _part(sheet, entries, remarks[sheet.row], lang)


def _part(sheet: UnitSheet, entries: Mapping[tuple[int, str], Sequence[Entry]], remark: str, lang: Lang) -> AnnexPart:
    lines = list(_lines(sheet, entries, lang))
    strong = frozenset(at for at, line in enumerate(lines) if line.strong)
    columns = _columns(sheet, lang)
    widths = (10, 44, *[10] * (len(columns) - 3), 26)
    table = AnnexTable(replace(page_table(columns, lines), strong=strong), widths)
    title = f"{pick(lang, 'Phiếu điểm', 'Score sheet')}: {sheet.unit.label}"
    return AnnexPart("sheets", title, (table,), lines=_standing(sheet, remark, lang), apart=True)


def _standing(sheet: UnitSheet, remark: str, lang: Lang) -> tuple[str, ...]:
    total, scored = sheet.total, sheet.scored
    index = index_words(total.index, open_index(total.mark), scored.sheet.scheme.index_decimals, lang)
    words = (
        f"{pick(lang, 'Chỉ số', 'Index')}: {index}%",
        f"{pick(lang, 'thứ hạng', 'rank')}: {total.rank or '-'}",
        f"{pick(lang, 'xếp loại', 'class')}: {sheet.class_name or '-'}",
    )
    return ("; ".join(words) + ".", *([f"{pick(lang, 'Ghi chú', 'Remark')}: {remark}."] if remark else []))


def _columns(sheet: UnitSheet, lang: Lang) -> list[PageColumn[_Line]]:
    scored = sheet.scored
    own: list[PageColumn[_Line]] = []
    if scored.stages is not None and scored.stages.claimed and scored.stage != "self":
        own = [
            PageColumn(
                pick(lang, "Điểm tự chấm", "Self-score"), lambda line: _claimed_cell(sheet, line, lang), "points"
            )
        ]
    return [
        PageColumn(pick(lang, "TT", "No."), lambda line: line.number, "code"),
        PageColumn(pick(lang, "Lĩnh vực, tiêu chí", "Area, criterion"), lambda line: line.title),
        PageColumn(pick(lang, "Điểm tối đa", "Maximum"), lambda line: reachable_cell(line.mark, lang), "points"),
        *own,
        PageColumn(
            pick(lang, "Điểm đạt được", "Points reached"),
            lambda line: reached_cell(line.mark, scored.decimals_at(line.place, sheet.row), lang),
            "points",
        ),
        PageColumn(pick(lang, "Ghi chú", "Remarks"), lambda line: line.remark),
    ]


def _claimed_cell(sheet: UnitSheet, line: _Line, lang: Lang) -> TypedCell:
    scored, stages = sheet.scored, sheet.scored.stages
    assert stages is not None
    claimed = stages.self_scored
    # At another stage the scheme may have other criteria, where the survey is not held.
    mark = claimed.mark(sheet.row, claimed.at(line.place))
    if mark.outcome in (Outcome.MISSING, Outcome.PENDING) and not mark.low:
        return _EMPTY
    return reached_cell(mark, scored.decimals_at(line.place), lang)


def _lines(sheet: UnitSheet, entries: Mapping[tuple[int, str], Sequence[Entry]], lang: Lang) -> Iterator[_Line]:
    """Every area, its criteria below it, and the total at the end."""
    scored = sheet.scored
    scheme = scored.sheet.scheme
    aside = not_chosen(scheme, scored.sheet.table, sheet.row)
    for area in scheme.areas:
        mark = sheet.areas[area.code].mark
        remark = area.reason or _open_words(mark, scored.decimals_at(area.code), lang)
        yield _Line(area.code, str(area.number), area.label(lang).upper(), mark, remark=remark, strong=True)
        for line in sheet.criteria:
            if line.criterion.area == area.code:
                number = line.criterion.number
                words = [
                    pick(lang, "không chọn", "not chosen") if number in aside else "",
                    line.criterion.reason,
                    taken_out_words(line.taken_out, lang)
                    if line.taken_out
                    else _open_words(line.mark, scored.decimals_at(number), lang),
                    *(entry_words(entry, lang) for entry in entries.get((sheet.row, number), ())),
                ]
                yield _Line(number, number, line.criterion.title, line.mark, remark="; ".join(filter(None, words)))
    yield _Line("total", "", pick(lang, "TỔNG CỘNG", "TOTAL"), sheet.total.mark, strong=True)


def _open_words(mark: Mark, decimals: int, lang: Lang) -> str:
    """What is not simply scored, and the most that it may become."""
    words = mark_outcome_words(mark, lang)
    if mark.high == mark.low:
        return words
    return f"{words} ({pick(lang, 'nhiều nhất', 'at most')} {number(mark.high, decimals, lang)})"
