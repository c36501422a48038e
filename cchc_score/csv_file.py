"""CSV as spreadsheets save it: comma, semicolon or tab, with or without a byte order mark, cells as text."""

import csv
import io
import re

from cchc_score.errors import ReportError
from cchc_score.files import decode, limited
from cchc_score.findings import Finding, Place

MAX_MEGABYTES = 16
MAX_ROWS = 50_000
MAX_CELLS = 2_000_000
"""Five times as many lines as the country ever had communes."""


def read_csv(data: bytes, name: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The rows of a CSV file as (line, cells), without empty ones; a ReportError where quotes do not close."""
    text = decode(limited(data, name, MAX_MEGABYTES), name)
    if "\0" in text:
        raise ReportError([Finding("csv-broken", Place(name, text.count("\n", 0, text.index("\0")) + 1))])
    first = next((line for line in text.split("\n") if line.strip()), "")
    head = re.sub(r'"[^"]*"', "", first)
    # A Vietnamese spreadsheet separates by semicolons, because its decimals are commas.
    separator = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[tuple[int, tuple[str, ...]]] = []
    line, count = 1, 0
    try:
        for cells in reader:
            count += len(cells) or 1
            if len(rows) >= MAX_ROWS or count > MAX_CELLS:
                raise ReportError([Finding("csv-large", Place(name), {"rows": MAX_ROWS, "cells": MAX_CELLS})])
            if any(cell.strip() for cell in cells):
                rows.append((line, tuple(cells)))
            line = reader.line_num + 1
    except csv.Error:
        raise ReportError([Finding("csv-broken", Place(name, line))]) from None
    return tuple(rows)
