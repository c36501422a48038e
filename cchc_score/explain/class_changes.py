"""Classes gained and lost between two sheets: who changes class, and how many have each before and after."""

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_score.explain.comparison import Comparison, Move


@dataclass(frozen=True, slots=True)
class ClassMove:
    """A unit of both sheets with its class before and after; None for a unit that has none."""

    move: Move
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class ClassCount:
    """A class (None: no class) with how many units have it before and after, how many came to it and left it."""

    name: str | None
    before: int
    after: int
    gained: int
    lost: int


def unit_classes(comparison: Comparison) -> tuple[ClassMove, ...]:
    """The units that both sheets have, in the order of the later one; units merged since had no class before."""
    before, after = comparison.before, comparison.after
    return tuple(
        ClassMove(
            move,
            # A class has no mean: what several units had before is none of the merged one's.
            before.class_name(move.origins[0]) if len(move.origins) == 1 else None,
            after.class_name(move.row),
        )
        for move in comparison.moves
    )


def class_counts(comparison: Comparison, units: Sequence[ClassMove]) -> tuple[ClassCount, ...]:
    """Every class of either scheme, in the order of the later one; at the end those without, where there are any."""
    listed = [limit.name for sheet in (comparison.after, comparison.before) for limit in sheet.scheme.classes]
    names: list[str | None] = list(dict.fromkeys(listed))
    if any(None in (unit.before, unit.after) for unit in units):
        names.append(None)
    return tuple(_count(name, units) for name in names)


def _count(name: str | None, units: Sequence[ClassMove]) -> ClassCount:
    had = [unit.before == name for unit in units]
    has = [unit.after == name for unit in units]
    gained = sum(now and not then for then, now in zip(had, has, strict=True))
    return ClassCount(name, sum(had), sum(has), gained, sum(had) - (sum(has) - gained))
