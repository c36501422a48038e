"""Columns give the same score sheet as unit by unit, exactly."""

import sys
from dataclasses import replace
from fractions import Fraction as F
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.engine.columns.column_plan import scorable
from cchc_score.engine.columns.fact_terms import OutOfRange
from cchc_score.engine.columns.prepared import prepare
from cchc_score.engine.columns.scoring import score_columns
from cchc_score.engine.score import MANY, score, score_rows
from cchc_score.facts import MAX_VALUE, table
from cchc_score.model import Bounds, ClassLimit, Gate, Unit
from tests.engine.schemes import leaf, marks, parent, scheme
from tests.engine.test_breaches import broken, with_broken
from tests.strategies import METHODS, examples, ref, told, years


def by_columns(one, methods, facts):
    return score_columns(prepare(one, methods, tuple(facts.columns)), facts)


def same(one, methods, facts):
    """Whether columns agree with rows; False where they say that they cannot tell."""
    expected = score_rows(one, methods, facts)
    try:
        sheet = by_columns(one, methods, facts)
    except OutOfRange:
        return False
    assert marks(sheet) == marks(expected)
    assert [int(rank) for rank in sheet.ranks] == list(expected.ranks)
    assert [int(place) for place in sheet.classes] == list(expected.classes)
    for code, ranks in expected.area_ranks.items():
        assert [int(rank) for rank in sheet.area_ranks[code]] == list(ranks)
    assert sheet.findings == expected.findings
    assert one.rounding == "never" or whole_numbers(sheet)
    return True


def whole_numbers(sheet):
    """Whether everything in a sheet is a whole number, also by its type."""
    cells = [sheet.total, *sheet.areas.values(), *sheet.criteria.values()]
    columns = [column for one in cells for column in (one.outcome, one.low, one.high, one.reachable)]
    columns += [sheet.ranks, sheet.classes, *sheet.area_ranks.values()]
    return all(isinstance(value, int | np.integer) for column in columns for value in column)


@pytest.mark.full
@examples(100)
@given(years(least=1, rounding=st.just("criterion")))
def test_columns_and_rows_agree(year):
    assert same(year[0], METHODS, year[1]) or not scorable(year[0], METHODS)


@pytest.mark.full
@examples(40)
@given(years(least=1))
def test_columns_and_rows_agree_or_columns_decline(year):
    same(year[0], METHODS, year[1])


@pytest.mark.full
@examples(40)
@given(years(least=1, rounding=st.just("criterion")), st.data())
def test_columns_and_rows_agree_on_the_largest_facts(year, data):
    one, facts = year
    codes = sorted({code for _, code in told(facts) if code in ("n1", "n2", "n3", "amount", "money")})
    large = st.sampled_from([F(MAX_VALUE), F(MAX_VALUE - 1), F(MAX_VALUE, 2), F(10**9 + 7)])
    more = {key: data.draw(large) for key in told(facts) if key[1] in codes}
    same(one, METHODS, table(facts.units, one.indicators, told(facts) | more))


@pytest.mark.full
@examples(40)
@given(years(least=1, rounding=st.just("criterion")), st.sampled_from(sorted(METHODS)))
def test_a_method_without_a_column_form_changes_nothing(year, name):
    methods = METHODS | {name: replace(METHODS[name], column=None)}
    same(year[0], methods, year[1])


@pytest.mark.parametrize("whole", [3, 2**31 - 1, 2**31, 3 * 10**9, 2**32, 10**15])
def test_a_whole_beyond_32_bits_is_still_a_whole(whole):
    bands = [{"above": F(0), "points": F(2)}, {"from": F(0), "points": F(1)}]
    one = scheme(leaf("1.1", 4, "bands", part=ref("n1"), whole=ref("n2"), if_none="full", bands=bands))
    for part in (0, 1):
        known = {(0, "n1"): F(part), (0, "n2"): F(whole)}
        assert same(one, METHODS, table([Unit("a", "A")], one.indicators, known))


@pytest.mark.parametrize("otherwise", ["zero", "full", "not_applicable"])
def test_a_sum_below_0_in_a_gate_is_told_in_columns_too(otherwise):
    gate = Gate(ref("n1", "-n2"), Bounds(F(1)), (), otherwise)
    one = scheme(leaf("1.1", 5, "count", count=ref("n3"), each=F(1), gate=gate))
    known = {(row, "n1"): F(row) for row in range(3)} | {(row, code): F(1) for row in range(3) for code in ("n2", "n3")}
    assert same(one, METHODS, table([Unit("a", "A"), Unit("b", "B"), Unit("c", "C")], one.indicators, known))


@pytest.mark.parametrize("condition", ["each_area_from", "each_criterion_from"])
@pytest.mark.parametrize("combine", ["sum", "best", "all"])
def test_classes_that_all_ask_for_a_share_of_what_was_reachable(combine, condition):
    share = {"part": ref("n1"), "whole": ref("n2"), "if_none": "not_applicable"}
    one = scheme(
        parent("1.1", 6 if combine == "sum" else 4, combine, ["1.1.1", "1.1.2"]),
        leaf("1.1.1", 4, "ratio", **share),
        leaf("1.1.2", 2, "given", points=ref("survey")),
        leaf("2.1", 4, "count", count=ref("n3"), each=F(1)),
        classes=[ClassLimit("Tốt", F(0), **{condition: F(60)}), ClassLimit("Đạt", F(0), **{condition: F(50)})],
    )
    rows = product((0, 1, 3, 4), (0, 4), (1, 2), (2, 3, 4))
    listed = [Unit(f"u{place}", f"Đơn vị {place}") for place in range(48)]
    known = {
        (row, code): F(value)
        for row, values in enumerate(rows)
        for code, value in zip(("n1", "n2", "survey", "n3"), values, strict=True)
    }
    assert same(one, METHODS, table(listed, one.indicators, known))


@pytest.mark.parametrize("breach", [lambda: 0.5, lambda: 6, lambda: 1 // 0], ids=["float", "range", "raises"])
def test_a_breach_is_told_in_columns_too(breach):
    one = scheme(with_broken(), leaf("2.1", 5, "given", points=ref("survey")))
    known = {(0, "n1"): F(13), (1, "n1"): F(1), (0, "survey"): F(5), (1, "survey"): F(3)}
    listed = [Unit("a", "A"), Unit("b", "B")]
    assert same(one, broken(breach), table(listed, one.indicators, known))


@pytest.mark.full
@pytest.mark.parametrize("absent", ["numpy", "cchc_score.engine.columns.scoring"])
def test_many_marks_are_scored_in_rows_where_numpy_is_absent_or_does_not_load(monkeypatch, absent):
    one = scheme(leaf("1.1", 5, "count", count=ref("n3"), each=F(1)))
    known = {(row, "n3"): F(row % 7) for row in range(0, MANY, 2)}
    facts = table([Unit(f"{row}", f"{row}") for row in range(MANY)], one.indicators, known)
    expected = score(one, METHODS, facts)
    for name in [name for name in sys.modules if name.startswith("cchc_score.engine.columns")]:
        monkeypatch.delitem(sys.modules, name)
    # What Python keeps of a module that cannot be imported.
    monkeypatch.setitem(sys.modules, absent, None)
    sheet = score(one, METHODS, facts)
    assert type(sheet.ranks) is type(score_rows(one, METHODS, facts).ranks)
    assert list(sheet.ranks) == [int(rank) for rank in expected.ranks]
    assert marks(sheet) == marks(expected)
