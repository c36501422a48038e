"""A percentage of the maximum, or of a target."""

from fractions import Fraction as F

import pytest
from hypothesis import given
from pydantic import ValidationError

from cchc_score.methods import Rule
from tests.builtin.laws import points, words
from tests.strategies import METHODS, amounts, examples, ref, rules


def rule(target=100, zero_below=0, most=6):
    raw = {"value": ref("n1"), "target": F(target), "zero_below": F(zero_below)}
    return Rule("1.1", F(most), METHODS["share"].settings.model_validate(raw))


@pytest.mark.parametrize(
    ("value", "target", "expected"),
    [
        ("50", 100, 3),
        ("100", 100, 6),
        ("120", 100, 6),
        ("0", 100, 0),
        ("89.01", 90, F("5.934")),
        ("90", 90, 6),
        ("95", 90, 6),
    ],
)
def test_the_maximum_times_the_percentage_over_the_target(value, target, expected):
    assert points(rule(target), "share", F(value)) == expected


@pytest.mark.parametrize(("value", "expected"), [("79.999", 0), ("80", F("4.8")), ("80.001", F("4.80006"))])
def test_the_floor_itself_counts(value, expected):
    assert points(rule(zero_below=80), "share", F(value)) == expected


@pytest.mark.parametrize("target", [0, -1, "100.001"])
def test_a_target_that_cannot_be_is_refused(target):
    with pytest.raises(ValidationError):
        rule(target)


@examples(80)
@given(rules("share"), amounts())
def test_points_change_only_where_the_limits_say(one, value):
    floor, target = one.settings.zero_below, one.settings.target
    wanted = 0 if value < floor else min(one.max_points, one.max_points * value / target)
    assert points(one, "share", value) == wanted
    assert set(METHODS["share"].limits(one)["value"]) == {floor, target}


def test_words_by_example():
    assert words(rule(90, 50), "share") == [
        "n1 / 90% x 6 điểm; dưới 50%: 0 điểm",
        "n1 / 90% x 6 points; below 50%: 0 points",
    ]
