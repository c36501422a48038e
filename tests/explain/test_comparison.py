"""What is shown of a difference adds up to it exactly, whatever differs: facts, marks, schemes, units merged."""

from dataclasses import replace
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.engine import score
from cchc_score.explain.comparison import compare
from cchc_score.explain.line_pairs import LinePair, pair_lines
from cchc_score.facts import table
from cchc_score.model import Outcome, Unit
from tests.engine.schemes import leaf, parent, scheme, scored
from tests.engine.test_hand_marks import hand_marks
from tests.strategies import METHODS, examples, known_facts, schemes, units, years


def adds_up(found):
    """Every difference is the sum of its parts, in points and in the index."""
    for move in found.moves:
        assert sum((one.change for one in move.parts), move.cut) == move.change
        assert move.change == move.after.points - move.before.points
        if move.index_change is not None:
            shares = sum((move.share(one.change) for one in move.parts), move.share(move.cut))
            assert shares + move.denominator == move.index_change


@pytest.mark.full
@examples(60)
@given(years(), st.data())
def test_other_facts_under_one_scheme(year, data):
    one, before = year
    after = table(before.units, one.indicators, data.draw(known_facts(one, len(before.units))))
    found = compare(score(one, METHODS, before), score(one, METHODS, after))
    adds_up(found)
    assert [move.row for move in found.moves] == list(range(len(before.units)))
    assert not found.gone
    assert not found.new
    assert all(None not in (line.before, line.after) for line in found.lines)


@pytest.mark.full
@examples(60)
@given(years(least=1, rounding=st.just("criterion")), st.data())
def test_marks_set_by_hand(year, data):
    one, facts = year
    before, after = (score(one, METHODS, facts, data.draw(hand_marks(one, facts))) for _ in range(2))
    adds_up(compare(before, after))


@pytest.mark.full
@examples(60)
@given(years(), st.data())
def test_any_two_schemes_and_units(year, data):
    one, before = year
    other = data.draw(schemes())
    titles = data.draw(st.sets(st.sampled_from(sorted(other.criteria))))
    renamed = {
        number: replace(each, title=f"Khác {number}") if number in titles else each
        for number, each in other.criteria.items()
    }
    other = replace(other, criteria=renamed)
    listed = tuple(
        replace(unit, predecessors=data.draw(st.lists(st.sampled_from(["u0", "u1", "u9"]), max_size=3).map(tuple)))
        for unit in data.draw(units())
    )
    after = table(listed, other.indicators, data.draw(known_facts(other, len(listed))))
    found = compare(score(one, METHODS, before), score(other, METHODS, after))
    adds_up(found)
    assert {line.before for line in found.lines} - {None} <= set(one.criteria)
    assert not {line.before for line in found.lines if line.after} & titles
    assert len(found.moves) + len(found.new) == len(listed)
    # Nobody counts twice: who is there after stands for itself, and in no mean of others.
    rows = {unit.code: row for row, unit in enumerate(before.units)}
    for move in found.moves:
        others = {unit.code for unit in listed} - {listed[move.row].code}
        assert not {rows[code] for code in others if code in rows} & set(move.origins)
    assert {row for move in found.moves for row in move.origins} | set(found.gone) == set(range(len(before.units)))


@pytest.mark.full
@examples(40)
@given(years())
def test_a_sheet_does_not_differ_from_itself(year):
    sheet = score(year[0], METHODS, year[1])
    for move in compare(sheet, sheet).moves:
        assert not any(part.change for part in move.parts)
        assert not move.change
        assert not move.index_change
        assert move.before == move.after


def test_lines_go_as_deep_as_sums_do_and_meet_by_number_and_title():
    given_points = {"method": "given", "points": "grade"}
    old = scheme(
        parent("1.1", 3, "sum", ["1.1.1", "1.1.2"]), leaf("1.1.1", 1, **given_points), leaf("1.1.2", 2, **given_points),
        parent("1.2", 2, "best", ["1.2.1"]), leaf("1.2.1", 2, **given_points),
        leaf("1.3", 1, **given_points),
    )  # fmt: skip
    new = scheme(
        parent("1.1", 3, "sum", ["1.1.1", "1.1.3"]), leaf("1.1.1", 1, **given_points), leaf("1.1.3", 2, **given_points),
        parent("1.2", 2, "best", ["1.2.1"]), leaf("1.2.1", 2, **given_points),
        replace(leaf("1.3", 1, **given_points), title="Tiêu chí khác"),
    )  # fmt: skip
    assert pair_lines(old, new) == (
        LinePair("1.1.1", "1.1.1"), LinePair("1.1.2", None), LinePair(None, "1.1.3"),
        LinePair("1.2", "1.2"), LinePair("1.3", None), LinePair(None, "1.3"),
    )  # fmt: skip


def test_a_merged_unit_is_held_against_the_mean_of_those_before():
    one = scheme(leaf("1.1", 10, "given", points="n1"))
    old = [Unit("a", "Xã A"), Unit("b", "Xã B"), Unit("c", "Xã C")]
    new = [Unit("ab", "Xã AB", predecessors=("a", "b")), Unit("c", "Xã C"), Unit("d", "Xã D")]
    before = scored(one, {"n1": 4}, {"n1": 7}, {"n1": 2}, listed=old)
    found = compare(before, scored(one, {"n1": 6}, {"n1": 3}, {"n1": 1}, listed=new))
    merged, kept = found.moves
    assert (merged.origins, merged.before.points, merged.change, merged.before.rank) == ((0, 1), F(11, 2), F(1, 2), 0)
    assert (kept.origins, kept.change, kept.before.rank, kept.after.rank) == ((2,), 1, 3, 2)
    assert (found.new, found.gone) == ((2,), ())


def test_a_unit_that_keeps_its_code_and_takes_in_another_is_held_against_both():
    one = scheme(leaf("1.1", 10, "given", points="n1"))
    old = [Unit("a", "Xã A"), Unit("b", "Xã B")]
    before = scored(one, {"n1": 4}, {"n1": 7}, listed=old)
    found = compare(before, scored(one, {"n1": 6}, listed=[Unit("a", "Xã A", predecessors=("b",))]))
    (move,) = found.moves
    assert (move.origins, move.before.points, found.gone, found.new) == ((0, 1), F(11, 2), (), ())
    again = compare(before, scored(one, {"n1": 6}, listed=[Unit("a", "Xã A", predecessors=("b", "a"))]))
    assert again.moves[0].origins == (0, 1)
    assert not found.unmet


def test_what_a_unit_was_merged_from_and_nobody_knows_is_told():
    one = scheme(leaf("1.1", 10, "given", points="n1"))
    before = scored(one, {"n1": 4}, listed=[Unit("a", "Xã A", predecessors=("x", "y"))])
    new = [Unit("a", "Xã A", predecessors=("y", "x")), Unit("b", "Xã B", predecessors=("a", "z"))]
    found = compare(before, scored(one, {"n1": 6}, {"n1": 5}, listed=new))
    assert [move.origins for move in found.moves] == [(0,)]
    assert found.unmet == ((1, ("z",)),)
    # Side B has A still: it is held against itself, and B has nothing left to be held against.
    assert (found.new, found.kept) == ((1,), ((1, ("a",)),))


def test_a_unit_that_is_still_there_is_left_out_of_the_mean_of_another():
    one = scheme(leaf("1.1", 10, "given", points="n1"))
    before = scored(one, {"n1": 4}, {"n1": 8}, listed=[Unit("a", "Xã A"), Unit("b", "Xã B")])
    new = [Unit("a", "Xã A"), Unit("ab", "Xã AB", predecessors=("a", "b"))]
    found = compare(before, scored(one, {"n1": 5}, {"n1": 6}, listed=new))
    assert [(move.origins, move.change) for move in found.moves] == [((0,), 1), ((1,), -2)]
    assert (found.kept, found.unmet) == (((1, ("a",)),), ())


def test_a_unit_that_was_divided_is_what_each_of_its_parts_is_held_against():
    one = scheme(leaf("1.1", 10, "given", points="n1"))
    before = scored(one, {"n1": 4}, listed=[Unit("a", "Xã A")])
    new = [Unit("x", "Xã X", predecessors=("a",)), Unit("y", "Xã Y", predecessors=("a",))]
    found = compare(before, scored(one, {"n1": 5}, {"n1": 6}, listed=new))
    assert [(move.origins, move.change) for move in found.moves] == [((0,), 1), ((0,), 2)]
    assert not found.kept


def test_caps_and_the_denominator_have_lines_of_their_own():
    one = scheme(
        leaf("1.1", 10, "given", points="n1"),
        leaf("1.2", 10, "ratio", part="n2", whole="n3", if_none="not_applicable"),
        leaf("2.1", 6, "given", points="grade"),
        outside={2: ("bonus", 2)},
    )
    before = scored(one, {"n1": 5, "n2": 1, "n3": 2, "grade": 1})
    after = scored(one, {"n1": 5, "n2": 0, "n3": 0, "grade": 6})
    (move,) = compare(before, after).moves
    assert [part.change for part in move.parts] == [0, -5, 5]
    assert move.cut == -4
    assert (move.before.index, move.after.index, move.denominator) == (55, 70, 55)


def test_what_is_missing_makes_a_difference_provisional():
    one = scheme(leaf("1.1", 10, "given", points="n1"))
    (move,) = compare(scored(one, {}), scored(one, {"n1": 5})).moves
    assert (move.before.certain, move.after.certain) == (False, True)
    assert int(scored(one, {}).total.outcome[0]) == Outcome.MISSING
