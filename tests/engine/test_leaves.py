"""One leaf for all units: who sets the best, what is told of the unknown, and where a finding points."""

from dataclasses import replace
from fractions import Fraction as F

import pytest

from cchc_score.engine.leaves import MOST_NAMES, Leaf
from cchc_score.engine.score import score_rows
from cchc_score.facts import Origin, table
from cchc_score.methods import NoSettings, Rule, per_commune
from cchc_score.model import Bounds, Gate, Outcome, Ranking, Unit
from tests.engine.schemes import leaf, scheme, scored
from tests.strategies import METHODS, ref

BEST = leaf("1.1", 4, "best", value=ref("n1"), if_none="zero")


def told(sheet):
    return [(one.code, one.place.criterion, one.args["units"]) for one in sheet.findings]


def unknown_peers(names, known, unranked=()):
    """What is told of units with these names, of whom those of `known` have a figure."""
    listed = [Unit(f"c{place}", name, ranked=place not in unranked) for place, name in enumerate(names)]
    reports = [{"n1": 1} if place in known else {} for place in range(len(names))]
    return told(scored(scheme(BEST), *reports, listed=listed))


@pytest.mark.parametrize(
    ("names", "known", "unranked", "units"),
    [
        (["B", "A", "C"], {2}, (), ("A", "B")),
        (["B", "", "C"], {2}, (), ("B", "c1")),
        (["B", "A", "C"], {2}, (0,), ("A",)),
        (["B", "A", "C"], {1, 2}, (0,), None),
        (["B", "A", "C"], {0, 1, 2}, (), None),
        (["B", "A", "C"], set(), (), None),
        (["A"], set(), (), None),
        ("FEDCBA", {0}, (), tuple("ABCDE")),
        ("GFEDCBA", {0}, (), (*"ABCDE", "...")),
    ],
)
def test_of_the_best_it_is_told_whose_figures_are_unknown(names, known, unranked, units):
    assert unknown_peers(names, known, unranked) == ([] if units is None else [("peers-unknown", "1.1", units)])
    assert MOST_NAMES == 5


def test_a_unit_behind_a_closed_gate_is_no_unknown_best_but_one_whose_gate_is_unknown_is():
    gated = replace(BEST, gates=(Gate(ref("n2", "-n3"), Bounds(F(1)), (), "not_applicable"),))
    reports = [{"n1": 1, "n2": 1, "n3": 0}, {"n2": 0, "n3": 0}, {"n1": 9}, {"n2": 2, "n3": 1}, {"n2": 1, "n3": 2}]
    (peers, _) = scored(scheme(gated), *reports).findings
    assert (peers.code, peers.args["units"]) == ("peers-unknown", ("Đơn vị 2", "Đơn vị 3"))


def test_only_a_unit_behind_an_open_gate_whose_facts_are_known_and_agree_has_points_by_the_rule():
    gated = leaf("1.1", 4, "given", points=ref("n1", "-n2"), gate=Gate(ref("flag"), None, ("yes",), "zero"))
    reports = [
        {"flag": True, "n1": 3, "n2": 1},
        {"flag": False, "n1": 3, "n2": 1},
        {"n1": 3, "n2": 1},
        {"flag": True, "n1": 3},
        {"flag": True, "n1": 1, "n2": 3},
    ]
    sheet = scored(scheme(gated), *reports)
    one = Leaf(sheet.scheme, gated, METHODS["given"], sheet.table)
    assert [one.ruled(row) for row in range(5)] == [True, False, False, False, False]
    assert one.exact(0, one.values(0)) == 2


PEERLESS = leaf("1.1", 4, "given", points=ref("n1", "-n2"), gate=Gate(ref("n3"), Bounds(F(1)), (), "zero"))


def given_leaf(criterion):
    """A leaf over units that are plain, above the most, negative, behind a negative gate, unknown, gated out."""
    reports = [
        {"n1": 3, "n2": 1, "n3": 1},
        {"n1": 9, "n2": 1, "n3": 1},
        {"n1": 1, "n2": 3, "n3": 1},
        {"n1": 1, "n2": 1, "n3": 0},
        {"n1": 1, "n3": 1},
        {"n1": 1, "n2": 1},
    ]
    sheet = scored(scheme(criterion), *reports)
    return Leaf(sheet.scheme, criterion, METHODS[criterion.method], sheet.table)


@pytest.mark.parametrize(
    "criterion",
    [
        PEERLESS,
        replace(PEERLESS, gates=(Gate(ref("n3", "-n2"), Bounds(F(0)), (), "zero"),)),
        replace(BEST, gates=PEERLESS.gates),
    ],
)
def test_asking_a_leaf_any_question_any_number_of_times_changes_nothing(criterion):
    rule = given_leaf(criterion)
    before = list(rule.findings)
    for row in [*range(len(rule.groups))] * 2:
        if rule.ruled(row):
            rule.exact(row, rule.values(row))
            rule.full(row, rule.values(row))
    assert rule.findings == before
    assert [finding.code for finding in before] == (["peers-unknown"] if criterion.method == "best" else [])


def test_scoring_a_leaf_records_what_contradicts_it_whatever_was_asked_before():
    gated = replace(PEERLESS, gates=(Gate(ref("n3", "-n2"), Bounds(F(0)), (), "zero"),))
    asked, fresh = given_leaf(gated), given_leaf(gated)
    assert [asked.ruled(row) for row in range(6)] == [True, False, False, False, False, False]
    assert [asked.result(row) for row in range(6)] == [fresh.result(row) for row in range(6)]
    assert asked.findings == fresh.findings
    codes = [(finding.code, finding.place.unit) for finding in asked.findings]
    assert codes == [
        ("fact-above-most", "Đơn vị 1"),
        ("fact-sum-negative", "Đơn vị 2"),
        ("fact-sum-negative", "Đơn vị 3"),
    ]


@pytest.mark.parametrize(("points", "full"), [(F(4), True), (F(3), False), (F(5), False)])
def test_points_are_full_where_they_are_the_maximum_and_not_where_they_break_it(points, full):
    given = leaf("1.1", 4, "given", points=ref("n1"))
    sheet = scored(scheme(given), {"n1": 1})
    assert Leaf(sheet.scheme, given, METHODS["given"], sheet.table).full(0, (points,)) is full


def test_a_unit_whose_gate_is_closed_sets_no_best_and_one_whose_gate_is_unknown_may():
    gated = replace(BEST, gates=(Gate(ref("flag"), None, ("yes",), "not_applicable"),))
    sheet = scored(
        scheme(gated), {"n1": 10, "flag": False}, {"n1": 10}, {"n1": 4, "flag": True}, {"n1": 2, "flag": True}
    )
    assert ends(sheet) == [(0, 0), (0, 4), (F("1.6"), 4), (F("0.8"), 2)]
    assert [sheet.mark(row, sheet.total).outcome for row in range(2)] == [Outcome.NOT_APPLICABLE, Outcome.MISSING]


def ends(sheet):
    """What every unit has for certain and at most."""
    marks = [sheet.mark(row, sheet.total) for row in range(len(sheet.table.units))]
    return [(mark.low, mark.high) for mark in marks]


@pytest.mark.parametrize("peers", [True, False])
def test_a_method_sees_its_criterion_and_with_peers_the_known_figures_of_its_group(peers):
    seen = []

    @per_commune("law.seen", peers=peers)
    def method(rule, n1):
        seen.append(rule)
        return 0

    one = replace(BEST, method="law.seen", settings=NoSettings())
    listed = [Unit("a", "A", "xã"), Unit("b", "B", "xã"), Unit("c", "C", "phường"), Unit("d", "D", "xã", ranked=False)]
    by_kind = scheme(one, ranking=Ranking("kind", "exact", "standard", "low"), decimals=3)
    scored(by_kind, {"n1": 1}, {"n1": 2}, {"n1": 3}, {"n1": 4}, methods={"law.seen": method}, listed=listed)
    groups = [((1,), (2,)), ((1,), (2,)), ((3,),), ((1,), (2,))]
    assert seen == [Rule("1.1", F(4), NoSettings(), 3, group if peers else ()) for group in groups]


def test_a_group_of_units_none_of_whom_is_ranked_has_no_peers():
    listed = [Unit("a", "A", "xã"), Unit("b", "B", "phường", ranked=False)]
    one = scheme(BEST, ranking=Ranking("kind", "exact", "standard", "low"))
    sheet = scored(one, {"n1": 1}, {"n1": 3}, listed=listed)
    assert [sheet.mark(row, sheet.total).low for row in (0, 1)] == [4, 0]


@pytest.mark.parametrize(
    ("origins", "place"),
    [
        ({}, ("", 0, "")),
        ({(0, "n1"): Origin("a.csv", 7, "1.3")}, ("a.csv", 7, "1.3")),
        ({(0, "n2"): Origin("b.csv", 8, "1.4")}, ("b.csv", 8, "1.4")),
        ({(0, "n1"): Origin("a.csv", 7), (0, "n2"): Origin("b.csv", 8)}, ("a.csv", 7, "")),
        ({(1, "n1"): Origin("a.csv", 9), (0, "n3"): Origin("c.csv", 9)}, ("", 0, "")),
    ],
)
def test_a_finding_points_to_where_the_first_of_its_facts_stands(origins, place):
    one = scheme(leaf("1.1", 4, "count", count=ref("n1", "-n2"), each=F(1)))
    facts = table([Unit("a", "")], one.indicators, {(0, "n1"): F(1), (0, "n2"): F(3)}, origins)
    (found,) = score_rows(one, METHODS, facts).findings
    assert (found.place.file, found.place.line, found.place.row) == place
    assert (found.place.unit, found.place.criterion) == ("a", "1.1")
    assert (found.args["value"], [name.vi for name in found.args["facts"]]) == (-2, ["Số liệu n1", "Số liệu n2"])


def test_a_value_above_the_most_is_told_with_both():
    (found,) = scored(scheme(leaf("1.1", 4, "given", points=ref("survey"))), {"survey": F("4.5")}).findings
    assert (found.args["value"], found.args["most"], [name.vi for name in found.args["facts"]]) == (
        F("4.5"),
        4,
        ["Số liệu survey"],
    )
