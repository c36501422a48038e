"""Cells of a workbook that is written row by row: texts stay texts, numbers and days are numbers and days."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from math import ceil
from typing import Any

from cchc_score.files.csv_file import FORMULA
from cchc_score.office.form_sheet import FormColumn, FormLink, FormValue, plain_lines, plain_text
from cchc_score.points import decimals_needed, plain

SURE_DIGITS = 15
"""Excel keeps so many digits of a number; what needs more is written as text."""
FONT = "Calibri"
_LINK = "0563C1"
_HIGH, _MOST_LINES = 15, 27
"""The height of a line in points; Excel takes no row that is higher than so many."""
_LETTERS = 1.1
"""So many letters of a text take the room of one digit, in which widths are counted."""


def height(lines: int) -> int:
    """The height of a row with so many lines, in points."""
    return _HIGH * min(lines, _MOST_LINES)


def styled_cell(page: Any, value: FormValue, **style: object) -> Any:
    """A cell that holds what it is given: a text never becomes a formula, not even when somebody edits it."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(page, _stored(value))
    for name, setting in style.items():
        setattr(cell, name, setting)
    if isinstance(cell.value, str) and cell.value.startswith(FORMULA):
        # openpyxl takes '=...' for a formula when the value is set, and Excel when somebody edits the cell.
        cell.data_type, cell.quotePrefix = "s", True
    return cell


def bare_cell(page: Any, value: FormValue) -> Any:
    """A cell without a style of its own, where it needs none: a long table is written in half the time."""
    stored = _stored(value)
    if isinstance(value, date):
        return styled_cell(page, value, number_format="dd/mm/yyyy")
    return styled_cell(page, value) if isinstance(stored, str) and stored.startswith(FORMULA) else stored


def _stored(value: FormValue) -> Any:
    if isinstance(value, str):
        return plain_text(value) or None
    if isinstance(value, tuple):
        return plain_lines(value) or None
    if not isinstance(value, Fraction):
        return value
    # Zeros in front are no digits that Excel would have to keep.
    digits = len(plain(value).replace(".", "").lstrip("0"))
    if decimals_needed(value) is None or digits > SURE_DIGITS:
        return plain(value)
    return int(value) if value.denominator == 1 else float(value)


def number_format_of(column: FormColumn, value: FormValue) -> str:
    """The format of numbers of a cell."""
    # What is typed into a column of words stays as it is typed: '02/2024' is no day.
    if isinstance(value, date):
        return "dd/mm/yyyy"
    if column.words or isinstance(value, str | tuple):
        return "@"
    if column.printed and isinstance(value, Fraction):
        # Only so many decimals as the number has: with '0.##' Excel shows a whole one as '4,'.
        decimals = decimals_needed(value) or 0
        return f"#,##0.{'0' * decimals}" if decimals else "#,##0"
    return "General"


def linked_cell(page: Any, value: FormValue, link: FormLink, place: tuple[int, int]) -> Any:
    """A cell that leads somewhere, at a row and a column from 1."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.hyperlink import Hyperlink

    cell = styled_cell(page, value, font=Font(name=FONT, color=_LINK, underline="single"))
    # Not by its setter: a cell knows its place only when its row is written, which is too late for the link.
    at = f"{get_column_letter(place[1])}{place[0]}"
    cell._hyperlink = Hyperlink(ref=at, target=link.target, location=link.location or None)
    return cell


def lines_of(row: Sequence[FormValue], columns: Sequence[FormColumn]) -> int:
    """How many lines the cells of a row take."""
    return max(
        sum(max(1, ceil(len(line) / (_LETTERS * column.width))) for line in str(_stored(value) or "").split("\n"))
        for column, value in zip(columns, row, strict=True)
    )
