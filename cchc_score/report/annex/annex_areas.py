"""The points of each area, and where an area has both, of its two parts: what was appraised and what a survey gave."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

from cchc_score.formats import TypedCell
from cchc_score.model import Area, Outcome
from cchc_score.pages.mark_cells import NO_POINTS, index_cell, rank_cell
from cchc_score.pages.page_table import PageColumn, page_table
from cchc_score.report.annex.annex_document import AnnexPart, AnnexTable
from cchc_score.report.annex.annex_ranking import most_cell, reached_cell
from cchc_score.results.area_parts import AreaParts, named_parts
from cchc_score.results.ranked_units import RankingLine, UnitRanking
from cchc_score.sheet import Cells, plain_steps
from cchc_score.text import Lang, number, pick

_PARTS = {"appraised": ("thẩm định", "appraised"), "survey": ("điều tra", "survey")}
_RANK, _UNIT = 12, 28
Column = PageColumn[RankingLine]


def areas_part(result: UnitRanking, found: Sequence[AreaParts], lang: Lang) -> AnnexPart:
    """One line a unit: each area, the total of what was appraised and of the survey, the total and the index."""
    parts = {part.code: part for part in found}
    columns: list[Column] = [
        PageColumn(pick(lang, "Thứ hạng", "Rank"), lambda line: rank_cell(line.rank), "count"),
        PageColumn(pick(lang, "Đơn vị", "Unit"), lambda line: line.unit.label),
    ]
    for area in result.scored.sheet.scheme.areas:
        columns += _area_columns(result, area, parts.get(area.code), lang)
    columns += _sum_columns(result, list(parts.values()), lang)
    columns += [
        *_points(result, pick(lang, "Tổng", "Total"), "total", result.scored.sheet.total, lang),
        PageColumn(
            pick(lang, "Chỉ số (%)", "Index (%)"),
            lambda line: index_cell(
                result.scored.sheet.mark(line.row, result.scored.sheet.total),
                line.index,
                result.scored.sheet.scheme.index_decimals,
                lang,
            ),
            "percent",
        ),
    ]
    tables = [_table(columns, lines, group) for group, lines in result.groups.items()]
    title = pick(lang, "Điểm theo lĩnh vực", "Points by area")
    return AnnexPart("areas", title, tuple(tables), lines=_legend(result, lang), wide=True)


def _table(columns: Sequence[Column], lines: Sequence[RankingLine], group: str) -> AnnexTable:
    """The table of a group, whose columns of numbers have room for all of them."""
    sheet = page_table(columns, lines, group)
    texts = list(zip(*sheet.rows, strict=True))
    headings = [heading.text for heading in sheet.headings]
    numbers = [_width(heading, own) for heading, own in zip(headings[2:], texts[2:], strict=True)]
    return AnnexTable(sheet, (_RANK, _UNIT, *numbers))


def _width(heading: str, texts: Sequence[str]) -> int:
    """How wide, in millimetres, a column is that breaks neither a number of it nor a word of its heading."""
    longest = max(sum(map(str.isalpha, word)) for word in heading.split())
    # Letters of 10 points, those of a heading bold, and what stands free on both sides.
    return ceil(max(2 + 1.6 * max(map(len, texts)), 3 + 2.2 * longest))


def _legend(result: UnitRanking, lang: Lang) -> tuple[str, ...]:
    """What the numbers of the areas stand for."""
    areas = result.scored.sheet.scheme.areas
    names = "; ".join(f"{area.number} - {area.label(lang)}" for area in areas)
    return (f"{pick(lang, 'Lĩnh vực (LV)', 'Areas (A)')}: {names}.",)


def _area_columns(result: UnitRanking, area: Area, parts: AreaParts | None, lang: Lang) -> list[Column]:
    name = f"{pick(lang, 'LV', 'A')} {area.number}"
    both = parts is not None and parts.appraised is not None and parts.survey is not None
    if not both or parts is None:
        return _points(result, name, area.code, result.scored.sheet.areas[area.code], lang)
    return [
        column
        for part, cells in named_parts(parts).items()
        if cells is not None
        for column in _points(result, f"{name} {pick(lang, *_PARTS[part])}", area.code, cells, lang)
    ]


def _sum_columns(result: UnitRanking, parts: Sequence[AreaParts], lang: Lang) -> list[Column]:
    """What was appraised and what the survey gave in all areas, where there are both."""
    columns = {
        name: [cells for part in parts if (cells := named_parts(part)[name]) is not None]
        for name in ("appraised", "survey")
    }
    if not all(columns.values()):
        return []
    words = {"appraised": ("Thẩm định", "Appraised"), "survey": ("Điều tra", "Survey")}
    return [
        column
        for name, cells in columns.items()
        for column in _points(result, pick(lang, *words[name]), "total", _added(cells), lang)
    ]


def _added(columns: Sequence[Cells]) -> Cells:
    """Some columns added up, unit by unit; the outcome is that of the first, for only sums of points are shown."""
    low, high, reachable = (
        [sum(map(plain_steps, values)) for values in zip(*(getattr(cells, end) for cells in columns), strict=True)]
        for end in ("low", "high", "reachable")
    )
    return Cells([int(Outcome.SCORED)] * len(low), low, high, reachable)


def _points(result: UnitRanking, name: str, place: str, cells: Cells, lang: Lang) -> list[Column]:
    """A column of points, with its maximum in the heading if it is one for all units, else in a column beside it."""
    scored, usual = result.scored, result.scored.decimals_at(place)
    step = 10**scored.sheet.scheme.decimals

    def points(line: RankingLine) -> TypedCell:
        mark = scored.sheet.mark(line.row, cells)
        if not mark.reachable and not mark.low:
            return NO_POINTS
        own = scored.decimals_at(place, line.row) if cells is scored.sheet.total else usual
        return reached_cell(mark, own, lang)

    def most(line: RankingLine) -> TypedCell:
        return most_cell(scored.sheet.mark(line.row, cells).reachable, 0, lang)

    maxima = {plain_steps(cells.reachable[line.row]) for line in result.lines} - {0}
    words = pick(lang, "tối đa", "out of")
    if len(maxima) == 1:
        words = f"{name} ({words} {number(Fraction(maxima.pop()) / step, None, lang)})"
        return [PageColumn(words, points, "points")]
    beside: list[Column] = [PageColumn(f"{name}, {words}", most, "points")] if maxima else []
    return [PageColumn(name, points, "points"), *beside]
