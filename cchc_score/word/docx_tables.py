"""The tables of a Word document as cells."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from cchc_score.documents import Cell, CellTable
from cchc_score.errors import ReportError
from cchc_score.findings import Finding, Place
from cchc_score.word.docx_fields import is_prompt
from cchc_score.word.docx_marks import RunMarks, turned_on
from cchc_score.word.docx_text import element_text
from cchc_score.word.docx_xml import (
    Element,
    attribute,
    count_value,
    descendants,
    local,
    outermost,
    part,
    parts,
    setting,
)

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
    marks: RunMarks = field(default_factory=RunMarks)
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
            for inner_table in inner:
                self.add(inner_table, after, nested + 1)

    def _rows(self, table: Element, inner: list[Element]) -> _Rows:
        grid = part(table, "tblGrid")
        # A row may be shorter than the grid and is filled up to it: a place in a row is a column of the table.
        columns = 0 if grid is None else sum(1 for _ in parts(grid, "gridCol"))
        rows: list[list[Cell]] = []
        merged: dict[int, str] = {}
        for _, row in outermost(table, ("tr",)):
            self.rows += 1
            # Broken off, and refused below: a table made to do harm is not read to its end first.
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

    def _row(self, row: Element, merged: dict[int, str], inner: list[Element]) -> tuple[list[Cell], dict[int, str]]:
        """The cells of a row, and the texts of those that may go on in the next row by their columns."""
        # A row may begin some columns to the right of the table's edge, or end to the left of it.
        skipped = part(row, "trPr")
        unseen = turned_on(part(skipped, "hidden"))
        cells = [_EMPTY] * self._span(setting(skipped, "gridBefore"), 0)
        open_: dict[int, str] = {}
        for count, (_, cell) in enumerate(outermost(row, ("tc",)), 1):
            if count > MAX_COLUMNS:
                raise self._refused("table-wide", limit=MAX_COLUMNS)
            at = len(cells)
            rules = part(cell, "tcPr")
            vertical = _merge(rules, "vMerge")
            # A cell that goes on from above shows nothing of its own, unless there is nothing above.
            if vertical == "continue" and at in merged:
                shown = Cell(merged=merged[at]) if merged[at] else _EMPTY
            elif _merge(rules, "hMerge") == "continue":
                shown = _EMPTY
            else:
                shown = self._cell(cell, inner)
            if vertical:
                open_[at] = shown.merged or shown.text.strip()
            cells.append(replace(shown, hidden=True) if unseen and shown is not _EMPTY else shown)
            # Empty rather than repeated: a figure in a merged cell is one figure.
            cells += [_EMPTY] * (self._span(setting(rules, "gridSpan"), 1) - 1)
        cells += [_EMPTY] * self._span(setting(skipped, "gridAfter"), 0)
        return cells, open_

    def _cell(self, cell: Element, inner: list[Element]) -> Cell:
        if next(descendants(cell, "tbl"), None) is not None:
            inner += [table for _, table in outermost(cell, ("tbl",))]
        around = cell.getparent().getparent()
        prompted = local(cell.getparent()) == "sdtContent" and is_prompt(around)
        shown = "" if prompted else element_text(cell, self.numbers)
        if not shown.strip() and next(descendants(cell, "drawing", "pict", "object"), None) is not None:
            # What stands in a picture can be seen, and read by nobody here.
            return Cell(shown, fault="cell-picture")
        return Cell(shown, fault="cell-marked" if self.marks.cell_marked(cell) else "") if shown else _EMPTY

    def _span(self, text: str | None, absent: int) -> int:
        span = count_value(text, absent)
        # Before a list of that length is made: a file may ask for 20 million columns.
        if span > MAX_GRID:
            raise self._refused("table-wide", limit=MAX_COLUMNS)
        return max(span, absent)

    def _doubt(self, row: Element, at: int) -> None:
        if (
            self.unsure
            and not self.findings
            and any(paragraph in self.unsure for _, paragraph in outermost(row, ("p",)))
        ):
            place = Place(self.name, at, table=len(self.tables) + 1)
            self.findings.append(Finding("numbering-automatic", place))

    def _refused(self, code: str, **args: object) -> ReportError:
        return ReportError([Finding(code, Place(self.name, table=len(self.tables) + 1), args)])


def continues_above(cell: Element) -> bool:
    """Whether a cell says that it continues the one above it."""
    return _merge(part(cell, "tcPr"), "vMerge") == "continue"


def _merge(rules: Element | None, way: str) -> str:
    """How a cell is merged: 'restart' begins, 'continue' goes on, '' when it is not."""
    merge = part(rules, way)
    if merge is None:
        return ""
    # Without a value a merge goes on, says the standard.
    return "restart" if attribute(merge, "val") == "restart" else "continue"
