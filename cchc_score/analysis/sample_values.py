"""The figures that are tried on a criterion: for each fact the values at, just below and just above its limits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import product
from math import lcm, prod
from typing import Any, Literal

from pydantic import BaseModel

from cchc_score.analysis.limits import facts_of_nothing, limits_of, refs_of, rule_of
from cchc_score.methods import Method, most_of
from cchc_score.model import Criterion, FactRef, Gate, Scheme, Value, gates_before
from cchc_score.schemes.fact_references import ANSWERED, answers
from cchc_score.signed_sums import sum_decimals

USUAL = (1, 2, 5, 10, 50, 100, 1000)
"""What is tried where no limits are given, besides the numbers of the rule."""
FEW = (1, 10, 1000)
LARGE = 1000
"""How many times the smallest whole that stands on every limit counts as large."""
FAR = LARGE * LARGE
"""A figure far above every limit, of which those of the rule may be parts where they are large."""
MOST = 10_000
"""So many combinations are tried on one criterion; where there were more, values between others are left out."""
PEERS = (None, Fraction(10), Fraction(1000))
"""The other unit of the group: none, one with a small and one with a large figure."""


@dataclass(frozen=True, slots=True)
class Axis:
    """One fact of a criterion with the values to try.

    `role` is the parameter's name, 'gate', 'factor' or 'peer'. `step` is the smallest difference of two figures
    (None for answers); `better` says which are better; `exact` whether the values stand on all limits; `none` whether
    a 0 means that nothing arose.
    """

    role: str
    ref: FactRef
    values: tuple[Any, ...]
    step: Fraction | timedelta | None = None
    better: Literal["more", "less"] | None = None
    exact: bool = True
    none: bool = False


AxisValues = tuple[Any, ...]
"""One value for each axis, in order."""


def axes_of(scheme: Scheme, criterion: Criterion, method: Method) -> tuple[Axis, ...]:
    """The axes of a leaf: gates, parameters, factor, and the other unit for a method that compares units."""
    gates = gates_before(scheme.criteria, criterion)
    found = [*(axis for gate in gates for axis in _gate(scheme, gate)), *_parameters(scheme, criterion, method)]
    if criterion.factor is not None:
        found.append(Axis("factor", criterion.factor.fact, tuple(criterion.factor.values)))
    if method.peers:
        found.append(Axis("peer", found[-1].ref, PEERS, exact=False))
    return _thinned(_merged(found))


def _merged(axes: list[Axis]) -> tuple[Axis, ...]:
    """One axis for each fact: that of the rule's parameter with the values of a gate or a factor on the same fact."""
    found: dict[Any, Axis] = {}
    # The parameters first, for what they say of a fact (its step, its limits) is more than a gate knows.
    for axis in sorted(axes, key=lambda axis: axis.role in ("gate", "factor")):
        key = axis.role if axis.role == "peer" else axis.ref
        first = found.setdefault(key, axis)
        # A yes counted as 1 stands among the numbers already.
        if first is not axis and first.step is not None and axis.step is not None:
            values = sorted({*first.values, *axis.values}, key=_order)
            found[key] = replace(first, values=tuple(values))
    return tuple(sorted(found.values(), key=lambda axis: axis.role == "peer"))


def _thinned(axes: tuple[Axis, ...]) -> tuple[Axis, ...]:
    """Axes with no more than MOST combinations: values are left out first where the limits are not all known."""
    found = list(axes)
    while prod(len(axis.values) for axis in found) > MOST:
        index = max(range(len(found)), key=lambda at: (not found[at].exact, len(found[at].values)))
        if len(found[index].values) <= 2:
            index = max(range(len(found)), key=lambda at: len(found[at].values))
        # Every second value, which keeps the first: of figures that is 0.
        found[index] = replace(found[index], values=found[index].values[::2], exact=False)
    return tuple(found)


def _order(value: Any) -> tuple[bool, Any]:
    """Days in order, after one that never came."""
    return value is not None, value


def _gate(scheme: Scheme, gate: Gate) -> Iterator[Axis]:
    if gate.fact is None:
        return
    if gate.bounds is None:
        yield Axis("gate", gate.fact, tuple(answers(scheme.indicators[gate.fact.codes[0]])))
        return
    ends = [end for end in (gate.bounds.from_, gate.bounds.to) if end is not None]
    step = _step(scheme, gate.fact)
    if gate.whole is None:
        yield Axis("gate", gate.fact, (*_around(ends, step), Fraction(FAR)), step=step)
        return
    # Of one whole of 100 a part stands on every whole percentage.
    yield Axis("gate", gate.fact, _around(ends, step), step=step, exact=False)
    yield Axis("gate", gate.whole, (Fraction(0), Fraction(100)), step=_step(scheme, gate.whole), exact=False)


def _parameters(scheme: Scheme, criterion: Criterion, method: Method) -> Iterator[Axis]:
    rule, refs = rule_of(scheme, criterion), refs_of(criterion, method)
    limits, most = limits_of(method, rule), most_of(method, rule)
    better = dict(method.better(rule)) if method.better else {}
    whole = set(facts_of_nothing(criterion, method))
    # Values multiply over the facts: three without limits would be thousands of combinations.
    unknown = sum(name not in limits for name in refs)
    usual = [*(FEW if unknown > 2 or method.peers else USUAL), *_numbers(criterion.settings)]
    for name, ref in refs.items():
        indicator = scheme.indicators[ref.codes[0]]
        if indicator.kind in ANSWERED and not _counted(criterion, method, name):
            yield Axis(name, ref, tuple(answers(indicator)))
        elif indicator.kind == "date":
            days = limits.get(name) or _days(criterion.settings) or (date(scheme.period, 12, 31),)
            yield Axis(
                name,
                ref,
                _dates(days, scheme.period),
                step=timedelta(1),
                # An earlier day is taken for the better one where a method says nothing.
                better=better.get(name, "less"),
                exact=name in limits,
            )
        else:
            step = _step(scheme, ref)
            # The values of both are then made together, from the limits of their share.
            shared = "percent" in limits and {"part", "whole"} <= refs.keys() and name in ("part", "whole")
            marks = limits.get(name, () if shared else usual)
            values = _around(marks, step, beyond=not shared)
            if name in most:
                # What contradicts the rule is MISSING, and says nothing about points.
                values = tuple(value for value in values if value <= most[name])
            yield Axis(
                name,
                ref,
                values,
                step=step,
                better=better.get(name),
                exact=name in limits or shared,
                none=ref in whole,
            )


def choices(scheme: Scheme, criterion: Criterion, method: Method, axes: tuple[Axis, ...]) -> Iterator[AxisValues]:
    """All combinations of values; for a limit in percent, each whole only with the parts near the limit of it."""
    limits = [
        limit
        for limit in limits_of(method, rule_of(scheme, criterion)).get("percent", ())
        if isinstance(limit, Fraction)
    ]
    indices = {axis.role: index for index, axis in enumerate(axes)}
    if not limits or not {"part", "whole"} <= indices.keys():
        yield from product(*(axis.values for axis in axes))
        return
    part, whole = indices["part"], indices["whole"]
    # One placeholder each, so that the product goes over the other facts only.
    rest = [axis.values if index not in (part, whole) else (None,) for index, axis in enumerate(axes)]
    pairs = list(shares(limits, axes[part], axes[whole]))
    for others in product(*rest):
        for part_value, whole_value in pairs:
            choice = list(others)
            choice[part], choice[whole] = part_value, whole_value
            yield tuple(choice)


def shares(limits: list[Fraction], part: Axis, whole: Axis) -> Iterator[tuple[Fraction, Fraction]]:
    """Parts and wholes at, just below and just above limits in percent, and with the values that they have anyway."""
    part_step, whole_step = _number(part.step), _number(whole.step)
    # The smallest wholes of which a part stands exactly on a limit: 5 for 80%, 1000 for 99.9%.
    smallest = [(limit * whole_step / (100 * part_step)).denominator for limit in limits]
    large = LARGE * lcm(*smallest)
    for whole_value in sorted({*whole.values, *(count * whole_step for count in (*smallest, large))}):
        # The whole among them, for a part that is as large is 100%.
        marks = [whole_value, *part.values, *(limit * whole_value / 100 for limit in limits)]
        yield from ((part_value, whole_value) for part_value in _around(marks, part_step, beyond=False))


def _around(marks: Any, step: Fraction, beyond: bool = True) -> tuple[Fraction, ...]:
    """Figures on marks, one step beside them, and (`beyond`) one far above them all; none below 0."""
    # Nothing and the very first one: there rules change whether or not they name a limit.
    counts = {0, 1}
    for mark in marks:
        # A mark may lie between two figures that can be reported: then both are beside it.
        low = (Fraction(mark) / step).__floor__()
        counts |= {low - 1, low, low + 1, low + 2}
    if beyond:
        counts.add(2 * max(counts) + 10)
    return tuple(count * step for count in sorted(counts) if count >= 0)


def _dates(days: Any, year: int) -> tuple[Value, ...]:
    near = {day + timedelta(n) for day in days for n in (-1, 0, 1)}
    # Apart from the sorted days, because None cannot be compared with them.
    return (None, *sorted({*near, date(year, 1, 1), date(year, 12, 31)}))


def _step(scheme: Scheme, ref: FactRef) -> Fraction:
    return Fraction(1, 10 ** sum_decimals(ref, scheme.indicators))


def _number(step: Fraction | timedelta | None) -> Fraction:
    assert isinstance(step, Fraction)
    return step


def _counted(criterion: Criterion, method: Method, name: str) -> bool:
    return next(fact.number for fact in method.asked(criterion.settings) if fact.name == name)


def _numbers(settings: Any) -> list[Fraction]:
    return [value for value in _inside(settings) if isinstance(value, Fraction)]


def _days(settings: Any) -> list[date]:
    return [value for value in _inside(settings) if isinstance(value, date)]


def _inside(value: Any) -> Iterator[Any]:
    """Every single value inside settings."""
    if isinstance(value, BaseModel):
        value = {name: getattr(value, name) for name in type(value).model_fields}
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for item in value:
            yield from _inside(item)
    else:
        yield value
