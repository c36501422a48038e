"""More work on the same reports gives what a year made anew gives; what rests on reports alone is not made again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.appraisal.acts import Confirmation, Extension
from cchc_score.appraisal.appraisal_model import Claim, Evidence, Phases, Window
from cchc_score.appraisal.later_stages import later_stages
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.workbook_export import round_start
from cchc_score.engine import score
from cchc_score.facts import Origin
from tests.appraisal.kit import DAY, SCHEME, TABLE, appraisals, scored
from tests.appraisal.test_settlements import ONE, OTHER, choice
from tests.strategies import METHODS


@pytest.mark.full
@given(appraisals(), st.integers(0, 12))
def test_later_stages_are_those_of_a_year_made_anew(year, cut):
    scheme, facts, entries = year
    before = Stages(scheme, METHODS, facts, entries=tuple(entries[:cut]))
    _ = before.final, before.self_scored
    later, anew = later_stages(before, entries, (), ()), Stages(scheme, METHODS, facts, entries=tuple(entries))
    assert later == anew
    assert later.reported is before.reported
    for stage in anew.names:
        assert later.sheet(stage).total == anew.sheet(stage).total
        assert later.sheet(stage).criteria == anew.sheet(stage).criteria


def test_what_is_kept_or_asked_moves_no_points():
    before = Stages(SCHEME, METHODS, TABLE, entries=(ONE, OTHER))
    _ = before.final, before.findings
    kept = Confirmation(round=1, unit="M02", seen=(("1.1.2", scored(0)),), by="An", on=DAY, origin=Origin(""))
    later = later_stages(before, before.entries, (), (kept,))
    assert later.final is before.final
    assert later.rounds is before.rounds
    settled = later_stages(later, before.entries, (), (kept, choice("b")))
    anew = Stages(SCHEME, METHODS, TABLE, entries=(ONE, OTHER), acts=(kept, choice("b")))
    assert (settled.final, settled.findings) == (anew.final, anew.findings)


def test_more_time_for_claims_counts_them_anew():
    late = DAY + timedelta(days=20)
    claim = Claim("M01", "1.2", scored(1), (Evidence("BC 1"),), "", "UBND", late, Origin("a.toml"))
    before = Stages(SCHEME, METHODS, TABLE, (claim,), phases=Phases(Window(None, DAY)))
    assert not before.claims
    extension = Extension(
        unit="M01",
        phase="self-score",
        round=1,
        last=date(2024, 3, 1),
        reason="lụt",
        by="Lan",
        on=DAY,
        origin=Origin(""),
    )
    later = later_stages(before, (), (), (extension,))
    assert later.claims
    assert later.reported is before.reported


@pytest.mark.full
@given(appraisals(), st.integers(1, 4))
def test_a_round_begins_with_what_the_rounds_before_it_left(year, round):
    """The same as if nothing of later rounds had been written yet."""
    scheme, facts, entries = year
    stages = Stages(scheme, METHODS, facts, entries=tuple(entries))
    start = round_start(stages, round)
    before, here = (
        stages.after([entry for entry in entries if entry.round <= last])[-1] for last in (round - 1, round)
    )
    assert start.sheet == score(scheme, METHODS, before.table, before.marks)
    assert start.counted == {entry.target: entry for entry in here.applied if entry.round == round}
