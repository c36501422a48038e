"""Whatever a table holds, its files hold: no text runs as a formula, no number loses a digit."""

import io
from datetime import date
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from cchc_score.builtin.readers import read_csv_grid, read_docx, read_xlsx
from cchc_score.documents import as_cells
from cchc_score.errors import WriteError
from cchc_score.office.csv_form import csv_text
from cchc_score.office.form_sheet import FormColumn, FormSheet, plain_text
from cchc_score.office.table_file import table_bytes
from cchc_score.office.word_form import word_form
from cchc_score.office.workbook import write_workbook
from cchc_score.points import plain
from tests.strategies import examples

ANY = st.text(st.characters(exclude_characters="_"), max_size=12)
TEXTS = ANY | st.tuples(st.sampled_from("=+-@\t\r'"), ANY).map("".join)
COLUMNS = (FormColumn("Cột 1"), FormColumn("Cột 2", filled=True, words=True))


def sheet(*rows, long=False):
    return FormSheet("Bảng", "Tiêu đề", ("Dòng",), COLUMNS, rows, frozenset(), long)


def shown(table):
    """The rows below the headings."""
    texts = [tuple(cell.text for cell in cells[:2]) for _, cells in table.rows]
    return texts[texts.index(("Cột 1", "Cột 2")) + 1 :]


@pytest.mark.parametrize("long", [False, True])
@examples(60)
@given(text=TEXTS)
def test_a_text_in_a_workbook_is_that_text(text, long):
    data = write_workbook([sheet(("x", text), ("y", "z"), long=long)])
    (table,) = read_xlsx(data, "a.xlsx").tables
    assert shown(table) == [("x", plain_text(text)), ("y", "z")]
    assert not [cell for _, cells in table.rows for cell in cells if cell.fault or cell.value is not None]
    cells = [cell for row in load_workbook(io.BytesIO(data)).active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert all(cell.quotePrefix for cell in cells if str(cell.value)[:1] in ("=", "+", "-", "@"))


@examples(60)
@given(TEXTS)
def test_a_text_in_word_is_that_text(text):
    (table,) = read_docx(word_form(sheet(("x", text)), "vi"), "a.docx").tables
    assert [tuple(map(str.split, row)) for row in shown(table)] == [
        (["x"], plain_text(text).replace("\xad", "").split())
    ]


@pytest.mark.parametrize("kind", ["docx", "xlsx", "csv"])
def test_what_no_file_can_hold_is_left_out_of_titles_and_headings_too(kind):
    made = FormSheet("Bảng", "Tiêu\x07 đề", ("Dòng\x00",), (FormColumn("Cột\x1f 1"),), [("x",)])
    read = {"docx": read_docx, "xlsx": read_xlsx}.get(kind)
    document = read(table_bytes(made, kind, "vi"), "a") if read else read_csv_grid(table_bytes(made, kind, "vi"), "a")
    assert "Tiêu đề" in str(document)
    assert "Cột 1" in str(document)


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_a_cell_of_several_lines_shows_each_and_numbers_for_print_stand_in_the_middle(kind):
    columns = (FormColumn("Số", printed=True), FormColumn("Cách chấm", 20))
    rows = [(F("1234.5"), ("=Từ 90%: 2", "", "dưới\n90%: 0\x07")), (F(4), "x")]
    data = table_bytes(FormSheet("Bảng", "Tiêu đề", (), columns, rows), kind, "vi")
    (table,) = {"docx": read_docx, "xlsx": read_xlsx}[kind](data, "a").tables
    (number, lines), (whole, _) = [cells for _, cells in table.rows][-2:]
    assert lines.text == "=Từ 90%: 2\ndưới 90%: 0"
    if kind == "docx":
        assert (number.text, whole.text) == ("1.234,5", "4")
        return
    assert (number.value, whole.value) == (F("1234.5"), 4)
    page = load_workbook(io.BytesIO(data)).active
    cells = list(page.iter_rows())[-2:]
    assert [row[0].number_format for row in cells] == ["#,##0.0", "#,##0"]
    assert (cells[0][1].data_type, cells[0][1].quotePrefix, cells[0][0].alignment.horizontal) == ("s", True, "center")
    # Higher than one line, since not every program fits a row to its texts.
    assert page.row_dimensions[page.max_row - 1].height == 2 * page.row_dimensions[page.max_row].height


@pytest.mark.parametrize("lang", ["vi", "en"])
@examples(60)
@given(text=TEXTS)
def test_a_text_in_csv_is_that_text_and_no_formula(text, lang):
    data = csv_text(sheet(("x", text)), lang)
    ((_, told),) = shown(as_cells(read_csv_grid(data, "a.csv")))
    assert told in (plain_text(text), f"'{plain_text(text)}")
    assert not told.startswith(("=", "+", "@"))


@examples(100)
@given(st.fractions(0, 10**15, max_denominator=1000) | st.integers(0, 10**18).map(lambda n: F(n, 1000)))
def test_a_number_in_a_workbook_is_that_number(value):
    (table,) = read_xlsx(write_workbook([sheet((value, None))]), "a.xlsx").tables
    cell = table.rows[-1][1][0]
    assert (cell.value, cell.text) in ((value, cell.text), (None, plain(value)))


def test_a_day_is_a_day():
    (table,) = read_xlsx(write_workbook([sheet((date(2023, 12, 20), None), long=True)]), "a.xlsx").tables
    assert table.rows[-1][1][0].value == date(2023, 12, 20)


def test_a_table_that_could_not_be_read_back_is_refused(monkeypatch):
    monkeypatch.setattr("cchc_score.excel.xlsx_parts.MAX_ELEMENTS", 10)
    with pytest.raises(WriteError) as caught:
        write_workbook([sheet(("x", "y"), ("x", "y"))])
    assert [one.code for one in caught.value.findings] == ["workbook-large"]
