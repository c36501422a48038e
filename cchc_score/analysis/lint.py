"""Lint: what a valid scheme does, over the range of its facts, that its author may not have meant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_score.analysis.if_none import find_none_effects
from cchc_score.analysis.index_ends import BothEnds, both_ends
from cchc_score.analysis.jumps import find_jumps
from cchc_score.analysis.lint_checks import (
    Oddity,
    find_failed,
    find_idle,
    find_not_full,
    find_unreached,
    find_worse,
    is_exact,
)
from cchc_score.analysis.trials import LeafTrials, Trial, leaf_trials
from cchc_score.analysis.undeclared_relations import find_undeclared
from cchc_score.analysis.unused import find_headers
from cchc_score.engine import held_criteria
from cchc_score.methods import Method
from cchc_score.model import Criterion, Form, Outcome, Scheme

JUMP = Fraction(50)
"""The share of a maximum, in percent, above which a jump is told unless another is asked for."""


@dataclass(frozen=True, slots=True)
class LeafLint:
    """One leaf: how many figures were tried, whether on all limits, the points they give, and what is odd."""

    criterion: Criterion
    tried: int
    exact: bool
    low: Fraction
    high: Fraction
    oddities: tuple[Oddity, ...]


def lint(
    scheme: Scheme, form: Form | None, methods: Mapping[str, Method], share: Fraction = JUMP
) -> tuple[LeafLint, ...]:
    """What is odd about every leaf that is held, in the order of the scheme."""
    assessed = held_criteria(scheme)
    trials = [leaf_trials(scheme, leaf, methods[leaf.method]) for leaf in scheme.leaves if leaf.number in assessed]
    ends = both_ends(scheme)
    return tuple(_lint_leaf(leaf, form, ends, share) for leaf in trials)


def _lint_leaf(leaf: LeafTrials, form: Form | None, ends: BothEnds, share: Fraction) -> LeafLint:
    trials = leaf.try_all()
    broken = tuple(find_failed(leaf, trials))
    # Where no figures at all can be scored, everything else that could be said follows from that.
    found = (
        broken
        if all(trial.outcome == Outcome.FAILED for trial in trials)
        else (
            *broken,
            *find_not_full(leaf, trials),
            *find_unreached(leaf, trials),
            *find_idle(leaf, trials),
            *find_worse(leaf, trials),
            *find_jumps(leaf, trials, share),
            *find_headers(leaf, trials, form),
            *find_none_effects(leaf, trials, ends),
            *find_undeclared(leaf),
        )
    )
    points = _points(trials)
    return LeafLint(
        leaf.criterion,
        tried=len(trials),
        exact=is_exact(leaf),
        low=min(points),
        high=max(points),
        oddities=found,
    )


def _points(trials: Sequence[Trial]) -> list[Fraction]:
    # Where nothing is scored the lowest and the highest still need a number.
    return [trial.points for trial in trials if trial.outcome == Outcome.SCORED] or [Fraction(0)]
