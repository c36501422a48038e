"""Which rank a unit would have with more points, while all other units stay as they are."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_score.engine import groups_of
from cchc_score.engine.ranking import compared_index
from cchc_score.results.scored import ScoredStage
from cchc_score.sheet import plain_steps

_Value = Fraction | int


@dataclass(frozen=True, slots=True)
class NewPlace:
    """The index in percent and the rank (None: none) that a unit would have."""

    index: Fraction
    rank: int | None


@dataclass(frozen=True, slots=True)
class PlaceFinder:
    """Finds the place of a unit with more points: `groups` by row, the ranked units of each as (value, row), ascending.

    A value is what the scheme compares: the exact index, or the printed one.
    """

    scored: ScoredStage
    groups: Sequence[Hashable]
    ranked: Mapping[Hashable, Sequence[tuple[_Value, int]]]

    def with_points(self, row: int, more: Fraction) -> NewPlace | None:
        """The place of a unit with so many more points, at least 0; None for one without an index."""
        sheet = self.scored.sheet
        total = sheet.mark(row, sheet.total)
        if total.index is None:
            return None
        index = 100 * self._points(row, more, total.reachable) / total.reachable
        return NewPlace(index, self._rank(row, index) if sheet.ranks[row] else None)

    def _points(self, row: int, more: Fraction, reachable: Fraction) -> Fraction:
        """The points of a unit with more of them: never below 0; cut at what was reachable, if the scheme does."""
        sheet = self.scored.sheet
        # From the areas, because the total may have been cut already.
        steps = sum(plain_steps(cells.low[row]) for cells in sheet.areas.values())
        points = max(Fraction(steps, int(10**sheet.scheme.decimals)) + more, Fraction(0))
        return min(points, reachable) if sheet.scheme.ranking.above_100 == "cap" else points

    def _rank(self, row: int, index: Fraction) -> int:
        scheme = self.scored.sheet.scheme
        own = compared_index(index, scheme.ranking, scheme.index_decimals)
        assert own is not None
        others = self.ranked[self.groups[row]]
        # The unit itself is never among those above: it has no fewer points than before.
        above = others[bisect_right(others, own, key=lambda one: one[0]) :]
        if scheme.ranking.ties == "dense":
            return 1 + len({value for value, _ in above})
        if scheme.ranking.ties == "list":
            # Between equal indices whoever the list names first stands first.
            return 1 + len(above) + sum(value == own and other < row for value, other in others)
        return 1 + len(above)


def place_finder(scored: ScoredStage) -> PlaceFinder:
    """What finds places in the ranking of a stage."""
    sheet, scheme = scored.sheet, scored.sheet.scheme
    groups = groups_of(scheme, sheet.table)
    ranked: dict[Hashable, list[tuple[_Value, int]]] = defaultdict(list)
    for row, index in enumerate(sheet.indices(sheet.total)):
        value = compared_index(index, scheme.ranking, scheme.index_decimals)
        if value is not None and sheet.ranks[row]:
            ranked[groups[row]].append((value, row))
    return PlaceFinder(scored, groups, {group: sorted(values) for group, values in ranked.items()})
