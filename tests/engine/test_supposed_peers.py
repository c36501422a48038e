"""Points relative to units of which figures are unknown lie between ends, whatever these units come to report."""

from dataclasses import replace
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.engine.score import score_rows
from cchc_score.methods import NoSettings, per_commune
from cchc_score.model import Bounds, Gate, Outcome, Unit
from tests.engine.schemes import INDICATORS, leaf, scheme, scored
from tests.strategies import METHODS, examples, ref

PART = {**INDICATORS, "n1": replace(INDICATORS["n1"], part_of="n2")}


def best(whole=None, if_none="zero", **more):
    """A scheme of one criterion relative to the best."""
    wholes = {"whole": ref(whole)} if whole else {}
    return scheme(leaf("1.1", 10, "best", value=ref("n1"), if_none=if_none, **wholes), **more)


def mark(sheet, row=0):
    """Outcome, lowest and highest points of a unit."""
    found = sheet.mark(row, sheet.criteria["1.1"])
    return found.outcome.name, found.low, found.high


@pytest.mark.parametrize(
    ("one", "reports", "expected"),
    [
        # A count has no end: in two decimals nothing is certain.
        (best(), [{"n1": 5}, {"n1": 2}, {}], ("SCORED", 0, 10)),
        (best(), [{"n1": 2}, {"n1": 5}, {}], ("SCORED", 0, 4)),
        # A part of a whole is at most all of it; of the whole the unknown one has told enough.
        (replace(best("n2"), indicators=PART), [{"n1": 8, "n2": 10}, {"n1": 9, "n2": 10}, {"n2": 7}],
         ("SCORED", 8, F("8.89"))),
        (best("n2"), [{"n1": 8, "n2": 10}, {"n1": 9, "n2": 10}, {"n1": 8}], ("SCORED", 1, F("8.89"))),
        # Nothing of it is more than nothing.
        (best("n2"), [{"n1": 8, "n2": 10}, {"n1": 0}], ("SCORED", 10, 10)),
        (best("n2"), [{"n1": 8, "n2": 10}, {"n2": 0}], ("SCORED", 10, 10)),
        # Where the best is 0 it may yet be more.
        (best(if_none="zero"), [{"n1": 0}, {}], ("SCORED", 0, 0)),
        (best(if_none="full"), [{"n1": 0}, {}], ("SCORED", 0, 10)),
        (best(if_none="not_applicable"), [{"n1": 0}, {}], ("MISSING", 0, 10)),
        (best("n2", "not_applicable"), [{"n1": 0, "n2": 0}, {}], ("NOT_APPLICABLE", 0, 0)),
    ],
)  # fmt: skip
def test_the_ends_by_hand(one, reports, expected):
    assert mark(scored(one, *reports)) == expected


@pytest.mark.parametrize(("value", "low", "high"), [(8, 4, 4), (10, 5, 5), (15, 5, F("7.5")), (20, 5, 10)])
def test_up_to_its_target_a_unit_waits_for_nobody(value, low, high):
    target = leaf(
        "1.1", 10, "target", value=ref("n1"), target=ref("n2"), share_at_target=F(50), excess="amount", if_none="zero"
    )
    reports = [{"n1": value, "n2": 10}, {"n1": 20, "n2": 10}, {"n2": 10}]
    assert mark(scored(scheme(target), *reports)) == ("SCORED", low, high)


def test_a_method_that_gives_more_beside_less_may_rise_too():
    @per_commune("law.mean", peers=True)
    def mean(rule, n1):
        values = [peer[0] for peer in rule.peers]
        return rule.max_points if n1 * len(values) >= sum(values) else F(0)

    one = scheme(replace(leaf("1.1", 10, "given", points=ref("n1")), method="law.mean", settings=NoSettings()))
    sheet = scored(one, {"n1": 2}, {"n1": 6}, {}, methods={"law.mean": mean})
    assert [mark(sheet, row) for row in range(2)] == [("SCORED", 0, 10), ("SCORED", 0, 10)]


def test_a_gate_on_points_that_are_open_waits_for_them():
    gate = Gate(None, Bounds(F(5)), (), "zero", criterion="1.1")
    second = replace(leaf("1.2", 2, "given", points=ref("n2")), gates=(gate,))
    sheet = scored(scheme(leaf("1.1", 10, "best", value=ref("n1"), if_none="zero"), second), {"n1": 9, "n2": 1}, {})
    assert sheet.mark(0, sheet.criteria["1.2"]).outcome == Outcome.MISSING


def test_units_outside_the_ranking_are_waited_for_by_nobody_and_wait_for_others():
    listed = [Unit("a", "A"), Unit("b", "B", ranked=False), Unit("c", "C", ranked=False)]
    sheet = scored(best(), {"n1": 5}, {}, {"n1": 2}, listed=listed)
    assert [mark(sheet, row) for row in (0, 2)] == [("SCORED", 10, 10), ("SCORED", 4, 4)]
    sheet = scored(best(), {}, {"n1": 5}, {"n1": 2}, listed=listed)
    assert mark(sheet, 1) == ("SCORED", 0, 10)


@examples(80)
@given(
    known=st.lists(st.integers(0, 20), min_size=1, max_size=3),
    later=st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=2),
    whole=st.booleans(),
    if_none=st.sampled_from(["zero", "full", "not_applicable"]),
    told=st.sampled_from(["nothing", "value", "whole"]),
)
def test_whatever_is_reported_later_lies_between_the_ends(known, later, whole, if_none, told):
    one = best("n2" if whole else None, if_none)
    first = [{"n1": value, "n2": 10} for value in known]
    full = [{"n1": value, "n2": of} for value, of in later]
    kept = {"nothing": (), "value": ("n1",), "whole": ("n2",)}[told]
    before = scored(one, *first, *({code: report[code] for code in kept} for report in full))
    after = scored(one, *first, *full)
    for row in range(len(known)):
        open_, certain = mark(before, row), mark(after, row)
        assert open_[1] <= certain[1] <= open_[2]
        assert certain[1] == certain[2]
        assert open_[0] in (certain[0], "MISSING")


def test_rows_are_what_a_large_year_gives_too():
    sheet = scored(best(), {"n1": 5}, {"n1": 2}, {})
    again = score_rows(sheet.scheme, METHODS, sheet.table)
    assert [mark(again, row) for row in range(3)] == [mark(sheet, row) for row in range(3)]
