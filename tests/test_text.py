"""Words and numbers as people read them."""

import re
import unicodedata
from fractions import Fraction as F
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.points import decimals_needed, plain, round_half_up
from cchc_score.text import MOST_MARKS, _decomposed, alphabetical, nearest, nfc, number, pick, same_name, shown, visible
from tests.strategies import examples

FRACTIONS = st.fractions(-(10**9), 10**9, max_denominator=10**4)
LETTERS = [*"aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"]
TONES = ["a", "à", "ả", "ã", "á", "ạ"]
VIETNAMESE = st.text("aăâeêioôơuưyàảãáạấờựđbcghkmnpqrstvx ÀĐÊỘ", max_size=12)


def read(text, lang):
    group, point = (".", ",") if lang == "vi" else (",", ".")
    return F(text.replace(group, "").replace(point, "."))


@pytest.mark.parametrize(
    ("value", "decimals", "vi", "en"),
    [
        ("1234.56", None, "1.234,56", "1,234.56"),
        ("1234.56", 1, "1.234,6", "1,234.6"),
        ("1234.56", 3, "1.234,560", "1,234.560"),
        ("1709/21", None, "1.709/21", "1,709/21"),
        ("1000000", None, "1.000.000", "1,000,000"),
        ("0.5", None, "0,5", "0.5"),
        ("-0.5", None, "-0,5", "-0.5"),
        ("-1234.5", None, "-1.234,5", "-1,234.5"),
        ("0", 2, "0,00", "0.00"),
        ("999", None, "999", "999"),
        ("-7/3000", None, "-7/3.000", "-7/3,000"),
    ],
)
def test_numbers_in_both_languages(value, decimals, vi, en):
    assert number(F(value), decimals) == vi
    assert number(F(value), decimals, "en") == en


@examples(200)
@given(FRACTIONS, st.sampled_from(["vi", "en"]))
def test_an_exact_number_is_read_back_exactly(value, lang):
    assert read(number(value, None, lang), lang) == value


@examples(200)
@given(FRACTIONS, st.integers(0, 6), st.sampled_from(["vi", "en"]))
def test_a_number_with_decimals_is_rounded_half_up(value, decimals, lang):
    assert read(number(value, decimals, lang), lang) == F(round_half_up(value, decimals), 10**decimals)


@pytest.mark.parametrize(
    ("machine", "vi", "en"),
    [
        ("81.33", "81,33", "81.33"),
        ("81.3300", "81,3300", "81.3300"),
        ("6832/84", "6.832/84", "6,832/84"),
        ("100", "100", "100"),
        ("-0.50", "-0,50", "-0.50"),
        ("0.00", "0,00", "0.00"),
    ],
)
def test_a_number_for_machines_is_shown_with_all_its_decimals(machine, vi, en):
    assert (shown(machine), shown(machine, "en")) == (vi, en)


@examples(200)
@given(FRACTIONS, st.none() | st.integers(0, 6), st.sampled_from(["vi", "en"]))
def test_a_number_is_shown_as_if_it_had_been_written_for_people(value, decimals, lang):
    if decimals is not None or decimals_needed(value) is not None:
        assert shown(plain(value, decimals), lang) == number(value, decimals, lang)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hòa", "Hoà"),
        ("Xã Hoằng Hóa", "xã hoằng hoá"),
        ("Thủy Nguyên", "Thuỷ  Nguyên"),
        (" Quý Lộc", "Quý Lộc "),
        ("Xã Hoằng Cát", unicodedata.normalize("NFD", "Xã Hoằng Cát")),
        ("ĐÔNG HÒA", "Đông Hoà"),
    ],
)
def test_spellings_of_one_name_meet(one, other):
    assert same_name(one) == same_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hòa", "Hóa"),
        ("Hòa", "Hoa"),
        ("Hoằng Đạt", "Hoằng Đạo"),
        ("Tân An", "Tần An"),
        ("Dông", "Đông"),
        ("An Hà", "Ăn Hà"),
    ],
)
def test_different_names_stay_apart(one, other):
    assert same_name(one) != same_name(other)


@examples(150)
@given(VIETNAMESE)
def test_a_name_meets_itself_whatever_its_case_spaces_and_composition(name):
    for spelling in (name.upper(), f"  {name} ", unicodedata.normalize("NFD", name), name.replace(" ", "  ")):
        assert same_name(spelling) == same_name(name)


@pytest.mark.parametrize("order", [LETTERS, TONES, ["an", "ản", "ăn", "ân"], ["ba", "bà", "bá", "bạc", "bắc"]])
def test_the_vietnamese_alphabet_letters_first_then_tones(order):
    assert sorted([*reversed(order)], key=alphabetical) == order
    assert sorted((word.upper() for word in order), key=alphabetical) == [word.upper() for word in order]


def test_places_in_alphabetical_order():
    names = [
        "Xã 1",
        "Xã An",
        "Xã Ân",
        "Xã Ba",
        "Xã Bà",
        "Xã Đông",
        "Xã Hoằng Cát",
        "Xã Hoằng Đạo",
        "Xã Ơn",
        "Xã Vân",
    ]
    assert sorted([*reversed(names)], key=alphabetical) == names


def test_thousands_of_names_stand_as_icu_has_them():
    # Recorded by tests/long/icu_order.py: names of real units, and made ones that differ in a tone, a sign, a capital.
    recorded = (Path(__file__).parent / "icu-order.txt").read_text(encoding="utf-8").splitlines()
    assert len(recorded) >= 5_000
    assert sorted(recorded, key=alphabetical) == recorded


@examples(150)
@given(VIETNAMESE)
def test_the_order_does_not_depend_on_how_a_name_is_composed(name):
    assert alphabetical(unicodedata.normalize("NFD", name))[:2] == alphabetical(nfc(name))[:2]


@examples(200)
@given(st.text(max_size=30))
def test_a_visible_text_has_no_control_or_direction_character_and_any_other_stays(text):
    safe = visible(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs") for char in safe)
    assert visible(safe) == safe


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("a\x1b[2Jb", "a\\u001b[2Jb"),
        ("a\nb", "a\\u000ab"),
        ("a\u202eb", "a\\u202eb"),
        ("a\u2028b\u2029", "a\\u2028b\\u2029"),
        ("Hoằng Cát 96%", "Hoằng Cát 96%"),
    ],
)
def test_what_could_steer_a_terminal_is_written_out(text, safe):
    assert visible(text) == safe


def test_a_word_is_suggested_only_when_it_is_near():
    assert nearest("ratios", ["ratio", "bands"]) == "ratio"
    assert nearest("zzz", ["ratio", "bands"]) == ""
    assert nearest("ratio", []) == ""


def test_the_wording_of_a_language():
    assert (pick("vi", "điểm", "points"), pick("en", "điểm", "points")) == ("điểm", "points")


@examples(300)
@given(st.text(alphabet="aAăâđÊốờứyỳỗ 19-!q\u0300\u031b\u0302\u0323ßǘΩ", max_size=6))
def test_letters_in_common_use_sort_as_any_letters_do(name):
    assert alphabetical(name)[:2] == _decomposed(nfc(name))


@examples(100)
@given(st.text(alphabet="ae\u0302\u0301\u0323\u0300 b", max_size=80))
def test_composing_is_that_of_unicode_where_no_letter_has_more_marks_than_any_script(text):
    marks = max(map(len, re.findall("[\u0300-\u0323]+", text)), default=0)
    assert nfc(nfc(text)) == nfc(text)
    if marks <= MOST_MARKS:
        assert nfc(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("count", [MOST_MARKS + 1, 100, 10_000])
def test_more_marks_than_any_script_has_are_parted_and_stay(count):
    text = nfc("a" + "\u0301\u0323" * count + "b")
    runs = re.findall("[\u0300-\u034e]+", text)
    # The letter takes one of them into itself.
    assert sum(map(len, runs)) + 1 == 2 * count
    assert max(map(len, runs)) <= MOST_MARKS
    assert same_name(text) == same_name(text.upper())
