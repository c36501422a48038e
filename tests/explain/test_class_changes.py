"""Classes before and after: what is gained less what is lost is the difference, whatever differs."""

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.engine import score
from cchc_score.explain.class_changes import class_counts, unit_classes
from cchc_score.explain.comparison import compare
from cchc_score.facts import table
from cchc_score.model import ClassLimit, Ranking, Unit
from tests.engine.schemes import leaf, scheme, scored
from tests.strategies import METHODS, examples, known_facts, schemes, years


def found(before, after):
    comparison = compare(before, after)
    units = unit_classes(comparison)
    return units, class_counts(comparison, units)


@pytest.mark.full
@examples(60)
@given(years(), st.data())
def test_gained_less_lost_is_the_difference_and_every_unit_is_counted_once(year, data):
    old, facts = year
    new = data.draw(schemes())
    other = table(facts.units, new.indicators, data.draw(known_facts(new, len(facts.units))))
    units, counts = found(score(old, METHODS, facts), score(new, METHODS, other))
    assert all(one.gained - one.lost == one.after - one.before for one in counts)
    assert all(0 <= one.gained <= one.after and 0 <= one.lost <= one.before for one in counts)
    for side in ("before", "after"):
        assert sum(getattr(one, side) for one in counts) == len(units) == len(facts.units)
    moved = sum(one.before != one.after for one in units)
    assert moved == sum(one.gained for one in counts) == sum(one.lost for one in counts)


@pytest.mark.full
@examples(60)
@given(years(), st.data())
def test_the_other_way_round_what_was_gained_is_lost(year, data):
    old, facts = year
    after = table(facts.units, old.indicators, data.draw(known_facts(old, len(facts.units))))
    sheets = score(old, METHODS, facts), score(old, METHODS, after)
    forth, back = (found(*pair) for pair in (sheets, sheets[::-1]))
    assert [(one.before, one.after) for one in forth[0]] == [(one.after, one.before) for one in back[0]]
    assert [(one.name, one.before, one.after, one.gained, one.lost) for one in forth[1]] == [
        (one.name, one.after, one.before, one.lost, one.gained) for one in back[1]
    ]


HIGH, LOW = ClassLimit("Tốt", F(80)), ClassLimit("Còn lại", F(0))
UNRANKED = Ranking("none", "exact", "standard", "unranked")


def test_classes_stand_in_the_order_of_the_new_scheme_and_no_class_at_the_end():
    points = leaf("1.1", 10, "given", points="n1")
    before = scored(scheme(points, classes=(HIGH, LOW)), {"n1": 9}, {"n1": 8}, {"n1": 3}, {"n2": 0})
    after = scored(
        scheme(points, classes=(ClassLimit("Giỏi", F(85)), LOW), ranking=UNRANKED),
        {"n1": 9},
        {"n1": 8},
        {"n1": 3},
        {"n2": 0},
    )
    units, counts = found(before, after)
    assert [(one.before, one.after) for one in units] == [
        ("Tốt", "Giỏi"), ("Tốt", "Còn lại"), ("Còn lại", "Còn lại"), ("Còn lại", None),
    ]  # fmt: skip
    assert [(one.name, one.before, one.gained, one.lost, one.after) for one in counts] == [
        ("Giỏi", 0, 1, 0, 1), ("Còn lại", 2, 1, 1, 2), ("Tốt", 2, 0, 2, 0), (None, 0, 1, 0, 1),
    ]  # fmt: skip


def test_what_several_units_had_is_no_class_of_the_one_they_were_merged_into():
    one = scheme(leaf("1.1", 10, "given", points="n1"), classes=(HIGH, LOW))
    before = scored(one, {"n1": 9}, {"n1": 9})
    after = scored(one, {"n1": 9}, listed=[Unit("m", "Mới", "xã", predecessors=("u0", "u1"))])
    assert [(unit.before, unit.after) for unit in found(before, after)[0]] == [(None, "Tốt")]
