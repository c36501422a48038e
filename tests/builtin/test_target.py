"""Points against a target: a share up to it, the rest by the excess relative to the group's largest."""

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.methods import Rule
from cchc_score.model import Unit
from tests.builtin.laws import points, treated, with_peers, words
from tests.engine.schemes import leaf, scheme, scored
from tests.strategies import METHODS, TREATMENTS, amounts, examples, positive, ref, rules


def rule(share=80, excess="amount", if_none="zero", most=10):
    raw = {"value": ref("n1"), "target": ref("n2"), "share_at_target": F(share), "excess": excess}
    return Rule("1.1", F(most), METHODS["target"].settings.model_validate({**raw, "if_none": if_none}))


def groups():
    return st.tuples(rules("target"), st.lists(st.tuples(amounts(), amounts()), min_size=1, max_size=6))


def at_target(one):
    return one.max_points * one.settings.share_at_target / 100


def excess(one, value, target):
    return value - target if one.settings.excess == "amount" else value / target - 1


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("amount", 0, 0),
        ("amount", 50, 4),
        ("amount", 100, 8),
        ("amount", 110, 9),
        ("amount", 120, 10),
        ("share", 110, F(25, 3)),
    ],
)
def test_up_to_the_target_its_share_and_beyond_it_the_rest_by_excess(kind, value, expected):
    group = with_peers(rule(excess=kind), (F(120), F(100)), (F(16), F(10)), (F(90), F(100)))
    assert points(group, "target", F(value), F(100)) == expected


@examples(120)
@given(groups())
def test_at_the_target_exactly_its_share_and_the_largest_excess_has_the_maximum(drawn):
    one, peers = drawn
    group = with_peers(one, *peers)
    beyond = [excess(one, value, target) for value, target in peers if target and value > target]
    for value, target in peers:
        given_points = points(group, "target", value, target)
        if target == 0:
            assert given_points == treated(one, one.settings.if_none)
            continue
        assert points(group, "target", target, target) == at_target(one)
        if value > target:
            rest = one.max_points - at_target(one)
            assert given_points == at_target(one) + rest * excess(one, value, target) / max(beyond)
            assert excess(one, value, target) < max(beyond) or given_points == one.max_points
        else:
            assert given_points == at_target(one) * value / target


@examples(80)
@given(groups(), positive())
def test_scaling_values_and_targets_of_all_alike_changes_nothing(drawn, scale):
    one, peers = drawn
    group = with_peers(one, *peers)
    scaled = with_peers(one, *((value * scale, target * scale) for value, target in peers))
    for value, target in peers:
        assert points(group, "target", value, target) == points(scaled, "target", value * scale, target * scale)


@pytest.mark.parametrize("treatment", TREATMENTS)
def test_a_target_of_0_gives_what_the_scheme_says(treatment):
    one = rule(if_none=treatment)
    assert points(one, "target", F(5), F(0)) == treated(one, treatment)


def test_a_unit_that_nobody_stands_against_has_the_maximum_once_beyond_its_target():
    for kind in ("amount", "share"):
        assert points(rule(excess=kind), "target", F(101), F(100)) == 10
        assert points(with_peers(rule(excess=kind), (F(9), F(10))), "target", F("100.5"), F(100)) == 10


def test_only_ranked_units_set_the_largest_excess_and_nobody_has_more_than_the_maximum():
    raw = {
        "value": ref("n1"),
        "target": ref("n2"),
        "share_at_target": F(80),
        "excess": "amount",
        "if_none": "zero",
    }
    listed = [Unit("a", "A"), Unit("b", "B"), Unit("c", "C", ranked=False)]
    reports = [{"n1": value, "n2": 10} for value in (20, 15, 90)]
    sheet = scored(scheme(leaf("1.1", 10, "target", **raw)), *reports, listed=listed)
    assert [sheet.mark(row, sheet.total).low for row in range(3)] == [10, 9, 10]


@examples(60)
@given(rules("target"))
def test_words_name_the_points_at_the_target_and_the_rest(one):
    words(one, "target", at_target(one), one.max_points - at_target(one))


@pytest.mark.parametrize(
    ("kind", "vi", "en"), [("amount", "số vượt", "excess"), ("share", "tỷ lệ vượt", "share of excess")]
)
def test_words_by_examples(kind, vi, en):
    assert words(rule(share=75, excess=kind), "target") == [
        f"n1 / n2 x 7,5 điểm; vượt: 7,5 điểm + {vi} / mức vượt cao nhất của nhóm x 2,5 điểm; không phát sinh (n2 = 0): 0 điểm",
        f"n1 / n2 x 7.5 points; above: 7.5 points + {en} / the group's best x 2.5 points; none arose (n2 = 0): 0 points",
    ]
