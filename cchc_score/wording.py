"""Phrases that the words of several rules share."""

from cchc_score.methods import IfNone, Namer
from cchc_score.model import FactRef
from cchc_score.text import Lang

_TREATMENTS = {
    "vi": {"full": "điểm tối đa", "zero": "0 điểm", "not_applicable": "không áp dụng"},
    "en": {"full": "full points", "zero": "0 points", "not_applicable": "not applicable"},
}


def treatment_words(treatment: IfNone, lang: Lang) -> str:
    """What a treatment gives, in words."""
    return _TREATMENTS[lang][treatment]


def none_words(whole: FactRef, treatment: IfNone, lang: Lang, name: Namer) -> str:
    """What a rule gives when its whole is 0, in words."""
    nothing = "không phát sinh" if lang == "vi" else "none arose"
    return f"{nothing} ({name(whole)} = 0): {treatment_words(treatment, lang)}"
