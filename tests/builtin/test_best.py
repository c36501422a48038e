"""Points relative to the best ranked unit of the group."""

from dataclasses import replace
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.methods import Rule
from cchc_score.model import Ranking, Unit
from tests.builtin.laws import points, treated, with_peers, words
from tests.engine.schemes import leaf, scheme, scored
from tests.strategies import METHODS, TREATMENTS, amounts, examples, positive, ref, rules

GROUPS = Ranking("kind", "exact", "standard", "low")


def rule(whole=None, if_none="zero", most=4):
    raw = {"value": ref("n1"), "whole": ref(whole) if whole else None, "if_none": if_none}
    return Rule("1.1", F(most), METHODS["best"].settings.model_validate(raw))


def pairs(one):
    """Figures of one unit: with a whole where the rule has one."""
    return st.tuples(amounts(), amounts() if one.settings.whole else st.none())


@st.composite
def groups(draw):
    one = draw(rules("best"))
    return one, draw(st.lists(pairs(one), min_size=1, max_size=6))


@examples(120)
@given(groups())
def test_the_best_of_the_group_has_the_maximum_and_all_others_their_share_of_it(drawn):
    one, peers = drawn
    group = with_peers(one, *peers)
    shares = [value if whole is None else value / whole for value, whole in peers if whole != 0]
    for value, whole in peers:
        given_points = points(group, "best", value, whole)
        if whole == 0 or not any(shares):
            assert given_points == treated(one, one.settings.if_none)
        else:
            own = value if whole is None else value / whole
            assert given_points == one.max_points * own / max(shares)
            assert (given_points == one.max_points) == (own == max(shares))


@examples(80)
@given(groups(), positive())
def test_scaling_the_values_of_all_changes_nothing(drawn, scale):
    one, peers = drawn
    scaled = [(value * scale, whole) for value, whole in peers]
    for (value, whole), (more, _) in zip(peers, scaled, strict=True):
        assert points(with_peers(one, *peers), "best", value, whole) == points(
            with_peers(one, *scaled), "best", more, whole
        )


@pytest.mark.parametrize("treatment", TREATMENTS)
def test_a_whole_of_0_a_best_of_0_and_a_group_without_figures_give_what_the_scheme_says(treatment):
    share, alone = rule("n2", treatment), rule(None, treatment)
    assert points(with_peers(share, (F(1), F(2))), "best", F(3), F(0)) == treated(share, treatment)
    assert points(with_peers(alone, (F(0), None)), "best", F(0), None) == treated(alone, treatment)
    assert points(alone, "best", F(3), None) == treated(alone, treatment)


def test_a_rule_copied_for_another_group_forgets_the_best_of_the_first():
    one = with_peers(rule(), (F(4), None))
    assert points(one, "best", F(2), None) == 2
    assert points(replace(one, peers=((F(2), None),)), "best", F(2), None) == 4


BEST = scheme(leaf("1.1", 4, "best", value=ref("n1"), if_none="zero"), ranking=GROUPS)


def test_only_ranked_units_set_the_best_and_nobody_has_more_than_the_maximum():
    listed = [Unit("a", "A", "xã"), Unit("b", "B", "xã"), Unit("c", "C", "xã", ranked=False)]
    sheet = scored(BEST, {"n1": 4}, {"n1": 2}, {"n1": 40}, listed=listed)
    assert [sheet.mark(row, sheet.total).low for row in range(3)] == [4, 2, 4]
    assert sheet.ranks == [1, 2, 0]


def test_each_kind_has_its_own_best_where_kinds_are_ranked_apart():
    listed = [Unit("a", "A", "xã"), Unit("b", "B", "phường")]
    reports = [{"n1": 4}, {"n1": 2}]
    apart = scored(BEST, *reports, listed=listed)
    together = scored(replace(BEST, ranking=Ranking("none", "exact", "standard", "low")), *reports, listed=listed)
    assert [apart.mark(row, apart.total).low for row in (0, 1)] == [4, 4]
    assert [together.mark(row, together.total).low for row in (0, 1)] == [4, 2]


def test_contradictory_figures_set_no_best_and_unknown_ones_the_best_that_they_can_be():
    one = scheme(leaf("1.1", 4, "best", value=ref("n1", "-n2"), if_none="zero"))
    sheet = scored(one, {"n1": 4, "n2": 2}, {"n1": 8}, {"n1": 1, "n2": 2})
    assert [sheet.mark(row, sheet.total).outcome.name for row in range(3)] == ["SCORED", "MISSING", "MISSING"]
    # Of 8, so much at most is left after what is unknown: 4 x 2 / 8.
    assert (sheet.mark(0, sheet.total).low, sheet.mark(0, sheet.total).high) == (1, 4)


@examples(60)
@given(rules("best"))
def test_words_name_the_maximum(one):
    words(one, "best", one.max_points)


def test_words_of_a_value_and_of_a_share_by_examples():
    assert words(rule(most=F("2.5")), "best") == [
        "n1, so với đơn vị cao nhất trong nhóm, x 2,5 điểm; không phát sinh: 0 điểm",
        "n1, relative to the best unit of the group, x 2.5 points; none arose: 0 points",
    ]
    assert words(rule("n2", "full"), "best") == [
        "n1 / n2, so với đơn vị cao nhất trong nhóm, x 4 điểm; không phát sinh: điểm tối đa",
        "n1 / n2, relative to the best unit of the group, x 4 points; none arose: full points",
    ]
