"""Where units lie about limits: every unit in one place, what stands on a limit on the side whose points it has."""

from datetime import date
from fractions import Fraction as F

import pytest
from hypothesis import given

from cchc_score.analysis.limit_sides import limit_sides, unlimited
from cchc_score.analysis.limits import edges_of
from cchc_score.engine import held_criteria, score
from cchc_score.model import Bounds, Gate, Outcome
from cchc_score.sheet import HandMark
from tests.engine.schemes import INDICATORS, leaf, scheme, scored
from tests.strategies import METHODS, examples, ref, years


def bands(**first):
    return leaf("1.1", 2, "bands", value="n1", bands=[{**first, "points": F(2)}, {"from": F(0), "points": F(0)}])


def only(one, *reports):
    """The lines of the limits of a scheme's only leaf."""
    return limit_sides(scored(scheme(one), *reports), METHODS)


def counted(line):
    return line.under, line.on, line.over, line.near, line.open, line.verdict


@pytest.mark.full
@examples(60)
@given(years())
def test_every_unit_is_on_one_side_of_every_limit_or_counted_apart(year):
    one, facts = year
    held = held_criteria(one)
    lines = limit_sides(score(one, METHODS, facts), METHODS)
    for line in lines:
        assert line.under + line.on + line.over + line.open == len(facts.units)
        assert line.on <= line.near <= len(facts.units) - line.open
        assert (line.verdict == "nobody") == (line.open == len(facts.units))
    leaves = [each for each in one.leaves if each.number in held]
    edges = {(each.number, edge) for each in leaves for edge in edges_of(one, each, METHODS[each.method])}
    assert {(line.criterion, line.edge) for line in lines} <= edges
    assert {edge for edge in edges if edge[1].at != 0} <= {(line.criterion, line.edge) for line in lines}


@pytest.mark.parametrize(("word", "verdict"), [("from", "all_over"), ("above", "divides")])
def test_what_stands_on_a_limit_is_on_the_side_whose_points_it_has(word, verdict):
    (line,) = only(bands(**{word: F(80)}), {"n1": 80}, {"n1": 83}, {"n1": 100})
    assert counted(line) == (0, 1, 2, 2, 0, verdict)


def test_shares_are_near_within_one_point_and_of_nothing_there_is_no_share():
    one = leaf("1.1", 2, "ratio", part="n1", whole="n2", zero_below=F(80), if_none="zero")
    reports = [{"n1": part, "n2": whole} for part, whole in ((79, 100), (789, 1000), (80, 100), (100, 100), (0, 0))]
    lines = {line.edge.words(INDICATORS, "vi"): counted(line) for line in only(one, *reports, {"n1": 3})}
    share = "Số liệu n1 / Số liệu n2 = {}%".format
    assert lines == {
        share(80): (2, 1, 1, 2, 2, "divides"),
        share(100): (3, 1, 0, 1, 2, "divides"),
        "Số liệu n2 = 0": (0, 1, 4, 1, 1, "divides"),
    }


def test_days_are_near_within_a_week_and_a_day_that_never_came_is_the_latest():
    one = leaf("1.1", 2, "deadline", date="done_on", steps=[{"by": date(2023, 1, 31), "points": F(2)}], late=0, never=0)
    days = [date(2023, 1, 24), date(2023, 1, 31), date(2023, 2, 8), None]
    never, limit = only(one, *({"done_on": day} for day in days), {})
    assert counted(limit) == (1, 1, 2, 2, 1, "divides")
    assert counted(never) == (3, 1, 0, 1, 1, "divides")
    (_, early) = only(one, {"done_on": date(2022, 1, 31)}, {"done_on": date(2023, 1, 31)})
    assert early.verdict == "all_under"


def test_answers_are_counted_one_by_one():
    one = leaf("1.1", 2, "options", fact="flag", points={"yes": F(2), "no": F(0)})
    lines = {line.edge.at: counted(line) for line in only(one, {"flag": True}, {"flag": True}, {})}
    assert lines == {"yes": (0, 2, 0, 2, 1, "all_over"), "no": (2, 0, 0, 0, 1, "all_under")}


def test_the_limit_of_a_gate_is_reached_by_standing_on_it():
    one = leaf("1.1", 2, "given", points="survey", gate=Gate(ref("n1"), Bounds(F(3)), (), "zero"))
    first, *_ = only(one, {"n1": 3, "survey": 1}, {"n1": 9, "survey": 1})
    assert counted(first) == (0, 1, 1, 1, 0, "all_over")


def test_an_answer_of_a_gate_that_the_rule_counts_as_a_number_is_both():
    one = leaf(
        "1.1", 2, "bands", value="flag", bands=[{"from": F(1), "points": F(2)}, {"from": F(0), "points": F(0)}],
        gate=Gate(ref("flag"), None, ("yes",), "zero"),
    )  # fmt: skip
    lines = {(line.edge.kind, line.edge.at): counted(line) for line in only(one, {"flag": True}, {"flag": False}, {})}
    assert lines == {
        ("answer", "yes"): (1, 1, 0, 1, 1, "divides"),
        ("answer", "no"): (1, 1, 0, 1, 1, "divides"),
        ("value", F(1)): (1, 1, 0, 2, 1, "divides"),
        ("value", F(0)): (0, 1, 1, 2, 1, "divides"),
    }


def test_a_limit_at_nothing_is_told_only_where_somebody_stands_on_it():
    one = bands(above=F(0))
    assert only(one, {"n1": 1}, {"n1": 2}) == ()
    (line,) = only(one, {"n1": 0}, {"n1": 2})
    assert counted(line) == (0, 1, 1, 1, 0, "divides")


def test_marks_that_no_rule_gave_are_not_held_against_its_limits():
    one, figures = scheme(bands(**{"from": F(80)})), ({"n1": 90}, {"n1": 10})
    by_hand = {(1, "1.1"): HandMark(Outcome.SCORED, F(1))}
    (line,) = limit_sides(score(one, METHODS, scored(one, *figures).table, by_hand), METHODS)
    assert counted(line) == (0, 0, 1, 0, 1, "all_over")


def test_criteria_that_do_not_name_all_their_limits_are_told():
    one = scheme(leaf("1.1", 1, "best", value="n1", if_none="zero"), leaf("1.2", 1, "given", points="n2"))
    assert unlimited(scored(one), METHODS) == ("1.1",)
