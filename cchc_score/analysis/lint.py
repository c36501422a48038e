"""Beyond validity: what a valid scheme does over the range of its facts that its author may not have meant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_score.analysis.jumps import jumps
from cchc_score.analysis.nothing import none_effects
from cchc_score.analysis.oddities import Oddity, failed, idle, is_exact, not_full, unreached, worse
from cchc_score.analysis.probes import Probe, Trial, trial_of
from cchc_score.analysis.rows import from_headers
from cchc_score.engine import held
from cchc_score.methods import Method
from cchc_score.model import Criterion, Form, Outcome, Scheme

JUMP = Fraction(50)
"""The share of a maximum, in percent, above which a jump is told unless another is asked for."""


@dataclass(frozen=True, slots=True)
class Linted:
    """One leaf: how many figures were tried, whether on all limits, the points they give, and what is odd."""

    criterion: Criterion
    tried: int
    exact: bool
    low: Fraction
    high: Fraction
    oddities: tuple[Oddity, ...]


def lint(
    scheme: Scheme, form: Form | None, methods: Mapping[str, Method], share: Fraction = JUMP
) -> tuple[Linted, ...]:
    """What is odd about every leaf that is held, in the order of the scheme."""
    assessed = held(scheme)
    trials = [trial_of(scheme, leaf, methods[leaf.method]) for leaf in scheme.leaves if leaf.number in assessed]
    return tuple(_linted(trial, form, methods, share) for trial in trials)


def _linted(trial: Trial, form: Form | None, methods: Mapping[str, Method], share: Fraction) -> Linted:
    probes = trial.all()
    broken = tuple(failed(trial, probes))
    found = (
        broken
        if all(one.outcome == Outcome.FAILED for one in probes)
        else (
            *broken,
            *not_full(trial, probes),
            *unreached(trial, probes),
            *idle(trial, probes),
            *worse(trial, probes),
            *jumps(trial, probes, share),
            *from_headers(trial, probes, form),
            *none_effects(trial, probes, methods),
        )
    )
    points = _points(probes)
    return Linted(trial.criterion, len(probes), is_exact(trial), min(points), max(points), found)


def _points(probes: Sequence[Probe]) -> list[Fraction]:
    return [one.points for one in probes if one.outcome == Outcome.SCORED] or [Fraction(0)]
