"""Figures of a unit that cannot all be right for a rule: such a rule gives no points, and says why."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from cchc_score.facts import Table
from cchc_score.findings import Words
from cchc_score.model import FactRef, Indicator

WHOLE_PERCENT = 100
"""No share of a whole is more: a fact of kind percent above it contradicts itself."""
Indicators = Mapping[str, Indicator]


class Contradiction(NamedTuple):
    """Known facts that cannot all be right: a finding's code and arguments. The unit's outcome is then MISSING."""

    code: str
    args: Mapping[str, object]


class RuleFigure(NamedTuple):
    """A number that a rule asks for: the name of its setting, the facts that make it up (if any), its value."""

    name: str
    ref: FactRef | None
    value: Any


def above_100(indicators: Indicators, table: Table, row: int, refs: Sequence[FactRef | None]) -> Contradiction | None:
    """The first percentage among some known facts of a unit that is more than the whole."""
    for code in (code for ref in refs if ref is not None for code in ref.codes):
        indicator = indicators[code]
        value = table.value(row, code) if indicator.kind == "percent" else None
        if isinstance(value, Fraction) and value > WHOLE_PERCENT:
            return Contradiction("percent-above-100", {"fact": indicator.words, "value": value})
    return None


def out_of_range(
    indicators: Indicators, figures: Iterable[RuleFigure], most: Mapping[str, Fraction]
) -> Contradiction | None:
    """The first number below 0, or above the most that the rule allows for it by its name."""
    for name, ref, value in figures:
        if ref is None:
            continue
        if value < 0:
            return Contradiction("fact-sum-negative", {"facts": names_of(indicators, ref), "value": value})
        if name in most and value > most[name]:
            args = {"facts": names_of(indicators, ref), "value": value, "most": most[name]}
            return Contradiction("fact-above-most", args)
    return None


def above_whole(
    indicators: Indicators,
    refs: Sequence[FactRef | None],
    values: Sequence[Any],
    within: Sequence[tuple[Sequence[int], int]],
) -> Contradiction | None:
    """The first parts, by their places, that are together more than their whole."""
    for parts, whole in within:
        value = sum((values[part] for part in parts), Fraction(0))
        if value > values[whole]:
            names = tuple(name for part in parts for name in names_of(indicators, refs[part]))
            most = {"whole": names_of(indicators, refs[whole]), "most": values[whole]}
            return Contradiction("fact-above-whole", {"parts": names, "value": value, **most})
    return None


def names_of(indicators: Indicators, ref: FactRef | None) -> tuple[Words, ...]:
    """The names of the facts that a rule asks for there."""
    assert ref is not None
    return tuple(indicators[code].words for code in ref.codes)
