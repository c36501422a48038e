"""Workbooks: what a cell shows and means, what people cannot see, and files made to do harm."""

import io
import random
import sys
import time
import zipfile
from dataclasses import replace
from datetime import date, datetime, timedelta
from datetime import time as clock
from decimal import Decimal
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.comments import Comment

from cchc_score.builtin.readers import read_xlsx
from cchc_score.catalogue import CATALOGUE
from cchc_score.documents import Cell, Tables
from cchc_score.errors import ReportError
from cchc_score.excel import xlsx_book as book
from cchc_score.excel import xlsx_parts as parts
from cchc_score.excel import xlsx_table as table
from tests.strategies import examples
from tests.workbooks import BOOK, MAIN, OFFICE, SHEET, one_sheet, saved, workbook, written, zipped


def cells(data, number=1):
    """The cells of a table that show something, by their own names."""
    (found,) = [one for one in read_xlsx(data, "a.xlsx").tables if one.number == number]
    return {cell.at: cell for _, row in found.rows for cell in row if cell.text or cell.fault}


def texts(data):
    """The texts of the first table, row by row."""
    return [(number, *(cell.text for cell in row)) for number, row in read_xlsx(data, "a.xlsx").tables[0].rows]


def refused(data):
    """The one finding about a file that is not read."""
    with pytest.raises(ReportError) as caught:
        read_xlsx(data, "a.xlsx")
    (told,) = caught.value.findings
    return told


def formatted(value, code):
    """The one cell of a workbook with a value in a number format."""
    made = Workbook()
    made.active["A1"] = value
    made.active["A1"].number_format = code
    return cells(saved(made))["A1"]


@pytest.mark.parametrize(
    ("value", "text", "meant"),
    [
        (1340, "1340", F(1340)),
        (1340.5, "1340.5", F("1340.5")),
        (-0.25, "-0.25", F("-0.25")),
        (0, "0", F(0)),
        (-0.0, "0", F(0)),
        (0.1 + 0.2, "0.3", F("0.3")),
        (1.1, "1.1", F("1.1")),
        (1e15, "1000000000000000", F(10**15)),
        (2.5e-7, "0.00000025", F("0.00000025")),
        (999999999999999, "999999999999999", F(999999999999999)),
        (True, "TRUE", True),
        (False, "FALSE", False),
        ("1.340", "1.340", None),
        ("2.3.", "2.3.", None),
        ("1.10", "1.10", None),
        (" Xã  Hoằng\nCát ", " Xã  Hoằng\nCát ", None),
        ("một_x000D_hai", "một\rhai", None),
        ("_xD83D_", "_xD83D_", None),
        ("#DIV/0", "#DIV/0", None),
        (date(2023, 12, 31), "2023-12-31", date(2023, 12, 31)),
        (datetime(2023, 12, 31), "2023-12-31", date(2023, 12, 31)),
        (datetime(2023, 12, 31, 14, 30), "2023-12-31 14:30:00", date(2023, 12, 31)),
        (clock(8, 5), "08:05:00", None),
        (timedelta(hours=36, minutes=5), "36:05:00", None),
    ],
)
def test_a_cell_has_the_text_that_it_shows_and_the_value_that_it_stores(value, text, meant):
    cell = cells(written([None, value]))["B1"]
    assert cell == Cell(text, meant, at="B1")
    assert type(cell.value) is type(meant)


@pytest.mark.parametrize(
    ("value", "code", "text", "meant"),
    [
        (0.96, "0%", "96%", F(96)),
        (0.9655, "0%", "96.55%", F("96.55")),
        (0.07, "0.00%", "7%", F(7)),
        (1, '[Red]0.0%;[Blue]-0.0%;"-"', "100%", F(100)),
        (96, '0"%"', "96%", F(96)),
        (96, r"0\%", "96%", F(96)),
        (96, "0_%", "96", F(96)),
        (96, "[$%-42A]0", "%96", F(96)),
        (7, "00", "07", F(7)),
        (1.1, "0.00", "1.10", F("1.1")),
        (1.125, "0.00", "1.125", F("1.125")),
        (-7, "000", "-007", F(-7)),
        (1340, "#,##0", "1340", F(1340)),
        (1340, '#,##0 "đồng/năm"', "1340 đồng/năm", F(1340)),
        (12, '0 "dd/mm/yyyy"', "12 dd/mm/yyyy", F(12)),
        (45291, "dd/mm/yyyy", "2023-12-31", date(2023, 12, 31)),
        (45291, '"ngày" dd "tháng" mm', "2023-12-31", date(2023, 12, 31)),
        (45291, "[$-42A]dd mmmm yyyy;@", "2023-12-31", date(2023, 12, 31)),
        (45291.5, "dd/mm/yyyy", "2023-12-31 12:00:00", date(2023, 12, 31)),
        (-1.5, "[h]:mm", "-36:00:00", None),
        ("12", "dd/mm/yyyy", "12", None),
        ("0.5", "0%", "0.5", None),
    ],
)
def test_the_number_format_says_what_a_number_is(value, code, text, meant):
    assert formatted(value, code) == Cell(text, meant, at="A1")


@pytest.mark.parametrize(("value", "code"), [(-1, "dd/mm/yyyy"), (9_999_999, "dd/mm/yyyy"), (1e300, "[h]:mm")])
def test_a_date_that_excel_cannot_show_is_a_fault(value, code):
    assert formatted(value, code).fault == "cell-error"


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ('<c r="A1" t="e"><v>#DIV/0!</v></c>', Cell("#DIV/0!", fault="cell-error", at="A1")),
        ('<c r="A1" t="e"><f>NA()</f><v>#N/A</v></c>', Cell("#N/A", fault="cell-error", at="A1")),
        ('<c r="A1"><f>B1+1</f><v>41</v></c>', Cell("41", F(41), at="A1")),
        ('<c r="A1" s="1"><f>B1/C1</f><v>0.96</v></c>', Cell("96%", F(96), at="A1")),
        ('<c r="A1"><f>B1+1</f></c>', Cell("=B1+1", fault="cell-uncalculated", at="A1")),
        ('<c r="A1"><f>B1&amp;"đ"</f><v/></c>', Cell('=B1&"đ"', fault="cell-uncalculated", at="A1")),
        ('<c r="A1"><f t="shared" si="0"/></c>', Cell("=", fault="cell-uncalculated", at="A1")),
        ('<c r="A1" t="str"><f>C1</f><v>đạt</v></c>', Cell("đạt", at="A1")),
        ('<c r="A1" t="str"><f>IF(B1,1,"")</f><v></v></c>', None),
        ('<c r="A1" t="b"><f>B1&gt;1</f><v>1</v></c>', Cell("TRUE", True, at="A1")),
        ('<c r="A1" t="d"><v>2023-12-31</v></c>', Cell("2023-12-31", date(2023, 12, 31), at="A1")),
        ('<c r="A1" t="d"><v>2023-12-31T14:30:00</v></c>', Cell("2023-12-31 14:30:00", date(2023, 12, 31), at="A1")),
        ('<c r="A1" t="d"><v>hôm nay</v></c>', Cell("hôm nay", at="A1")),
        ('<c r="A1" t="s"><v>1</v></c>', Cell("hai", at="A1")),
        ('<c r="A1" t="inlineStr"><is><t>ba</t></is></c>', Cell("ba", at="A1")),
        (
            '<c r="A1" t="inlineStr"><is><r><t>b</t></r><r><t>ốn</t></r><rPh><t>x</t></rPh></is></c>',
            Cell("bốn", at="A1"),
        ),
        ("<c><v>5</v></c>", Cell("5", F(5), at="A1")),
        ('<c r="A1"><v>0.30000000000000004</v></c>', Cell("0.3", F("0.3"), at="A1")),
        ('<c r="A1"><v>1.5E3</v></c>', Cell("1500", F(1500), at="A1")),
        (
            '<c r="A1"><v>-5.5511151231257827E-17</v></c>',
            Cell("-0.0000000000000000555111512312578", F("-5.55111512312578E-17"), at="A1"),
        ),
        ('<c r="A1"><v>1E31</v></c>', Cell("1E31", fault="cell-error", at="A1")),
        ('<c r="A1"><v>1E999</v></c>', Cell("1E999", fault="cell-error", at="A1")),
        ('<c r="A1"><v>1E999999999</v></c>', Cell("1E999999999", fault="cell-error", at="A1")),
        ('<c r="A1"><v>NaN</v></c>', Cell("NaN", fault="cell-error", at="A1")),
        ('<c r="A1" s="1"><v>1_0</v></c>', Cell("1_0", fault="cell-error", at="A1")),
        ('<c r="A1" s="1"/>', None),
        ('<c r="A1" t="s"><v></v></c>', None),
    ],
)
def test_what_a_file_stores_is_taken_and_what_it_lacks_is_a_fault(xml, expected):
    found = cells(one_sheet(f'<row r="1">{xml}<c r="B1"><v>1</v></c></row>'))
    assert found.get("A1") == (replace(expected, formula="<f" in xml) if expected else None)
    assert expected is None or not expected.fault or expected.fault in CATALOGUE


def test_rows_and_columns_are_those_of_the_sheet():
    made = Workbook()
    made.active["B2"], made.active["D5"] = "mã", 7
    made.active["H9"].number_format = "0%"
    (found,) = read_xlsx(saved(made), "a.xlsx").tables
    assert [number for number, _ in found.rows] == [2, 5]
    assert [[cell.at for cell in row] for _, row in found.rows] == [["A2", "B2", "C2", "D2"], ["A5", "B5", "C5", "D5"]]


def test_sheets_come_in_their_order_and_charts_are_none():
    made = Workbook()
    made.active.title = "Bìa"
    made.create_chartsheet("Biểu đồ")
    made.create_sheet("PL 01b")["A1"] = 1
    found = read_xlsx(saved(made), "a.xlsx").tables
    assert [(one.name, one.number, len(one.rows)) for one in found] == [("Bìa", 1, 0), ("PL 01b", 2, 1)]


def test_a_merged_value_stands_once_whatever_its_file_keeps_below_it():
    rows = "".join(
        f'<row r="{row}">' + "".join(f'<c r="{letter}{row}"><v>{row}</v></c>' for letter in "ABC") + "</row>"
        for row in (1, 2, 3)
    )
    merged = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C2:C3"/></mergeCells>'
    assert texts(one_sheet(rows, after=merged)) == [(1, "1", "", "1"), (2, "", "", "2"), (3, "3", "3", "")]
    whole = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    assert texts(one_sheet(rows, after=whole)) == [(1, "1")]


def test_the_size_that_a_sheet_claims_is_not_believed():
    row = '<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>3</v></c></row><row r="4"><c r="B4"><v>2</v></c></row>'
    expected = [(1, "1", "", "3"), (4, "", "2", "")]
    for claimed in ("A1", "A1:B2", "A1:XFD1048576", "nothing"):
        assert texts(one_sheet(row, before=f'<dimension ref="{claimed}"/>')) == expected


def test_what_is_hidden_is_read_and_told():
    made = Workbook()
    sheet = made.active
    sheet.title = "PL01"
    for number in range(1, 10):
        sheet.append([number, None, number])
    for number in (2, 3, 4, 7, 30):
        sheet.row_dimensions[number].hidden = True
    for letter in "BC":
        sheet.column_dimensions[letter].hidden = True
    for state in ("hidden", "veryHidden"):
        made.create_sheet(state)["A1"] = "x"
        made[state].sheet_state = state
    made.create_sheet("trống").sheet_state = "hidden"
    found = read_xlsx(saved(made), "a.xlsx")
    assert [len(one.rows) for one in found.tables] == [9, 1, 1, 0]
    assert [one.words("vi").partition(";")[0] for one in found.findings] == [
        "a.xlsx: PL01!2:4: có dòng bị ẩn nhưng có nội dung (2-4, 7)",
        "a.xlsx: PL01!C:C: có cột bị ẩn nhưng có nội dung (C)",
        "a.xlsx: hidden: trang tính bị ẩn nhưng vẫn được đọc",
        "a.xlsx: veryHidden: trang tính bị ẩn nhưng vẫn được đọc",
    ]
    assert [one.severity for one in found.findings] == ["warning", "warning", "note", "note"]


def test_of_many_hidden_rows_the_first_are_named():
    rows = "".join(f'<row r="{n}" hidden="1"><c><v>1</v></c></row>' for n in range(1, 40, 2))
    (told,) = read_xlsx(one_sheet(rows), "a.xlsx").findings
    assert (told.place.cell, told.args["places"]) == ("PL01!1:1", ("1", "3", "5", "7", "9", "..."))


def test_days_are_counted_as_the_workbook_says():
    made = Workbook()
    made.epoch = datetime(1904, 1, 1)
    made.active["A1"] = date(2023, 12, 31)
    assert cells(saved(made))["A1"].value == date(2023, 12, 31)


def test_what_stands_around_the_cells_does_no_harm():
    made = Workbook()
    made.active["A1"] = 1
    made.active["A1"].comment = Comment("nhận xét", "ai đó")
    made.active["A2"].hyperlink = "https://example.vn/"
    made.active.auto_filter.ref = "A1:A2"
    assert set(cells(saved(made))) == {"A1", "A2"}


def test_other_names_of_parts_and_spaces_are_read():
    parts_of = workbook(('name="A"', '<sheetData><row><c t="s"><v>0</v></c></row></sheetData>'))
    other = {name.replace("sharedStrings", "SharedStrings"): content for name, content in parts_of.items()}
    assert cells(zipped(other))["A1"].text == "một"
    strict = {name: content.replace(MAIN, parts.MAIN[1]) for name, content in parts_of.items()}
    assert cells(zipped(strict))["A1"].text == "một"
    prefixed = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    assert cells(zipped(parts_of | {SHEET: prefixed}))["A1"].value == 5
    foreign = f'<worksheet xmlns="{MAIN}"><sheetData/><row xmlns="urn:x"><c><v>5</v></c></row></worksheet>'
    assert cells(zipped(parts_of | {SHEET: foreign})) == {}
    absolute = workbook(('name="A"', "<sheetData/>"), r1=("worksheet", "/xl/worksheets/sheet1.xml"))
    assert read_xlsx(zipped(absolute), "a.xlsx").tables[0].name == "A"


def test_without_its_libraries_the_command_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    told = refused(written([1]))
    assert told.code == "reader-absent"
    assert 'python -m pip install "cchc-score[excel]"' in told.words("vi")


def row(*cells_of):
    """A workbook of one row of cells."""
    return one_sheet(f'<row r="1">{"".join(cells_of)}</row>')


ONE = '<c r="A1"><v>1</v></c>'
FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
SPREAD = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, 307))
COVERED = '<mergeCell ref="A1:XFD1048576"/>' * 100_000
LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]>'
HIDDEN = '<col min="1" max="16384" hidden="1"/>'
SAME = workbook(
    *(((f'name="{n}"'), "") for n in range(40)),
    **{f"r{n}": ("worksheet", "worksheets/sheet1.xml") for n in range(1, 41)},
)
HOSTILE = {
    "a far cell": (one_sheet(f'<row r="1">{ONE}</row>{FAR}'), "sheet-far"),
    "rows across the whole sheet": (one_sheet(SPREAD), "sheet-far"),
    "a cell beyond the last column": (row('<c r="XFE1"><v>1</v></c>'), "archive-broken"),
    "a row beyond the last": (one_sheet('<row r="1048577"><c><v>1</v></c></row>'), "archive-broken"),
    "a row of no number": (one_sheet('<row r="x"/>'), "archive-broken"),
    "a row of a long number": (one_sheet(f'<row r="{"9" * 9999}"/>'), "archive-broken"),
    "a row below zero": (one_sheet('<row r="-1"/>'), "archive-broken"),
    "a row twice": (one_sheet(f'<row r="1">{ONE}</row><row r="1">{ONE}</row>'), "archive-broken"),
    "a cell twice": (row(ONE, '<c r="A1"><v>2</v></c>'), "archive-broken"),
    "a cell of another row": (row('<c r="A2"><v>1</v></c>'), "archive-broken"),
    "a cell without a column": (row('<c r="1"><v>1</v></c>'), "archive-broken"),
    "a cell of small letters": (row('<c r="a1"><v>1</v></c>'), "archive-broken"),
    "a text that is not there": (row('<c r="A1" t="s"><v>2</v></c>'), "archive-broken"),
    "a text counted from the end": (row('<c r="A1" t="s"><v>-1</v></c>'), "archive-broken"),
    "a style that is not there": (row('<c r="A1" s="9"><v>1</v></c>'), "archive-broken"),
    "an unknown type": (row('<c r="A1" t="z"><v>1</v></c>'), "archive-broken"),
    "neither true nor false": (row('<c r="A1" t="b"><v>2</v></c>'), "archive-broken"),
    "a merged range of nothing": (one_sheet("", after='<mergeCell ref=""/>'), "archive-broken"),
    "merged ranges over each other": (one_sheet(SPREAD[: SPREAD.index('<row r="99"')], after=COVERED), "sheets-large"),
    "columns without end": (one_sheet("", before='<col min="1" max="999999999" hidden="1"/>'), "archive-broken"),
    "columns hidden again and again": (one_sheet("", before=HIDDEN * 9), "archive-broken"),
    "more cells than are read": (one_sheet("<row><c/><c/></row>" * 520_000), "sheets-large"),
    "a bomb": (one_sheet("<a>" * 1_600_000), "archive-large"),
    "a deep hole": (one_sheet("<a>" * 100_000 + "</a>" * 100_000), ""),
    "a text of megabytes": (
        row(f'<c r="A1" t="str"><v>{random.Random(1).randbytes(1_200_000).hex()}</v></c>'),
        "sheets-large",
    ),
    "a tag of a million words": (
        one_sheet(f"<row {' '.join(f'a{n}=``' for n in range(400_000))}/>".replace("`", '"')),
        "sheets-large",
    ),
    "more texts than are read": (one_sheet("", STRINGS="<sst>" + "<si/>" * 1_600_000 + "</sst>"), "sheets-large"),
    "one sheet forty times": (
        zipped(
            SAME
            | {
                SHEET: f'<worksheet xmlns="{MAIN}"><sheetData>'
                + "<row><c/></row>" * 40_000
                + "</sheetData></worksheet>"
            }
        ),
        "sheets-large",
    ),
    "too many sheets": (zipped(workbook(*[('name="A"', "")] * 201)), "sheets-many"),
    "a sheet without its part": (
        zipped({k: v for k, v in workbook(('name="A"', "")).items() if k != SHEET}),
        "archive-broken",
    ),
    "a sheet that is elsewhere": (
        zipped(workbook(('name="A"', ""), r1=("worksheet", "../../etc/passwd"))),
        "archive-broken",
    ),
    "no list of parts": (zipped({BOOK: "<workbook/>"}), "archive-broken"),
    "a workbook that is no XML": (zipped(workbook() | {BOOK: b"\xff\xfe\x00"}), "archive-broken"),
    "a sheet that is no XML": (one_sheet("", SHEET="PL01"), "archive-broken"),
    "a sheet that breaks off": (one_sheet("", SHEET=f'<worksheet xmlns="{MAIN}"><sheetData>'), "archive-broken"),
    "an unknown encoding": (one_sheet("", SHEET='<?xml version="1.0" encoding="x"?><worksheet/>'), "archive-broken"),
    "an entity in a part of another name": (
        zipped(workbook(('name="A"', ""), r1=("worksheet", "a.dat")) | {"xl/a.dat": f"{LAUGHS}<a>&c;</a>"}),
        "archive-broken",
    ),
    "an entity in the texts under another name": (
        zipped(workbook(rs=("sharedStrings", "b.dat")) | {"xl/b.dat": f"{LAUGHS}<a>&c;</a>"}),
        "archive-broken",
    ),
    "an entity in the styles under another name": (
        zipped(workbook(rt=("styles", "b.dat")) | {"xl/b.dat": f"{LAUGHS}<a>&c;</a>"}),
        "archive-broken",
    ),
    "a number format without end": (
        one_sheet(
            f"<row>{ONE.replace('r=', 's=`1` r=').replace('`', chr(34))}</row>",
            STYLES=workbook()["xl/styles.xml"].replace("0%", "[" * 200_000),
        ),
        "",
    ),
    "a Word document": (zipped({"word/document.xml": "<a/>"}), "archive-kind"),
    "a binary workbook": (zipped({"xl/workbook.bin": b"\0"}), "archive-kind"),
    "an old workbook": (b"\xd0\xcf\x11\xe0" + b"\0" * 512, "archive-old"),
}


@pytest.mark.parametrize(("data", "code"), HOSTILE.values(), ids=HOSTILE)
def test_a_file_made_to_do_harm_is_refused_soon(data, code):
    began = time.process_time()
    if code:
        told = refused(data)
        assert told.code == code
        assert told.words("vi").startswith("a.xlsx: ")
    else:
        assert isinstance(read_xlsx(data, "a.xlsx"), Tables)
    assert time.process_time() - began < 5


def test_the_far_cell_is_named():
    assert refused(one_sheet(f'<row r="1">{ONE}</row>{FAR}')).place.cell == "PL01!XFD1048576"


def test_all_sheets_together_have_limits(monkeypatch):
    made = workbook(*(((f'name="{n}"'), '<sheetData><row><c r="C1"><v>1</v></c></row></sheetData>') for n in range(3)))
    assert len(read_xlsx(zipped(made), "a.xlsx").tables) == 3
    monkeypatch.setattr(table, "MAX_SQUARE", 8)
    assert refused(zipped(made)).code == "sheets-large"
    monkeypatch.undo()
    monkeypatch.setattr(book, "MAX_BYTES", 200)
    assert refused(zipped(made)).code == "sheets-large"


def test_between_far_cells_those_that_are_not_stored_have_no_name(monkeypatch):
    monkeypatch.setattr(table, "MAX_CELLS", 2)
    ((_, found),) = read_xlsx(row('<c r="A1" s="1"/>', '<c r="C1"><v>1</v></c>'), "a.xlsx").tables[0].rows
    assert found == (Cell(), Cell(), Cell("1", F(1), at="C1"))


NUMBERS = st.one_of(
    st.integers(-(10**15) + 1, 10**15 - 1),
    st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9),
)
TEXTS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Z"]), max_size=8)
PLAIN = TEXTS.filter(lambda text: not text.startswith(("=", "#")) and "_x" not in text and text.strip() == text)


@examples(60)
@given(st.lists(st.lists(st.one_of(st.none(), NUMBERS, PLAIN), max_size=6), max_size=6))
def test_what_was_written_is_read(rows):
    given_cells = {
        (r, c): value for r, line in enumerate(rows, 1) for c, value in enumerate(line) if value not in (None, "")
    }
    (found,) = read_xlsx(written(*rows), "a.xlsx").tables
    read_cells = {(r, c): cell for r, line in found.rows for c, cell in enumerate(line) if cell.text}
    assert read_cells.keys() == given_cells.keys()
    for place, value in given_cells.items():
        cell = read_cells[place]
        assert (cell.value, cell.fault) == (F(value), "") if isinstance(value, int | Decimal) else cell.text == value
    assert len({len(line) for _, line in found.rows}) <= 1


VALID = {
    "openpyxl": written(["Mã", "Kết quả"], ["1.1", 41], ["1.2", 0.5], [date(2023, 1, 1), True]),
    "parts": one_sheet(
        f'<row r="1">{ONE}<c r="B1" t="s"><v>1</v></c></row>', after='<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    ),
    "stored": zipped(workbook(('name="A"', f"<sheetData><row>{ONE}</row></sheetData>")), 0),
}


@examples(400)
@given(st.data())
def test_broken_bytes_give_tables_or_a_finding_and_nothing_else(data):
    broken = bytearray(VALID[data.draw(st.sampled_from(sorted(VALID)))])
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, max(len(broken) - 1, 0)))
        end = start + data.draw(st.integers(1, 40))
        how = data.draw(st.sampled_from(["flip", "cut", "double", "end", "zero"]))
        piece = broken[start:end]
        changed = {"flip": bytes(b ^ 0x21 for b in piece), "cut": b"", "double": piece * 2, "zero": bytes(len(piece))}
        broken[start : end if how != "end" else None] = changed.get(how, b"")
    tables_or_findings(bytes(broken))


@examples(300)
@given(st.data())
def test_broken_parts_give_tables_or_a_finding_and_nothing_else(data):
    kept = dict(
        workbook(('name="A"', f'<sheetData><row r="1">{ONE}<c r="B1" t="s" s="1"><v>1</v></c></row></sheetData>'))
    )
    name = data.draw(st.sampled_from(sorted(kept)))
    content = kept.pop(name)
    how = data.draw(st.sampled_from(["gone", "cut", "swapped", "renamed", "word"]))
    start = data.draw(st.integers(0, len(content)))
    if how == "cut":
        kept[name] = content[:start] + content[start + data.draw(st.integers(1, 9)) :]
    elif how == "swapped":
        kept[name] = kept[data.draw(st.sampled_from(sorted(kept)))]
    elif how == "renamed":
        kept[name.upper()] = content
    elif how == "word":
        word = data.draw(st.sampled_from(["-1", "1e9", "", "A0", "<c/>", "</c>", "&lt;", "&b;", "é", "\0", "9" * 5000]))
        kept[name] = content[:start] + word + content[start:]
    tables_or_findings(zipped(kept))


def tables_or_findings(data):
    """Read what may be broken."""
    try:
        found = read_xlsx(data, "a.xlsx")
    except ReportError as error:
        found = error
    assert isinstance(found, Tables | ReportError)
    assert all(one.words("vi") and one.words("en") for one in found.findings)


RUNS = {
    "<r><rPr><strike/></rPr><t>12</t></r><r><t>1340</t></r>": ("121340", "cell-marked"),
    '<r><t>1340</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>': ("13401", "cell-marked"),
    '<r><rPr><strike val="0"/></rPr><t>12</t></r>': ("12", ""),
    "<r><rPr><strike/></rPr><t>x</t></r><r><t>12</t></r>": ("x12", ""),
    "<r><rPr><b/></rPr><t>12</t></r>": ("12", ""),
}


@pytest.mark.parametrize("runs", RUNS)
def test_digits_that_are_struck_out_or_raised_are_no_figure(runs):
    strings = f'<sst xmlns="{MAIN}"><si>{runs}</si><si><t>5</t></si></sst>'
    shared = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
    inline = f'<c r="A1" t="inlineStr"><is>{runs}</is></c><c r="B1" t="inlineStr"><is><t>5</t></is></c>'
    for cells in (shared, inline):
        found = read_xlsx(one_sheet(f'<row r="1">{cells}</row>', STRINGS=strings), "a.xlsx").tables[0].rows[0][1]
        assert [(cell.text, cell.fault) for cell in found] == [RUNS[runs], ("5", "")]


def test_the_workbook_may_have_another_name():
    with zipfile.ZipFile(io.BytesIO(written([1, "a"]))) as file:
        members = {name: file.read(name) for name in file.namelist()}
    renamed = {
        name.replace("workbook.xml", "book2.xml"): content.replace(b"xl/workbook.xml", b"xl/book2.xml")
        for name, content in members.items()
    }
    assert read_xlsx(zipped(renamed), "a.xlsx") == read_xlsx(zipped(members), "a.xlsx")


def test_a_document_that_begins_with_another_kind_of_part_is_none():
    relation = (
        f'<Relationships><Relationship Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    assert refused(zipped({"_rels/.rels": relation, "word/document.xml": "<document/>"})).code == "archive-kind"


@pytest.mark.parametrize(
    ("attrs", "told"), [('ht="0"', True), ('ht="0.0"', True), ('ht="15"', False), ('ht="0.5"', False)]
)
def test_a_row_without_height_is_hidden(attrs, told):
    read = read_xlsx(one_sheet(f'<row r="1" {attrs}><c r="A1"><v>1</v></c></row>'), "a.xlsx")
    assert [one.code for one in read.findings] == (["rows-hidden"] if told else [])
    assert read.tables[0].rows[0][1][0].hidden is told
