"""Jumps: neighbouring figures, one smallest step apart, whose points differ by a large share of the maximum."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from math import gcd

from cchc_score.analysis.lint_checks import Oddity, Pair, axis_words, is_exact, make_oddity
from cchc_score.analysis.sample_values import Axis, AxisValues
from cchc_score.analysis.trials import LeafTrials, Trial, trial_lines
from cchc_score.model import Outcome, gates_before


def find_jumps(leaf: LeafTrials, trials: Sequence[Trial], share: Fraction) -> Iterator[Oddity]:
    """For each ordered fact the largest jump above a share (in percent) of the maximum.

    It is looked for where the other figures are large: of a single dossier, one late is 100%.
    """
    bound = share * leaf.criterion.max_points / 100
    for index, axis in enumerate(leaf.axes):
        if axis.step is None:
            continue
        # From nothing to the first one every share jumps: there only the gate is looked at.
        near = _at_the_gate if axis.none else _where_large
        pairs = [_narrowed(leaf, index, pair, bound) for pair in near(leaf, index, trials)]
        found = [pair for pair in pairs if pair is not None and _jump(pair) > bound]
        # The largest alone: every other jump of the fact would be told again once it is mended.
        if found:
            pair = max(found, key=_jump)
            witness = _shrunk(leaf, index, pair, bound)
            args = {"fact": axis_words(leaf, axis), "points": _jump(pair), "max": leaf.criterion.max_points}
            yield make_oddity(leaf, "lint-jump", witness, is_exact(leaf), **args)


def _jump(pair: Pair) -> Fraction:
    return abs(pair[0].points - pair[1].points)


def _at_the_gate(leaf: LeafTrials, index: int, trials: Sequence[Trial]) -> Iterator[Pair]:
    """Neighbours on both sides of the gate: where nothing arose, every first one is a jump and says nothing."""
    gates = gates_before(leaf.scheme.criteria, leaf.criterion)
    bounds = [gate.bounds for gate in gates if gate.bounds and not gate.whole and gate.fact == leaf.axes[index].ref]
    for line in trial_lines(leaf.axes, index, trials) if bounds else ():
        for low, high in _near(line):
            if any(one.hold(low.choice[index]) != one.hold(high.choice[index]) for one in bounds):
                yield low, high


def _where_large(leaf: LeafTrials, index: int, trials: Sequence[Trial]) -> Iterator[Pair]:
    for line in _large(leaf, index, trials):
        yield from _near(line)


def _large(leaf: LeafTrials, index: int, trials: Sequence[Trial]) -> list[list[Trial]]:
    """The lines on which every other figure is the largest that was tried for it."""
    axes = enumerate(leaf.axes)
    others = [at for at, axis in axes if at != index and (isinstance(axis.step, Fraction) or axis.role == "peer")]
    largest = {
        at: max((trial.choice[at] for trial in trials if trial.choice[at] is not None), default=None) for at in others
    }
    return [
        line
        for line in trial_lines(leaf.axes, index, trials)
        # One trial stands for its line, which differs on the looked-at axis alone.
        if all(line[0].choice[other] == most for other, most in largest.items())
    ]


def _near(line: Sequence[Trial]) -> Iterator[Pair]:
    scored = [trial for trial in line if trial.outcome == Outcome.SCORED]
    yield from pairwise(scored)


def _narrowed(leaf: LeafTrials, index: int, pair: Pair, bound: Fraction) -> Pair | None:
    """Two neighbours between which the points jump, found by halving; None where they rise step by step."""
    low, high = pair
    step = leaf.axes[index].step
    assert step is not None
    while _jump((low, high)) > bound and high.choice[index] - low.choice[index] > step:
        middle = _between(leaf, index, low, high)
        if middle is None:
            return None
        # One of the halves jumps at least half as much; where the whole way rises evenly neither stays above the bound.
        low, high = max((low, middle), (middle, high), key=_jump)
    return (low, high) if _jump((low, high)) > bound else None


def _between(leaf: LeafTrials, index: int, low: Trial, high: Trial) -> Trial | None:
    step, start = leaf.axes[index].step, low.choice[index]
    # Whole steps, of days as of numbers: nothing between two of them can be reported.
    steps = (high.choice[index] - start) // step
    found = leaf.try_choices([_moved(low.choice, index, start + steps // 2 * step)])
    return found[0] if found and found[0].outcome == Outcome.SCORED else None


def _moved(choice: AxisValues, index: int, value: object) -> AxisValues:
    return (*choice[:index], value, *choice[index + 1 :])


def _shrunk(leaf: LeafTrials, index: int, pair: Pair, bound: Fraction) -> Pair:
    """The same jump with the smallest figures: one of the two in lowest terms, and its neighbour."""
    step = leaf.axes[index].step
    if not isinstance(step, Fraction):
        return pair
    found = [pair]
    # Which of the two has a common divisor is not known beforehand: 80 of 100 is 4 of 5, 79 of 100 is nothing smaller.
    for anchor, sign in ((pair[0], 1), (pair[1], -1)):
        choice = _lowest(leaf.axes, anchor.choice)
        neighbour = _moved(choice, index, choice[index] + sign * step)
        made = leaf.try_choices([choice, neighbour])
        if len(made) == 2 and all(trial.outcome == Outcome.SCORED for trial in made):
            low, high = made if sign > 0 else reversed(made)
            found += [(low, high)] if _jump((low, high)) > bound else []
    return min(found, key=lambda two: two[0].size[1] + two[1].size[1])


def _lowest(axes: Sequence[Axis], choice: AxisValues) -> AxisValues:
    """A choice in which the figures of the rule are divided by what they have in common."""
    counts = {
        index: int(value / axis.step)
        for index, (axis, value) in enumerate(zip(axes, choice, strict=True))
        if axis.role != "gate" and isinstance(axis.step, Fraction) and isinstance(value, Fraction)
    }
    # The common divisor of nothing, and of zeros alone, is 0.
    common = gcd(*counts.values()) or 1
    return tuple(value / common if index in counts and len(counts) > 1 else value for index, value in enumerate(choice))
