"""The figures that are tried on a criterion: for each fact the values at, just below and just above its limits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import product
from math import lcm, prod
from typing import Any, Literal

from pydantic import BaseModel

from cchc_score.analysis.edges import limits_of, nothing_arose, refs_of, rule_of
from cchc_score.analysis.values import decimals_of
from cchc_score.methods import Method, most_of
from cchc_score.model import Criterion, FactRef, Scheme, Value
from cchc_score.schemes.facts import ANSWERED, answers

USUAL = (1, 2, 5, 10, 50, 100, 1000)
"""What is tried where no limits are given, besides the numbers of the rule."""
FEW = (1, 10, 1000)
LARGE = 1000
"""How many times the smallest whole that stands on every limit counts as large."""
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


Choice = tuple[Any, ...]
"""One value for each axis, in order."""


def axes_of(scheme: Scheme, criterion: Criterion, method: Method) -> tuple[Axis, ...]:
    """The axes of a leaf: gate, parameters, factor, and the other unit for a method that compares units."""
    found = [*_gate(scheme, criterion), *_parameters(scheme, criterion, method)]
    if criterion.factor is not None:
        found.append(Axis("factor", criterion.factor.fact, tuple(criterion.factor.values)))
    if method.peers:
        found.append(Axis("peer", found[-1].ref, PEERS, exact=False))
    return _thinned(_merged(found))


def _merged(axes: list[Axis]) -> tuple[Axis, ...]:
    """One axis for each fact: that of the rule's parameter with the values of a gate or a factor on the same fact."""
    found: dict[Any, Axis] = {}
    for axis in sorted(axes, key=lambda one: one.role in ("gate", "factor")):
        key = axis.role if axis.role == "peer" else axis.ref
        first = found.setdefault(key, axis)
        # A yes counted as 1 stands among the numbers already.
        if first is not axis and first.step is not None and axis.step is not None:
            values = sorted({*first.values, *axis.values}, key=_order)
            found[key] = replace(first, values=tuple(values))
    return tuple(sorted(found.values(), key=lambda one: one.role == "peer"))


def _thinned(axes: tuple[Axis, ...]) -> tuple[Axis, ...]:
    """Axes with no more than so many combinations; those that are searched anyway give up values first."""
    found = list(axes)
    while prod(len(one.values) for one in found) > MOST:
        place = max(range(len(found)), key=lambda at: (not found[at].exact, len(found[at].values)))
        if len(found[place].values) <= 2:
            place = max(range(len(found)), key=lambda at: len(found[at].values))
        found[place] = replace(found[place], values=found[place].values[::2], exact=False)
    return tuple(found)


def _order(value: Any) -> tuple[bool, Any]:
    """Days in order, after one that never came."""
    return value is not None, value


def _gate(scheme: Scheme, criterion: Criterion) -> Iterator[Axis]:
    gate = criterion.gate
    if gate is None:
        return
    if gate.at_least is None:
        yield Axis("gate", gate.fact, tuple(answers(scheme.indicators[gate.fact.codes[0]])))
    else:
        step = _step(scheme, gate.fact)
        yield Axis("gate", gate.fact, _around([gate.at_least], step), step)


def _parameters(scheme: Scheme, criterion: Criterion, method: Method) -> Iterator[Axis]:
    rule, refs = rule_of(scheme, criterion), refs_of(criterion, method)
    limits, most = limits_of(method, rule), most_of(method, rule)
    better = dict(method.better(rule)) if method.better else {}
    whole = set(nothing_arose(criterion, method))
    unknown = sum(name not in limits for name in refs)
    usual = [*(FEW if unknown > 2 or method.peers else USUAL), *_numbers(criterion.settings)]
    for name, ref in refs.items():
        indicator = scheme.indicators[ref.codes[0]]
        if indicator.kind in ANSWERED and not _counted(criterion, method, name):
            yield Axis(name, ref, tuple(answers(indicator)))
        elif indicator.kind == "date":
            days = limits.get(name) or _days(criterion.settings) or (date(scheme.period, 12, 31),)
            yield Axis(name, ref, _dates(days, scheme.period), timedelta(1), better.get(name, "less"), name in limits)
        else:
            step = _step(scheme, ref)
            shared = "percent" in limits and {"part", "whole"} <= refs.keys() and name in ("part", "whole")
            marks = limits.get(name, () if shared else usual)
            values = _around(marks, step, beyond=not shared)
            if name in most:
                values = tuple(value for value in values if value <= most[name])
            yield Axis(name, ref, values, step, better.get(name), name in limits or shared, ref in whole)


def choices(scheme: Scheme, criterion: Criterion, method: Method, axes: tuple[Axis, ...]) -> Iterator[Choice]:
    """All combinations of values; of a share the parts that go with each whole."""
    limits = [
        one for one in limits_of(method, rule_of(scheme, criterion)).get("percent", ()) if isinstance(one, Fraction)
    ]
    places = {axis.role: place for place, axis in enumerate(axes)}
    if not limits or not {"part", "whole"} <= places.keys():
        yield from product(*(axis.values for axis in axes))
        return
    part, whole = places["part"], places["whole"]
    rest = [axis.values if place not in (part, whole) else (None,) for place, axis in enumerate(axes)]
    pairs = list(shares(limits, axes[part], axes[whole]))
    for others in product(*rest):
        for one, all_of in pairs:
            choice = list(others)
            choice[part], choice[whole] = one, all_of
            yield tuple(choice)


def shares(limits: list[Fraction], part: Axis, whole: Axis) -> Iterator[tuple[Fraction, Fraction]]:
    """Parts and wholes at, just below and just above limits in percent, and with the values that they have anyway."""
    one_part, one_whole = _number(part.step), _number(whole.step)
    smallest = [(limit * one_whole / (100 * one_part)).denominator for limit in limits]
    large = LARGE * lcm(*smallest)
    for all_of in sorted({*whole.values, *(count * one_whole for count in (*smallest, large))}):
        marks = [all_of, *part.values, *(limit * all_of / 100 for limit in limits)]
        yield from ((one, all_of) for one in _around(marks, one_part, beyond=False))


def _around(marks: Any, step: Fraction, beyond: bool = True) -> tuple[Fraction, ...]:
    """Figures on marks, one step beside them, and (`beyond`) one far above them all; none below 0."""
    counts = {0, 1}
    for mark in marks:
        low = (Fraction(mark) / step).__floor__()
        counts |= {low - 1, low, low + 1, low + 2}
    if beyond:
        counts.add(2 * max(counts) + 10)
    return tuple(count * step for count in sorted(counts) if count >= 0)


def _dates(days: Any, year: int) -> tuple[Value, ...]:
    near = {day + timedelta(n) for day in days for n in (-1, 0, 1)}
    return (None, *sorted({*near, date(year, 1, 1), date(year, 12, 31)}))


def _step(scheme: Scheme, ref: FactRef) -> Fraction:
    return Fraction(1, 10 ** decimals_of(scheme.indicators, ref))


def _number(step: Fraction | timedelta | None) -> Fraction:
    assert isinstance(step, Fraction)
    return step


def _counted(criterion: Criterion, method: Method, name: str) -> bool:
    return next(one.number for one in method.asked(criterion.settings) if one.name == name)


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
