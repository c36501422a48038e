"""Rows of a long table in a workbook: plain where a cell is plain, of several lines where texts need them."""

from collections.abc import Sequence
from copy import copy
from typing import Any

from cchc_score.office.form_sheet import FormColumn, FormSheet, FormValue
from cchc_score.office.workbook_cells import bare_cell, height, lines_of, linked_cell, number_format_of, styled_cell

_LINE, _CLOSED = "999999", "D9D9D9"


class RowLooks(dict[tuple[bool, str], Any]):
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
        cell = styled_cell(self.page, None, alignment=place, border=line)
        cell.number_format = number_format
        if fill:
            cell.fill = self.filled
        self[key] = cell._style
        return cell._style


def long_row(page: Any, sheet: FormSheet, at: int, row: Sequence[FormValue], line: int, looks: RowLooks) -> list[Any]:
    """The cells of a row of a long table, which stands on a line of its sheet; `looks` are those of high rows."""
    cells = [bare_cell(page, value) for value in row]
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
        high = lines_of([row[column] for column in wide], [sheet.columns[column] for column in wide])
        page.row_dimensions[line].height = height(high)
    if at in sheet.closed:
        _close(page, cells, sheet.columns, line)
    for column, held in enumerate(row):
        if (at, column) in sheet.links:
            cells[column] = linked_cell(page, held, sheet.links[at, column], (line, column + 1))
    return cells


def _topped(page: Any, value: FormValue, column: FormColumn, looks: RowLooks) -> Any:
    """A cell of a row of several lines: its text stands at the top, as those beside it."""
    cell = styled_cell(page, value)
    kept = cell.quotePrefix
    # A style once made is shared: to set it piece by piece takes longer than all the rest.
    cell._style = copy(looks[column.filled, number_format_of(column, value)])
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
            cells[at] = styled_cell(page, None, fill=grey, protection=Protection(locked=True))
            page.data_validations.dataValidation[0].add(f"{get_column_letter(at + 1)}{line}")
