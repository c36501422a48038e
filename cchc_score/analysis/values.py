"""Facts of one unit outside any table: what a fact reference comes to, and what people read of them."""

from collections.abc import Mapping
from fractions import Fraction

from cchc_score.explain import value_words
from cchc_score.model import NUMBERS, FactRef, Indicator, Value
from cchc_score.text import Lang

Facts = Mapping[str, Value]
"""Known facts by their indicator's code."""


def known(facts: Facts, ref: FactRef) -> bool:
    """Whether every fact of a reference is known."""
    return all(code in facts for code in ref.codes)


def summed(facts: Facts, ref: FactRef) -> Fraction:
    """The signed sum of known numbers; a yes counts 1."""
    return sum((sign * _as_number(facts[code]) for sign, code in ref.terms), Fraction(0))


def answered(facts: Facts, ref: FactRef) -> str:
    """A known answer as its code; yes and no as 'yes' and 'no'."""
    value = facts[ref.codes[0]]
    return ("no", "yes")[value] if isinstance(value, bool) else str(value)


def decimals_of(indicators: Mapping[str, Indicator], ref: FactRef) -> int:
    """How many decimals the sum of a reference may have."""
    return max(indicators[code].decimals if indicators[code].kind in NUMBERS else 0 for code in ref.codes)


def facts_words(indicators: Mapping[str, Indicator], facts: Facts, lang: Lang) -> str:
    """Facts as people read them, each with its name."""
    return ", ".join(
        f"{indicators[code].label(lang)} = {value_words(indicators[code], value, lang)}"
        for code, value in facts.items()
    )


def _as_number(value: Value) -> Fraction:
    return value if isinstance(value, Fraction) else Fraction(int(bool(value)))
