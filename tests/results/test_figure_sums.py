"""The figures of all units added up: sums are those of the facts, in any order, and who gave nothing is named."""

import random
from datetime import date
from fractions import Fraction as F

from hypothesis import given
from hypothesis import strategies as st

from cchc_score.facts import table
from cchc_score.model import Form, FormLines, FormRow, FormSection, Indicator, Option, Unit
from cchc_score.results.figure_sums import ADDED, Share, SummedFigures, summed_data, summed_rows
from tests.strategies import examples, indicators, known_facts, told, units


class Asked:
    """A scheme as far as facts are drawn for it."""

    def __init__(self, drawn):
        self.indicators = drawn


@st.composite
def tables(draw):
    asked = draw(indicators())
    listed = draw(units(1, 5))
    return asked, table(listed, asked, draw(known_facts(Asked(asked), len(listed), list(asked))))


def sums(asked, known, rows=None, form=None):
    found = summed_rows(form, asked, list(asked), known, list(range(len(known.units)) if rows is None else rows))
    return {row.indicator.code: row.sum for row in found if row.indicator}


@examples(40)
@given(tables())
def test_sums_equal_the_facts_and_everybody_is_counted_or_named(drawn):
    asked, known = drawn
    facts = told(known)
    for code, found in sums(asked, known).items():
        values = [value for (_, one), value in facts.items() if one == code]
        assert found.given == len(values)
        assert {unit.code for unit in found.absent} == {
            unit.code for row, unit in enumerate(known.units) if (row, code) not in facts
        }
        kind = asked[code].kind
        assert found.total == (sum(values, F()) if kind in ADDED and values else None)
        if kind in ("yes_no", "option", "date"):
            assert sum(count for _, count in found.answers) == len(values)


@examples(40)
@given(tables(), st.integers(0, 99))
def test_the_order_of_units_changes_nothing_but_the_order_of_names(drawn, seed):
    asked, known = drawn
    rows = list(range(len(known.units)))
    random.Random(seed).shuffle(rows)

    def plain(found):
        return {
            code: (one.given, one.total, one.answers, one.lowest, one.highest, one.share, set(one.absent))
            for code, one in found.items()
        }

    assert plain(sums(asked, known, rows)) == plain(sums(asked, known))


UNITS = (Unit("1", "A"), Unit("2", "B"), Unit("3", "C"))
ASKED = {
    one.code: one
    for one in (
        Indicator("all", "Tiếp nhận"),
        Indicator("in_time", "Đúng hạn", part_of="all"),
        Indicator("late", "Quá hạn", part_of="all"),
        Indicator("rate", "Tỷ lệ", kind="percent", decimals=1),
        Indicator("held", "Có đối thoại", kind="yes_no"),
        Indicator("way", "Hình thức", kind="option", options=(Option("a", "Giấy"), Option("b", "Mạng"))),
        Indicator("day", "Ngày", kind="date"),
    )
}
FACTS = {
    (0, "all"): F(10), (0, "in_time"): F(9), (0, "late"): F(1), (0, "rate"): F(90),
    (1, "all"): F(20), (1, "in_time"): F(12), (1, "rate"): F(60),
    (2, "in_time"): F(5), (0, "held"): True, (1, "held"): False, (0, "way"): "b",
    (0, "day"): date(2023, 1, 5), (1, "day"): None,
}  # fmt: skip
KNOWN = table(UNITS, ASKED, FACTS, doubts=frozenset({(1, "all")}))


def test_shares_are_those_of_parts_and_wholes_that_are_both_known():
    found = sums(ASKED, KNOWN)
    assert found["in_time"].total == F(26)
    # Unit 3 has no whole, and stays out of the share alone.
    assert found["in_time"].share == Share(F(21), F(30), 2)
    assert found["in_time"].share.percent == F(70)
    assert Share(F(0), F(0), 1).percent is None
    assert (found["rate"].total, found["rate"].lowest, found["rate"].highest) == (None, F(60), F(90))
    assert [unit.code for unit in found["all"].doubtful] == ["2"]


def test_answers_are_counted_those_that_nobody_gave_too():
    found = sums(ASKED, KNOWN)
    assert found["held"].answers == (("yes", 1), ("no", 1))
    assert found["way"].answers == (("a", 0), ("b", 1))
    assert found["day"].answers == (("came", 1), ("never", 1))
    assert found["day"].lowest == found["day"].highest == date(2023, 1, 5)


FORM = Form(
    "f",
    "Mẫu",
    {
        row.code: row
        for row in (
            FormRow("1", "Hồ sơ", "area"),
            FormRow("1.1", "Giải quyết", "header", sum_of=("1.1.1", "1.1.2")),
            FormRow("1.1.1", "Đúng hạn", unit="hồ sơ", indicator="in_time"),
            FormRow("1.1.2", "Quá hạn", unit="hồ sơ", indicator="late"),
            FormRow("1.2", "Tỷ lệ", "header", same_as="1.3"),
            FormRow("1.3", "Tỷ lệ", unit="%", indicator="rate"),
            FormRow("1.3/1", "Đối thoại", indicator="held"),
        )
    },
    sections=(FormSection("", lines=FormLines(("Lĩnh vực",), ("Tổng",), {"Tiếp nhận": "all"}, {})),),
)


def test_rows_stand_in_the_order_of_the_form_and_headings_add_up_what_all_gave():
    rows = summed_rows(FORM, ASKED, (), KNOWN, [0, 1, 2])
    assert [row.code for row in rows] == ["1", "1.1", "1.1.1", "1.1.2", "1.2", "1.3", "", ""]
    header = rows[1].sum
    assert (header.total, header.given, [unit.code for unit in header.absent]) == (F(10), 1, ["2", "3"])
    # Shares are not added, so that a heading over them has no sum.
    assert rows[4].sum is None
    assert (rows[-1].label, rows[-1].sum.total) == ("Tiếp nhận", F(30))


def test_the_data_are_exact_and_name_units_by_code():
    rows = summed_rows(FORM, ASKED, (), KNOWN, [0, 1, 2])
    data = summed_data(SummedFigures("Mẫu", 2023, "reported", UNITS, rows))
    row = data["rows"][2]
    assert row["sum"]["share"] == {"part": "21", "whole": "30", "percent": "70", "units": 2}
    assert row["sum"]["total"] == "26"
    assert data["rows"][0]["sum"] is None
