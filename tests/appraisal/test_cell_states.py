"""What a round has made of each criterion: everything is in one state, and every act shows."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cchc_score.appraisal.acts import Confirmation
from cchc_score.appraisal.appraisal_model import Known, TakenOut
from cchc_score.appraisal.cell_states import appraised_leaves, cell_states, criteria_of
from cchc_score.appraisal.stages import Stages
from cchc_score.facts import Origin
from tests.appraisal.kit import DAY, SCHEME, TABLE, F, entry, scored
from tests.strategies import METHODS

STAGES = Stages(SCHEME, METHODS, TABLE)


def kept(number, mark, unit="M01", round=1, by="An"):
    return Confirmation(round=round, unit=unit, seen=((number, mark),), by=by, on=DAY, origin=Origin("a.toml", 1))


def states(*acts, entries=(), round=1):
    return cell_states(replace(STAGES, acts=acts, entries=tuple(entries)), round)


def test_what_only_a_survey_gives_and_what_is_not_held_is_not_looked_at():
    assert appraised_leaves(STAGES) == ("1.1.1", "1.1.2", "1.2", "1.3")
    assert criteria_of(STAGES, "n1") == ("1.1.1",)
    assert set(states().values()) == {"unseen"}
    assert len(states()) == 12


def test_what_is_taken_out_is_not_looked_at():
    out = TakenOut("1.3", (), "x", "", Origin("cchc.toml"))
    assert {number for _, number in cell_states(replace(STAGES, taken_out=(out,)), 1)} == {"1.1.1", "1.1.2", "1.2"}


def test_kept_adjusted_in_conflict_and_stale():
    assert states(kept("1.1.1", scored(1)))[0, "1.1.1"] == "kept"
    # Somebody kept another mark than the one with which the round begins.
    assert states(kept("1.1.1", scored(2)))[0, "1.1.1"] == "stale"
    assert states(kept("1.1.1", scored(1), round=2))[0, "1.1.1"] == "unseen"
    one, other = (entry("1.1.1", scored(1), scored(new), id=f"e{new}", line=new + 1) for new in (0, 2))
    assert states(entries=[one])[0, "1.1.1"] == "adjusted"
    assert states(kept("1.1.1", scored(1)), entries=[one])[0, "1.1.1"] == "adjusted"
    assert states(entries=[one, other])[0, "1.1.1"] == "conflict"
    assert states(entries=[entry("1.1.1", scored(2), scored(0), id="alt")])[0, "1.1.1"] == "stale"
    # Who corrects a fact has looked at the criteria that it decides.
    assert states(entries=[entry("n1", Known(F(2)), Known(F(3)))])[0, "1.1.1"] == "adjusted"


ACTS = st.lists(
    st.builds(
        kept,
        number=st.sampled_from(["1.1.1", "1.2", "2.1", "1.3"]),
        mark=st.sampled_from([scored(0), scored(1)]),
        unit=st.sampled_from(["M01", "M02", "M99"]),
        round=st.integers(1, 2),
        by=st.sampled_from(["An", "Bình"]),
    ),
    max_size=6,
)


@given(ACTS, st.integers(1, 2))
def test_every_cell_has_one_state_and_only_what_somebody_touched_is_another(acts, round):
    found = states(*acts, round=round)
    assert found.keys() == states().keys()
    rows = {"M01": 0, "M02": 1}
    touched = {
        (rows[act.unit], number) for act in acts if act.round == round and act.unit in rows for number, _ in act.seen
    }
    assert {cell for cell, state in found.items() if state != "unseen"} == touched & found.keys()
