"""Criteria that tell nobody apart: those with points have equal shares; who has none yet is no zero."""

from dataclasses import replace
from fractions import Fraction as F

import pytest
from hypothesis import given

from cchc_score.analysis.equal_marks import mark_spreads
from cchc_score.engine import held_criteria, score
from cchc_score.model import Outcome
from tests.engine.schemes import leaf, parent, scheme, scored
from tests.strategies import METHODS, examples, years

ONE = scheme(
    leaf("1.1", 2, "given", points="n1"),
    leaf("1.2", 1, "ratio", part="n2", whole="n3", if_none="not_applicable"),
    parent("2.1", 3, "best", ["2.1.1", "2.1.2"]),
    leaf("2.1.1", 3, "given", points="survey"),
    leaf("2.1.2", 3, "given", points="grade"),
    leaf("3.1", 4, "given", points="money"),
    outside={3: ("bonus", 4)},
)


@pytest.mark.full
@examples(60)
@given(years())
def test_all_units_are_counted_once_and_equal_criteria_have_one_share(year):
    one, facts = year
    sheet = score(one, METHODS, facts)
    for number, spread in mark_spreads(sheet).items():
        assert number in held_criteria(one)
        assert spread.scored + spread.not_applicable + spread.open == len(facts.units)
        marks = [sheet.mark(row, sheet.criteria[number]) for row in range(len(facts.units))]
        shares = {mark.low / (mark.reachable or spread.most) for mark in marks if mark.outcome == Outcome.SCORED}
        assert spread.is_equal == (spread.scored > 1 and len(shares) == 1)
        if spread.points is not None:
            assert shares == {spread.points / spread.most}


def test_alternatives_count_as_their_parent_and_points_beside_the_areas_count_too():
    assert list(mark_spreads(scored(ONE))) == ["1.1", "1.2", "2.1", "3.1"]
    shut = replace(ONE, criteria={**ONE.criteria, "1.1": replace(ONE.criteria["1.1"], held=False)})
    assert list(mark_spreads(scored(shut))) == ["1.2", "2.1", "3.1"]


def test_what_is_missing_or_does_not_apply_is_counted_apart():
    sheet = scored(
        ONE,
        {"n1": 1, "n2": 0, "n3": 0, "survey": 3, "grade": 0},
        {"n1": 1, "n2": 1, "n3": 2, "survey": 0, "grade": 3},
        {"n2": 2, "n3": 2, "survey": 1, "grade": 3},
    )
    spreads = mark_spreads(sheet)
    assert (spreads["1.1"].points, spreads["1.1"].scored, spreads["1.1"].open) == (F(1), 2, 1)
    assert (spreads["1.2"].points, spreads["1.2"].scored, spreads["1.2"].not_applicable) == (None, 2, 1)
    assert (spreads["2.1"].points, spreads["2.1"].scored) == (F(3), 3)
    assert (spreads["3.1"].points, spreads["3.1"].scored, spreads["3.1"].open) == (None, 0, 3)


def test_one_unit_alone_is_equal_to_nobody():
    assert not mark_spreads(scored(ONE, {"n1": 2}, {}))["1.1"].is_equal
