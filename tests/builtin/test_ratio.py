"""Points in proportion: part / whole of the maximum."""

from fractions import Fraction as F

import pytest
from hypothesis import given

from cchc_score.methods import Rule
from tests.builtin.laws import points, treated, words
from tests.strategies import METHODS, TREATMENTS, amounts, examples, positive, ref, rules


def rule(most=8, zero_below=0, if_none="zero", full_from=100):
    raw = {"part": ref("n1"), "whole": ref("n2"), "zero_below": F(zero_below), "if_none": if_none}
    raw |= {"full_from": F(full_from)}
    return Rule("1.1", F(most), METHODS["ratio"].settings.model_validate(raw))


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [(0, 10, 0), (5, 10, 4), (10, 10, 8), (11, 10, 8), (1, 3, F(8, 3)), (F("0.5"), 1, 4)],
)
def test_the_maximum_times_part_over_whole_a_part_above_the_whole_is_the_whole(part, whole, expected):
    assert points(rule(), "ratio", F(part), F(whole)) == expected


@pytest.mark.parametrize(("part", "expected"), [("79.999", 0), ("80", F("6.4")), ("80.001", F("6.40008"))])
def test_the_floor_itself_counts_and_just_below_it_nothing_does(part, expected):
    assert points(rule(zero_below=80), "ratio", F(part), F(100)) == expected


@pytest.mark.parametrize("treatment", TREATMENTS)
def test_a_whole_of_0_gives_what_the_scheme_says_whatever_the_part(treatment):
    for part in (0, 5):
        one = rule(if_none=treatment)
        assert points(one, "ratio", F(part), F(0)) == treated(one, treatment)


@examples(100)
@given(rules("ratio"), amounts(), amounts())
def test_points_are_exact_and_from_0_to_the_maximum(one, part, whole):
    given_points = points(one, "ratio", part, whole)
    assert whole == 0 or given_points is not None
    if whole and part >= whole:
        assert given_points == one.max_points


@examples(100)
@given(rules("ratio"), amounts(), positive(), positive())
def test_scaling_part_and_whole_alike_changes_nothing(one, part, whole, scale):
    assert points(one, "ratio", part, whole) == points(one, "ratio", part * scale, whole * scale)


@examples(60)
@given(rules("ratio"), positive())
def test_points_change_only_where_the_limits_say(one, whole):
    limits = METHODS["ratio"].limits(one)["percent"]
    lowest, full = one.settings.zero_below, one.settings.full_from
    assert set(limits) == {lowest, full, F(100)}
    at = points(one, "ratio", lowest * whole / 100, whole)
    assert at == (one.max_points if lowest >= full else one.max_points * lowest / 100)
    if lowest:
        assert points(one, "ratio", (lowest - F(1, 1000)) * whole / 100, whole) == 0
    reached = max(lowest, full)
    assert points(one, "ratio", reached * whole / 100, whole) == one.max_points
    if reached:
        assert points(one, "ratio", (reached - F(1, 1000)) * whole / 100, whole) < one.max_points


@pytest.mark.parametrize(
    ("part", "expected"), [("69", F("5.52")), ("69.999", F("5.59992")), ("70", 8), ("71", 8), ("100", 8)]
)
def test_from_a_limit_on_the_maximum_is_given(part, expected):
    assert points(rule(full_from=70), "ratio", F(part), F(100)) == expected


@examples(60)
@given(rules("ratio"))
def test_words_name_the_maximum_and_the_floor(one):
    floor = [one.settings.zero_below] if one.settings.zero_below else []
    words(one, "ratio", one.max_points, *floor)


def test_words_with_and_without_a_floor_by_examples():
    assert words(rule(if_none="full"), "ratio") == [
        "n1 / n2 x 8 điểm; không phát sinh (n2 = 0): điểm tối đa",
        "n1 / n2 x 8 points; none arose (n2 = 0): full points",
    ]
    assert words(rule(zero_below=80, if_none="not_applicable"), "ratio") == [
        "n1 / n2 x 8 điểm; dưới 80%: 0 điểm; không phát sinh (n2 = 0): không áp dụng",
        "n1 / n2 x 8 points; below 80%: 0 points; none arose (n2 = 0): not applicable",
    ]
    assert words(rule(full_from=70), "ratio") == [
        "n1 / n2 x 8 điểm; từ 70% trở lên: đủ điểm; không phát sinh (n2 = 0): 0 điểm",
        "n1 / n2 x 8 points; 70% or more: full points; none arose (n2 = 0): 0 points",
    ]
