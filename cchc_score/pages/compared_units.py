"""The units of a comparison: a line for each, with the criteria that moved it."""

from fractions import Fraction

from cchc_score.explain.comparison import Comparison, Move
from cchc_score.formats import Sheet
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
from cchc_score.pages.mark_cells import rank_cell, signed_cell
from cchc_score.pages.page_table import PageColumn, page_table, points_cell
from cchc_score.results.differences import Differences
from cchc_score.text import Lang, number, pick

MOST = 6
"""So many criteria are named beside a unit; the others stand together as one sum."""


def units_sheet(result: Differences, names: tuple[str, str], lang: Lang) -> Sheet:
    """A line for each unit, those that moved most in rank first."""
    # The row last, so that equal moves stand in the order of the list of units.
    moves = sorted(result.moves, key=lambda move: (-abs(_climbed(move)), -abs(move.change), move.row))
    columns = [*_points_columns(result, lang), *_index_columns(result, lang), *_words_columns(result, lang)]
    return page_table(columns, moves, f"A: {names[0]}; B: {names[1]}")


def _climbed(move: Move) -> int:
    # 0 stands for no rank; counting from there would be the largest climb of all.
    return move.before.rank - move.after.rank if move.before.rank and move.after.rank else 0


def _points_columns(result: Differences, lang: Lang) -> list[PageColumn[Move]]:
    units, decimals = result.comparison.after.table.units, result.points_decimals
    columns: list[PageColumn[Move]] = [
        PageColumn(pick(lang, "Đơn vị", "Unit"), lambda move: units[move.row].name),
        PageColumn(
            pick(lang, "Điểm A", "Points A"), lambda move: points_cell(move.before.points, decimals, lang), "points"
        ),
        PageColumn(
            pick(lang, "Điểm B", "Points B"), lambda move: points_cell(move.after.points, decimals, lang), "points"
        ),
        PageColumn(
            pick(lang, "Chênh", "Difference"), lambda move: signed_cell(_change(result, move), None, lang), "points"
        ),
    ]
    # Else the column would repeat the difference.
    if _criteria_differ(result.comparison):
        common = pick(lang, "Tiêu chí chung", "Common criteria")
        columns.append(
            PageColumn(common, lambda move: signed_cell(as_printed(move.common, decimals), None, lang), "points")
        )
    return columns


def _criteria_differ(comparison: Comparison) -> bool:
    """Whether one side has criteria that the other has not."""
    return any(None in (line.before, line.after) for line in comparison.lines)


def _index_columns(result: Differences, lang: Lang) -> list[PageColumn[Move]]:
    decimals = result.index_decimals
    return [
        PageColumn(
            pick(lang, "Chỉ số A", "Index A"), lambda move: state_index_cell(move.before, decimals, lang), "percent"
        ),
        PageColumn(
            pick(lang, "Chỉ số B", "Index B"), lambda move: state_index_cell(move.after, decimals, lang), "percent"
        ),
        PageColumn(
            pick(lang, "Chênh", "Difference"),
            lambda move: index_change_cell(index_change(move, decimals), lang),
            "percent",
        ),
        PageColumn(pick(lang, "Hạng A", "Rank A"), lambda move: rank_cell(move.before.rank or None), "count"),
        PageColumn(pick(lang, "Hạng B", "Rank B"), lambda move: rank_cell(move.after.rank or None), "count"),
    ]


def _words_columns(result: Differences, lang: Lang) -> list[PageColumn[Move]]:
    apart: list[PageColumn[Move]] = [
        PageColumn(pick(lang, "Không có để so", "Not compared"), lambda move: _apart(result, move, lang))
    ]
    return [
        *(apart if result.comparison.alone is not None else ()),
        PageColumn(pick(lang, "Do tiêu chí (điểm)", "By criteria (points)"), lambda move: _causes(result, move, lang)),
        PageColumn(pick(lang, "Ghi chú", "Remarks"), lambda move: move_remark(result.comparison, move, lang)),
    ]


def _apart(result: Differences, move: Move, lang: Lang) -> str:
    """The lines that one side did not score, with what the other gave."""
    return "; ".join(
        f"{line_number(part)} ({_side(result, part.before, lang)} - {_side(result, part.after, lang)})"
        for part in move.apart
    )


def _side(result: Differences, points: Fraction | None, lang: Lang) -> str:
    return "?" if points is None else number(points, result.part_decimals, lang)


def _change(result: Differences, move: Move) -> Fraction:
    return printed_change(move.before.points, move.after.points, result.points_decimals)


def _causes(result: Differences, move: Move, lang: Lang) -> str:
    """The criteria that changed a unit's points, the largest first; they add up to the difference beside them."""
    changed = sorted((part for part in move.parts if part.change), key=lambda part: -abs(part.change))
    parts = [(part, as_printed(part.change, result.part_decimals)) for part in changed]
    words = [f"{line_number(part)} {_signed(change, lang)}" for part, change in parts[:MOST]]
    # As one sum and not left out, so that the words still add up to the difference.
    others = parts[MOST:]
    if others:
        rest = _signed(sum((change for _, change in others), Fraction(0)), lang)
        words.append(pick(lang, f"{len(others)} tiêu chí khác {rest}", f"{len(others)} others {rest}"))
    cut = as_printed(move.cut, result.part_decimals)
    if cut:
        words.append(f"{cut_words(lang)} {_signed(cut, lang)}")
    rounded = _change(result, move) - cut - sum((change for _, change in parts), Fraction(0))
    if rounded:
        words.append(f"{rounding_name(lang)} {_signed(rounded, lang)}")
    return "; ".join(words)


def _signed(change: Fraction, lang: Lang) -> str:
    return signed_cell(change, None, lang).text
