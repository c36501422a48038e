"""The ranking in the columns of a decision: rank, unit, maximum, points, index, class; the unranked by themselves."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from cchc_score.formats import TypedCell
from cchc_score.model import Outcome
from cchc_score.pages.mark_cells import NO_POINTS, index_cell, rank_cell
from cchc_score.pages.page_table import PageColumn, count_cell, page_table, percent_cell, points_cell
from cchc_score.pages.unit_notes import unit_remarks
from cchc_score.points import fits
from cchc_score.report.annex_document import AnnexPart, AnnexTable
from cchc_score.results.ranked_units import RankingLine, UnitRanking
from cchc_score.results.scored import ScoredStage
from cchc_score.sheet import Mark
from cchc_score.text import Lang, number, pick

_RANK, _UNIT, _POINTS, _CLASS, _REMARK = 8, 34, 13, 14, 22
_CLASS_AT = 5


def ranking_part(result: UnitRanking, lang: Lang, apart: bool = False) -> AnnexPart:
    """A table for each group of units; with `apart` one for each kind, whose ranks stay those of all."""
    tables: list[AnnexTable] = []
    for name, lines in _named(result, apart).items():
        ranked = [line for line in lines if line.rank is not None]
        if ranked:
            tables.append(_table(result, ranked, name, lang))
        tables += _unranked(result, [line for line in lines if line.rank is None], name, lang)
    notes = tuple(note for group, lines in result.groups.items() for note in _summary(result, group, lines, lang))
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
    widths = [_RANK, _UNIT, _POINTS, _POINTS, _POINTS, _CLASS]
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


def _summary(result: UnitRanking, group: str, lines: Sequence[RankingLine], lang: Lang) -> list[str]:
    """The highest, mean and lowest index of a group, and how many units are in each class."""
    summary, decimals = result.summary(lines), result.scored.sheet.scheme.index_decimals
    head, notes = f"{group}: " if group else "", []
    if summary is not None:
        high, mean, low = (number(one, decimals, lang) for one in (summary.highest, summary.mean, summary.lowest))
        notes.append(
            head
            + pick(
                lang,
                f"Chỉ số cao nhất: {high}%; trung bình: {mean}%; thấp nhất: {low}%; {summary.count} đơn vị được xếp hạng.",
                f"Highest index: {high}%; mean: {mean}%; lowest: {low}%; {summary.count} ranked units.",
            )
        )
    counts = class_counts(result.scored, lines)
    listed = "; ".join(f"{name}: {count}" for name, count in counts.items())
    if listed:
        notes.append(f"{head}{pick(lang, 'Số đơn vị theo xếp loại', 'Units in each class')}: {listed}.")
    return notes


def class_counts(scored: ScoredStage, lines: Sequence[RankingLine]) -> dict[str, int]:
    """How many of some units are in each class of the scheme, the best class first."""
    counts = Counter(scored.sheet.class_name(line.row) for line in lines)
    return {limit.name: counts[limit.name] for limit in scored.sheet.scheme.classes}


def summary_part(result: UnitRanking, lang: Lang) -> AnnexPart:
    """For each group of units: how many, the highest, mean and lowest index, how many in each class."""
    groups = list(result.groups.items())
    decimals = result.scored.sheet.scheme.index_decimals
    every = pick(lang, "Tất cả đơn vị", "All units")

    def share(end: str) -> "PageColumn[tuple[str, list[RankingLine]]]":
        words = {"highest": ("Cao nhất", "Highest"), "mean": ("Trung bình", "Mean"), "lowest": ("Thấp nhất", "Lowest")}

        def cell(one: tuple[str, list[RankingLine]]) -> TypedCell:
            summary = result.summary(one[1])
            if summary is None:
                return TypedCell("-", "percent")
            return percent_cell(getattr(summary, end), decimals, lang)

        return PageColumn(f"{pick(lang, *words[end])} (%)", cell, "percent")

    columns: list[PageColumn[tuple[str, list[RankingLine]]]] = [
        PageColumn(pick(lang, "Nhóm đơn vị", "Group of units"), lambda one: one[0] or every),
        PageColumn(pick(lang, "Số đơn vị", "Units"), lambda one: count_cell(len(one[1]), lang), "count"),
        PageColumn(
            pick(lang, "Được xếp hạng", "Ranked"),
            lambda one: count_cell(sum(line.rank is not None for line in one[1]), lang),
            "count",
        ),
        *(share(end) for end in ("highest", "mean", "lowest")),
    ]
    for limit in result.scored.sheet.scheme.classes:

        def cell(one: tuple[str, list[RankingLine]], name: str = limit.name) -> TypedCell:
            return count_cell(class_counts(result.scored, one[1])[name], lang)

        columns.append(PageColumn(limit.name, cell, "count"))
    widths = (24, *[11] * (len(columns) - 1))
    title = pick(lang, "Tổng hợp", "Summary")
    return AnnexPart("summary", title, (AnnexTable(page_table(columns, groups), widths),))
