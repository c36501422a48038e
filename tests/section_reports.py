"""Reports on a form of several tables, made in memory as text, CSV, Word and Excel: titles, headings, rows."""

import csv
import io
from collections.abc import Mapping, Sequence

from docx import Document
from openpyxl import Workbook

from cchc_score.model import Form, FormRow

Printed = tuple[Sequence[str], Sequence[Sequence[str]]]
"""One table of a report: the titles above it, and its rows, the headings first."""
TITLE = ("BIỂU MẪU THỐNG KÊ SỐ LIỆU BÁO CÁO CẢI CÁCH HÀNH CHÍNH NĂM 2025", "CỦA ỦY BAN NHÂN DÂN XÃ AN LỘC")
HEADINGS = (
    "STT",
    "Chỉ tiêu thống kê (Sử dụng trong kỳ báo cáo hàng quý, 6 tháng, năm)",
    "Đơn vị tính",
    "Số liệu",
    "Ghi chú",
)


def printed_tables(form: Form, values: Mapping[str, str]) -> dict[str, Printed]:
    """The tables of a form by name, with values by the code of their rows; a row without one is blank."""
    tables = {}
    for section in form.sections:
        rows = [row for row in form.rows.values() if row.section == section.name]
        cells = [printed_row(row, values.get(row.code, "")) for row in rows]
        tables[section.name] = ((section.name, section.title), [HEADINGS, *cells])
    return tables


def printed_row(row: FormRow, value: str, remark: str = "") -> tuple[str, ...]:
    """A row as its table prints it: the code with a dot after it."""
    legend = "\n".join(f"{one.text} = {one.number}" for one in row.legend)
    return (f"{row.printed_code}.", row.label, legend or row.unit, value, remark)


def as_text(tables: Sequence[Printed]) -> bytes:
    """Cell by cell on lines of their own, as a table looks when it is copied out of a document."""
    lines = [*TITLE, ""]
    for titles, rows in tables:
        lines += [*titles, *(line for row in rows for cell in row for line in cell.split("\n") if cell), ""]
    return "\n".join(lines).encode()


def as_csv(tables: Sequence[Printed]) -> bytes:
    """One table below the other."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerows((line, "", "", "", "") for line in TITLE)
    for titles, rows in tables:
        writer.writerows([*((line, "", "", "", "") for line in titles), *rows])
    return stream.getvalue().encode()


def as_word(tables: Sequence[Printed]) -> bytes:
    """A paragraph for each title, and a table."""
    document = Document()
    for line in TITLE:
        document.add_paragraph(line)
    for titles, rows in tables:
        for line in titles:
            document.add_paragraph(line)
        made = document.add_table(len(rows), len(HEADINGS))
        for line, row in zip(made._tbl.tr_lst, rows, strict=True):
            for cell, text in zip(line.tc_lst, row, strict=True):
                cell.p_lst[0].add_r().text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_workbook(tables: Sequence[Printed], apart: bool = True) -> bytes:
    """A sheet for each table, or all on one sheet."""
    book = Workbook()
    sheet = book.active
    for at, (titles, rows) in enumerate(tables):
        if at and apart:
            sheet = book.create_sheet()
        for row in [*(((line,) for line in TITLE) if apart or not at else ()), *((line,) for line in titles), *rows]:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
