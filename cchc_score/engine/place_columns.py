"""Ranks and classes of many communes at once, by exact comparison of fractions in whole numbers."""

from collections.abc import Hashable, Sequence
from typing import Any

import numpy as np

from cchc_score.engine.plan import Array
from cchc_score.engine.tree_columns import Marks
from cchc_score.model import Outcome, Scheme

WIDE = 2**62
FAILED = int(Outcome.FAILED)


def keys(marks: Marks, scheme: Scheme) -> Array | None:
    """A whole number for each index that orders as the scheme compares; None where it would leave the range.

    Two different fractions with denominators up to R differ by more than 1 / R^2: multiplied by a larger M, their
    whole parts differ as well.
    """
    low, reachable = marks.low.astype(np.int64), marks.reachable.astype(np.int64)
    most = int(reachable.max(initial=0))
    if scheme.ranking.compare == "published":
        power = 200 * 10**scheme.decimals
        if int(low.max(initial=0)) * power + most >= WIDE:
            return None
        return np.asarray((low * power + reachable) // np.maximum(2 * reachable, 1))
    if int(reachable.min(initial=most)) == most:
        return low
    over = most * most + 1
    # The factor itself must fit, also where nobody has any points.
    if max(1, int(low.max(initial=0))) * over >= WIDE:
        return None
    return np.asarray(low * over // np.maximum(reachable, 1))


def ranks(marks: Marks, rankable: Array, groups: Sequence[Hashable] | None, scheme: Scheme) -> Array | None:
    """The ranks of all units, 0 for those that have none; None where whole numbers cannot tell them apart."""
    key = keys(marks, scheme)
    if key is None:
        return None
    result = np.zeros(len(key), np.int64)
    rankable = rankable & (marks.reachable > 0)
    parts = [rankable]
    if groups is not None:
        kinds = np.array([str(group) for group in groups])
        parts = [rankable & (kinds == kind) for kind in np.unique(kinds)]
    for part in parts:
        rows = np.flatnonzero(part)
        result[rows] = _places(key[rows], scheme.ranking.ties)
    return result


def _places(key: Array, ties: str) -> Array:
    if ties == "list":
        places = np.empty(len(key), np.int64)
        places[np.argsort(-key, kind="stable")] = np.arange(1, len(key) + 1)
        return places
    # No index that is ranked is below 0.
    if int(key.max(initial=0)) <= 4 * len(key) + 100_000:
        counts = np.bincount(key)
        place: Any = key
    else:
        _, place, counts = np.unique(key, return_inverse=True, return_counts=True)
    if ties == "dense":
        counts = (counts > 0).astype(np.int64)
    return np.asarray(1 + counts.sum() - np.cumsum(counts)[place])


def classes(scheme: Scheme, total: Marks, areas: Sequence[Marks], criteria: Sequence[Marks]) -> Array | None:
    """The place of each unit's class, -1 for none; None where the limits leave the range.

    `areas` are the marks of all areas, `criteria` of those that a class may ask for.
    """
    limits = [
        one for limit in scheme.classes for one in (limit.at_least, limit.each_area_from, limit.each_criterion_from)
    ]
    widest = max(int(total.reachable.max(initial=0)), int(total.low.max(initial=0)))
    if any(one is not None and widest * max(100 * one.denominator, one.numerator) >= WIDE for one in limits):
        return None
    result = np.full(len(total.low), -1, np.int64)
    for place in range(len(scheme.classes) - 1, -1, -1):
        limit = scheme.classes[place]
        holds = _reaches(total, limit.at_least)
        for share, parts in ((limit.each_area_from, areas), (limit.each_criterion_from, criteria)):
            for part in parts if share is not None else ():
                holds &= _reaches(part, share) | (part.reachable == 0)
        result[holds] = place
    result[(total.reachable == 0) | (total.outcome == FAILED)] = -1
    if scheme.ranking.incomplete == "unranked":
        result[total.outcome > Outcome.SCORED] = -1
    return result


def _reaches(marks: Marks, limit: Any) -> Array:
    reached = marks.low.astype(np.int64) * (100 * limit.denominator)
    return np.asarray(reached >= marks.reachable.astype(np.int64) * limit.numerator)
