"""Whatever a table holds, its files hold: no text runs as a formula, no number loses a digit."""

import io
from datetime import date
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from cchc_score.builtin import csv_reader, docx_reader, xlsx_reader
from cchc_score.documents import as_cells
from cchc_score.errors import WriteError
from cchc_score.office.shape import FormColumn, FormSheet, plain_text
from cchc_score.office.texts import csv_text
from cchc_score.office.word import document
from cchc_score.office.workbook import workbook
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
    data = workbook([sheet(("x", text), ("y", "z"), long=long)])
    (table,) = xlsx_reader.read(data, "a.xlsx").tables
    assert shown(table) == [("x", plain_text(text)), ("y", "z")]
    assert not [cell for _, cells in table.rows for cell in cells if cell.fault or cell.value is not None]
    cells = [cell for row in load_workbook(io.BytesIO(data)).active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert all(cell.quotePrefix for cell in cells if str(cell.value)[:1] in ("=", "+", "-", "@"))


@examples(60)
@given(TEXTS)
def test_a_text_in_word_is_that_text(text):
    (table,) = docx_reader.read(document(sheet(("x", text)), "vi"), "a.docx").tables
    assert [tuple(map(str.split, row)) for row in shown(table)] == [
        (["x"], plain_text(text).replace("\xad", "").split())
    ]


@pytest.mark.parametrize("lang", ["vi", "en"])
@examples(60)
@given(text=TEXTS)
def test_a_text_in_csv_is_that_text_and_no_formula(text, lang):
    data = csv_text(sheet(("x", text)), lang)
    ((_, told),) = shown(as_cells(csv_reader.read(data, "a.csv")))
    assert told in (plain_text(text), f"'{plain_text(text)}")
    assert not told.startswith(("=", "+", "@"))


@examples(100)
@given(st.fractions(0, 10**15, max_denominator=1000) | st.integers(0, 10**18).map(lambda n: F(n, 1000)))
def test_a_number_in_a_workbook_is_that_number(value):
    (table,) = xlsx_reader.read(workbook([sheet((value, None))]), "a.xlsx").tables
    cell = table.rows[-1][1][0]
    assert (cell.value, cell.text) in ((value, cell.text), (None, plain(value)))


def test_a_day_is_a_day():
    (table,) = xlsx_reader.read(workbook([sheet((date(2023, 12, 20), None), long=True)]), "a.xlsx").tables
    assert table.rows[-1][1][0].value == date(2023, 12, 20)


def test_a_table_that_could_not_be_read_back_is_refused(monkeypatch):
    monkeypatch.setattr("cchc_score.excel.parts.MAX_ELEMENTS", 10)
    with pytest.raises(WriteError) as caught:
        workbook([sheet(("x", "y"), ("x", "y"))])
    assert [one.code for one in caught.value.findings] == ["workbook-large"]
