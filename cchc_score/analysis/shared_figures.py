"""Figures to try on a criterion whose axes share facts: fact by fact, for axes that share one cannot be set apart."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import chain, islice, product
from typing import Any

from cchc_score.analysis.fact_values import Facts, answer_code
from cchc_score.analysis.limits import limits_of, rule_of
from cchc_score.analysis.sample_values import FAR, Axis
from cchc_score.methods import Method
from cchc_score.model import Criterion, Scheme, Value, gates_before
from cchc_score.points import fits
from cchc_score.signed_sums import signed_sum

MOST = 2_000
"""So many combinations of figures are tried."""


def shared_figures(scheme: Scheme, criterion: Criterion, method: Method, axes: tuple[Axis, ...]) -> Iterator[Facts]:
    """All combinations of a few values of each fact; none where each stands in one axis, and no gate has a figure."""
    own = [axis for axis in axes if axis.role != "peer"]
    codes = list(dict.fromkeys(code for axis in own for code in axis.ref.codes))
    # The figure of a gate may be a part of another one, or its whole, without being the same.
    gated = len(own) > 1 and any(gate.bounds for gate in gates_before(scheme.criteria, criterion) if gate.fact)
    if not gated and len(codes) == sum(len(axis.ref.codes) for axis in own):
        return
    # Of all axes together: what one fact needs depends on the others.
    figures = {value for axis in own for value in axis.values if isinstance(value, Fraction) and value < FAR}
    figures |= {Fraction(0), Fraction(1), Fraction(2), *_percentages(scheme, criterion, method)}
    most = max(3, int(MOST ** (1 / len(codes))))
    values = [_few(_values(scheme, code, own, figures), most) for code in codes]
    for chosen in islice(product(*values), MOST):
        yield dict(zip(codes, chosen, strict=True))


def _few(values: list[Value], most: int) -> list[Value]:
    """The smallest, which stand on both sides of most gates, and of the others some up to the largest."""
    if len(values) <= most:
        return values
    small, rest = values[: most - most // 2], values[most - most // 2 :]
    return small + [rest[at * len(rest) // (most // 2) - 1] for at in range(1, most // 2 + 1)]


def axis_value(axis: Axis, facts: Facts) -> Any:
    """What facts come to on an axis."""
    value = facts[axis.ref.codes[0]]
    if value is None or isinstance(value, date):
        return value
    return answer_code(facts, axis.ref) if axis.step is None else signed_sum(axis.ref, facts.__getitem__)


def _percentages(scheme: Scheme, criterion: Criterion, method: Method) -> Iterator[Fraction]:
    """The limits in percent: of a whole of 100 each is a figure."""
    gates = gates_before(scheme.criteria, criterion)
    ends = [(gate.bounds.from_, gate.bounds.to) for gate in gates if gate.bounds and gate.whole]
    limits = limits_of(method, rule_of(scheme, criterion)).get("percent", ())
    yield Fraction(100)
    yield from (end for end in chain(limits, *ends) if isinstance(end, Fraction))


def _values(scheme: Scheme, code: str, axes: list[Axis], figures: set[Fraction]) -> list[Value]:
    """The values to try of a fact: of answers and days those of its axes, of figures those that it can have."""
    indicator = scheme.indicators[code]
    if indicator.kind == "yes_no":
        return [False, True]
    answers = [value for axis in axes if code in axis.ref.codes for value in axis.values]
    if not all(isinstance(value, Fraction) for value in answers):
        return list(dict.fromkeys(answers))
    return list[Value](sorted(value for value in figures if value >= 0 and fits(value, indicator.decimals)))
