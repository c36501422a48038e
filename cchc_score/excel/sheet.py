"""One worksheet as it is stored: its cells by row and column, in one pass through its XML."""

from dataclasses import dataclass, field
from functools import cache

from openpyxl.utils import column_index_from_string, get_column_letter

from cchc_score.documents import Cell
from cchc_score.excel.parts import End, Start, Texts, stream
from cchc_score.excel.values import Values, text_cell

MAX_ROW = 1_048_576
MAX_COLUMN = 16_384
_YES = ("1", "true")


@dataclass(slots=True)
class Sheet:
    """The cells of a worksheet that hold something, whatever it says about its size, and what hides or merges them."""

    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[range] = field(default_factory=list)


def sheet(data: bytes, values: Values) -> Sheet:
    """What a worksheet's XML stores; an exception means that it is broken."""
    scan = _Scan(values)
    stream(data, scan.starts(), scan.ends(), scan.texts.pieces.append)
    return scan.sheet


@cache
def column_of(letters: str) -> int:
    """The number of a column from its letters."""
    number = column_index_from_string(letters)
    if number > MAX_COLUMN or letters != get_column_letter(number):
        raise ValueError("no such column")
    return number


class _Scan:
    """Gathers the cells of a worksheet while its XML passes."""

    def __init__(self, values: Values) -> None:
        self.sheet = Sheet()
        self.texts = Texts()
        self._values = values
        self._row = self._column = self._hidden = 0
        self._cells: dict[int, Cell] = {}
        self._attrs: dict[str, str] = {}
        self._stored: str | None = None
        self._formula: str | None = None

    def starts(self) -> dict[str, Start]:
        """What to call where elements begin."""
        texts = self.texts
        own: dict[str, Start] = {"row": self._start_row, "c": self._start_cell, "v": texts.begin, "f": texts.begin}
        return {**texts.starts(), **own, "col": self._columns, "mergeCell": self._merge}

    def ends(self) -> dict[str, End]:
        """What to call where elements end."""
        return {**self.texts.ends(), "c": self._end_cell, "v": self._end_value, "f": self._end_formula}

    def _columns(self, attrs: dict[str, str]) -> None:
        if attrs.get("hidden") in _YES:
            first, last = int(attrs["min"]), int(attrs["max"])
            # Each column is told of once: as many as a sheet can have are told of at most.
            self._hidden += last - first + 1
            if not 1 <= first <= last <= MAX_COLUMN or self._hidden > MAX_COLUMN:
                raise ValueError("columns that no sheet has")
            self.sheet.hidden_columns.append(range(first, last + 1))

    def _merge(self, attrs: dict[str, str]) -> None:
        self.sheet.merged.append(attrs["ref"])

    def _start_row(self, attrs: dict[str, str]) -> None:
        self._row = int(attrs["r"]) if "r" in attrs else self._row + 1
        self._column = 0
        if not 1 <= self._row <= MAX_ROW or self._row in self.sheet.rows:
            raise ValueError("a row twice, or beyond the sheet")
        self._cells = {}
        if attrs.get("hidden") in _YES:
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
        elif at.endswith(row):
            self._column = column_of(at[: -len(row)])
        else:
            raise ValueError("a cell of another row")
        cell = self._cell(at)
        if not cell.text and not cell.fault:
            return
        if self._column in self._cells:
            raise ValueError("a cell twice")
        self._cells[self._column] = cell
        self.sheet.rows[self._row] = self._cells

    def _cell(self, at: str) -> Cell:
        kind, stored = self._attrs.get("t", "n"), self._stored
        if kind == "inlineStr":
            return text_cell(self.texts, at)
        if self._formula is not None and (stored is None or (stored == "" and kind != "str")):
            return Cell(f"={self._formula}", fault="cell-uncalculated", at=at)
        return self._values.cell(at, kind, self._attrs.get("s", ""), stored) if stored else Cell(at=at)
