"""Ranks and classes, by exact comparison."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from fractions import Fraction

from cchc_score.model import ClassLimit, Ranking
from cchc_score.points import plain, round_half_up

MOST_DECIMALS = 6


def compared_index(index: Fraction | None, ranking: Ranking, decimals: int) -> Fraction | int | None:
    """The value that decides a rank: the exact index, or the index as it is printed, as the scheme says."""
    if index is None or ranking.compare == "exact":
        return index
    return round_half_up(index, decimals)


def rank(values: Sequence[Fraction | int | None], groups: Sequence[Hashable], ties: str) -> list[int]:
    """The standing of each value in its group, the largest first; 0 for None. Ties as the scheme says."""
    members: dict[Hashable, list[int]] = defaultdict(list)
    for row, (value, group) in enumerate(zip(values, groups, strict=True)):
        if value is not None:
            members[group].append(row)
    ranks = [0] * len(values)
    for rows in members.values():
        # A stable sort: equal values stay in the order of the list, which is what ties = "list" means.
        rows.sort(key=lambda row: values[row], reverse=True)  # type: ignore[arg-type, return-value]
        standing = 0
        for position, row in enumerate(rows, 1):
            # Positions count from 1, so the row before this one is at `position - 2`.
            if ties == "list" or position == 1 or values[row] != values[rows[position - 2]]:
                standing = standing + 1 if ties == "dense" else position
            ranks[row] = standing
    return ranks


def classify(
    index: Fraction | None,
    areas: Sequence[Fraction],
    criteria: Sequence[Fraction],
    classes: Sequence[ClassLimit],
) -> int:
    """The position of the first class whose limit and conditions hold; -1 without an index.

    `areas` and `criteria` are the indices of what was reachable.
    """
    if index is None:
        return -1
    for position, limit in enumerate(classes):
        if index < limit.at_least:
            continue
        if limit.each_area_from is not None and any(area < limit.each_area_from for area in areas):
            continue
        if limit.each_criterion_from is not None and any(
            criterion < limit.each_criterion_from for criterion in criteria
        ):
            continue
        return position
    return -1


def distinct_prints(
    values: Sequence[Fraction | None],
    ranks: Sequence[int],
    groups: Sequence[Hashable],
    limits: Sequence[Fraction],
    decimals: int,
) -> list[str | None]:
    """Each value with as many decimals as keep it apart from values of another rank and below a limit not reached.

    At most 6, else the exact fraction. Values are written for machines ('81.33').
    """
    exact = [limit * 10**MOST_DECIMALS for limit in sorted(limits)]
    # Whole numbers are compared sooner than fractions, and nearly every limit is one.
    ascending = [int(limit) if limit.denominator == 1 else limit for limit in exact]
    prints = {row: _below_limits(value, ascending, decimals) for row, value in enumerate(values) if value is not None}
    ranked = {row: value for row, value in enumerate(values) if value is not None and ranks[row]}
    needed, says = {row: places for row, (places, _) in prints.items()}, {row: prints[row][1] for row in ranked}
    # It ends, because every round gives somebody one decimal more, and beyond the most the exact value is shown.
    while alike := [row for row in _alike(says, ranked, ranks, groups) if needed[row] <= MOST_DECIMALS]:
        for row in alike:
            needed[row], says[row] = _below_limits(ranked[row], ascending, needed[row] + 1)
    return [None if value is None else _write(value, needed[row]) for row, value in enumerate(values)]


def _alike(
    says: Mapping[int, Fraction | int],
    ranked: Mapping[int, Fraction],
    ranks: Sequence[int],
    groups: Sequence[Hashable],
) -> list[int]:
    """The rows that print like a row of another rank and value."""
    same: dict[tuple[Hashable, Fraction | int], list[int]] = defaultdict(list)
    for row, shown in says.items():
        same[groups[row], shown].append(row)
    several = [rows for rows in same.values() if len({ranks[row] for row in rows}) > 1]
    # With ties = "list" equal values have different ranks, and no number of decimals tells those apart.
    return [row for rows in several if len({ranked[row] for row in rows}) > 1 for row in rows]


def _shown(value: Fraction, places: int) -> Fraction | int:
    """The value that a print stands for, in millionths: '80.01' and '80.010' stand for the same."""
    if places > MOST_DECIMALS:
        return value * int(10**MOST_DECIMALS)
    return round_half_up(value, places) * int(10 ** (MOST_DECIMALS - places))


def _below_limits(value: Fraction, limits: Sequence[Fraction | int], decimals: int) -> tuple[int, Fraction | int]:
    """The fewest decimals whose print stays below the limit that comes next, and the value that it stands for.

    `limits` ascend, in millionths, and so is that value.
    """
    for places in range(decimals, MOST_DECIMALS + 1):
        shown = _shown(value, places)
        reached = bisect_right(limits, shown)
        # A limit that the print reaches is no fault where the value itself reaches it.
        if not reached or limits[reached - 1] * value.denominator <= value.numerator * 10**MOST_DECIMALS:
            return places, shown
    return MOST_DECIMALS + 1, _shown(value, MOST_DECIMALS + 1)


def _write(value: Fraction, places: int) -> str:
    return plain(value, None if places > MOST_DECIMALS else places)
