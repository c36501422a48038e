"""Where a figure lies about a limit: below, on or above it, and whether it is near."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

from cchc_score.analysis.limits import Edge

NEAR_PERCENT = Fraction(1)
"""A share is near a limit within so many percentage points."""
NEAR_FIGURE = Fraction(5)
"""A figure is near a limit within so many percent of the limit, and one that differs by 1 always is."""
NEAR_DAYS = 7
"""A day is near a deadline within so many days."""
NEVER = "never"
"""Stands for a day that never came."""


def place_of(edge: Edge, value: Any) -> int:
    """-1 for a figure below a limit (for another answer), 0 on it, 1 above it; a day that never came is the latest."""
    limit = NEVER if edge.at is None else edge.at
    if value == limit:
        return 0
    if isinstance(limit, str):
        return -1
    return 1 if value == NEVER or value > limit else -1


def nearness(edge: Edge) -> Callable[[Any], bool]:
    """Whether a figure is near a limit; of answers only the answer itself is."""
    limit = edge.at
    if isinstance(limit, date):
        return lambda value: value != NEVER and abs((value - limit).days) <= NEAR_DAYS
    if isinstance(limit, Fraction):
        within = NEAR_PERCENT if edge.kind == "percent" else max(Fraction(1), NEAR_FIGURE * limit / 100)
        return lambda value: bool(abs(value - limit) <= within)
    return lambda value: not place_of(edge, value)
