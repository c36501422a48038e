"""Codes in the label's own cell: split where they are the form's, and never where that would be a guess."""

import pytest

from cchc_score.documents import Cell, CellTable
from cchc_score.intake.joined_codes import split_codes
from cchc_score.intake.read_document import reports_of
from cchc_score.model import Indicator
from cchc_score.schemes.form_file import read_form
from tests.written_tables import READ

INDICATORS = {code: Indicator(code, code, unit="việc") for code in ("a", "b", "c", "d")}
TEXT = """\
[form]
code = "mau"
title = "Mẫu"
title_before_unit = "CỦA ỦY BAN NHÂN DÂN"
groups = ["Trong đó"]

[row."1"]
label = "Hồ sơ"
kind = "header"

[row."1.1"]
label = "Số hồ sơ"
unit = "Việc"
indicator = "a"

[row."1.1/1"]
label = "3 ngày đầu"
unit = "Việc"
indicator = "b"

[row."1.2"]
label = "Số thủ tục"
unit = "Việc"
indicator = "c"

[row."3"]
label = "Văn bản"
unit = "Việc"
indicator = "d"
"""
FORM = read_form(TEXT.encode(), "mau.toml", INDICATORS)
TITLE = ("THỐNG KÊ CỦA ỦY BAN NHÂN DÂN XÃ AN LỘC",)
HEADINGS = ["Chỉ tiêu", "Đơn vị tính", "Số liệu", "Ghi chú"]
ROWS = [
    ("1", "Hồ sơ", ""),
    ("1.1", "Số hồ sơ", "9"),
    ("", "3 ngày đầu", "4"),
    ("1.2", "Số thủ tục", "7"),
    ("3", "Văn bản", "5"),
]
ALL = {"a": 9, "b": 4, "c": 7, "d": 5}
each_kind = pytest.mark.parametrize("kind", READ)


def joined(mark, rows=ROWS):
    return [
        [f"{code}{mark}{label}" if code else label, "Việc" if value else "", value, ""] for code, label, value in rows
    ]


def read(kind, rows):
    (report,) = reports_of(READ[kind]([(TITLE, rows)]), "x", FORM, INDICATORS, 2025)
    return report


def told(report):
    return {one.code: one.value for one in report.facts}


def codes(report):
    return [one.code for one in report.findings]


@each_kind
@pytest.mark.parametrize("mark", [". ", " ", ") ", "/ ", ": ", " - ", ".", "\u00a0"])
def test_codes_in_the_cell_of_the_label_are_those_of_the_form(kind, mark):
    report = read(kind, [HEADINGS, *joined(mark)])
    assert told(report) == ALL
    assert codes(report) == []
    assert {fact.code: fact.origin.row for fact in report.facts}["c"] == "1.2"


@each_kind
def test_an_empty_column_of_codes_changes_nothing(kind):
    rows = [["STT", *HEADINGS], *(["", *row] for row in joined(". "))]
    assert told(read(kind, rows)) == ALL


@each_kind
def test_codes_may_stand_here_and_there(kind):
    rows = [["STT", *HEADINGS], *(["", *row] for row in joined(". "))]
    rows[4][:2] = ["1.2", "Số thủ tục"]
    assert told(read(kind, rows)) == ALL


@each_kind
def test_a_code_with_another_label_is_told_and_its_parts_belong_to_nobody(kind):
    rows = joined(". ", [("1.2", "Số thủ tục", "7"), ("1.1", "Số hồ sơ cũ", "9"), ("", "3 ngày đầu", "4")])
    report = read(kind, [HEADINGS, *rows])
    assert told(report) == {"b": 4, "c": 7}
    (finding,) = [one for one in report.findings if one.code == "row-label-differs"]
    assert finding.place.row == "1.1"


@each_kind
def test_headings_typed_again_are_no_row(kind):
    rows = joined(". ")
    report = read(kind, [HEADINGS, *rows[:3], HEADINGS, *rows[3:]])
    assert told(report) == ALL


def table(*rows):
    return CellTable(tuple((at, tuple(Cell(text) for text in row)) for at, row in enumerate(rows, 1)))


def test_a_table_whose_codes_have_their_cells_stays_as_it_is():
    plain = table(["STT", *HEADINGS], ["1.1", "Số hồ sơ", "Việc", "9", ""])
    assert split_codes([plain], FORM) == (plain,)


def test_a_table_without_headings_goes_on_with_the_one_before_it():
    first = table(HEADINGS, ["1. Hồ sơ", "", "", ""], ["1.1. Số hồ sơ", "Việc", "9", ""])
    more = table(["3 ngày đầu", "Việc", "4", ""], ["1.2. Số thủ tục", "Việc", "7", ""])
    _, found = split_codes([first, more], FORM)
    assert [[cell.text for cell in cells[:2]] for _, cells in found.rows] == [["", "3 ngày đầu"], ["1.2", "Số thủ tục"]]
    # One of another width is of other columns.
    narrow = table(["1.2. Số thủ tục", "Việc", "7"])
    assert split_codes([first, narrow], FORM)[1] == narrow


def test_a_table_of_another_kind_stays_as_it_is():
    other = table(HEADINGS, ["1. Mua sắm", "Việc", "9", ""], ["1.1. Số hồ sơ khác", "Việc", "9", ""])
    assert split_codes([other], FORM) == (other,)


def test_what_may_be_two_codes_is_neither():
    text = TEXT.replace('label = "Hồ sơ"', 'label = "1. Khác"').replace(
        '[row."3"]\nlabel = "Văn bản"', '[row."1.1."]\nlabel = "Khác"'
    )
    form = read_form(text.encode(), "mau.toml", INDICATORS)
    rows = table(HEADINGS, ["1.1. Khác", "Việc", "9", ""], ["1.2. Số thủ tục", "Việc", "9", ""])
    assert [cells[0].text for _, cells in split_codes([rows], form)[0].rows][2] == "1.2"
