"""One document of any shape as reports."""

from collections.abc import Mapping

from cchc_score.documents import CellTable, Document, Grid, Lines, Tables, as_cells
from cchc_score.findings import Finding, Place
from cchc_score.intake.grids import MOST_ABOVE, from_grid
from cchc_score.intake.headings import Columns, is_wide
from cchc_score.intake.layouts import find_layout
from cchc_score.intake.lines import from_lines
from cchc_score.intake.records import from_record
from cchc_score.intake.tables import from_tables
from cchc_score.intake.told import Report
from cchc_score.model import Form, Indicator


def reports_of(
    document: Document, name: str, form: Form | None, indicators: Mapping[str, Indicator], year: int
) -> tuple[Report, ...]:
    """What a document tells, unit by unit; every fault is a finding of a report."""
    if isinstance(document, Lines):
        return (from_lines(document, name, form, indicators),)
    if isinstance(document, Grid):
        table = _as_table(document, name, form, indicators)
        if table is not None:
            return from_tables(table, name, form, indicators, year)
        return from_grid(document, name, form, indicators, year)
    if isinstance(document, Tables):
        return from_tables(document, name, form, indicators, year)
    return (from_record(document, name, form, indicators),)


def _as_table(grid: Grid, name: str, form: Form | None, indicators: Mapping[str, Indicator]) -> Tables | None:
    """A table of texts with a row for each row of the form; None where its lines are units.

    A line with more cells than the headings have columns is left out and told: a comma in its value has moved them.
    """
    known = Columns(form, indicators)
    if form is None or any(is_wide(cells, known) for _, cells in grid.rows[:MOST_ABOVE]):
        return None
    table = as_cells(grid)
    layout = find_layout(table, form)
    if layout is None:
        return None
    columns = max(len(cells) for _, cells in grid.rows[: layout.first])
    moved = {line: len(cells) for line, cells in grid.rows[layout.first :] if len(cells) > columns}
    findings = tuple(
        Finding("csv-width", Place(name, line), {"cells": count, "columns": columns}) for line, count in moved.items()
    )
    return Tables((CellTable(tuple(row for row in table.rows if row[0] not in moved)),), findings=findings)
