"""Types into forms as people do: into a workbook, a Word document or a CSV file."""

import csv
import io

from docx import Document
from openpyxl import load_workbook


def typed_into(data, kind, roles, role, texts, day=""):
    """A form with texts in a column, by the places of its rows, and with a day behind 'Ngày:' or 'Date:'."""
    column = roles.index(role)
    if kind == "xlsx":
        return _workbook(data, len(roles), column, texts, day)
    if kind == "docx":
        return _word(data, column, texts, day)
    return _csv(data, len(roles), column, texts, day)


def _workbook(data, width, column, texts, day):
    book = load_workbook(io.BytesIO(data))
    page = book.active
    rows = list(page.iter_rows())
    for row in rows:
        if str(row[0].value) in ("Ngày:", "Date:") and day:
            row[1].value = day
    head = next(at for at, row in enumerate(rows) if sum(cell.value is not None for cell in row) == width)
    for at, text in texts.items():
        rows[head + 1 + at][column].value = text
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _word(data, column, texts, day):
    document = Document(io.BytesIO(data))
    for paragraph in document.paragraphs:
        if paragraph.text in ("Ngày:", "Date:") and day:
            paragraph.add_run(f" {day}")
    for at, text in texts.items():
        document.tables[0].rows[at + 1].cells[column].text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _csv(data, width, column, texts, day):
    text = data.decode("utf-8-sig")
    between = ";" if text.splitlines()[0].count(";") else ","
    rows = list(csv.reader(io.StringIO(text), delimiter=between))
    for row in rows:
        if row[0] in ("Ngày:", "Date:") and day:
            row[0] += f" {day}"
    head = next(at for at, row in enumerate(rows) if all(row))
    for at, answer in texts.items():
        rows[head + 1 + at][column] = answer
    stream = io.StringIO()
    csv.writer(stream, delimiter=between, quoting=csv.QUOTE_ALL).writerows(rows)
    return stream.getvalue().encode()
