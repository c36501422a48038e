"""Limits are where points jump: between two neighbouring ones they may rise or fall, but not at one blow."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from cchc_score.findings import Words
from cchc_score.testing.broken import both
from cchc_score.testing.situations import Situation
from cchc_score.text import described

HALVINGS = 40
"""So often a stretch is halved: what changes evenly changes by next to nothing then, a jump stays as it is."""
Draw = Callable[[st.SearchStrategy[Any]], Any]


def limits(case: Situation, draw: Draw) -> None:
    """Points jump only at the limits that the method names."""
    if case.method.limits is None:
        return
    said = _said(case)
    for name in sorted(said):
        place = _place(case, name)
        for facts in case.callable[:1]:
            numbers = [one for one in said[name] if not isinstance(one, date)]
            # From one day to the next points may fall evenly: nothing between two days is a jump.
            if len(numbers) < len(said[name]):
                continue
            if facts[place] is not None and (name != "percent" or facts[_at(case, "whole")]):
                _between(case, draw, name, place, facts, numbers)


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
        raise case.broken("law-limits", [], detail=described(error)) from None
    if wrong:
        raise case.broken("law-limits", [], detail=wrong[0])
    return said


def _place(case: Situation, name: str) -> int:
    """The parameter that moves when a limited value does."""
    wanted = ["part", "whole"] if name == "percent" else [name]
    absent = [one for one in wanted if one not in case.names]
    if absent:
        detail = Words(f"{name}: không có tham số {absent[0]}", f"{name}: there is no parameter {absent[0]}")
        raise case.broken("law-limits", [], detail=detail)
    return case.names.index(wanted[0])


def _at(case: Situation, name: str) -> int:
    return case.names.index(name)


def _between(
    case: Situation, draw: Draw, name: str, place: int, facts: Sequence[Any], said: Sequence[Fraction]
) -> None:
    """Look for a jump between two neighbouring limits, or beyond the last one."""
    if not isinstance(facts[place], Fraction):
        return
    scale = facts[_at(case, "whole")] / 100 if name == "percent" else Fraction(1)
    ends = sorted({Fraction(0), *map(Fraction, said)})
    largest = case.largest.get(case.names[place])
    ends = [*ends, max(ends[-1] * 2, Fraction(1000))] if largest is None else [one for one in ends if one <= largest]
    low, high = draw(st.sampled_from(list(pairwise(ends)) or [(Fraction(0), Fraction(0))]))
    first, second = sorted(draw(st.lists(st.integers(1, 999), min_size=2, max_size=2)))
    start, end = (low + (high - low) * thousandth / 1000 for thousandth in (first, second))
    rule = case.with_peers()

    def at(value: Fraction) -> tuple[Any, ...]:
        return (*facts[:place], value * scale, *facts[place + 1 :])

    def points(value: Fraction) -> Fraction | None:
        return case.points(rule, at(value))

    jump = _jump(points, start, end)
    if jump is not None and _step(points, *jump) > case.rule.max_points / 2**12:
        near = jump[0].limit_denominator(1000)
        detail = Words(
            f"điểm nhảy ở gần {name} = {both(near).vi}; nêu ra: {both(list(said)).vi}",
            f"points jump near {name} = {both(near).en}; named: {both(list(said)).en}",
        )
        shown = [start, end]
        raise case.broken("law-limits", [at(one) for one in shown], [points(one) for one in shown], detail=detail)


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
        return Fraction(0 if first is second else 10**18)
    return abs(first - second)
