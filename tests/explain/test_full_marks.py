"""What is named as a way to full points gives them, and nothing nearer would."""

from datetime import date, timedelta
from fractions import Fraction as F
from math import floor

import pytest
from hypothesis import given

from cchc_score.engine import Leaf
from cchc_score.explain.full_marks import Change, changes
from cchc_score.facts import Origin, corrected
from cchc_score.model import Bounds, Factor, Gate
from tests.engine.schemes import leaf, scheme, scored
from tests.strategies import METHODS, examples, ref, years


def leaves(one, facts):
    """The rules of a scheme over a table, leaf by leaf."""
    return [Leaf(one, each, METHODS[each.method], facts) for each in one.leaves if each.method in METHODS]


def with_change(rule, row, change, value):
    """The points of a unit if one of its figures were another."""
    values = list(rule.values(row))
    values[rule.refs.index(change.fact)] = value
    return rounded(rule, tuple(values), row)


def rounded(rule, values, row):
    """The points of a unit for some facts, as its scheme rounds them."""
    points, steps = rule.exact(row, values), 10**rule.decimals
    if points is None or rule.scheme.rounding == "never":
        return points
    return F(floor(points * steps + F(1, 2)), steps)


@pytest.mark.full
@examples(80)
@given(years(least=1, most=4))
def test_every_change_gives_full_points_and_one_step_less_does_not(year):
    one, facts = year
    for rule in leaves(one, facts):
        for row in range(len(facts.units)):
            for change in changes(rule, row):
                most = rule.criterion.max_points
                if change.fact not in rule.refs:
                    assert_full_with(rule, row, change)
                    continue
                for answer in change.answers:
                    value = answer == "yes" if one.indicators[change.fact.codes[0]].kind == "yes_no" else answer
                    assert with_change(rule, row, change, value) == most
                if change.limit is None:
                    continue
                assert with_change(rule, row, change, change.limit) == most
                if rounded(rule, rule.values(row), row) == most:
                    continue
                nearer = _nearer(one, change)
                if isinstance(nearer, date) or nearer >= 0:
                    assert with_change(rule, row, change, nearer) != most


def assert_full_with(rule, row, change):
    """That a change of what a gate or a factor asks for gives full points."""
    one, (code, *others) = rule.scheme, change.fact.codes
    assert change.answers or change.limit is not None
    # Of a sum many figures would do, and no single one is meant.
    if others or change.fact.terms[0][0] != 1:
        return
    for answer in change.answers or (change.limit,):
        value = answer == "yes" if one.indicators[code].kind == "yes_no" else answer
        facts = corrected(rule.table, one.indicators, {(row, code): (True, value)}, {(row, code): Origin("")})
        again = Leaf(one, rule.criterion, rule.method, facts, rule.others)
        _, low, high, _ = again.result(row)
        assert high == rule.max_steps
        # While figures of its peers are unknown nothing can promise a unit its points.
        assert low == high or "peers-unknown" in {finding.code for finding in again.findings}


def _nearer(one, change):
    if isinstance(change.limit, date):
        return change.limit + timedelta(1)
    step = F(1, 10 ** max(one.indicators[code].decimals for code in change.fact.codes))
    return change.limit - step if change.kind == "from" else change.limit + step


def rule_of(criterion, facts):
    """A criterion as the only one of a scheme, over the facts of one unit."""
    sheet = scored(scheme(criterion), facts)
    return Leaf(sheet.scheme, criterion, METHODS[criterion.method], sheet.table)


def test_a_number_an_answer_and_a_day():
    ratio = leaf("1.1", 2, "ratio", part="n1", whole="n2", if_none="zero")
    assert changes(rule_of(ratio, {"n1": 3, "n2": 8}), 0) == (Change(ref("n1"), "from", F(8)),)
    fewer = leaf("1.1", 2, "count", count="n1", start=F(2), each=F(-1, 2))
    assert changes(rule_of(fewer, {"n1": 3}), 0) == (Change(ref("n1"), "up_to", F(0)),)
    answers = leaf("1.1", 1, "options", fact="level", points={"none": 1, "light": 1, "serious": 0})
    assert changes(rule_of(answers, {"level": "serious"}), 0) == (
        Change(ref("level"), "answers", answers=("none", "light")),
    )
    day = leaf("1.1", 1, "deadline", date="done_on", steps=[{"by": date(2023, 1, 15), "points": 1}], late=0, never=0)
    assert changes(rule_of(day, {"done_on": date(2023, 2, 1)}), 0) == (Change(ref("done_on"), "by", date(2023, 1, 15)),)


def test_points_that_rounding_makes_full_are_full():
    ratio = leaf("1.1", 2, "ratio", part="n1", whole="n2", if_none="zero")
    assert changes(rule_of(ratio, {"n1": 3, "n2": 1000}), 0) == (Change(ref("n1"), "from", F(998)),)
    sheet = scored(scheme(ratio, rounding="never"), {"n1": 3, "n2": 1000})
    exact = Leaf(sheet.scheme, ratio, METHODS["ratio"], sheet.table)
    assert changes(exact, 0) == (Change(ref("n1"), "from", F(1000)),)


def test_a_day_that_came_at_all_may_be_enough():
    day = leaf("1.1", 1, "deadline", date="done_on", steps=[{"by": date(2023, 1, 15), "points": 1}], late=1, never=0)
    assert changes(rule_of(day, {"done_on": None}), 0) == (Change(ref("done_on"), "any_day"),)


def test_a_figure_that_decides_twice_cannot_change_alone():
    share = leaf("1.1", 2, "ratio", part="n1", whole=["n1", "n2"], if_none="zero")
    assert changes(rule_of(share, {"n1": 3, "n2": 5}), 0) == ()


def test_nothing_is_named_where_no_rule_decides_or_no_single_figure_can():
    ratio = leaf("1.1", 2, "ratio", part="n1", whole="n2", if_none="zero")
    assert changes(rule_of(ratio, {"n1": 3}), 0) == ()
    assert changes(rule_of(ratio, {"n1": 0, "n2": 0}), 0) == ()


GATED = {
    "answers": (Gate(ref("flag"), None, ("yes",), "zero"), {"flag": False}, [("answers", None, ("yes",))]),
    "from": (Gate(ref("n2"), Bounds(F(3)), (), "zero"), {"n2": 2}, [("from", F(3), ())]),
    "up to": (Gate(ref("n2"), Bounds(None, F(3)), (), "zero"), {"n2": 4}, [("up_to", F(3), ())]),
    "above has no first number": (Gate(ref("n2"), Bounds(F(3), open_from=True), (), "zero"), {"n2": 2}, []),
}


@pytest.mark.parametrize("kind", GATED)
def test_what_opens_a_closed_gate_gives_full_points_where_the_rule_behind_it_does(kind):
    gate, facts, wanted = GATED[kind]
    one = leaf("1.1", 2, "given", points=ref("n1"), gate=gate)
    for points, expected in ((2, wanted), (1, [])):
        sheet = scored(scheme(one), {"n1": points, **facts})
        found = changes(Leaf(sheet.scheme, one, METHODS["given"], sheet.table), 0)
        assert [(change.kind, change.limit, change.answers) for change in found] == expected


def test_the_answers_that_keep_everything_are_told_of_a_factor():
    factor = Factor(ref("level"), {"none": F(1), "light": F(1, 2), "serious": F(0)})
    one = leaf("1.1", 2, "given", points=ref("n1"), factor=factor)
    sheet = scored(scheme(one), {"n1": 2, "level": "serious"}, {"n1": 1, "level": "light"})
    own = Leaf(sheet.scheme, one, METHODS["given"], sheet.table)
    assert [(change.fact.codes, change.answers) for change in changes(own, 0)] == [(("level",), ("none",))]
    assert not [change for change in changes(own, 1) if change.kind == "answers"]
