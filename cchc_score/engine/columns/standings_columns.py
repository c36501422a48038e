"""Ranks and classes of many communes at once, by exact comparison of fractions in whole numbers."""

from collections.abc import Callable, Hashable, Sequence
from fractions import Fraction
from typing import Any, Protocol, TypeVar

import numpy as np

from cchc_score.engine.columns.fact_terms import WIDE, Array
from cchc_score.engine.columns.tree_columns import MarkArrays
from cchc_score.model import Outcome, Scheme

NARROW = 2**31
FAILED = int(Outcome.FAILED)


class RankedPlace(Protocol):
    """What ranks and classes need to know of the marks of one criterion, area or total."""

    @property
    def outcome(self) -> Array:
        """The outcome of each unit."""

    @property
    def reachable(self) -> Array:
        """What each unit could reach."""


Kind = TypeVar("Kind", bound=RankedPlace)


def keys(marks: MarkArrays, scheme: Scheme) -> Array | None:
    """A whole number for each index that orders as the scheme compares; None where it would leave the range.

    Two different fractions with denominators up to R differ by more than 1 / R^2: multiplied by a larger M, their
    whole parts differ as well.
    """
    low, reachable = marks.low.astype(np.int64), marks.reachable.astype(np.int64)
    most = int(reachable.max(initial=0))
    if scheme.ranking.compare == "published":
        # The printed index, half up, in one division: twice 100 percent, in its smallest steps.
        power = 200 * 10**scheme.index_decimals
        if int(low.max(initial=0)) * power + most >= WIDE:
            return None
        return np.asarray((low * power + reachable) // np.maximum(2 * reachable, 1))
    # With one denominator for all the points are in the order of the indices.
    if int(reachable.min(initial=most)) == most:
        return low
    over = most * most + 1
    # The factor itself must fit, also where nobody has any points.
    if max(1, int(low.max(initial=0))) * over >= WIDE:
        return None
    # Who could reach nothing has no rank; here the division by 0 alone is kept away.
    return np.asarray(low * over // np.maximum(reachable, 1))


def ranks(marks: MarkArrays, rankable: Array, groups: Sequence[Hashable] | None, scheme: Scheme) -> Array | None:
    """The ranks of all units, 0 for those that have none; None where whole numbers cannot tell them apart."""
    key = keys(marks, scheme)
    return None if key is None else ranks_by(key, rankable & (marks.reachable > 0), groups, scheme)


def ranks_by(key: Array, rankable: Array, groups: Sequence[Hashable] | None, scheme: Scheme) -> Array:
    """The ranks of all units by a whole number, not below 0, that orders them; 0 for those that have none."""
    result = np.zeros(len(key), np.int64)
    parts = [rankable]
    if groups is not None:
        kinds = np.array([str(group) for group in groups])
        parts = [rankable & (kinds == kind) for kind in np.unique(kinds)]
    for part in parts:
        rows = np.flatnonzero(part)
        result[rows] = _standings(key[rows], scheme.ranking.ties)
    return result


def _standings(key: Array, ties: str) -> Array:
    # No index that is ranked is below 0. Counting beats sorting while the keys are few.
    if ties != "list" and int(key.max(initial=0)) <= 8 * len(key):
        counts = np.bincount(key)
        if ties == "dense":
            counts = (counts > 0).astype(np.int64)
        # A standing is one more than the number of keys above it.
        return np.asarray(1 + counts.sum() - np.cumsum(counts)[key])
    order, places = _falling(key), np.arange(1, len(key) + 1)
    if ties != "list":
        ordered = key[order]
        first = np.ones(len(key), bool)
        np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
        places = np.cumsum(first) if ties == "dense" else np.maximum.accumulate(places * first)
    standings = np.empty(len(key), np.int64)
    standings[order] = places
    return standings


def _falling(key: Array) -> Array:
    """The rows by a number not below 0, the highest first; equal ones stay as they stand."""
    bits = len(key).bit_length()
    if int(key.max(initial=0)).bit_length() + bits > 62:
        # Negated, because a stable order turned around would turn equal units around as well.
        return np.argsort(-key, kind="stable")
    # Number and row in one: sorting takes a fraction of the time of finding an order.
    both = (-key << bits) | np.arange(len(key))
    both.sort()
    return both & ((1 << bits) - 1)


def classes(
    scheme: Scheme, total: MarkArrays, areas: Sequence[MarkArrays], criteria: Sequence[MarkArrays]
) -> Array | None:
    """The position of each unit's class in the scheme, -1 for none; None where the limits leave the range.

    `areas` are the marks of all areas, `criteria` of those that a class may ask for.
    """
    largest = largest_product(scheme, max(int(total.reachable.max(initial=0)), int(total.low.max(initial=0))))
    if largest is None or largest >= WIDE:
        return None
    # Half the width is twice as fast, and the points of nearly every scheme fit.
    width: Any = np.int32 if largest < NARROW else np.int64

    def reaches(marks: MarkArrays, limit: Any) -> Array:
        low, reachable = marks.low.astype(width, copy=False), marks.reachable.astype(width, copy=False)
        return np.asarray(low * width(100 * limit.denominator) >= reachable * width(limit.numerator))

    return classes_by(scheme, total, areas, criteria, reaches)


def largest_product(scheme: Scheme, widest: int) -> int | None:
    """The largest number that comparing points up to `widest` with limits of classes gives; None for the row form.

    A limit for each answer is for the row form: such a scheme has few units, or waits a moment longer.
    """
    if any(limit.by_answer is not None for limit in scheme.classes):
        return None
    limits = [
        share for limit in scheme.classes for share in (limit.at_least, limit.each_area_from, limit.each_criterion_from)
    ]
    return max(
        (widest * max(100 * share.denominator, share.numerator) for share in limits if share is not None), default=0
    )


def classes_by(
    scheme: Scheme,
    total: Kind,
    areas: Sequence[Kind],
    criteria: Sequence[Kind],
    reaches: Callable[[Kind, Fraction], Array],
) -> Array:
    """The position of each unit's class, -1 for none; `reaches` tells who reaches a percentage of what they could."""
    result = np.full(len(total.outcome), -1, np.int64)
    # From the lowest class up: a higher one that holds as well takes over.
    for position in range(len(scheme.classes) - 1, -1, -1):
        limit = scheme.classes[position]
        holds = reaches(total, limit.at_least)
        for share, parts in ((limit.each_area_from, areas), (limit.each_criterion_from, criteria)):
            for part in parts if share is not None else ():
                assert share is not None
                holds &= reaches(part, share) | (part.reachable == 0)
        result[holds] = position
    result[(total.reachable == 0) | (total.outcome == FAILED)] = -1
    if scheme.ranking.incomplete == "unranked":
        result[total.outcome > Outcome.SCORED] = -1
    return result
