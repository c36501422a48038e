"""The appendix in tables of Word and Excel: the same facts and the same findings as its text, each with its place."""

import csv
import io
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.builtin.readers import read_docx
from cchc_score.documents import Cell, CellTable, Grid, Lines, Tables
from cchc_score.files.csv_file import read_csv
from cchc_score.intake.document_tables import from_tables
from cchc_score.intake.join import join
from cchc_score.intake.read_document import reports_of
from cchc_score.intake.text_report import from_lines
from cchc_score.model import Answer, Form, FormRow, Indicator
from cchc_score.registry.registry import load_registry
from cchc_score.schemes.form_file import read_form
from tests.reports import appendix_rows, word_report
from tests.running import EXAMPLES, ROOT
from tests.strategies import examples

REGISTRY = load_registry()
PATH = ROOT / "scoring_rules" / "forms" / "phu-luc-01b-2023.toml"
REAL = read_form(PATH.read_bytes(), PATH.name, REGISTRY.indicators)
INDICATORS = {
    one.code: one
    for one in (
        Indicator("tasks", "Nhiệm vụ"),
        Indicator("done", "Hoàn thành", part_of="tasks"),
        Indicator("share", "Tỷ lệ", kind="percent", decimals=2),
        Indicator("rate", "Mức", kind="decimal", decimals=3),
        Indicator("board", "Niêm yết", kind="yes_no"),
        Indicator("sent", "Ngày gửi", kind="date"),
    )
}
COLUMNS = {
    "code": ("STT", "TT"),
    "label": ("Chỉ tiêu",),
    "unit": ("ĐVT",),
    "value": ("Số liệu",),
    "remark": ("Ghi chú",),
}
ROWS = (
    FormRow("1", "Chỉ đạo", "header"),
    FormRow("1.1", "Được giao", unit="Việc", indicator="tasks"),
    FormRow("1.2", "Hoàn thành mức độ 3", unit="Việc", indicator="done"),
    FormRow("1.3", "Hồ sơ"),
    FormRow("1.3/1", "Tỷ lệ", unit="%", indicator="share"),
    FormRow("1.4", "Niêm yết", indicator="board", legend=(Answer(0, "no", "Không"), Answer(1, "yes", "Có"))),
    FormRow("1.5", "Ngày gửi", unit="Ngày", indicator="sent"),
    FormRow("1.6", "Mức", unit="x", indicator="rate"),
)
FORM = Form(
    "mau", "Mẫu", {row.code: row for row in ROWS}, "CỦA UBND", "Báo cáo năm",
    ("STT", "Chỉ tiêu", "Kết quả"), ("Trong đó",), ("nt",), COLUMNS,
)  # fmt: skip
HEAD = ("STT", "Chỉ tiêu", "ĐVT", "Số liệu", "Ghi chú")


def table(*rows, name="", number=1, first=1):
    """A table of texts, or of cells."""
    width = max(map(len, rows))
    letters = "ABCDEFGH"
    made = []
    for line, row in enumerate(rows, first):
        cells = [one if isinstance(one, Cell) else Cell(one) for one in (*row, *[""] * (width - len(row)))]
        if name:
            cells = [Cell(one.text, one.value, one.fault, f"{letters[at]}{line}") for at, one in enumerate(cells)]
        made.append((line, tuple(cells)))
    return CellTable(tuple(made), name, number)


def read(*tables, lines=()):
    return from_tables(Tables(tables, tuple(enumerate(lines, 1))), "x.docx", FORM, INDICATORS, 2023)


def told(report):
    return {one.code: one.value for one in report.facts}


def codes(*reports):
    """What is told, but for rows that are not there at all."""
    return [one.code for report in reports for one in report.findings if one.code != "text-rows-absent"]


def places(report, code):
    return [one.place.words() for one in report.findings if one.code == code]


def facts_of(reports):
    gathered = join(reports, None, 2023, REAL, REGISTRY.indicators)
    known = gathered.table
    facts = {code: known.value(0, code) for code in known.columns if known.known(0, code)}
    return facts, {(one.code, one.place.row) for one in gathered.findings}, known


@pytest.mark.full
@pytest.mark.parametrize(
    "split_at",
    [None, 30, 40, 52, *(pytest.param(at, marks=pytest.mark.full) for at in range(2, 78) if at not in (30, 40, 52))],
)
def test_the_real_appendix_as_a_word_table_says_what_its_text_says(split_at):
    text = (EXAMPLES / "hoang-hoa-2023" / "reports" / "hoang-cat.txt").read_text(encoding="utf-8")
    plain = from_lines(Lines(tuple(enumerate(text.split("\n"), 1))), "x.txt", REAL, REGISTRY.indicators)
    document = read_docx(word_report(appendix_rows(), split_at), "x.docx")
    reports = from_tables(document, "x.docx", REAL, REGISTRY.indicators, 2023)
    assert [(one.unit, one.year) for one in reports] == [("XÃ HOẰNG CÁT", 2023)]
    facts, findings, known = facts_of(reports)
    wanted, told_of_text, _ = facts_of([plain])
    assert facts == wanted
    prose = {("prose-proposes", "")}
    assert findings - prose == told_of_text
    origin = known.origins[0, "tasks_late"]
    assert origin.printed == "01"
    assert origin.table == 1 or split_at is not None
    assert known.origins[0, "received_online_3"].remark == "Mức độ 3: 238; CT Điện tử: 272"


GOOD = (
    HEAD,
    ("1", "Chỉ đạo", "", "", ""),
    ("1.1.", "Được  giao", "Việc", "15", "đủ"),
    ("1.2", "hoàn thành mức độ 3:", "nt", "14", ""),
    ("1.3", "Hồ sơ", "", "", ""),
    ("Trong đó", "Tỷ lệ", "%", "93,33", ""),
    ("1.4", "Niêm yết", "Không = 0\nCó = 1", "1", ""),
)


def test_rows_are_met_by_code_and_label():
    (report,) = read(table(*GOOD))
    assert told(report) == {"tasks": 15, "done": 14, "share": Fraction(9333, 100), "board": True}
    assert report.facts[0].origin.remark == "đủ"
    assert codes(report) == []
    assert report.facts[0].place("x").words() == "x.docx: bảng 1, dòng 3: x, dòng 1.1"


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("1.2", "Hoàn thành mức độ 4", "Việc", "14"), "row-label-differs"),
        (("1.2", "Hoàn thành", "Việc", "14"), "row-label-differs"),
        (("1.2", "", "Việc", "14"), "row-label-differs"),
        (("1.7", "Hoàn thành mức độ 3", "Việc", "14"), "row-code-differs"),
        (("01.2", "Hoàn thành mức độ 3", "Việc", "14"), "row-code-differs"),
        (("9.9", "Việc khác", "Việc", "14"), "text-unmatched"),
        (("9.9", "Việc khác", "Việc", ""), "text-unmatched"),
        (("", "Việc khác", "Việc", "14"), "text-unmatched"),
        (("", "Tỷ lệ", "%", "14"), "text-unmatched"),
    ],
)
def test_a_near_miss_is_told_and_never_taken(row, code):
    (report,) = read(table(HEAD, ("1.1", "Được giao", "Việc", "15"), row))
    assert told(report) == {"tasks": 15}
    assert codes(report) == [code]


def test_headings_may_stand_on_any_row_in_any_order_and_be_repeated():
    (report,) = read(
        table(
            ("PHỤ LỤC CỦA UBND Xã Hòa Bình", "", "", "", ""),
            ("Báo cáo năm 2023", "", "", "", ""),
            ("Ghi chú", "Số liệu", "Chỉ tiêu", "TT", "ĐVT"),
            ("(1)", "(2)", "(3)", "(4)", "(5)"),
            ("a", "15", "Được giao", "1.1", "Việc"),
            ("Ghi chú", "Số liệu", "Chỉ tiêu", "TT", "ĐVT"),
            ("b", "14", "Hoàn thành mức độ 3", "1.2", "Việc"),
        )
    )
    assert (report.unit, report.year, told(report)) == ("Xã Hòa Bình", 2023, {"tasks": 15, "done": 14})
    assert codes(report) == []


def test_a_heading_may_span_several_columns_and_rows():
    (report,) = read(
        table(
            ("STT", "Chỉ tiêu (Báo cáo năm 2022)", "Kết quả", "", "Ghi chú"),
            ("", "", "ĐVT", "Số liệu", ""),
            ("1.1", "Được giao", "Việc", "15", ""),
        )
    )
    assert (report.year, told(report), codes(report)) == (2022, {"tasks": 15}, [])


def test_a_table_goes_on_after_a_page_with_or_without_its_headings():
    first = table(HEAD, ("1.1", "Được giao", "Việc", "15", ""))
    plain = table(("1.2", "Hoàn thành mức độ 3", "Việc", "14", ""), number=2)
    headed = table(HEAD, ("1.2", "Hoàn thành mức độ 3", "Việc", "14", ""), number=2)
    other = table(("Nơi nhận", "Chủ tịch"), number=3)
    for second in (plain, headed):
        (report,) = read(other, first, second, other)
        assert told(report) == {"tasks": 15, "done": 14}
        assert codes(report) == []


def test_a_page_may_break_between_a_row_and_its_parts():
    first, part = table(HEAD, ("1.3", "Hồ sơ", "", "", "")), ("Trong đó", "Tỷ lệ", "%", "93,33", "")
    board = ("1.4", "Niêm yết", "", "1", "")
    for second in (table(part, board, number=2), table(HEAD, part, board, number=2)):
        (report,) = read(first, second)
        assert told(report) == {"share": Fraction(9333, 100), "board": True}
        assert codes(report) == []


@pytest.mark.parametrize("unseen", ["\u200b", "\u00ad", "\ufeff", "\u2060"])
def test_characters_that_nobody_sees_hide_no_row(unseen):
    (report,) = read(table(HEAD, (f"1.{unseen}1", f"Được{unseen} giao", "Việc", "15", "")))
    assert told(report) == {"tasks": 15}
    assert codes(report) == []


def test_a_row_that_stands_twice_is_told_and_the_first_is_taken():
    (report,) = read(table(HEAD, ("1.1", "Được giao", "", "15"), ("1.1", "Được giao", "", "16")))
    assert told(report) == {"tasks": 15}
    assert places(report, "text-row-twice") == ["x.docx: bảng 1, dòng 3: dòng 1.1"]


def test_a_sheet_with_a_column_for_each_unit():
    one, other = read(
        table(
            ("STT", "Chỉ tiêu", "ĐVT", "Xã An Lộc", "Xã Bình Minh"),
            ("1.1", "Được giao", "Việc", "15", "7"),
            ("1.2", "Hoàn thành mức độ 3", "Việc", "14", "x"),
            name="PL01",
        )
    )
    assert (one.unit, told(one)) == ("Xã An Lộc", {"tasks": 15, "done": 14})
    assert (other.unit, told(other)) == ("Xã Bình Minh", {"tasks": 7})
    assert places(other, "value-unreadable") == ["x.docx: PL01!E3: Xã Bình Minh, dòng 1.2"]


def test_a_sheet_with_a_row_for_each_unit_under_codes_or_labels():
    rows = (
        ("Tổng hợp", "", "", "", ""),
        ("STT", "Đơn vị", "1.1", "1.2 Hoàn thành mức độ 3", "Tỷ lệ"),
        ("1", "Xã An Lộc", Cell("15", Fraction(15)), "14", Cell("93.125%", Fraction(745, 8))),
        ("2", "Xã Bình Minh", "x", Cell("7", Fraction(7)), ""),
    )
    one, other = read(table(*rows, name="PL01"))
    assert (one.unit, told(one)) == ("Xã An Lộc", {"tasks": 15, "done": 14, "share": Fraction(9313, 100)})
    assert places(one, "value-ambiguous") == []
    assert codes(one) == ["value-rounded"]
    assert places(other, "value-unreadable") == ["x.docx: PL01!C4: Xã Bình Minh, dòng 1.1"]
    assert one.facts[0].place().words() == "x.docx: PL01!C3: dòng 1.1"


@pytest.mark.parametrize(
    ("row", "cell", "value"),
    [
        (("1.1", "Được giao"), Cell("1340", Fraction(1340)), 1340),
        (("1.6", "Mức"), Cell("1.340", Fraction(134, 100)), Fraction(134, 100)),
        (("1.6", "Mức"), Cell("1.125", Fraction(1125, 1000)), Fraction(9, 8)),
        (("1.4", "Niêm yết"), Cell("TRUE", True), True),
        (("1.4", "Niêm yết"), Cell("0", Fraction(0)), False),
        (("1.5", "Ngày gửi"), Cell("2023-01-15", date(2023, 1, 15)), date(2023, 1, 15)),
        (("1.1", "Được giao"), Cell("#DIV/0!", fault="cell-error"), None),
        (("1.1", "Được giao"), Cell("=A1", fault="cell-uncalculated"), None),
        (("1.1", "Được giao"), Cell("96%", Fraction(96)), None),
        (("1.1", "Được giao"), Cell("1.5", Fraction(3, 2)), None),
        (("1.1", "Được giao"), Cell("TRUE", True), None),
        (("1.5", "Ngày gửi"), Cell("45000", Fraction(45000)), None),
    ],
)
def test_what_a_cell_stores_is_never_ambiguous(row, cell, value):
    (report,) = read(table(HEAD, (*row, "x", cell)))
    assert list(told(report).values()) == ([] if value is None else [value])
    assert len(codes(report)) == (1 if value is None else 0)


def test_numbers_of_a_wide_sheet_are_never_ambiguous_either():
    (report,) = read(table(("Đơn vị", "1.6"), ("Xã A", Cell("1.125", Fraction(9, 8)))))
    assert told(report) == {"rate": Fraction(9, 8)}


TWO = (
    ("STT", "Chỉ tiêu", "ĐVT", "Năm 2022", "Năm 2023"),
    ("", "", "", "Số liệu", "Số liệu"),
    ("1.1", "Được giao", "Việc", "7", "15"),
)


@pytest.mark.parametrize(
    "head",
    [
        TWO[:2],
        (("STT", "Chỉ tiêu", "ĐVT", "Năm 2022", "Năm 2023"),),
        (("STT", "Chỉ tiêu", "ĐVT", "Số liệu năm 2022", "Số liệu năm 2023"),),
        (("STT", "Chỉ tiêu", "ĐVT", "Số liệu", ""), ("", "", "", "2022", "(2023)")),
    ],
)
def test_of_columns_for_several_years_the_year_is_read(head):
    for rows in (head, tuple((*row[:3], row[4], row[3]) for row in head)):
        (report,) = read(table(*rows, (*TWO[2][:3], *(TWO[2][3:] if rows == head else ("15", "7")))))
        assert told(report) == {"tasks": 15}


@pytest.mark.parametrize(
    "head", [("STT", "Chỉ tiêu", "ĐVT", "Số liệu", "Số liệu"), ("STT", "Chỉ tiêu", "ĐVT", "Năm 2021", "Năm 2022")]
)
def test_of_columns_that_nobody_can_tell_apart_none_is_read(head):
    (report,) = read(table(head, TWO[2]))
    assert not told(report)
    assert codes(report) == ["columns-unclear"]
    assert places(report, "columns-unclear") == ["x.docx: bảng 1, dòng 1"]


def test_what_stands_in_a_column_without_a_heading_is_told():
    (report,) = read(table((*HEAD, ""), ("1.1", "Được giao", "Việc", "15", "", "27")))
    assert codes(report) == ["text-unmatched"]
    assert told(report) == {"tasks": 15}


def test_each_sheet_may_be_a_unit_by_its_title_or_its_name():
    rows = (HEAD, ("1.1", "Được giao", "Việc", "15"))
    titled = table(("CỦA UBND XÃ AN LỘC",), *rows, name="A")
    reports = read(titled, table(*rows, name="Xã Bình Minh", number=2))
    assert [(one.unit, told(one)) for one in reports] == [("XÃ AN LỘC", {"tasks": 15}), ("Xã Bình Minh", {"tasks": 15})]
    assert codes(*reports) == []


def test_a_sheet_of_many_units_hides_no_appendix_beside_it():
    wide = table(("Đơn vị", "1.1"), ("Xã A", "9"), name="TH")
    reports = read(table(("CỦA UBND XÃ AN LỘC",), HEAD, ("1.1", "Được giao", "Việc", "15"), name="PL"), wide)
    assert [(one.unit, told(one)) for one in reports] == [("Xã A", {"tasks": 9}), ("XÃ AN LỘC", {"tasks": 15})]


@pytest.mark.parametrize(
    ("name", "title", "year"), [("2022.csv", "", 2022), ("th.csv", "Báo cáo năm 2021", 2021), ("th.csv", "", 2023)]
)
def test_a_table_of_many_units_is_of_the_year_that_it_names(name, title, year):
    rows = (*([(1, (title, ""))] if title else []), (2, ("unit", "1.1")), (3, ("01", "9")))
    (report,) = reports_of(Grid(rows), name, FORM, INDICATORS, 2023)
    assert report.year == year
    (report,) = from_tables(
        Tables((table(*(row for _, row in rows)),)), name.replace("csv", "xlsx"), FORM, INDICATORS, 2023
    )
    assert report.year == year


def test_a_value_that_a_comma_divides_is_no_value():
    text = ",".join(HEAD) + "\n1.1,Được giao,Việc,1,340,\n1.2,Hoàn thành mức độ 3,Việc,5,\n"
    (report,) = reports_of(Grid(read_csv(text.encode(), "x.csv")), "x.csv", FORM, INDICATORS, 2023)
    assert told(report) == {"done": 5}
    assert [one.words("en") for one in report.findings if one.code == "csv-width"] == [
        "x.csv:2: the line has 6 cells, the header 5 columns; make them equal, the figures may have moved"
    ]


def test_a_cell_with_a_fault_is_no_number_in_either_layout():
    late = Cell("9999999", fault="cell-error")
    for one in (table(HEAD, ("1.1", "Được giao", "Việc", late)), table(("Đơn vị", "1.1"), ("Xã A", late))):
        (report,) = read(one)
        assert not told(report)
        assert codes(report) == ["cell-error"]


def test_a_document_without_the_appendix_is_told():
    (report,) = read(table(("Nơi nhận", "Chủ tịch")))
    assert codes(report) == ["text-no-rows"]
    (report,) = from_tables(Tables((table(HEAD),)), "x.docx", None, INDICATORS, 2023)
    assert codes(report) == ["text-form-absent"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_of_the_appendix_is_read_as_the_appendix(separator):
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(GOOD)
    grid = Grid(read_csv(f"\ufeff{text.getvalue()}".encode(), "x.csv"))
    (report,) = reports_of(grid, "x.csv", FORM, INDICATORS, 2023)
    assert told(report) == {"tasks": 15, "done": 14, "share": Fraction(9333, 100), "board": True}
    assert report.facts[0].place().words() == "x.csv:3: dòng 1.1"


DOCUMENT = read_docx(word_report(appendix_rows(), 40), "x.docx")
WHOLE = from_tables(DOCUMENT, "x.docx", REAL, REGISTRY.indicators, 2023)[0]


def changed(data, rows):
    """Some rows of a table deleted, doubled, swapped, or with another character in a code, a label or a value."""
    at = data.draw(st.integers(0, len(rows) - 1))
    how = data.draw(st.sampled_from(["delete", "double", "swap", "cut", "letter", "digit"]))
    line, cells = rows[at]
    if how == "delete":
        return rows[:at] + rows[at + 1 :]
    if how == "double":
        return rows[: at + 1] + rows[at:]
    if how == "swap":
        other = data.draw(st.integers(0, len(rows) - 1))
        swapped = list(rows)
        swapped[at], swapped[other] = rows[other], rows[at]
        return swapped
    if how == "cut":
        return rows[:at]
    place = data.draw(st.integers(0, 1)) if how == "letter" else 3
    text = cells[place].text
    cut = data.draw(st.integers(0, len(text)))
    put = data.draw(st.sampled_from(["x", "3", ".", "Đ"] if how == "letter" else ["x", "e5", "%", "٣"]))
    return [
        *rows[:at],
        (line, (*cells[:place], Cell(text[:cut] + put + text[cut:]), *cells[place + 1 :])),
        *rows[at + 1 :],
    ]


@examples(150)
@given(st.data())
def test_a_changed_document_never_tells_other_facts_without_a_finding(data):
    tables = list(DOCUMENT.tables)
    which = data.draw(st.integers(0, len(tables) - 1))
    rows = changed(data, list(tables[which].rows))
    tables[which] = replace(tables[which], rows=tuple(rows))
    reports = from_tables(replace(DOCUMENT, tables=tuple(tables)), "x.docx", REAL, REGISTRY.indicators, 2023)
    facts = {code: value for one in reports for code, value in told(one).items()}
    findings = {(each.code, each.place.row) for one in reports for each in one.findings}
    known = {(each.code, each.place.row) for each in WHOLE.findings}
    wanted = told(WHOLE)
    if facts != wanted:
        assert findings - known
    assert all(wanted.get(code) == value for code, value in facts.items())
