"""How the parts of a criterion make its points, and the areas a total: one unit at a time."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cchc_score.model import Area, Criterion, Outcome, Ranking, Scheme
from cchc_score.sheet import Steps


class Parts(NamedTuple):
    """One unit's mark in steps."""

    outcome: int
    low: Steps
    high: Steps
    reachable: Steps


NOTHING = Parts(Outcome.NOT_APPLICABLE, 0, 0, 0)


def held(scheme: Scheme) -> frozenset[str]:
    """The criteria that are assessed this year: themselves, all above them, and their area."""
    areas = {area.code for area in scheme.areas if area.held}
    numbers: set[str] = set()
    for criterion in scheme.criteria.values():
        parent = criterion.number.rpartition(".")[0]
        if criterion.held and criterion.area in areas and (parent in numbers or parent not in scheme.criteria):
            numbers.add(criterion.number)
    return frozenset(numbers)


def counted(scheme: Scheme) -> list[str]:
    """The criteria whose points simply add up in the normal areas: leaves, and parents that combine otherwise.

    Of alternatives, the parent stands for all: one that was not chosen, or was not the best, weighs nothing.
    """
    numbers: list[str] = []
    waiting = [number for area in reversed(scheme.areas) if area.kind == "normal" for number in reversed(area.criteria)]
    while waiting:
        criterion = scheme.criteria[waiting.pop()]
        if criterion.is_leaf or criterion.combine != "sum":
            numbers.append(criterion.number)
        else:
            waiting += reversed(criterion.parts)
    return numbers


def added(parts: Sequence[Parts]) -> Parts:
    """The sum of parts."""
    return Parts(
        max((part.outcome for part in parts), default=int(Outcome.NOT_APPLICABLE)),
        sum(part.low for part in parts),
        sum(part.high for part in parts),
        sum(part.reachable for part in parts),
    )


def combine(criterion: Criterion, parts: Mapping[str, Parts], max_steps: int, choice: str | int | None) -> Parts:
    """A parent's mark from its parts; `choice` is the chosen part's number, or the outcome of a choice unknown."""
    if criterion.combine == "chosen":
        if isinstance(choice, str):
            return parts[choice]
        assert choice is not None
        return Parts(choice, 0, max_steps, max_steps)
    applicable = [part for part in parts.values() if part.outcome != Outcome.NOT_APPLICABLE]
    if not applicable:
        return NOTHING
    if criterion.combine == "sum":
        return added(applicable)
    outcome = max(part.outcome for part in applicable)
    if criterion.combine == "best":
        low, high, reachable = (max(part[place] for part in applicable) for place in (1, 2, 3))
        return Parts(outcome, low, high, reachable)
    low = max_steps if all(part.low == part.reachable for part in applicable) else 0
    high = max_steps if all(part.high == part.reachable for part in applicable) else 0
    return Parts(outcome, low, high, max_steps)


def choice_of(children: Mapping[str, Criterion], absent: int | None, answer: str) -> str | int:
    """The number of the part that a unit's answer chooses; the outcome when the answer is unknown."""
    if absent is not None:
        return absent
    return next(number for number, child in children.items() if child.choice == answer)


def area_parts(area: Area, parts: Sequence[Parts], cap: int) -> Parts:
    """An area's mark; a bonus is capped and a penalty negative, and neither is reachable points."""
    whole = added(parts)
    if area.kind == "normal":
        return whole
    low, high = min(whole.low, cap), min(whole.high, cap)
    if area.kind == "bonus":
        return Parts(whole.outcome, low, high, 0)
    return Parts(whole.outcome, -high, -low, 0)


def total_parts(areas: Sequence[Parts], ranking: Ranking) -> Parts:
    """The total of the areas: never below 0, and above what is reachable only if the scheme keeps it."""
    whole = added(areas)
    low, high = max(whole.low, 0), max(whole.high, 0)
    if ranking.above_100 == "cap":
        low, high = min(low, whole.reachable), min(high, whole.reachable)
    return Parts(whole.outcome, low, high, whole.reachable)
