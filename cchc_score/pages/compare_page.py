"""Two results side by side: who moved and by which criteria; what is shown adds up exactly to every difference."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_score.explain.comparison import Comparison
from cchc_score.formats import Page, Sheet
from cchc_score.model import Criterion, Unit
from cchc_score.pages.compared_lines import lines_sheet
from cchc_score.pages.compared_units import units_sheet
from cchc_score.pages.difference_words import printed_change
from cchc_score.pages.mark_cells import signed_cell
from cchc_score.pages.notes import scheme_notes
from cchc_score.pages.page_table import PageColumn, page_table, points_cell
from cchc_score.results.differences import Differences, differences_data
from cchc_score.text import Lang, number, pick


@dataclass(frozen=True, slots=True)
class _OneSided:
    """A criterion that only one side has: 'A' or 'B'."""

    side: str
    criterion: Criterion


def differences_page(result: Differences, names: tuple[str, str], lang: Lang) -> Page:
    """The comparison of all units or, where rows are chosen, line by line for these; `names` are those of the sides."""
    comparison = result.comparison
    title = pick(lang, f"So sánh {names[0]} với {names[1]}", f"{names[0]} compared with {names[1]}")
    if result.rows:
        sheets = [lines_sheet(result, move, lang) for move in result.moves]
    else:
        sheets = [units_sheet(result, names, lang)]
    notes = (
        *_alone_notes(comparison, lang),
        *_units_apart(comparison, lang),
        _legend(comparison, lang),
        *_mean_notes(result, lang),
        *(f"A: {note}" for note in scheme_notes(result.before, lang)),
        *(f"B: {note}" for note in scheme_notes(result.after, lang)),
    )
    return Page(title, (*sheets, *_one_sided(comparison, lang)), notes, lambda: differences_data(result, names))


def _one_sided(comparison: Comparison, lang: Lang) -> tuple[Sheet, ...]:
    """The criteria that only one side has, if there are any."""
    criteria = list(_one_sided_criteria(comparison))
    if not criteria:
        return ()
    columns: list[PageColumn[_OneSided]] = [
        PageColumn(pick(lang, "Chỉ có ở", "Only in"), lambda line: line.side),
        PageColumn(pick(lang, "TT", "No."), lambda line: line.criterion.number, "code"),
        PageColumn(pick(lang, "Tiêu chí", "Criterion"), lambda line: line.criterion.title),
        PageColumn(
            pick(lang, "Tối đa", "Out of"), lambda line: points_cell(line.criterion.max_points, None, lang), "points"
        ),
    ]
    title = pick(lang, "Tiêu chí chỉ có ở một bên", "Criteria that only one side has")
    return (page_table(columns, criteria, title),)


def _one_sided_criteria(comparison: Comparison) -> Iterator[_OneSided]:
    # Twice over the lines, because those of both sides stand mixed.
    for line in comparison.lines:
        if line.before is not None and line.after is None:
            yield _OneSided("A", comparison.before.scheme.criteria[line.before])
    for line in comparison.lines:
        if line.after is not None and line.before is None:
            yield _OneSided("B", comparison.after.scheme.criteria[line.after])


def _units_apart(comparison: Comparison, lang: Lang) -> list[str]:
    """The units that only one side has."""
    notes = []
    if comparison.gone:
        names = _labels(comparison.before.table.units, comparison.gone)
        notes.append(pick(lang, f"Chỉ có ở A: {names}.", f"Only in A: {names}."))
    if comparison.new:
        names = _labels(comparison.after.table.units, comparison.new)
        notes.append(pick(lang, f"Chỉ có ở B: {names}.", f"Only in B: {names}."))
    return notes


def _alone_notes(comparison: Comparison, lang: Lang) -> list[str]:
    """That common lines alone are compared, and which units have none."""
    if comparison.alone is None:
        return []
    notes = [
        pick(
            lang,
            "Chỉ so các tiêu chí mà cả hai bên đều có điểm; điểm và chỉ số A, B là của các tiêu chí ấy.",
            "Only criteria that both sides scored are compared; points and indices of A and B are those of them.",
        )
    ]
    if comparison.alone:
        names = _labels(comparison.after.table.units, comparison.alone)
        notes.append(pick(lang, f"Không có gì để so: {names}.", f"Nothing to compare: {names}."))
    return notes


def _labels(units: Sequence[Unit], rows: Sequence[int]) -> str:
    return ", ".join(units[row].label for row in rows)


def _mean_notes(result: Differences, lang: Lang) -> list[str]:
    """The mean points of both sides and of the difference, with its ends, over the units that both have."""
    moves = result.comparison.moves
    # The mean is that of all units, and beside a few picked ones it would look like theirs.
    if len(moves) < 2 or result.rows:
        return []
    changes = [printed_change(move.before.points, move.after.points, result.points_decimals) for move in moves]
    before = sum((move.before.points for move in moves), Fraction(0)) / len(moves)
    after = sum((move.after.points for move in moves), Fraction(0)) / len(moves)
    decimals = result.points_decimals
    shown = [number(value, decimals, lang) for value in (before, after)]
    # The mean of all differences, which is no difference of the two prints beside it.
    signed = [signed_cell(value, decimals, lang).text for value in (after - before, min(changes), max(changes))]
    ends = pick(lang, f"từ {signed[1]} đến {signed[2]}", f"from {signed[1]} to {signed[2]}")
    return [
        pick(
            lang,
            f"Điểm trung bình: A {shown[0]}; B {shown[1]}. Chênh trung bình {signed[0]} ({ends}).",
            f"Mean points: A {shown[0]}; B {shown[1]}. Mean difference {signed[0]} ({ends}).",
        )
    ]


def _legend(comparison: Comparison, lang: Lang) -> str:
    # With the same points the index can still move, where something else was reachable.
    same = sum(not move.change and not move.index_change for move in comparison.moves)
    count = len(comparison.moves)
    return pick(
        lang,
        f"{count} đơn vị có ở cả hai bên, {same} không đổi. Chênh lệch tính theo số đã in, cộng lại bằng tổng.",
        f"{count} units on both sides, {same} unchanged. Differences are those of the prints; their parts add up.",
    )
