"""The form for figures of many units: what is filled in is read again, whatever people add to it."""

import io
from datetime import date
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.styles import PatternFill

from cchc_score.builtin.readers import read_csv_grid, read_xlsx
from cchc_score.facts import table
from cchc_score.intake.figure_form import figure_form
from cchc_score.intake.headings import HeadingNames
from cchc_score.intake.join import join
from cchc_score.intake.read_document import reports_of
from cchc_score.model import Indicator, Option, Unit
from cchc_score.office.table_file import table_bytes
from tests.strategies import examples, indicators, told, values

UNITS = (Unit("M01", "Xã Mẫu 01"), Unit("M02", "Xã Mẫu 02"), Unit("M03", "Phường Mẫu 03"))


def form(known, asked, lang="vi"):
    names = HeadingNames(None, asked)
    rows = list(enumerate(known.units))
    return figure_form("Số liệu", "SỐ LIỆU", ("Bộ tiêu chí: x",), list(asked.values()), names, rows, known, lang)


def gathered(data, kind, asked):
    document = read_xlsx(data, "a.xlsx") if kind == "xlsx" else read_csv_grid(data, "a.csv")
    reports = reports_of(document, f"a.{kind}", None, asked, 2023)
    return join(reports, UNITS, 2023, None, asked, by_others=True)


@examples(25)
@given(indicators(), st.sampled_from(["xlsx", "csv"]), st.sampled_from(["vi", "en"]), st.data())
def test_what_stands_in_the_form_is_read_again(asked, kind, lang, data):
    facts = {
        (row, code): data.draw(values(one))
        for row in range(len(UNITS))
        for code, one in asked.items()
        if data.draw(st.booleans())
    }
    known = table(UNITS, asked, facts)
    found = gathered(table_bytes(form(known, asked, lang), kind, lang), kind, asked)
    assert told(found.table) == facts
    assert [one.code for one in found.findings if one.severity == "error"] == []


ASKED = {
    one.code: one
    for one in (
        Indicator("a", "Số phiếu hài lòng", "Satisfied", unit="phiếu"),
        Indicator("b", "Tỷ lệ hài lòng", unit="%", kind="percent", decimals=2),
        Indicator("c", "Đơn vị", kind="yes_no"),
        Indicator("d", "Cùng tên"),
        Indicator("e", "cùng  tên"),
        Indicator("f", "Mức", "Level", kind="option", options=(Option("x", "Cao", "High"), Option("y", "Thấp", "Low"))),
    )
}
FACTS = {(0, "a"): F(12), (0, "b"): F("93.25"), (1, "c"): True, (1, "d"): F(1), (2, "e"): F(2), (2, "f"): "y"}


def test_headings_are_the_names_that_lead_back_else_codes():
    headings = [column.heading for column in form(table(UNITS, ASKED, {}), ASKED).columns]
    assert headings[2:] == ["Số phiếu hài lòng (phiếu)", "Tỷ lệ hài lòng (%)", "c", "d", "e", "Mức"]


def test_people_may_add_what_they_like():
    data = table_bytes(form(table(UNITS, ASKED, FACTS), ASKED), "xlsx", "vi")
    book = load_workbook(io.BytesIO(data))
    page = book.active
    head = next(row[0].row for row in page.iter_rows() if row[0].value == "Mã đơn vị")
    page.insert_cols(1)
    page.cell(head, 1).value = "STT"
    page.cell(head, page.max_column + 1).value = "Ghi chú"
    page.cell(head + 1, page.max_column).value = "hỏi lại"
    page.cell(head + 4, 3).value = "TỔNG CỘNG"
    page.cell(head + 4, 4).value = 12
    for column in range(1, 12):
        page.cell(head + 6, column).fill = PatternFill("solid", fgColor="FFFF00")
    page.insert_rows(head + 2)
    page.title = "Kết quả"
    stream = io.BytesIO()
    book.save(stream)
    found = gathered(stream.getvalue(), "xlsx", ASKED)
    assert told(found.table) == FACTS
    assert [one.code for one in found.findings if one.severity == "error"] == []


def test_a_heading_that_nobody_knows_is_answered_with_those_that_are_known():
    data = "Mã đơn vị;Số phiếu hài lòng;Kết quả hỏi\nM01;1;2\n".encode()
    (one,) = [one for one in gathered(data, "csv", ASKED).findings if one.code == "csv-column"]
    assert "tên cột có thể là: Tỷ lệ hài lòng, Đơn vị, Cùng tên" in one.message("vi")


@pytest.mark.parametrize(("text", "value"), [("Low", "y"), ("Cao", "x")])
def test_answers_may_be_said_in_both_languages(text, value):
    found = gathered(f"Mã đơn vị;Mức\nM01;{text}\n".encode(), "csv", ASKED)
    assert told(found.table) == {(0, "f"): value}


def test_a_day_stands_as_a_day():
    asked = {"n": Indicator("n", "Ngày ban hành", kind="date")}
    known = table(UNITS, asked, {(0, "n"): date(2023, 1, 5), (1, "n"): None})
    assert [row[2] for row in form(known, asked).rows] == [date(2023, 1, 5), "không", None]


def test_answers_are_offered_in_the_workbook():
    page = load_workbook(io.BytesIO(table_bytes(form(table(UNITS, ASKED, {}), ASKED), "xlsx", "vi"))).active
    lists = {one.formula1 for one in page.data_validations.dataValidation}
    assert lists == {'"có,không"', '"Cao,Thấp"'}
