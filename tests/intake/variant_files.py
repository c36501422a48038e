"""The variants of the appendix as a Word document, a CSV, a text with tabs, a PDF: what a person sees of the sheet."""

import csv
import io
import unicodedata
from datetime import date

from docx import Document

from tests.intake.appendix_variants import Sheet
from tests.pdf_files import A4, Manner, Printer

TEXT_KINDS = ("docx", "csv", "txt", "pdf")


def shown(value):
    """A value as a page shows it."""
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)


def can_be(kind: str, sheet: Sheet) -> bool:
    """Whether a kind of file can show a sheet: only a workbook has formats of numbers, and hides what it holds."""
    own = sheet.formats or sheet.hidden_rows or sheet.hidden_columns or sheet.hidden
    if own or (kind != "docx" and (sheet.struck or sheet.merged)):
        return False
    # The font of the pages has no such letters, and draws nothing for those without width.
    texts = "".join(shown(cell) for row in sheet.grid for cell in row)
    return kind != "pdf" or all(ord(char) < 0x1F00 and unicodedata.category(char) != "Cf" for char in texts)


def written(kind: str, sheet: Sheet) -> tuple[bytes, dict[str, int]]:
    """A sheet as a file, and the line, or the row of the table, in which each row of the form stands."""
    return {"docx": _document, "csv": _csv, "txt": _tabs, "pdf": _pdf}[kind](sheet)


def _table(sheet: Sheet) -> tuple[int, int]:
    """The first and the last line of the grid, from 0, that belong to the table: from its headings on."""
    filled = [place for place, row in enumerate(sheet.grid) if sum(cell not in ("", None) for cell in row) > 2]
    return filled[0], max(*filled, *(line - 1 for line in sheet.codes.values()))


def _document(sheet: Sheet) -> tuple[bytes, dict[str, int]]:
    first, last = _table(sheet)
    document = Document()
    for row in sheet.grid[:first]:
        document.add_paragraph("\t".join(shown(cell) for cell in row if cell not in ("", None)))
    width = max(len(row) for row in sheet.grid[first : last + 1])
    table = document.add_table(last - first + 1, width, style="Table Grid")
    cells = table._cells
    for place, row in enumerate(sheet.grid[first : last + 1]):
        for at, value in enumerate(row):
            cells[place * width + at].text = shown(value)
    for name in sheet.struck:
        for run in _cell(cells, name, first, width).paragraphs[0].runs:
            run.font.strike = True
    for name in sheet.merged:
        begin, end = (_cell(cells, one, first, width) for one in name.split(":"))
        text = begin.text
        begin.merge(end).text = text
    for row in sheet.grid[last + 1 :]:
        document.add_paragraph("\t".join(shown(cell) for cell in row if cell not in ("", None)))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue(), {code: line - first for code, line in sheet.codes.items()}


def _cell(cells, name: str, first: int, width: int):
    column, line = ord(name[0]) - ord("A"), int(name[1:])
    return cells[(line - 1 - first) * width + column]


def _csv(sheet: Sheet) -> tuple[bytes, dict[str, int]]:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\n")
    lines = []
    for row in sheet.grid:
        # Where a cell holds a line end, the rows behind it stand further down.
        lines.append(stream.getvalue().count("\n") + 1)
        writer.writerow([shown(cell) for cell in row])
    return stream.getvalue().encode(), {code: lines[line - 1] for code, line in sheet.codes.items()}


def _tabs(sheet: Sheet) -> tuple[bytes, dict[str, int]]:
    rows = ["\t".join(" ".join(shown(cell).split("\n")) for cell in row) for row in sheet.grid]
    return "\n".join(rows).encode(), dict(sheet.codes)


def _pdf(sheet: Sheet) -> tuple[bytes, dict[str, int]]:
    first, last = _table(sheet)
    rows = [[shown(cell) for cell in row] for row in sheet.grid[first : last + 1]]
    width = max(map(len, rows))
    rows = [row + [""] * (width - len(row)) for row in rows]
    # The widest column is that of the labels.
    most = [max(len(row[at]) for row in rows) for at in range(width)]
    label = most.index(max(most))
    narrow = (535 - 200) // (width - 1)
    printer = Printer(Manner(size=A4, widths=tuple(200 if at == label else narrow for at in range(width))))
    for row in sheet.grid[:first]:
        printer.paragraph(" ".join(shown(cell) for cell in row if cell not in ("", None)))
    printer.table(rows[:1], rows[1:])
    for row in sheet.grid[last + 1 :]:
        printer.paragraph(" ".join(shown(cell) for cell in row if cell not in ("", None)))
    return printer.done(), dict.fromkeys(sheet.codes, -1)
