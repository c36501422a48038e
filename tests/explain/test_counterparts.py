"""What was claimed against what was given: only what both sides scored, and what has no counterpart apart."""

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.appraisal.stages import Stages
from cchc_score.explain.comparison import compare
from cchc_score.explain.counterparts import counterparts
from cchc_score.model import Outcome
from tests.appraisal.kit import appraisals
from tests.engine.schemes import leaf, parent, scheme, scored
from tests.strategies import METHODS, examples

SMALL = scheme(
    parent("1.1", 4, "sum", ["1.1.1", "1.1.2"]),
    leaf("1.1.1", 2, "given", points="n1"),
    leaf("1.1.2", 2, "given", points="n2"),
    leaf("2.1", 3, "given", points="survey"),
    leaf("3.1", 2, "given", points="grade"),
    outside={3: ("penalty", 2)},
)


def against(claimed, given_points):
    """Some claims against what was given, as a comparison of what both scored."""
    return counterparts(compare(scored(SMALL, *claimed), scored(SMALL, *given_points)))


def test_what_only_one_side_scored_is_no_difference_and_stands_apart():
    (move,) = against([{"n1": 2, "n2": 1}], [{"n1": 1, "survey": 3, "grade": 1}]).moves
    assert [(part.line.after, part.before, part.after) for part in move.parts] == [("1.1.1", 2, 1)]
    assert [(part.line.after, part.before, part.after) for part in move.apart] == [
        ("1.1.2", 1, None), ("2.1", None, 3), ("3.1", None, -1),
    ]  # fmt: skip
    assert (move.change, move.before.index, move.after.index) == (-1, 100, 50)


def test_a_unit_that_claimed_nothing_is_alone_and_no_unit_with_0():
    found = against([{}, {"n1": 1}], [{"n1": 2, "n2": 2}, {"n1": 1}])
    assert found.alone == (0,)
    assert [move.row for move in found.moves] == [1]


def test_what_others_gave_a_unit_that_claims_nothing_is_no_claim_of_it():
    sheets = [scored(SMALL, {"grade": 1}, {"n1": 1, "grade": 1}) for _ in range(2)]
    comparison = compare(*sheets)
    silent = {comparison.after.table.units[0].code}
    assert (counterparts(comparison).alone, counterparts(comparison, silent).alone) == ((), (0,))


def test_a_penalty_that_both_gave_counts_against_the_points():
    (move,) = against([{"n1": 2, "grade": 0}], [{"n1": 2, "grade": 2}]).moves
    assert (move.change, move.cut, move.after.reachable) == (-2, 0, 2)


@pytest.mark.full
@examples(60)
@given(work=appraisals(rounds=1), data=st.data())
def test_the_parts_add_up_and_every_line_is_compared_apart_or_scored_by_nobody(work, data):
    one, facts, entries = work
    stages = Stages(one, METHODS, facts, entries=tuple(entries))
    sheets = [stages.sheet(data.draw(st.sampled_from(("reported", "self", "appraised")))) for _ in range(2)]
    whole = compare(*sheets)
    found = counterparts(whole)
    assert {move.row for move in found.moves} | set(found.alone) == {move.row for move in whole.moves}
    for move in found.moves:
        assert sum((part.change for part in move.parts), F(0)) == move.change
        for part in move.parts:
            outcomes = {sheet.criteria[part.line.after].outcome[move.row] for sheet in sheets}
            assert Outcome.SCORED in outcomes
            assert outcomes <= {Outcome.SCORED, Outcome.NOT_APPLICABLE}
        assert all((part.before is None) != (part.after is None) for part in move.apart)
