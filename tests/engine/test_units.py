"""What hangs on the kind or the grade of a unit: answers from the list of units, and class limits by them."""

from dataclasses import replace
from fractions import Fraction as F

import pytest

from cchc_score.engine import score
from cchc_score.facts import table
from cchc_score.model import ClassLimit, Derived, Indicator, LimitByAnswer, Option, Outcome, Unit
from tests.engine.schemes import INDICATORS, OPEN, leaf, parent, scheme
from tests.strategies import METHODS, ref

OPTIONS = (Option("i", "Loại I"), Option("ii", "Loại II"))


def by_column(column):
    """The indicators with one that the list of units answers."""
    of_list = Indicator(
        "of_list", "Theo danh sách", kind="option", options=OPTIONS, derived=Derived("unit", column=column)
    )
    return {**INDICATORS, "of_list": of_list}


def sheet(one, units, facts, column="grade"):
    known = by_column(column)
    return score(replace(one, indicators=known), METHODS, table(units, known, facts))


@pytest.mark.parametrize("column", ["kind", "grade"])
@pytest.mark.parametrize("written", ["i", "I", "Loại I", "loại  i"])
def test_the_list_of_units_answers_by_code_or_name(column, written):
    units = [replace(Unit("a", "A"), **{column: written}), replace(Unit("b", "B"), **{column: "loại IV"})]
    options = leaf("1.1", 5, "options", fact="of_list", points={"i": F(5), "ii": F(1)})
    found = sheet(scheme(options), units, {}, column)
    assert [found.mark(row, found.total).outcome for row in (0, 1)] == [Outcome.SCORED, Outcome.MISSING]
    assert found.mark(0, found.total).low == 5


def test_the_list_counts_more_than_a_report_which_stands_where_the_list_says_nothing():
    units = [Unit("a", "A", grade="I"), Unit("b", "B")]
    options = leaf("1.1", 5, "options", fact="of_list", points={"i": F(5), "ii": F(1)})
    found = sheet(scheme(options), units, {(0, "of_list"): "ii", (1, "of_list"): "ii"})
    assert [found.mark(row, found.total).low for row in (0, 1)] == [5, 1]


def test_alternatives_of_unequal_worth_are_reached_by_those_who_have_them():
    parts = [
        leaf(f"1.1.{place}", most, "count", choice=choice, count="n1", each=F(1))
        for place, (most, choice) in enumerate([(5, "i"), (3, "ii")], 1)
    ]
    one = scheme(parent("1.1", 5, "chosen", ["1.1.1", "1.1.2"], ref("of_list")), *parts)
    units = [Unit("a", "A", grade="I"), Unit("b", "B", grade="II"), Unit("c", "C")]
    found = sheet(one, units, {(row, "n1"): F(3) for row in range(3)})
    assert [found.indices(found.total)[row] for row in (0, 1)] == [60, 100]
    assert [found.mark(row, found.total).reachable for row in range(3)] == [5, 3, 5]


@pytest.mark.parametrize("count", [4, 5000])
def test_a_class_begins_where_the_answer_of_a_unit_says(count):
    by = LimitByAnswer(ref("of_list"), {"i": F(90), "ii": F(80)})
    one = scheme(
        leaf("1.1", 10, "count", count="n1", each=F(1)), classes=(ClassLimit("Tốt", F(80), by_answer=by), OPEN)
    )
    grades = ["I", "II", "I", "?"]
    units = [Unit(f"{row:04}", "X", grade=grades[row % 4]) for row in range(count)]
    found = sheet(one, units, {(row, "n1"): F((8, 8, 9, 10)[row % 4]) for row in range(count)})
    assert [found.class_name(row) for row in range(4)] == ["Còn lại", "Tốt", "Tốt", None]
    assert list(found.classes[:4]) == list(found.classes[count - 4 : count])
