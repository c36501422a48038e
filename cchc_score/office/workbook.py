"""Tables as an Excel workbook: texts stay texts, numbers and days are numbers and days."""

import io
import zipfile
from collections.abc import Sequence
from copy import copy
from datetime import date, datetime
from fractions import Fraction
from functools import partial
from math import ceil
from typing import Any

from cchc_score.errors import WriteError
from cchc_score.files.csv_file import FORMULA
from cchc_score.findings import Finding
from cchc_score.office.form_sheet import FormColumn, FormLink, FormSheet, FormValue, plain_lines, plain_text
from cchc_score.office.repacked import library_absent, without_times
from cchc_score.points import decimals_needed, plain

SURE_DIGITS = 15
"""Excel keeps so many digits of a number; what needs more is written as text."""
_MADE = datetime(2000, 1, 1)
_FONT = "Calibri"
_FILLED, _HEAD, _LINE, _LINK, _CLOSED = "FFF9E5", "DDE6F0", "999999", "0563C1", "D9D9D9"
_LONGEST_NAME = 31
_A4 = 9
_HIGH = 15
"""The height of a line in points."""
_LETTERS, _BOLD = 1.1, 0.85
"""So many letters of a text take the room of one digit, in which widths are counted; bold words are seldom parted."""
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
    bold, filled = Font(name=_FONT, bold=True), PatternFill("solid", fgColor=_FILLED)
    centred = Alignment(wrap_text=True, vertical="center", horizontal="center")
    # Before the first row: openpyxl writes widths and frozen rows above the rows, and drops what comes later.
    _set_up(page, sheet, filled)
    page.append([_cell(page, sheet.title, font=Font(name=_FONT, bold=True, size=13))])
    for number, text in enumerate(sheet.lines):
        page.append([_cell(page, text), *([_asked(page, filled, ruled)] if number in sheet.asked else [])])
    page.append([])
    head = partial(_cell, page, font=bold, fill=PatternFill("solid", fgColor=_HEAD), border=ruled, alignment=centred)
    first, only_read = len(sheet.lines) + 3, not any(column.filled for column in sheet.columns)
    # Not every program makes a row as high as its texts.
    page.row_dimensions[first].height = _HIGH * max(
        ceil(len(one.heading) / (_BOLD * one.width)) for one in sheet.columns
    )
    page.append([head(column.heading) for column in sheet.columns])
    if sheet.long:
        looks = _Looks(page, filled)
        for at, row in enumerate(sheet.rows):
            page.append(_long_row(page, sheet, at, row, first + 1 + at, looks))
        return
    wrapped = partial(_cell, page, border=ruled)
    plain_place = Alignment(wrap_text=True, vertical="top")
    middle = Alignment(wrap_text=True, vertical="top", horizontal="center")
    for at, row in enumerate(sheet.rows):
        title = at in sheet.titles
        if only_read or sheet.room:
            # Not every program makes a row as high as its texts. One that is filled grows in Excel, unless it is set.
            page.row_dimensions[first + 1 + at].height = _HIGH * max(sheet.room, _lines(row, sheet.columns))
        page.append(
            [
                wrapped(
                    value,
                    alignment=middle if column.printed else plain_place,
                    number_format=_number_format(column, value),
                    **({"font": bold} if title else {"fill": filled} if column.filled else {}),
                )
                for column, value in zip(sheet.columns, row, strict=True)
            ]
        )


class _Looks(dict[tuple[bool, str], Any]):
    """How the cells of high rows look, filled in or not, by their format of numbers; each is made once."""

    def __init__(self, page: Any, filled: object) -> None:
        super().__init__()
        self.page, self.filled = page, filled

    def __missing__(self, key: tuple[bool, str]) -> Any:
        from openpyxl.styles import Alignment, Border, Side

        fill, number_format = key
        line = Border(bottom=Side(style="hair", color=_LINE))
        side = "center" if number_format == "General" else None
        place = Alignment(wrap_text=True, vertical="top", horizontal=side)
        cell = _cell(self.page, None, alignment=place, border=line)
        cell.number_format = number_format
        if fill:
            cell.fill = self.filled
        self[key] = cell._style
        return cell._style


def _long_row(page: Any, sheet: FormSheet, at: int, row: Sequence[FormValue], line: int, looks: _Looks) -> list[Any]:
    """The cells of a row of a long table, which stands on a line of its sheet; `looks` are those of high rows."""
    cells = [_bare(page, value) for value in row]
    wide = [
        column
        for column, (shape, value) in enumerate(zip(sheet.columns, row, strict=True))
        if shape.wrapped and (isinstance(value, tuple) or (isinstance(value, str) and len(value) > shape.width))
    ]
    if wide:
        cells = [
            _topped(page, value, shape, looks) if column in wide or sheet.held else cells[column]
            for column, (shape, value) in enumerate(zip(sheet.columns, row, strict=True))
        ]
        high = _lines([row[column] for column in wide], [sheet.columns[column] for column in wide])
        page.row_dimensions[line].height = _HIGH * high
    if at in sheet.closed:
        _close(page, cells, sheet.columns, line)
    for column, held in enumerate(row):
        if (at, column) in sheet.links:
            cells[column] = _linked(page, held, sheet.links[at, column], (line, column + 1))
    return cells


def _topped(page: Any, value: FormValue, column: FormColumn, looks: _Looks) -> Any:
    """A cell of a row of several lines: its text stands at the top, as those beside it."""
    cell = _cell(page, value)
    kept = cell.quotePrefix
    # A style once made is shared: to set it piece by piece takes longer than all the rest.
    cell._style = copy(looks[column.filled, _number_format(column, value)])
    if kept:
        cell.quotePrefix = True
    return cell


def _close(page: Any, cells: list[Any], columns: Sequence[FormColumn], line: int) -> None:
    """The cells of a row in which nothing may be filled in: grey, and a program refuses what is typed there."""
    from openpyxl.styles import PatternFill, Protection
    from openpyxl.utils import get_column_letter

    grey = PatternFill("solid", fgColor=_CLOSED)
    for at, column in enumerate(columns):
        if column.filled:
            cells[at] = _cell(page, None, fill=grey, protection=Protection(locked=True))
            page.data_validations.dataValidation[0].add(f"{get_column_letter(at + 1)}{line}")


def _asked(page: Any, filled: object, ruled: object) -> Any:
    """An empty cell to be filled in, beside the line that asks for it."""
    from openpyxl.styles import Protection

    return _cell(page, None, fill=filled, border=ruled, protection=Protection(locked=False), number_format="@")


def _linked(page: Any, value: FormValue, link: FormLink, place: tuple[int, int]) -> Any:
    """A cell that leads somewhere, at a row and a column from 1."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.hyperlink import Hyperlink

    cell = _cell(page, value, font=Font(name=_FONT, color=_LINK, underline="single"))
    # Not by its setter: a cell knows its place only when its row is written, which is too late for the link.
    at = f"{get_column_letter(place[1])}{place[0]}"
    cell._hyperlink = Hyperlink(ref=at, target=link.target, location=link.location or None)
    return cell


def _lines(row: Sequence[FormValue], columns: Sequence[FormColumn]) -> int:
    """How many lines the cells of a row take."""
    return max(
        sum(max(1, ceil(len(line) / (_LETTERS * column.width))) for line in str(_stored(value) or "").split("\n"))
        for column, value in zip(columns, row, strict=True)
    )


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
            page.column_dimensions[letter].number_format = _number_format(column, None)
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


def _number_format(column: FormColumn, value: FormValue) -> str:
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


def _cell(page: Any, value: FormValue, **style: object) -> Any:
    """A cell that holds what it is given: a text never becomes a formula, not even when somebody edits it."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(page, _stored(value))
    for name, setting in style.items():
        setattr(cell, name, setting)
    if isinstance(cell.value, str) and cell.value.startswith(FORMULA):
        # openpyxl takes '=...' for a formula when the value is set, and Excel when somebody edits the cell.
        cell.data_type, cell.quotePrefix = "s", True
    return cell


def _bare(page: Any, value: FormValue) -> Any:
    """A cell without a style of its own, where it needs none: a long table is written in half the time."""
    stored = _stored(value)
    if isinstance(value, date):
        return _cell(page, value, number_format="dd/mm/yyyy")
    return _cell(page, value) if isinstance(stored, str) and stored.startswith(FORMULA) else stored


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
