"""Every kind of finding is explained beyond its message, with an example of real values."""

import unicodedata

import pytest

from cchc_score.catalogue import CATALOGUE
from cchc_score.catalogue.explained import EXPLANATIONS, explanation
from cchc_score.findings import example
from cchc_score.text import LANGUAGES

CODES = sorted(code for code in CATALOGUE if not code.endswith("-near"))


@pytest.mark.parametrize("code", CODES)
def test_every_kind_says_more_than_its_message(code):
    said = explanation(code)
    for words, lang in zip(said, LANGUAGES, strict=True):
        finding = example(code)
        assert len(words.split()) >= 12
        assert unicodedata.is_normalized("NFC", words)
        assert words.endswith(".")
        assert finding.what(lang) not in words
        assert finding.remedy(lang) not in words
    assert said.vi != said.en


def test_no_explanation_is_left_over_and_a_suggestion_changes_none():
    assert set(EXPLANATIONS) == set(CODES)
    for code in CATALOGUE:
        assert explanation(code) == explanation(code.removesuffix("-near"))


@pytest.mark.parametrize("code", CODES)
def test_an_example_holds_no_word_that_stands_for_any(code):
    """'metod', 'ZeroDivisionError' and the like only where a slip or a fault of Python is what is told."""
    words = example(code).words("en")
    assert "metod" not in words.replace("cchc_metods", "")
    if "failed (" not in words and "fails on" not in words and code != "law-working":
        assert "ZeroDivisionError" not in words
