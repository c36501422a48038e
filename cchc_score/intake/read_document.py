"""One document of any shape as reports."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from cchc_score.documents import CellPlace, CellReading, CellTable, Document, Grid, Lines, Tables, as_cells
from cchc_score.findings import Finding, Place
from cchc_score.intake.coded_documents import tell_coded
from cchc_score.intake.headings import HeadingNames, wide_row
from cchc_score.intake.pages import over_pages, unread_tables
from cchc_score.intake.report_tables import from_tables
from cchc_score.intake.reports import Report, ReportedFact
from cchc_score.intake.scanned_rows import with_form_rows
from cchc_score.intake.table_layouts import find_table_layout
from cchc_score.intake.text_report import from_lines
from cchc_score.intake.toml_reports import from_record
from cchc_score.intake.wide_table import MOST_ABOVE, from_grid
from cchc_score.model import Form, Indicator


def reports_of(
    document: Document, name: str, form: Form | None, indicators: Mapping[str, Indicator], year: int
) -> tuple[Report, ...]:
    """The reports in a document, one a unit; every fault is a finding of a report.

    `name` is the file's name to show, `year` the one that is scored, for documents that do not say theirs.
    """
    return tell_coded(_reports_of(document, name, form, indicators, year), document, name)


def _reports_of(
    document: Document, name: str, form: Form | None, indicators: Mapping[str, Indicator], year: int
) -> tuple[Report, ...]:
    if isinstance(document, Lines):
        return (from_lines(document, name, form, indicators),)
    if isinstance(document, Grid):
        table = _as_table(document, name, form, indicators)
        if table is not None:
            return from_tables(table, name, form, indicators, year)
        return from_grid(document, name, form, indicators, year)
    if isinstance(document, Tables):
        return _from_document(document, name, form, indicators, year)
    return (from_record(document, name, form, indicators),)


def _from_document(
    document: Tables, name: str, form: Form | None, indicators: Mapping[str, Indicator], year: int
) -> tuple[Report, ...]:
    """The reports in a document of tables, or in the data that it carries; those of a draft are drafts."""
    if document.attached is not None:
        inner, data = document.attached
        told = Report(Place(name), "", findings=document.findings)
        # As if the document were a folder, so that each place says in which file of it a figure stands.
        return told, *reports_of(data, f"{name}/{inner}", form, indicators, year)
    if not document.draft:
        found = from_tables(document, name, form, indicators, year)
        return tuple(_converted(report, document.converted) for report in found) if document.converted else found
    if document.readings and form is not None:
        document = with_form_rows(document, form, year, name)
    whole = document if form is None else over_pages(document, form, year)
    unread = unread_tables(whole, form, indicators, year, name)
    whole = replace(whole, findings=(*whole.findings, *unread))
    return tuple(_as_draft(report, whole.readings) for report in from_tables(whole, name, form, indicators, year))


def _as_draft(report: Report, readings: Mapping[CellPlace, CellReading]) -> Report:
    # One by one also where they are a row of a wide table: such a row is taken as it stands.
    facts = tuple(fact._replace(origin=fact.origin._replace(draft=True)) for fact in report.facts)
    return replace(report, facts=facts, doubts=(*report.doubts, *_misread(facts, readings, report.unit)))


def _misread(
    facts: Sequence[ReportedFact], readings: Mapping[CellPlace, CellReading], unit: str
) -> Iterator[tuple[str, Finding]]:
    """The doubts about facts whose cells were not surely read."""
    for fact in facts:
        origin = fact.origin
        reading = readings.get((origin.page, origin.table, origin.cell))
        if reading is not None and reading.doubt:
            yield fact.code, Finding(reading.doubt, fact.place(unit), reading.args)


def _converted(report: Report, program: str) -> Report:
    """A report whose facts say which program has converted its file."""
    # The row of a list of units says it itself.
    if not isinstance(report.facts, tuple):
        return report
    facts = (fact._replace(origin=fact.origin._replace(converted=program)) for fact in report.facts)
    return replace(report, facts=tuple(facts))


def _as_table(grid: Grid, name: str, form: Form | None, indicators: Mapping[str, Indicator]) -> Tables | None:
    """A table of texts with a row for each row of the form; None where its lines are units.

    A line with more cells than the headings have columns is left out, with a finding: a comma in its value has moved
    them.
    """
    known = HeadingNames(form, indicators)
    # A table that names units and indicators is one of many units, even if it has columns for codes and labels too.
    if form is None or wide_row((cells for _, cells in grid.rows[:MOST_ABOVE]), known, form) is not None:
        return None
    table = as_cells(grid)
    layout = find_table_layout(table, form)
    if layout is None:
        return None
    columns = max(len(cells) for _, cells in grid.rows[: layout.first])
    moved = {line: len(cells) for line, cells in grid.rows[layout.first :] if len(cells) > columns}
    findings = tuple(
        Finding("csv-width", Place(name, line), {"cells": count, "columns": columns}) for line, count in moved.items()
    )
    # Left out, for a figure that a comma has cut in two ('1,340') would be read as 1.
    return Tables((CellTable(tuple(row for row in table.rows if row[0] not in moved)),), findings=findings)
