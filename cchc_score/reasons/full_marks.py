"""What would have given full points: for each figure of a rule, the nearest value that alone would have."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from cchc_score.engine import Leaf
from cchc_score.facts import MAX_VALUE
from cchc_score.methods import extra_failed
from cchc_score.model import FactRef, Indicator

FIRST_DAY, LAST_DAY = date(1900, 1, 1).toordinal(), date(2100, 12, 31).toordinal()


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that would have given full points: `from` or `up_to` a limit, a day `by` which or `any_day`, answers."""

    fact: FactRef
    kind: str
    limit: Fraction | date | None = None
    answers: tuple[str, ...] = ()


def changes(leaf: Leaf, row: int) -> tuple[Change, ...]:
    """The single changes that give a unit the full points of a leaf; none where its rule does not decide."""
    if not leaf.ruled(row):
        return ()
    values = leaf.values(row)
    better = _better(leaf, row)
    found = []
    for place, (name, ref) in enumerate(zip(leaf.names, leaf.refs, strict=True)):
        if ref is not None and _alone(leaf, place, ref):
            change = _change(leaf, row, values, place, ref, better.get(name, ""))
            found += [change] if change is not None else []
    return tuple(found)


def _alone(leaf: Leaf, place: int, ref: FactRef) -> bool:
    """Whether a figure decides nothing else of the leaf, so that it can change while the others stay."""
    criterion = leaf.criterion
    others = [*leaf.refs[:place], *leaf.refs[place + 1 :]]
    others += [one.fact for one in (criterion.gate, criterion.factor) if one is not None]
    return not any(other is not None and set(other.codes) & set(ref.codes) for other in others)


def _better(leaf: Leaf, row: int) -> Mapping[str, str]:
    method, rule = leaf.method, leaf.rules[leaf.groups[row]]
    if method.better is None:
        return {}
    try:
        return method.better(rule)
    except (Exception, SystemExit) as error:
        raise extra_failed(method.name, "better", error) from None


def _change(leaf: Leaf, row: int, values: tuple[Any, ...], place: int, ref: FactRef, better: str) -> Change | None:
    indicators = [leaf.scheme.indicators[code] for code in ref.codes]

    def full(value: object) -> bool:
        return leaf.full(row, (*values[:place], value, *values[place + 1 :]))

    if leaf.numbers[place]:
        if not better:
            return None
        most = 100 if all(one.kind == "percent" for one in indicators) else MAX_VALUE
        return _number(full, values[place], ref, better, most, max(one.decimals for one in indicators))
    if indicators[0].kind == "date":
        return _day(full, ref)
    answers = tuple(code for code, value in _answers(indicators[0]) if full(value))
    return Change(ref, "answers", answers=answers) if answers else None


def _answers(indicator: Indicator) -> list[tuple[str, object]]:
    if indicator.kind == "yes_no":
        return [("yes", True), ("no", False)]
    return [(option.code, option.code) for option in indicator.options]


def _number(
    full: Callable[[object], bool], value: Fraction, ref: FactRef, better: str, most: int, decimals: int
) -> Change | None:
    """The nearest number that gives full points, in steps of the figure; `better` says which way they grow."""
    unit = 10**decimals
    here = int(value * unit)
    best = most * unit if better == "more" else 0
    if not full(Fraction(best, unit)):
        return None
    near, far = here, best
    while abs(far - near) > 1:
        middle = (near + far) // 2
        near, far = (near, middle) if full(Fraction(middle, unit)) else (middle, far)
    limit = Fraction(near if full(Fraction(near, unit)) else far, unit)
    return Change(ref, "from" if better == "more" else "up_to", limit)


def _day(full: Callable[[object], bool], ref: FactRef) -> Change | None:
    """The last day that is full, where an earlier day is never worse."""
    near, far = FIRST_DAY, LAST_DAY
    if not full(date.fromordinal(near)):
        return None
    if full(date.fromordinal(far)):
        return Change(ref, "any_day")
    while far - near > 1:
        middle = (near + far) // 2
        near, far = (middle, far) if full(date.fromordinal(middle)) else (near, middle)
    return Change(ref, "by", date.fromordinal(near))
