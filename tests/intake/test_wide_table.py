"""A table of many units: what its header names is read, one unit a line, empty is unknown."""

from datetime import date
from fractions import Fraction

import pytest

from cchc_score.documents import Cell, CellTable, Grid, Tables
from cchc_score.files.csv_file import read_csv
from cchc_score.intake.document_tables import from_tables
from cchc_score.intake.headings import HeadingNames, is_wide
from cchc_score.intake.wide_table import from_grid
from cchc_score.model import Answer, Form, FormRow, Indicator

INDICATORS = {
    one.code: one
    for one in (
        Indicator("tasks", "Nhiệm vụ"),
        Indicator("done", "Hoàn thành"),
        Indicator("share", "Tỷ lệ", kind="percent", decimals=2),
        Indicator("board", "Niêm yết", kind="yes_no"),
        Indicator("sent", "Ngày gửi", kind="date"),
    )
}
ROWS = (
    FormRow("1", "Chỉ đạo", "area"),
    FormRow("1.1", "Được giao", indicator="tasks"),
    FormRow("1.2", "Niêm yết", indicator="board", legend=(Answer(0, "no", "Không"), Answer(1, "yes", "Có"))),
    FormRow("1.3", "Không tính"),
)
FORM = Form("mau", "Mẫu", {row.code: row for row in ROWS})


def read(text, form=None):
    return from_grid(Grid(read_csv(text.encode(), "x.csv")), "x.csv", form, INDICATORS, 2023)


def told(report):
    return {one.code: one.value for one in report.facts}


def found(reports):
    return [(one.code, one.place.line) for report in reports for one in report.findings]


def test_each_line_is_a_report_of_the_year_that_is_scored():
    first, second = read("unit,name,kind,tasks,board\n01,Xã A,xã,27,có\n02,Xã B,phường,0,không\n")
    assert (first.unit, first.name, first.kind, first.year, first.place.line) == ("01", "Xã A", "xã", 2023, 2)
    assert told(first) == {"tasks": 27, "board": True}
    assert told(second) == {"tasks": 0, "board": False}
    assert not found((first, second))


def test_an_empty_cell_is_unknown_and_0_is_0():
    (report,) = read("unit,tasks,done\n01, ,0\n")
    assert told(report) == {"done": 0}


def test_semicolons_leave_the_comma_to_decimals():
    (report,) = read("unit;share;sent\n01;96,5%;15/01/2023\n")
    assert told(report)["share"] == Fraction("96.5")


def test_name_and_kind_may_be_left_out_and_columns_stand_in_any_order():
    (report,) = read("tasks,unit\n27,01\n")
    assert (report.unit, report.name, report.kind, told(report)) == ("01", "", "", {"tasks": 27})


@pytest.mark.parametrize("heading", ["1.1", "1.1.", " 1.1 "])
def test_a_row_code_of_the_form_is_a_heading(heading):
    (report,) = read(f"unit,{heading},1.2\n01,27,1\n", FORM)
    assert told(report) == {"tasks": 27, "board": True}
    assert [one.origin.row for one in report.facts] == ["1.1", "1.2"]


def test_a_legend_counts_under_the_indicators_name_too():
    (report,) = read("unit,board\n01,0\n", FORM)
    assert told(report) == {"board": False}
    assert report.facts[0].origin.row == "1.2"


def test_every_fact_remembers_its_line_and_what_was_printed():
    (_, report) = read("unit,tasks\n01,5\n02,007\n")
    (one,) = report.facts
    assert (one.origin.file, one.origin.line, one.origin.printed) == ("x.csv", 3, "007")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", [("csv-empty", 0)]),
        ("kind,tasks\nxã,3\n", [("csv-unit-absent", 1)]),
        ("unit,zzzzz\n01,3\n", [("csv-column", 1)]),
        ("unit,taks\n01,3\n", [("csv-column-near", 1)]),
        ("unit,tasks,tasks\n01,3,4\n", [("csv-column-twice", 1)]),
        ("unit,tasks,tasks,tasks\n01,3,4,4\n", [("csv-column-twice", 1), ("csv-column-twice", 1)]),
        ("unit,unit\n01,02\n", [("csv-column-twice", 1)]),
        ("unit,tasks\n01,3,4\n", [("csv-width", 2)]),
        ("unit,tasks\n01\n", [("csv-width", 2)]),
        ("unit,tasks\n01,1.340\n", []),
        ("unit,tasks\n01,007\n", [("value-leading-zero", 2)]),
        ("unit,tasks,sent\n01,x,2023-02-30\n", [("value-unreadable", 2), ("value-day", 2)]),
    ],
)
def test_each_fault_is_told_with_its_line(text, wanted):
    assert found(read(text)) == wanted


@pytest.mark.parametrize("heading", ["1", "1.3", "9.9"])
def test_a_row_that_carries_no_fact_is_no_heading(heading):
    assert [code for code, _ in found(read(f"unit,{heading}\n01,3\n", FORM))] == ["csv-column"]


def test_a_row_and_its_indicator_are_one_column():
    assert found(read("unit,tasks,1.1\n01,3,3\n", FORM)) == [("csv-column-twice", 1)]


def test_the_other_columns_and_lines_are_read_beside_a_fault():
    _, first, broken, last = read("unit,taks,tasks,board\n01,5,6,có\n02,7,8,có,9\n03,8,9,x\n")
    assert told(first) == {"tasks": 6, "board": True}
    assert not broken.facts
    assert told(last) == {"tasks": 9}
    assert found((first, broken, last)) == [("csv-width", 3), ("value-yes-no", 4)]


@pytest.mark.parametrize("line", ["01,3,có", "01,3,có,", "01,3,có,,,"])
def test_empty_last_cells_may_be_left_out_or_be_too_many(line):
    report, *short = read(f"unit,tasks,board,sent\n{line}\n")
    assert told(report) == {"tasks": 3, "board": True}
    assert found(short) == ([("csv-short", 2)] if line.endswith("có") else [])


@pytest.mark.parametrize("heading", ["year", "Năm", "Năm báo cáo"])
def test_a_column_says_the_year_of_each_line(heading):
    reports = read(f"unit,{heading},tasks\n01,2025,3\n02,,4\n03,năm 2022,5\n04,năm nay,6\n")
    assert [report.year for report in reports] == [2025, 2023, 2022, None]
    assert [len(report.facts) for report in reports] == [1, 1, 1, 0]
    assert found(reports) == [("csv-year", 5)]


def test_a_fault_of_a_cell_names_the_unit_and_the_row():
    (report,) = read("unit,name,1.1\n01,Xã A,-3\n", FORM)
    (finding,) = report.findings
    assert (finding.code, finding.place.unit, finding.place.row) == ("value-negative", "Xã A", "1.1")
    assert "Nhiệm vụ" in finding.message()


def cells(*rows):
    """The reports of a sheet; a cell is its text, or a text and what the file stores."""
    made = [
        (line, tuple(Cell(*one, at=f"{column}{line}") if isinstance(one, tuple) else Cell(one, at=f"{column}{line}")
                     for column, one in zip("ABCDEFG", row, strict=False)))
        for line, row in enumerate(rows, 1)
    ]  # fmt: skip
    return from_tables(Tables((CellTable(tuple(made), "Biểu"),)), "x.xlsx", None, INDICATORS, 2023)


def test_a_cell_counts_by_what_it_stores_not_by_what_it_shows():
    (report,) = cells(
        ("unit", "tasks", "share", "board", "sent"),
        ("01", ("1.340", Fraction(1340)), ("2%", Fraction("1.5")), ("TRUE", True), ("15/1", date(2023, 1, 15))),
    )
    assert told(report) == {"tasks": 1340, "share": Fraction("1.5"), "board": True, "sent": date(2023, 1, 15)}
    assert [fact.origin.printed for fact in report.facts] == ["1340", "1.5%", "có", "2023-01-15"]
    assert report.facts[0].origin.cell == "Biểu!B2"


def test_a_stored_number_of_three_decimals_is_no_thousands_and_is_shown_so_that_nobody_takes_it_for_them():
    (report,) = cells(("unit", "done", "tasks"), ("01", ("1,234", Fraction("1.234")), "1.234"))
    assert found([report]) == [("value-not-whole", 2)]
    assert told(report) == {"tasks": 1234}
    assert report.findings[0].args["text"] == "1.2340"


def test_a_stored_value_of_another_kind_is_read_as_its_text():
    (report,) = cells(
        ("unit", "tasks", "done", "board"), ("01", ("15/1", date(2023, 1, 15)), ("5%", Fraction(5)), ("1", Fraction(1)))
    )
    assert told(report) == {}
    assert found([report]) == [("value-unreadable", 2), ("value-unreadable", 2), ("value-yes-no", 2)]


def test_a_cell_with_a_fault_holds_nothing_whatever_it_stores():
    (report,) = cells(("unit", "tasks"), ("01", ("5", Fraction(5), "cell-error")))
    assert told(report) == {}
    assert found([report]) == [("cell-error", 2)]
    assert report.findings[0].args == {"text": "5"}


@pytest.mark.parametrize(
    ("cells", "wide"),
    [
        (("Đơn vị", "1.1", "1.2"), True),
        (("1.1 Được giao", "Đơn vị"), True),
        # A row of the appendix, with its unit of measure.
        (("1.1", "Được giao", "Đơn vị", "5"), False),
        (("1.1.", "Được giao:", "Đơn vị", "5"), False),
    ],
)
def test_a_row_of_the_form_is_no_header_of_many_units(cells, wide):
    assert is_wide(cells, HeadingNames(FORM, INDICATORS)) == wide
