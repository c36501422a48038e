"""Typed phases: what is shown reads back as it was; faults stand beside their fields; only what differs is told."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.app.typed_phases import MOST_ROUNDS, changed_phases, phase_rows, phase_texts, typed_phases
from cchc_score.appraisal.appraisal_model import OPEN, Phases, Window

MOMENTS = st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)) | st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)).map(
    lambda one: one.replace(microsecond=0)
)  # fmt: skip
WINDOWS = st.builds(Window, MOMENTS, MOMENTS)
ROUNDS = st.lists(WINDOWS, max_size=MOST_ROUNDS).map(tuple)
PHASES = st.builds(Phases, WINDOWS, ROUNDS, ROUNDS)


@given(PHASES)
def test_phases_as_shown_read_back_as_they_were(phases):
    typed = typed_phases(phase_texts(phases), phases)
    assert (typed.phases, typed.faults) == (phases, {})
    assert not list(changed_phases(phases, typed.phases))


@given(PHASES)
def test_a_form_has_a_field_for_every_phase_and_for_a_round_more(phases):
    stated = max(len(phases.appraisal), len(phases.explanation))
    rows = phase_rows(phases)
    assert [row.kind for row in rows[:3]] == ["self_score", "appraisal", "explanation"]
    assert rows[-1].round == min(stated + 1, MOST_ROUNDS)
    names = [row.field(end) for row in rows for end in ("first", "last")]
    assert len(names) == len(set(names))


def test_what_was_typed_becomes_days_and_hours():
    texts = {
        "self_score-0-last": "17h 15/12/2026",
        "appraisal": "1",
        "appraisal-1-first": "18/12/2026",
        "explanation": "0",
    }
    typed = typed_phases(texts, OPEN)
    assert typed.phases == Phases(Window(None, datetime(2026, 12, 15, 17)), (Window(date(2026, 12, 18)),))
    changed = [(row.kind, row.round, row.window, new) for row, new in changed_phases(OPEN, typed.phases)]
    assert changed == [
        ("self_score", 0, Window(), Window(None, datetime(2026, 12, 15, 17))),
        ("appraisal", 1, Window(), Window(date(2026, 12, 18))),
    ]


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        ({"self_score-0-first": "mai"}, "self_score-0-first"),
        ({"appraisal-1-last": "18/12/2026"}, "appraisal-1-last"),
        ({"appraisal": "2"}, "appraisal"),
        ({"explanation": "-1"}, "explanation"),
    ],
)
def test_faults_stand_beside_their_fields(texts, name):
    assert list(typed_phases({"appraisal": "0", "explanation": "0"} | texts, OPEN).faults) == [name]
