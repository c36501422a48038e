"""What an annex says beside its numbers: why points are others, why a criterion gives none, by which decision."""

from dataclasses import replace

import pytest
from hypothesis import given

from cchc_score.appraisal.stages import Stages
from cchc_score.results.scored import scored_stage
from tests.appraisal.kit import SCHEME, TABLE, scored
from tests.report.annex.made import document_of
from tests.results.years import CLAIM, FINAL, scored_years
from tests.strategies import METHODS, examples


def table_of(result, piece):
    """The rows of the one table that a piece has."""
    (table,) = document_of(result, pieces=[piece]).tables
    return table.sheet.rows


def claimed(number, points):
    """The year in which one unit claims some points of a criterion, and nobody appraises."""
    stages = Stages(SCHEME, METHODS, TABLE, (replace(CLAIM, criterion=number, mark=scored(points)),))
    return scored_stage(stages.final, METHODS, (), "cchc-score 0", (), stages)


def test_where_nobody_gave_a_reason_it_is_what_the_rule_makes_of_the_figures():
    ((_, unit, _, own, given_points, change, reason, answer),) = table_of(claimed("1.1.1", 2), "changes")
    assert (unit, own, given_points, change, answer) == ("Xã Mẫu 01", "2,00", "1,00", "-1,00", "")
    assert reason == "Theo số liệu: 0 + 0,5 x 2 = 1"


def test_points_that_are_open_still_say_so():
    ((*_, reason, _),) = table_of(claimed("2.1", 2), "changes")
    assert reason == "chờ kết quả điều tra, thẩm định"


def test_what_does_not_apply_says_whether_people_or_the_rule_decided_it():
    reasons = {(row[0], row[3]): row[4] for row in table_of(FINAL, "not-applicable")}
    assert reasons["1.2", "Xã Mẫu 01"] == "không áp dụng, do người thẩm định ấn định"
    assert reasons["1.2", "Xã Mẫu 02"] == "không phát sinh, theo quy tắc của tiêu chí"


@pytest.mark.parametrize(
    ("decision", "lang", "basis"),
    [
        ("12/QĐ-UBND ngày 01/02/2026", "vi", "(Theo Quyết định số 12/QĐ-UBND ngày 01/02/2026)"),
        ("Thông tư 09/2021/TT-BTP", "vi", "(Theo Thông tư 09/2021/TT-BTP)"),
        ("12/QĐ-UBND", "en", "(By Decision 12/QĐ-UBND)"),
        ("", "vi", "(Minh họa, không theo quyết định nào)"),
    ],
)
def test_a_decision_is_called_one(decision, lang, basis):
    sheet = replace(FINAL.sheet, scheme=replace(SCHEME, decision=decision))
    assert document_of(replace(FINAL, sheet=sheet), lang).basis == basis


@pytest.mark.full
@examples(30)
@given(result=scored_years(least=1))
def test_the_columns_of_areas_are_wide_enough_for_their_numbers(result):
    for table in document_of(result, pieces=["areas"]).tables:
        for width, texts in zip(table.widths[2:], list(zip(*table.sheet.rows, strict=True))[2:], strict=True):
            assert width > 1.6 * max(map(len, texts))
