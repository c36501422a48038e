"""Rows of a scanned table that a page cuts in two: their labels are put together, where that is near the form's."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from cchc_score.documents import Cell, CellTable, Tables
from cchc_score.intake.near_labels import NEAR, alike
from cchc_score.intake.table_layouts import TableLayout, fold_cell, numbers_columns
from cchc_score.model import Form


def with_whole_labels(
    document: Tables,
    tables: list[CellTable],
    layouts: Sequence[TableLayout | None],
    scanned: Sequence[int],
    form: Form,
) -> Tables:
    """A document with how cells were read; a label that a page cuts in two is put into the first part in `tables`.

    What else stands in the second part goes to the first when pages are put together, and so does how it was read.
    """
    labels = [fold_cell(Cell(row.label)) for row in form.rows.values()]
    readings = dict(document.readings)
    for at, after in pairwise(scanned):
        layout, here = layouts[at], layouts[after]
        assert layout is not None
        assert here is not None
        rows, others = list(tables[at].rows), list(tables[after].rows)
        first = next((n for n in range(here.first, len(others)) if not numbers_columns(others[n][1])), None)
        if first is None or len(rows) <= layout.first or len(rows[-1][1]) != len(others[first][1]):
            continue
        (line, cells), (next_line, next_cells) = rows[-1], others[first]
        if not _goes_on(cells[layout.label], next_cells[here.label], here.code_cell(next_cells), labels):
            continue
        rows[-1] = (line, _with_label(cells, layout.label, f"{cells[layout.label].text} {next_cells[here.label].text}"))
        others[first] = (next_line, _with_label(next_cells, here.label, ""))
        for cell, other in zip(cells, next_cells, strict=True):
            read = readings.get((tables[after].page, tables[after].number, other.at))
            if read is not None and not cell.text:
                readings[tables[at].page, tables[at].number, cell.at] = read
        tables[at] = replace(tables[at], rows=tuple(rows))
        tables[after] = replace(tables[after], rows=tuple(others))
    return replace(document, readings=readings)


def _goes_on(label: Cell, rest: Cell, code: Cell, labels: Sequence[str]) -> bool:
    """Whether the label of the last row of a page goes on in the first row of the next one."""
    first, second = fold_cell(label), fold_cell(rest)
    if code.text.strip() or not second:
        return False
    # A long rest comes near by itself; of a whole label nothing comes nearer.
    alone = max(alike(second, own) for own in labels)
    whole = [(alike(first + second, own), alike(first, own)) for own in labels]
    return any(both >= NEAR and both > max(alone, part) for both, part in whole)


def _with_label(cells: Sequence[Cell], at: int, text: str) -> tuple[Cell, ...]:
    return tuple(replace(cell, text=text) if place == at else cell for place, cell in enumerate(cells))
