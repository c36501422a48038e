"""How parts make a whole, one rule at a time, and what is assessed and counted."""

from dataclasses import replace
from fractions import Fraction as F

import pytest

from cchc_score.engine.combine import (
    NOTHING,
    Parts,
    add_parts,
    area_parts,
    choice_of,
    combine,
    held_criteria,
    summed_criteria,
    total_parts,
)
from cchc_score.model import Area, Outcome, Ranking
from tests.engine.schemes import leaf, parent, scheme
from tests.strategies import ref

NONE, SCORED, PENDING, MISSING = Outcome.NOT_APPLICABLE, Outcome.SCORED, Outcome.PENDING, Outcome.MISSING
FULL, HALF, OPEN = Parts(SCORED, 4, 4, 4), Parts(SCORED, 2, 2, 4), Parts(PENDING, 0, 6, 6)


def share(number, **more):
    return replace(leaf(number, 4, "given", points=ref("survey")), **more)


TREE = scheme(
    parent("1.1", 8, "sum", ["1.1.1", "1.1.2"]),
    parent("1.1.1", 4, "best", ["1.1.1.1", "1.1.1.2"]),
    share("1.1.1.1"),
    share("1.1.1.2"),
    share("1.1.2"),
    share("1.2"),
    share("2.1"),
    share("3.1"),
    outside={3: ("bonus", 4)},
)


@pytest.mark.parametrize(
    ("left_out", "gone"),
    [
        ([], []),
        (["1.1"], ["1.1", "1.1.1", "1.1.1.1", "1.1.1.2", "1.1.2"]),
        (["1.1.1"], ["1.1.1", "1.1.1.1", "1.1.1.2"]),
        (["1.1.2", "2.1"], ["1.1.2", "2.1"]),
        (["area2"], ["2.1"]),
        (["area1"], ["1.1", "1.1.1", "1.1.1.1", "1.1.1.2", "1.1.2", "1.2"]),
    ],
)
def test_what_stands_below_something_not_held_is_not_held(left_out, gone):
    criteria = {number: replace(one, held=number not in left_out) for number, one in TREE.criteria.items()}
    areas = tuple(replace(area, held=area.code not in left_out) for area in TREE.areas)
    assert held_criteria(replace(TREE, criteria=criteria, areas=areas)) == set(TREE.criteria) - set(gone)


def test_what_adds_up_in_the_normal_areas_is_counted_in_the_order_of_the_scheme():
    assert summed_criteria(TREE) == ["1.1.1", "1.1.2", "1.2", "2.1"]


def test_a_sum_is_the_sum_of_all_ends_and_as_grave_as_its_gravest_part():
    assert add_parts([FULL, HALF, OPEN]) == Parts(PENDING, 6, 12, 14)
    assert add_parts([]) == NOTHING


@pytest.mark.parametrize(
    ("how", "parts", "whole"),
    [
        ("sum", [FULL, HALF, NOTHING], Parts(SCORED, 6, 6, 8)),
        ("sum", [NOTHING, NOTHING], NOTHING),
        ("best", [HALF, FULL, NOTHING], Parts(SCORED, 4, 4, 4)),
        ("best", [HALF, OPEN], Parts(PENDING, 2, 6, 6)),
        ("best", [NOTHING], NOTHING),
        ("all", [FULL, NOTHING], Parts(SCORED, 9, 9, 9)),
        ("all", [FULL, HALF], Parts(SCORED, 0, 0, 9)),
        ("all", [FULL, OPEN], Parts(PENDING, 0, 9, 9)),
        ("all", [HALF, OPEN], Parts(PENDING, 0, 0, 9)),
        ("all", [NOTHING], NOTHING),
    ],
)
def test_parts_are_combined_as_the_parent_says(how, parts, whole):
    numbers = [f"1.1.{place}" for place in range(len(parts))]
    one = parent("1.1", 9, how, numbers)
    assert combine(one, dict(zip(numbers, parts, strict=True)), 9, None) == whole


def test_a_choice_is_its_part_or_open_up_to_the_maximum():
    one, parts = parent("1.1", 4, "chosen", ["1.1.1", "1.1.2"], ref("way")), {"1.1.1": HALF, "1.1.2": NOTHING}
    assert combine(one, parts, 4, "1.1.1") == HALF
    assert combine(one, parts, 4, "1.1.2") == NOTHING
    assert combine(one, parts, 4, MISSING) == Parts(MISSING, 0, 4, 4)
    children = {"1.1.1": share("1.1.1", choice="online"), "1.1.2": share("1.1.2", choice="paper")}
    assert choice_of(children, None, "paper") == "1.1.2"
    assert choice_of(children, PENDING, "") == PENDING


@pytest.mark.parametrize(
    ("kind", "parts", "whole"),
    [
        ("normal", [FULL, HALF], Parts(SCORED, 6, 6, 8)),
        ("normal", [], NOTHING),
        ("bonus", [HALF], Parts(SCORED, 2, 2, 0)),
        ("bonus", [FULL, OPEN], Parts(PENDING, 4, 5, 0)),
        ("bonus", [FULL, FULL, OPEN], Parts(PENDING, 5, 5, 0)),
        ("penalty", [HALF], Parts(SCORED, -2, -2, 0)),
        ("penalty", [FULL, OPEN], Parts(SCORED, -4, -4, 0)),
        ("penalty", [OPEN], Parts(SCORED, 0, 0, 0)),
        ("penalty", [OPEN._replace(outcome=MISSING)], Parts(MISSING, 0, 0, 0)),
        ("penalty", [], NOTHING),
    ],
)
def test_a_bonus_and_a_penalty_end_at_their_cap_and_reach_nothing(kind, parts, whole):
    assert area_parts(Area("a", 1, "A", F(5), (), kind), parts, 5) == whole


def test_a_penalty_that_nobody_has_given_is_taken_off_only_where_the_scheme_says_so():
    full = Area("a", 1, "A", F(5), (), "penalty", absent="full")
    assert area_parts(full, [FULL, OPEN], 5) == Parts(PENDING, -5, -4, 0)
    assert (
        area_parts(full, [HALF], 5) == area_parts(replace(full, absent="none"), [HALF], 5) == Parts(SCORED, -2, -2, 0)
    )


@pytest.mark.parametrize(
    ("above_100", "areas", "whole"),
    [
        ("keep", [FULL, Parts(SCORED, 3, 3, 0)], Parts(SCORED, 7, 7, 4)),
        ("cap", [FULL, Parts(SCORED, 3, 3, 0)], Parts(SCORED, 4, 4, 4)),
        ("cap", [OPEN, Parts(SCORED, 1, 1, 0)], Parts(PENDING, 1, 6, 6)),
        ("keep", [HALF, Parts(MISSING, -5, -1, 0)], Parts(MISSING, 0, 1, 4)),
        ("keep", [HALF, Parts(MISSING, -5, -3, 0)], Parts(MISSING, 0, 0, 4)),
    ],
)
def test_a_total_is_never_below_0_and_above_the_reachable_points_only_where_it_is_kept(above_100, areas, whole):
    assert total_parts(areas, Ranking("none", "exact", "standard", "low", above_100)) == whole
