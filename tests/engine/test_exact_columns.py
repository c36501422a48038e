"""Points that are not rounded: columns give the fractions, ranks and classes of the rows, also where bounds cannot."""

from fractions import Fraction as F

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.engine.columns.exact_sheet import LazyColumn, bounds
from cchc_score.engine.columns.fact_terms import OutOfRange
from cchc_score.engine.columns.prepared import prepare
from cchc_score.engine.columns.scoring import score_columns
from cchc_score.engine.score import score_rows
from cchc_score.facts import table
from cchc_score.model import ClassLimit, Gate, Outcome, Ranking, Unit
from cchc_score.sheet import HandMark
from tests.engine.schemes import leaf, marks, scheme
from tests.engine.test_columns import by_columns, same
from tests.strategies import METHODS, examples, ref, years

THIRDS = {"part": ref("n1"), "whole": ref("n2"), "if_none": "zero"}
OTHERS = {"part": ref("n3"), "whole": ref("survey"), "if_none": "zero"}
TWO = (leaf("1.1", 4, "ratio", **THIRDS), leaf("2.1", 4, "ratio", **OTHERS))


def facts_of(one, *rows):
    """A table of units that have these values of n1, n2, n3 and survey."""
    codes = ("n1", "n2", "n3", "survey")
    known = {(row, code): F(value) for row, own in enumerate(rows) for code, value in zip(codes, own, strict=True)}
    return table([Unit(f"u{row}", f"Đơn vị {row}") for row in range(len(rows))], one.indicators, known)


def sheets_agree(sheet, expected):
    assert marks(sheet) == marks(expected)
    assert [int(rank) for rank in sheet.ranks] == list(expected.ranks)
    assert [int(place) for place in sheet.classes] == list(expected.classes)
    for code, ranks in expected.area_ranks.items():
        assert [int(rank) for rank in sheet.area_ranks[code]] == list(ranks)
    assert sheet.findings == expected.findings


@examples(100)
@given(years(least=1, rounding=st.just("never"), on_criteria=False))
def test_fractions_in_columns_are_those_of_the_rows(year):
    one, facts = year
    try:
        sheet = by_columns(one, METHODS, facts)
    except OutOfRange:
        return
    sheets_agree(sheet, score_rows(one, METHODS, facts))


@given(st.lists(st.tuples(st.integers(0, 2**40), st.integers(1, 2**60)), min_size=1), st.integers(0, 30))
def test_bounds_are_the_nearest_whole_numbers_below_and_above(pairs, shift):
    num, den = (np.array([column], np.int64) for column in zip(*pairs, strict=True))
    if max(n // d for n, d in pairs) << shift >= 2**62:
        return
    lower, upper = bounds(num, den, shift)
    for place, (n, d) in enumerate(pairs):
        scaled = F(n, d) * 2**shift
        assert (lower[0, place], upper[0, place]) == (scaled.numerator // scaled.denominator, -(-scaled // 1))


def test_a_denominator_that_leaves_no_bit_is_for_the_rows():
    with pytest.raises(OutOfRange):
        bounds(np.array([[1]], np.int64), np.array([[2**62 - 1]], np.int64), 1)


@pytest.mark.parametrize("compare", ["exact", "published"])
@pytest.mark.parametrize("ties", ["standard", "dense", "list"])
def test_true_ties_are_ties_and_the_closest_fractions_are_told_apart(compare, ties):
    one = scheme(*TWO, rounding="never", ranking=Ranking("none", compare, ties, "low"))
    close = 10**9
    rows = [
        (1, 3, 2, 3),
        (2, 3, 1, 3),
        (1, 3, 1, 3),
        (close, 3 * close + 1, 2, 3),
        (close, 3 * close - 1, 2, 3),
        (3, 3, 0, 5),
    ]
    assert_agree(one, facts_of(one, *rows))


def assert_agree(one, facts, hand=None):
    sheet = score_columns(prepare(one, METHODS, tuple(facts.columns)), facts, hand or {})
    sheets_agree(sheet, score_rows(one, METHODS, facts, hand or {}))
    return sheet


@pytest.mark.parametrize("condition", ["at_least", "each_area_from", "each_criterion_from"])
def test_a_limit_reached_exactly_is_reached(condition):
    limits = {"at_least": F(0)} | {condition: F(100, 3)}
    one = scheme(*TWO, rounding="never", classes=[ClassLimit("Đạt", **limits), ClassLimit("Còn lại", F(0))])
    third = facts_of(one, (1, 3, 1, 3), (2, 6, 333_333_333, 10**9), (333_333_334, 10**9, 1, 3))
    sheet = assert_agree(one, third)
    assert [int(place) for place in sheet.classes] == [0, 1, 0]


def test_units_that_can_reach_different_points_are_compared_by_their_share():
    apart = {**OTHERS, "if_none": "not_applicable"}
    one = scheme(leaf("1.1", 4, "ratio", **THIRDS), leaf("2.1", 4, "ratio", **apart), rounding="never")
    assert_agree(
        one, facts_of(one, (1, 3, 0, 0), (1, 3, 1, 3), (1, 7, 0, 0), (0, 7, 2, 7), (10**9, 3 * 10**9 + 1, 0, 0))
    )


def test_marks_set_by_hand_and_penalties_stand_among_fractions():
    fine = leaf("3.1", 2, "ratio", part=ref("n1"), whole=ref("survey"), if_none="zero")
    one = scheme(*TWO, fine, rounding="never", outside={3: ("penalty", F(2))})
    facts = facts_of(one, (1, 3, 1, 7), (2, 3, 2, 7), (3, 3, 3, 7))
    hand = {(0, "1.1"): HandMark(Outcome.SCORED, F(3)), (1, "2.1"): HandMark(Outcome.NOT_APPLICABLE)}
    assert_agree(one, facts)
    assert_agree(one, facts, hand)


def test_gates_on_other_criteria_are_left_to_the_rows():
    gate = Gate(None, None, (), "zero", criterion="1.1", applies=True)
    one = scheme(TWO[0], leaf("2.1", 4, "ratio", **OTHERS, gate=gate), rounding="never")
    assert not same(one, METHODS, facts_of(one, (1, 3, 1, 3)))


def test_a_lazy_column_is_a_sequence():
    column = LazyColumn(4, lambda row: F(row, 3))
    assert (len(column), column[1], column[-1], column[1:3]) == (4, F(1, 3), F(1), [F(1, 3), F(2, 3)])
    assert list(column) == [F(0), F(1, 3), F(2, 3), F(1)]
    with pytest.raises(IndexError):
        column[4]
