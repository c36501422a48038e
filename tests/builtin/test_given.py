"""Points given from outside, up to the maximum."""

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.methods import Rule
from cchc_score.model import Outcome
from tests.builtin.laws import better_of, points, words
from tests.engine.schemes import leaf, scheme, scored
from tests.strategies import METHODS, examples, points_up_to, ref, sizes


def rule(most, decimals=2):
    return Rule("1.1", F(most), METHODS["given"].settings.model_validate({"points": ref("survey")}), decimals)


@st.composite
def marked(draw):
    decimals, most = draw(sizes())
    low, high = sorted(draw(points_up_to(most, decimals)) for _ in range(2))
    return rule(most, decimals), low, high


@examples(80)
@given(marked())
def test_the_points_are_the_fact_and_more_is_better(drawn):
    one, low, high = drawn
    assert [points(one, "given", value) for value in (low, high)] == [low, high]
    assert better_of(one, "given") == {"points": "more"}
    assert METHODS["given"].most(one) == {"points": one.max_points}
    assert METHODS["given"].limits(one) == {"points": (0, one.max_points)}


@examples(40)
@given(marked())
def test_words_name_the_maximum(drawn):
    words(drawn[0], "given", drawn[0].max_points)


@pytest.mark.parametrize(
    ("value", "outcome", "found"),
    [
        ("9.99", Outcome.SCORED, []),
        ("10", Outcome.SCORED, []),
        ("10.01", Outcome.MISSING, ["fact-above-most"]),
    ],
)
def test_a_value_above_the_maximum_is_missing_with_a_finding(value, outcome, found):
    sheet = scored(scheme(leaf("1.1", 10, "given", points=ref("survey"))), {"survey": F(value)})
    mark = sheet.mark(0, sheet.at("1.1"))
    assert mark.outcome == outcome
    assert (mark.low, mark.high) == ((F(value), F(value)) if outcome == Outcome.SCORED else (0, 10))
    assert [one.code for one in sheet.findings] == found


def test_a_value_finer_than_the_scheme_is_rounded_half_up():
    one = scheme(leaf("1.1", 10, "given", points=ref("survey")), decimals=1)
    sheet = scored(one, {"survey": F("7.25")}, {"survey": F("7.24")})
    assert [sheet.mark(row, sheet.total).low for row in (0, 1)] == [F("7.3"), F("7.2")]


def test_words_by_examples():
    assert words(rule("2.5"), "given") == [
        "survey (điểm do điều tra hoặc hội đồng chấm, tối đa 2,5)",
        "survey (points given, at most 2.5)",
    ]
