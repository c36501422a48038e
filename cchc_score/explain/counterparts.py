"""A comparison of what was claimed with what was given: only lines that both sides answer, the others apart."""

from collections.abc import Iterable, Set
from dataclasses import replace
from fractions import Fraction

from cchc_score.explain.comparison import Comparison, Move, Part, UnitPosition
from cchc_score.model import Outcome
from cchc_score.sheet import ScoreSheet

ANSWERED = (Outcome.SCORED, Outcome.NOT_APPLICABLE)
"""Whoever says that a criterion does not apply has answered the claim: it is worth nothing, and nothing is asked."""


def counterparts(comparison: Comparison, silent: Set[str] = frozenset()) -> Comparison:
    """The same with every unit's points added up over the lines of which both sides say what they are worth.

    What one side has not scored yet is no 0: it stands in `apart` of its unit, and a unit without any common line
    among `alone`, as are the `silent` units, by code, that claim nothing: what others gave them is no claim of theirs.
    Caps of areas and of the total are left out, for they take from sums that are not compared here.
    """
    moves = [
        replace(move, parts=()) if _units(comparison, move) <= silent else _restricted(comparison, move)
        for move in comparison.moves
    ]
    return replace(
        comparison,
        moves=tuple(move for move in moves if move.parts),
        alone=tuple(move.row for move in moves if not move.parts),
    )


def _units(comparison: Comparison, move: Move) -> Set[str]:
    """The codes of the units that stand on either side of a move."""
    before = {comparison.before.table.units[row].code for row in move.origins}
    return before | {comparison.after.table.units[move.row].code}


def _restricted(comparison: Comparison, move: Move) -> Move:
    common, apart = [], []
    for part in move.parts:
        before = _outcomes(comparison.before, move.origins, part.line.before)
        after = _outcomes(comparison.after, (move.row,), part.line.after)
        answered = [all(outcome in ANSWERED for outcome in own) for own in (before, after)]
        if all(answered) and Outcome.SCORED in (*before, *after):
            common.append(part)
        elif Outcome.SCORED in (*before, *after):
            sides = [points if own else None for points, own in zip((part.before, part.after), answered, strict=True)]
            apart.append(replace(part, before=sides[0], after=sides[1]))
    return replace(
        move,
        before=_position(comparison.before, move.before, move.origins[0], common, "before"),
        after=_position(comparison.after, move.after, move.row, common, "after"),
        parts=tuple(common),
        cut=Fraction(0),
        apart=tuple(apart),
    )


def _outcomes(sheet: ScoreSheet, rows: Iterable[int], number: str | None) -> list[Outcome]:
    """What became of a line of some units; MISSING where the sheet has no such line."""
    if number is None:
        return [Outcome.MISSING]
    return [Outcome(int(sheet.criteria[number].outcome[row])) for row in rows]


def _position(sheet: ScoreSheet, whole: UnitPosition, row: int, common: list[Part], side: str) -> UnitPosition:
    """A unit's points of what is common, of what could be reached there; its rank is that of everything."""
    normal = {area.code for area in sheet.scheme.areas if area.kind == "normal"}
    numbers = [getattr(part.line, side) for part in common]
    reachable = sum(
        (
            sheet.mark(row, sheet.criteria[number]).reachable
            for number in numbers
            if sheet.scheme.criteria[number].area in normal
        ),
        Fraction(0),
    )
    points = sum((getattr(part, side) or Fraction(0) for part in common), Fraction(0))
    return UnitPosition(points, reachable, whole.rank, certain=True)
