"""Phrases that the words of several rules share."""

from fractions import Fraction

from cchc_score.methods import IfNone, Namer
from cchc_score.model import FactRef
from cchc_score.points import decimals_needed
from cchc_score.text import Lang, number

_TREATMENTS = {
    "vi": {"full": "điểm tối đa", "zero": "0 điểm", "not_applicable": "không áp dụng"},
    "en": {"full": "full points", "zero": "0 points", "not_applicable": "not applicable"},
}


def treatment_words(treatment: IfNone, lang: Lang) -> str:
    """What a treatment gives, in words."""
    return _TREATMENTS[lang][treatment]


def nothing_arose(treatment: IfNone, lang: Lang) -> str:
    """What a rule gives because its whole is 0, in words."""
    return f"{'không phát sinh' if lang == 'vi' else 'none arose'}: {treatment_words(treatment, lang)}"


def approximate(value: Fraction, lang: Lang) -> str:
    """A number as people read it: exact with up to three decimals, else after '≈' with as many as tell it apart.

    A last digit of 0 would look like the round number that the value is not: 89,99996 is no 90.
    """
    needed = decimals_needed(value)
    if needed is not None and needed <= 3:
        return number(value, None, lang)
    decimals = 3
    while number(value, decimals, lang).endswith("0"):
        decimals += 1
    return f"≈ {number(value, decimals, lang)}"


def share_words(part: Fraction, whole: Fraction, lang: Lang) -> str:
    """A share with both its figures and its percentage."""
    return f"{number(part, None, lang)} / {number(whole, None, lang)} ({approximate(100 * part / whole, lang)}%)"


def none_words(whole: FactRef, treatment: IfNone, lang: Lang, name: Namer) -> str:
    """What a rule gives when its whole is 0, in words."""
    nothing = "không phát sinh" if lang == "vi" else "none arose"
    return f"{nothing} ({name(whole)} = 0): {treatment_words(treatment, lang)}"
