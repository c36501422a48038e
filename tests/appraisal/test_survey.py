"""What a survey adds, and what falls away where none is held."""

from dataclasses import replace
from fractions import Fraction as F

import pytest
from hypothesis import given

from cchc_score.appraisal.survey import survey_leaves, with_survey, without_survey
from cchc_score.engine import score
from cchc_score.facts import Origin, table
from cchc_score.model import Outcome
from tests.appraisal.kit import FACTS, SCHEME, TABLE, UNITS, codes
from tests.engine.schemes import INDICATORS
from tests.strategies import METHODS, examples, told, years


def figures(**known):
    """A survey: figures of the first unit."""
    facts = {(0, code): F(value) for code, value in known.items()}
    return table(UNITS, INDICATORS, facts, {key: Origin("survey/a.csv", 2) for key in facts})


def test_a_survey_criterion_is_pending_until_the_survey_is_in():
    before = score(SCHEME, METHODS, TABLE)
    facts, findings = with_survey(SCHEME, TABLE, figures(survey=3), {})
    after = score(SCHEME, METHODS, facts)
    outcomes = [[int(sheet.criteria["2.1"].outcome[row]) for row in range(3)] for sheet in (before, after)]
    assert outcomes == [[Outcome.PENDING] * 3, [Outcome.SCORED, Outcome.PENDING, Outcome.PENDING]]
    assert before.mark(0, before.criteria["2.1"]).reachable == 4
    assert after.mark(0, after.criteria["2.1"]).low == 3
    assert facts.origins[0, "survey"].file == "survey/a.csv"
    assert findings == ()


def test_a_survey_that_differs_from_the_report_counts_and_is_told():
    reported = table(UNITS, INDICATORS, FACTS | {(0, "survey"): F(4)})
    facts, findings = with_survey(SCHEME, reported, figures(survey=3), {})
    assert facts.value(0, "survey") == 3
    assert codes(findings) == ["survey-differs"]
    assert "báo cáo ghi 4, kết quả điều tra là 3" in findings[0].words()
    assert findings[0].place.unit == "Xã Mẫu 01"
    same, nothing = with_survey(SCHEME, reported, figures(survey=4), {})
    assert (same.value(0, "survey"), nothing) == (4, ())


def test_a_figure_that_is_none_of_a_survey_does_not_count():
    facts, findings = with_survey(SCHEME, TABLE, figures(n1=9), {})
    assert told(facts) == told(TABLE)
    assert codes(findings) == ["survey-indicator"]


def test_where_no_survey_is_held_the_rest_stands_on_its_own_maximum():
    scheme, (finding,) = without_survey(SCHEME, METHODS, "không đủ kinh phí")
    assert survey_leaves(SCHEME, METHODS) == ("2.1",)
    assert scheme.criteria["2.1"] == replace(SCHEME.criteria["2.1"], held=False, reason="không đủ kinh phí")
    assert finding.code == "survey-not-held"
    assert "2.1" in finding.words()
    sheet = score(scheme, METHODS, TABLE)
    # 3 + 2 + 2; the second unit has no 1.2, and neither of these units has a survey in its maximum.
    assert [sheet.mark(row, sheet.total).reachable for row in range(3)] == [7, 5, 7]
    assert sheet.mark(0, sheet.total).low == 1 + 1 + 1 + 1


def test_a_scheme_without_survey_criteria_is_not_touched():
    bare = replace(SCHEME, criteria={key: one for key, one in SCHEME.criteria.items() if key != "2.1"})
    assert without_survey(bare, METHODS, "x") == (bare, ())


@pytest.mark.full
@examples(40)
@given(years(least=1, on_criteria=False))
def test_without_a_survey_nothing_that_it_does_not_decide_changes(year):
    scheme, facts = year
    gone = set(survey_leaves(scheme, METHODS))
    before = score(scheme, METHODS, facts)
    after = score(without_survey(scheme, METHODS, "x")[0], METHODS, facts)
    for leaf in scheme.leaves:
        for row in range(len(facts.units)):
            mark = after.mark(row, after.criteria[leaf.number])
            if leaf.number in gone:
                assert mark.reachable == 0
            else:
                assert mark == before.mark(row, before.criteria[leaf.number])
