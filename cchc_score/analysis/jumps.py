"""Jumps: neighbouring figures, one smallest step apart, whose points differ by a large share of the maximum."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from math import gcd

from cchc_score.analysis.axes import Axis, Choice
from cchc_score.analysis.oddities import Oddity, Pair, axis_words, is_exact, oddity
from cchc_score.analysis.probes import Probe, Trial, lines
from cchc_score.model import Outcome


def jumps(trial: Trial, probes: Sequence[Probe], share: Fraction) -> Iterator[Oddity]:
    """For each ordered fact the largest jump above a share (in percent) of the maximum.

    It is looked for where the other figures are large: of one dossier among one, any difference is everything.
    """
    bound = share * trial.criterion.max_points / 100
    for place, axis in enumerate(trial.axes):
        if axis.step is None:
            continue
        near = _at_the_gate if axis.none else _where_large
        pairs = [_narrowed(trial, place, pair, bound) for pair in near(trial, place, probes)]
        found = [pair for pair in pairs if pair is not None and _jump(pair) > bound]
        if found:
            pair = max(found, key=_jump)
            witness = _shrunk(trial, place, pair, bound)
            args = {"fact": axis_words(trial, axis), "points": _jump(pair), "max": trial.criterion.max_points}
            yield oddity(trial, "lint-jump", witness, is_exact(trial), **args)


def _jump(pair: Pair) -> Fraction:
    return abs(pair[0].points - pair[1].points)


def _at_the_gate(trial: Trial, place: int, probes: Sequence[Probe]) -> Iterator[Pair]:
    """Neighbours on both sides of the gate: where nothing arose, every first one is a jump and says nothing."""
    gate = trial.criterion.gate
    if gate is None or gate.at_least is None or gate.fact != trial.axes[place].ref:
        return
    for line in lines(trial.axes, place, probes):
        yield from (pair for pair in _near(line) if pair[0].choice[place] < gate.at_least <= pair[1].choice[place])


def _where_large(trial: Trial, place: int, probes: Sequence[Probe]) -> Iterator[Pair]:
    for line in _large(trial, place, probes):
        yield from _near(line)


def _large(trial: Trial, place: int, probes: Sequence[Probe]) -> list[list[Probe]]:
    """The lines on which every other figure is the largest of its own."""
    axes = enumerate(trial.axes)
    others = [at for at, axis in axes if at != place and (isinstance(axis.step, Fraction) or axis.role == "peer")]
    largest = {at: max((one.choice[at] for one in probes if one.choice[at] is not None), default=None) for at in others}
    return [
        line
        for line in lines(trial.axes, place, probes)
        if all(line[0].choice[other] == most for other, most in largest.items())
    ]


def _near(line: Sequence[Probe]) -> Iterator[Pair]:
    scored = [one for one in line if one.outcome == Outcome.SCORED]
    yield from pairwise(scored)


def _narrowed(trial: Trial, place: int, pair: Pair, bound: Fraction) -> Pair | None:
    """Two neighbours between which the points jump, found by halving; None where they rise step by step."""
    low, high = pair
    step = trial.axes[place].step
    assert step is not None
    while _jump((low, high)) > bound and high.choice[place] - low.choice[place] > step:
        middle = _between(trial, place, low, high)
        if middle is None:
            return None
        low, high = max((low, middle), (middle, high), key=_jump)
    return (low, high) if _jump((low, high)) > bound else None


def _between(trial: Trial, place: int, low: Probe, high: Probe) -> Probe | None:
    step, start = trial.axes[place].step, low.choice[place]
    steps = (high.choice[place] - start) // step
    found = trial.probes([_moved(low.choice, place, start + steps // 2 * step)])
    return found[0] if found and found[0].outcome == Outcome.SCORED else None


def _moved(choice: Choice, place: int, value: object) -> Choice:
    return (*choice[:place], value, *choice[place + 1 :])


def _shrunk(trial: Trial, place: int, pair: Pair, bound: Fraction) -> Pair:
    """The same jump with the smallest figures: one of the two in lowest terms, and its neighbour."""
    step = trial.axes[place].step
    if not isinstance(step, Fraction):
        return pair
    found = [pair]
    for anchor, sign in ((pair[0], 1), (pair[1], -1)):
        choice = _lowest(trial.axes, anchor.choice)
        neighbour = _moved(choice, place, choice[place] + sign * step)
        made = trial.probes([choice, neighbour])
        if len(made) == 2 and all(one.outcome == Outcome.SCORED for one in made):
            low, high = made if sign > 0 else reversed(made)
            found += [(low, high)] if _jump((low, high)) > bound else []
    return min(found, key=lambda two: two[0].size[1] + two[1].size[1])


def _lowest(axes: Sequence[Axis], choice: Choice) -> Choice:
    """A choice in which the figures of the rule are divided by what they have in common."""
    counts = {
        place: int(value / axis.step)
        for place, (axis, value) in enumerate(zip(axes, choice, strict=True))
        if axis.role != "gate" and isinstance(axis.step, Fraction) and isinstance(value, Fraction)
    }
    common = gcd(*counts.values()) or 1
    return tuple(value / common if place in counts and len(counts) > 1 else value for place, value in enumerate(choice))
