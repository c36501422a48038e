"""Figures that contradict each other: found by the relations of indicators and by header rows, told once each."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_score.facts import Origin
from cchc_score.findings import Place
from cchc_score.intake.doubts import Figures, concerned, contradictions, header_doubts
from cchc_score.intake.reports import Report, ReportedFact
from cchc_score.model import Form, FormRow, Indicator, row_code

INDICATORS = {
    one.code: one
    for one in (
        Indicator("all", "Tất cả", sum_of=("one", "two")),
        Indicator("one", "Phần một", part_of="all"),
        Indicator("two", "Phần hai", part_of="all"),
        Indicator("satisfied", "Hài lòng", kind="percent", decimals=1, exclusive_with=("unsatisfied",)),
        Indicator("unsatisfied", "Không hài lòng", kind="percent", decimals=1, exclusive_with=("satisfied",)),
        Indicator("silent", "Không trả lời", kind="percent", exclusive_with=("satisfied",)),
        Indicator("board", "Niêm yết", kind="yes_no", part_of="all"),
        Indicator("blank", "Dòng trống"),
        Indicator("issued", "Ngày ban hành", kind="date"),
    )
}


def figures(**facts):
    told = {
        code: ReportedFact(
            code, Fraction(value) if type(value) in (int, str) else value, Origin("a.txt", line, f"1.{line}")
        )
        for line, (code, value) in enumerate(facts.items(), 1)
    }
    return Figures("Xã A", told, INDICATORS)


def doubts(**facts):
    """What is in doubt: [(code, indicators)]."""
    return [(finding.code, set(doubted)) for doubted, finding in contradictions(figures(**facts))]


def test_figures_that_agree_are_not_in_doubt():
    assert doubts(all=5, one=2, two=3, satisfied=90, unsatisfied=10, silent=10, board=True) == []


def test_a_part_may_equal_its_whole_and_never_be_more():
    assert doubts(all=5, one=5) == []
    assert doubts(all=5, one=6) == [("part-above-whole", {"all", "one"})]


def test_a_part_without_its_whole_is_not_in_doubt():
    assert doubts(one=6) == []


@pytest.mark.parametrize("two", [2, 4])
def test_parts_that_do_not_add_up_are_all_in_doubt(two):
    assert doubts(all=5, one=2, two=two) == [("parts-not-whole", {"all", "one", "two"})]


def test_an_unknown_part_leaves_the_sum_alone():
    assert doubts(all=5, one=2) == []


def test_both_relations_may_be_broken_at_once():
    assert doubts(all=5, one=6, two=0) == [
        ("parts-not-whole", {"all", "one", "two"}),
        ("part-above-whole", {"all", "one"}),
    ]


def test_a_pair_that_excludes_each_other_is_told_once():
    assert doubts(satisfied=90, unsatisfied="10.5") == [("exclusive-above-100", {"satisfied", "unsatisfied"})]


def test_an_exclusion_that_only_one_side_names_is_told_too():
    assert doubts(satisfied=90, silent=11) == [("exclusive-above-100", {"satisfied", "silent"})]


def test_a_percentage_above_100_is_in_doubt():
    assert doubts(unsatisfied=100) == []
    assert doubts(unsatisfied="100.1") == [("percent-above-100", {"unsatisfied"})]


def test_answers_are_not_compared():
    assert doubts(all=0, board=True) == []


def test_a_doubt_says_the_figures_their_rows_and_where():
    ((_, finding),) = contradictions(figures(all=5, one=6))
    assert finding.place == Place("a.txt", 2, "Xã A", "1.2")
    assert finding.severity == "warning"
    for part in ("Phần một (1.2) = 6", "Tất cả (1.1) = 5"):
        assert part in finding.message()


@settings(deadline=None)
@given(
    facts=st.dictionaries(st.sampled_from(sorted({*INDICATORS} - {"board"})), st.integers(0, 120)),
    data=st.data(),
)
def test_doubts_do_not_depend_on_the_order_of_facts(facts, data):
    shuffled = dict(data.draw(st.permutations(list(facts.items()))))
    assert doubts(**shuffled) == doubts(**facts)


@settings(deadline=None)
@given(facts=st.dictionaries(st.sampled_from(sorted({*INDICATORS} - {"board"})), st.integers(0, 120)))
def test_only_known_figures_are_in_doubt_and_each_doubt_is_told_once(facts):
    told = [(code, frozenset(doubted)) for code, doubted in doubts(**facts)]
    assert len(set(told)) == len(told)
    assert all(doubted <= {*facts} for _, doubted in told)


ROWS = (
    FormRow("1", "Tổng", "header", same_as="1.1"),
    FormRow("1.1", "Tất cả", indicator="all"),
    FormRow("1.2", "Một", indicator="one"),
    FormRow("1.3", "Hai", indicator="two"),
    FormRow("2", "Cộng", "header", sum_of=("1.2", "1.3")),
    FormRow("3", "Không so", "header"),
    FormRow("4", "Lệch", "header", same_as="4.2"),
    FormRow("4.1", "Bảng", indicator="satisfied"),
    FormRow("4.2", "Trống", indicator="blank"),
    FormRow("5", "Dòng không tính", "header", same_as="5.1"),
    FormRow("5.1", "Không tính"),
)
FORM = Form("mau", "Mẫu", {row.code: row for row in ROWS})


def by_headers(headers, blank=(), form=FORM, **facts):
    """What header rows say: [(code, indicators in doubt, row, line)]."""
    printed = Report(
        Place("a.txt", 1),
        "01",
        year=2023,
        headers={row: (value, Origin("a.txt", 40, row)) for row, value in headers.items()},
        blank=frozenset(blank),
    )
    return [
        (finding.code, set(doubted), finding.place.row, finding.place.line)
        for doubted, finding in header_doubts(printed, figures(**facts), form)
    ]


def test_headers_that_agree_say_nothing():
    assert by_headers({"1": 5, "2": 5, "3": 7, "5": 7}, all=5, one=2, two=3) == []


def test_a_header_that_differs_puts_its_row_in_doubt():
    assert by_headers({"1": 7}, all=5) == [("header-differs", {"all"}, "1", 40)]


def test_a_row_that_its_parts_confirm_is_not_in_doubt():
    assert by_headers({"1": 7}, all=5, one=2, two=3) == [("header-differs", set(), "1", 40)]


def test_a_header_beside_an_unknown_row_says_nothing():
    assert by_headers({"1": 7, "2": 7}, one=3) == []


def test_a_header_that_is_not_the_sum_puts_all_its_rows_in_doubt():
    assert by_headers({"2": 6}, one=2, two=3) == [("header-sum-differs", {"one", "two"}, "2", 40)]


def test_a_value_that_slipped_a_row_up_is_in_doubt_and_not_moved():
    assert by_headers({"4": 7}, blank=["4.2"], satisfied=7) == [("value-shifted", {"satisfied"}, "4", 40)]


def test_another_value_above_a_blank_row_is_no_slip():
    assert by_headers({"4": 7}, blank=["4.2"], satisfied=8) == []


@pytest.mark.parametrize(("section", "slips"), [("Biểu 2", True), ("Biểu 1", False)])
def test_no_value_slips_into_another_table(section, slips):
    above, first, header = (row_code(name, code) for name, code in ((section, "9"), ("Biểu 2", "1"), ("Biểu 2", "2")))
    rows = (
        FormRow(above, "Bảng", indicator="satisfied", section=section),
        FormRow(first, "Trống", indicator="blank", section="Biểu 2"),
        FormRow(header, "Lệch", "header", same_as=first, section="Biểu 2"),
    )
    told = by_headers({header: 7}, [first], Form("mau", "Mẫu", {row.code: row for row in rows}), satisfied=7)
    assert [code for code, *_ in told] == (["value-shifted"] if slips else [])


def test_a_row_that_is_absent_is_not_blank():
    assert by_headers({"4": 7}, satisfied=7) == []


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("0", None),
        ("0.1", "percent-fraction"),
        ("1", "percent-fraction"),
        ("1.1", None),
        ("100", None),
        ("100.1", "percent-above-100"),
        ("960", "percent-above-100"),
    ],
)
def test_a_percentage_that_looks_like_a_fraction_and_one_above_100_are_in_doubt(value, code):
    found = list(contradictions(figures(satisfied=value)))
    assert [(doubted, one.code) for doubted, one in found] == ([] if code is None else [({"satisfied"}, code)])
    assert all((one.severity == "error") == (one.code == "percent-above-100") for _, one in found)


YEAR_2023, YEAR_2012 = (date(2023, 1, 1), date(2023, 12, 31)), (date(2012, 7, 1), date(2013, 6, 30))


@pytest.mark.parametrize(
    ("day", "days", "far"),
    [
        (date(2022, 1, 1), YEAR_2023, False),
        (date(2024, 12, 31), YEAR_2023, False),
        (date(2021, 12, 31), YEAR_2023, True),
        (date(2025, 1, 1), YEAR_2023, True),
        (date(2013, 1, 10), YEAR_2023, True),
        (date(2100, 1, 1), YEAR_2023, True),
        (date(2011, 1, 1), YEAR_2012, False),
        (date(2014, 12, 31), YEAR_2012, False),
        (date(2010, 12, 31), YEAR_2012, True),
        (date(1950, 1, 1), None, False),
        (None, YEAR_2023, False),
    ],
)
def test_a_day_far_from_the_year_is_in_doubt(day, days, far):
    told = {"issued": ReportedFact("issued", day, Origin("a.txt", 1, "1.1"))}
    found = list(contradictions(Figures("Xã A", told, INDICATORS, days)))
    assert [(doubted, one.code) for doubted, one in found] == ([({"issued"}, "day-far")] if far else [])


@given(st.data())
def test_of_figures_without_any_relation_nothing_is_said(data):
    known = {
        code: data.draw(st.integers(0, 120)) for code in INDICATORS if INDICATORS[code].kind in ("count", "percent")
    }
    every = figures(**known)
    asked = concerned(INDICATORS, every.days)
    some = replace(every, facts={code: fact for code, fact in every.facts.items() if code in asked})
    assert list(contradictions(some)) == list(contradictions(every))
