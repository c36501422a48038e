"""A table as CSV that a spreadsheet opens in columns, and its cells as texts."""

from datetime import date

from cchc_score.files.csv_file import csv_text as csv_rows
from cchc_score.office.form_sheet import FormSheet, FormValue, plain_lines, plain_text
from cchc_score.points import decimals_needed
from cchc_score.text import Lang, number

_THOUSANDS = 3
"""With so many digits behind it a comma may be that of thousands."""


def csv_text(sheet: FormSheet, lang: Lang) -> bytes:
    """The title, the lines and the table; what separates cells is what the language's spreadsheets take."""
    width = len(sheet.columns)
    # As many cells as the table has, so that the separator can be told from the first line on.
    head = [[plain_text(line), *[""] * (width - 1)] for line in (sheet.title, *sheet.lines, "")]
    headings = [plain_text(column.heading) for column in sheet.columns]
    rows = [[cell_text(value, lang) for value in row] for row in sheet.rows]
    return csv_rows([*head, headings, *rows], lang, quoted=True).encode()


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
