"""The same scheme written out by hand with NumPy: once in floats, as a careful analyst would, and once exactly."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from cchc_score.facts import Table
from cchc_score.model import Scheme

Array = np.ndarray[Any, Any]


@dataclass
class Result:
    """Points of every criterion and area, total, reachable points, index and rank."""

    points: list[Array]
    areas: list[Array]
    total: Array
    reachable: Array
    index: Array
    rank: Array


def inputs(table: Table, dtype: Any) -> tuple[dict[str, Array], dict[str, Array]]:
    """The columns and what is known of them as arrays; not part of what is timed."""
    values = {code: np.array(column.values, dtype=dtype) for code, column in table.columns.items()}
    return values, {code: np.array(column.known, dtype=bool) for code, column in table.columns.items()}


def in_floats(scheme: Scheme, values: dict[str, Array], known: dict[str, Array]) -> Result:
    """Points as floats, rounded half up to two decimals."""
    count = len(next(iter(values.values())))
    points, reach = [], []
    for number, leaf in enumerate(scheme.leaves):
        settings = leaf.settings
        part, whole, cnt, answer = (f"{name}_{number}" for name in ("part", "whole", "count", "answer"))
        applies = np.ones(count, bool)
        if leaf.method == "ratio":
            p, w = values[part], values[whole]
            have = known[part] & known[whole]
            share = np.minimum(p, w) / np.where(w > 0, w, 1.0)
            got = np.where(100 * p >= float(settings.zero_below) * w, 2.0 * share, 0.0)
            got, applies = none_float(got, w, settings.if_none, applies, have)
            if leaf.gates:
                shut = values[cnt] < 2
                got = np.where(shut, 0.0, got)
                have = known[cnt] & (shut | have)
                applies = applies | shut
        elif leaf.method == "bands" and settings.value is None:
            p, w = values[part], values[whole]
            have = known[part] & known[whole]
            percent = 100 * p / np.where(w > 0, w, 1.0)
            got = np.where(percent > 90, 2.0, np.where(percent >= 70, 1.5, np.where(percent >= 50, 0.75, 0.0)))
            got, applies = none_float(got, w, settings.if_none, applies, have)
        elif leaf.method == "bands":
            c, have = values[cnt], known[cnt]
            got = np.where(c >= 12, 2.0, np.where(c >= 6, 1.25, np.where(c >= 1, 0.5, 0.0)))
        elif leaf.method == "options":
            a, have = values[answer].astype(np.int64), known[answer]
            got = np.array([2.0, 0.75, 0.0, 0.0])[a]
            applies = ~(have & (a == 3))
        else:
            have = known[cnt]
            got = np.clip(float(settings.start) + float(settings.each) * values[cnt], 0.0, 2.0)
        points.append(np.where(have, np.floor(got * 100 + 0.5) / 100, 0.0))
        reach.append(np.where(applies, 2.0, 0.0))
    return finish(scheme, points, reach)


def none_float(got: Array, whole: Array, if_none: str, applies: Array, have: Array) -> tuple[Array, Array]:
    """What a whole of 0 gives."""
    arose = whole > 0
    if if_none == "full":
        return np.where(arose, got, 2.0), applies
    if if_none == "zero":
        return np.where(arose, got, 0.0), applies
    return np.where(arose, got, 0.0), arose | ~have


def exactly(scheme: Scheme, values: dict[str, Array], known: dict[str, Array]) -> Result:
    """Points as whole hundredths, divided and rounded in whole numbers."""
    count = len(next(iter(values.values())))
    points, reach = [], []
    for number, leaf in enumerate(scheme.leaves):
        settings = leaf.settings
        part, whole, cnt, answer = (f"{name}_{number}" for name in ("part", "whole", "count", "answer"))
        applies = np.ones(count, bool)
        if leaf.method == "ratio":
            p, w = values[part], values[whole]
            have = known[part] & known[whole]
            den = np.where(w > 0, w, 1)
            got = (2 * 200 * np.minimum(p, w) + den) // (2 * den)
            got = np.where(100 * p >= int(settings.zero_below) * w, got, 0)
            got, applies = none_exact(got, w, settings.if_none, applies, have)
            if leaf.gates:
                shut = values[cnt] < 2
                got = np.where(shut, 0, got)
                have = known[cnt] & (shut | have)
                applies = applies | shut
        elif leaf.method == "bands" and settings.value is None:
            p, w = values[part], values[whole]
            have = known[part] & known[whole]
            got = np.where(100 * p > 90 * w, 200, np.where(100 * p >= 70 * w, 150, np.where(100 * p >= 50 * w, 75, 0)))
            got, applies = none_exact(got, w, settings.if_none, applies, have)
        elif leaf.method == "bands":
            c, have = values[cnt], known[cnt]
            got = np.where(c >= 12, 200, np.where(c >= 6, 125, np.where(c >= 1, 50, 0)))
        elif leaf.method == "options":
            a, have = values[answer], known[answer]
            got = np.array([200, 75, 0, 0])[a]
            applies = ~(have & (a == 3))
        else:
            have = known[cnt]
            got = np.clip(int(100 * settings.start) + int(100 * settings.each) * values[cnt], 0, 200)
        points.append(np.where(have, got, 0))
        reach.append(np.where(applies, 200, 0))
    return finish(scheme, points, reach)


def none_exact(got: Array, whole: Array, if_none: str, applies: Array, have: Array) -> tuple[Array, Array]:
    """What a whole of 0 gives."""
    arose = whole > 0
    if if_none == "full":
        return np.where(arose, got, 200), applies
    if if_none == "zero":
        return np.where(arose, got, 0), applies
    return np.where(arose, got, 0), arose | ~have


def finish(scheme: Scheme, points: list[Array], reach: list[Array]) -> Result:
    """Areas, total, index and standard ranks."""
    size = len(points) // len(scheme.areas)
    areas = [sum(points[start : start + size]) for start in range(0, len(points), size)]
    total, reachable = sum(areas), sum(reach)
    if total.dtype == np.int64:
        # Fractions of two numbers up to 12,000 are told apart by their 10^9-fold.
        index = total * 10**9 // np.maximum(reachable, 1)
    else:
        index = np.round(100 * total / np.where(reachable > 0, reachable, 1), 9)
    order = np.sort(index)
    return Result(points, areas, total, reachable, index, 1 + len(index) - np.searchsorted(order, index, "right"))
