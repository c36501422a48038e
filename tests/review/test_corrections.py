"""Corrections go from the cells of a workbook into a report and stay there; a row with a fault goes nowhere."""

import io
from dataclasses import replace
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from cchc_score.appraisal.appraisal_model import Known
from tests.appraisal.filling import saved
from tests.review import kit
from tests.review.kit import UNIT, corrected, facts, filled, read, report_text, workbook, year
from tests.strategies import examples

WHOLE = st.integers(0, 10**9)
VALUES = st.tuples(st.just(""), WHOLE, WHOLE, WHOLE, st.sampled_from(["0", "1", ""])).map(
    lambda row: tuple(map(str, row))
)
TEXTS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=40).map(
    lambda text: " ".join(text.split()).lstrip("=")
)
NAMES = TEXTS.filter(bool)


@examples(25)
@given(values=VALUES, lang=st.sampled_from(["vi", "en"]))
def test_a_workbook_in_which_nobody_wrote_changes_nothing(values, lang):
    gathered = year(values)
    found = read(workbook(gathered, lang))
    assert found == ([], [])
    assert corrected(report_text(gathered), []) == (report_text(gathered), (), [])


@examples(40)
@given(
    values=VALUES,
    new=st.fixed_dictionaries({}, optional=dict.fromkeys(("tasks", "done", "people"), WHOLE)),
    by=NAMES,
    reason=TEXTS,
    lang=st.sampled_from(["vi", "en"]),
)
def test_corrections_come_back_with_their_author_and_everything_else_stays(values, new, by, reason, lang):
    gathered = year(values)
    before = report_text(gathered)
    book = filled(workbook(gathered, lang), {code: {"new": value, "reason": reason} for code, value in new.items()}, by)
    corrections, found = read(book)
    after, made, more = corrected(before, corrections)
    assert (found, more) == ([], [])
    assert len(made) == len(new)
    old, now = facts(before), facts(after)
    for code in {*old, *now} - new.keys():
        # Its line, and with it where it stands in the file, may be another.
        assert old[code]._replace(origin=now[code].origin) == now[code]
    for code, value in new.items():
        assert now[code].value == F(value)
        assert now[code].origin.checked_by == by
        assert now[code].origin.reason == reason
        assert now[code].confirmed == (code in old and old[code].value == value)
        if code in old and old[code].value != value:
            assert now[code].origin.replaces == old[code].origin.printed
    again, repeated, rest = corrected(after, corrections)
    assert (again, rest) == (after, [])
    assert all(change.done for change in repeated)


@pytest.mark.full
@pytest.mark.parametrize(
    ("code", "typed", "value"),
    [
        ("tasks", "1.250", F(1250)),
        ("tasks", "1 250", F(1250)),
        ("tasks", 1250, F(1250)),
        ("tasks", "1.250.000", F(1250000)),
        ("board", "không", False),
        ("board", "0", False),
        ("board", 0, False),
    ],
)
def test_a_value_is_read_as_in_a_document(code, typed, value):
    gathered = year()
    (correction,), found = read(filled(workbook(gathered), {code: {"new": typed}}, "An"))
    assert found == []
    assert correction.new.value == value
    after, _, _ = corrected(report_text(gathered), [correction])
    assert facts(after)[code].value == value


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_figure_that_the_report_does_not_have_goes_with_a_remark(lang):
    gathered = year()
    word = "chưa có" if lang == "vi" else "Unknown"
    corrections, _ = read(filled(workbook(gathered, lang), {"people": {"new": word, "reason": "ô trống"}}, "An"))
    after, (change,), found = corrected(report_text(gathered), corrections)
    assert found == []
    assert "people" not in facts(after)
    (remark,) = [line for line in after.split("\n") if line.startswith("# people: 120 -> ")]
    assert remark.endswith("; An: ô trống")
    assert change.new is None
    assert corrected(after, corrections)[0] == after


@pytest.mark.parametrize("mark", ["x", "X", "có", "✓", True])
def test_an_x_confirms_what_was_read_and_settles_its_doubt(mark):
    gathered = year(("", "20", "25", "120", "1"))
    assert "doubt" in report_text(gathered)
    changes = {code: {"confirmed": mark, "by": "Bình"} for code in ("tasks", "done")}
    corrections, found = read(filled(workbook(gathered), changes, "An"))
    assert found == []
    after, made, _ = corrected(report_text(gathered), corrections)
    assert {change.indicator.code for change in made} == {"tasks", "done"}
    now = facts(after)
    assert all(now[code].confirmed and now[code].origin.checked_by == "Bình" for code in changes)
    assert now["tasks"].origin.printed == "20"


def test_the_same_value_written_again_is_a_confirmation():
    gathered = year()
    (correction,), _ = read(filled(workbook(gathered), {"tasks": {"new": 27}}, "An"))
    assert (correction.changed, correction.confirmed) == (False, True)


@pytest.mark.parametrize("line", ["Người soát: Lê Thị Cúc", "Checked by:  Lê Thị Cúc "])
def test_the_name_above_the_rows_stands_for_all_that_have_none(line):
    book = filled(workbook(year()), {"tasks": {"new": 1}, "done": {"new": 2, "by": "Bình"}})
    opened = load_workbook(io.BytesIO(book))
    opened.worksheets[1]["A2"] = line
    corrections, found = read(saved(opened), by="không dùng")
    assert found == []
    assert {(one.indicator, one.by, one.unit) for one in corrections} == {
        ("tasks", "Lê Thị Cúc", UNIT), ("done", "Bình", UNIT),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "code", "cell"),
    [
        ({"tasks": {"new": 1}}, "review-author", "O"),
        ({"tasks": {"new": "=1+1", "by": "An"}}, "review-formula", "L"),
        ({"tasks": {"new": 1, "by": '="An"'}}, "review-formula", "O"),
        ({"tasks": {"confirmed": "?", "by": "An"}}, "review-mark", "M"),
        ({"tasks": {"reason": "sai", "by": "An"}}, "review-no-value", "L"),
        ({"tasks": {"new": "nhiều", "by": "An"}}, "value-unreadable", "L"),
        ({"tasks": {"new": -1, "by": "An"}}, "value-negative", "L"),
        ({"tasks": {"new": 1.5, "by": "An"}}, "value-not-whole", "L"),
        ({"board": {"new": "hơi có", "by": "An"}}, "value-yes-no", "L"),
        ({"tasks": {"new": 1, "by": "An", "printed": "28"}}, "workbook-changed", "P"),
        ({"tasks": {"new": 1, "by": "An", "unit": "15868"}}, "workbook-changed", "P"),
        ({"tasks": {"new": 1, "by": "A" * 2001}}, "value-long", "O"),
        ({"tasks": {"new": 1, "by": "An", "reason": "A" * 2001}}, "value-long", "N"),
    ],
)
def test_a_row_with_a_fault_is_told_with_its_cell_and_no_other_is_kept_out(changes, code, cell):
    changes = {**changes, "people": {"new": 7, "by": "Bình"}}
    corrections, found = read(filled(workbook(year()), changes))
    assert [one.indicator for one in corrections] == ["people"]
    assert code in [finding.code for finding in found]
    told = next(finding for finding in found if finding.code == code)
    assert told.place.cell.startswith(f"Số liệu!{cell}") or told.place.cell.count(":")
    assert told.place.unit == "Xã Hoằng Cát"


def test_an_x_beside_nothing_and_a_row_that_was_copied_are_told():
    blank = year(("", "27", "", "120", "1"))
    _, found = read(filled(workbook(blank), {"done": {"confirmed": "x"}}, "An"))
    assert [finding.code for finding in found] == ["review-blank"]


def test_an_indicator_that_nobody_knows_is_told(monkeypatch):
    book = filled(workbook(year()), {"tasks": {"new": 1}}, "An")
    monkeypatch.setattr(kit, "INDICATORS", {"done": kit.INDICATORS["done"]})
    _, found = read(book)
    assert [finding.code for finding in found] == ["indicator-absent"]


def test_a_workbook_of_anything_else_is_none():
    assert [finding.code for finding in read(saved(Workbook()))[1]] == ["review-nothing"]


def test_a_figure_that_is_another_by_now_is_told_and_not_written():
    gathered = year()
    corrections, _ = read(filled(workbook(gathered), {"tasks": {"new": 5}, "people": {"new": 6}}, "An"))
    changed = report_text(gathered).replace("tasks = { value = 27", "tasks = { value = 28")
    after, made, found = corrected(changed, corrections)
    assert [change.indicator.code for change in made] == ["people"]
    (told,) = found
    assert told.code == "review-stale"
    assert "27" in told.message("vi")
    assert "28" in told.message("vi")
    assert facts(after)["tasks"].value == 28


def test_a_figure_that_is_gone_is_told_and_not_written():
    gathered = year()
    corrections, _ = read(filled(workbook(gathered), {"tasks": {"confirmed": "x"}}, "An"))
    text = "\n".join(line for line in report_text(gathered).split("\n") if not line.startswith("tasks"))
    after, _, found = corrected(text, corrections)
    assert (after, [finding.code for finding in found]) == (text, ["review-stale"])


@pytest.mark.parametrize(
    "line",
    [
        "tasks = 27\n",
        '"1.1" = { value = 27, printed = "27" } # xem lại\n',
        'tasks = { value = 27,  remark = "a } b" }\n',
    ],
)
def test_a_report_that_people_wrote_is_corrected_too(line):
    gathered = year()
    text = "\n".join(one for one in report_text(gathered).split("\n") if not one.startswith("tasks")) + line
    corrections, _ = read(filled(workbook(gathered), {"tasks": {"new": 5}}, "An"))
    after, _, found = corrected(text, corrections)
    assert found == []
    assert facts(after)["tasks"].value == 5


@pytest.mark.parametrize(
    "tail",
    ["\n[facts.tasks]\nvalue = 27\n", 'tasks = { value = 27, remark = """a\nb""" }\n', "tasks.value = 27\n"],
)
def test_what_is_not_written_as_the_program_writes_it_stays_and_is_told(tail):
    gathered = year()
    text = "\n".join(one for one in report_text(gathered).split("\n") if not one.startswith("tasks")) + tail
    corrections, _ = read(filled(workbook(gathered), {"tasks": {"new": 5}}, "An"))
    after, made, found = corrected(text, corrections)
    if after == text:
        assert made == ()
        assert [finding.code for finding in found] == ["review-unwritable"]
    else:
        assert facts(after)["tasks"].value == 5


def test_a_value_that_cannot_be_read_any_more_is_told():
    gathered = year()
    corrections, _ = read(filled(workbook(gathered), {"tasks": {"new": 5}}, "An"))
    text = report_text(gathered).replace("tasks = { value = 27", 'tasks = { value = "nhiều"')
    assert [finding.code for finding in corrected(text, corrections)[2]] == ["review-unwritable"]


def test_a_correction_of_a_draft_is_a_figure_and_one_of_a_corrected_figure_keeps_what_was_printed():
    gathered = year()
    text = report_text(gathered).replace('printed = "27"', 'printed = "27", draft = true')
    first, _ = read(filled(workbook(gathered), {"tasks": {"new": 5}}, "An"))
    after, _, _ = corrected(text, first)
    assert not facts(after)["tasks"].origin.draft
    later = replace(first[0], shown="5", new=Known(F(6)), by="Bình")
    last = facts(corrected(after, [later])[0])["tasks"]
    assert (last.value, last.origin.replaces, last.origin.checked_by) == (6, "27", "Bình")
