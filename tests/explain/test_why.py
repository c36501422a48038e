"""Which units of a group a rule gives most, where it compares the units of a group."""

import pytest

from cchc_score.explain.why import Reasons
from cchc_score.model import Ranking, Unit
from tests.engine.schemes import leaf, scheme, scored
from tests.strategies import METHODS

BEST = leaf("1.1", 2, "best", value="n1", if_none="zero")
ALONE = leaf("1.2", 2, "ratio", part="n1", whole="n2", if_none="zero")


def best(sheet, row=0, number="1.1"):
    """The rows of the units with most points, as one of them sees it."""
    return Reasons(sheet, METHODS).why(row, number).best


@pytest.mark.parametrize(
    ("figures", "rows"),
    [((3, 4, 1), (1,)), ((4, 4, 1), (0, 1)), ((0, 0, 0), (0, 1, 2)), ((1,), (0,))],
)
def test_the_best_of_a_group_are_all_units_with_most_points(figures, rows):
    sheet = scored(scheme(BEST), *({"n1": figure} for figure in figures))
    assert [best(sheet, row) for row in range(len(figures))] == [rows] * len(figures)


def test_a_unit_without_its_figure_and_one_that_is_not_ranked_are_not_the_best():
    units = [Unit("u0", "Một", "xã"), Unit("u1", "Hai", "xã"), Unit("u2", "Ba", "xã", ranked=False)]
    sheet = scored(scheme(BEST), {"n1": 3}, {}, {"n1": 9}, listed=units)
    assert best(sheet) == (0,)
    assert best(scored(scheme(BEST), {}, {})) == ()


def test_each_group_has_its_own_best():
    units = [Unit("u0", "Một", "xã"), Unit("u1", "Hai", "phường"), Unit("u2", "Ba", "xã")]
    kinds = scheme(BEST, ranking=Ranking("kind", "exact", "standard", "low"))
    sheet = scored(kinds, {"n1": 3}, {"n1": 9}, {"n1": 2}, listed=units)
    assert [best(sheet, row) for row in range(3)] == [(0,), (1,), (0,)]


def test_more_exact_points_are_best_where_the_rounded_ones_are_equal():
    sheet = scored(scheme(BEST, decimals=0), {"n1": 999}, {"n1": 1000})
    assert sheet.mark(0, sheet.criteria["1.1"]).low == sheet.mark(1, sheet.criteria["1.1"]).low == 2
    assert best(sheet) == (1,)


def test_a_rule_that_looks_at_one_unit_alone_has_no_best():
    sheet = scored(scheme(ALONE), {"n1": 1, "n2": 2}, {"n1": 2, "n2": 2})
    assert best(sheet, number="1.2") == ()
