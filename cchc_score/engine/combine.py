"""How the parts of a criterion make its points, and the areas a total: one unit at a time."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from cchc_score.model import Area, Criterion, Outcome, Ranking, Scheme
from cchc_score.sheet import Steps


class Parts(NamedTuple):
    """One unit's mark of a criterion, an area or the total; low, high and reachable in steps."""

    outcome: int
    low: Steps
    high: Steps
    reachable: Steps


NOTHING = Parts(Outcome.NOT_APPLICABLE, 0, 0, 0)


def held_criteria(scheme: Scheme) -> frozenset[str]:
    """The criteria that are assessed this year: themselves, all above them, and their area."""
    areas = {area.code for area in scheme.areas if area.held}
    numbers: set[str] = set()
    for criterion in scheme.criteria.values():
        # Criteria stand after their parents, so whether the parent is held is decided already.
        parent = criterion.number.rpartition(".")[0]
        if criterion.held and criterion.area in areas and (parent in numbers or parent not in scheme.criteria):
            numbers.add(criterion.number)
    return frozenset(numbers)


def summed_criteria(scheme: Scheme) -> list[str]:
    """The criteria whose points simply add up in the normal areas: leaves, and parents that are no plain sum.

    Of alternatives, the parent stands for all: one that was not chosen, or was not the best, weighs nothing.
    """
    numbers: list[str] = []
    # From the back, so that `pop` takes them in the order of the scheme.
    waiting = [number for area in reversed(scheme.areas) if area.kind == "normal" for number in reversed(area.criteria)]
    while waiting:
        criterion = scheme.criteria[waiting.pop()]
        if criterion.is_leaf or not criterion.is_plain_sum:
            numbers.append(criterion.number)
        else:
            waiting += reversed(criterion.parts)
    return numbers


def add_parts(parts: Sequence[Parts]) -> Parts:
    """The sum of parts; the gravest outcome stands for all."""
    return Parts(
        # Outcomes are numbered by their gravity.
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
        # Until the choice is known any part may be the one: nothing is certain, and everything can still be reached.
        return Parts(choice, 0, max_steps, max_steps)
    # What does not apply neither helps nor hinders its parent.
    applicable = [part for part in parts.values() if part.outcome != Outcome.NOT_APPLICABLE]
    if not applicable:
        return NOTHING
    if criterion.combine in ("sum", "capped"):
        whole = add_parts(applicable)
        if criterion.combine == "sum":
            return whole
        return Parts(whole.outcome, *(min(steps, max_steps) for steps in (whole.low, whole.high, whole.reachable)))
    # Also of parts that look beaten: one of which figures are missing may turn out the best, or the one that is not
    # full.
    outcome = max(part.outcome for part in applicable)
    if criterion.combine == "best":
        low, high = max(part.low for part in applicable), max(part.high for part in applicable)
        return Parts(outcome, low, high, max(part.reachable for part in applicable))
    low = max_steps if all(part.low == part.reachable for part in applicable) else 0
    high = max_steps if all(part.high == part.reachable for part in applicable) else 0
    return Parts(outcome, low, high, max_steps)


def keep_share(whole: Parts, kept: Fraction | int, round_steps: Callable[[Steps], Steps]) -> Parts:
    """A parent's mark after its factor: the share kept of its points, or an outcome while the share is unknown."""
    if whole.outcome == Outcome.NOT_APPLICABLE:
        return whole
    if isinstance(kept, Outcome):
        return Parts(max(whole.outcome, kept), 0, whole.high, whole.reachable)
    return Parts(whole.outcome, round_steps(whole.low * kept), round_steps(whole.high * kept), whole.reachable)


def choice_of(children: Mapping[str, Criterion], absent: int | None, answer: str) -> str | int:
    """The number of the part that a unit's answer chooses; the outcome when the answer is unknown."""
    if absent is not None:
        return absent
    # There is one: a scheme in which an answer has no part is refused.
    return next(number for number, child in children.items() if child.choice == answer)


def area_parts(area: Area, parts: Sequence[Parts], cap: int) -> Parts:
    """An area's mark; a bonus is capped and a penalty negative, and neither is reachable points."""
    whole = add_parts(parts)
    if area.kind == "normal":
        return whole
    low, high = min(whole.low, cap), min(whole.high, cap)
    if area.kind == "bonus":
        return Parts(whole.outcome, low, high, 0)
    if area.absent == "none":
        # Nobody is fined before somebody has said so, and waiting for a penalty makes no unit provisional.
        return Parts(Outcome.SCORED if whole.outcome == Outcome.PENDING else whole.outcome, -low, -low, 0)
    # The ends change places: the more a penalty may take, the less is certain.
    return Parts(whole.outcome, -high, -low, 0)


def total_parts(areas: Sequence[Parts], ranking: Ranking) -> Parts:
    """The total of the areas: never below 0, and above what is reachable only if the scheme keeps it."""
    whole = add_parts(areas)
    low, high = max(whole.low, 0), max(whole.high, 0)
    if ranking.above_100 == "cap":
        low, high = min(low, whole.reachable), min(high, whole.reachable)
    return Parts(whole.outcome, low, high, whole.reachable)
