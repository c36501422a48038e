"""Gates looked at for many communes at once."""

from collections.abc import Sequence

import numpy as np

from cchc_score.engine.columns.fact_terms import WIDE, Array, add_up
from cchc_score.engine.columns.gate_columns import GateBlock, GateEnd


def gates_pass(block: GateBlock, values: Array) -> tuple[Array, Array | None]:
    """Which gates hold for whom, and where sums are below 0 (None: nowhere); an OverflowError beyond the range."""
    value = add_up(values, block.sums)
    if block.first.answers is not None:
        passed = np.zeros(value.shape, bool)
        for answer in block.first.answers:
            passed |= value == answer
        return passed, None
    whole = None if block.wholes is None else add_up(values, block.wholes)
    passed = between(block.ends, block.largest, value, whole)
    if whole is not None:
        # There is no share of nothing.
        passed |= whole == 0
    # Stored facts are never negative: only a difference of them can be.
    if not block.first.signed:
        return passed, None
    return passed, value < 0 if whole is None else (value < 0) | (whole < 0)


def between(ends: Sequence[GateEnd], largest: Sequence[tuple[int, int]], value: Array, whole: Array | None) -> Array:
    """Whether numbers, or their shares of a whole, lie between ends; an OverflowError beyond the range."""
    most = [1 if each is None else int(np.abs(each).max(initial=0)) for each in (value, whole)]
    if any(times * most[0] >= WIDE or limit * most[1] >= WIDE for times, limit in largest):
        raise OverflowError
    passed = np.ones(value.shape, bool)
    for end in ends:
        left, right = end.times * value, end.limit if whole is None else end.limit * whole
        if end.upper:
            passed &= left < right if end.open else left <= right
        else:
            passed &= left > right if end.open else left >= right
    return passed
