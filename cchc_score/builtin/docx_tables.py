"""The tables of a Word document as rows of cells on their grids, with merged cells and skipped columns."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from cchc_score.builtin.docx_marks import marked
from cchc_score.builtin.docx_text import text
from cchc_score.builtin.docx_xml import Element, attribute, inside, part, parts, setting, whole, within
from cchc_score.documents import Cell, CellTable
from cchc_score.errors import ReportError
from cchc_score.findings import Finding, Place

MAX_COLUMNS = 63
"""As many cells as Word allows in a row."""
MAX_GRID = 200
"""Rows that are divided at different places make more grid columns than cells."""
MAX_ROWS = 20_000
MAX_CELLS = 500_000
MAX_NESTED = 2
"""Tables in a table, and tables in those, are listed; what is nested deeper is only text."""
_EMPTY = Cell()
_Rows = tuple[tuple[int, tuple[Cell, ...]], ...]


@dataclass(slots=True)
class Listing:
    """The tables of one document as they are found, in its order.

    `numbers` are the automatic numbers of paragraphs, `unsure` the paragraphs whose number could not be made out.
    """

    name: str
    numbers: Mapping[Element, str]
    unsure: Collection[Element] = ()
    tables: list[CellTable] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    rows: int = 0
    cells: int = 0

    def add(self, table: Element, after: int, nested: int = 0) -> None:
        """List a table, and after it those in its cells that have at least two rows and two columns."""
        inner: list[Element] = []
        rows = self._rows(table, inner)
        if not nested or (len(rows) > 1 and len(rows[0][1]) > 1):
            self.tables.append(CellTable(rows, number=len(self.tables) + 1, after=after))
        if nested < MAX_NESTED:
            for one in inner:
                self.add(one, after, nested + 1)

    def _rows(self, table: Element, inner: list[Element]) -> _Rows:
        grid = part(table, "tblGrid")
        columns = 0 if grid is None else sum(1 for _ in parts(grid, "gridCol"))
        rows: list[list[Cell]] = []
        merged: set[int] = set()
        for _, row in inside(table, ("tr",)):
            self.rows += 1
            if columns > MAX_GRID or self.rows > MAX_ROWS:
                break
            cells, merged = self._row(row, merged, inner)
            self._doubt(row, len(rows) + 1)
            rows.append(cells)
            columns = max(columns, len(cells))
        self.cells += columns * len(rows)
        if columns > MAX_GRID:
            raise self._refused("table-wide", limit=MAX_COLUMNS)
        if self.rows > MAX_ROWS or self.cells > MAX_CELLS:
            raise self._refused("table-large", rows=MAX_ROWS, cells=MAX_CELLS)
        return tuple((at, (*cells, *[_EMPTY] * (columns - len(cells)))) for at, cells in enumerate(rows, 1))

    def _row(self, row: Element, merged: set[int], inner: list[Element]) -> tuple[list[Cell], set[int]]:
        """The cells of a row, and at which columns cells stand that may go on in the next row."""
        skipped = part(row, "trPr")
        cells = [_EMPTY] * self._span(setting(skipped, "gridBefore"), 0)
        open_: set[int] = set()
        for count, (_, cell) in enumerate(inside(row, ("tc",)), 1):
            if count > MAX_COLUMNS:
                raise self._refused("table-wide", limit=MAX_COLUMNS)
            at = len(cells)
            rules = part(cell, "tcPr")
            vertical = _merge(rules, "vMerge")
            if vertical:
                open_.add(at)
            # A cell that goes on from above shows nothing of its own, unless there is nothing above.
            hidden = (vertical == "continue" and at in merged) or _merge(rules, "hMerge") == "continue"
            cells.append(_EMPTY if hidden else self._cell(cell, inner))
            cells += [_EMPTY] * (self._span(setting(rules, "gridSpan"), 1) - 1)
        cells += [_EMPTY] * self._span(setting(skipped, "gridAfter"), 0)
        return cells, open_

    def _cell(self, cell: Element, inner: list[Element]) -> Cell:
        if next(within(cell, "tbl"), None) is not None:
            inner += [table for _, table in inside(cell, ("tbl",))]
        shown = text(cell, self.numbers)
        return Cell(shown, fault="cell-marked" if marked(cell) else "") if shown else _EMPTY

    def _span(self, told: str | None, absent: int) -> int:
        span = whole(told, absent)
        if span > MAX_GRID:
            raise self._refused("table-wide", limit=MAX_COLUMNS)
        return max(span, absent)

    def _doubt(self, row: Element, at: int) -> None:
        if self.unsure and not self.findings and any(one in self.unsure for _, one in inside(row, ("p",))):
            place = Place(self.name, at, table=len(self.tables) + 1)
            self.findings.append(Finding("numbering-automatic", place))

    def _refused(self, code: str, **args: object) -> ReportError:
        return ReportError([Finding(code, Place(self.name, table=len(self.tables) + 1), args)])


def goes_on(cell: Element) -> bool:
    """Whether a cell says that it continues the one above it."""
    return _merge(part(cell, "tcPr"), "vMerge") == "continue"


def _merge(rules: Element | None, way: str) -> str:
    """How a cell is merged: 'restart' begins, 'continue' goes on, '' when it is not."""
    merge = part(rules, way)
    if merge is None:
        return ""
    return "restart" if attribute(merge, "val") == "restart" else "continue"
