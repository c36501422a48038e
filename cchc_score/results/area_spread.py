"""How far units lie apart: the shares that they reached in total or in an area, with the median."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_score.results.scored import ScoredStage


@dataclass(frozen=True, slots=True)
class Spread:
    """The shares of some units at a place ('total' or an area's code) in percent, the lowest first; never empty."""

    place: str
    shares: tuple[Fraction, ...]

    @property
    def median(self) -> Fraction:
        """The share that half of the units lie below; of an even number the mean of the two in the middle."""
        middle = len(self.shares) // 2
        if len(self.shares) % 2:
            return self.shares[middle]
        return (self.shares[middle - 1] + self.shares[middle]) / 2

    @property
    def mean(self) -> Fraction:
        """The mean of the shares."""
        return sum(self.shares, Fraction(0)) / len(self.shares)

    @property
    def lowest(self) -> Fraction:
        """The lowest share."""
        return self.shares[0]

    @property
    def highest(self) -> Fraction:
        """The highest share."""
        return self.shares[-1]


def spread_at(scored: ScoredStage, place: str, rows: Sequence[int]) -> Spread | None:
    """The spread of some units at a place; None where none of them has a share there."""
    indices = scored.sheet.indices(scored.sheet.at(place))
    shares = sorted(index for row in rows if (index := indices[row]) is not None)
    return Spread(place, tuple(shares)) if shares else None
