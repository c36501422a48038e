"""What is odd about one criterion: each oddity with the smallest figures that show it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import Any

from pydantic import BaseModel

from cchc_score.analysis.sample_values import Axis
from cchc_score.analysis.trials import LeafTrials, Trial, trial_lines, witness_words
from cchc_score.findings import Finding, Place, Words
from cchc_score.methods import PointChange, PointValue
from cchc_score.model import Outcome
from cchc_score.rule_words import fact_name
from cchc_score.schemes.point_checks import find_points

Pair = tuple[Trial, Trial]


@dataclass(frozen=True, slots=True)
class Oddity:
    """A finding about a criterion and its witness; `exact` says that nothing was left to chance in looking for it."""

    criterion: str
    finding: Finding
    witness: tuple[Trial, ...]
    exact: bool


def make_oddity(leaf: LeafTrials, code: str, witness: Sequence[Trial], exact: bool, **args: object) -> Oddity:
    """An oddity of a leaf's criterion; its words name the witness."""
    criterion = leaf.criterion
    place = Place(leaf.scheme.file, criterion.line, criterion=criterion.number)
    words = witness_words(witness, leaf.scheme.indicators)
    return Oddity(criterion.number, Finding(code, place, {**args, "witness": words}), tuple(witness), exact)


def axis_words(leaf: LeafTrials, axis: Axis) -> Words:
    """The name of an axis in both languages."""
    indicators = leaf.scheme.indicators
    return Words(fact_name(indicators, "vi", axis.ref), fact_name(indicators, "en", axis.ref))


def is_exact(leaf: LeafTrials) -> bool:
    """Whether all places where points change were tried."""
    return all(axis.exact for axis in leaf.axes)


def find_failed(leaf: LeafTrials, trials: Sequence[Trial]) -> Iterator[Oddity]:
    """Figures for which the method breaks its contract."""
    wrong = [trial for trial in trials if trial.outcome == Outcome.FAILED]
    if wrong:
        yield make_oddity(leaf, "lint-failed", wrong[:1], is_exact(leaf))


def find_not_full(leaf: LeafTrials, trials: Sequence[Trial]) -> Iterator[Oddity]:
    """Full points that no figures reach."""
    most = leaf.criterion.max_points
    scored = [trial for trial in trials if trial.outcome == Outcome.SCORED]
    best = max(scored, key=lambda trial: trial.points, default=None)
    if best is not None and best.points < most:
        yield make_oddity(leaf, "lint-full", [best], is_exact(leaf), points=best.points, most=most)


def find_unreached(leaf: LeafTrials, trials: Sequence[Trial]) -> Iterator[Oddity]:
    """Points in the settings that no figures give: with other points in their stead no trial changes."""
    settings, most = leaf.criterion.settings, leaf.criterion.max_points
    before = [(trial.outcome, trial.points) for trial in trials]
    for path, value in find_points(settings, ()):
        # 0, or the maximum in place of 0: a change by a step could vanish in rounding.
        other = _another(value, most)
        criterion = replace(leaf.criterion, settings=replace_at(settings, path, other))
        after = replace(leaf, criterion=criterion).try_again(trials)
        # Without a trial nothing was looked at, and nothing can be said.
        if trials and [(trial.outcome, trial.points) for trial in after] == before:
            # People count from 1.
            key = ".".join(str(int(step) + 1) if step.isdecimal() else step for step in path)
            args = {"key": key, "points": Fraction(value)}
            yield make_oddity(leaf, "lint-unreached", [trials[-1]], is_exact(leaf), **args)


def _another(value: PointValue | PointChange, most: Fraction) -> PointValue | PointChange:
    if isinstance(value, PointChange):
        return PointChange(0 if value else most)
    return PointValue(0 if value else most)


def replace_at(value: Any, path: Sequence[str], other: object) -> Any:
    """Settings with another value at a path; nothing is validated again, so that also refused ones can be tried."""
    if not path:
        return other
    step, *rest = path
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        name = next(name for name, field in fields.items() if step in (name, field.alias))
        return value.model_copy(update={name: replace_at(getattr(value, name), rest, other)})
    if isinstance(value, list | tuple):
        items = list(value)
        items[int(step)] = replace_at(items[int(step)], rest, other)
        return type(value)(items)
    return {key: replace_at(item, rest, other) if str(key) == step else item for key, item in value.items()}


def find_idle(leaf: LeafTrials, trials: Sequence[Trial]) -> Iterator[Oddity]:
    """Facts that are asked for and never change anything."""
    for index, axis in enumerate(leaf.axes):
        found = [*trial_lines(leaf.axes, index, trials), *_fact_lines(axis, trials)]
        same = all(len({(trial.outcome, trial.points) for trial in line}) == 1 for line in found)
        if axis.role != "peer" and found and same:
            witness = min((line[:2] for line in found), key=_size)
            yield make_oddity(leaf, "lint-idle", witness, is_exact(leaf), fact=axis_words(leaf, axis))


def _fact_lines(axis: Axis, trials: Sequence[Trial]) -> list[list[Trial]]:
    """Lines of trials that differ in the facts of an axis only, where these stand in other axes too."""
    found: dict[tuple[object, ...], list[Trial]] = {}
    for trial in trials:
        others = sorted((code, value) for code, value in trial.facts.items() if code not in axis.ref.codes)
        found.setdefault((*others, *trial.peer.items()), []).append(trial)
    return [line for line in found.values() if len(line) > 1]


def find_worse(leaf: LeafTrials, trials: Sequence[Trial]) -> Iterator[Oddity]:
    """Facts of which a better figure lowers the points, and those of which more first gains, then costs points."""
    for index, axis in enumerate(leaf.axes):
        pairs = [pair for line in trial_lines(leaf.axes, index, trials) for pair in _steps(line)]
        fact = axis_words(leaf, axis)
        falls, rises = _smallest(pairs, _falls), _smallest(pairs, _rises)
        if axis.better is not None:
            against = falls if axis.better == "more" else rises
            if against is not None:
                yield make_oddity(leaf, "lint-worse", against, axis.exact, fact=fact)
        # From nothing to the first one points turn by what `if_none` says, and a larger whole makes a share smaller:
        # neither is odd.
        elif axis.step is not None and axis.exact and not axis.none and axis.role != "whole" and falls and rises:
            yield make_oddity(leaf, "lint-turns", (*rises, *falls), True, fact=fact)


def _steps(line: Sequence[Trial]) -> Iterator[Pair]:
    """The neighbours of a line, where both are scored."""
    scored = [trial for trial in line if trial.outcome == Outcome.SCORED]
    yield from pairwise(scored)


def _rises(pair: Pair) -> bool:
    return pair[0].points < pair[1].points


def _falls(pair: Pair) -> bool:
    return pair[0].points > pair[1].points


def _smallest(pairs: Sequence[Pair], wanted: Callable[[Pair], bool]) -> Pair | None:
    return min(filter(wanted, pairs), key=_size, default=None)


def _size(trials: Sequence[Trial]) -> tuple[int, Fraction]:
    peers, figures = zip(*(trial.size for trial in trials), strict=True)
    return sum(peers), sum(figures, Fraction(0))
