"""Workbooks of other kinds (.xls, .xlsb, .ods): the same cells in each, and files made to do harm."""

import struct
import subprocess
import sys
import time
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.builtin.readers import READERS
from cchc_score.catalogue import CATALOGUE
from cchc_score.documents import Cell, Tables
from cchc_score.errors import ReportError
from cchc_score.excel import calamine_child, other_books
from cchc_score.excel.compound_file import MAGIC, streams
from tests.other_workbooks import KINDS, book, ods, ods_cell, ods_table, record, xlsb, xlsb_cell
from tests.strategies import examples
from tests.workbooks import written, zipped

READ = {reader.name: reader.read for reader in READERS}


def tables(kind, data):
    """What the reader of a kind makes of bytes."""
    return READ[kind](data, f"a.{kind}")


def cells(kind, data, number=1):
    """The cells of a table that show something, by their own names."""
    (found,) = [one for one in tables(kind, data).tables if one.number == number]
    return {cell.at: cell for _, row in found.rows for cell in row if cell.text or cell.fault}


def refused(kind, data):
    """The one finding about a file that is not read."""
    with pytest.raises(ReportError) as caught:
        tables(kind, data)
    (told,) = caught.value.findings
    return told


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("value", "text", "meant"),
    [
        (1340, "1340", F(1340)),
        (1340.5, "1340.5", F("1340.5")),
        (-0.25, "-0.25", F("-0.25")),
        (0, "0", F(0)),
        (1.1, "1.1", F("1.1")),
        (2.5e-7, "0.00000025", F("0.00000025")),
        (999999999999999, "999999999999999", F(999999999999999)),
        (True, "TRUE", True),
        (False, "FALSE", False),
        ("1.340", "1.340", None),
        ("1.10", "1.10", None),
        ("2.3.", "2.3.", None),
        ("Xã  Hoằng\nCát", "Xã  Hoằng\nCát", None),
        ("#DIV/0", "#DIV/0", None),
    ],
)
def test_a_cell_has_the_text_that_it_shows_and_the_value_that_it_stores(kind, value, text, meant):
    cell = cells(kind, book(kind, [["a", value]]))["B1"]
    # Spaces in a row are one in an .ods, unless they are written as elements.
    assert cell == Cell(text.replace("  ", " " if kind == "ods" and "  " not in cell.text else "  "), meant, at="B1")
    assert type(cell.value) is type(meant)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", [0.1 + 0.2, 0.30000000000000004, 1 / 3, 0.1])
def test_a_number_is_taken_with_the_fifteen_digits_that_a_spreadsheet_shows(kind, value):
    assert cells(kind, book(kind, [[value]]))["A1"].value == F(f"{Decimal(value):.15g}")


@pytest.mark.parametrize("kind", KINDS)
def test_the_number_format_says_what_a_number_is(kind):
    rows = [[0.96, 7, date(2023, 12, 31), 1, 0.07]]
    formats = {"A1": "0%", "B1": "00", "C1": "dd/mm/yyyy", "D1": "0%"}
    found = cells(kind, book(kind, rows, formats=formats))
    assert [(cell.text, cell.value) for cell in found.values()] == [
        ("96%", F(96)), ("07", F(7)), ("2023-12-31", date(2023, 12, 31)), ("100%", F(100)), ("0.07", F("0.07")),
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["xls", "xlsb"])
def test_a_date_that_nobody_can_show_is_a_fault(kind):
    assert cells(kind, book(kind, [[9_999_999]], formats={"A1": "dd/mm/yyyy"}))["A1"].fault == "cell-error"


@pytest.mark.parametrize("kind", KINDS)
def test_digits_that_are_struck_out_are_no_figure(kind):
    found = cells(kind, book(kind, [[12, "15", "đạt", 7]], struck=["A1", "B1", "C1"]))
    assert [cell.fault for cell in found.values()] == ["cell-marked", "cell-marked", "cell-marked", ""]


@pytest.mark.parametrize("kind", KINDS)
def test_a_number_that_its_format_does_not_show_is_no_figure(kind):
    assert cells(kind, book(kind, [[12, 7]], formats={"A1": ";;;"}))["A1"].fault == "cell-marked"


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_hidden_is_read_and_told(kind):
    rows = [[1, None, 3], [4, None, 6], [7, None, 9]]
    found = tables(kind, book(kind, rows, hidden_rows=[2], hidden_columns=[2, 3]))
    hidden = {cell.at for _, row in found.tables[0].rows for cell in row if cell.hidden}
    assert hidden == {"A2", "C2", "C1", "C3"} | {cell for cell in ("B2",) if cell in hidden}
    assert [(one.code, one.args["places"]) for one in found.findings] == [
        ("rows-hidden", ("2",)),
        ("columns-hidden", ("C",)),
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_hidden_sheet_is_told(kind):
    found = tables(kind, book(kind, [[1]], hidden=True))
    assert found.tables[0].hidden
    assert [one.code for one in found.findings] == ["sheet-hidden"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_merged_value_stands_once_and_below_it_is_named(kind):
    (_, *rest) = tables(kind, book(kind, [["a", 5], ["b", None], ["c", 6]], merged=["B1:B2"])).tables[0].rows
    assert [(cells[1].text, cells[1].merged) for _, cells in rest] == [("", "5"), ("6", "")]


@pytest.mark.parametrize("kind", KINDS)
def test_rows_and_columns_are_those_of_the_sheet(kind):
    (found,) = tables(kind, book(kind, [[], [None, "mã"], [], [None, None, None, 7]])).tables
    assert [number for number, _ in found.rows] == [2, 4]
    assert [[cell.at for cell in row] for _, row in found.rows] == [["A2", "B2", "C2", "D2"], ["A4", "B4", "C4", "D4"]]


def ods_formula(attrs, shown=""):
    cell = f'<table:table-cell table:formula="of:=1/0" {attrs}>{shown}</table:table-cell>'
    return ods(ods_table(f"<table:table-row>{cell}{ods_cell(5)}</table:table-row>"))


@pytest.mark.parametrize(
    ("data", "text", "fault"),
    [
        (ods_formula('office:value-type="string"', "<text:p>#DIV/0!</text:p>"), "#DIV/0!", "cell-error"),
        (
            ods_formula('office:value-type="float" office:value="0"', "<text:p>Err:502</text:p>"),
            "Err:502",
            "cell-error",
        ),
        (ods_formula(""), "=1/0", "cell-uncalculated"),
        (ods_formula('office:value-type="float" office:value="41"', "<text:p>41</text:p>"), "41", ""),
    ],
)
def test_an_error_and_a_formula_that_was_never_calculated_are_faults_in_an_ods(data, text, fault):
    cell = cells("ods", data)["A1"]
    assert (cell.text, cell.fault, cell.value) == (text, fault, None if fault else F(41))
    assert not fault or fault in CATALOGUE


@pytest.mark.parametrize("kind", [3, 11])
def test_an_error_is_a_fault_in_an_xlsb(kind):
    tail = struct.pack("<HI", 0, 0) if kind == 11 else b""
    cell = record(kind, struct.pack("<IIB", 0, 0, 0x07), tail)
    size = record(148, struct.pack("<IIII", 0, 0, 0, 1))
    row = record(0, struct.pack("<IIHBBBI", 0, 0, 300, 0, 0, 0, 0))
    data = xlsb(record(129) + size + record(145) + row + cell + xlsb_cell(2, 5) + record(146) + record(130))
    assert cells("xlsb", data)["A1"] == Cell("#DIV/0!", fault="cell-error", at="A1")


def patched_xls(result, options=0):
    """An .xls with a formula 41 whose stored result and options are such."""
    data = bytearray(book("xls", [[1 / 3, 2 / 3]]))
    stream = streams(bytes(data), "Workbook")["Workbook"]
    # A number's record is turned into that of a formula, which has a longer one: the number after it gives its room.
    old = struct.pack("<HHHHH", 0x203, 14, 0, 0, 0)[:8]
    start = data.index(stream[:64]) + stream.index(old)
    style = data[start + 8 : start + 10]
    formula = struct.pack("<HH", 0, 0) + style + result + struct.pack("<HIH", options, 0, 0)
    body = struct.pack("<HH", 0x06, len(formula)) + formula
    length = 2 * (4 + 14)
    assert len(body) <= length
    data[start : start + length] = (
        body + struct.pack("<HH", 0x5D, length - len(body) - 4) + bytes(length - len(body) - 4)
    )
    return bytes(data)


@pytest.mark.parametrize(
    ("result", "options", "fault"),
    [
        (struct.pack("<d", 41), 0, ""),
        (struct.pack("<d", 41), 2, ""),
        (struct.pack("<d", 0), 0, ""),
        (struct.pack("<d", 0), 2, "cell-uncalculated"),
        (b"\2\0\7\0\0\0\xff\xff", 0, "cell-error"),
        (b"\3\0\0\0\0\0\xff\xff", 0, "cell-uncalculated"),
    ],
)
def test_an_error_and_a_formula_that_was_never_calculated_are_faults_in_an_xls(result, options, fault):
    found = cells("xls", patched_xls(result, options))
    assert found["A1"].fault == fault


def test_an_ods_may_repeat_rows_and_cells_and_keep_remarks_in_them():
    note = "<office:annotation><text:p>#N/A</text:p></office:annotation>"
    rows = (
        f'<table:table-row table:number-rows-repeated="2">{ods_cell(0.5, chr(32), percent=True)}'
        f"{ods_cell(7, 'table:number-columns-repeated=`2`'.replace('`', chr(34)))}"
        f'<table:table-cell office:value-type="float" office:value="3">{note}<text:p>3</text:p></table:table-cell>'
        '<table:table-cell table:number-columns-repeated="16380"/></table:table-row>'
        '<table:table-row table:visibility="collapse" table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>'
    )
    found = tables("ods", ods(ods_table(rows)))
    assert [[cell.text for cell in row] for _, row in found.tables[0].rows] == [["50%", "7", "7", "3"]] * 2
    assert found.findings == ()


def test_a_part_of_a_text_may_be_struck_out():
    styles = '<style:style style:name="s" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    parts = '<text:p><text:span text:style-name="s">12</text:span>1340</text:p>'
    rows = f'<table:table-row><table:table-cell office:value-type="string">{parts}</table:table-cell></table:table-row>'
    assert cells("ods", ods(ods_table(rows), styles))["A1"].fault == "cell-marked"


def test_styles_of_an_ods_come_from_columns_and_parents():
    styles = (
        '<style:style style:name="p" style:family="table-cell"><style:text-properties fo:color="#ffffff"/></style:style>'
        '<style:style style:name="c" style:family="table-cell" style:parent-style-name="p"/>'
        '<style:style style:name="f" style:family="table-cell" style:parent-style-name="p">'
        '<style:table-cell-properties fo:background-color="#000000"/></style:style>'
        '<style:style style:name="up" style:family="table-cell"><style:text-properties style:text-position="super 58%"/></style:style>'
    )
    columns = "".join(
        f'<table:table-column table:default-cell-style-name="{name}"/>' for name in ("c", "f", "up", "no")
    )
    rows = f"<table:table-row>{ods_cell(1) * 4}</table:table-row>"
    found = cells("ods", ods(ods_table(rows, columns), styles))
    assert [cell.fault for cell in found.values()] == ["cell-marked", "", "cell-marked", ""]


def bomb_rows(rows, columns):
    one = ods_cell(1, f'table:number-columns-repeated="{columns}"')
    return ods(ods_table(f'<table:table-row table:number-rows-repeated="{rows}">{one}</table:table-row>'))


FAR = f'<table:table-row>{ods_cell(1)}</table:table-row><table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha">]>'
WORKBOOK = streams(book("xls", [[1]]), "Workbook")["Workbook"]
SHEET = record(129) + record(145) + record(146) + record(130)


def renamed_stream(name):
    """An .xls whose stream has another name."""
    data = bytearray(book("xls", [[1]]))
    start = data.index("Workbook".encode("utf-16-le"))
    data[start : start + 66] = name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(name) + 2)
    return bytes(data)


def changed_xls(start, content):
    data = bytearray(book("xls", [[1, 2], [3, "a"]]))
    data[start : start + len(content)] = content
    return bytes(data)


HOSTILE = {
    "rows without end": ("ods", bomb_rows(1048576, 16384), "sheets-large"),
    "a million rows": ("ods", bomb_rows(1_000_000, 1), "sheets-large"),
    "a far cell": ("ods", ods(ods_table(f"{FAR}<table:table-row>{ods_cell(1, chr(32)) * 9}</table:table-row>")), "sheets-large"),
    "a number that is too long": ("ods", bomb_rows("9" * 5000, 1), "sheets-unseen"),
    "rows repeated less than once": ("ods", bomb_rows(-5, 1), "sheets-unseen"),
    "a table in a table": ("ods", ods(ods_table(f"<table:table-row><table:table-cell>{ods_table('')}</table:table-cell></table:table-row>")), "sheets-unseen"),
    "a cell outside a row": ("ods", ods(ods_table(ods_cell(1))), "sheets-unseen"),
    "an entity": ("ods", ods(ods_table(""), **{"styles.xml": LAUGHS}), "archive-doctype"),
    "a bomb": ("ods", ods("<a>" * 1_600_000), "archive-large"),
    "too many cells": ("ods", ods(ods_table("".join(f"<table:table-row>{f'<table:table-cell office:value={chr(34)}{n}{chr(34)}/>' * 30}</table:table-row>" for n in range(41_000)))), "sheets-large"),
    "too many sheets": ("ods", ods(ods_table("") * 201), "sheets-many"),
    "a password": ("ods", ods("", **{"META-INF/manifest.xml": "<a><manifest:encryption-data/></a>"}), "archive-encrypted"),
    "a text": ("ods", zipped({"content.xml": "<office:text/>"}), "archive-kind"),
    "another workbook": ("ods", written([1]), "archive-kind"),
    "an archive of archives": ("ods", ods("", **{"x.zip": "PK"}), "archive-nested"),
    "no archive": ("ods", b"<html>", "archive-broken"),
    "cut": ("ods", ods(ods_table(""))[:-40], "archive-broken"),
    "an old workbook as xlsb": ("xlsb", book("xls", [[1]]), "archive-old"),
    "an xlsx as xlsb": ("xlsb", written([1]), "archive-kind"),
    "a sheet without its part": ("xlsb", xlsb(SHEET, **{"xl/_rels/workbook.bin.rels": "<Relationships/>"}), "sheets-unseen"),
    "a row beyond the last": ("xlsb", xlsb(record(129) + record(0, struct.pack("<IIHBBBI", 1 << 30, 0, 0, 0, 0, 0, 0))), "sheets-unseen"),
    "a column beyond the last": ("xlsb", xlsb(record(129) + xlsb_cell(20_000, 1.0)), "sheets-unseen"),
    "a style that is not there": ("xlsb", xlsb(record(129) + xlsb_cell(1, 1.0, 999)), "sheets-unseen"),
    "records without end": ("xlsb", xlsb(record(148) * 900_000), "archive-large"),
    "a text longer than its file": ("xlsb", xlsb(record(129) + record(145) + record(0, bytes(20)) + record(6, bytes(8), struct.pack("<I", 1 << 30))), ""),
    "an xlsx as xls": ("xls", written([1]), "archive-kind"),
    "a page as xls": ("xls", b"<html><table><tr><td>1</td></tr></table></html>", "archive-broken"),
    "a head alone": ("xls", MAGIC + bytes(512), "archive-broken"),
    "an old Word file": ("xls", renamed_stream("WordDocument"), "archive-kind"),
    "cut in the middle": ("xls", book("xls", [["a" * 30_000]] * 9)[:20_000], "archive-broken"),
    "an old column beyond the last": (
        "xls",
        book("xls", [[1 / 3]]).replace(struct.pack("<HHHH", 0x203, 14, 0, 0), struct.pack("<HHHH", 0x203, 14, 0, 0xFFFF)),
        "sheets-unseen",
    ),
    "sectors in a circle": ("xls", changed_xls(68, struct.pack("<II", 0, 1)), "archive-broken"),
    "an old workbook with a password": (
        "xls",
        book("xls", [[1]]).replace(WORKBOOK[:24], WORKBOOK[:20] + struct.pack("<HH", 0x2F, 2), 1),
        "archive-encrypted",
    ),
    "a new workbook with a password": ("xls", renamed_stream("EncryptedPackage"), "archive-encrypted"),
    "a huge sector": ("xls", changed_xls(30, struct.pack("<H", 60)), "archive-broken"),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "data", "code"), HOSTILE.values(), ids=HOSTILE)
def test_a_file_made_to_do_harm_is_refused_soon(kind, data, code):
    began = time.process_time()
    if code:
        told = refused(kind, data)
        assert told.code == code
        assert told.words("vi").startswith(f"a.{kind}: ")
    else:
        tables_or_findings(kind, data)
    assert time.process_time() - began < 5


def test_a_sheet_that_asks_for_all_memory_ends_the_child_alone():
    far = f'<table:table-row>{ods_cell(1)}</table:table-row><table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>'
    last = f'<table:table-row><table:table-cell table:number-columns-repeated="16000"/>{ods_cell(1)}</table:table-row>'
    assert refused("ods", ods(ods_table(far + last))).code in ("archive-broken", "file-crashed", "sheets-large")


@pytest.mark.full
@pytest.mark.parametrize("kind", KINDS)
def test_a_workbook_is_read_alike_whatever_was_read_before_it(kind):
    whole = book(kind, [["a", 5], ["b", 1.5]])
    first = tables(kind, whole)
    for other, data, _ in HOSTILE.values():
        tables_or_findings(other, data)
        assert tables(kind, whole) == first


def test_a_child_that_takes_too_long_is_ended(tmp_path, monkeypatch):
    path = tmp_path / "child.py"
    path.write_text("import time; time.sleep(600)", encoding="utf-8")
    monkeypatch.setattr(other_books.calamine_child, "__file__", str(path))
    monkeypatch.setattr(other_books, "SECONDS", 0.2)
    assert refused("xls", book("xls", [[1]])).code == "file-slow"


@pytest.mark.parametrize("program", ["import os; os.abort()", "print('{')", "print('[]' * 0)", "raise SystemExit(3)"])
def test_a_child_that_ends_before_its_answer_is_told(tmp_path, monkeypatch, program):
    path = tmp_path / "child.py"
    path.write_text(program, encoding="utf-8")
    monkeypatch.setattr(other_books.calamine_child, "__file__", str(path))
    assert refused("xls", book("xls", [[1]])).code == "file-crashed"


@pytest.mark.full
def test_reading_runs_no_script_of_the_caller_again(tmp_path):
    tmp_path.joinpath("a.xls").write_bytes(book("xls", [[1]]))
    script = tmp_path / "script.py"
    script.write_text(
        "from cchc_score.builtin.readers import read_xls\n"
        "print('once')\n"
        "print(len(read_xls(open('a.xls', 'rb').read(), 'a.xls').tables))\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(script)], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["once", "1"]


def test_without_the_library_its_absence_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    for kind in KINDS:
        told = refused(kind, book(kind, [[1]]))
        assert (told.code, told.args["extra"]) == ("reader-absent", "excel")


def test_whatever_breaks_in_reading_is_a_finding_about_the_file(monkeypatch):
    monkeypatch.setattr(other_books, "sheet_table", lambda *_: 1 / 0)
    for kind in KINDS:
        assert refused(kind, book(kind, [[1]])).code == "archive-broken"


def test_all_sheets_together_have_limits(monkeypatch):
    monkeypatch.setattr(other_books, "MAX_SQUARE", 3)
    for kind in KINDS:
        assert refused(kind, book(kind, [[1, 2], [3, 4]])).code == "sheets-large"


class TestChild:
    def test_it_answers_what_a_workbook_stores(self):
        answer = calamine_child.read_workbook(
            book("xls", [["a", 1.5, True], [None, date(2023, 12, 31)]], formats={"B2": "dd/mm/yyyy"})
        )
        assert answer["count"] == 1
        (sheet,) = answer["sheets"]
        assert sheet["rows"] == [
            (1, [(1, "s", "a"), (2, "n", "1.5"), (3, "b", "True")]),
            (2, [(2, "d", "2023-12-31")]),
        ]

    @pytest.mark.parametrize(
        ("name", "most", "word"),
        [("MAX_SHEETS", 0, "many"), ("MAX_SQUARE", 3, "far"), ("MAX_CELLS", 3, "large"), ("MAX_LETTERS", 3, "large")],
    )
    def test_it_refuses_what_is_beyond_its_limits(self, monkeypatch, name, most, word):
        monkeypatch.setattr(calamine_child, name, most)
        with pytest.raises(calamine_child.WorkbookRefused, match=word):
            calamine_child.read_workbook(book("xls", [[1, 2], [3, 4]]))

    @pytest.mark.parametrize(
        ("value", "stored"),
        [
            (datetime(2023, 12, 31, 14, 30), ("d", "2023-12-31T14:30:00")),
            (datetime(2023, 12, 31, 14, 30).time(), ("o", "14:30:00")),
            (datetime(2023, 12, 31) - datetime(2023, 12, 29, 12), ("o", "36:00:00")),
            (datetime(2023, 12, 29, 12) - datetime(2023, 12, 31), ("o", "-36:00:00")),
        ],
    )
    def test_hours_are_texts_and_days_days(self, value, stored):
        assert calamine_child._stored(value) == stored


NUMBERS = st.one_of(
    st.integers(-(10**15) + 1, 10**15 - 1),
    st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9).map(float),
)
TEXTS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), max_size=8)


@examples(12)
@given(
    st.sampled_from(KINDS), st.lists(st.lists(st.one_of(st.none(), NUMBERS, TEXTS), max_size=6), min_size=1, max_size=6)
)
def test_what_was_written_is_read(kind, rows):
    given_cells = {
        (r, c): value for r, line in enumerate(rows, 1) for c, value in enumerate(line) if value not in (None, "")
    }
    (found,) = tables(kind, book(kind, rows)).tables
    read_cells = {(r, c): cell for r, line in found.rows for c, cell in enumerate(line) if cell.text}
    assert read_cells.keys() == given_cells.keys()
    for place, value in given_cells.items():
        cell = read_cells[place]
        if isinstance(value, str):
            assert (cell.text, cell.value) == (value, None)
        else:
            assert (cell.value, cell.fault) == (F(repr(value)), "")


@examples(40)
@given(st.data())
def test_broken_bytes_give_tables_or_a_finding_and_nothing_else(data):
    kind = data.draw(st.sampled_from(KINDS))
    broken = bytearray(VALID[kind])
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, max(len(broken) - 1, 0)))
        end = start + data.draw(st.integers(1, 40))
        how = data.draw(st.sampled_from(["flip", "cut", "double", "end", "zero"]))
        piece = broken[start:end]
        changed = {"flip": bytes(b ^ 0x21 for b in piece), "cut": b"", "double": piece * 2, "zero": bytes(len(piece))}
        broken[start : end if how != "end" else None] = changed.get(how, b"")
    tables_or_findings(kind, bytes(broken))


VALID = {kind: book(kind, [["Mã", 41, 0.5], [date(2023, 1, 1), True, "x"]], merged=["A1:A2"]) for kind in KINDS}


def tables_or_findings(kind, data):
    """Read what may be broken."""
    try:
        found = tables(kind, data)
    except ReportError as error:
        found = error
    assert isinstance(found, Tables | ReportError)
    assert all(one.words("vi") and one.words("en") for one in found.findings)
