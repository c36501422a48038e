"""How the cells of an .ods look: one pass through its XML for percentages, errors, merged cells and what is hidden."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

from cchc_score.excel.ods_styles import OFFICE, SPACES, TABLE, TEXT, OdsStyles
from cchc_score.excel.sheet_look import SheetLook
from cchc_score.excel.xlsx_parts import MAX_CELLS, OnEnd, OnStart, PartTooLarge, parse_part
from cchc_score.excel.xlsx_sheet import MAX_COLUMN, MAX_ROW
from cchc_score.excel.xlsx_styles import PLAIN, CellLook

_ERROR = re.compile(r"#[A-Z0-9/]+[!?]?|Err:[0-9]{3}")
_DIGITS = re.compile(r"([0-9]{1,20})(?:[.,]([0-9]{1,10}))?")
_KIND, _FORMULA = f"{OFFICE} value-type", f"{TABLE} formula"


def ods_looks(content: bytes, styles: bytes) -> list[SheetLook]:
    """The look of each sheet in the part of the content; the part of the styles holds those that have names."""
    own = OdsStyles()
    if styles:
        parse_part(styles, own.starts(), {}, lambda _: None, SPACES)
    scan = _Scan(own)
    parse_part(content, {**own.starts(), **scan.starts()}, scan.ends(), scan.text, SPACES)
    return scan.sheets


@dataclass(slots=True)
class _Cell:
    """A cell while it passes: its attributes, the text that it shows, and the styles of parts of it."""

    attrs: Mapping[str, str]
    covered: bool
    shown: list[str] = field(default_factory=list)
    odd: bool = False
    lines: int = 0
    legacy: str = ""


@dataclass(slots=True)
class _Row:
    """A row while it passes: its cells that hold something, each with its first column and how many there are."""

    style: str = ""
    repeated: int = 1
    hidden: bool = False
    column: int = 0
    cells: list[tuple[int, int, _Cell]] = field(default_factory=list)


class _Scan:
    """Gathers the looks of all sheets while the XML passes."""

    def __init__(self, styles: OdsStyles) -> None:
        self.sheets: list[SheetLook] = []
        self._styles = styles
        self._depth = self._aside = self._line = self._width = 0
        self._defaults: list[tuple[int, str]] = []
        self._row: _Row | None = None
        self._cell: _Cell | None = None
        self._spans: list[str] = []
        self._left = MAX_CELLS

    def starts(self) -> dict[str, OnStart]:
        """What to call where elements begin."""
        return {
            "table": self._begin_table,
            "table-column": self._column,
            "table-row": self._begin_row,
            "table-cell": lambda attrs: self._begin_cell(attrs, False),
            "covered-table-cell": lambda attrs: self._begin_cell(attrs, True),
            "annotation": lambda _: self._step_aside(1),
            "p": lambda _: self._begin_line(),
            "span": lambda attrs: self._spans.append(attrs.get(f"{TEXT} style-name", "")),
        }

    def ends(self) -> dict[str, OnEnd]:
        """What to call where elements end."""
        return {
            "table": self._end_table,
            "table-row": self._end_row,
            "table-cell": self._end_cell,
            "covered-table-cell": self._end_cell,
            "annotation": lambda: self._step_aside(-1),
            "span": lambda: self._spans.pop() and None,
        }

    def text(self, piece: str) -> None:
        """A piece of text, which is that of a cell unless it stands in a remark beside it."""
        if self._cell is not None and not self._aside:
            self._cell.shown.append(piece)
            if self._spans:
                marked = any(self._styles.marked("text", style) for style in self._spans)
                self._cell.odd |= marked and any(map(str.isnumeric, piece))
                # One part in a font of before Unicode is enough: words that are in Unicode show that by themselves.
                self._cell.legacy = self._cell.legacy or self._styles.legacy("text", self._spans[-1])

    def _begin_line(self) -> None:
        if self._cell is not None and not self._aside:
            self._cell.lines += 1

    def _step_aside(self, step: int) -> None:
        self._aside += step

    def _begin_table(self, _: Mapping[str, str]) -> None:
        self._depth += 1
        # A table within a cell would have its cells in the places of others.
        if self._depth > 1:
            raise ValueError("a table within a table")
        self.sheets.append(SheetLook())
        self._line = self._width = 0
        self._defaults = []

    def _end_table(self) -> None:
        self._depth -= 1

    def _column(self, attrs: Mapping[str, str]) -> None:
        first, self._width = self._width + 1, self._width + _repeated(attrs, "columns")
        self._defaults.append((self._width, attrs.get(f"{TABLE} default-cell-style-name", "")))
        if attrs.get(f"{TABLE} visibility", "visible") != "visible" and first <= MAX_COLUMN:
            self.sheets[-1].hidden_columns.append(range(first, min(self._width, MAX_COLUMN) + 1))

    def _begin_row(self, attrs: Mapping[str, str]) -> None:
        hidden = attrs.get(f"{TABLE} visibility", "visible") != "visible"
        self._row = _Row(attrs.get(f"{TABLE} default-cell-style-name", ""), _repeated(attrs, "rows"), hidden)

    def _begin_cell(self, attrs: Mapping[str, str], covered: bool) -> None:
        self._cell = _Cell(attrs, covered)

    def _end_cell(self) -> None:
        cell, row = self._cell, self._row
        self._cell = None
        if cell is None or row is None:
            raise ValueError("a cell outside a row")
        first, count = row.column + 1, _repeated(cell.attrs, "columns")
        row.column += count
        spanned = any(cell.attrs.get(f"{TABLE} number-{way}-spanned", "1") != "1" for way in ("columns", "rows"))
        if not cell.covered and (_KIND in cell.attrs or _FORMULA in cell.attrs or cell.shown or spanned):
            row.cells.append((first, count, cell))

    def _end_row(self) -> None:
        row, sheet = self._row, self.sheets[-1]
        self._row = None
        if row is None:
            raise ValueError("a row within a row")
        first, self._line = self._line + 1, self._line + row.repeated
        if not row.cells:
            return
        # Only what holds something counts: the empty rest of a sheet is one row, repeated a million times.
        self._left -= row.repeated * sum(count for _, count, _ in row.cells)
        if self._left < 0 or self._line > MAX_ROW:
            raise PartTooLarge
        for line in range(first, self._line + 1):
            if row.hidden:
                sheet.hidden_rows.add(line)
            for column, count, cell in row.cells:
                self._take(sheet, row, line, range(column, column + count), cell)

    def _take(self, sheet: SheetLook, row: _Row, line: int, columns: range, cell: _Cell) -> None:
        wide, high = (int(cell.attrs.get(f"{TABLE} number-{way}-spanned", "1")) for way in ("columns", "rows"))
        if wide > 1 or high > 1:
            corners = (columns[0], line), (min(columns[0] + wide - 1, MAX_COLUMN), min(line + high - 1, MAX_ROW))
            sheet.merged.append(":".join(f"{get_column_letter(column)}{at}" for column, at in corners))
        fault = _fault(cell)
        for column in columns:
            style = cell.attrs.get(f"{TABLE} style-name") or row.style or self._default(column)
            marked = cell.odd or _unshown(cell) or self._styles.marked("table-cell", style)
            legacy = cell.legacy or self._styles.legacy("table-cell", style)
            look = _look(cell)._replace(marked=marked, legacy=legacy)
            if look != PLAIN:
                sheet.looks[line, column] = look
            if fault:
                sheet.faults[line, column] = fault

    def _default(self, column: int) -> str:
        return next((style for last, style in self._defaults if column <= last), "")


def _look(cell: _Cell) -> CellLook:
    """What a cell makes of its number: a percentage, or digits of which it shows more than the number has."""
    if cell.attrs.get(_KIND) == "percentage":
        return CellLook("percent")
    shown = _DIGITS.fullmatch("".join(cell.shown)) if cell.attrs.get(_KIND) == "float" else None
    # A mark may be that of thousands: then what stands before it is not the whole number.
    if shown is None or (shown[1].lstrip("0") or "0") != cell.attrs.get(f"{OFFICE} value", "").partition(".")[0]:
        return PLAIN
    return CellLook("number", len(shown[1]), len(shown[2] or ""))


def _unshown(cell: _Cell) -> bool:
    """Whether a cell has a value and shows none, as by the format ';;;'."""
    return cell.attrs.get(_KIND, "string") != "string" and bool(cell.lines) and not "".join(cell.shown).strip()


def _fault(cell: _Cell) -> tuple[str, str] | None:
    """The text and the fault of a cell that shows an error, or of a formula that was never calculated."""
    shown = "".join(cell.shown).strip()
    if _FORMULA in cell.attrs and _ERROR.fullmatch(shown):
        return shown, "cell-error"
    if _FORMULA in cell.attrs and _KIND not in cell.attrs and not shown:
        return f"={cell.attrs[_FORMULA].rpartition('=')[2]}", "cell-uncalculated"
    return None


def _repeated(attrs: Mapping[str, str], what: str) -> int:
    count = int(attrs.get(f"{TABLE} number-{what}-repeated", "1"))
    if count < 1:
        raise ValueError("repeated less than once")
    return count
