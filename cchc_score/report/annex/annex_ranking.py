"""The ranking in the columns of a decision: rank, unit, maximum, points, index, class; the unranked by themselves."""

from collections.abc import Sequence
from fractions import Fraction

from cchc_score.formats import TypedCell
from cchc_score.model import Outcome
from cchc_score.pages.mark_cells import NO_POINTS, index_cell, rank_cell
from cchc_score.pages.page_table import PageColumn, count_cell, page_table, percent_cell, points_cell
from cchc_score.pages.statistics_notes import statistics_notes
from cchc_score.pages.unit_notes import unit_remarks
from cchc_score.points import fits
from cchc_score.report.annex.annex_document import AnnexPart, AnnexTable
from cchc_score.results.ranked_units import RankingLine, UnitRanking
from cchc_score.results.ranking_statistics import UnitStatistics, group_statistics, kind_statistics
from cchc_score.results.scored import ScoredStage
from cchc_score.sheet import Mark
from cchc_score.text import Lang, pick

_RANK, _UNIT, _POINTS, _CLASS, _REMARK = 11, 33, 12, 17, 23
_RANGE = 22
"""The width of indices of which some are a range."""
_CLASS_AT = 5


def ranking_part(result: UnitRanking, lang: Lang, apart: bool = False) -> AnnexPart:
    """A table for each group of units; with `apart` one for each kind, whose ranks stay those of all."""
    tables: list[AnnexTable] = []
    for name, lines in _named(result, apart).items():
        ranked = [line for line in lines if line.rank is not None]
        if ranked:
            tables.append(_table(result, ranked, name, lang))
        tables += _unranked(result, [line for line in lines if line.rank is None], name, lang)
    notes = tuple(statistics_notes(result, lang))
    return AnnexPart("ranking", pick(lang, "Kết quả xếp hạng", "Ranking"), tuple(tables), notes=notes)


def _named(result: UnitRanking, apart: bool) -> dict[str, list[RankingLine]]:
    if not apart:
        return result.groups
    kinds: dict[str, list[RankingLine]] = {}
    for line in result.lines:
        kinds.setdefault(line.unit.kind, []).append(line)
    return kinds


def _unranked(result: UnitRanking, lines: Sequence[RankingLine], name: str, lang: Lang) -> list[AnnexTable]:
    """Those that are classed and not ranked, and those that are neither, each in a table."""
    sheet = result.scored.sheet
    classed = [line for line in lines if sheet.class_name(line.row) is not None]
    neither = [line for line in lines if sheet.class_name(line.row) is None]
    named = f": {name}" if name else ""
    titles = (
        pick(lang, "Đơn vị được xếp loại, không xếp hạng", "Units classed and not ranked"),
        pick(lang, "Đơn vị không xếp hạng, không xếp loại", "Units neither ranked nor classed"),
    )
    return [
        _table(result, some, title + named, lang, ranked=False)
        for some, title in zip((classed, neither), titles, strict=True)
        if some
    ]


def _table(
    result: UnitRanking, lines: Sequence[RankingLine], title: str, lang: Lang, ranked: bool = True
) -> AnnexTable:
    scored = result.scored
    remarks = dict(
        zip(
            (line.row for line in lines),
            unit_remarks(scored, [line.row for line in lines], result.by, lang),
            strict=True,
        )
    )
    marks = {line.row: scored.sheet.mark(line.row, result.cells) for line in lines}
    places = {line.row: place for place, line in enumerate(lines, 1)}
    rank: PageColumn[RankingLine] = PageColumn(
        pick(lang, "Thứ hạng", "Rank") if ranked else pick(lang, "TT", "No."),
        lambda line: rank_cell(line.rank) if ranked else count_cell(places[line.row], lang),
        "count",
    )
    columns = [rank, *_columns(scored, marks, lang)]
    index = _RANGE if any(mark.low != mark.high for mark in marks.values()) else _POINTS
    widths = [_RANK, _UNIT, _POINTS, _POINTS, index, _CLASS]
    if any(remarks.values()):
        columns.append(PageColumn(pick(lang, "Ghi chú", "Remarks"), lambda line: remarks[line.row]))
        widths.append(_REMARK)
    return AnnexTable(page_table(columns, lines, title), tuple(widths), frozenset({_CLASS_AT}))


def _columns(scored: ScoredStage, marks: dict[int, Mark], lang: Lang) -> list[PageColumn[RankingLine]]:
    sheet, decimals = scored.sheet, scored.sheet.scheme.index_decimals
    return [
        PageColumn(pick(lang, "Đơn vị", "Unit"), lambda line: line.unit.label),
        PageColumn(
            pick(lang, "Điểm chuẩn tối đa", "Maximum points"),
            lambda line: most_cell(marks[line.row].reachable, scored.decimals_at("total"), lang),
            "points",
        ),
        PageColumn(
            pick(lang, "Điểm đạt được", "Points reached"),
            lambda line: reached_cell(marks[line.row], scored.decimals_at("total", line.row), lang),
            "points",
        ),
        PageColumn(
            pick(lang, "Chỉ số chung (%)", "Index (%)"),
            lambda line: index_cell(marks[line.row], line.index, decimals, lang),
            "percent",
        ),
        PageColumn(pick(lang, "Xếp loại", "Class"), lambda line: sheet.class_name(line.row) or "-"),
    ]


def reached_cell(mark: Mark, decimals: int, lang: Lang) -> TypedCell:
    """The certain points; a dash where nothing applies, or a method failed."""
    if mark.outcome in (Outcome.NOT_APPLICABLE, Outcome.FAILED):
        return NO_POINTS
    return points_cell(mark.low, decimals, lang)


def most_cell(value: Fraction, decimals: int, lang: Lang) -> TypedCell:
    """A maximum with the decimals of the points beside it; with more where it has more, a dash for nothing."""
    if not value:
        return NO_POINTS
    return points_cell(value, decimals if fits(value, decimals) else None, lang)


def summary_part(result: UnitRanking, lang: Lang) -> AnnexPart:
    """For each group of units, and each kind: how many, the highest, mean and lowest index, how many in each class."""
    groups = [*group_statistics(result), *kind_statistics(result)]
    decimals = result.scored.sheet.scheme.index_decimals
    every = pick(lang, "Tất cả đơn vị", "All units")
    names = list(dict.fromkeys(given.name for one in groups for given in one.classes))
    columns: list[PageColumn[UnitStatistics]] = [
        PageColumn(pick(lang, "Nhóm đơn vị", "Group of units"), lambda one: one.group or every),
        PageColumn(pick(lang, "Số đơn vị", "Units"), lambda one: count_cell(one.units, lang), "count"),
        PageColumn(pick(lang, "Được xếp hạng", "Ranked"), lambda one: count_cell(one.ranked, lang), "count"),
        *(_end_column(end, decimals, lang) for end in ("highest", "mean", "lowest")),
        *(_class_column(name, lang) for name in names),
    ]
    title = pick(lang, "Tổng hợp", "Summary")
    widths = (13, *[13] * (len(columns) - 1))
    return AnnexPart("summary", title, (AnnexTable(page_table(columns, groups), widths),) if groups else ())


def _end_column(end: str, decimals: int, lang: Lang) -> PageColumn[UnitStatistics]:
    words = {"highest": ("Cao nhất", "Highest"), "mean": ("Trung bình", "Mean"), "lowest": ("Thấp nhất", "Lowest")}

    def cell(one: UnitStatistics) -> TypedCell:
        if one.indices is None:
            return TypedCell("-", "percent")
        return percent_cell(getattr(one.indices, end), decimals, lang)

    return PageColumn(f"{pick(lang, *words[end])} (%)", cell, "percent")


def _class_column(name: str | None, lang: Lang) -> PageColumn[UnitStatistics]:
    def cell(one: UnitStatistics) -> TypedCell:
        return count_cell(sum(given.count for given in one.classes if given.name == name), lang)

    return PageColumn(name or pick(lang, "Không xếp loại", "No class"), cell, "count")
