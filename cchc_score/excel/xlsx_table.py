"""A worksheet as a table: cut to what it holds, merged cells once, and findings about what people cannot see."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from dataclasses import replace

from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import range_boundaries

from cchc_score.documents import Cell, CellTable
from cchc_score.excel.xlsx_parts import MAX_CELLS, PartTooLarge
from cchc_score.excel.xlsx_sheet import StoredSheet
from cchc_score.findings import Finding, Place

MAX_SQUARE = 5_000_000
_NAMED_RUNS = 5
_EMPTY = Cell()


class TooFar(Exception):
    """A cell so far from the others that the table between them is no table; its name is the message."""


def sheet_table(
    sheet: StoredSheet,
    title: str,
    number: int,
    hidden: bool = False,
    pictures: Collection[tuple[int, int]] = (),
) -> CellTable:
    """The table of a worksheet: rows with something in them, all as wide as the last column that holds anything.

    A blank cell over which one of its `pictures` begins has a fault.
    """
    # First, so that what merged ranges hide makes the table neither wider nor longer.
    _unmerge(sheet)
    rows = {row: cells for row, cells in sorted(sheet.rows.items()) if cells}
    width = max(map(max, rows.values()), default=0)
    # By the last row and not by the number of rows: one cell far away is a slip, however few others there are.
    if width * max(rows, default=0) > MAX_SQUARE:
        raise TooFar(max((row * column, cell.at) for row, cells in rows.items() for column, cell in cells.items())[1])
    # Where a sheet is far wider than it is filled, the empty cells between have no name of their own.
    letters = [get_column_letter(column) for column in range(1, width + 1)] if len(rows) * width <= MAX_CELLS else []
    for row, column in pictures:
        if row in rows and column <= width:
            name = f"{get_column_letter(column)}{row}"
            rows[row].setdefault(column, Cell(fault="cell-picture", at=name))
    _hide(sheet)
    filled = tuple((row, _filled(row, cells, width, letters)) for row, cells in rows.items())
    return CellTable(filled, title, number, hidden=hidden)


def _hide(sheet: StoredSheet) -> None:
    """Mark the cells of hidden rows and columns."""
    columns = {column for span in sheet.hidden_columns for column in span}
    for row, cells in sheet.rows.items():
        for column in cells if row in sheet.hidden_rows else columns.intersection(cells) if columns else ():
            cells[column] = replace(cells[column], hidden=True)


def _filled(row: int, cells: dict[int, Cell], width: int, letters: list[str]) -> tuple[Cell, ...]:
    if not letters:
        return tuple(cells.get(column, _EMPTY) for column in range(1, width + 1))
    return tuple(cells.get(column) or Cell(at=f"{name}{row}") for column, name in enumerate(letters, 1))


def _unmerge(sheet: StoredSheet) -> None:
    """Empty the cells that merged ones cover: some programs keep there what nobody sees."""
    # Only rows that hold something are looked at: a range may span a million that do not.
    rows = sorted(sheet.rows)
    left = 2 * MAX_CELLS
    covered: list[tuple[int, int, Cell]] = []
    for reference in sheet.merged:
        first_column, first, last_column, last = range_boundaries(reference)
        if first is None or last is None or first_column is None or last_column is None:
            raise ValueError("a merged range without an end")
        origin = sheet.rows.get(first, {}).get(first_column)
        for row in rows[bisect_left(rows, first) : bisect_right(rows, last)]:
            if origin is not None and row > first:
                covered.append((row, first_column, origin))
            cells = sheet.rows[row]
            span = range(first_column, last_column + 1)
            # Ranges that cover each other, which no program writes, could ask for the same cells forever.
            left -= min(len(span), len(cells)) + 1
            if left < 0:
                raise PartTooLarge
            # Whichever is shorter, for a range may span 16,384 columns over a row of three cells.
            for column in span if len(span) < len(cells) else [filled for filled in cells if filled in span]:
                if (row, column) != (first, first_column):
                    cells.pop(column, None)
    for row, column, origin in covered:
        # A row that holds nothing else is none.
        if sheet.rows[row] and column not in sheet.rows[row]:
            at = origin.at.rstrip("0123456789") + str(row)
            sheet.rows[row][column] = Cell(at=at, merged=origin.text)


def hidden_findings(sheet: StoredSheet, found: CellTable, hidden: bool, name: str) -> Iterator[Finding]:
    """What a table holds and people do not see: each kind once a sheet, with its first places."""
    if hidden and found.rows:
        yield Finding("sheet-hidden", Place(name, cell=found.name))
    rows = [row for row, _ in found.rows if row in sheet.hidden_rows]
    if rows:
        yield _hidden("rows-hidden", rows, [str(row) for row in rows], found.name, name)
    width = len(found.rows[0][1]) if found.rows else 0
    columns = sorted({column for span in sheet.hidden_columns for column in span if column <= width})
    # People hide empty columns to make a sheet look tidy; only those with content can mislead.
    columns = [column for column in columns if any(column in cells for cells in sheet.rows.values())]
    if columns:
        yield _hidden("columns-hidden", columns, [get_column_letter(column) for column in columns], found.name, name)


def _hidden(code: str, numbers: list[int], names: list[str], title: str, name: str) -> Finding:
    runs = _runs(numbers, names)
    first = runs[0].replace("-", ":") if "-" in runs[0] else f"{runs[0]}:{runs[0]}"
    shown = (*runs[:_NAMED_RUNS], *(["..."] if len(runs) > _NAMED_RUNS else []))
    return Finding(code, Place(name, cell=f"{title}!{first}"), {"places": shown})


def _runs(numbers: Collection[int], names: list[str]) -> list[str]:
    """Neighbours together: '5-7', '12'."""
    runs: list[list[str]] = []
    last = 0
    for number, word in zip(numbers, names, strict=True):
        if runs and number == last + 1:
            runs[-1][1] = word
        else:
            runs.append([word, word])
        last = number
    return [first if first == end else f"{first}-{end}" for first, end in runs]
