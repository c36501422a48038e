"""The acts about a year as a whole in their order: frozen, then published, or opened again; nothing else counts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from cchc_score.appraisal.acts import Act, Step, YearStep
from cchc_score.appraisal.moments import moment_words, start_of
from cchc_score.findings import Finding, Place

_AFTER: Mapping[Step | None, tuple[Step, ...]] = MappingProxyType(
    {None: ("frozen",), "reopened": ("frozen",), "frozen": ("published", "reopened"), "published": ("reopened",)}
)
"""What may follow each step; None stands for a year about which nobody has decided yet."""
_ORDER: Sequence[Step] = ("frozen", "published", "reopened")
"""The order of steps of one second, as far as each can follow the one before it."""


@dataclass(frozen=True, slots=True)
class YearSteps:
    """The steps that count, in their order, and those that could not follow the one before them."""

    counting: tuple[YearStep, ...]
    misplaced: tuple[YearStep, ...] = ()


def year_steps(acts: Iterable[Act]) -> YearSteps:
    """The steps among some acts; where they stand means nothing, only when they were done."""
    steps = {_spoken(act): act for act in acts if isinstance(act, YearStep)}
    counting: list[YearStep] = []
    misplaced: list[YearStep] = []
    for _, alike in groupby(sorted(steps), key=lambda said: said[0]):
        waiting = [steps[said] for said in alike]
        while waiting:
            last = counting[-1].step if counting else None
            following = next((step for step in waiting if step.step in _AFTER[last]), None)
            if following is None:
                misplaced += waiting
                break
            counting.append(following)
            waiting.remove(following)
    return YearSteps(tuple(counting), tuple(misplaced))


def _spoken(step: YearStep) -> tuple[object, ...]:
    """All that a step says, by its time: the same step in two files is one."""
    dated = step.dated.isoformat() if step.dated else ""
    return start_of(step.on), _ORDER.index(step.step), step.by, step.reason, step.decision, dated


def closing_step(counting: Sequence[YearStep]) -> YearStep | None:
    """The step by which a year is closed; None for one that is open."""
    last = counting[-1] if counting else None
    return last if last is not None and last.step != "reopened" else None


def frozen_finding(acts: Iterable[Act], place: Place) -> Finding | None:
    """What to say to somebody who wants to change a year; None where it is open."""
    step = closing_step(year_steps(acts).counting)
    return Finding("year-frozen", place, {"day": moment_words(step.on), "name": step.by}) if step else None


def can_follow(step: Step, acts: Iterable[Act]) -> bool:
    """Whether a step may be done after those that count."""
    counting = year_steps(acts).counting
    return step in _AFTER[counting[-1].step if counting else None]
