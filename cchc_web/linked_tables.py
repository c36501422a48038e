"""Tables of a page with the addresses behind their cells, and with the states that stand in pills."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from cchc_score.formats import Heading, Sheet, TypedCell
from cchc_score.text import alphabetical


@dataclass(frozen=True, slots=True)
class LinkedCell:
    """A cell; `link` is the address behind it, `tone` that of the pill of a state, None where it is no state.

    `below` are smaller words below it, `order` is what it is sorted by: numbers, then days, then words.
    """

    lines: tuple[str, ...]
    heading: Heading
    link: str = ""
    tone: str | None = None
    below: str = ""
    order: tuple[int, Any] = (2, ())


@dataclass(frozen=True, slots=True)
class LinkedRow:
    """A row of a table; `strong` ones stand above others. `key` is what a tick of it sends; empty for none."""

    cells: tuple[LinkedCell, ...]
    strong: bool
    key: str = ""


@dataclass(frozen=True, slots=True)
class LinkedTable:
    """A table of a page; columns in which no row says anything are left out.

    `sorts` are the addresses by which it comes sorted by each column; empty for a table in an order of its own.
    `sorted_by` is the number of the column by which it is, and whether from above down.
    """

    title: str
    headings: tuple[Heading, ...]
    rows: tuple[LinkedRow, ...]
    notes: tuple[str, ...]
    sorts: tuple[str, ...] = ()
    sorted_by: tuple[int, bool] | None = None


@dataclass(frozen=True, slots=True)
class RowMarks:
    """What is behind the cells of a row, by the numbers of the columns from 0 on: addresses, tones of pills, words.

    `key` is what a tick of the row sends; empty for a row without one.
    """

    links: Mapping[int, str] = field(default_factory=dict)
    tones: Mapping[int, str] = field(default_factory=dict)
    below: Mapping[int, str] = field(default_factory=dict)
    key: str = ""


def linked(sheet: Sheet, marks: Sequence[RowMarks] = ()) -> LinkedTable:
    """A table with what is behind the cells of each of its rows; without any, a table of texts."""
    rows = sheet.typed_rows
    said = [at for at in range(len(sheet.headings)) if any(row[at].text not in ("", "-") for row in rows)]
    marked = marks or [RowMarks()] * len(rows)
    return LinkedTable(
        title=sheet.title,
        headings=tuple(sheet.headings[at] for at in said),
        rows=tuple(
            LinkedRow(
                tuple(_cell(sheet.headings[at], row[at], mark, at) for at in said), number in sheet.strong, mark.key
            )
            for number, (row, mark) in enumerate(zip(rows, marked, strict=True))
        ),
        notes=sheet.notes,
    )


def linked_by_text(sheet: Sheet, links: Mapping[str, str]) -> LinkedTable:
    """A table whose cells lead to the address of what they name, where `links` has one for their text."""
    marks = [
        RowMarks({at: links[cell.text] for at, cell in enumerate(row) if cell.text in links})
        for row in sheet.typed_rows
    ]
    return linked(sheet, marks)


def _cell(heading: Heading, cell: TypedCell, mark: RowMarks, at: int) -> LinkedCell:
    lines = cell.lines or ((cell.text,) if cell.text else ())
    return LinkedCell(
        order=_order(cell),
        lines=lines,
        heading=heading,
        link=mark.links.get(at, ""),
        tone=mark.tones.get(at),
        below=mark.below.get(at, ""),
    )


def _order(cell: TypedCell) -> tuple[int, Any]:
    if isinstance(cell.value, date):
        return 1, cell.value.toordinal()
    return (2, alphabetical(cell.text)) if cell.value is None else (0, cell.value)


def titled(table: LinkedTable, title: str) -> LinkedTable:
    """The table under another title."""
    return replace(table, title=title)
