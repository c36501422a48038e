"""Phrases that the words of several rules share."""

from collections.abc import Mapping
from fractions import Fraction

from cchc_score.catalogue.labels import OUTCOMES, Label
from cchc_score.methods import IfNone, Namer
from cchc_score.model import FactRef
from cchc_score.points import decimals_needed
from cchc_score.text import Lang, number, pick

_TREATMENTS: Mapping[IfNone, Label] = {
    "full": ("điểm tối đa", "full points"),
    "zero": ("0 điểm", "0 points"),
    "not_applicable": OUTCOMES["NOT_APPLICABLE"],
}


def treatment_words(treatment: IfNone, lang: Lang) -> str:
    """What a treatment gives, in words."""
    return pick(lang, *_TREATMENTS[treatment])


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
    # It ends: a value that three decimals do not write exactly has a digit other than 0 further on.
    while number(value, decimals, lang).endswith("0"):
        decimals += 1
    return f"≈ {number(value, decimals, lang)}"


def share_words(part: Fraction, whole: Fraction, lang: Lang) -> str:
    """A share with both its figures and its percentage."""
    return f"{number(part, None, lang)} / {number(whole, None, lang)} ({approximate(100 * part / whole, lang)}%)"


def exceed_words(lang: Lang) -> str:
    """That a part may be more than its whole, in words."""
    return pick(lang, "được vượt 100%", "may exceed 100%")


def none_words(whole: FactRef, treatment: IfNone, lang: Lang, name: Namer) -> str:
    """What a rule gives when its whole is 0, in words."""
    nothing = "không phát sinh" if lang == "vi" else "none arose"
    return f"{nothing} ({name(whole)} = 0): {treatment_words(treatment, lang)}"
