"""How ranks moved between two years, on the criteria that both have: others would make moves that nobody made."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from cchc_score.engine import groups_of
from cchc_score.engine.ranking import rank
from cchc_score.explain.comparison import Move
from cchc_score.explain.line_pairs import LinePair
from cchc_score.model import Outcome, Unit
from cchc_score.results.differences import Differences
from cchc_score.sheet import ScoreSheet, plain_steps


@dataclass(frozen=True, slots=True)
class CommonMove:
    """A unit's share of what was reachable on common criteria, in percent, and its rank by it, in both years."""

    unit: Unit
    before: Fraction
    after: Fraction
    rank_before: int
    rank_after: int


def common_moves(found: Differences) -> tuple[CommonMove, ...]:
    """The moves of the units that both years rank, by their rank after; ranks are among these units alone.

    A merged unit is held against the mean of those that it was merged from. Bonus and penalty add no reachable points,
    and criteria that either year does not hold for a unit are left out for it.
    """
    moves = [(move, shares) for move in found.comparison.moves if (shares := _shares(found, move)) is not None]
    scheme, table = found.after.sheet.scheme, found.after.sheet.table
    groups = [groups_of(scheme, table)[move.row] for move, _ in moves]
    ranks = [rank([shares[side] for _, shares in moves], groups, "standard") for side in (0, 1)]
    made = (
        CommonMove(table.units[move.row], before, after, old, new)
        for (move, (before, after)), old, new in zip(moves, *ranks, strict=True)
    )
    return tuple(sorted(made, key=lambda one: one.rank_after))


def common_numbers(found: Differences) -> tuple[LinePair, ...]:
    """The lines that both years have."""
    return tuple(line for line in found.comparison.lines if None not in (line.before, line.after))


def _shares(found: Differences, move: Move) -> tuple[Fraction, Fraction] | None:
    """What a unit reached of the common criteria before and after; None where either year has not ranked it."""
    before, after = found.before.sheet, found.after.sheet
    if not after.ranks[move.row] or not all(before.ranks[row] for row in move.origins):
        return None
    lines = [line for line in common_numbers(found) if _held(found, move, line)]
    own = _share(after, move.row, [line.after for line in lines])
    old = [_share(before, row, [line.before for line in lines]) for row in move.origins]
    known = [share for share in old if share is not None]
    return None if own is None or len(known) < len(old) else (sum(known, Fraction(0)) / len(known), own)


def _held(found: Differences, move: Move, line: LinePair) -> bool:
    sides = [
        (found.after.sheet, move.row, line.after),
        *((found.before.sheet, row, line.before) for row in move.origins),
    ]
    none = int(Outcome.NOT_APPLICABLE)
    return all(number is not None and sheet.criteria[number].outcome[row] != none for sheet, row, number in sides)


def _share(sheet: ScoreSheet, row: int, numbers: "list[str | None]") -> Fraction | None:
    reachable, low = (Fraction(sum(_steps(sheet, row, numbers, end))) for end in ("reachable", "low"))
    return 100 * low / reachable if reachable else None


def _steps(sheet: ScoreSheet, row: int, numbers: "list[str | None]", end: str) -> Iterator[int | Fraction]:
    penalties = {area.code for area in sheet.scheme.areas if area.kind == "penalty"}
    for number in numbers:
        if number is not None:
            steps = plain_steps(getattr(sheet.criteria[number], end)[row])
            yield -steps if end == "low" and sheet.scheme.criteria[number].area in penalties else steps
