"""Who appraises what: by unit, by area, by round; the last assignment of a cell counts."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cchc_score.appraisal.acts import Assignment
from cchc_score.appraisal.assignments import appraisers_of, assigned
from cchc_score.appraisal.cell_states import appraised_leaves
from cchc_score.appraisal.stages import Stages
from cchc_score.facts import Origin
from tests.appraisal.kit import DAY, SCHEME, TABLE
from tests.strategies import METHODS

STAGES = Stages(SCHEME, METHODS, TABLE)
AREA = SCHEME.areas[0].code


def assignment(*appraisers, units=(), areas=(), round=0, on=DAY):
    return Assignment(
        unit="", round=round, appraisers=appraisers, units=units, areas=areas, by="Lan", on=on, origin=Origin("a.toml")
    )


def who(*acts, round=1):
    return assigned(replace(STAGES, acts=acts), round)


def test_by_unit_by_area_and_by_round():
    everything = who(assignment("An"))
    assert set(everything.values()) == {("An",)}
    assert len(everything) == len(TABLE.units) * len(appraised_leaves(STAGES))
    assert {row for row, _ in who(assignment("An", "Bình", units=("M02",)))} == {1}
    assert {number[0] for _, number in who(assignment("An", areas=(AREA,)))} == {str(SCHEME.areas[0].number)}
    assert who(assignment("An", round=2)) == {}
    assert who(assignment("An", round=2), round=2) == everything
    assert who(assignment("An", units=("M99",))) == {}
    assert who() == {}


def test_the_last_assignment_of_a_cell_counts():
    later = assignment("Bình", units=("M02",), on=DAY + timedelta(days=1))
    found = who(later, assignment("An"))
    assert found[1, "1.2"] == ("Bình",)
    assert found[0, "1.2"] == ("An",)


ACTS = st.lists(
    st.builds(
        assignment,
        st.sampled_from(["An", "Bình"]),
        units=st.sampled_from([(), ("M01",), ("M02", "M03")]),
        areas=st.sampled_from([(), (AREA,)]),
        round=st.integers(0, 2),
        on=st.sampled_from([DAY, date(2024, 1, 1)]),
    ),
    max_size=5,
)


@given(ACTS, st.randoms())
def test_where_assignments_stand_means_nothing(acts, random):
    assert who(*acts) == who(*random.sample(acts, len(acts)))


@given(ACTS, st.integers(1, 2))
def test_one_cell_is_appraised_by_whom_all_say(acts, round):
    stages = replace(STAGES, acts=tuple(acts))
    everything = assigned(stages, round)
    for row, unit in enumerate(TABLE.units):
        for number in (*SCHEME.criteria, "9.9"):
            assert appraisers_of(stages, round, unit.code, number) == everything.get((row, number), ())
    assert appraisers_of(stages, round, "M99", "1.2") == ()
