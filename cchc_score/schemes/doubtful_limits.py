"""Limits and days of a valid scheme that its author can hardly have meant: fractions, another year."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from pydantic import BaseModel, WithJsonSchema

from cchc_score.figure_relations import is_far
from cchc_score.findings import Finding, Place
from cchc_score.methods import Method, Rule, Settings
from cchc_score.model import Bounds, Criterion, FactRef, Gate, Scheme

_YEAR = re.compile(r"(?<![0-9/.,-])(20[0-9]{2})(?![0-9]|[.,/-][0-9])")


def scheme_doubts(scheme: Scheme, methods: Mapping[str, Method]) -> tuple[Finding, ...]:
    """What is told of a scheme whenever it is used, though nothing in it is wrong by itself."""
    return (*_fractions(scheme, methods), *_far_days(scheme), *_units_day(scheme), *_year_left(scheme))


# Fractions


def _fractions(scheme: Scheme, methods: Mapping[str, Method]) -> Iterator[Finding]:
    for criterion in scheme.criteria.values():
        place = Place(scheme.file, criterion.line, criterion=criterion.number)
        limits = _percentages(scheme, criterion, methods[criterion.method]) if criterion.is_leaf else ()
        for some in (limits, *(_gate_percentages(scheme, gate) for gate in criterion.gates)):
            yield from _fraction(some, place)
    classes = [limit for one in scheme.classes for limit in (one.at_least, one.each_area_from, one.each_criterion_from)]
    yield from _fraction([limit for limit in classes if limit is not None], Place(scheme.file))


def _fraction(limits: Any, place: Place) -> Iterator[Finding]:
    """A finding where every limit above 0 is at most 1."""
    above = sorted({limit for limit in limits if limit}, reverse=True)
    if above and above[0] <= 1:
        args = {"limits": [Fraction(limit) for limit in above], "meant": 100 * Fraction(above[0])}
        yield Finding("limits-fractions", place, args)


def _percentages(scheme: Scheme, criterion: Criterion, method: Method) -> list[Fraction]:
    """The limits of a rule in percent that its author has written."""
    settings: Settings = criterion.settings
    written = [getattr(settings, name) for name in settings.model_fields_set if _is_percent(settings, name)]
    rule = Rule(criterion.number, criterion.max_points, settings, scheme.decimals_of(criterion))
    named = dict(method.limits(rule)) if method.limits is not None else {}
    # Where a setting is a percentage by its type, limits may also name those that nobody has written.
    typed = any(_is_percent(settings, name) for name in type(settings).model_fields)
    own = () if typed else named.get("percent", ())
    of_percents = [
        limit
        for asked in method.asked(settings)
        if not typed and asked.ref is not None and _is_share(scheme, asked.ref)
        for limit in named.get(asked.name, ())
    ]
    return [Fraction(limit) for limit in (*written, *own, *of_percents) if isinstance(limit, Fraction | int)]


def _is_percent(settings: BaseModel, name: str) -> bool:
    """Whether a setting is a number up to 100 by its type: `Percent`, or one like it."""
    marks = type(settings).model_fields[name].metadata
    return any(isinstance(mark, WithJsonSchema) and (mark.json_schema or {}).get("maximum") == 100 for mark in marks)


def _is_share(scheme: Scheme, ref: FactRef) -> bool:
    return all(scheme.indicators[code].kind == "percent" for code in ref.codes)


def _gate_percentages(scheme: Scheme, gate: Gate) -> list[Fraction]:
    bounds: Bounds | None = gate.bounds
    if bounds is None or gate.fact is None or not (gate.whole is not None or _is_share(scheme, gate.fact)):
        return []
    return [end for end in (bounds.from_, bounds.to) if end is not None]


# Days


def _far_days(scheme: Scheme) -> Iterator[Finding]:
    first_and_last = scheme.first_and_last_day
    for criterion in scheme.leaves:
        far = [day for day in days_in(criterion.settings) if is_far(day, first_and_last)]
        if far:
            place = Place(scheme.file, criterion.line, criterion=criterion.number)
            yield Finding("deadline-far", place, {"days": _shown(far), "year": str(scheme.period)})


def _units_day(scheme: Scheme) -> Iterator[Finding]:
    day, (first, last) = scheme.units_day, scheme.first_and_last_day
    if not first <= day <= last:
        shown = {"day": f"{day:%d/%m/%Y}", "first": f"{first:%d/%m/%Y}", "last": f"{last:%d/%m/%Y}"}
        yield Finding("units-day-outside", Place(scheme.file), shown)


def _year_left(scheme: Scheme) -> Iterator[Finding]:
    """Signs that a scheme was copied from another year: its title names one, or most of its days lie before it."""
    first, last = scheme.first_and_last_day
    named = sorted({int(year) for year in _YEAR.findall(scheme.title)})
    if named and not any(first.year <= year <= last.year for year in named):
        title: dict[str, object] = {"told": [str(year) for year in named], "year": str(scheme.period)}
        yield Finding("title-other-year", Place(scheme.file), title)
    days = [day for leaf in scheme.leaves for day in days_in(leaf.settings)]
    before = [day for day in days if day < first]
    # Plans are due before their year and reports after it; that most days lie before it is how a copy looks.
    if 2 * len(before) > len(days) and not all(is_far(day, (first, last)) for day in before):
        args: dict[str, object] = {
            "count": len(before),
            "all": len(days),
            "year": str(scheme.period),
            "day": f"{first:%d/%m/%Y}",
        }
        yield Finding("deadlines-year-before", Place(scheme.file), args)


def days_in(value: Any) -> list[date]:
    """Every day inside settings, each once, in order."""
    return sorted(set(_days(value)))


def _days(value: Any) -> Iterator[date]:
    if isinstance(value, date):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _days(getattr(value, name))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _days(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _days(item)


def _shown(days: list[date]) -> list[str]:
    return [f"{day:%d/%m/%Y}" for day in days]
