"""Points by bands: 'from' a limit includes it, 'above' a limit does not."""

from fractions import Fraction as F
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cchc_score.methods import Rule
from tests.builtin.laws import better_of, points, treated, words
from tests.strategies import METHODS, TREATMENTS, amounts, band_lists, examples, positive, ref, rules, sizes

SETTINGS = METHODS["bands"].settings
NEAR = F(1, 1000)
RISING = [
    {"above": F(90), "points": F(4)},
    {"from": F(70), "points": F("2.5")},
    {"from": F(0), "points": F(0)},
]


def rule_of(most, bands, share=False, if_none="zero", decimals=2):
    facts = {"part": ref("n1"), "whole": ref("n2"), "if_none": if_none} if share else {"value": ref("n1")}
    return Rule("1.1", F(most), SETTINGS.model_validate({"bands": bands, **facts}), decimals)


@st.composite
def ruled(draw, share, falling=False):
    decimals, most = draw(sizes())
    return rule_of(most, draw(band_lists(most, decimals, falling)), share, draw(st.sampled_from(TREATMENTS)), decimals)


def of_value(rule, value):
    return points(rule, "bands", value, None, None)


def of_percent(rule, percent, whole):
    return points(rule, "bands", None, percent * whole / 100, whole)


def at_limits(rule, measure):
    """Every limit exact: at it, just below it, just above it."""
    bands = rule.settings.bands
    for band, lower in pairwise([*bands, None]):
        if band.from_ is None:
            assert measure(band.limit + NEAR) == band.points
            assert measure(band.limit) == lower.points
        else:
            assert measure(band.limit) == band.points
            if lower is not None:
                assert measure(band.limit - NEAR) == lower.points
        if band is bands[0]:
            assert measure(band.limit + 1000) == band.points


@pytest.mark.parametrize(
    ("value", "expected"),
    [("90.001", 4), ("90", F("2.5")), ("70", F("2.5")), ("69.999", 0), ("0", 0), ("1000", 4)],
)
def test_above_90_is_not_90_and_from_70_is_70(value, expected):
    assert of_value(rule_of(4, RISING), F(value)) == expected
    assert of_percent(rule_of(4, RISING, share=True), F(value), F(7)) == expected


def test_of_two_bands_with_one_limit_above_is_the_higher():
    both = [{"above": F(0), "points": F(1)}, {"from": F(0), "points": F(3)}]
    assert [of_value(rule_of(4, both), F(value)) for value in ("0", "0.001")] == [3, 1]


@pytest.mark.parametrize("treatment", TREATMENTS)
def test_a_whole_of_0_gives_what_the_scheme_says(treatment):
    one = rule_of(4, RISING, share=True, if_none=treatment)
    assert points(one, "bands", None, F(3), F(0)) == treated(one, treatment)


@examples(150)
@given(ruled(share=False))
def test_each_limit_of_a_value_is_exact(one):
    at_limits(one, lambda value: of_value(one, value))


@examples(150)
@given(ruled(share=True), positive())
def test_each_limit_of_a_percentage_is_exact_whatever_the_whole(one, whole):
    at_limits(one, lambda percent: of_percent(one, percent, whole))


@examples(80)
@given(rules("bands"), amounts(), amounts())
def test_points_are_among_those_written_and_always_given(one, first, second):
    facts = (first, None, None) if one.settings.value else (None, first, second)
    given_points = points(one, "bands", *facts)
    if one.settings.value or second:
        assert given_points in [band.points for band in one.settings.bands]


@examples(80)
@given(ruled(share=True), amounts(), positive(), positive())
def test_scaling_part_and_whole_alike_changes_nothing(one, part, whole, scale):
    assert points(one, "bands", None, part, whole) == points(one, "bands", None, part * scale, whole * scale)


@examples(60)
@given(ruled(share=False, falling=True), ruled(share=True, falling=True))
def test_bands_whose_points_rise_with_the_limit_say_that_more_is_better(alone, share):
    assert better_of(alone, "bands") == {"value": "more"}
    assert better_of(share, "bands") == {"part": "more"}


def test_bands_that_rise_and_fall_say_nothing_of_better():
    hill = [{"from": F(20), "points": F(1)}, {"from": F(10), "points": F(4)}, {"from": F(0), "points": F(0)}]
    assert better_of(rule_of(4, hill), "bands") == {}
    assert better_of(rule_of(4, hill[1:] and [hill[0] | {"points": F(0)}, hill[2] | {"points": F(4)}]), "bands") == {
        "value": "less"
    }


@examples(60)
@given(rules("bands"))
def test_limits_are_those_of_the_bands(one):
    fact = "value" if one.settings.value else "percent"
    assert METHODS["bands"].limits(one) == {fact: tuple(band.limit for band in one.settings.bands)}


@examples(60)
@given(rules("bands"))
def test_words_name_every_limit_and_every_number_of_points(one):
    for band in one.settings.bands:
        words(one, "bands", band.points)
        # The lowest reaches down to 0, which its words leave out: 'below 70%'.
        if band.limit:
            words(one, "bands", band.limit)


@pytest.mark.parametrize(
    ("bands", "code"),
    [
        ([], "too_short"),
        ([{"from": F(10), "points": F(1)}], " bands-end "),
        ([{"above": F(0), "points": F(1)}], " bands-end "),
        ([{"from": F(0), "points": F(1)}, {"from": F(10), "points": F(1)}], " bands-order "),
        (
            [{"from": F(10), "points": F(1)}, {"above": F(10), "points": F(2)}, {"from": F(0), "points": F(0)}],
            " bands-order ",
        ),
        (
            [{"from": F(10), "points": F(1)}, {"from": F(10), "points": F(2)}, {"from": F(0), "points": F(0)}],
            " bands-order ",
        ),
        ([{"from": F(10), "above": F(10), "points": F(1)}, {"from": F(0), "points": F(0)}], " band-limit "),
        ([{"points": F(1)}, {"from": F(0), "points": F(0)}], " band-limit "),
        ([{"from": F(-1), "points": F(0)}], " negative "),
        ([{"from": F(0), "points": F(-1)}], " negative "),
    ],
)
def test_bands_with_a_gap_an_overlap_or_no_end_are_refused(bands, code):
    with pytest.raises(ValidationError, match=code):
        SETTINGS.model_validate({"value": ref("n1"), "bands": bands})


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"value": ref("n1"), "if_none": "zero"},
        {"value": ref("n1"), "part": ref("n1"), "whole": ref("n2"), "if_none": "zero"},
        {"part": ref("n1"), "whole": ref("n2")},
        {"part": ref("n1"), "if_none": "zero"},
    ],
)
def test_bands_ask_for_a_value_or_for_part_whole_and_if_none(facts):
    with pytest.raises(ValidationError, match=" bands-facts "):
        SETTINGS.model_validate({"bands": RISING, **facts})


def test_words_of_a_value_and_of_a_share_by_examples():
    assert words(rule_of(4, RISING), "bands") == [
        "n1: trên 90: 4 điểm; từ 70 đến 90: 2,5 điểm; dưới 70: 0 điểm",
        "n1: above 90: 4 points; from 70 to 90: 2.5 points; below 70: 0 points",
    ]
    assert words(rule_of(4, RISING, share=True), "bands") == [
        "n1 / n2: trên 90%: 4 điểm; từ 70% đến 90%: 2,5 điểm; dưới 70%: 0 điểm; không phát sinh (n2 = 0): 0 điểm",
        "n1 / n2: above 90%: 4 points; from 70% to 90%: 2.5 points; below 70%: 0 points; none arose (n2 = 0): 0 points",
    ]
