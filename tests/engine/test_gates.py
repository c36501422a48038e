"""Gates before a rule: their ends, their order, those of parents, and those that look at another criterion."""

from dataclasses import replace
from fractions import Fraction as F

import pytest

from cchc_score.engine import score
from cchc_score.engine.leaf_order import gate_circle, leaf_order
from cchc_score.model import Bounds, Factor, Gate, Outcome
from cchc_score.sheet import HandMark
from tests.engine.schemes import leaf, parent, scheme, scored
from tests.strategies import METHODS, ref

COUNT = {"count": ref("n1"), "each": F(1)}
YES = Gate(ref("flag"), None, ("yes",), "zero")


def on(number, bounds=None, otherwise="zero", applies=True):
    return Gate(None, bounds, (), otherwise, criterion=number, applies=applies)


def gated(number, *gates):
    return replace(leaf(number, 5, "count", **COUNT), gates=gates)


def first(sheet, number="1.1"):
    """Outcome and points of the criterion for each unit."""
    marks = [sheet.mark(row, sheet.at(number)) for row in range(len(sheet.table.units))]
    return [(mark.outcome.name, mark.low) for mark in marks]


def points(sheet, number="1.1"):
    return [low for _, low in first(sheet, number)]


@pytest.mark.parametrize(
    ("bounds", "opened"),
    [
        (Bounds(F(2)), [2, 3, 4]),
        (Bounds(F(2), None, open_from=True), [3, 4]),
        (Bounds(None, F(3)), [0, 1, 2, 3]),
        (Bounds(None, F(3), open_to=True), [0, 1, 2]),
        (Bounds(F(1), F(3)), [1, 2, 3]),
        (Bounds(F(1), F(3), True, True), [2]),
        (Bounds(F(3, 2), F(5, 2)), [2]),
    ],
)
def test_a_gate_is_open_between_its_ends(bounds, opened):
    one = scheme(gated("1.1", Gate(ref("n2"), bounds, (), "zero")))
    assert points(scored(one, *({"n1": 5, "n2": figure} for figure in range(5)))) == [
        5 if figure in opened else 0 for figure in range(5)
    ]


def test_a_share_is_compared_in_percent_and_of_nothing_none_is_asked():
    one = scheme(gated("1.1", Gate(ref("n2"), Bounds(F(90)), (), "zero", ref("n3"))))
    reports = [(9, 10), (89, 100), (0, 0), (0, 1), (F(1), 1)]
    assert points(scored(one, *({"n1": 5, "n2": part, "n3": whole} for part, whole in reports))) == [5, 0, 5, 0, 5]
    assert first(scored(one, {"n1": 5, "n2": 1})) == [("MISSING", 0)]


def test_the_first_gate_that_is_not_open_decides():
    one = scheme(
        gated("1.1", Gate(ref("n2"), Bounds(F(1)), (), "not_applicable"), Gate(ref("n3"), Bounds(F(1)), (), "full"))
    )
    reports = [{"n2": 0}, {"n2": 1, "n3": 0}, {"n2": 1, "n3": 1, "n1": 2}, {"n3": 0}, {"n2": 1, "n1": 2}]
    assert first(scored(one, *reports)) == [
        ("NOT_APPLICABLE", 0),
        ("SCORED", 5),
        ("SCORED", 2),
        ("MISSING", 0),
        ("MISSING", 0),
    ]


def test_the_gate_of_a_parent_stands_before_those_of_its_parts():
    both = replace(parent("1.1", 10, "sum", ["1.1.1", "1.1.2"]), gates=(YES,))
    own = Gate(ref("n2"), Bounds(F(1)), (), "full")
    one = scheme(both, gated("1.1.1"), gated("1.1.2", own))
    sheet = scored(one, {"flag": True, "n1": 1, "n2": 0}, {"flag": False}, {"n1": 1, "n2": 0})
    assert first(sheet) == [("SCORED", 6), ("SCORED", 0), ("MISSING", 0)]
    assert points(sheet, "1.1.2") == [5, 0, 0]


@pytest.mark.parametrize(
    ("gate", "expected"),
    [
        (on("1.1", Bounds(F(3))), [("SCORED", 0), ("SCORED", 5), ("SCORED", 5), ("MISSING", 0)]),
        (on("1.1", Bounds(F(3), open_from=True)), [("SCORED", 0), ("SCORED", 0), ("SCORED", 5), ("MISSING", 0)]),
        (on("1.1"), [("SCORED", 5), ("SCORED", 5), ("SCORED", 0), ("MISSING", 0)]),
        (on("1.1", applies=False, otherwise="full"), [("SCORED", 5), ("SCORED", 5), ("SCORED", 5), ("MISSING", 0)]),
    ],
)
def test_a_gate_looks_at_the_points_of_another_criterion_or_whether_it_applies(gate, expected):
    looked_at = leaf("1.1", 5, "ratio", part=ref("n2"), whole=ref("n3"), if_none="not_applicable")
    one = scheme(gated("1.2", gate), looked_at)
    assert [criterion.number for criterion in leaf_order(one.criteria)] == ["1.1", "1.2"]
    reports = [{"n2": 1, "n3": 2}, {"n2": 3, "n3": 5}, {"n2": 0, "n3": 0}, {"n2": 1}]
    assert first(scored(one, *({**report, "n1": 5} for report in reports)), "1.2") == expected


def test_a_gate_looks_at_a_parent_and_at_what_a_person_has_set():
    parts = [leaf(f"1.1.{place}", 5, "count", count=ref(f"n{place + 1}"), each=F(1)) for place in (1, 2)]
    one = scheme(parent("1.1", 10, "sum", ["1.1.1", "1.1.2"]), *parts, gated("1.2", on("1.1", Bounds(F(6)))))
    sheet = scored(one, {"n1": 5, "n2": 3, "n3": 2}, {"n1": 5, "n2": 3, "n3": 3})
    assert points(sheet, "1.2") == [0, 5]
    by_hand = score(one, METHODS, sheet.table, {(0, "1.1.1"): HandMark(Outcome.SCORED, F(4))})
    assert points(by_hand, "1.2") == [5, 5]


def test_gates_that_wait_for_one_another_are_a_circle():
    one = scheme(gated("1.1", on("1.2", Bounds(F(1)))), gated("1.2", on("1.3", Bounds(F(1)))), gated("1.3", on("1.1")))
    circle = gate_circle(one.criteria)
    assert (circle[0], set(circle), len(circle)) == (circle[-1], {"1.1", "1.2", "1.3"}, 4)
    assert gate_circle(scheme(gated("1.1"), gated("1.2", on("1.1"))).criteria) == ()


def test_a_factor_of_a_parent_keeps_a_share_of_the_sum_rounded_once():
    kept = Factor(ref("level"), {"none": F(1), "light": F(1, 2), "serious": F(0)})
    third = {"part": ref("n1"), "whole": ref("n2"), "if_none": "zero"}
    parts = [leaf(f"1.1.{place}", F("0.25"), "ratio", **third) for place in (1, 2, 3)]
    both = replace(parent("1.1", F("0.75"), "sum", [part.number for part in parts]), factor=kept)
    reports = [{"n1": 1, "n2": 1, "level": level} for level in ("none", "light", "serious")]
    sheet = scored(scheme(both, *parts), *reports, {"n1": 1, "n2": 1})
    assert first(sheet) == [("SCORED", F("0.75")), ("SCORED", F("0.38")), ("SCORED", 0), ("PENDING", 0)]
    assert sheet.mark(3, sheet.at("1.1")).high == F("0.75")
    exact = scored(scheme(both, *parts, rounding="never"), *reports)
    assert points(exact) == [F("0.75"), F("0.375"), 0]


def test_a_capped_sum_stops_at_its_maximum():
    parts = [leaf(f"1.1.{place}", 2, "count", count=ref(f"n{place}"), each=F(1)) for place in (1, 2)]
    one = scheme(parent("1.1", 3, "capped", ["1.1.1", "1.1.2"]), *parts)
    sheet = scored(one, {"n1": 1, "n2": 1}, {"n1": 2, "n2": 2}, {"n1": 2})
    assert first(sheet) == [("SCORED", 2), ("SCORED", 3), ("MISSING", 2)]
    assert [sheet.mark(row, sheet.at("1.1")).reachable for row in range(3)] == [3, 3, 3]
