"""Tables as an Excel workbook: texts stay texts, numbers and days are numbers and days."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from fractions import Fraction
from functools import partial
from typing import Any

from cchc_score.csv_file import FORMULA
from cchc_score.errors import WriteError
from cchc_score.findings import Finding
from cchc_score.office.archive import absent, timeless
from cchc_score.office.shape import FormColumn, FormSheet, Value, plain_text
from cchc_score.points import decimals_needed, plain

SURE_DIGITS = 15
"""Excel keeps so many digits of a number; what needs more is written as text."""
_MADE = datetime(2000, 1, 1)
_FILLED, _HEAD, _LINE = "FFF9E5", "DDE6F0", "999999"
_LONGEST_NAME = 31
_A4 = 9
_PER_CELL = 3
"""The elements of a cell with a text."""


def workbook(sheets: Sequence[FormSheet]) -> bytes:
    """The workbook with some tables, each on a sheet of its own."""
    try:
        from openpyxl import Workbook
        from openpyxl.writer.excel import ExcelWriter

        from cchc_score.excel.parts import MAX_CELLS, MAX_ELEMENTS
    except ImportError:
        raise absent("excel") from None
    if sum(len(one.rows) * (_PER_CELL * len(one.columns) + 1) for one in sheets) > MAX_ELEMENTS:
        # What could not be read back when it is filled is of no use to anybody.
        raise WriteError([Finding("workbook-large", args={"limit": MAX_CELLS})])
    book = Workbook(write_only=True)
    book.properties.creator = "cchc-score"
    book.properties.created = book.properties.modified = _MADE
    for sheet in sheets:
        _write(book.create_sheet(sheet.name[:_LONGEST_NAME]), sheet)
    stream = io.BytesIO()
    # Not by its own way of saving, which notes the time.
    ExcelWriter(book, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED)).save()
    return timeless(stream.getvalue())


def _write(page: Any, sheet: FormSheet) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    line = Side(style="thin", color=_LINE)
    ruled = Border(line, line, line, line)
    bold, filled = Font(bold=True), PatternFill("solid", fgColor=_FILLED)
    centred = Alignment(wrap_text=True, vertical="center", horizontal="center")
    _set_up(page, sheet, filled)
    page.append([_cell(page, sheet.title, font=Font(bold=True, size=13))])
    for text in sheet.lines:
        page.append([_cell(page, text)])
    page.append([])
    head = partial(_cell, page, font=bold, fill=PatternFill("solid", fgColor=_HEAD), border=ruled, alignment=centred)
    page.append([head(one.heading) for one in sheet.columns])
    if sheet.long:
        for row in sheet.rows:
            page.append([_bare(page, value) for value in row])
        return
    wrapped = partial(_cell, page, border=ruled, alignment=Alignment(wrap_text=True, vertical="top"))
    for at, row in enumerate(sheet.rows):
        title = at in sheet.titles
        page.append(
            [
                wrapped(
                    value,
                    number_format=_number_format(column, value),
                    **({"font": bold} if title else {"fill": filled} if column.filled else {}),
                )
                for column, value in zip(sheet.columns, row, strict=True)
            ]
        )


def _set_up(page: Any, sheet: FormSheet, filled: object) -> None:
    """How a sheet is shown and printed."""
    from openpyxl.utils import get_column_letter

    first = len(sheet.lines) + 3
    letters = [get_column_letter(at) for at in range(1, len(sheet.columns) + 1)]
    for letter, column in zip(letters, sheet.columns, strict=True):
        page.column_dimensions[letter].width = column.width
        if sheet.long and column.filled:
            page.column_dimensions[letter].fill = filled
            page.column_dimensions[letter].number_format = _number_format(column, None)
    page.freeze_panes = f"A{first + 1}"
    page.print_title_rows = f"{first}:{first}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    if sheet.long:
        page.auto_filter.ref = f"A{first}:{letters[-1]}{first + len(sheet.rows)}"


def _number_format(column: FormColumn, value: Value) -> str:
    # What is typed into a column of words stays as it is typed: '02/2024' is no day.
    if isinstance(value, date):
        return "dd/mm/yyyy"
    return "@" if column.words or isinstance(value, str) else "General"


def _cell(page: Any, value: Value, **style: object) -> Any:
    """A cell that holds what it is given: a text never becomes a formula, not even when somebody edits it."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(page, _stored(value))
    for name, one in style.items():
        setattr(cell, name, one)
    if isinstance(cell.value, str) and cell.value.startswith(FORMULA):
        cell.data_type, cell.quotePrefix = "s", True
    return cell


def _bare(page: Any, value: Value) -> Any:
    """A cell without a style of its own, where it needs none: a long table is written in half the time."""
    stored = _stored(value)
    if isinstance(value, date):
        return _cell(page, value, number_format="dd/mm/yyyy")
    return _cell(page, value) if isinstance(stored, str) and stored.startswith(FORMULA) else stored


def _stored(value: Value) -> Any:
    if isinstance(value, str):
        return plain_text(value) or None
    if not isinstance(value, Fraction):
        return value
    digits = len(plain(value).replace(".", "").lstrip("0"))
    if decimals_needed(value) is None or digits > SURE_DIGITS:
        return plain(value)
    return int(value) if value.denominator == 1 else float(value)
