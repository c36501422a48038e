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

# Wide around every year that is scored: halving only needs two ends.
FIRST_DAY, LAST_DAY = date(1900, 1, 1).toordinal(), date(2100, 12, 31).toordinal()


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that would have given full points: `from` or `up_to` a limit, a day `by` which or `any_day`, answers."""

    fact: FactRef
    kind: str
    limit: Fraction | date | None = None
    answers: tuple[str, ...] = ()


def changes(leaf: Leaf, row: int) -> tuple[Change, ...]:
    """The single changes that give a unit the full points of a leaf, of its rule, its factor, or a closed gate."""
    if not leaf.ruled(row):
        return _opened(leaf, row)
    values = leaf.values(row)
    better = _better(leaf, row)
    found = []
    for index, (name, ref) in enumerate(zip(leaf.names, leaf.refs, strict=True)):
        if ref is not None and _alone(leaf, index, ref):
            change = _change(leaf, row, values, index, ref, better.get(name, ""))
            found += [change] if change is not None else []
    return (*found, *_kept(leaf, row, values))


def _kept(leaf: Leaf, row: int, values: tuple[Any, ...]) -> tuple[Change, ...]:
    """The answers by which the factor alone would leave the full points."""
    factor = leaf.criterion.factor
    # A figure that decides something else too would change more than the factor.
    if factor is None or _asks(factor.fact, *leaf.refs, *(ref for gate in leaf.gates for ref in gate.refs)):
        return ()
    answers = tuple(code for code, share in factor.values.items() if leaf.full(row, values, share))
    return (Change(factor.fact, "answers", answers=answers),) if answers else ()


def _opened(leaf: Leaf, row: int) -> tuple[Change, ...]:
    """What opens the one closed gate on a figure, where the rule behind it gives full points."""
    gate = leaf.closed_gate(row)
    if gate is None or gate.fact is None or gate.whole is not None:
        return ()
    others = [one for one in leaf.gates if one is not gate]
    factor = leaf.criterion.factor
    asked = [*leaf.refs, *(ref for one in others for ref in one.refs), factor.fact if factor else None]
    if _asks(gate.fact, *asked) or not leaf.full_behind(row, gate):
        return ()
    if gate.bounds is None:
        return (Change(gate.fact, "answers", answers=gate.answers),)
    low, high = gate.bounds.from_, gate.bounds.to
    # Of a number strictly above another there is no first one to name.
    if low is not None and high is None and not gate.bounds.open_from:
        return (Change(gate.fact, "from", low),)
    if high is not None and low is None and not gate.bounds.open_to:
        return (Change(gate.fact, "up_to", high),)
    return ()


def _asks(fact: FactRef, *refs: FactRef | None) -> bool:
    """Whether any of some references shares a figure with a fact."""
    return any(ref is not None and set(ref.codes) & set(fact.codes) for ref in refs)


def _alone(leaf: Leaf, index: int, ref: FactRef) -> bool:
    """Whether a figure decides nothing else of the leaf, so that it can change while the others stay."""
    criterion = leaf.criterion
    others = [*leaf.refs[:index], *leaf.refs[index + 1 :]]
    # A figure that also opens the gate would change two things at once.
    others += [ref for gate in leaf.gates for ref in gate.refs]
    others += [criterion.factor.fact] if criterion.factor is not None else []
    return not any(other is not None and set(other.codes) & set(ref.codes) for other in others)


def _better(leaf: Leaf, row: int) -> Mapping[str, str]:
    """Whether `more` or `less` of a figure is better, by its name in the rule; a figure may be absent."""
    method, rule = leaf.method, leaf.rules[leaf.groups[row]]
    if method.better is None:
        return {}
    try:
        return method.better(rule)
    except (Exception, SystemExit) as error:
        raise extra_failed(method.name, "better", error) from None


def _change(leaf: Leaf, row: int, values: tuple[Any, ...], index: int, ref: FactRef, better: str) -> Change | None:
    indicators = [leaf.scheme.indicators[code] for code in ref.codes]

    def full(value: object) -> bool:
        return leaf.full(row, (*values[:index], value, *values[index + 1 :]))

    if leaf.numbers[index]:
        # Which way to search is not known, and a rule may rise and fall.
        if not better:
            return None
        # No report can hold more than that, so an answer beyond it would help nobody.
        most: Fraction | int = 100 if all(indicator.kind == "percent" for indicator in indicators) else MAX_VALUE
        beside = leaf.most_beside(index, values)
        most = most if beside is None else min(most, beside)
        return _number(full, values[index], ref, better, most, max(indicator.decimals for indicator in indicators))
    if indicators[0].kind == "date":
        return _day(full, ref)
    answers = tuple(code for code, value in _answers(indicators[0]) if full(value))
    return Change(ref, "answers", answers=answers) if answers else None


def _answers(indicator: Indicator) -> list[tuple[str, object]]:
    if indicator.kind == "yes_no":
        return [("yes", True), ("no", False)]
    return [(option.code, option.code) for option in indicator.options]


def _number(
    full: Callable[[object], bool], value: Fraction, ref: FactRef, better: str, most: Fraction | int, decimals: int
) -> Change | None:
    """The nearest number that gives full points, in steps of the figure; `better` says which way they grow."""
    unit = 10**decimals
    here = int(value * unit)
    # The best figure first: where it is not full, none is, and there is nothing to halve.
    best = int(most * unit) if better == "more" else 0
    if not full(Fraction(best, unit)):
        return None
    # Points only rise on the way from here to the best value, so halving finds the nearest full one.
    near, far = here, best
    while abs(far - near) > 1:
        middle = (near + far) // 2
        near, far = (near, middle) if full(Fraction(middle, unit)) else (middle, far)
    # `near` was never asked: the figure itself may be full already.
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
