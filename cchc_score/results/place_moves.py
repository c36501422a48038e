"""Which rank and class a unit would have with more points, while all other units stay as they are."""

from dataclasses import dataclass
from fractions import Fraction

from cchc_score.engine import groups_of
from cchc_score.engine.ranking import compared_index
from cchc_score.results.scored import ScoredStage
from cchc_score.sheet import plain_steps


@dataclass(frozen=True, slots=True)
class NewPlace:
    """The index in percent, the rank (None: none) that a unit would have."""

    index: Fraction
    rank: int | None


@dataclass(frozen=True)
class PlaceFinder:
    """Finds the place of a unit with more points; the indices of all units are worked out once."""

    scored: ScoredStage
    groups: tuple[object, ...]
    compared: tuple[Fraction | int | None, ...]

    def with_points(self, row: int, more: Fraction) -> NewPlace | None:
        """The place of a unit with so many more points; None for one without an index."""
        sheet = self.scored.sheet
        total = sheet.mark(row, sheet.total)
        if total.index is None:
            return None
        index = 100 * self._capped(row, more, total.reachable) / total.reachable
        return NewPlace(index, self._rank(row, index) if sheet.ranks[row] else None)

    def _capped(self, row: int, more: Fraction, reachable: Fraction) -> Fraction:
        """The points of a unit with more of them: never below 0, nor above what was reachable, if the scheme says so."""
        sheet = self.scored.sheet
        # From the areas, because the total may have been cut already.
        raw = Fraction(sum(plain_steps(cells.low[row]) for cells in sheet.areas.values())) / 10**sheet.scheme.decimals
        points = max(raw + more, Fraction(0))
        return min(points, reachable) if sheet.scheme.ranking.above_100 == "cap" else points

    def _rank(self, row: int, index: Fraction) -> int:
        scheme, ranks = self.scored.sheet.scheme, self.scored.sheet.ranks
        own = compared_index(index, scheme.ranking, scheme.index_decimals)
        above = {
            other
            for other, group in enumerate(self.groups)
            if other != row and ranks[other] and group == self.groups[row] and self._above(other, own, row)
        }
        if scheme.ranking.ties == "dense":
            return 1 + len({self.compared[other] for other in above})
        return 1 + len(above)

    def _above(self, other: int, own: Fraction | int | None, row: int) -> bool:
        theirs = self.compared[other]
        if theirs is None or own is None:
            return False
        # Where the list of units decides between equal indices, whoever stands before stays before.
        listed = self.scored.sheet.scheme.ranking.ties == "list"
        return theirs > own or (listed and theirs == own and other < row)


def place_finder(scored: ScoredStage) -> PlaceFinder:
    """What finds places in the ranking of a stage."""
    sheet, scheme = scored.sheet, scored.sheet.scheme
    compared = tuple(
        compared_index(index, scheme.ranking, scheme.index_decimals) for index in sheet.indices(sheet.total)
    )
    return PlaceFinder(scored, tuple(groups_of(scheme, sheet.table)), compared)
