"""What the sheet says of a wrong figure, in words, as a spreadsheet calculates it."""

import io
from dataclasses import replace
from fractions import Fraction as F

import formualizer
import openpyxl
import pytest

from cchc_score.forms.commune_plan import CommunePlan
from cchc_score.model import Form, FormRow, Indicator, Option
from cchc_score.schemes.form_tables import COLUMNS
from tests.engine.schemes import leaf, scheme
from tests.forms.kit import filled, form_year, place, reports, written
from tests.report.judges import without_values
from tests.strategies import METHODS, ref

OWN = {
    "n1": Indicator("n1", "Tổng"),
    "n2": Indicator("n2", "Phần", part_of="n1"),
    "n3": Indicator("n3", "Cộng", sum_of=("n1", "n2")),
    "rate": Indicator("rate", "Tỷ lệ", kind="percent", decimals=1),
    "other": Indicator("other", "Còn lại", kind="percent", decimals=1, exclusive_with=("rate",)),
    "level": Indicator("level", "Mức", kind="option", options=(Option("a", "Tốt"), Option("b", "Kém"))),
    "day": Indicator("day", "Ngày", kind="date"),
}
ROWS = [FormRow(str(at), one.name, indicator=code, unit="số") for at, (code, one) in enumerate(OWN.items(), 1)]
FORM = Form("m", "Mẫu", {row.code: row for row in ROWS}, "SỐ LIỆU CỦA UBND", "Báo cáo năm", columns=dict(COLUMNS))


def year():
    """A year whose form asks for figures with every relation."""
    made = scheme(leaf("1.1", 2, "count", count=ref("n1"), each=F(1)))
    return form_year(replace(made, indicators={**made.indicators, **OWN}), METHODS, FORM)


def said(values):
    """What the check says beside each figure that somebody types."""
    known = year()
    plan = CommunePlan(known, "vi")
    book = openpyxl.load_workbook(io.BytesIO(filled(written(known), known)))
    for code, value in values.items():
        tab, cell = place(plan.figure_cells[code])
        book[tab][cell].value = value
    stream = io.BytesIO()
    book.save(stream)
    again = formualizer.recalculate_xlsx_bytes(without_values(stream.getvalue()))["bytes"]
    shown = openpyxl.load_workbook(io.BytesIO(again), data_only=True)
    found = {}
    for code, address in plan.figure_cells.items():
        tab, cell = place(address)
        text = shown[tab][f"F{cell[1:]}"].value
        if text:
            found[code] = text
    return found


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"n1": 5, "n2": 5, "n3": 10, "rate": 60.5, "other": 39.5, "level": "Tốt", "day": "không"}, {}),
        ({"n1": 4, "n2": 5}, {"n2": "Lớn hơn dòng 1."}),
        ({"n1": 4, "n2": 1, "n3": 6}, {"n3": "Phải bằng tổng các dòng 1, 2, là 5."}),
        ({"rate": 60, "other": 60}, {"other": "Cộng với dòng 4 quá 100."}),
        ({"n1": "nhiều"}, {"n1": "Phải là số, không có chữ."}),
        ({"n1": 1.5}, {"n1": "Phải là số nguyên."}),
        ({"n1": -1}, {"n1": "Không được âm."}),
        ({"rate": 101}, {"rate": "Tỷ lệ không quá 100."}),
        ({"level": "Khá"}, {"level": "Chọn một trong: Tốt / Kém."}),
    ],
)
def test_a_wrong_figure_is_told_in_words(values, told):
    assert said(values) == told


def test_what_is_wrong_when_the_file_is_written_is_told_at_once():
    known = form_year(year().sheet.scheme, METHODS, FORM, {"n1": F(4), "n2": F(5)})
    book = openpyxl.load_workbook(io.BytesIO(written(known)), data_only=True)
    assert book["Số liệu"]["F12"].value == "Lớn hơn dòng 1."


def test_last_years_figures_stand_beside_and_are_not_read():
    known = form_year(year().sheet.scheme, METHODS, FORM, {"n1": F(4)}, before={(0, "n1"): F(3), (0, "n2"): F(2)})
    data = written(known)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert (book["Số liệu"]["F10"].value, book["Số liệu"]["F11"].value) == ("Năm trước", 3)
    assert reports(data, known)[0] == {("M01", "n1"): F(4)}
