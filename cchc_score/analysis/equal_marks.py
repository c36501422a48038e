"""Criteria that tell nobody apart: everybody who has points of them has the same share of the maximum."""

from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction

from cchc_score.engine import held_criteria
from cchc_score.engine.combine import summed_criteria
from cchc_score.model import Outcome, Scheme
from cchc_score.sheet import ScoreSheet, plain_steps


@dataclass(frozen=True, slots=True)
class MarkSpread:
    """How the marks of one criterion lie: `scored` units, those it does not apply to, those whose points are open.

    `points` are what all scored units have, of `most`; None where they differ, or where fewer than two are scored.
    """

    number: str
    scored: int
    not_applicable: int
    open: int
    points: Fraction | None
    most: Fraction

    @property
    def is_equal(self) -> bool:
        """Whether the criterion tells nobody apart."""
        return self.points is not None


def mark_spreads(sheet: ScoreSheet) -> dict[str, MarkSpread]:
    """The criteria that are held and add up, in the order of the scheme, by their numbers.

    Of alternatives the parent stands for all: one that was not chosen weighs nothing.
    """
    held = held_criteria(sheet.scheme)
    return {number: _spread(sheet, number) for number in _counting(sheet.scheme) if number in held}


def _counting(scheme: Scheme) -> list[str]:
    # Points of bonus and penalty areas move units as any others do.
    return summed_criteria(replace(scheme, areas=tuple(replace(area, kind="normal") for area in scheme.areas)))


def _spread(sheet: ScoreSheet, number: str) -> MarkSpread:
    cells, most = sheet.criteria[number], sheet.scheme.criteria[number].max_points
    outcomes = Counter(map(int, cells.outcome))
    scored, absent = outcomes[Outcome.SCORED], outcomes[Outcome.NOT_APPLICABLE]
    # What is missing or pending has a certain 0, which is no mark that anybody was given. Fractions only of the few
    # marks that differ: a nation has many units.
    steps = {
        (plain_steps(low), plain_steps(reachable))
        for outcome, low, reachable in zip(cells.outcome, cells.low, cells.reachable, strict=True)
        if outcome == Outcome.SCORED
    }
    whole = int(10**sheet.scheme.decimals) * most
    shares = {Fraction(low) / (reachable or whole) for low, reachable in steps}
    return MarkSpread(
        number=number,
        scored=scored,
        not_applicable=absent,
        open=outcomes.total() - scored - absent,
        points=most * shares.pop() if scored > 1 and len(shares) == 1 else None,
        most=most,
    )
