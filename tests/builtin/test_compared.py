"""Points by comparing two figures."""

from fractions import Fraction as F

import pytest
from hypothesis import given

from cchc_score.methods import Rule
from tests.builtin.laws import better_of, points, words
from tests.strategies import METHODS, amounts, examples, positive, ref, rules


def rule(above=3, equal="1.5", below=0, most=3):
    raw = {"value": ref("n1"), "against": ref("n2"), "above": F(above), "equal": F(equal), "below": F(below)}
    return Rule("1.1", F(most), METHODS["compared"].settings.model_validate(raw))


@pytest.mark.parametrize(
    ("value", "against", "expected"),
    [(101, 100, 3), (100, 100, F("1.5")), ("99.999", 100, 0), (0, 0, F("1.5")), (1, 0, 3), (0, 1, 0)],
)
def test_above_equal_and_below_each_give_their_points(value, against, expected):
    assert points(rule(), "compared", F(value), F(against)) == expected


@pytest.mark.parametrize(
    ("given_points", "expected"),
    [
        ((3, 1, 0), {"value": "more", "against": "less"}),
        ((0, 1, 1), {"value": "less", "against": "more"}),
        ((1, 0, 1), {}),
    ],
)
def test_what_is_better_follows_from_the_points(given_points, expected):
    assert better_of(rule(*given_points), "compared") == expected


@examples(60)
@given(rules("compared"), amounts(), amounts(), positive())
def test_scaling_both_alike_changes_nothing(one, value, against, scale):
    assert points(one, "compared", value, against) == points(one, "compared", value * scale, against * scale)


@examples(40)
@given(rules("compared"))
def test_words_name_all_points(one):
    words(one, "compared", one.settings.above, one.settings.equal, one.settings.below)


def test_words_by_example():
    assert words(rule(), "compared") == [
        "n1 cao hơn n2: 3 điểm; bằng: 1,5 điểm; thấp hơn: 0 điểm",
        "n1 above n2: 3 points; equal: 1.5 points; below: 0 points",
    ]
