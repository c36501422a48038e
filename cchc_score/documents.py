"""What a reader gives: the cells or lines of a document, before anybody asks what they mean."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from cchc_score.findings import Finding, Place


@dataclass(frozen=True, slots=True)
class Lines:
    """A document without cells: its lines as (line number, text)."""

    lines: tuple[tuple[int, str], ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of texts: its rows as (line number, cells); of a sheet its name and its columns' letters."""

    rows: tuple[tuple[int, tuple[str, ...]], ...]
    name: str = ""
    letters: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """A TOML document: its tables as written (of a report `report` and `facts`), and each key's line by its path."""

    data: Mapping[str, Any]
    lines: Mapping[tuple[str, ...], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: the text that it shows, and the value that its file stores, which is never ambiguous.

    `fault` is the code of the finding about a cell without a value: an error, a formula that was never calculated.
    `at` is the cell's own name, as in 'C5'. A cell that belongs to a merged one on its left or above is empty; `merged`
    is the text of the one above. Nobody sees a `hidden` cell on the page. `font` is named only where it is one of
    before Unicode, as .VnTime, and the text is in its letters. The value of a `formula` is told of an .xlsx only.
    """

    text: str = ""
    # A Fraction of the digits that the file holds, and never the float that a spreadsheet would compute with.
    value: Fraction | date | bool | None = None
    fault: str = ""
    at: str = ""
    merged: str = ""
    hidden: bool = False
    font: str = ""
    formula: bool = False


@dataclass(frozen=True, slots=True)
class CellTable:
    """One table of a document: a sheet by its name, or a table in a text by its number.

    `rows` are (row number as the document counts, cells); a row has as many cells as the table has columns.
    `after` is the number of the paragraph that it follows. Nobody sees a `hidden` sheet. In a document of pages it
    stands on one `page`, and has a number only where that has several tables. The rows of one that is typed with tabs
    are `paragraphs` of its document, or lines of a text.
    """

    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    name: str = ""
    number: int = 0
    after: int = 0
    hidden: bool = False
    page: int = 0
    paragraphs: bool = False

    def place(self, file: str, line: int, cell: Cell) -> Place:
        """Where one of its cells stands."""
        if self.paragraphs:
            return Place(file, paragraph=line)
        if self.page:
            return Place(file, line, table=self.number, cell=cell.at, page=self.page)
        # A sheet is found by its name and the cell's, a table of Word by its number.
        return Place(file, line, cell=f"{self.name}!{cell.at}") if cell.at else Place(file, line, table=self.number)


CellPlace = tuple[int, int, str]
"""A cell of a document of pages: its page, the number of its table (0 where the page has one), its name."""


@dataclass(frozen=True, slots=True)
class CellReading:
    """How a cell of a scanned page was read: its picture as PNG; `doubt` is the code of a finding about it, or ''."""

    picture: bytes
    doubt: str = ""
    args: Mapping[str, object] = field(default_factory=dict)


def cell_name(column: int, line: int) -> str:
    """The name of a cell as a spreadsheet gives it: 'D5'; columns count from 0, lines from 1."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{line}"


@dataclass(frozen=True, slots=True)
class Tables:
    """A document of tables, its paragraphs as (number, text), and what its reader noticed.

    `converted` is the program that turned its file into one that can be read; '' where none had to.
    The figures of a `draft` count only once somebody has compared them with what is printed. `attached` is the data of
    this program that the document carries, by its name: it is read in place of the tables, and is no draft. Of a `text`
    the lines are no paragraphs.
    `pictures` are pages without text, which nobody has read; `readings` tell of cells that were read in such pages.
    """

    tables: tuple[CellTable, ...]
    lines: tuple[tuple[int, str], ...] = ()
    findings: tuple[Finding, ...] = ()
    converted: str = ""
    draft: bool = False
    attached: "tuple[str, Grid | Record] | None" = None
    text: bool = False
    pictures: tuple[int, ...] = ()
    readings: Mapping[CellPlace, CellReading] = field(default_factory=dict)


def carried(document: "Document") -> "Document":
    """The data of this program that a document carries, or the document itself."""
    return document.attached[1] if isinstance(document, Tables) and document.attached is not None else document


def as_cells(grid: Grid) -> CellTable:
    """A table of texts as one of cells, all rows of one width."""
    width = max((len(cells) for _, cells in grid.rows), default=0)
    return CellTable(
        tuple((line, tuple(Cell(text) for text in (*cells, *[""] * (width - len(cells))))) for line, cells in grid.rows)
    )


Document = Lines | Grid | Record | Tables


@dataclass(frozen=True, slots=True)
class Converted:
    """A file turned into one of another kind: its content, by which program, and what was noticed.

    Without content the findings say why there is none.
    """

    data: bytes = b""
    by: str = ""
    findings: tuple[Finding, ...] = ()


Convert = Callable[[Sequence[tuple[str, bytes]]], Sequence[Converted]]


@dataclass(frozen=True, slots=True)
class Reader:
    """How one kind of file becomes a document. `read` gets the bytes and a name to show; it opens nothing.

    `convert` turns files, each as (name, content), into others first, whose content `read` then gets: for kinds that
    only another program understands. It gets many at once, for such a program takes long to start. `read_coded` reads a
    file whose text a person says to be in an encoding of before Unicode, 'tcvn3' or 'vni', and puts it into Unicode.
    `read_scan` reads also its pages that are only pictures, where somebody asks for that; a reader of `scans_only`
    reads nothing else, and its kind of file is unknown where nobody asks.
    """

    name: str
    suffixes: tuple[str, ...]
    # Of bytes and not of a path: a document may also come from standard input.
    read: Callable[[bytes, str], Document]
    convert: Convert | None = None
    read_coded: Callable[[bytes, str, str], Document] | None = None
    read_scan: Callable[[bytes, str], Document] | None = None
    scans_only: bool = False
