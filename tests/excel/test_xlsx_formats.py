"""What a number format shows is read: digits with words, another word, and nothing where the page has nothing."""

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.excel.xlsx_formats import as_shown, hides_text, sections_of
from tests.strategies import examples

SHOWN = {
    ("General", "5"): "5", ("#,##0", "1340"): "1340", ("#,##0", "0"): "0", ("0.00", "5.1"): "5.1",
    ("0;-0;;@", "5"): "5", ('0" hồ sơ"', "12"): "12 hồ sơ", ('"M"00', "1"): "M01", ('"M"General', "5"): "M5",
    ('"M"@', "5"): "M5", (r"#\ ##0", "1340"): "1340", (r"#\.##0", "1340"): "1.340", ('0" hs"', "12.5"): "12.5 hs",
    ('0.00" tỷ"', "12.5"): "12.50 tỷ", (r'#,##0\ "đ"', "1500"): "1500 đ", ("#,##0 [$₫-42A]", "1500"): "1500 ₫",
    ('[=0]"";General', "5"): "5", ("# ?/?", "0.5"): "0.5", ("0.0E+00", "5"): "5", ("+0;-0", "5"): "+5", ("0;0", "-5"): "-5",
    ('_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "0"): "0", ("0%", "96%"): "96%", ('0% "đạt"', "40%"): "40% đạt",
    ('[>=1000]#,##0,"k";0', "50"): "50", ("", "5"): "5", (";;;" * 100, "5"): "5",
}  # fmt: skip


@pytest.mark.parametrize(("code", "text"), SHOWN)
def test_a_number_stands_with_the_words_of_its_format(code, text):
    value = F(text.rstrip("%"))
    assert as_shown(code, text, value) == (SHOWN[code, text], value, "")


WORDS = {('[=1]"Có";[=0]"Không";General', "1"): "Có", ('"Có";;"Không"', "0"): "Không", ('"***"', "5"): "***",
         ('[<0.5]"thấp";0%', "40%"): "thấp"}  # fmt: skip


@pytest.mark.parametrize(("code", "text"), WORDS)
def test_a_word_in_place_of_a_number_is_all_that_there_is(code, text):
    assert as_shown(code, text, F(text.rstrip("%"))) == (WORDS[code, text], None, "")


MARKED = [
    ("#,###", "0"), ("#", "0"), (";;;", "5"), (";;", "5"), ("0;-0;;@", "0"), ('0;-0;"";@', "0"), ('[=0]"";General', "0"),
    ("[White]0", "5"), ('0"."0', "12"), (r"#\.##0", "12"), ("#,##0,", "1340000"), ("0.0,", "5000"), ('0"00"', "12"),
    ('0"/10"', "7"), ("000-000", "123456"), (r"00\.00\.00", "10203"), ('[>=1000]#,##0,"k";0', "5000"), ("0%;;", "0%"),
    ('"5"General', "5"), ('"12"', "5"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text"), MARKED)
def test_what_shows_nothing_or_another_number_is_no_figure(code, text):
    value = F(text.rstrip("%"))
    assert as_shown(code, text, value)[1:] == (value, "cell-marked")


@pytest.mark.parametrize(
    ("code", "hides"),
    [(";;;", True), (";;", False), ("0;0;0;", True), ('0;0;0;"x"', True), ("0;0;0;@", False), ("General", False)],
)
def test_a_format_may_hide_texts(code, hides):
    assert hides_text(code) is hides


PIECES = st.sampled_from(
    ["0", "#", "?", ".", ",", "%", "@", ";", "General", '"a"', '"5"', r"\x", "_(", "* ", "[Red]", "[=0]", "[<5]", "[White]",
     "[$đ-42A]", "E+0", "/", " ", "-", "(", '"', "\\", "["]
)  # fmt: skip


@examples(500)
@given(st.lists(PIECES, max_size=12).map("".join), st.fractions(-(10**6), 10**6, max_denominator=1000))
def test_any_format_gives_the_same_number_or_none_and_never_other_digits(code, value):
    text = str(value) if value.denominator == 1 else f"{float(value):.3f}".rstrip("0").rstrip(".")
    assert len(sections_of(code)) <= 4
    shown, kept, fault = as_shown(code, text, F(text))
    assert kept in (None, F(text))
    assert fault in ("", "cell-marked")
    if not fault:
        digits = [char for char in shown if char.isnumeric()]
        plain = [char for char in text if char.isnumeric()]
        # Only zeros may be added, before and behind.
        assert not digits if kept is None else "".join(plain).strip("0") in "".join(digits)
