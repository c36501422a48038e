"""Marks set by hand stand in place of what the rules give, in rows as in columns."""

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.engine.columns import scoring as columns
from cchc_score.engine.columns.fact_terms import OutOfRange
from cchc_score.engine.columns.prepared import prepare
from cchc_score.engine.columns.scoring import score_columns
from cchc_score.engine.combine import held_criteria
from cchc_score.engine.score import MANY, score, score_rows, with_marks
from cchc_score.facts import table
from cchc_score.model import Outcome, Unit
from cchc_score.sheet import HandMark
from tests.engine import schemes
from tests.engine.schemes import marks
from tests.strategies import METHODS, examples, years


def hand_marks(scheme, table):
    """Any marks that a council may set."""
    step = 10**scheme.decimals
    places = [(row, leaf) for row in range(len(table.units)) for leaf in scheme.leaves]

    def mark(leaf):
        steps = st.integers(0, int(leaf.max_points * step))
        points = steps.map(lambda one: HandMark(Outcome.SCORED, F(one, step)))
        return points | st.sampled_from([HandMark(one) for one in Outcome if one < Outcome.FAILED and one != 1])

    return st.lists(
        st.sampled_from(places).flatmap(
            lambda place: mark(place[1]).map(lambda one: ((place[0], place[1].number), one))
        ),
        max_size=12,
    ).map(dict)


@pytest.mark.full
@examples(60)
@given(years(least=1, rounding=st.just("criterion")), st.data())
def test_columns_and_rows_take_the_same_marks(year, data):
    scheme, table = year
    hand = data.draw(hand_marks(scheme, table))
    expected = score_rows(scheme, METHODS, table, hand)
    assert expected.by_hand == frozenset(hand)
    try:
        sheet = score_columns(prepare(scheme, METHODS, tuple(table.columns)), table, hand)
    except OutOfRange:
        return
    assert marks(sheet) == marks(expected)
    assert [int(rank) for rank in sheet.ranks] == list(expected.ranks)
    assert [int(place) for place in sheet.classes] == list(expected.classes)
    assert sheet.by_hand == expected.by_hand


@examples(60)
@given(years(least=1), st.data())
def test_a_sheet_with_marks_is_that_of_its_facts_and_marks(year, data):
    scheme, table = year
    hand = data.draw(hand_marks(scheme, table))
    assert with_marks(score_rows(scheme, METHODS, table), METHODS, hand) == score_rows(scheme, METHODS, table, hand)


def test_marks_stand_in_their_own_chunk_and_in_a_score_of_many_units(monkeypatch):
    one = schemes.scheme(*(schemes.leaf(f"1.{n}", 2, "given", points=f"n{n}") for n in (1, 2)))
    count = MANY // 2
    listed = [Unit(f"{row:04}", f"Xã {row:04}") for row in range(count)]
    facts = table(listed, one.indicators, {(row, code): F(1) for row in range(count) for code in ("n1", "n2")})
    hand = {(row, "1.2"): HandMark(Outcome.SCORED, F(2)) for row in (0, 99, 100, 101, 200, count - 1)}
    monkeypatch.setattr(columns, "CHUNK", 100)
    sheet = score(one, METHODS, facts, hand)
    assert [row for row in range(count) if sheet.mark(row, sheet.criteria["1.2"]).low == 2] == sorted(
        row for row, _ in hand
    )
    assert sheet.by_hand == frozenset(hand)


@pytest.mark.full
@examples(60)
@given(years(least=1, on_criteria=False), st.data())
def test_a_mark_is_what_the_sheet_says_of_its_leaf(year, data):
    scheme, table = year
    hand = data.draw(hand_marks(scheme, table))
    sheet, bare = score(scheme, METHODS, table, hand), score(scheme, METHODS, table)
    assessed = held_criteria(scheme)
    for leaf in scheme.leaves:
        for row in range(len(table.units)):
            cells = sheet.criteria[leaf.number]
            given_mark = hand.get((row, leaf.number))
            if given_mark is None or leaf.number not in assessed:
                assert sheet.mark(row, cells) == bare.mark(row, bare.criteria[leaf.number])
                continue
            shown = sheet.mark(row, cells)
            assert (shown.outcome, shown.low) == given_mark
            assert shown.reachable == (0 if shown.outcome == Outcome.NOT_APPLICABLE else leaf.max_points)
            assert shown.high == (shown.low if shown.outcome <= Outcome.SCORED else leaf.max_points)


@pytest.mark.full
@examples(30)
@given(years(least=1, rounding=st.just("criterion")))
def test_marks_that_repeat_what_the_rules_give_change_no_points(year):
    scheme, table = year
    bare = score(scheme, METHODS, table)
    hand = {
        (row, leaf.number): HandMark(mark.outcome, mark.low)
        for leaf in scheme.leaves
        for row in range(len(table.units))
        for mark in [bare.mark(row, bare.criteria[leaf.number])]
        # A mark of a person is certain, while that of a rule may hang on peers that are unknown.
        if mark.outcome != Outcome.SCORED or mark.low == mark.high
    }
    assert marks(score(scheme, METHODS, table, hand)) == marks(bare)
