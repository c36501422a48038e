"""Rows of a scanned table met by near labels, for all are drafts: letters are misread, but rows keep their order.

A row whose code is read and whose label is nearly the form's is sure of its place; others are placed only between
such rows, where one row of the form alone comes near. What cannot be placed is told and left out.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cchc_score.documents import Cell, CellTable, Tables
from cchc_score.findings import Finding
from cchc_score.intake.folded_text import fold
from cchc_score.intake.form_rows import MOST_SHOWN
from cchc_score.intake.near_labels import NEAR, alike
from cchc_score.intake.scanned_cuts import with_whole_labels
from cchc_score.intake.table_layouts import TableLayout, find_table_layout, fold_cell, numbers_columns
from cchc_score.model import Form, FormRow

APART = 0.05
"""By so much the nearest label must be nearer than any other that could be meant."""
NEAR_UNIT = 0.6
MOST_HEADINGS = 5


@dataclass(frozen=True, slots=True)
class _ScannedRow:
    """One row of a scanned table, by the place of its table in the document and its own in the table."""

    table: int
    row: int
    code: str
    label: str


def with_form_rows(document: Tables, form: Form, year: int, name: str) -> Tables:
    """A document in which the scanned rows have the codes and labels of the form, and those without a place nothing."""
    pages = {page for page, _, _ in document.readings}
    tables = [_with_headings(table, form) if table.page in pages else table for table in document.tables]
    layouts = _layouts(tables, form, year)
    scanned = [at for at, table in enumerate(tables) if table.page in pages and layouts[at] is not None]
    document = with_whole_labels(document, tables, layouts, scanned, form)
    rows = [row for at in scanned for row in _rows(at, tables[at], layouts[at])]
    places = _placed(rows, list(form.rows.values()))
    found = {(row.table, row.row): place for row, place in zip(rows, places, strict=True)}
    findings = list(document.findings)
    for at in scanned:
        layout = layouts[at]
        assert layout is not None
        own = {row: place for (table, row), place in found.items() if table == at}
        findings += _unplaced(tables[at], layout, own, name)
        tables[at] = _as_printed(tables[at], layout, own, form)
    return replace(document, tables=tuple(tables), findings=tuple(findings))


def _layouts(tables: Sequence[CellTable], form: Form, year: int) -> list[TableLayout | None]:
    """The layout of each table; without headings of its own it goes on as the one before, where it is as wide."""
    found: list[TableLayout | None] = []
    before: tuple[TableLayout, int] | None = None
    for table in tables:
        layout, width = find_table_layout(table, form, year), len(table.rows[0][1]) if table.rows else 0
        if layout is None and before is not None and before[1] == width:
            layout = replace(before[0], first=0)
        before = (layout, width) if layout is not None else None
        found.append(layout)
    return found


def _with_headings(table: CellTable, form: Form) -> CellTable:
    """A table whose headings are spelt as the form spells them."""
    names = [name for texts in form.columns.values() for name in texts]
    head = tuple(
        (line, tuple(replace(cell, text=_heading(cell.text, names)) for cell in cells))
        for line, cells in table.rows[:MOST_HEADINGS]
    )
    return replace(table, rows=(*head, *table.rows[MOST_HEADINGS:]))


def _heading(text: str, names: Sequence[str]) -> str:
    # What stands in brackets may say the year, and stays as it was read.
    words, bracket, rest = text.partition("(")
    near, name = max(((alike(fold(words), fold(name)), name) for name in names), default=(0.0, ""))
    return f"{name} {bracket}{rest}".strip() if near >= NEAR else text


def _rows(at: int, table: CellTable, layout: TableLayout | None) -> Iterator[_ScannedRow]:
    assert layout is not None
    for row, (_, cells) in enumerate(table.rows):
        label = fold_cell(cells[layout.label])
        if row >= layout.first and label and not layout.repeats_headings(cells) and not numbers_columns(cells):
            yield _ScannedRow(at, row, fold_cell(layout.code_cell(cells)), label)


def _placed(rows: Sequence[_ScannedRow], form: Sequence[FormRow]) -> list[int | None]:
    """The place in the form of each row, ascending; None for one that has none for sure."""
    labels = [fold_cell(Cell(row.label)) for row in form]
    codes: dict[str, list[int]] = {}
    for number, row in enumerate(form):
        codes.setdefault(fold(row.printed_code).rstrip("."), []).append(number)
    by_code = []
    for scanned in rows:
        own = [number for number in codes.get(scanned.code, ()) if alike(scanned.label, labels[number]) >= NEAR]
        by_code.append(own[0] if len(own) == 1 else None)
    found = _ascending(by_code)
    last = -1
    for at, scanned in enumerate(rows):
        place = found[at]
        if place is None:
            end = next((later for later in found[at:] if later is not None), len(form))
            place = _only_near(scanned.label, labels, range(last + 1, end))
        # A part belongs to the row above it: without that nobody knows whose part it is.
        lost = place is not None and "/" in form[place].code and not _under_its_row(found[:at], place, form)
        found[at] = place = None if lost else place
        last = last if place is None else place
    return found


def _under_its_row(placed: Sequence[int | None], part: int, form: Sequence[FormRow]) -> bool:
    parent = form[part].code.partition("/")[0]
    return any(place is not None and form[place].code == parent for place in placed)


def _ascending(places: Sequence[int | None]) -> list[int | None]:
    """The most places that ascend, and None for all others: a row that stands out of order is not sure of its code."""
    ends: list[int] = []
    chains: list[list[int]] = []
    for at, place in enumerate(places):
        if place is not None:
            length = bisect_left(ends, place)
            chain = [*(chains[length - 1] if length else []), at]
            ends[length : length + 1] = [place]
            chains[length : length + 1] = [chain]
    kept = set(chains[-1]) if chains else set()
    return [place if at in kept else None for at, place in enumerate(places)]


def _only_near(label: str, labels: Sequence[str], places: range) -> int | None:
    """The one place whose label comes near, or much nearer than any other."""
    near = sorted(((alike(label, labels[place]), place) for place in places), reverse=True)
    if not near or near[0][0] < NEAR:
        return None
    # An exact label may be that of two rows as well.
    second = near[1][0] if len(near) > 1 else 0.0
    return near[0][1] if near[0][0] - second >= APART else None


def _unplaced(table: CellTable, layout: TableLayout, places: Mapping[int, int | None], name: str) -> Iterator[Finding]:
    """What is told of rows that have no place in the form."""
    for at, place in places.items():
        line, cells = table.rows[at]
        if place is None:
            text = " ".join(f"{layout.code_cell(cells).text} {cells[layout.label].text}".split())[:MOST_SHOWN]
            yield Finding("scan-row-unplaced", table.place(name, line, cells[layout.label]), {"text": text})


def _as_printed(table: CellTable, layout: TableLayout, places: Mapping[int, int | None], form: Form) -> CellTable:
    """A table whose rows are spelt as the form spells them, without those that have no place in it."""
    rows = list(form.rows.values())
    made = []
    for at, (line, cells) in enumerate(table.rows):
        place = places.get(at, -1)
        if place is not None:
            made.append((line, cells if place < 0 else tuple(_spelt(cells, layout, rows[place]))))
    return replace(table, rows=tuple(made))


def _spelt(cells: Sequence[Cell], layout: TableLayout, row: FormRow) -> Iterator[Cell]:
    code = "" if "/" in row.code else row.printed_code
    legend = "; ".join(f"{entry.text} = {entry.number}" for entry in row.legend)
    for at, cell in enumerate(cells):
        if at == layout.code:
            yield replace(cell, text=code, fault="")
        elif at == layout.label:
            yield replace(cell, text=row.label, fault="")
        elif at == layout.unit and alike(fold(cell.text), fold(legend or row.unit)) >= NEAR_UNIT:
            yield replace(cell, text=legend or row.unit, fault="")
        else:
            yield cell
