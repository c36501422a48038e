"""A table as CSV that a spreadsheet opens in columns, and its cells as texts."""

from collections.abc import Iterator, Sequence
from datetime import date

from cchc_score.files.csv_file import csv_text as csv_rows
from cchc_score.office.form_sheet import FormSheet, FormValue, plain_lines, plain_text
from cchc_score.points import decimals_needed
from cchc_score.text import Lang, number

_THOUSANDS = 3
"""With so many digits behind it a comma may be that of thousands."""


def csv_text(sheet: FormSheet, lang: Lang) -> bytes:
    """The title, the lines and the table; what separates cells is what the language's spreadsheets take."""
    return csv_texts([sheet], lang)


def csv_texts(sheets: Sequence[FormSheet], lang: Lang) -> bytes:
    """Several tables one below the other, in as many columns as the widest has."""
    width = max(len(sheet.columns) for sheet in sheets)
    rows = [row for sheet in sheets for row in _rows(sheet, lang)]
    # As many cells in every row, so that the separator can be told from the first line on.
    return csv_rows([[*row, *[""] * (width - len(row))] for row in rows], lang, quoted=True).encode()


def _rows(sheet: FormSheet, lang: Lang) -> Iterator[list[str]]:
    yield from ([plain_text(line)] for line in (sheet.title, *sheet.lines, ""))
    above = [column.above for column in sheet.columns]
    if any(above):
        # As a merged heading stands in the first of its columns only; one with nothing above it stands on this row.
        yield [
            plain_text(column.above if not at or above[at - 1] != column.above else "")
            if column.above
            else plain_text(column.heading)
            for at, column in enumerate(sheet.columns)
        ]
    yield ["" if any(above) and not column.above else plain_text(column.heading) for column in sheet.columns]
    yield from ([cell_text(value, lang) for value in row] for row in sheet.rows)


def cell_text(value: FormValue, lang: Lang) -> str:
    """What a cell holds, as a text."""
    if value is None:
        return ""
    if isinstance(value, str):
        return plain_text(value)
    if isinstance(value, tuple):
        return plain_lines(value)
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    # Whoever reads '1,234' may take it for thousands; '1,2340' cannot be.
    return number(value, 4 if decimals_needed(value) == _THOUSANDS else None, lang)
