"""Remarks and notes beside units: each thing that they tell is so, and nothing that is so is left out."""

from fractions import Fraction as F

import pytest
from hypothesis import given

from cchc_score.engine import not_chosen, silent_rows
from cchc_score.model import Outcome
from cchc_score.pages.notes import hand_words, outcome_words, stage_words
from cchc_score.pages.unit_notes import unit_notes, unit_remarks
from tests.results.years import FINAL, scored_years
from tests.strategies import examples


@pytest.mark.full
@examples(100)
@given(result=scored_years())
def test_a_remark_tells_of_what_is_provisional_failed_cut_or_unranked(result):
    sheet = result.sheet
    rows = range(len(sheet.table.units))
    for row, remark in zip(rows, unit_remarks(result, rows, "total", "en"), strict=True):
        total = sheet.mark(row, sheet.total)
        added = sum((sheet.mark(row, cells).low for cells in sheet.areas.values()), F(0))
        cut = sheet.scheme.ranking.above_100 == "cap" and added > total.low
        open_ = total.outcome in (Outcome.MISSING, Outcome.PENDING) or total.low != total.high
        assert ("provisional" in remark) == (open_ and total.outcome != Outcome.FAILED)
        assert ("method failed" in remark) == (total.outcome == Outcome.FAILED)
        assert ("total cut at the maximum" in remark) == cut
        assert ("nothing sent" in remark) == (row in silent_rows(sheet))
        assert ("not ranked" in remark) == (not sheet.table.units[row].ranked)


def waits_for_a_choice(sheet, row, number):
    """Whether it is not known which of the alternatives of a criterion counts."""
    fact = sheet.scheme.criteria[number].chosen_by
    open_ = sheet.criteria[number].outcome[row] in (Outcome.MISSING, Outcome.PENDING)
    return open_ and fact is not None and not all(sheet.table.known(row, code) for code in fact.codes)


@pytest.mark.full
@examples(60)
@given(result=scored_years())
def test_a_note_names_every_leaf_and_choice_that_counts_and_is_not_simply_scored(result):
    sheet = result.sheet
    rows = range(len(sheet.table.units))
    notes = unit_notes(result, rows, "total", "en")
    for row in rows:
        heads = (f"{sheet.table.units[row].label}: ", f"All {len(rows)} units: ")
        (note,) = [note for note in notes if note.startswith(heads)] or [""]
        others = not_chosen(sheet.scheme, sheet.table, row)
        for outcome in (Outcome.MISSING, Outcome.PENDING, Outcome.FAILED, Outcome.NOT_APPLICABLE):
            numbers = [
                number
                for number in sheet.scheme.criteria
                if number in result.assessed - others
                and sheet.criteria[number].outcome[row] == outcome
                and (sheet.scheme.criteria[number].is_leaf or waits_for_a_choice(sheet, row, number))
            ]
            # Of whoever has sent nothing the remark says so once.
            if outcome == Outcome.MISSING and row in silent_rows(sheet):
                numbers = []
            words = outcome_words(outcome, "en")
            assert (f"{words}: " in note) == bool(numbers)
            assert f"{words}: {', '.join(numbers)}" in note or not numbers


def test_marks_set_by_hand_are_named_but_not_in_the_self_score_where_all_are():
    (note,) = unit_notes(FINAL, [0], "1.3", "en")
    assert note == f"{FINAL.sheet.table.units[0].label}: set by appraisers: 1.3."
    assert hand_words("self", Outcome.SCORED, "en") == "claimed"
    assert hand_words("self", Outcome.MISSING, "en") == ""


@pytest.mark.parametrize(
    ("stage", "words"), [("final", "kết quả cuối cùng"), ("self", "tự chấm"), ("round-2", "sau vòng 2")]
)
def test_a_stage_has_a_name(stage, words):
    assert stage_words(stage, "vi") == words
