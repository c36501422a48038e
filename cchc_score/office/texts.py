"""A table as CSV that a spreadsheet opens in columns, and its cells as texts."""

import csv
import io
from datetime import date

from cchc_score.csv_file import safe
from cchc_score.office.shape import FormSheet, Value, plain_text
from cchc_score.text import Lang, number


def csv_text(sheet: FormSheet, lang: Lang) -> bytes:
    """The title, the lines and the table; what separates cells is what the language's spreadsheets take."""
    stream = io.StringIO(newline="")
    # Where decimals have a comma, spreadsheets expect semicolons.
    writer = csv.writer(stream, delimiter=";" if lang == "vi" else ",", quoting=csv.QUOTE_ALL)
    width = len(sheet.columns)
    for line in (sheet.title, *sheet.lines, ""):
        writer.writerow([safe(plain_text(line)), *[""] * (width - 1)])
    writer.writerow([safe(plain_text(one.heading)) for one in sheet.columns])
    writer.writerows([safe(shown(value, lang)) for value in row] for row in sheet.rows)
    return ("\ufeff" + stream.getvalue()).encode()


def shown(value: Value, lang: Lang) -> str:
    """What a cell holds, as a text."""
    if value is None:
        return ""
    if isinstance(value, str):
        return plain_text(value)
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else number(value, None, lang)
