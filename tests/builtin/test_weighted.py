"""Weighted shares of a whole."""

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.methods import Rule
from tests.builtin.laws import points, treated, words
from tests.strategies import METHODS, TREATMENTS, amounts, examples, positive, ref, rules

LATE = {"n1": 100, "n2": 75, "amount": 25}


def rule(parts=LATE, zero_below=0, if_none="zero", most=1):
    raw = {"parts": {code: F(share) for code, share in parts.items()}, "whole": ref("n3")}
    raw |= {"zero_below": F(zero_below), "if_none": if_none}
    return Rule("1.1", F(most), METHODS["weighted"].settings.model_validate(raw))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [((10, 0, 0), 1), ((0, 10, 0), F("0.75")), ((0, 0, 10), F("0.25")), ((4, 4, 2), F("0.75")), ((0, 0, 0), 0), ((9, 9, 9), 1)],
)  # fmt: skip
def test_every_part_keeps_its_share_and_more_than_the_whole_is_the_whole(parts, expected):
    assert points(rule(), "weighted", F(10), *map(F, parts)) == expected


@pytest.mark.parametrize(("parts", "expected"), [((7, 0), 7), ((6, 1), F("6.5")), ((6, 0), 0), ((0, 7), F("3.5"))])
def test_below_the_floor_all_parts_together_give_nothing(parts, expected):
    one = rule({"n1": 100, "n2": 50}, zero_below=70, most=10)
    assert points(one, "weighted", F(10), *map(F, parts)) == expected


@pytest.mark.parametrize("treatment", TREATMENTS)
def test_a_whole_of_0_gives_what_the_scheme_says(treatment):
    one = rule(if_none=treatment)
    assert points(one, "weighted", F(0), F(1), F(0), F(0)) == treated(one, treatment)


@st.composite
def drawn(draw):
    one = draw(rules("weighted"))
    return one, draw(positive()), [draw(amounts()) for _ in one.settings.parts]


@examples(100)
@given(drawn(), positive())
def test_scaling_all_alike_changes_nothing(given_rule, scale):
    one, whole, parts = given_rule
    scaled = points(one, "weighted", whole * scale, *(part * scale for part in parts))
    assert points(one, "weighted", whole, *parts) == scaled


@examples(60)
@given(rules("weighted"), positive())
def test_with_one_part_in_full_it_is_the_plain_ratio(one, whole):
    alone = rule({"n1": 100}, one.settings.zero_below, one.settings.if_none, one.max_points)
    raw = {
        "part": ref("n1"),
        "whole": ref("n3"),
        "zero_below": one.settings.zero_below,
        "if_none": one.settings.if_none,
    }
    ratio = Rule("1.1", one.max_points, METHODS["ratio"].settings.model_validate(raw))
    for part in (F(0), whole / 2, whole, 2 * whole):
        assert points(alone, "weighted", whole, part) == points(ratio, "ratio", part, whole)


def test_words_by_example():
    assert words(rule({"n1": 100, "n2": 50}, zero_below=70, if_none="full"), "weighted") == [
        "(100% x n1 + 50% x n2) / n3 x 1 điểm; dưới 70%: 0 điểm; không phát sinh (n3 = 0): điểm tối đa",
        "(100% x n1 + 50% x n2) / n3 x 1 point; below 70%: 0 points; none arose (n3 = 0): full points",
    ]
