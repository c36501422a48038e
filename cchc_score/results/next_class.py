"""The class above that of a unit, and how far the unit is from it."""

from dataclasses import dataclass
from fractions import Fraction

from cchc_score.engine.standings import limits_for
from cchc_score.results.scored import ScoredStage


@dataclass(frozen=True, slots=True)
class NextClass:
    """A class above a unit's own: the index from which it is given, and the points that the unit lacks for that index.

    `points` is 0 where the index is high enough, and conditions of the class alone keep the unit from it.
    """

    name: str
    at_least: Fraction
    points: Fraction


def next_class(scored: ScoredStage, row: int) -> NextClass | None:
    """The class next above a unit's own; None for the first class, and where no class can be said."""
    sheet = scored.sheet
    own, total, limits = int(sheet.classes[row]), sheet.mark(row, sheet.total), limits_for(sheet, row)
    if own == 0 or not limits or total.index is None or not sheet.ranks[row]:
        return None
    above = limits[own - 1 if own > 0 else -1]
    lacking = above.at_least * total.reachable / 100 - total.low
    return NextClass(above.name, above.at_least, max(lacking, Fraction(0)))
