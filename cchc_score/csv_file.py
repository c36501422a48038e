"""CSV as spreadsheets save it: comma, semicolon or tab, with or without a byte order mark, cells as text."""

import csv
import io
import re

from cchc_score.errors import ReportError
from cchc_score.files import decode
from cchc_score.findings import Finding, Place


def read_csv(data: bytes, name: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The rows of a CSV file as (line, cells), without empty ones; a ReportError where quotes do not close."""
    text = decode(data, name)
    if "\0" in text:
        raise ReportError([Finding("csv-broken", Place(name, text.count("\n", 0, text.index("\0")) + 1))])
    first = next((line for line in text.split("\n") if line.strip()), "")
    head = re.sub(r'"[^"]*"', "", first)
    # A Vietnamese spreadsheet separates by semicolons, because its decimals are commas.
    separator = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows = []
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((line, tuple(cells)))
            line = reader.line_num + 1
    except csv.Error:
        raise ReportError([Finding("csv-broken", Place(name, line))]) from None
    return tuple(rows)
