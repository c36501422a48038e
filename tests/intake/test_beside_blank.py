"""What stands beside a blank value is told with its text: in the cell of the unit, of the remark, or over both."""

import pytest

from tests.appendix_files import UNIT_CELLS, codes, document, facts, table, year_of

TITLE = ("THỐNG KÊ CẢI CÁCH HÀNH CHÍNH CỦA UBND XÃ HOẰNG CÁT", "Báo cáo năm 2023", "")
BLANK = ("", "27", "25", "", "1")


def read(kind, **changed):
    return year_of((f"x.{kind}", document(kind, TITLE, table(**{"values": BLANK, **changed}))))


def units(text, at=3):
    return {"units": (*UNIT_CELLS[:at], text, *UNIT_CELLS[at + 1 :])}


def remarks(text, at=3):
    return {"remarks": tuple(text if number == at else "" for number in range(5))}


TOLD = {
    "a value in the unit's cell": (units("31"), "31"),
    "unit and value in one cell": (units("31 người"), "31 người"),
    "a value behind the unit": (units("Người 31"), "Người 31"),
    "an answer in the unit's cell": (units("Có"), "Có"),
    "a remark": (remarks("Đang thống kê"), "Đang thống kê"),
    "a value in the remark's cell": (remarks("31"), "31"),
    "both": (units("31") | remarks("đã đủ"), "31 đã đủ"),
}


@pytest.mark.parametrize("kind", ["docx", "xlsx", "csv"])
@pytest.mark.parametrize(("changed", "text"), TOLD.values(), ids=TOLD)
def test_what_stands_beside_a_blank_is_told_with_its_text(kind, changed, text):
    got = read(kind, **changed)
    assert ("15865", "people") not in facts(got)
    (told,) = [one for one in got.findings if one.code == "row-blank-beside"]
    assert (told.severity, told.args["text"]) == ("warning", text)
    assert codes(got) == ["row-blank-beside"]


PLAIN = {
    "the unit of the form": units("Người"),
    "the unit in other letters": units("NGƯỜI."),
    "as above": units("nt"),
    "another word for it": units("Lượt người"),
    "no unit": units(""),
    "its legend": {"values": ("", "27", "25", "120", "")},
    "its legend in another order": {"values": ("", "27", "25", "120", ""), **units("Có = 1\nKhông = 0", 4)},
    "its legend in words": {"values": ("", "27", "25", "120", ""), **units("Có/Không", 4)},
}


@pytest.mark.parametrize("kind", ["docx", "xlsx", "csv"])
@pytest.mark.parametrize("changed", PLAIN.values(), ids=PLAIN)
def test_a_blank_beside_nothing_but_the_forms_own_words_is_a_note(kind, changed):
    got = read(kind, **changed)
    assert codes(got, "row-unit-absent") == ["row-blank"]


@pytest.mark.parametrize("kind", ["docx", "xlsx", "csv"])
def test_a_row_without_the_cell_of_its_unit_has_its_value_under_the_unit(kind):
    rows = table(values=BLANK)
    rows[4] = [*rows[4][:2], "31", "", ""]
    got = year_of((f"x.{kind}", document(kind, TITLE, rows)))
    assert codes(got) == ["row-blank-beside"]
