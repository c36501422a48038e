"""Ranks and classes of points that are not rounded: by whole numbers that bound them, by fractions if close."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

import numpy as np

from cchc_score.engine.columns.fact_terms import WIDE, Array
from cchc_score.engine.columns.standings_columns import classes_by, largest_product
from cchc_score.engine.columns.tree_columns import MarkArrays
from cchc_score.engine.combine import Parts
from cchc_score.model import Scheme
from cchc_score.points import round_half_up
from cchc_score.sheet import Steps, plain_steps


@dataclass(frozen=True, slots=True)
class BoundedMarks:
    """Marks between two bounds, in 2^-shift of a step; `exact` gives one unit's mark as it is, in steps."""

    lower: MarkArrays
    upper: MarkArrays
    shift: int
    exact: Callable[[int], Parts]

    @property
    def outcome(self) -> Array:
        """The outcome of each unit."""
        return self.lower.outcome

    @property
    def reachable(self) -> Array:
        """What each unit could reach, in steps: whole ones."""
        return self.lower.reachable >> self.shift

    def index(self, row: int) -> Fraction:
        """One unit's exact index in percent, or 0 where nothing was reachable."""
        reachable = int(self.lower.reachable[row])
        return Fraction(100 * self.points(row) * 2**self.shift, reachable) if reachable else Fraction(0)

    def points(self, row: int) -> Steps:
        """One unit's exact points, in steps."""
        lower = int(self.lower.low[row])
        return Fraction(lower, 2**self.shift) if lower == self.upper.low[row] else plain_steps(self.exact(row).low)


def exact_keys(marks: BoundedMarks, scheme: Scheme) -> Array:
    """A whole number for each unit that orders them by index, as the scheme compares: equal only for equal ones."""
    if scheme.ranking.compare == "published":
        return _printed(marks, scheme)
    reachable = marks.reachable
    most = int(reachable.max(initial=0))
    lower, upper = marks.lower.low, marks.upper.low
    if int(reachable.min(initial=most)) != most:
        # As fine as 64 bits allow; a unit that could reach nothing has no rank, whatever stands here.
        factor, whole = WIDE // (int(upper.max(initial=0)) + 1), np.maximum(reachable, 1)
        lower, upper = lower * factor // whole, -(-upper * factor // whole)
    order = np.argsort(lower, kind="stable")
    # Whoever begins above the end of all before is above them for certain; the others stand in a cluster with those.
    ends = np.maximum.accumulate(upper[order])
    apart = np.ones(len(order), bool)
    apart[1:] = lower[order][1:] > ends[:-1]
    starts = np.flatnonzero(apart)
    stops = np.append(starts[1:], len(order))
    crowded = stops - starts > 1
    for start, stop in zip(starts[crowded].tolist(), stops[crowded].tolist(), strict=True):
        exact = {row: marks.index(row) for row in order[start:stop].tolist()}
        rows = sorted(exact, key=exact.__getitem__)
        order[start:stop] = rows
        apart[start + 1 : stop] = [exact[left] != exact[right] for left, right in pairwise(rows)]
    keys = np.empty(len(order), np.int64)
    keys[order] = np.cumsum(apart)
    return keys


def _printed(marks: BoundedMarks, scheme: Scheme) -> Array:
    """The printed index in its smallest steps, half up."""
    power = 10**scheme.index_decimals
    reachable = marks.lower.reachable
    if max(int(marks.upper.low.max(initial=0)), int(reachable.max(initial=0))) * 201 * power >= WIDE:
        unsure = np.arange(len(reachable))
        keys = np.zeros(len(reachable), np.int64)
    else:
        keys, upper = (
            (200 * power * points + reachable) // np.maximum(2 * reachable, 1)
            for points in (marks.lower.low, marks.upper.low)
        )
        unsure = np.flatnonzero(keys != upper)
    for row in unsure.tolist():
        keys[row] = round_half_up(marks.index(row), scheme.index_decimals)
    return keys


def exact_classes(
    scheme: Scheme, total: BoundedMarks, areas: list[BoundedMarks], criteria: list[BoundedMarks]
) -> Array | None:
    """The position of each unit's class in the scheme, -1 for none; None where the limits leave the range."""
    widest = max(int(total.lower.reachable.max(initial=0)), int(total.upper.low.max(initial=0)))
    largest = largest_product(scheme, widest)
    return None if largest is None or largest >= WIDE else classes_by(scheme, total, areas, criteria, _reaches)


def _reaches(marks: BoundedMarks, limit: Fraction) -> Array:
    needed, times = marks.lower.reachable * limit.numerator, 100 * limit.denominator
    holds: Array = marks.lower.low * times >= needed
    for row in np.flatnonzero((marks.upper.low * times >= needed) & ~holds).tolist():
        holds[row] = marks.points(row) * times * 2**marks.shift >= int(needed[row])
    return holds
