"""One unit of a comparison line by line: the printed lines add up to the printed differences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from cchc_score.explain.comparison import Comparison, Move, Part
from cchc_score.formats import Sheet, TypedCell
from cchc_score.pages.difference_words import (
    as_printed,
    cut_words,
    index_change,
    index_change_cell,
    line_number,
    move_remark,
    printed_change,
    rounding_name,
    state_index_cell,
)
from cchc_score.pages.mark_cells import NO_POINTS, rank_cell, signed_cell
from cchc_score.pages.page_table import PageColumn, page_table, points_cell
from cchc_score.results.differences import Differences
from cchc_score.text import Lang, pick

_EMPTY = TypedCell("", "points")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the table: what adds to the difference, its points on both sides, and what it adds."""

    number: str
    title: str
    before: TypedCell
    after: TypedCell
    points: TypedCell
    index: TypedCell


def lines_sheet(result: Differences, move: Move, lang: Lang) -> Sheet:
    """Every line of a unit that differs, then caps and denominator, then the differences that they add up to."""
    columns: list[PageColumn[_Line]] = [
        PageColumn(pick(lang, "TT", "No."), lambda line: line.number, "code"),
        PageColumn(pick(lang, "Tiêu chí", "Criterion"), lambda line: line.title),
        PageColumn("A", lambda line: line.before, "points"),
        PageColumn("B", lambda line: line.after, "points"),
        PageColumn(pick(lang, "Chênh điểm", "Points"), lambda line: line.points, "points"),
        PageColumn(pick(lang, "Chênh chỉ số", "Index"), lambda line: line.index, "percent"),
    ]
    unit = result.comparison.after.table.units[move.row]
    remark = move_remark(result.comparison, move, lang)
    notes = (_standings(result, move, lang), *([remark] if remark else ()))
    return page_table(columns, _lines(result, move, lang), f"{unit.name} ({unit.code})", notes)


def _standings(result: Differences, move: Move, lang: Lang) -> str:
    ranks, indices = (
        " - ".join(texts)
        for texts in (
            [rank_cell(state.rank or None).text for state in (move.before, move.after)],
            [state_index_cell(state, result.index_decimals, lang).text for state in (move.before, move.after)],
        )
    )
    return pick(lang, f"Hạng: {ranks}; chỉ số: {indices}", f"Rank: {ranks}; index: {indices}")


def _lines(result: Differences, move: Move, lang: Lang) -> Iterator[_Line]:
    """The lines of a unit; what rounding leaves between them and the last one is a line of its own."""
    lines = list(_parts(result, move, lang))
    total = _total_line(result, move, lang)
    points, index = (_left(total, lines, side) for side in ("points", "index"))
    if points or index:
        cells = signed_cell(points, None, lang) if points else _EMPTY, index_change_cell(index, lang)
        lines.append(_plain_line("", rounding_name(lang), cells[0], cells[1] if index else _EMPTY))
    yield from lines
    yield total
    # Below the total, to which they add nothing.
    for part in move.apart:
        before, after = (_side_cell(result, points, lang) for points in (part.before, part.after))
        title = f"{_title(result.comparison, part)} ({pick(lang, 'không có để so', 'not compared')})"
        yield replace(_plain_line(line_number(part), title, _EMPTY, _EMPTY), before=before, after=after)


def _plain_line(number: str, title: str, points: TypedCell, index: TypedCell) -> _Line:
    return _Line(number=number, title=title, before=_EMPTY, after=_EMPTY, points=points, index=index)


def _left(total: _Line, lines: Sequence[_Line], side: str) -> Fraction:
    """What the printed differences of lines leave of the printed difference of all."""
    cells: list[TypedCell] = [getattr(line, side) for line in (total, *lines)]
    whole, *parts = [cell.value if isinstance(cell.value, Fraction) else Fraction(0) for cell in cells]
    return whole - sum(parts, Fraction(0))


def _parts(result: Differences, move: Move, lang: Lang) -> Iterator[_Line]:
    for part in move.parts:
        # A criterion of one side alone is shown even if it gave nothing: it made something reachable.
        if part.change or None in (part.before, part.after):
            yield _part_line(result, move, part, lang)
    if move.cut:
        points = signed_cell(as_printed(move.cut, result.part_decimals), None, lang)
        yield _plain_line("", cut_words(lang), points, _share_cell(result, move, move.cut, lang))
    # In this order, because `denominator` needs an index on both sides.
    if move.index_change is not None and move.denominator:
        yield _denominator_line(result, move, lang)


def _part_line(result: Differences, move: Move, part: Part, lang: Lang) -> _Line:
    return _Line(
        number=line_number(part),
        title=_title(result.comparison, part),
        before=_side_cell(result, part.before, lang),
        after=_side_cell(result, part.after, lang),
        points=signed_cell(printed_change(part.before, part.after, result.part_decimals), None, lang),
        index=_share_cell(result, move, part.change, lang),
    )


def _side_cell(result: Differences, points: Fraction | None, lang: Lang) -> TypedCell:
    if points is None:
        return NO_POINTS
    # The fewest decimals that show what the difference is taken of.
    return points_cell(as_printed(points, result.part_decimals), None, lang)


def _title(comparison: Comparison, part: Part) -> str:
    if part.line.after is not None:
        return comparison.after.scheme.criteria[part.line.after].title
    assert part.line.before is not None
    return comparison.before.scheme.criteria[part.line.before].title


def _share_cell(result: Differences, move: Move, change: Fraction, lang: Lang) -> TypedCell:
    """What a change of points makes of the index; a dash where a side has no index."""
    if move.index_change is None:
        return index_change_cell(None, lang)
    return index_change_cell(as_printed(move.share(change), result.index_decimals), lang)


def _denominator_line(result: Differences, move: Move, lang: Lang) -> _Line:
    return _Line(
        number="",
        title=pick(lang, "mức điểm đạt được tối đa thay đổi", "the reachable points changed"),
        before=_side_cell(result, move.before.reachable, lang),
        after=_side_cell(result, move.after.reachable, lang),
        points=_EMPTY,
        index=index_change_cell(as_printed(move.denominator, result.index_decimals), lang),
    )


def _total_line(result: Differences, move: Move, lang: Lang) -> _Line:
    decimals = result.points_decimals
    return _Line(
        number="",
        title=pick(lang, "TỔNG", "TOTAL"),
        before=points_cell(move.before.points, decimals, lang),
        after=points_cell(move.after.points, decimals, lang),
        points=signed_cell(printed_change(move.before.points, move.after.points, decimals), None, lang),
        index=index_change_cell(index_change(move, result.index_decimals), lang),
    )
