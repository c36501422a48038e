"""Tables of texts as documents of each kind, made in memory: Word, Excel, CSV, and text with tabs, typed or in Word."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence

from docx import Document as WordDocument
from openpyxl import Workbook

from cchc_score.builtin.readers import read_csv_grid, read_docx, read_text, read_xlsx
from cchc_score.documents import Document

Table = tuple[Sequence[str], Sequence[Sequence[str]]]
"""The lines above a table, and its rows, the headings first."""


def as_word(tables: Sequence[Table]) -> bytes:
    """A paragraph for each line, and a table."""
    document = WordDocument()
    for lines, rows in tables:
        for line in lines:
            document.add_paragraph(line)
        made = document.add_table(len(rows), len(rows[0]))
        for line, row in zip(made._tbl.tr_lst, rows, strict=True):
            for cell, text in zip(line.tc_lst, row, strict=True):
                cell.p_lst[0].add_r().text = text
    return _saved(document)


def as_tabbed_word(tables: Sequence[Table]) -> bytes:
    """A paragraph for each line and each row, whose cells tabs part."""
    document = WordDocument()
    for lines, rows in tables:
        for text in (*lines, *("\t".join(row) for row in rows)):
            document.add_paragraph(text)
    return _saved(document)


def as_tabbed_text(tables: Sequence[Table]) -> bytes:
    """A line for each row, whose cells tabs part."""
    return "\n".join(text for lines, rows in tables for text in (*lines, *("\t".join(row) for row in rows))).encode()


def as_csv(tables: Sequence[Table]) -> bytes:
    """One table below the other."""
    stream = io.StringIO()
    width = max(len(rows[0]) for _, rows in tables)
    writer = csv.writer(stream, lineterminator="\n")
    for lines, rows in tables:
        writer.writerows([line, *[""] * (width - 1)] for line in lines)
        writer.writerows([*row, *[""] * (width - len(row))] for row in rows)
    return stream.getvalue().encode()


def as_sheet(tables: Sequence[Table]) -> bytes:
    """One sheet, all cells texts."""
    book = Workbook()
    for lines, rows in tables:
        for row in (*((line,) for line in lines), *rows):
            book.active.append(list(row))
    return _saved(book)


def _saved(made: "WordDocument | Workbook") -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


READ: Mapping[str, Callable[[Sequence[Table]], Document]] = {
    "docx": lambda tables: read_docx(as_word(tables), "x.docx"),
    "docx with tabs": lambda tables: read_docx(as_tabbed_word(tables), "x.docx"),
    "xlsx": lambda tables: read_xlsx(as_sheet(tables), "x.xlsx"),
    "csv": lambda tables: read_csv_grid(as_csv(tables), "x.csv"),
    "txt with tabs": lambda tables: read_text(as_tabbed_text(tables), "x.txt"),
}
"""Each kind of document as its reader gives it."""
