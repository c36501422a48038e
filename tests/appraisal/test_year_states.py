"""The state of a year at a moment: by its phases, by what was done, and by the acts about it."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.appraisal.acts import YearStep
from cchc_score.appraisal.appraisal_model import Phases, Window
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.year_states import year_state
from cchc_score.appraisal.year_steps import can_follow, closing_step, frozen_finding, year_steps
from cchc_score.facts import Origin
from cchc_score.findings import Place
from tests.appraisal.kit import SCHEME, TABLE, entry, scored
from tests.strategies import METHODS

PHASES = Phases(
    Window(date(2023, 12, 1), datetime(2023, 12, 15, 17)),
    (Window(date(2023, 12, 18), date(2023, 12, 29)), Window(date(2024, 1, 8), date(2024, 1, 12))),
    (Window(date(2024, 1, 2), date(2024, 1, 5)),),
)
STAGES = Stages(SCHEME, METHODS, TABLE, phases=PHASES)
NOON = datetime(2024, 1, 20, 12)


def step(name, on=NOON, by="Lan", reason="x"):
    return YearStep(unit="", step=name, reason=reason, decision="", dated=None, by=by, on=on, origin=Origin(""))


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2023, 11, 30), ("draft", 0)),
        (date(2023, 12, 1), ("self-score", 0)),
        (datetime(2023, 12, 16, 8), ("self-score", 0)),
        (date(2023, 12, 18), ("appraisal", 1)),
        (date(2024, 1, 3), ("explanation", 1)),
        (date(2024, 1, 12), ("appraisal", 2)),
        (date(2024, 1, 13), ("survey", 0)),
    ],
)
def test_by_the_phases(day, state):
    found = year_state(STAGES, day)
    assert (found.name, found.round) == state


def test_without_phases_by_what_was_done():
    bare = replace(STAGES, phases=Phases())
    assert year_state(bare, NOON).name == "draft"
    worked = replace(bare, entries=(entry("1.1.1", scored(1), scored(0)),))
    assert (year_state(worked, NOON).name, year_state(worked, NOON).round) == ("appraisal", 1)
    assert year_state(worked, date(2020, 1, 1)).name == "draft"


def test_by_the_acts_about_it():
    frozen = replace(STAGES, acts=(step("frozen"),))
    assert year_state(frozen, NOON).name == "frozen"
    assert year_state(frozen, NOON - timedelta(hours=1)).name == "survey"
    published = replace(STAGES, acts=(step("published", NOON + timedelta(days=1)), step("frozen")))
    assert year_state(published, NOON + timedelta(days=2)).name == "published"
    again = replace(published, acts=(*published.acts, step("reopened", NOON + timedelta(days=3))))
    assert year_state(again, NOON + timedelta(days=3)).name == "survey"


STEPS = st.lists(
    st.builds(
        step,
        st.sampled_from(["frozen", "published", "reopened"]),
        st.integers(0, 5).map(lambda hours: NOON + timedelta(hours=hours)),
        st.sampled_from(["Lan", "An"]),
    ),
    max_size=6,
)


@given(STEPS, st.randoms())
def test_where_steps_stand_means_nothing_and_each_counts_or_is_told(steps, random):
    shuffled = random.sample(steps, len(steps))
    assert year_steps(shuffled) == year_steps([*steps, *steps])
    found = year_steps(steps)
    assert {*found.counting, *found.misplaced} == set(steps)
    order = ["reopened", *(one.step for one in found.counting)]
    assert all(second != first for first, second in pairwise(order))
    assert all(one.step != "published" or order[at] == "frozen" for at, one in enumerate(found.counting))
    closed = closing_step(found.counting) is not None
    assert closed == (frozen_finding(steps, Place("x")) is not None)
    assert can_follow("frozen", steps) is not closed
    assert can_follow("reopened", steps) is closed


def test_a_step_out_of_order_and_an_entry_dated_after_the_freezing_are_told():
    stages = replace(STAGES, acts=(step("published"),))
    assert "year-step" in {finding.code for finding in stages.findings}
    later = replace(STAGES, acts=(step("frozen", date(2023, 12, 1)),), entries=(entry("1.1.1", scored(1), scored(0)),))
    assert "year-frozen-later" in {finding.code for finding in later.findings}
    # It is told and nothing else: freezing never changes points.
    assert later.final.total == replace(later, acts=()).final.total
