"""Scanned rows by near labels and the order of the form: what is not sure of its place is told, and gives nothing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.documents import Cell, CellReading, CellTable, Tables, cell_name
from cchc_score.intake.near_labels import alike
from cchc_score.intake.read_document import reports_of
from tests.pdf.appendices import FORM, INDICATORS, RIGHT, ROWS, VALUES

HEADINGS = (("STT", "Chi tiêu thông kê (Báo cáo năm 2023)", "Đơn vi tính", "Sô liệu", "Ghi chú"),)
PRINTED = {
    row.code: ("" if "/" in row.code else row.printed_code, row.label, "; ".join(f"{one.text} = {one.number}" for one in row.legend) or row.unit, VALUES.get(row.code, ""), "")
    for row in ROWS
}  # fmt: skip


def document(rows, doubts=(), headings=HEADINGS, fault=""):
    """A scanned page with one table; `doubts` are the names of cells that were not surely read."""
    made = tuple(
        (
            line,
            tuple(
                Cell(text, at=cell_name(at, line), fault=fault if text == "?" else "") for at, text in enumerate(texts)
            ),
        )
        for line, texts in enumerate((*headings, *rows), 1)
    )
    names = [cell.at for _, cells in made for cell in cells if cell.text]
    readings = {
        (1, 0, at): CellReading(b"png", "scan-differs" if at in doubts else "", {"text": "1", "other": "7"})
        for at in names
    }
    return Tables((CellTable(made, page=1),), draft=True, readings=readings)


def cut(first, second, doubts=()):
    """The report of two pages between which the row 1.2 is cut, as (label, value) on either."""
    rows = list(PRINTED.values())
    code, _, unit, _, _ = PRINTED["1.2"]
    one = document([*rows[:2], (code, first[0], unit, first[1], "")])
    two = document([("", second[0], "", second[1], ""), *rows[3:]], doubts)
    readings = {**one.readings, **{(2, number, at): read for (_, number, at), read in two.readings.items()}}
    pages = (*one.tables, replace(two.tables[0], page=2))
    (found,) = reports_of(Tables(pages, draft=True, readings=readings), "15865.pdf", FORM, INDICATORS, 2023)
    return found


def report(rows, *args, **kwargs):
    """The report of such a page."""
    (found,) = reports_of(document(rows, *args, **kwargs), "15865.pdf", FORM, INDICATORS, 2023)
    return found


def figures(found):
    """The figures of a report by row."""
    return {fact.origin.row: float(fact.value) for fact in found.facts}


def told(found, code):
    """The findings of one kind."""
    return [finding for finding in found.findings if finding.code == code]


def with_label(code, label):
    """The rows of the form, one of them with another label."""
    return [(one, label, *rest) if key == code else (one, own, *rest) for key, (one, own, *rest) in PRINTED.items()]


def test_rows_are_met_though_letters_of_headings_labels_and_units_are_misread():
    rows = [
        (code, label.replace("ố", "ô").replace("ụ", "u"), unit.replace("ơ", "o"), *rest)
        for code, label, unit, *rest in PRINTED.values()
    ]
    found = report(rows)
    assert figures(found) == {code: float(value) for code, value in RIGHT.items()}
    assert not told(found, "scan-row-unplaced")
    assert not told(found, "row-unit-differs")


def test_a_row_whose_code_is_misread_is_met_between_its_neighbours():
    rows = [("l.2" if code == "1.2" else code, *rest) for code, *rest in PRINTED.values()]
    assert figures(report(rows)) == {code: float(value) for code, value in RIGHT.items()}


def test_a_label_that_is_too_far_from_the_forms_gives_no_figure_and_is_told():
    found = report(with_label("1.2", "Một dòng hoàn toàn khác"))
    assert figures(found).keys() == RIGHT.keys() - {"1.2"}
    (finding,) = told(found, "scan-row-unplaced")
    assert finding.args["text"] == "1.2 Một dòng hoàn toàn khác"
    assert finding.place.cell == "B4"


def test_a_row_out_of_order_gives_no_figure():
    codes = list(PRINTED)
    rows = [PRINTED[code] for code in ("3.2", *codes[:-1])]
    found = report(rows)
    assert figures(found).keys() == RIGHT.keys() - {"3.2"}
    assert len(told(found, "scan-row-unplaced")) == 1


def test_parts_whose_row_has_no_place_have_none_either():
    found = report(with_label("2.1", "không đọc được"))
    assert figures(found).keys() == RIGHT.keys() - {"2.1", "2.1/1", "2.1/2", "2.1/3"}
    assert len(told(found, "scan-row-unplaced")) == 4


def test_digits_of_a_label_must_be_read_right_for_they_tell_rows_apart():
    assert alike("mứcđộ3", "mứcđộ4") == 0
    assert alike("mứcdộ3", "mứcđộ3") > 0.8


def test_a_cell_that_was_not_surely_read_leaves_its_figure_in_doubt():
    found = report(list(PRINTED.values()), doubts=("D4",))
    ((code, finding),) = found.doubts
    assert (code, finding.code, finding.place.cell) == ("f1_2", "scan-differs", "D4")
    assert "'1'" in finding.words("vi")
    assert "'7'" in finding.words("vi")


def test_ink_that_nobody_can_read_is_neither_blank_nor_a_figure():
    rows = [
        (code, label, unit, "?" if code == "1.2" else value, remark)
        for code, label, unit, value, remark in PRINTED.values()
    ]
    found = report(rows, fault="scan-unread")
    assert "1.2" not in figures(found)
    assert "1.2" not in found.blank
    assert len(told(found, "scan-unread")) == 1


def test_a_blank_cell_stays_blank():
    rows = [
        (code, label, unit, "" if code == "1.2" else value, remark)
        for code, label, unit, value, remark in PRINTED.values()
    ]
    found = report(rows)
    assert "1.2" in found.blank
    assert "1.2" not in figures(found)


@given(st.permutations(list(PRINTED)))
def test_whatever_the_order_no_figure_stands_in_a_row_that_is_not_its_own(order):
    found = report([PRINTED[code] for code in order])
    assert all(value == float(RIGHT[row]) for row, value in figures(found).items())


@given(st.sets(st.sampled_from(list(PRINTED))))
def test_rows_that_are_missing_move_no_other(missing):
    rows = [texts for code, texts in PRINTED.items() if code not in missing]
    if not rows:
        return
    lost = {"2.1/1", "2.1/2", "2.1/3"} if "2.1" in missing else set()
    assert figures(report(rows)) == {code: float(value) for code, value in RIGHT.items() if code not in missing | lost}


@pytest.mark.parametrize("headings", [(), (("a", "b", "c", "d", "e"),)])
def test_a_table_without_headings_of_the_form_gives_nothing(headings):
    assert not report(list(PRINTED.values()), headings=headings).facts


CUT = ("Số nhiệm vu đã", "hoàn thành trong năm")
LATE = ("Số", "nhiệm vụ đã hoàn thành trong năm")


def test_a_row_that_a_page_cuts_is_put_together_with_its_figure_from_either_page():
    whole = {code: float(value) for code, value in RIGHT.items()}
    assert figures(cut((CUT[0], "25"), (CUT[1], ""))) == whole
    found = cut((CUT[0], ""), (CUT[1], "25"), doubts=("D2",))
    assert figures(found) == whole
    assert [code for code, _ in found.doubts] == ["f1_2"]
    assert not told(found, "scan-row-unplaced")
    assert figures(cut((LATE[0], "25"), (LATE[1], ""))) == whole


def test_a_cut_row_with_a_figure_on_both_pages_has_none():
    found = cut((CUT[0], "2"), (CUT[1], "5"))
    assert figures(found).keys() == RIGHT.keys() - {"1.2"}
    assert len(told(found, "cell-cut")) == 1


def test_what_is_no_rest_of_a_label_is_told():
    found = cut(("Số nhiệm vụ đã hoàn thành trong năm", "25"), ("một dòng lạ", "7"))
    assert figures(found) == {code: float(value) for code, value in RIGHT.items()}
    assert len(told(found, "scan-row-unplaced")) == 1
