"""The table of areas in their two parts: what was appraised and what a survey gave, each of its own maximum."""

from fractions import Fraction

from cchc_score.formats import Page, TypedCell
from cchc_score.pages.mark_cells import NO_POINTS, rank_cell
from cchc_score.pages.notes import scheme_notes
from cchc_score.pages.page_table import PageColumn, page_table, points_cell
from cchc_score.pages.statistics_notes import statistics_notes
from cchc_score.results.area_parts import AreaParts, named_parts, parts_data
from cchc_score.results.ranked_units import RankingLine, UnitRanking
from cchc_score.results.ranking_json import ranking_data
from cchc_score.sheet import Cells
from cchc_score.text import Lang, number, pick

_PARTS = {"appraised": ("thẩm định", "appraised"), "survey": ("điều tra", "survey")}


def parts_page(result: UnitRanking, parts: tuple[AreaParts, ...], lang: Lang) -> Page:
    """One line a unit: for each area the points of each part, what could be reached in it, and its share in percent."""
    columns: list[PageColumn[RankingLine]] = [
        PageColumn(pick(lang, "Hạng", "Rank"), lambda line: rank_cell(line.rank), "count"),
        PageColumn(pick(lang, "Đơn vị", "Unit"), lambda line: line.unit.label),
    ]
    for area in parts:
        whole = next(one for one in result.scored.sheet.scheme.areas if one.code == area.code)
        for name, cells in named_parts(area).items():
            if cells is not None:
                columns += _part_columns(result, f"{whole.number} {pick(lang, *_PARTS[name])}", area.code, cells, lang)
        columns.append(_share(result, str(whole.number), result.scored.sheet.areas[area.code], lang))
    sheets = tuple(page_table(columns, lines, group) for group, lines in result.groups.items())
    title = (
        f"{result.scored.sheet.scheme.title} - {pick(lang, 'phần thẩm định và phần điều tra', 'appraised and survey')}"
    )
    names = "; ".join(f"{area.number} {area.label(lang)}" for area in result.scored.sheet.scheme.areas)
    areas = f"{pick(lang, 'Lĩnh vực', 'Areas')}: {names}."
    notes = (*statistics_notes(result, lang), areas, *scheme_notes(result.scored, lang))
    return Page(title, sheets, notes, lambda: ranking_data(result, lang) | {"parts": parts_data(result, parts)})


def _part_columns(result: UnitRanking, name: str, area: str, cells: Cells, lang: Lang) -> list[PageColumn[RankingLine]]:
    """A part's points and what could be reached in it: beside each unit's points, or in the heading if it is one."""
    sheet, decimals = result.scored.sheet, result.scored.decimals_at(area)

    def points(line: RankingLine, end: str) -> TypedCell:
        mark = sheet.mark(line.row, cells)
        value: Fraction = getattr(mark, end)
        return points_cell(value, decimals if end == "low" else None, lang) if mark.reachable else NO_POINTS

    # Of whom nothing could be reached has a dash for points, whatever the heading says.
    most = {mark.reachable for line in result.lines if (mark := sheet.mark(line.row, cells)).reachable}
    heading = f"{name} / {number(most.pop(), None, lang)}" if len(most) == 1 else name
    columns: list[PageColumn[RankingLine]] = [PageColumn(heading, lambda line: points(line, "low"), "points")]
    if most:
        columns.append(PageColumn(pick(lang, "/ tối đa", "/ out of"), lambda line: points(line, "reachable"), "points"))
    return columns


def _share(result: UnitRanking, name: str, cells: Cells, lang: Lang) -> PageColumn[RankingLine]:
    """The share of a whole area in percent, of what is certain."""
    sheet, decimals = result.scored.sheet, result.scored.sheet.scheme.index_decimals

    def share(line: RankingLine) -> TypedCell:
        index = sheet.mark(line.row, cells).index
        return NO_POINTS if index is None else TypedCell(number(index, decimals, lang), "percent", index)

    return PageColumn(f"{name} (%)", share, "percent")
