"""Writes CSV that spreadsheets open with the right accents and never run as formulas."""

import csv
import io

from cchc_score.csv_file import safe
from cchc_score.formats import Format, Page
from cchc_score.hookspecs import hookimpl


def write(page: Page) -> str:
    """The tables one below the other, then the notes, an empty line between."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for place, sheet in enumerate(page.sheets):
        if place:
            writer.writerow([])
        if sheet.title:
            writer.writerow([safe(sheet.title)])
        writer.writerow([safe(heading.text) for heading in sheet.headings])
        writer.writerows([safe(cell) for cell in row] for row in sheet.rows)
        writer.writerows([safe(note)] for note in sheet.notes)
    if page.notes:
        writer.writerow([])
        writer.writerows([safe(note)] for note in page.notes)
    return "\ufeff" + text.getvalue()


@hookimpl
def cchc_formats() -> list[Format]:
    """The format `csv`."""
    return [Format("csv", ".csv", write)]
