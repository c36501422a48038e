"""Tables as an Excel workbook: texts stay texts, numbers and days are numbers and days."""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from math import ceil
from typing import Any

from cchc_score.errors import WriteError
from cchc_score.findings import Finding
from cchc_score.office.form_sheet import FormSheet
from cchc_score.office.long_rows import RowLooks, long_row
from cchc_score.office.repacked import library_absent, without_times
from cchc_score.office.workbook_cells import FONT, height, lines_of, number_format_of, styled_cell

_MADE = datetime(2000, 1, 1)
_FILLED, _HEAD, _LINE = "FFF9E5", "DDE6F0", "999999"
_LONGEST_NAME = 31
_A4 = 9
_BOLD = 0.85
"""So many letters of a bold heading take the room of one digit, in which widths are counted."""
_PAGE = 180
"""So many letters side by side can still be read on a page lying on its side."""
_LONGEST_LIST, _MORE_ROWS = 255, 500
"""How long a list of choices can be, and for so many rows more than there are it is offered."""
_PER_CELL = 3
"""The elements of a cell with a text."""


def write_workbook(sheets: Sequence[FormSheet]) -> bytes:
    """The workbook with some tables, each on a sheet of its own."""
    try:
        from openpyxl import Workbook
        from openpyxl.writer.excel import ExcelWriter

        from cchc_score.excel.xlsx_parts import MAX_CELLS, MAX_ELEMENTS
    except ImportError:
        raise library_absent("excel") from None
    if (
        sum(len(sheet.rows) * (_PER_CELL * len(sheet.columns) + 1) + len(sheet.links) for sheet in sheets)
        > MAX_ELEMENTS
    ):
        # What could not be read back when it is filled is of no use to anybody.
        raise WriteError([Finding("workbook-large", args={"limit": MAX_CELLS})])
    # Rows are written as they come; otherwise openpyxl keeps an object for every cell.
    book = Workbook(write_only=True)
    book.properties.creator = "cchc-score"
    # A new workbook has the present time here.
    book.properties.created = book.properties.modified = _MADE
    for sheet in sheets:
        # Excel calls a file damaged in which the name of a sheet is longer.
        _write(book.create_sheet(sheet.name[:_LONGEST_NAME]), sheet)
    stream = io.BytesIO()
    # Not by its own way of saving, which notes the time.
    ExcelWriter(book, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED)).save()
    return without_times(stream.getvalue())


def _write(page: Any, sheet: FormSheet) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    line = Side(style="thin", color=_LINE)
    ruled = Border(line, line, line, line)
    # Without its name a font is whatever a program takes in its place.
    bold, filled = Font(name=FONT, bold=True), PatternFill("solid", fgColor=_FILLED)
    centred = Alignment(wrap_text=True, vertical="center", horizontal="center")
    # Before the first row: openpyxl writes widths and frozen rows above the rows, and drops what comes later.
    _set_up(page, sheet, filled)
    page.append([styled_cell(page, sheet.title, font=Font(name=FONT, bold=True, size=13))])
    for number, text in enumerate(sheet.lines):
        page.append([styled_cell(page, text), *([_asked(page, filled, ruled)] if number in sheet.asked else [])])
    page.append([])
    head = partial(
        styled_cell, page, font=bold, fill=PatternFill("solid", fgColor=_HEAD), border=ruled, alignment=centred
    )
    first, only_read = len(sheet.lines) + 3, not any(column.filled for column in sheet.columns)
    # Not every program makes a row as high as its texts.
    high = max(ceil(len(one.heading) / (_BOLD * one.width)) for one in sheet.columns)
    page.row_dimensions[first].height = height(high)
    page.append([head(column.heading) for column in sheet.columns])
    if sheet.long:
        looks = RowLooks(page, filled)
        for at, row in enumerate(sheet.rows):
            page.append(long_row(page, sheet, at, row, first + 1 + at, looks))
        return
    wrapped = partial(styled_cell, page, border=ruled)
    plain_place = Alignment(wrap_text=True, vertical="top")
    middle = Alignment(wrap_text=True, vertical="top", horizontal="center")
    for at, row in enumerate(sheet.rows):
        title = at in sheet.titles
        if only_read or sheet.room:
            # Not every program makes a row as high as its texts. One that is filled grows in Excel, unless it is set.
            page.row_dimensions[first + 1 + at].height = height(max(sheet.room, lines_of(row, sheet.columns)))
        page.append(
            [
                wrapped(
                    value,
                    alignment=middle if column.printed else plain_place,
                    number_format=number_format_of(column, value),
                    **({"font": bold} if title else {"fill": filled} if column.filled else {}),
                )
                for column, value in zip(sheet.columns, row, strict=True)
            ]
        )


def _asked(page: Any, filled: object, ruled: object) -> Any:
    """An empty cell to be filled in, beside the line that asks for it."""
    from openpyxl.styles import Protection

    return styled_cell(page, None, fill=filled, border=ruled, protection=Protection(locked=False), number_format="@")


def _set_up(page: Any, sheet: FormSheet, filled: object) -> None:
    """How a sheet is shown and printed."""
    from openpyxl.styles import Protection
    from openpyxl.utils import get_column_letter

    first = len(sheet.lines) + 3
    letters = [get_column_letter(at) for at in range(1, len(sheet.columns) + 1)]
    for letter, column in zip(letters, sheet.columns, strict=True):
        page.column_dimensions[letter].width = column.width
        if sheet.long and column.filled:
            # Cells of a long table have no style of their own: the column says how those to be filled in look.
            page.column_dimensions[letter].fill = filled
            page.column_dimensions[letter].number_format = number_format_of(column, None)
            page.column_dimensions[letter].protection = Protection(locked=not sheet.locked)
    page.freeze_panes = f"{get_column_letter(sheet.held + 1)}{first + 1}"
    page.print_title_rows = f"{first}:{first}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _A4
    # As many pages as it takes: with 1, which is usual, all rows are pressed onto one.
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    pages = ceil(sum(column.width for column in sheet.columns) / _PAGE)
    if pages > 1:
        # Letters too small to read help nobody: the columns go on on further pages, each with what the rows are about.
        page.page_setup.fitToWidth = pages
        page.print_title_cols = f"A:{letters[max(sheet.held, 1) - 1]}"
    if sheet.locked:
        # What may be done all the same: filtering, sorting, and making columns and rows as wide and high as one likes.
        page.protection.sheet = True
        page.protection.autoFilter = page.protection.sort = False
        page.protection.formatColumns = page.protection.formatRows = False
    if sheet.closed:
        from openpyxl.worksheet.datavalidation import DataValidation

        # A formula that is never true: whatever is typed is refused, without any protection of the sheet.
        page.data_validations.append(DataValidation(type="custom", formula1="FALSE", showErrorMessage=True))
    for letter, column in zip(letters, sheet.columns, strict=True):
        if column.choices and (listed := ",".join(column.choices)) and _can_be_listed(column.choices):
            from openpyxl.worksheet.datavalidation import DataValidation

            offered = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True)
            offered.add(f"{letter}{first + 1}:{letter}{first + len(sheet.rows) + _MORE_ROWS}")
            page.data_validations.append(offered)
    if sheet.long:
        page.auto_filter.ref = f"A{first}:{letters[-1]}{first + len(sheet.rows)}"


def _can_be_listed(choices: Sequence[str]) -> bool:
    """Whether Excel can offer them: it parts them by commas and takes no long list."""
    return len(",".join(choices)) <= _LONGEST_LIST and not any(sign in text for text in choices for sign in ',"')
