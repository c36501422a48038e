"""Styles hold no text of a year but as content, in which no sign has a meaning of its own."""

import re

from hypothesis import given
from hypothesis import strategies as st

from cchc_score.look.page_styles import css_text, page_css, pictures_css
from cchc_score.look.tokens import LIGHT
from tests.strategies import examples


def read_css(text):
    """A string of CSS as a browser reads it: a backslash, a number in hexadecimal digits, and one space."""
    return re.sub(r"\\([0-9a-f]{1,6}) ", lambda sign: chr(int(sign[1], 16)), text)


@examples(200)
@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0")))
def test_a_text_comes_back_from_the_styles(text):
    written = css_text(text)
    assert read_css(written) == text
    assert not set(written) & set("\"'<>{}();&\n\r\f/*")


def test_styles_are_whole_and_lead_nowhere():
    for css in (page_css(), pictures_css()):
        assert css.count("{") == css.count("}")
        assert not re.search(r"url\(|@import|expression|http", css)


def test_a_picture_alone_has_its_colours_in_it():
    css = pictures_css()
    assert "var(" not in css
    assert LIGHT["bar"] in css
