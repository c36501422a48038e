"""One worksheet as it is stored: its cells by row and column, in one pass through its XML."""

import re
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cache

from openpyxl.utils import column_index_from_string, get_column_letter

from cchc_score.documents import Cell
from cchc_score.excel.xlsx_parts import OnEnd, OnStart, Texts, parse_part
from cchc_score.excel.xlsx_rules import Rules, read_rules
from cchc_score.excel.xlsx_styles import PLAIN
from cchc_score.excel.xlsx_values import CellValues, text_cell

MAX_ROW = 1_048_576
MAX_COLUMN = 16_384
_YES = ("1", "true")
_NOTHING = re.compile(r"0(?:\.[01][0-9]*)?")
"""A height of a row, or a width of a column, at which nothing can be seen."""


@dataclass(slots=True)
class StoredSheet:
    """The cells of a worksheet that hold something, whatever it says about its size, and what hides or merges them."""

    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[range] = field(default_factory=list)


def read_sheet(data: bytes, values: CellValues) -> StoredSheet:
    """What a worksheet's XML stores; an exception means that it is broken."""
    # First, for they stand behind the cells.
    scan = _Scan(values, read_rules(data, values.rules))
    parse_part(data, scan.starts(), scan.ends(), scan.texts.pieces.append)
    return scan.sheet


# Every cell asks for its column, and a workbook has only a few of them.
@cache
def column_of(letters: str) -> int:
    """The number of a column from its letters."""
    number = column_index_from_string(letters)
    # openpyxl takes small letters as well, which no program writes: the cell could stand there twice under two names.
    if number > MAX_COLUMN or letters != get_column_letter(number):
        raise ValueError("no such column")
    return number


class _Scan:
    """Gathers the cells of a worksheet while its XML passes."""

    def __init__(self, values: CellValues, rules: Rules) -> None:
        self.sheet = StoredSheet()
        self.texts = Texts()
        self._values, self._rules = values, rules
        self._zeros = True
        self._row = self._column = self._hidden = 0
        self._cells: dict[int, Cell] = {}
        self._attrs: dict[str, str] = {}
        self._stored: str | None = None
        self._formula: str | None = None

    def starts(self) -> dict[str, OnStart]:
        """What to call where elements begin."""
        texts = self.texts
        own: dict[str, OnStart] = {"row": self._start_row, "c": self._start_cell, "v": texts.begin, "f": texts.begin}
        return {**texts.starts(), **own, "col": self._columns, "mergeCell": self._merge, "sheetView": self._view}

    def ends(self) -> dict[str, OnEnd]:
        """What to call where elements end."""
        return {**self.texts.ends(), "c": self._end_cell, "v": self._end_value, "f": self._end_formula}

    def _columns(self, attrs: dict[str, str]) -> None:
        if attrs.get("hidden") in _YES or _NOTHING.fullmatch(attrs.get("width", "")):
            first, last = int(attrs["min"]), int(attrs["max"])
            # Each column is told of once: as many as a sheet can have are told of at most.
            self._hidden += last - first + 1
            if not 1 <= first <= last <= MAX_COLUMN or self._hidden > MAX_COLUMN:
                raise ValueError("columns that no sheet has")
            self.sheet.hidden_columns.append(range(first, last + 1))

    def _view(self, attrs: dict[str, str]) -> None:
        self._zeros &= attrs.get("showZeros", "1") not in ("0", "false")

    def _merge(self, attrs: dict[str, str]) -> None:
        self.sheet.merged.append(attrs["ref"])

    def _start_row(self, attrs: dict[str, str]) -> None:
        # The number may be left out; then a row is the one after that which stands before it.
        self._row = int(attrs["r"]) if "r" in attrs else self._row + 1
        self._column = 0
        # Which of two rows with one number counts is not said anywhere: refused, rather than half of each taken.
        if not 1 <= self._row <= MAX_ROW or self._row in self.sheet.rows:
            raise ValueError("a row twice, or beyond the sheet")
        self._cells = {}
        if attrs.get("hidden") in _YES or _NOTHING.fullmatch(attrs.get("ht", "")):
            self.sheet.hidden_rows.add(self._row)

    def _start_cell(self, attrs: dict[str, str]) -> None:
        self._attrs = attrs
        self._stored = self._formula = None
        self.texts.clear()

    def _end_value(self) -> None:
        self._stored = self.texts.text()

    def _end_formula(self) -> None:
        self._formula = self.texts.text()

    def _end_cell(self) -> None:
        at, row = self._attrs.get("r"), str(self._row)
        if at is None:
            self._column += 1
            at = get_column_letter(self._column) + row
        # For row 1 the name 'A11' ends as it should too, but then a digit is left over, which is no column.
        elif at.endswith(row):
            self._column = column_of(at[: -len(row)])
        else:
            raise ValueError("a cell of another row")
        cell = self._cell(at)
        # Spreadsheets store thousands of cells for nothing but a border or a colour.
        if not cell.text and not cell.fault:
            return
        if self._column in self._cells:
            raise ValueError("a cell twice")
        seen = self._as_seen(cell)
        self._cells[self._column] = replace(seen, formula=True) if self._formula is not None else seen
        self.sheet.rows[self._row] = self._cells

    def _as_seen(self, cell: Cell) -> Cell:
        """A cell as the sheet shows it: without a 0 where it shows none, and by its conditional formats."""
        if not self._zeros and cell.value == 0 and isinstance(cell.value, Fraction) and not cell.fault:
            return replace(cell, fault="cell-marked")
        if self._rules.count:
            look = self._values.look(self._attrs.get("s", "")) or PLAIN
            return self._rules.seen(cell, self._row, self._column, look)
        return cell

    def _cell(self, at: str) -> Cell:
        kind, stored = self._attrs.get("t", "n"), self._stored
        if kind == "inlineStr":
            look = self._values.look(self._attrs.get("s", "")) or PLAIN
            return self._values.seen(text_cell(self.texts, at), look)
        # A formula whose result is an empty text stores that as a text; any other without a value was never calculated.
        if self._formula is not None and (stored is None or (stored == "" and kind != "str")):
            return Cell(f"={self._formula}", fault="cell-uncalculated", at=at)
        return self._values.cell(at, kind, self._attrs.get("s", ""), stored) if stored else Cell(at=at)
