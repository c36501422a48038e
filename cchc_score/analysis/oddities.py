"""What is odd about one criterion: each oddity with the smallest figures that show it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import Any

from pydantic import BaseModel

from cchc_score.analysis.axes import Axis
from cchc_score.analysis.probes import Probe, Trial, lines, witness_words
from cchc_score.explain import fact_name
from cchc_score.findings import Finding, Place, Words
from cchc_score.methods import PointChange, PointValue
from cchc_score.model import Outcome
from cchc_score.schemes.points import written

Pair = tuple[Probe, Probe]


@dataclass(frozen=True, slots=True)
class Oddity:
    """A finding about a criterion and its witness; `exact` says that nothing was left to chance in looking for it."""

    criterion: str
    finding: Finding
    witness: tuple[Probe, ...]
    exact: bool


def oddity(trial: Trial, code: str, witness: Sequence[Probe], exact: bool, **args: object) -> Oddity:
    """An oddity of a trial's criterion; its words name the witness."""
    one = trial.criterion
    place = Place(trial.scheme.file, one.line, criterion=one.number)
    words = witness_words(witness, trial.scheme.indicators)
    return Oddity(one.number, Finding(code, place, {**args, "witness": words}), tuple(witness), exact)


def axis_words(trial: Trial, axis: Axis) -> Words:
    """The name of an axis in both languages."""
    indicators = trial.scheme.indicators
    return Words(fact_name(indicators, "vi", axis.ref), fact_name(indicators, "en", axis.ref))


def is_exact(trial: Trial) -> bool:
    """Whether all places where points change were tried."""
    return all(axis.exact for axis in trial.axes)


def failed(trial: Trial, probes: Sequence[Probe]) -> Iterator[Oddity]:
    """Figures for which the method breaks its contract."""
    wrong = [one for one in probes if one.outcome == Outcome.FAILED]
    if wrong:
        yield oddity(trial, "lint-failed", wrong[:1], is_exact(trial))


def not_full(trial: Trial, probes: Sequence[Probe]) -> Iterator[Oddity]:
    """Full points that no figures reach."""
    most = trial.criterion.max_points
    best = max((one for one in probes if one.outcome == Outcome.SCORED), key=lambda one: one.points, default=None)
    if best is not None and best.points < most:
        yield oddity(trial, "lint-full", [best], is_exact(trial), points=best.points, most=most)


def unreached(trial: Trial, probes: Sequence[Probe]) -> Iterator[Oddity]:
    """Points that the settings name and no figures get: were they others, nothing would change."""
    settings, most = trial.criterion.settings, trial.criterion.max_points
    chosen = [one.choice for one in probes]
    before = [(one.outcome, one.points) for one in probes]
    for path, value in written(settings, ()):
        other = _another(value, most)
        criterion = replace(trial.criterion, settings=replaced(settings, path, other))
        after = replace(trial, criterion=criterion).probes(chosen)
        if probes and [(one.outcome, one.points) for one in after] == before:
            key = ".".join(str(int(step) + 1) if step.isdecimal() else step for step in path)
            args = {"key": key, "points": Fraction(value)}
            yield oddity(trial, "lint-unreached", [probes[-1]], is_exact(trial), **args)


def _another(value: PointValue | PointChange, most: Fraction) -> PointValue | PointChange:
    if isinstance(value, PointChange):
        return PointChange(0 if value else most)
    return PointValue(0 if value else most)


def replaced(value: Any, path: Sequence[str], other: object) -> Any:
    """Settings with another value at a path, as it was checked: nothing is validated again."""
    if not path:
        return other
    step, *rest = path
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        name = next(name for name, field in fields.items() if step in (name, field.alias))
        return value.model_copy(update={name: replaced(getattr(value, name), rest, other)})
    if isinstance(value, list | tuple):
        items = list(value)
        items[int(step)] = replaced(items[int(step)], rest, other)
        return type(value)(items)
    return {key: replaced(item, rest, other) if str(key) == step else item for key, item in value.items()}


def idle(trial: Trial, probes: Sequence[Probe]) -> Iterator[Oddity]:
    """Facts that are asked for and never change anything."""
    for place, axis in enumerate(trial.axes):
        found = lines(trial.axes, place, probes)
        same = all(len({(one.outcome, one.points) for one in line}) == 1 for line in found)
        if axis.role != "peer" and found and same:
            witness = min((line[:2] for line in found), key=_size)
            yield oddity(trial, "lint-idle", witness, is_exact(trial), fact=axis_words(trial, axis))


def worse(trial: Trial, probes: Sequence[Probe]) -> Iterator[Oddity]:
    """Facts of which a better figure lowers the points; and those of which more first gains and then costs points."""
    for place, axis in enumerate(trial.axes):
        pairs = [pair for line in lines(trial.axes, place, probes) for pair in _steps(line)]
        fact = axis_words(trial, axis)
        falls, rises = _smallest(pairs, _falls), _smallest(pairs, _rises)
        if axis.better is not None:
            against = falls if axis.better == "more" else rises
            if against is not None:
                yield oddity(trial, "lint-worse", against, axis.exact, fact=fact)
        elif axis.step is not None and axis.exact and not axis.none and axis.role != "whole" and falls and rises:
            yield oddity(trial, "lint-turns", (*rises, *falls), True, fact=fact)


def _steps(line: Sequence[Probe]) -> Iterator[Pair]:
    """The neighbours of a line, where both are scored."""
    scored = [one for one in line if one.outcome == Outcome.SCORED]
    yield from pairwise(scored)


def _rises(pair: Pair) -> bool:
    return pair[0].points < pair[1].points


def _falls(pair: Pair) -> bool:
    return pair[0].points > pair[1].points


def _smallest(pairs: Sequence[Pair], wanted: Callable[[Pair], bool]) -> Pair | None:
    return min(filter(wanted, pairs), key=_size, default=None)


def _size(probes: Sequence[Probe]) -> tuple[int, Fraction]:
    sizes = [one.size for one in probes]
    return sum(one for one, _ in sizes), sum((one for _, one in sizes), Fraction(0))
