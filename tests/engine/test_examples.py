"""What scoring gives, by small examples that read like a specification."""

from dataclasses import replace
from fractions import Fraction as F

import pytest

from cchc_score.engine.columns.prepared import prepare
from cchc_score.engine.columns.scoring import score_columns
from cchc_score.engine.score import score_rows
from cchc_score.model import Bounds, ClassLimit, Factor, Gate, Outcome, Ranking
from cchc_score.points import plain, plain_ratio
from cchc_score.sheet import HandMark
from tests.engine.schemes import OPEN, leaf, parent, scheme, scored
from tests.strategies import METHODS, ref

SHARE = {"part": ref("n1"), "whole": ref("n2"), "if_none": "not_applicable"}


def given(number, most, code="survey", **more):
    return leaf(number, most, "given", points=ref(code), **more)


def total(sheet, row=0):
    return sheet.mark(row, sheet.total)


def outcome(sheet, place="1.1", row=0):
    return sheet.mark(row, sheet.at(place)).outcome


def findings(sheet):
    return [(one.code, one.place.unit, one.place.criterion) for one in sheet.findings]


def test_points_that_do_not_apply_leave_the_reachable_ones_68_32_of_84_is_81_33_percent():
    sheet = scored(
        scheme(given("1.1", 84), leaf("1.2", 16, "ratio", **SHARE)), {"survey": F("68.32"), "n1": 0, "n2": 0}
    )
    assert (total(sheet).low, total(sheet).reachable) == (F("68.32"), 84)
    assert plain(total(sheet).index, 2) == "81.33"
    assert plain_ratio(total(sheet).low, total(sheet).reachable) == "6832/84"
    assert outcome(sheet, "1.2") == Outcome.NOT_APPLICABLE


def test_the_index_runs_from_all_unknown_at_nothing_to_all_at_full():
    sheet = scored(scheme(given("1.1", 60), leaf("1.2", 40, "ratio", **SHARE)), {"survey": 45, "n1": 3})
    assert outcome(sheet, "1.2") == outcome(sheet, "total") == Outcome.MISSING
    assert (total(sheet).index, total(sheet).index_high) == (45, 85)


def test_an_unknown_survey_is_pending_an_unknown_report_is_missing_and_missing_weighs_more():
    both = scheme(given("1.1", 60), leaf("1.2", 40, "ratio", **SHARE))
    assert outcome(scored(both, {"n1": 1, "n2": 2}), "total") == Outcome.PENDING
    assert outcome(scored(both, {"survey": 1, "n1": 1}), "total") == Outcome.MISSING
    assert outcome(scored(both, {}), "total") == Outcome.MISSING


def test_a_sum_of_facts_below_0_is_missing_with_a_finding():
    one = scheme(leaf("1.1", 5, "count", count=ref("n1", "-n2"), each=F(1)))
    sheet = scored(one, {"n1": 2, "n2": 3}, {"n1": 3, "n2": 3})
    assert [outcome(sheet, row=row) for row in (0, 1)] == [Outcome.MISSING, Outcome.SCORED]
    assert findings(sheet) == [("fact-sum-negative", "Đơn vị 0", "1.1")]


def test_a_part_below_0_is_missing_whatever_stands_before_it_in_the_rule():
    bands = [{"from": F(0), "points": F(1)}]
    share = leaf("1.1", 5, "bands", part=ref("n1", "-n2"), whole=ref("n3"), if_none="zero", bands=bands)
    sheet = scored(scheme(share), {"n1": 2, "n2": 3, "n3": 4})
    assert outcome(sheet) == Outcome.MISSING
    assert findings(sheet) == [("fact-sum-negative", "Đơn vị 0", "1.1")]


@pytest.mark.parametrize("otherwise", ["zero", "full", "not_applicable"])
def test_a_sum_of_facts_below_0_in_a_gate_is_missing_with_a_finding(otherwise):
    gate = Gate(ref("n1", "-n2"), Bounds(F(1)), (), otherwise)
    sheet = scored(scheme(leaf("1.1", 5, "count", count=ref("n3"), each=F(1), gate=gate)), {"n1": 2, "n2": 3, "n3": 1})
    assert outcome(sheet) == Outcome.MISSING
    assert findings(sheet) == [("fact-sum-negative", "Đơn vị 0", "1.1")]


def test_given_points_above_the_maximum_are_missing_with_a_finding():
    sheet = scored(scheme(given("1.1", 10)), {"survey": F("10.01")}, {"survey": 10})
    assert [outcome(sheet, row=row) for row in (0, 1)] == [Outcome.MISSING, Outcome.SCORED]
    assert findings(sheet) == [("fact-above-most", "Đơn vị 0", "1.1")]
    assert (total(sheet).low, total(sheet).high) == (0, 10)


def test_a_leaf_is_rounded_half_up_where_the_scheme_says_criterion():
    third = {"part": ref("n1"), "whole": ref("n2"), "if_none": "zero"}
    criteria = [leaf(f"1.{place}", 1, "ratio", **third) for place in (1, 2, 3)]
    facts = {"n1": 2, "n2": 3}
    assert total(scored(scheme(*criteria), facts)).low == F("2.01")
    assert total(scored(scheme(*criteria, rounding="never"), facts)).low == 2
    eighths = scored(scheme(*criteria), {"n1": 1, "n2": 8})
    assert eighths.mark(0, eighths.at("1.1")).low == F("0.13")


def test_a_gate_opens_exactly_at_its_limit():
    gate = Gate(ref("rate"), Bounds(F(80)), (), "zero")
    one = scheme(leaf("1.1", 5, "count", count=ref("n1"), each=F(1), gate=gate))
    sheet = scored(one, {"rate": F("79.99"), "n1": 5}, {"rate": 80, "n1": 5})
    assert [total(sheet, row).low for row in (0, 1)] == [0, 5]


@pytest.mark.parametrize(
    ("otherwise", "expected"),
    [
        ("zero", (Outcome.SCORED, 0, 5)),
        ("full", (Outcome.SCORED, 5, 5)),
        ("not_applicable", (Outcome.NOT_APPLICABLE, 0, 0)),
    ],
)
def test_a_closed_gate_says_what_applies_and_asks_for_no_other_fact(otherwise, expected):
    gate = Gate(ref("flag"), None, ("yes",), otherwise)
    sheet = scored(scheme(leaf("1.1", 5, "count", count=ref("n1"), each=F(1), gate=gate)), {"flag": False})
    mark = sheet.mark(0, sheet.at("1.1"))
    assert (mark.outcome, mark.low, mark.reachable) == expected


def test_a_factor_keeps_a_share_of_the_points():
    factor = Factor(ref("level"), {"none": F(1), "light": F(1, 2), "serious": F(0)})
    one = scheme(leaf("1.1", 5, "count", count=ref("n1"), each=F(1), factor=factor))
    sheet = scored(one, *({"n1": 3, "level": level} for level in ("none", "light", "serious")), {"n1": 3})
    assert [total(sheet, row).low for row in range(3)] == [3, F("1.5"), 0]
    assert outcome(sheet, row=3) == Outcome.PENDING


def test_best_takes_the_best_part_and_all_takes_full_or_nothing():
    parts = [leaf(f"1.1.{place}", 4, "count", count=ref(f"n{place}"), each=F(1)) for place in (1, 2)]
    reports = [{"n1": 4, "n2": 3}, {"n1": 4, "n2": 4}, {"n1": 4}, {"n1": 3}]
    best = scored(scheme(parent("1.1", 4, "best", ["1.1.1", "1.1.2"]), *parts), *reports)
    assert [(total(best, row).low, total(best, row).high) for row in range(4)] == [
        (4, 4),
        (4, 4),
        (4, 4),
        (3, 4),
    ]
    every = scored(scheme(parent("1.1", 7, "all", ["1.1.1", "1.1.2"]), *parts), *reports)
    assert [(total(every, row).low, total(every, row).high) for row in range(4)] == [
        (0, 0),
        (7, 7),
        (0, 7),
        (0, 0),
    ]


def alternatives(most=4, **more):
    return scheme(
        parent("1.1", most, "chosen", ["1.1.1", "1.1.2"], ref("way")),
        leaf("1.1.1", most, "count", choice="online", count=ref("n1"), each=F(1)),
        leaf("1.1.2", most, "count", choice="paper", count=ref("n2"), each=F(1)),
        **more,
    )


def test_of_alternatives_only_the_chosen_one_matters():
    sheet = scored(alternatives(), {"way": "online", "n1": 3}, {"way": "paper", "n1": 3, "n2": 1}, {"n1": 3, "n2": 3})
    assert [outcome(sheet, "1.1", row) for row in range(3)] == [
        Outcome.SCORED,
        Outcome.SCORED,
        Outcome.MISSING,
    ]
    assert [(total(sheet, row).low, total(sheet, row).high) for row in range(3)] == [(3, 3), (1, 1), (0, 4)]


@pytest.mark.parametrize("other", [{"n2": 0}, {}, {"n2": 4}])
def test_an_alternative_not_chosen_does_not_weigh_in_a_class(other):
    classes = [ClassLimit("Tốt", F(90), each_criterion_from=F(50)), OPEN]
    sheet = scored(alternatives(classes=classes), {"way": "online", "n1": 4, **other})
    assert total(sheet).index == 100
    assert sheet.class_name(0) == "Tốt"


def test_a_class_asks_for_a_share_of_each_area_and_each_criterion():
    criteria = [given("1.1", 6), leaf("2.1", 4, "count", count=ref("n1"), each=F(1))]
    areas = scheme(*criteria, classes=[ClassLimit("Tốt", F(60), each_area_from=F(50)), OPEN])
    leaves = scheme(*criteria, classes=[ClassLimit("Tốt", F(60), each_criterion_from=F(50)), OPEN])
    for one in (areas, leaves):
        sheet = scored(one, {"survey": 6, "n1": 1}, {"survey": 6, "n1": 2}, {"survey": 5, "n1": 0})
        assert [sheet.class_name(row) for row in range(3)] == ["Còn lại", "Tốt", "Còn lại"]


@pytest.mark.parametrize("condition", ["each_area_from", "each_criterion_from"])
def test_where_every_class_asks_for_a_share_a_unit_may_have_none(condition):
    criteria = [given("1.1", 6), leaf("2.1", 4, "count", count=ref("n1"), each=F(1))]
    classes = [ClassLimit("Tốt", F(60), **{condition: F(50)}), ClassLimit("Đạt", F(0), **{condition: F(25)})]
    sheet = scored(scheme(*criteria, classes=classes), *({"survey": 6, "n1": count} for count in (2, 1, 0)))
    assert [sheet.class_name(row) for row in range(3)] == ["Tốt", "Đạt", None]


@pytest.mark.parametrize(("combine", "name"), [("sum", "Còn lại"), ("best", "Tốt")])
def test_of_a_sum_each_part_is_asked_of_the_best_only_the_whole(combine, name):
    parts = [leaf(f"1.1.{place}", 4, "count", count=ref(f"n{place}"), each=F(1)) for place in (1, 2)]
    top = parent("1.1", 8 if combine == "sum" else 4, combine, ["1.1.1", "1.1.2"])
    one = scheme(top, *parts, classes=[ClassLimit("Tốt", F(50), each_criterion_from=F(30)), OPEN])
    assert scored(one, {"n1": 4, "n2": 1}).class_name(0) == name


@pytest.mark.parametrize(("points", "name"), [(F("8.99"), "Còn lại"), (F(9), "Tốt"), (F("9.01"), "Tốt")])
def test_a_class_begins_exactly_at_its_limit(points, name):
    sheet = scored(scheme(given("1.1", 10), classes=[ClassLimit("Tốt", F(90)), OPEN]), {"survey": points})
    assert sheet.class_name(0) == name


def test_an_index_that_prints_as_the_limit_but_is_below_it_does_not_reach_the_class():
    third = leaf("1.1", 3, "ratio", part=ref("money"), whole=ref("amount"), if_none="zero")
    classes = [ClassLimit("Tốt", F(90)), OPEN]
    sheet = scored(scheme(third, classes=classes, rounding="never"), {"money": F("899.97"), "amount": 1000})
    assert plain(total(sheet).index, 2) == "90.00"
    assert sheet.class_name(0) == "Còn lại"


def outside(above_100="keep"):
    ranking = Ranking("none", "exact", "standard", "low", above_100)
    return scheme(
        given("1.1", 10),
        leaf("2.1", 5, "count", count=ref("n1"), each=F(1)),
        leaf("3.1", 50, "count", count=ref("n2"), each=F(1)),
        outside={2: ("bonus", 3), 3: ("penalty", 12)},
        ranking=ranking,
    )


def test_a_bonus_is_capped_a_penalty_taken_off_and_the_total_never_below_0():
    reports = [
        {"survey": 6, "n1": 5, "n2": 0},
        {"survey": 6, "n1": 1, "n2": 4},
        {"survey": 6, "n1": 0, "n2": 50},
        {"survey": 9, "n1": 4, "n2": 0},
    ]
    keep, cap = scored(outside(), *reports), scored(outside("cap"), *reports)
    assert [total(keep, row).low for row in range(4)] == [9, 3, 0, 12]
    assert [total(cap, row).low for row in range(4)] == [9, 3, 0, 10]
    assert keep.mark(2, keep.at("area3")).low == -12
    assert total(keep).reachable == 10


def test_an_unknown_penalty_widens_the_range_only_where_the_scheme_says_so():
    sheet = scored(outside(), {"survey": 6, "n1": 0})
    # Nothing is taken off that nobody has given, unless the scheme says so.
    assert (total(sheet).low, total(sheet).high, total(sheet).outcome) == (6, 6, Outcome.MISSING)
    areas = tuple(replace(area, absent="full") if area.kind == "penalty" else area for area in outside().areas)
    harsh = scored(replace(outside(), areas=areas), {"survey": 6, "n1": 0})
    assert (total(harsh).low, total(harsh).high, total(harsh).outcome) == (0, 6, Outcome.MISSING)


@pytest.mark.parametrize(
    ("ties", "ranks"), [("standard", [1, 1, 3, 4]), ("dense", [1, 1, 2, 3]), ("list", [1, 2, 3, 4])]
)
def test_ties_as_the_scheme_says(ties, ranks):
    one = scheme(given("1.1", 10), ranking=Ranking("none", "exact", ties, "low"))
    assert scored(one, *({"survey": points} for points in (9, 9, 8, 7))).ranks == ranks


def test_indices_that_print_alike_tie_only_if_the_published_index_is_compared():
    third = leaf("1.1", 3, "ratio", part=ref("n1"), whole=ref("n2"), if_none="zero")
    reports = [{"n1": 10000, "n2": 30001}, {"n1": 10000, "n2": 30000}]
    ranks = {
        compare: scored(
            scheme(third, rounding="never", ranking=Ranking("none", compare, "standard", "low")), *reports
        ).ranks
        for compare in ("exact", "published")
    }
    assert ranks == {"exact": [2, 1], "published": [1, 1]}


def test_an_incomplete_unit_is_ranked_by_its_lower_end_or_not_at_all():
    criteria = [given("1.1", 6), leaf("1.2", 4, "count", count=ref("n1"), each=F(1))]
    reports = [{"survey": 6, "n2": 0}, {"survey": 4, "n1": 1}]
    low = scored(scheme(*criteria), *reports)
    unranked = scored(scheme(*criteria, ranking=Ranking("none", "exact", "standard", "unranked")), *reports)
    assert (low.ranks, low.classes) == ([1, 2], [0, 0])
    assert (unranked.ranks, unranked.classes) == ([0, 1], [-1, 0])


@pytest.mark.parametrize("group_by", ["none", "kind"])
def test_a_unit_that_sent_nothing_has_neither_rank_nor_class_unless_the_scheme_says_so(group_by):
    criteria = [given("1.1", 6), leaf("1.2", 4, "count", count=ref("n1"), each=F(1))]
    reports = [{"survey": 6}, {"survey": 4, "n1": 1}, {}]
    silent = scored(scheme(*criteria, ranking=Ranking(group_by, "exact", "standard", "low")), *reports)
    assert (silent.ranks, silent.classes, silent.area_ranks["area1"]) == ([0, 1, 0], [-1, 0, -1], [0, 1, 0])
    ranked = Ranking(group_by, "exact", "standard", "low", silent="ranked")
    counted = scored(scheme(*criteria, ranking=ranked), *reports)
    assert (counted.ranks, counted.classes) == ([1, 2, 3], [0, 0, 0])
    # Where nobody sends anything, as where a council gives all points, nobody is silent.
    council = scored(scheme(given("1.1", 6)), {"survey": 6}, {})
    assert (council.ranks, council.classes) == ([1, 2], [0, 0])


def test_a_unit_with_points_by_hand_is_not_silent():
    criteria = [given("1.1", 6), leaf("1.2", 4, "count", count=ref("n1"), each=F(1))]
    table = scored(scheme(*criteria), {"survey": 4, "n1": 1}, {}).table
    for outcome, ranks in ((Outcome.SCORED, [1, 2]), (Outcome.NOT_APPLICABLE, [1, 0])):
        marks = {(1, "1.2"): HandMark(outcome, F(outcome == Outcome.SCORED))}
        assert score_rows(scheme(*criteria), METHODS, table, marks).ranks == ranks


def test_a_unit_that_claims_nothing_of_what_it_could_has_neither_rank_nor_class():
    criteria = [given("1.1", 6), leaf("1.2", 4, "count", count=ref("n1"), each=F(1))]
    table = scored(scheme(*criteria), {"n1": 1}, {"n1": 2}).table
    claimless = {(1, "1.2"): HandMark(Outcome.MISSING)}
    for marks_set, ranks in (
        ({(0, "1.2"): HandMark(Outcome.SCORED, F(1)), **claimless}, [1, 0]),
        ({(0, "1.2"): HandMark(Outcome.MISSING), **claimless}, [1, 1]),
    ):
        for sheet in (
            score_rows(scheme(*criteria), METHODS, table, marks_set),
            score_columns(prepare(scheme(*criteria), METHODS, tuple(table.columns)), table, marks_set),
        ):
            assert [int(rank) for rank in sheet.ranks] == ranks
            assert [int(place) for place in sheet.classes] == [0 if rank else -1 for rank in ranks]


def test_a_year_without_units_and_a_unit_without_facts_are_scored():
    nobody = scored(outside())
    assert (nobody.ranks, nobody.classes) == ([], [])
    for cells in (nobody.total, *nobody.areas.values(), *nobody.criteria.values()):
        assert [len(column) for column in (cells.outcome, cells.low, cells.high, cells.reachable)] == [0, 0, 0, 0]
    assert outcome(scored(outside(), {}), "total") == Outcome.MISSING
