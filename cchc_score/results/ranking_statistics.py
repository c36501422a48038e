"""What a ranking says of many units together: their indices, and how many have each class."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from cchc_score.results.ranked_units import IndexSummary, RankingLine, UnitRanking
from cchc_score.results.result_json import number_data


@dataclass(frozen=True, slots=True)
class ClassShare:
    """How many of some units have a class, and their share in percent; a name of None stands for no class at all."""

    name: str | None
    count: int
    share: Fraction


@dataclass(frozen=True, slots=True)
class UnitStatistics:
    """Some units of a ranking together: a group that is ranked by itself (empty: all of them), or a kind of units.

    `indices` is None where fewer than two are ranked. `classes` are in the order of the scheme, and last those
    without a class where there are any; none where the ranking is not by the total.
    """

    group: str
    units: int
    ranked: int
    indices: IndexSummary | None
    classes: tuple[ClassShare, ...]


def group_statistics(result: UnitRanking) -> tuple[UnitStatistics, ...]:
    """The statistics of each group that is ranked by itself."""
    return tuple(_statistics(result, group, lines) for group, lines in result.groups.items())


def kind_statistics(result: UnitRanking) -> tuple[UnitStatistics, ...]:
    """The statistics of each kind of units, where several kinds are ranked together; else none."""
    kinds: dict[str, list[RankingLine]] = {}
    for line in result.lines:
        kinds.setdefault(line.unit.kind, []).append(line)
    # Where each kind is a group by itself, its statistics are those of the group.
    if len(kinds) < 2 or len(result.groups) > 1:
        return ()
    return tuple(_statistics(result, kind, kinds[kind]) for kind in sorted(kinds))


def _statistics(result: UnitRanking, group: str, lines: Sequence[RankingLine]) -> UnitStatistics:
    ranked = sum(line.rank is not None for line in lines)
    classes = _classes(result, lines) if result.by == "total" else ()
    return UnitStatistics(group, len(lines), ranked, result.summary(lines), classes)


def _classes(result: UnitRanking, lines: Sequence[RankingLine]) -> tuple[ClassShare, ...]:
    sheet = result.scored.sheet
    counts = Counter(sheet.class_name(line.row) for line in lines)
    names: list[str | None] = [limit.name for limit in sheet.scheme.classes]
    # A scheme without classes leaves everybody without one, which is nothing to be told.
    if names and counts[None]:
        names.append(None)
    return tuple(ClassShare(name, counts[name], Fraction(100 * counts[name], len(lines))) for name in names)


def statistics_data(one: UnitStatistics, decimals: int) -> dict[str, Any]:
    """Statistics with numbers as they are printed, and exactly."""
    indices = one.indices
    return {
        "group": one.group or None,
        "units": one.units,
        "ranked": one.ranked,
        **(
            {
                "highest": number_data(indices.highest, decimals),
                "mean": number_data(indices.mean, decimals),
                "lowest": number_data(indices.lowest, decimals),
            }
            if indices
            else {}
        ),
        **({"classes": [_class_data(given) for given in one.classes]} if one.classes else {}),
    }


SHARE_DECIMALS = 2
"""Shares of units in percent are printed with so many decimals, whatever the scheme counts points in."""


def _class_data(given: ClassShare) -> dict[str, Any]:
    return {"class": given.name, "units": given.count, "share": number_data(given.share, SHARE_DECIMALS)}
