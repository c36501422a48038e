"""Which neighbours in a ranking lie so close that a small correction would change their order."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from cchc_score.results.ranked_units import RankingLine, UnitRanking

NEAR = Fraction(5, 100)
"""Indices that differ by no more percentage points are near."""


@dataclass(frozen=True, slots=True)
class NearTie:
    """Two neighbours of a group, the upper first, and by how many percentage points their indices differ."""

    upper: RankingLine
    lower: RankingLine
    apart: Fraction


def near_ties(result: UnitRanking) -> tuple[NearTie, ...]:
    """The neighbours within 0.05 percentage points, in the order of the ranking; also those that are equal."""
    return tuple(_near(result))


def _near(result: UnitRanking) -> Iterator[NearTie]:
    indices = result.scored.sheet.indices(result.cells)
    for lines in result.groups.values():
        ranked = [line for line in lines if line.rank is not None]
        for upper, lower in pairwise(ranked):
            above, below = indices[upper.row], indices[lower.row]
            if above is not None and below is not None and above - below <= NEAR:
                yield NearTie(upper, lower, above - below)
