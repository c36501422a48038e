"""Small appendices in every kind of file, made of the same lines and rows, and what a year makes of them."""

import csv
import io

from docx import Document
from openpyxl import Workbook

from cchc_score.builtin.readers import read_csv_grid, read_docx, read_text, read_xlsx
from cchc_score.intake.join import join
from cchc_score.intake.read_document import reports_of
from cchc_score.model import Answer, Form, FormRow, Indicator, Unit
from tests.workbooks import saved

INDICATORS = {
    one.code: one
    for one in (
        Indicator("tasks", "Nhiệm vụ"),
        Indicator("done", "Hoàn thành", part_of="tasks"),
        Indicator("people", "Người dự"),
        Indicator("board", "Niêm yết", kind="yes_no"),
    )
}
ROWS = (
    FormRow("1", "Chỉ đạo điều hành", "header"),
    FormRow("1.1", "Số nhiệm vụ được giao", unit="Nhiệm vụ", indicator="tasks"),
    FormRow("1.2", "Số nhiệm vụ hoàn thành", unit="Nhiệm vụ", indicator="done"),
    FormRow("1.3", "Số người tham dự", unit="Người", indicator="people"),
    FormRow("1.4", "Niêm yết", indicator="board", legend=(Answer(0, "no", "Không"), Answer(1, "yes", "Có"))),
)
HEADINGS = ("STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu", "Ghi chú")
COLUMNS = {
    "code": ("STT",), "label": ("Chỉ tiêu thống kê",), "unit": ("Đơn vị tính",), "value": ("Số liệu",),
    "remark": ("Ghi chú",),
}  # fmt: skip
FORM = Form(
    "mau", "Mẫu", {row.code: row for row in ROWS}, "CẢI CÁCH HÀNH CHÍNH CỦA UBND", "Báo cáo năm",
    HEADINGS, ("Trong đó",), ("nt",), COLUMNS,
)  # fmt: skip
UNITS = tuple(
    Unit(code, name, "xã")
    for code, name in (
        ("15865", "Xã Hoằng Cát"), ("15868", "Xã Hoằng Quý"), ("15871", "Xã Năm Căn"), ("15874", "Thị xã Bỉm Sơn"),
    )
)  # fmt: skip
KINDS = ("docx", "xlsx", "csv", "txt")
CODES = ("1", "1.1", "1.2", "1.3", "1.4")
UNIT_CELLS = ("", "Nhiệm vụ", "Nhiệm vụ", "Người", "Không = 0; Có = 1")


def table(headings=HEADINGS, values=("", "27", "25", "120", "1"), remarks=("",) * 5, units=UNIT_CELLS):
    """The headings and the five rows of the small form."""
    labels = [row.label for row in ROWS]
    return [list(headings), *map(list, zip(CODES, labels, units, values, remarks, strict=True))]


def document(kind, above=(), rows=None, below=()):
    """What a reader makes of an appendix saved as a file of a kind."""
    rows = rows or table()
    if kind == "docx":
        return read_docx(word(above, rows, below), "a.docx")
    if kind == "xlsx":
        book = Workbook()
        for line in (*([text] for text in above), *rows):
            book.active.append(line)
        return read_xlsx(saved(book), "a.xlsx")
    if kind == "csv":
        stream = io.StringIO()
        width = max(map(len, rows))
        csv.writer(stream).writerows([*([text, *[""] * (width - 1)] for text in above), *rows])
        return read_csv_grid(stream.getvalue().encode(), "a.csv")
    lines = [*above, *(" ".join(filter(None, row)).replace(";", "\n") for row in rows), *below]
    return read_text("\n".join(lines).encode(), "a.txt")


def word(above, rows, below=()):
    """A Word document of paragraphs and one table."""
    made = Document()
    for text in above:
        made.add_paragraph(text)
    cells = made.add_table(len(rows), max(map(len, rows)))
    for line, texts in zip(cells.rows, rows, strict=True):
        for cell, text in zip(line.cells, texts, strict=False):
            cell.text = text
    for text in below:
        made.add_paragraph(text)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def year_of(*documents, units=UNITS, form=FORM, year=2023):
    """The year of some documents, each as (file name, document)."""
    reports = [one for name, read in documents for one in reports_of(read, name, form, INDICATORS, year)]
    return join(reports, units, year, form, INDICATORS)


def facts(gathered):
    """The known facts of a year by unit and indicator."""
    table = gathered.table
    return {
        (unit.code, code): table.value(row, code)
        for row, unit in enumerate(table.units)
        for code in table.columns
        if table.known(row, code)
    }


def codes(gathered, *quiet):
    """The kinds of findings, but for units without a report and what a case is not about."""
    return [one.code for one in gathered.findings if one.code not in ("unit-without-report", *quiet)]
