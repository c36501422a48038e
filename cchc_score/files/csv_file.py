"""CSV as spreadsheets save it: comma, semicolon or tab, with or without a byte order mark, cells as text."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from cchc_score.errors import ReportError
from cchc_score.files.disk import check_size, decode_text
from cchc_score.findings import Finding, Place
from cchc_score.text import Lang

MAX_MEGABYTES = 16
MAX_ROWS = 50_000
"""Five times as many lines as the country ever had communes."""
MAX_CELLS = 2_000_000

_LOOKED_AT, _LINES = 65_536, 40
_PIECES = re.compile(r"([;,\t\n\r])")
_SPECIAL = re.compile(r'[,;\t\n\r"]')
_NUMBER = re.compile(r"[+-][0-9]+(?:[.,][0-9]+)*")
_MADE_SAFE = re.compile(r"^([ \"\u00a0]*)'(?=[=+@-])")
Rows = tuple[tuple[int, tuple[str, ...]], ...]
"""Rows as (line, cells)."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a text begins with that a spreadsheet would run."""


def read_csv(data: bytes, name: str) -> Rows:
    """The rows of a CSV file as (line, cells), without empty ones; a ReportError where quotes do not close."""
    text = decode_text(check_size(data, name, MAX_MEGABYTES), name, recoded=True)
    return _rows(text, name, separator(text))


def tab_rows(text: str, name: str) -> Rows | None:
    """The rows of a text that a spreadsheet saved with tabs between its cells; None for any other text.

    Such a program writes tabs into every row, but for empty cells at its end, and a cell of several lines in quotes.
    """
    if text.count("\t") < 2:
        return None
    try:
        rows = _rows(text, name, "\t")
    except ReportError:
        return None
    widths = [len(cells) for _, cells in rows]
    return rows if len(rows) > 1 and min(widths) > 1 and max(widths) > 2 else None


def _rows(text: str, name: str, between: str) -> Rows:
    # Python 3.11 and later read a NUL as any other character, but no spreadsheet saves one.
    if "\0" in text:
        raise ReportError([Finding("csv-broken", Place(name, text.count("\n", 0, text.index("\0")) + 1))])
    # Strict, for otherwise a quote that never closes swallows the rest of the file as one cell, without an error.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
    rows: list[tuple[int, tuple[str, ...]]] = []
    line, count = 1, 0
    try:
        for cells in reader:
            # An empty line counts as a cell, or a file of nothing else would have no limit.
            count += len(cells) or 1
            if len(rows) >= MAX_ROWS or count > MAX_CELLS:
                raise ReportError([Finding("csv-large", Place(name), {"rows": MAX_ROWS, "cells": MAX_CELLS})])
            if any(cell.strip() for cell in cells):
                rows.append((line, tuple(cells)))
            # The reader counts lines: after a cell of several it stands where the row ends, and not where it begins.
            line = reader.line_num + 1
    except csv.Error:
        raise ReportError([Finding("csv-broken", Place(name, line))]) from None
    return tuple(rows)


def even_row(cells: Sequence[str], width: int) -> Sequence[str]:
    """A row with as many cells as its header has, where those that it lacks or has besides at its end are empty.

    Spreadsheets leave out the separators of empty last cells, others put in more of them. A row of one cell stays as
    it is: what lacks all its separators is no row of the table.
    """
    if 1 < len(cells) < width:
        return (*cells, *[""] * (width - len(cells)))
    return cells if any(cell.strip() for cell in cells[width:]) else cells[:width]


def separator(text: str) -> str:
    """What separates cells: a Vietnamese spreadsheet takes semicolons, because its decimals are commas."""
    # What stands in quotes separates nothing, however many commas it has.
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


def csv_text(rows: Iterable[Sequence[str]], lang: Lang, quoted: bool = False) -> str:
    """The rows as CSV that spreadsheets of a language open in columns, with numbers as numbers.

    Where decimals have a comma, as in Vietnamese, semicolons stand between cells. `quoted` is for quotes around all.
    """
    between = ";" if lang == "vi" else ","
    lines = [between.join(_written(cell, quoted) for cell in row) for row in rows]
    # Without a byte order mark Excel takes the file for one of the local code page, and accents are lost.
    return "\ufeff" + "".join(f"{line}\r\n" for line in lines)


def _written(cell: str, quoted: bool) -> str:
    text = safe_cell(cell)
    # In quotes with any separator in it, so that nobody has to guess which of them is that of the file.
    if not quoted and not _SPECIAL.search(text) and text == text.strip():
        return text
    return '"{}"'.format(text.replace('"', '""'))


def safe_cell(cell: str) -> str:
    """A cell that a spreadsheet takes for text, whichever separator it splits lines at; a number stays one."""
    if cell == "-" or _NUMBER.fullmatch(cell):
        return cell
    pieces = _PIECES.split(cell)
    # Nearly every cell is one piece; the separators between several are every other one.
    safe = "".join(piece if at % 2 else _safe_piece(piece) for at, piece in enumerate(pieces))
    return f"'{safe}" if safe.startswith(("\t", "\r")) else safe


def unsafe_cell(cell: str) -> str:
    """The cell from which `safe_cell` made this one."""
    pieces = _PIECES.split(cell)
    own = "".join(piece if at % 2 else _MADE_SAFE.sub(r"\1", piece) for at, piece in enumerate(pieces))
    return own if safe_cell(own) == cell else cell


def _safe_piece(piece: str) -> str:
    # A spreadsheet that splits a line elsewhere than it was meant to sees quotes and spaces before the text.
    text = piece.lstrip(" \"'\u00a0")
    if not text.startswith(FORMULA) or "'" in piece[: -len(text)]:
        return piece
    return f"{piece[: -len(text)]}'{text}"
