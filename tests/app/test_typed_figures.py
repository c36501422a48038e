"""Typed figures: read as a report is, kept apart from faults, written so that they are read back as they were."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.app.typed_figures import as_choice, figures_toml, is_unlike, oddities, pasted, typed_figures
from cchc_score.builtin.readers import READERS
from cchc_score.intake.toml_reports import from_record
from cchc_score.model import Answer, FormRow, Indicator, Option, Unit

COUNT = Indicator("tasks", "Nhiệm vụ")
MONEY = Indicator("money", "Tiền", kind="money", decimals=2)
SHARE = Indicator("share", "Tỷ lệ", kind="percent", decimals=2)
DAY = Indicator("day", "Ngày", kind="date")
ANSWER = Indicator("answer", "Có làm", kind="yes_no")
FORM = Indicator("form", "Hình thức", kind="option", options=(Option("paper", "Phiếu"), Option("web", "Trực tuyến")))
INDICATORS = {one.code: one for one in (COUNT, MONEY, SHARE, DAY, ANSWER, FORM)}
LEGEND = (Answer(0, "web", "Trực tuyến"), Answer(1, "paper", "Phát phiếu"))
ASKED = {code: FormRow("1", one.name, indicator=code) for code, one in INDICATORS.items()}
ASKED["form"] = FormRow("2", "Hình thức", indicator="form", legend=LEGEND)
UNIT = Unit("M01", "Xã Mẫu 01")


def read(**texts):
    return typed_figures(texts, ASKED, INDICATORS)


def test_numbers_days_and_answers_are_read_as_in_a_report():
    found = read(tasks="1.340", money="1.234,5", share="12,5", day="20/12/2025", answer="có", form="Phát phiếu")
    assert found.faults == {}
    assert found.values == {
        "tasks": 1340,
        "money": Fraction("1234.5"),
        "share": Fraction("12.5"),
        "day": date(2025, 12, 20),
        "answer": True,
        "form": "paper",
    }


def test_what_is_empty_is_unknown_and_what_cannot_be_read_is_a_fault():
    found = read(tasks=" ", money="1.340", day="hôm qua")
    assert found.values == {}
    assert {code: fault.code for code, fault in found.faults.items()} == {
        "money": "value-ambiguous",
        "day": "value-day",
    }


def test_a_day_that_never_came_is_known():
    assert read(day="không").values == {"day": None}


VALUES = st.fixed_dictionaries(
    {},
    optional={
        "tasks": st.integers(0, 10**6).map(Fraction),
        "money": st.integers(0, 10**9).map(lambda cents: Fraction(cents, 100)),
        "day": st.none() | st.dates(date(1950, 1, 1), date(2090, 1, 1)),
        "answer": st.booleans(),
        "form": st.sampled_from(["paper", "web"]),
    },
)


@given(VALUES)
def test_the_written_report_says_the_same_when_it_is_read(values):
    text = figures_toml(UNIT, values, INDICATORS, 2025)
    reader = next(reader for reader in READERS if ".toml" in reader.suffixes)
    report = from_record(reader.read(text.encode(), "a.toml"), "a.toml", None, INDICATORS)
    assert report.findings == ()
    assert report.unit == "M01"
    assert {fact.code: fact.value for fact in report.facts} == values


def test_days_far_from_the_year_and_numbers_unlike_the_last_are_odd():
    days = (date(2025, 1, 1), date(2025, 12, 31))
    values = {"day": date(2015, 1, 10), "tasks": Fraction(400), "money": Fraction(5), "share": Fraction(10)}
    before = {"tasks": Fraction(40), "money": Fraction(4), "share": Fraction(90)}
    assert set(oddities(values, before, INDICATORS, days)) == {"day", "tasks", "share"}
    assert oddities({"day": date(2024, 1, 10)}, {}, INDICATORS, days) == {}


@pytest.mark.parametrize(
    ("value", "last", "unlike"), [(20, 10, True), (19, 10, False), (9, 1, False), (0, 10, True), (10, 10, False)]
)
def test_a_number_is_unlike_the_last_by_its_size_and_its_distance(value, last, unlike):
    assert is_unlike(COUNT, Fraction(value), Fraction(last)) == unlike


def test_a_pasted_column_meets_the_figures_or_all_rows():
    rows = ["", "a", "b", "", "c"]
    assert pasted("1\r\n2\r\n3\r\n", rows) == {"a": "1", "b": "2", "c": "3"}
    assert pasted("x\n1\n2\nx\n3", rows) == {"a": "1", "b": "2", "c": "3"}
    assert pasted("Nhiệm vụ\t1\n\nPhiếu\t3\t", rows) == {"a": "1", "b": "", "c": "3"}
    assert pasted("1", ["a", "b"]) == {"a": "1"}


def test_an_answer_in_words_becomes_its_code():
    assert as_choice(FORM, ASKED["form"], "0") == "web"
    assert as_choice(ANSWER, ASKED["answer"], "Không") == "no"
    assert as_choice(ANSWER, ASKED["answer"], "chưa rõ") == "chưa rõ"
    assert as_choice(COUNT, ASKED["tasks"], "có") == "có"
