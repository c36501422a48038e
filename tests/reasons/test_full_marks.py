"""What is named as a way to full points gives them, and nothing nearer would."""

from datetime import date, timedelta
from fractions import Fraction as F
from math import floor

from hypothesis import given

from cchc_score.engine import Leaf
from cchc_score.reasons.full_marks import Change, changes
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
    points, steps = rule.exact(row, values), 10**rule.scheme.decimals
    if points is None or rule.scheme.rounding == "never":
        return points
    return F(floor(points * steps + F(1, 2)), steps)


@examples(80)
@given(years(least=1, most=4))
def test_every_change_gives_full_points_and_one_step_less_does_not(year):
    one, facts = year
    for rule in leaves(one, facts):
        for row in range(len(facts.units)):
            for change in changes(rule, row):
                most = rule.criterion.max_points
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
