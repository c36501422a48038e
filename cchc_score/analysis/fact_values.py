"""Facts of one unit outside any table: what a fact reference comes to, and what people read of them."""

from collections.abc import Mapping

from cchc_score.engine.known_facts import code_of
from cchc_score.model import FactRef, Indicator, Value
from cchc_score.rule_words import value_words
from cchc_score.text import Lang

Facts = Mapping[str, Value]
"""Known facts by their indicator's code."""


def is_known(facts: Facts, ref: FactRef) -> bool:
    """Whether every fact of a reference is known."""
    return all(code in facts for code in ref.codes)


def answer_code(facts: Facts, ref: FactRef) -> str:
    """A known answer as its code; yes and no as 'yes' and 'no'."""
    return code_of(facts[ref.codes[0]])


def facts_words(indicators: Mapping[str, Indicator], facts: Facts, lang: Lang) -> str:
    """Facts as people read them, each with its name."""
    return ", ".join(
        f"{indicators[code].label(lang)} = {value_words(indicators[code], value, lang)}"
        for code, value in facts.items()
    )
