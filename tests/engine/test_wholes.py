"""Figures that cannot be: a part above its whole and more than 100 percent, whatever the indicators declare."""

from dataclasses import replace
from fractions import Fraction as F

import pytest

from cchc_score.engine.columns.prepared import prepare
from cchc_score.engine.columns.scoring import score_columns
from cchc_score.engine.leaves import Leaf
from cchc_score.engine.score import score_rows
from cchc_score.explain.full_marks import changes
from cchc_score.facts import table
from cchc_score.model import Bounds, Gate, Indicator, Outcome, Unit
from tests.engine.schemes import INDICATORS, leaf, scheme, scored
from tests.strategies import METHODS, ref

PERCENT = Indicator("rate", "Tỷ lệ", kind="percent", decimals=1)
BANDS = [{"from": F(80), "points": F(4)}, {"from": F(0), "points": F(0)}]
BEYOND = [{"from": F(110), "points": F(4)}, {"from": F(100), "points": F(2)}, {"from": F(0), "points": F(0)}]
ABOVE = [{"above": F(100), "points": F(4)}, {"from": F(0), "points": F(0)}]
SHARE = {"part": ref("n1"), "whole": ref("n2"), "if_none": "full"}
SUM = SHARE | {"part": ref("n1", "n3")}
RATE = {"value": ref("rate")}


def outcome_of(method, facts, gate=None, **raw):
    """What one criterion of 4 points gives for some facts, by rows and by columns alike, and the findings."""
    one = leaf("1.1", 4, method, **raw)
    small = scheme(replace(one, gates=(gate,)) if gate else one)
    small = replace(small, indicators={**INDICATORS, "rate": PERCENT})
    known = {(0, code): F(value) for code, value in facts.items()}
    sheet = score_rows(small, METHODS, table([Unit("u", "Đơn vị", "xã")], small.indicators, known))
    columns = score_columns(prepare(small, METHODS, tuple(sheet.table.columns)), sheet.table)
    cells, other = sheet.criteria["1.1"], columns.criteria["1.1"]
    assert (list(cells.outcome), list(cells.low)) == (list(other.outcome), list(other.low))
    assert sheet.findings == columns.findings
    return Outcome(cells.outcome[0]), F(cells.low[0], 100), [finding.code for finding in sheet.findings]


@pytest.mark.parametrize(
    ("method", "raw", "facts"),
    [
        ("ratio", SHARE, {"n1": 9030, "n2": 903}),
        ("ratio", SHARE, {"n1": 1, "n2": 0}),
        ("ratio", SHARE | {"full_from": F(50)}, {"n1": 11, "n2": 10}),
        ("ratio", SUM, {"n1": 6, "n3": 5, "n2": 10}),
        ("ratio", SHARE | {"part": ref("n1", "-n3")}, {"n1": 12, "n3": 1, "n2": 10}),
        ("ratio", SHARE | {"whole": ref("n2", "-n3")}, {"n1": 6, "n2": 10, "n3": 5}),
        ("bands", SHARE | {"bands": BANDS}, {"n1": 11, "n2": 10}),
        ("weighted", {"parts": {"n1": F(100), "n3": F(0)}, "whole": ref("n2"), "if_none": "zero"},
         {"n1": 5, "n3": 6, "n2": 10}),
    ],
)  # fmt: skip
def test_a_part_above_its_whole_is_an_error_and_gives_no_points(method, raw, facts):
    assert outcome_of(method, facts, **raw) == (Outcome.MISSING, 0, ["fact-above-whole"])
    allowed = outcome_of(method, facts, **raw, may_exceed=True)
    assert (allowed[0], allowed[2]) == (Outcome.SCORED, [])


@pytest.mark.parametrize(
    ("method", "raw", "facts", "points"),
    [
        ("ratio", SHARE, {"n1": 10, "n2": 10}, 4),
        ("ratio", SHARE, {"n1": 0, "n2": 0}, 4),
        ("bands", SHARE | {"bands": BANDS}, {"n1": 10, "n2": 10}, 4),
        ("bands", SHARE | {"bands": BEYOND}, {"n1": 11, "n2": 10}, 4),
        ("bands", SHARE | {"bands": ABOVE}, {"n1": 11, "n2": 10}, 4),
        ("target", {"value": ref("n1"), "target": ref("n2"), "share_at_target": F(80), "excess": "share",
                    "if_none": "zero"}, {"n1": 12, "n2": 10}, 4),
        ("best", {"value": ref("n1"), "whole": ref("n2"), "if_none": "zero"}, {"n1": 12, "n2": 10}, 4),
        ("compared", {"value": ref("n1"), "against": ref("n2"), "above": F(4), "equal": F(2), "below": F(0)},
         {"n1": 12, "n2": 10}, 4),
        ("share", RATE, {"rate": 100}, 4),
    ],
)  # fmt: skip
def test_the_whole_itself_and_what_may_be_exceeded_have_their_points(method, raw, facts, points):
    if METHODS[method].column is None:
        sheet = scored(scheme(leaf("1.1", 4, method, **raw)), {code: F(value) for code, value in facts.items()})
        assert (sheet.criteria["1.1"].low[0], sheet.findings) == (100 * points, ())
    else:
        assert outcome_of(method, facts, **raw) == (Outcome.SCORED, points, [])


OPEN = Gate(ref("rate"), Bounds(F(80)), (), "zero")


@pytest.mark.parametrize(
    ("method", "raw", "gate"),
    [
        ("share", RATE, None),
        ("share", RATE | {"may_exceed": True}, None),
        ("bands", RATE | {"bands": BANDS}, None),
        ("bands", RATE | {"bands": BEYOND}, None),
        ("count", {"count": ref("rate"), "each": F(1)}, None),
        ("given", {"points": ref("n1")}, OPEN),
        ("given", {"points": ref("n1")}, replace(OPEN, bounds=Bounds(None, F(960)))),
        ("compared", {"value": ref("n1"), "against": ref("rate"), "above": F(4), "equal": F(2), "below": F(0)}, None),
    ],
)
@pytest.mark.parametrize("rate", [F(960), F("100.1")])
def test_more_than_100_percent_is_an_error_wherever_it_is_asked_for(method, raw, gate, rate):
    assert outcome_of(method, {"rate": rate, "n1": 1}, gate, **raw) == (Outcome.MISSING, 0, ["percent-above-100"])


def test_a_percentage_of_another_kind_is_more_than_100_only_where_the_rule_allows_it():
    assert outcome_of("share", {"n1": 105}, value=ref("n1")) == (Outcome.MISSING, 0, ["fact-above-most"])
    assert outcome_of("share", {"n1": 105}, value=ref("n1"), may_exceed=True) == (Outcome.SCORED, 4, [])


def test_what_would_have_been_full_is_never_above_the_whole():
    one = leaf("1.1", 4, "ratio", **SHARE)
    sheet = scored(scheme(one), {"n1": F(3), "n2": F(10)})
    rule = Leaf(sheet.scheme, one, METHODS["ratio"], sheet.table)
    assert [(change.fact, change.kind, change.limit) for change in changes(rule, 0)] == [(ref("n1"), "from", 10)]
    assert rule.most_beside(0, rule.values(0)) == 10
    assert rule.most_beside(1, rule.values(0)) is None
