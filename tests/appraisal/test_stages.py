"""The sheets of a year: reported, claimed, after each round, appraised, final."""

from dataclasses import replace
from datetime import date
from fractions import Fraction as F

import pytest
from hypothesis import given

from cchc_score.appraisal.appraisal_model import OPEN, STAGES, Evidence, Explanation, Known, Phases, Window
from cchc_score.appraisal.stages import Stages
from cchc_score.facts import Origin, table
from cchc_score.model import Outcome
from cchc_score.sheet import HandMark
from tests.appraisal.kit import SCHEME, TABLE, UNITS, appraisals, codes, entry, scored
from tests.appraisal.test_claims import claim
from tests.engine.schemes import INDICATORS, marks
from tests.strategies import METHODS, examples, years

SURVEY = table(UNITS, INDICATORS, {(0, "survey"): F(3)}, {(0, "survey"): Origin("survey/a.csv", 2)})
ENTRIES = (
    entry("n1", Known(F(2)), Known(F(4)), id="a"),
    entry("1.2", scored(1), scored(2), id="b", round=3),
)


def stages(**given):
    return Stages(SCHEME, METHODS, TABLE, **given)


def low(sheet, number, row=0):
    return sheet.mark(row, sheet.criteria[number]).low


@pytest.mark.full
@examples(40)
@given(years(least=1))
def test_with_no_work_every_stage_but_the_self_score_is_the_report(year):
    scheme, facts = year
    one = Stages(scheme, METHODS, facts)
    assert not one.worked
    assert one.names == STAGES
    assert one.reported is one.appraised is one.final
    assert one.findings == ()


@pytest.mark.full
@examples(30)
@given(appraisals())
def test_every_round_has_its_sheet_and_the_last_is_the_appraised_one(drawn):
    scheme, facts, entries = drawn
    one = Stages(scheme, METHODS, facts, entries=tuple(entries))
    rounds = one.names[len(STAGES) :]
    assert len(one.rounds) == len(rounds) + 1
    if rounds:
        assert marks(one.sheet(rounds[-1])) == marks(one.appraised) == marks(one.final)
    assert marks(one.sheet("reported")) == marks(Stages(scheme, METHODS, facts).reported)


def test_each_stage_by_its_name():
    one = stages(claimed=(claim("1.1.1", "1.5"),), entries=ENTRIES, survey=SURVEY)
    assert one.worked
    assert one.names == (*STAGES, "round-1", "round-3")
    points = {name: [low(one.sheet(name), number) for number in ("1.1.1", "1.2", "2.1")] for name in one.names}
    assert points == {
        "reported": [1, 1, 0],
        "self": [F(3, 2), 0, 0],
        "round-1": [2, 1, 0],
        "round-3": [2, 2, 0],
        "appraised": [2, 2, 0],
        "final": [2, 2, 3],
    }
    assert one.sheet("appraised") is one.appraised
    assert one.sheet("final").by_hand == {(0, "1.2")}


@pytest.mark.parametrize("name", ["round-2", "round-x", "round-", "claims", ""])
def test_any_other_word_is_no_stage(name):
    with pytest.raises(KeyError):
        stages(entries=ENTRIES).sheet(name)


def test_a_round_in_which_all_entries_clash_still_has_its_sheet():
    clash = [entry("1.2", scored(1), scored(new), id="x") for new in (0, 2)]
    later = entry("1.1.1", scored(1), scored(2), id="y", round=2)
    one = stages(entries=(*clash, later))
    assert one.names == (*STAGES, "round-1", "round-2")
    assert low(one.sheet("round-1"), "1.1.1") == 1
    assert low(one.sheet("round-2"), "1.1.1") == 2


def test_the_self_score_marks_what_is_claimed_and_nothing_else():
    one = stages(claimed=(claim("1.1.1", 2),))
    sheet = one.self_scored
    assert sheet.mark(0, sheet.criteria["1.1.1"]).low == 2
    assert sheet.mark(0, sheet.criteria["1.1.2"]).outcome == Outcome.MISSING
    assert set(one.claims) == {(0, "1.1.1")}


def test_the_final_stage_without_a_survey_is_the_appraised_one():
    assert stages(entries=ENTRIES).final is not stages(entries=ENTRIES).reported
    one = stages(entries=ENTRIES)
    assert one.final is one.appraised


def test_where_no_survey_is_held_all_stages_stand_on_the_smaller_maximum():
    one = stages(entries=ENTRIES, no_survey="không đủ kinh phí")
    for name in one.names:
        sheet = one.sheet(name)
        assert sheet.mark(0, sheet.total).reachable == 7
    assert codes(one.findings) == ["survey-not-held"]


def test_a_mark_on_a_survey_criterion_counts_until_the_survey_is_in_and_says_so():
    mark = entry("2.1", HandMark(Outcome.PENDING), scored(1), id="a", line=7)
    before, one = stages(entries=(mark,)), stages(entries=(mark,), survey=SURVEY)
    # It stands in the column of the appraisal, and the survey in its own.
    assert low(before.final, "2.1") == low(one.appraised, "2.1") == 1
    assert low(one.final, "2.1") == SURVEY.value(0, "survey")
    assert (before.overruled, one.overruled) == (frozenset(), {"a"})
    (finding,) = one.findings
    assert (finding.code, finding.place.criterion, finding.place.line) == ("survey-mark", "2.1", 7)
    assert [ended for _, ended in one.endings("final")] == ["overruled"]
    assert [ended for _, ended in one.endings("appraised")] == ["applied"]


def test_an_entry_about_a_figure_of_the_survey_counts_until_the_survey_is_in_and_says_so():
    told = entry("survey", None, Known(F(1)), id="a", line=7)
    before, after = stages(entries=(told,)), stages(entries=(told,), survey=SURVEY)
    assert low(before.final, "2.1") == low(after.appraised, "2.1") == 1
    assert low(after.final, "2.1") == SURVEY.value(0, "survey")
    assert (before.overruled, after.overruled) == (frozenset(), {"a"})
    (finding,) = after.findings
    assert (finding.code, finding.place.file, finding.place.line) == ("survey-entry", "appraisal/a.toml", 7)
    assert [ended for _, ended in after.endings("final")] == ["overruled"]
    assert [ended for _, ended in after.endings("appraised")] == ["applied"]
    same = stages(entries=(entry("survey", None, Known(SURVEY.value(0, "survey")), id="a"),), survey=SURVEY)
    assert (same.overruled, same.findings) == (frozenset(), ())


def test_an_entry_stands_at_each_stage_as_the_rounds_so_far_left_it():
    first = entry("n1", Known(F(2)), Known(F(3)), id="a")
    second = entry("n1", Known(F(3)), Known(F(4)), id="b", round=2)
    wrong = entry("1.2", scored("0.3"), scored(2), id="c", round=2)
    one = stages(entries=(first, second, wrong))
    shown = {stage: {told.id: ended for told, ended in one.endings(stage)} for stage in one.names}
    assert shown["reported"] == shown["self"] == dict.fromkeys("abc", "later")
    assert shown["round-1"] == {"a": "applied", "b": "later", "c": "later"}
    assert shown["round-2"] == shown["appraised"] == shown["final"]
    assert (shown["final"]["b"], shown["final"]["c"]) == ("applied", "refused")


def test_findings_come_from_all_of_it():
    reported = table(UNITS, INDICATORS, {(0, "n1"): F(2), (0, "survey"): F(1)})
    one = Stages(
        SCHEME, METHODS, reported, (claim("1.1.1", 2, evidence=()),), (entry("n1", Known(F(9)), None),),
        survey=SURVEY,
    )  # fmt: skip
    assert set(codes(one.findings)) == {
        "claim-differs", "claim-evidence", "claims-absent", "entry-old", "survey-differs",
    }  # fmt: skip


def answer(id="a", unit="M01", on=date(2023, 12, 28)):
    return Explanation(unit, id, "Vì", (Evidence("KH"),), "Bình", on, Origin("appraisal/x.toml", 5))


@pytest.mark.parametrize(
    ("explanation", "phases", "found"),
    [
        (answer(), OPEN, []),
        (answer("zz"), OPEN, ["explanation-entry"]),
        (answer("a", "M02"), OPEN, ["explanation-entry"]),
        (answer(), Phases(explanation=(Window(None, date(2023, 12, 28)),)), []),
        (answer(), Phases(explanation=(Window(None, date(2023, 12, 27)),)), ["explanation-phase"]),
        (answer("b"), Phases(explanation=(Window(), Window())), ["explanation-phase"]),
    ],
)
def test_an_explanation_answers_an_entry_of_its_unit_in_its_phase(explanation, phases, found):
    one = stages(entries=ENTRIES, explanations=(explanation,), phases=phases)
    assert codes(one.findings) == found
    bare = replace(one, explanations=())
    assert marks(bare.final) == marks(one.final)
