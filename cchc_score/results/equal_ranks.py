"""Which units have one index and different ranks, because the scheme lets the list of units decide between them."""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from fractions import Fraction

from cchc_score.engine import groups_of, ranks_of
from cchc_score.engine.ranking import compared_index
from cchc_score.results.scored import ScoredStage


def equal_ranks(scored: ScoredStage, by: str = "total") -> Mapping[int, tuple[int, int]]:
    """The first and the last of the ranks that are equal, for every unit that shares its index with others, by row.

    None are given where the scheme gives equal indices equal ranks, which everybody sees.
    """
    sheet, scheme = scored.sheet, scored.sheet.scheme
    if scheme.ranking.ties != "list":
        return {}
    cells = sheet.at(by)
    ranks = sheet.ranks if by == "total" else ranks_of(sheet, cells)
    groups = groups_of(scheme, sheet.table)
    rows: dict[tuple[Hashable, Fraction | int | None], list[int]] = defaultdict(list)
    for row, index in enumerate(sheet.indices(cells)):
        if ranks[row]:
            rows[groups[row], compared_index(index, scheme.ranking, scheme.index_decimals)].append(row)
    found = {}
    for together in rows.values():
        own = [int(ranks[row]) for row in together]
        if len(own) > 1:
            found.update(dict.fromkeys(together, (min(own), max(own))))
    return found
