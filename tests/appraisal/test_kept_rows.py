"""Marks that an appraisal keeps: a column filled from top to bottom is confirmations and entries, again and again."""

from dataclasses import replace

import pytest

from cchc_score.appraisal.acts import Confirmation
from cchc_score.appraisal.stages import Stages
from cchc_score.facts import Origin
from cchc_score.model import Outcome
from cchc_score.sheet import HandMark
from tests.appraisal.filling import DAY, exported, filled, read
from tests.appraisal.kit import SCHEME, TABLE, codes, scored
from tests.strategies import METHODS

STAGES = Stages(SCHEME, METHODS, TABLE)
SHEET = STAGES.reported


def present(row, number):
    mark = SHEET.mark(row, SHEET.criteria[number])
    return HandMark(mark.outcome, mark.low)


def taken(changes, stages=STAGES, lang="vi"):
    found = read(filled(exported(stages, lang=lang), changes), stages)
    assert [finding.code for finding in found.findings if finding.severity == "error"] == []
    return found


@pytest.mark.parametrize("word", ["x", "X", "giữ nguyên", "kept", 1, "1,0"])
def test_a_mark_is_kept_without_a_reason(word):
    assert present(0, "1.1.1") == scored(1)
    found = taken({("criterion", "M01", "1.1.1"): {"new": word}})
    assert found.entries == ()
    (kept,) = found.kept
    assert (kept.unit, kept.round, kept.by, kept.on) == ("M01", 1, "Hội đồng", DAY)
    assert kept.seen == (("1.1.1", scored(1)),)


def test_a_mark_without_points_is_kept_by_its_word():
    assert present(1, "1.2").outcome == Outcome.NOT_APPLICABLE
    (kept,) = taken({("criterion", "M02", "1.2"): {"new": "không áp dụng"}}).kept
    assert kept.seen == (("1.2", HandMark(Outcome.NOT_APPLICABLE)),)


def test_a_full_column_is_confirmations_and_adjustments():
    column = {
        ("criterion", "M01", "1.1.1"): {"new": 1, "by": "An"},
        ("criterion", "M01", "1.1.2"): {"new": 0, "by": "An", "reason": "Chậm", "evidence": "không có"},
        ("criterion", "M01", "1.2"): {"new": "x", "by": "An"},
        ("criterion", "M02", "1.1.1"): {"new": "x", "by": "Bình"},
    }
    found = taken(column)
    assert [(act.unit, act.by, [number for number, _ in act.seen]) for act in found.kept] == [
        ("M01", "An", ["1.1.1", "1.2"]),
        ("M02", "Bình", ["1.1.1"]),
    ]
    (entry,) = found.entries
    assert (entry.criterion, entry.new, entry.reason) == ("1.1.2", scored(0), "Chậm")


def test_another_value_still_needs_a_reason():
    found = read(filled(exported(STAGES), {("criterion", "M01", "1.1.1"): {"new": 0}}), STAGES)
    assert codes(found.findings).count("workbook-blank") == 2
    assert found.kept == ()


def test_the_same_workbook_can_be_imported_again_and_again():
    changes = {
        ("criterion", "M01", "1.1.1"): {"new": "x"},
        ("criterion", "M01", "1.1.2"): {"new": 0, "reason": "Chậm", "evidence": "không có"},
    }
    book = filled(exported(STAGES), changes)
    first = read(book, STAGES)
    after = replace(STAGES, entries=first.entries, acts=first.kept)
    again = read(book, after)
    assert (again.entries, again.kept) == ((), ())
    assert [finding.code for finding in again.findings if finding.severity == "error"] == []


def test_somebody_else_who_keeps_the_same_mark_is_heard_too():
    book = filled(exported(STAGES), {("criterion", "M01", "1.1.1"): {"new": "x", "by": "Bình"}})
    other = Confirmation(round=1, unit="M01", seen=(("1.1.1", scored(1)),), by="An", on=DAY, origin=Origin(""))
    (kept,) = read(book, replace(STAGES, acts=(other,))).kept
    assert kept.by == "Bình"
