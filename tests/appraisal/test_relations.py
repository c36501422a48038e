"""Relations between figures of which some were corrected."""

from dataclasses import replace
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.appraisal.appraisal_model import Known
from cchc_score.appraisal.relations import correct_doubts
from cchc_score.appraisal.rounds import appraise
from cchc_score.facts import Origin, corrected, table
from cchc_score.findings import Place
from cchc_score.intake.join import join
from cchc_score.intake.reports import Report, ReportedFact
from cchc_score.model import Unit
from tests.appraisal.kit import SCHEME, codes, entry
from tests.engine.schemes import INDICATORS
from tests.strategies import METHODS, examples

RELATED = INDICATORS | {"n2": replace(INDICATORS["n2"], part_of="n3")}
YEAR = replace(SCHEME, indicators=RELATED)
UNIT = Unit("M01", "Xã Mẫu 01", "xã")


def gathered(**facts):
    """What a report of these facts gives."""
    told = tuple(ReportedFact(code, F(value), Origin("a.csv", 2)) for code, value in facts.items())
    return join([Report(Place("a.csv", 2), "M01", year=2023, facts=told)], (UNIT,), 2023, None, RELATED)


def appraised(year, *entries):
    return appraise(YEAR, METHODS, year.table, entries, reasons=year.reasons)[-1]


def test_a_correction_that_contradicts_another_figure_is_told_where_it_is_written_and_leaves_both_in_doubt():
    year = gathered(n1=1, n2=6, n3=12)
    state = appraised(year, entry("n2", Known(F(6)), Known(F(999)), line=4))
    assert codes(state.findings) == ["part-above-whole"]
    assert (state.findings[0].place.file, state.findings[0].place.line) == ("appraisal/a.toml", 4)
    assert state.table.doubts == {(0, "n2"), (0, "n3")}
    assert state.reasons.keys() == {(0, "n2"), (0, "n3")}


def test_a_correction_that_settles_a_contradiction_settles_the_doubt_about_the_other_figure_too():
    year = gathered(n1=1, n2=120, n3=100)
    assert codes(year.findings) == ["part-above-whole"]
    state = appraised(year, entry("n3", Known(F(100)), Known(F(130))))
    assert state.findings == ()
    assert state.table.doubts == frozenset()
    assert state.settled == year.findings


def test_a_doubt_that_rests_on_something_else_stays():
    year = gathered(n1=1, n2=120, n3=100)
    other = replace(year.findings[0], code="parts-not-whole")
    reasons = {**year.reasons, (0, "n2"): (*year.reasons[0, "n2"], other)}
    state = appraise(YEAR, METHODS, year.table, [entry("n3", Known(F(100)), Known(F(130)))], reasons=reasons)[-1]
    assert state.table.doubts == {(0, "n2")}
    assert state.reasons == {(0, "n2"): (other,)}


@pytest.mark.parametrize("rounds", [1, 2])
def test_one_contradiction_may_take_the_place_of_another(rounds):
    year = gathered(n1=1, n2=120, n3=100)
    first = entry("n3", Known(F(100)), Known(F(110)), id="a")
    second = entry("n2", Known(F(120)), Known(F(115)), id="b", round=rounds)
    state = appraised(year, first, second)
    assert "115" in state.findings[-1].words()
    assert state.table.doubts == {(0, "n2"), (0, "n3")}


@examples(100)
@given(st.data())
def test_after_a_correction_the_doubts_are_those_of_a_report_that_said_so_at_once(data):
    codes_of = ("n1", "n2", "n3")
    before, after = ({code: data.draw(st.integers(0, 3)) for code in codes_of} for _ in range(2))
    year, wanted = gathered(**before), gathered(**after)
    changes = {(0, code): (True, F(after[code])) for code in codes_of if before[code] != after[code]}
    changed = corrected(year.table, RELATED, changes, dict.fromkeys(changes, Origin("b.toml", 1)))
    got = correct_doubts(year.table, changed, changes, year.reasons, RELATED)
    assert got.table.doubts == wanted.table.doubts
    assert got.reasons.keys() == wanted.reasons.keys()
    assert len(got.arisen) <= len(wanted.findings)


def test_facts_without_an_origin_are_not_looked_at():
    bare = table((UNIT,), RELATED, {(0, "n2"): F(9), (0, "n3"): F(1)})
    after = corrected(bare, RELATED, {(0, "n1"): (True, F(1))}, {(0, "n1"): Origin("b.toml", 1)})
    assert correct_doubts(bare, after, [(0, "n1")], {}, RELATED).arisen == ()
