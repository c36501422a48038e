"""A cell's text as a fact: numbers, days and answers as people write them, and never a guess."""

import csv
import re
import unicodedata
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cchc_score.intake.printed_values import (
    Unreadable,
    cell_fact,
    check_number,
    parse_fact,
    parse_number,
    stored_fact,
    unreadable_args,
)
from cchc_score.model import Answer, Indicator, Option
from cchc_score.text import LANGUAGES
from cchc_score.text import number as shown
from tests.running import ROOT
from tests.strategies import examples

COUNT = Indicator("count", "Số lượng")
MONEY = Indicator("money", "Số tiền", kind="money", decimals=3)
PERCENT = Indicator("percent", "Tỷ lệ", kind="percent", decimals=2)
BOARD = Indicator("board", "Niêm yết", kind="yes_no")
SENT = Indicator("sent", "Ngày gửi", kind="date")
MODE = Indicator(
    "mode",
    "Hình thức",
    kind="option",
    options=(Option("online", "Trực tuyến"), Option("paper", "Phát phiếu")),
)
YES_NO = (Answer(0, "no", "Không"), Answer(1, "yes", "Có"))
MODES = (Answer(1, "online", "Trực tuyến"), Answer(2, "paper", "Phát phiếu"))


def refused(indicator, text, legend=()):
    """The code with which a text is refused."""
    with pytest.raises(Unreadable) as error:
        parse_fact(indicator, text, legend)
    return error.value.code


def read(text):
    """A number, or the code with which it is refused."""
    try:
        return parse_number(text)
    except Unreadable as fault:
        return fault.code


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("27", 27),
        ("01", 1),
        ("0", 0),
        ("000", 0),
        (" 903 ", 903),
        ("1340", 1340),
        ("1.234.567", 1234567),
        ("1,234,567", 1234567),
        ("1 340", 1340),
        ("1\u00a0340", 1340),
        ("1\u202f234\u202f567", 1234567),
        ("1.340,0", 1340),
        ("5,000.0", 5000),
    ],
)
def test_a_count_is_read_as_it_is_written(text, value):
    assert parse_fact(COUNT, text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,34", "1.34"),
        ("1.34", "1.34"),
        ("1.340,5", "1340.5"),
        ("1,340.5", "1340.5"),
        ("1.234.567,125", "1234567.125"),
        ("0,125", "0.125"),
        ("0.340", "0.34"),
        ("1340,125", "1340.125"),
        ("96,0", "96"),
        ("1,3400", "1.34"),
    ],
)
def test_decimals_are_read_with_either_mark(text, value):
    assert parse_fact(MONEY, text) == Fraction(value)


@pytest.mark.parametrize(
    ("text", "thousands", "vi", "en"),
    [
        ("1.340", "1340", "1,3400", "1.3400"),
        ("1,340", "1340", "1,3400", "1.3400"),
        ("27.000", "27000", "27,0000", "27.0000"),
        ("999,999", "999999", "999,9990", "999.9990"),
    ],
)
def test_thousands_that_may_be_decimals_are_refused_with_both_readings_and_of_a_count_are_thousands(
    text, thousands, vi, en
):
    assert refused(MONEY, text) == "value-ambiguous"
    args = unreadable_args(MONEY, text)
    assert (args["thousands"], args["fraction"]) == (thousands, (vi, en))
    assert parse_fact(COUNT, text) == int(thousands)
    # Whatever somebody writes in its stead is read as meant.
    assert parse_fact(MONEY, thousands) == int(thousands)
    assert parse_fact(MONEY, vi) == parse_fact(MONEY, en) == Fraction(text.replace(",", "."))


@pytest.mark.parametrize(
    ("indicator", "stored", "value"),
    [
        (PERCENT, "99.2307692307692", "99.23"),
        (PERCENT, "99.235", "99.24"),
        (PERCENT, "99.23", "99.23"),
        (Indicator("whole", "Tỷ lệ", kind="percent"), "95.1234", "95"),
        (MONEY, "1.0625", "1.063"),
        (COUNT, "3.0", "3"),
    ],
)
def test_what_a_spreadsheet_computes_is_rounded_to_the_decimals_of_its_indicator(indicator, stored, value):
    assert stored_fact(indicator, Fraction(stored), "x") == Fraction(value)
    assert cell_fact(indicator, "x", Fraction(stored)) == Fraction(value)


@pytest.mark.parametrize("indicator", [COUNT, Indicator("whole", "Số tiền", kind="money")])
@pytest.mark.parametrize("read_as", [stored_fact, lambda one, stored, text: cell_fact(one, text, stored)])
def test_a_count_and_what_has_no_decimals_is_never_rounded(indicator, read_as):
    with pytest.raises(Unreadable) as error:
        read_as(indicator, Fraction("3.5"), "x")
    assert error.value.code == "value-not-whole"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "abc",
        "1e5",
        "1E5",
        "inf",
        "nan",
        "NaN",
        "+3",
        "1_000",
        "0x10",
        "１２",
        "٣",
        "²",
        "½",
        "1/2",
        "12 hồ sơ",
        "1.2.3",
        "1..2",
        ".5",
        "5.",
        ",5",
        "1.23.456",
        "12.3456.789",
        "1 34",
        "1.234 567",
        "12345.678.901",
        "1,5%",
        "5 5",
        "1" * 61,
    ],
)
def test_what_is_no_plain_number_is_refused(text):
    assert refused(COUNT, text) == refused(MONEY, text) == "value-unreadable"


@pytest.mark.parametrize("text", ["1.234,567.8", "1,234.567,8", "1.234,567.891,2"])
def test_marks_that_change_their_meaning_are_refused(text):
    assert refused(MONEY, text) == "value-unreadable"


@pytest.mark.parametrize("text", ["0.123.456", "012.345.678", "0 340", "0.123,5"])
def test_thousands_never_begin_with_a_zero(text):
    assert refused(MONEY, text) == "value-unreadable"


@pytest.mark.parametrize(
    ("indicator", "text", "code"),
    [
        (COUNT, "-3", "value-negative"),
        (COUNT, "−3", "value-negative"),
        (COUNT, "1,5", "value-not-whole"),
        (PERCENT, "96,125", "value-decimals"),
        (PERCENT, "0,125", "value-decimals"),
        (COUNT, "1000000000000001", "value-large"),
        (COUNT, "9" * 60, "value-large"),
    ],
)
def test_a_number_that_its_indicator_cannot_hold_is_refused(indicator, text, code):
    assert refused(indicator, text) == code


def test_the_largest_number_is_held():
    assert parse_fact(COUNT, "1000000000000000") == 10**15


@pytest.mark.parametrize("text", ["96%", "96 %", "96", "96,0%", "96.00"])
def test_a_percentage_may_carry_its_sign(text):
    assert parse_fact(PERCENT, text) == 96


@pytest.mark.parametrize("text", ["%", "96%%", "%96"])
def test_a_sign_alone_is_no_percentage(text):
    assert refused(PERCENT, text) == "value-unreadable"


@pytest.mark.parametrize("text", ["2023-01-15", "15/01/2023", "15/1/2023", "15-01-2023", "15.01.2023", " 15/01/2023 "])
def test_a_day_is_read_day_first_or_as_iso(text):
    assert parse_fact(SENT, text) == date(2023, 1, 15)


@pytest.mark.parametrize("text", ["không", "KHÔNG", "never", "no", unicodedata.normalize("NFD", "Không")])
def test_a_day_that_never_came_says_so(text):
    assert parse_fact(SENT, text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31/02/2023",
        "2023-02-29",
        "0/1/2023",
        "01/13/2023",
        "2023-13-01",
        "0000-01-01",
        "2023",
        "15/01/23",
        "2023-1-5",
        "2023/01/15",
        "15 tháng 1",
        "１５/01/2023",
        "20230115",
        "có",
    ],
)
def test_an_impossible_or_unclear_day_is_refused(text):
    assert refused(SENT, text) == "value-day"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("có", True),
        ("CÓ", True),
        ("yes", True),
        ("true", True),
        ("không", False),
        ("No", False),
        ("false", False),
    ],
)
def test_yes_and_no_are_read_in_both_languages(text, value):
    assert parse_fact(BOARD, text) is value
    assert parse_fact(BOARD, unicodedata.normalize("NFD", text)) is value


@pytest.mark.parametrize("text", ["", "1", "0", "x", "khong", "co", "có không"])
def test_what_is_neither_yes_nor_no_is_refused(text):
    assert refused(BOARD, text) == "value-yes-no"


@pytest.mark.parametrize(("text", "value"), [("1", True), ("01", True), ("0", False), ("00", False), ("có", True)])
def test_a_legend_gives_numbers_their_answer(text, value):
    assert parse_fact(BOARD, text, YES_NO) is value


@pytest.mark.parametrize("text", ["2", "-1", "1,0", "１"])
def test_a_number_outside_the_legend_is_refused(text):
    assert refused(BOARD, text, YES_NO) == "value-yes-no"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("online", "online"),
        ("Trực tuyến", "online"),
        ("PHÁT PHIẾU", "paper"),
        ("2", "paper"),
        ("01", "online"),
    ],
)
def test_an_option_is_named_by_code_name_or_number(text, value):
    assert parse_fact(MODE, text, MODES) == value


@pytest.mark.parametrize("text", ["", "3", "0", "trực", "truc tuyen"])
def test_another_word_is_no_option(text):
    assert refused(MODE, text, MODES) == "value-option"


def test_numbers_mean_nothing_without_a_legend():
    assert refused(MODE, "1") == "value-option"


@pytest.mark.parametrize("indicator", [BOARD, SENT, MODE])
def test_a_number_is_no_answer_and_no_day(indicator):
    with pytest.raises(Unreadable) as error:
        check_number(indicator, Fraction(1))
    assert error.value.code == "value-kind"


def test_a_finding_never_prints_an_endless_cell():
    assert len(unreadable_args(COUNT, "x" * 10**6)["text"]) <= 60


VALUES = st.builds(Fraction, st.integers(0, 10**12), st.sampled_from([1, 10, 100, 1000]))


@examples(500)
@given(value=VALUES, lang=st.sampled_from(LANGUAGES))
def test_a_number_is_read_back_as_printed_or_refused_as_ambiguous(value, lang):
    assert read(shown(value, None, lang)) in ({value, "value-ambiguous"} if 1 <= value < 10**6 else {value})


@examples(300)
@given(value=VALUES)
def test_a_number_written_without_thousands_is_read_back(value):
    text = shown(value, None, "en").replace(",", "")
    assume(not (len(text.partition(".")[2]) == 3 and value < 1000))
    assert parse_number(text) == parse_number(text.replace(".", ",")) == value


@examples(500)
@given(text=st.text("0123456789., \u00a0-+%e", max_size=12) | st.text(max_size=12))
def test_a_text_that_is_read_means_the_same_with_both_marks_exchanged(text):
    exchanged = text.translate({ord("."): ",", ord(","): "."})
    assert read(exchanged) == read(text)


@settings(deadline=None)
@given(text=st.text(max_size=70), indicator=st.sampled_from([COUNT, MONEY, PERCENT, BOARD, SENT, MODE]))
def test_any_text_is_a_fact_or_refused(text, indicator):
    try:
        value = parse_fact(indicator, text)
    except Unreadable:
        return
    assert value is None or isinstance(value, Fraction | bool | date | str)


def cells():
    """The table of texts: what each says as an indicator of a kind, or the code of the finding about it."""
    path = ROOT / "tests" / "intake" / "numbers.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [(re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), row.pop("text")), row) for row in rows]


SAYS = {True: "yes", False: "no", None: "never"}
WAYS = (Option("online", "Trực tuyến"), Option("paper", "Phát phiếu"))
LEGENDS = {
    "option": (Answer(0, "online", "Trực tuyến"), Answer(1, "paper", "Phát phiếu")),
    "yes_no": (Answer(0, "no", "Không"), Answer(1, "yes", "Có")),
}


@pytest.mark.parametrize(("text", "row"), cells())
def test_what_a_cell_says_is_tabled(text, row):
    kind = row["kind"]
    one = Indicator("x", "X", kind=kind, decimals=int(row["decimals"]), options=WAYS if kind == "option" else ())
    try:
        value = parse_fact(one, text, LEGENDS.get(kind, ()))
        says = SAYS[value] if value is None or isinstance(value, bool) else str(value)
    except Unreadable as fault:
        says = fault.code
    assert says == row["says"]


def test_the_table_of_cells_is_large():
    assert len(cells()) >= 200
    assert len({(text, row["kind"], row["decimals"]) for text, row in cells()}) == len(cells())
