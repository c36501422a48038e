"""A ranking: the units in the order of their ranks in total, in an area or in a criterion."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_score.engine import groups_of, ranks_of
from cchc_score.model import Unit
from cchc_score.results.scored import ScoredStage, printed_indices
from cchc_score.sheet import Cells, Steps, plain_steps


@dataclass(frozen=True, slots=True)
class RankingLine:
    """A unit in a ranking: its row and group, its rank there (None: none), its index as printed for machines."""

    row: int
    unit: Unit
    group: str
    rank: int | None
    index: str | None


@dataclass(frozen=True, slots=True)
class IndexSummary:
    """The indices of so many ranked units, exact, in percent."""

    count: int
    highest: Fraction
    mean: Fraction
    lowest: Fraction


@dataclass(frozen=True, slots=True)
class UnitRanking:
    """The ranking of a stage, of all units or of one `kind`; `lines` are in the order of print.

    `by` is 'total', the code of an area, or the number of a criterion. Points are in `cells`, by row.
    """

    scored: ScoredStage
    by: str
    kind: str | None
    lines: tuple[RankingLine, ...]

    @property
    def cells(self) -> Cells:
        """The column by which the units are ranked."""
        return self.scored.sheet.at(self.by)

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows of the units, in the order of print."""
        return tuple(line.row for line in self.lines)

    def summary(self, lines: Sequence[RankingLine]) -> IndexSummary | None:
        """The highest, the mean and the lowest index of the ranked among some units; None for fewer than two."""
        low, reachable = self.cells.low, self.cells.reachable
        points: dict[Steps, list[Steps]] = defaultdict(list)
        for line in lines:
            if line.rank is not None:
                points[plain_steps(reachable[line.row])].append(plain_steps(low[line.row]))
        count = sum(map(len, points.values()))
        if count < 2:
            return None
        # A nation has few different maxima: with the points of each together there is little to do with fractions.
        shares = [[Fraction(100 * take(own), whole) for take in (max, sum, min)] for whole, own in points.items()]
        highest, total, lowest = zip(*shares, strict=True)
        return IndexSummary(count, max(highest), sum(total, Fraction(0)) / count, min(lowest))

    @property
    def groups(self) -> dict[str, list[RankingLine]]:
        """The lines of each group of units that are ranked among themselves."""
        groups: dict[str, list[RankingLine]] = {}
        for line in self.lines:
            groups.setdefault(line.group, []).append(line)
        return groups


def ranking(scored: ScoredStage, by: str = "total", kind: str | None = None) -> UnitRanking:
    """The ranking by the total, an area's code or a criterion's number; a KeyError for anything else."""
    sheet, cells = scored.sheet, scored.sheet.at(by)
    ranks = list(map(int, sheet.ranks if by == "total" else ranks_of(sheet, cells)))
    # Those of the total know the limits of the classes, which no other column has.
    indices = scored.indices if by == "total" else printed_indices(sheet, cells, ranks)
    groups = [str(group) for group in groups_of(sheet.scheme, sheet.table)]
    units = sheet.table.units
    lines = (
        RankingLine(row, units[row], groups[row], ranks[row] or None, indices[row])
        for row in _order(ranks, groups)
        # Left out after the ranking, so that ranks stay those of the whole group.
        if kind is None or units[row].kind == kind
    )
    return UnitRanking(scored, by, kind, tuple(lines))


def _order(ranks: Sequence[int], groups: Sequence[str]) -> list[int]:
    """By group and rank, equal ones as the list of units has them, the unranked last."""
    position = {group: place for place, group in enumerate(dict.fromkeys(groups))}
    # False sorts before True, so that whoever has no rank, which is 0, stands last in its group.
    return sorted(range(len(ranks)), key=lambda row: (position[groups[row]], ranks[row] == 0, ranks[row], row))
