"""The score sheet: what stands in its cells, and which facts decide a criterion."""

from dataclasses import replace
from fractions import Fraction as F

import numpy as np
import pytest

from cchc_score.methods import Fact, Settings, per_commune
from cchc_score.model import Bounds, Factor, Gate, Outcome, Unit
from cchc_score.sheet import Cells, Mark, facts_of
from tests.engine.schemes import leaf, parent, scheme, scored
from tests.strategies import METHODS, ref


@pytest.mark.parametrize(
    ("outcome", "low", "high", "reachable", "index", "index_high"),
    [
        (Outcome.SCORED, "68.32", "68.32", "84", F(6832, 84), F(6832, 84)),
        (Outcome.MISSING, "0", "10", "40", 0, 25),
        (Outcome.NOT_APPLICABLE, "0", "0", "0", None, None),
        (Outcome.SCORED, "3", "3", "0", None, None),
        (Outcome.FAILED, "3", "5", "10", None, None),
    ],
)
def test_an_index_is_the_share_of_what_was_reachable(outcome, low, high, reachable, index, index_high):
    mark = Mark(outcome, F(low), F(high), F(reachable))
    assert (mark.index, mark.index_high) == (index, index_high)


SCHEME = scheme(
    parent("1.1", 4, "sum", ["1.1.1"]),
    leaf("1.1.1", 4, "count", count=ref("n1"), each=F(1)),
    leaf("2.1", 3, "count", count=ref("n2"), each=F(1)),
)


def test_a_column_is_found_by_total_area_or_number_and_by_nothing_else():
    sheet = scored(SCHEME, {"n1": 2, "n2": 3})
    assert [sheet.mark(0, sheet.at(place)).low for place in ("total", "area1", "area2", "1.1", "1.1.1", "2.1")] == [
        *(5, 2, 3, 2, 2, 3)
    ]
    for place in ("", "area3", "9.9"):
        with pytest.raises(KeyError):
            sheet.at(place)


def test_steps_become_points_by_the_decimals_of_the_scheme_whole_or_not():
    sheet = scored(SCHEME, {"n1": 2, "n2": 3})
    cells = Cells([1, 3], [125, F(1, 3)], [125, 250], [400, 400])
    assert sheet.mark(0, cells) == Mark(Outcome.SCORED, F("1.25"), F("1.25"), F(4))
    assert sheet.mark(1, cells) == Mark(Outcome.MISSING, F(1, 300), F("2.5"), F(4))


def test_points_of_an_array_are_numbers_of_python():
    columns = (np.array([1], np.uint8), *(np.array([steps], np.int32) for steps in (125, 250, 400)))
    mark = scored(SCHEME, {"n1": 2, "n2": 3}).mark(0, Cells(*columns))
    assert mark == Mark(Outcome.SCORED, F("1.25"), F("2.5"), F(4))
    ends = [one for points in (mark.low, mark.high, mark.reachable) for one in (points.numerator, points.denominator)]
    assert {type(one) for one in ends} == {int}


def test_a_unit_has_the_name_of_its_class_or_none():
    sheet = scored(SCHEME, {"n1": 2, "n2": 3}, {"n1": 2, "n2": 3}, listed=[Unit("a", "A"), Unit("b", "B")])
    assert replace(sheet, classes=[0, -1]).class_name(0) == "Còn lại"
    assert replace(sheet, classes=[0, -1]).class_name(1) is None


def test_a_leaf_is_decided_by_gate_rule_and_factor_each_fact_once_in_order():
    raw = {"part": ref("n3", "-n1"), "whole": ref("n2"), "if_none": "zero"}
    bare = leaf("1.1", 4, "ratio", **raw)
    full = leaf(
        "1.1", 4, "ratio", gate=Gate(ref("n2"), Bounds(F(1)), (), "zero"), factor=Factor(ref("level"), {}), **raw
    )
    asked = METHODS["ratio"].facts(bare.settings)
    assert facts_of(scheme(bare), bare, asked) == ("n3", "n1", "n2")
    assert facts_of(scheme(full), full, asked) == ("n2", "n3", "n1", "level")
    assert facts_of(scheme(bare), bare, (None, ref("n1"))) == ("n1",)


def test_the_indices_of_a_column_are_those_of_its_marks():
    one = scheme(
        leaf("1.1", 2, "given", points="survey"),
        leaf("1.2", 1, "options", fact="way", points={"online": 1, "paper": "not_applicable"}),
    )
    sheet = scored(one, {"survey": 1, "way": "online"}, {"survey": 2, "way": "paper"}, {})
    for cells in (sheet.total, *sheet.areas.values(), *sheet.criteria.values()):
        assert sheet.indices(cells) == [sheet.mark(row, cells).index for row in range(3)]


class Value(Settings):
    """One figure."""

    value: Fact


def test_a_unit_of_which_a_method_failed_has_no_index_and_each_area_is_ranked():
    failing = replace(leaf("2.1", 1, "broken"), settings=Value.model_validate({"value": "n1"}))
    one = scheme(leaf("1.1", 2, "given", points="survey"), failing)
    methods = {**METHODS, "broken": per_commune("broken", Value)(lambda rule, value: 1 / value)}
    sheet = scored(one, {"survey": 1, "n1": 0}, {"survey": 2, "n1": 1}, methods=methods)
    assert sheet.indices(sheet.total) == [None, 100]
    assert list(sheet.ranks) == [0, 1]
    assert {code: list(ranks) for code, ranks in sheet.area_ranks.items()} == {"area1": [0, 1], "area2": [0, 1]}
