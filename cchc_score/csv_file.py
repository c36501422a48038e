"""CSV as spreadsheets save it: comma, semicolon or tab, with or without a byte order mark, cells as text."""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence

from cchc_score.errors import ReportError
from cchc_score.files import decode, limited
from cchc_score.findings import Finding, Place

MAX_MEGABYTES = 16
MAX_ROWS = 50_000
MAX_CELLS = 2_000_000
"""Five times as many lines as the country ever had communes."""

_LOOKED_AT, _LINES = 65_536, 40
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a text begins with that a spreadsheet would run."""


def read_csv(data: bytes, name: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The rows of a CSV file as (line, cells), without empty ones; a ReportError where quotes do not close."""
    text = decode(limited(data, name, MAX_MEGABYTES), name)
    if "\0" in text:
        raise ReportError([Finding("csv-broken", Place(name, text.count("\n", 0, text.index("\0")) + 1))])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
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


def _separator(text: str) -> str:
    """What separates cells: a Vietnamese spreadsheet takes semicolons, because its decimals are commas."""
    bare = re.sub(r'"[^"]*"', "", text[:_LOOKED_AT])
    first, *others = [line for line in bare.split("\n") if line.strip()][:_LINES] or [""]
    found = max(",;\t", key=first.count)
    # A title above the table may hold commas of its own, more of them than any line of the table, or nothing at all.
    fewer = sum(line.count(found) < first.count(found) for line in others)
    if found not in first or fewer > len(others) / 2:
        return max(found + ",;\t".replace(found, ""), key=lambda mark: _common(others, mark))
    return found


def _common(lines: Sequence[str], mark: str) -> int:
    """Of how many lines a mark makes the same number of cells, and more than one."""
    counts = Counter(line.count(mark) for line in lines if mark in line)
    return max(counts.values(), default=0)


def safe(cell: str) -> str:
    """A cell that a spreadsheet takes for text; a negative number stays one."""
    if not cell.startswith(FORMULA) or cell == "-":
        return cell
    digits = cell[1:].replace(".", "").replace(",", "")
    return cell if cell[0] == "-" and digits.isascii() and digits.isdecimal() else f"'{cell}"
