"""The law of `limits`: points jump only there; between two neighbouring limits they rise or fall evenly."""

import math
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from cchc_score.findings import Words
from cchc_score.testing.examples import Situation
from cchc_score.testing.strategies import Draw
from cchc_score.testing.violations import both_languages
from cchc_score.text import described

HALVINGS = 40
"""So often a stretch is halved: what changes evenly changes by next to nothing then, a jump stays as it is."""


def limits(case: Situation, draw: Draw) -> None:
    """Points jump only at the limits that the method names."""
    if case.method.limits is None:
        return
    said = _said(case)
    for name in sorted(said):
        index = _place(case, name)
        # One commune of each situation: every halving calls the method anew, and situations are many.
        for facts in case.calls[:1]:
            numbers = [limit for limit in said[name] if not isinstance(limit, date)]
            # From one day to the next points may fall evenly: nothing between two days is a jump.
            if len(numbers) < len(said[name]):
                continue
            if facts[index] is not None and (name != "percent" or facts[_at(case, "whole")]):
                _between(case, draw, name, index, facts, numbers)


def _said(case: Situation) -> Mapping[str, Sequence[Fraction] | Sequence[date]]:
    """What `limits` gives, checked: numbers from 0 on, or days, under names of parameters or 'percent'."""
    try:
        said = case.method.limits(case.rule)  # type: ignore[misc]
        wrong = [
            f"{name}: {value}"
            for name, values in said.items()
            for value in values
            if not (isinstance(value, date) or (isinstance(value, Fraction | int) and value >= 0))
        ]
    except (Exception, SystemExit) as error:
        raise case.violation("law-limits", [], detail=described(error)) from None
    if wrong:
        raise case.violation("law-limits", [], detail=wrong[0])
    return said


def _place(case: Situation, name: str) -> int:
    """The parameter that moves when a limited value does."""
    wanted = ["part", "whole"] if name == "percent" else [name]
    absent = [parameter for parameter in wanted if parameter not in case.names]
    if absent:
        detail = Words(f"{name}: không có tham số {absent[0]}", f"{name}: there is no parameter {absent[0]}")
        raise case.violation("law-limits", [], detail=detail)
    return case.names.index(wanted[0])


def _at(case: Situation, name: str) -> int:
    return case.names.index(name)


def _between(
    case: Situation, draw: Draw, name: str, index: int, facts: Sequence[Any], said: Sequence[Fraction]
) -> None:
    """Look for a jump between two neighbouring limits, or beyond the last one."""
    if not isinstance(facts[index], Fraction):
        return
    scale = facts[_at(case, "whole")] / 100 if name == "percent" else Fraction(1)
    ends = sorted({Fraction(0), *map(Fraction, said)})
    largest = case.largest.get(case.names[index])
    # Beyond the last limit nothing may jump either, up to the largest figure that the rule allows.
    ends = [*ends, max(ends[-1] * 2, Fraction(1000))] if largest is None else [end for end in ends if end <= largest]
    low, high = draw(st.sampled_from(list(pairwise(ends)) or [(Fraction(0), Fraction(0))]))
    rule = case.with_peers()
    if _counts(case, index):
        _between_counts(case, draw, index, facts, (low * scale, high * scale), (name, said))
        return
    # Inside the stretch: on a limit itself points may jump.
    first, second = sorted(draw(st.lists(st.integers(1, 999), min_size=2, max_size=2)))
    start, end = (low + (high - low) * thousandth / 1000 for thousandth in (first, second))

    def at(value: Fraction) -> tuple[Any, ...]:
        return (*facts[:index], value * scale, *facts[index + 1 :])

    def points(value: Fraction) -> Fraction | None:
        return case.points(rule, at(value))

    jump = _jump(points, start, end)
    # After so many halvings an even slope changes by far less than that, a jump by far more.
    if jump is not None and _step(points, *jump) > case.rule.max_points / 2**12:
        # For a person: the stretch itself ends in fractions of 2**40.
        detail = _jump_words(name, jump[0].limit_denominator(1000), said)
        raise case.violation("law-limits", [at(start), at(end)], [points(start), points(end)], detail=detail)


def _jump_words(name: str, near: Fraction, said: Sequence[Fraction]) -> Words:
    return Words(
        f"điểm nhảy ở gần {name} = {both_languages(near).vi}; limits nêu: {both_languages(list(said)).vi}",
        f"points jump near {name} = {both_languages(near).en}; named: {both_languages(list(said)).en}",
    )


def _counts(case: Situation, index: int) -> bool:
    """Whether a parameter is a number of things, which has no value between two whole ones."""
    ref = case.asked_facts[index].ref
    return ref is not None and all(case.indicators[code].kind == "count" for code in ref.codes)


def _between_counts(
    case: Situation, draw: Draw, index: int, facts: Sequence[Any], stretch: tuple[Fraction, Fraction],
    told: tuple[str, Sequence[Fraction]],
) -> None:  # fmt: skip
    """Look for a jump among the whole numbers inside a stretch: a step larger than those beside it together."""
    first, last = math.floor(stretch[0]) + 1, math.ceil(stretch[1]) - 1
    # With fewer there is no step with one on either side.
    if last - first < 3:
        return
    rule = case.with_peers()

    def at(value: Fraction) -> tuple[Any, ...]:
        return (*facts[:index], value, *facts[index + 1 :])

    def points(value: Fraction) -> Fraction | None:
        return case.points(rule, at(value))

    start, end = sorted(draw(st.lists(st.integers(first + 1, last - 1), min_size=2, max_size=2, unique=True)))
    while end - start > 1:
        middle = (start + end) // 2
        left = _step(points, Fraction(start), Fraction(middle)) >= _step(points, Fraction(middle), Fraction(end))
        start, end = (start, middle) if left else (middle, end)
    before, low, high, after = (Fraction(value) for value in (start - 1, start, end, end + 1))
    if _step(points, low, high) > _step(points, before, low) + _step(points, high, after):
        name, said = told
        # In the words of the limit, which for a share is a percentage of the whole.
        near = high * 100 / facts[_at(case, "whole")] if name == "percent" else high
        detail = _jump_words(name, near, said)
        raise case.violation("law-limits", [at(low), at(high)], [points(low), points(high)], detail=detail)


def _jump(
    points: Callable[[Fraction], Fraction | None], start: Fraction, end: Fraction
) -> tuple[Fraction, Fraction] | None:
    """The shortest stretch in which the points change most; None where they do not change."""
    if points(start) == points(end):
        return None
    for _ in range(HALVINGS):
        middle = (start + end) / 2
        left = _step(points, start, middle) >= _step(points, middle, end)
        start, end = (start, middle) if left else (middle, end)
    return start, end


def _step(points: Callable[[Fraction], Fraction | None], start: Fraction, end: Fraction) -> Fraction:
    """By how much the points differ; becoming not applicable is more than any number."""
    first, second = points(start), points(end)
    if first is None or second is None:
        # Larger than any difference of points, so that halving keeps to the side where it happens.
        return Fraction(0 if first is second else 10**18)
    return abs(first - second)
