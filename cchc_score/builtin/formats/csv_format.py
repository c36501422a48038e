"""Writes CSV that spreadsheets open with the right accents and never run as formulas."""

import re
from collections.abc import Iterator, Sequence

from cchc_score.files.csv_file import csv_text
from cchc_score.formats import Format, Page, Sheet, TypedCell
from cchc_score.hookspecs import hookimpl
from cchc_score.text import visible

_RISE = re.compile(r"\+[0-9.,]+")


def write(page: Page) -> str:
    """The tables one below the other, then the notes, an empty line between."""
    return csv_text(([visible(cell) for cell in row] for row in _rows(page)), page.lang)


def _rows(page: Page) -> Iterator[Sequence[str]]:
    for place, sheet in enumerate(page.sheets):
        if place:
            yield []
        yield from _sheet(sheet)
    if page.notes:
        yield []
        yield from ([note] for note in page.notes)


def _sheet(sheet: Sheet) -> Iterator[Sequence[str]]:
    if sheet.title:
        yield [sheet.title]
    yield [heading.text for heading in sheet.headings]
    yield from ([_number(cell) for cell in row] for row in sheet.typed_rows)
    yield from ([note] for note in sheet.notes)


def _number(cell: TypedCell) -> str:
    # People see a rise by its sign; a spreadsheet would take it for the beginning of a formula, and add nothing up.
    return cell.text[1:] if cell.value is not None and _RISE.fullmatch(cell.text) else cell.text


@hookimpl
def cchc_formats() -> list[Format]:
    """The format `csv`."""
    return [Format("csv", ".csv", write)]
