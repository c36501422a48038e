"""One document of any shape as reports.

What reads a shape is loaded with the first document of it: most years have one or two.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from cchc_score.documents import CellPlace, CellReading, CellTable, Document, Grid, Lines, Tables, as_cells
from cchc_score.findings import Finding, Place
from cchc_score.intake.coded_documents import tell_coded
from cchc_score.intake.figure_list import list_layout
from cchc_score.intake.headings import HeadingNames, wide_row
from cchc_score.intake.joined_codes import split_codes
from cchc_score.intake.line_tables import line_layouts
from cchc_score.intake.reports import ReadDocument, Report, ReportedFact
from cchc_score.intake.scanned_rows import with_form_rows
from cchc_score.intake.tabbed_lines import tabbed_text, with_tabbed_tables
from cchc_score.intake.table_layouts import find_table_layout
from cchc_score.intake.wide_table import MOST_ABOVE, from_grid
from cchc_score.model import Form, Indicator


def reports_of(
    document: Document, name: str, form: Form | None, indicators: Mapping[str, Indicator], year: int
) -> tuple[Report, ...]:
    """The reports in a document, one a unit; every fault is a finding of a report.

    `name` is the file's name to show, `year` the one that is scored, for documents that do not say theirs.
    """
    return tell_coded(_reports_of(document, name, form, indicators, year), document, name)


def read_document(
    document: Document, name: str, form: Form | None, indicators: Mapping[str, Indicator], year: int
) -> ReadDocument:
    """The reports in a document, with how they were read; as `reports_of`."""
    reports = reports_of(document, name, form, indicators, year)
    if not isinstance(document, Tables):
        return ReadDocument(name, reports)
    carried = document.attached[0] if document.attached is not None else ""
    return ReadDocument(name, reports, document.converted, document.draft and not carried, carried)


def as_told(document: ReadDocument, unit: str, period: int | None) -> ReadDocument:
    """A document taken for one about a unit and a year, where these are told apart from it."""
    if not unit and period is None:
        return document
    return document._replace(reports=tuple(_report_as_told(report, unit, period) for report in document.reports))


def _report_as_told(report: Report, unit: str, period: int | None) -> Report:
    # A report of nothing but findings stays about its file: taken for the unit, it would be a second report of it.
    if not report.facts:
        return report
    if unit:
        # The name that the document gives would be told as one that differs from the unit's.
        report = replace(report, unit=unit, name="", given_unit=True)
    return replace(report, year=period, given_year=True) if period is not None else report


def _reports_of(
    document: Document, name: str, form: Form | None, indicators: Mapping[str, Indicator], year: int
) -> tuple[Report, ...]:
    if isinstance(document, Lines):
        from cchc_score.intake.text_report import from_lines

        # Tabs say which column a figure stands in, spaces do not.
        tabbed = None if form is None else tabbed_text(document, form)
        if tabbed is None:
            return (from_lines(document, name, form, indicators),)
        document = tabbed
    if isinstance(document, Grid):
        table = _as_table(document, name, form, indicators, year)
        if table is not None:
            return _from_document(table, name, form, indicators, year)
        return from_grid(document, name, form, indicators, year)
    if isinstance(document, Tables):
        return _from_document(document, name, form, indicators, year)
    from cchc_score.intake.toml_reports import from_record

    return (from_record(document, name, form, indicators),)


def _from_document(
    document: Tables, name: str, form: Form | None, indicators: Mapping[str, Indicator], year: int
) -> tuple[Report, ...]:
    """The reports in a document of tables, or in the data that it carries; those of a draft are drafts."""
    from cchc_score.intake.document_tables import from_tables

    if document.attached is not None:
        inner, data = document.attached
        told = Report(Place(name), "", findings=document.findings)
        # As if the document were a folder, so that each place says in which file of it a figure stands.
        return told, *reports_of(data, f"{name}/{inner}", form, indicators, year)
    if form is not None:
        document = _as_rows(document, form)
    if not document.draft:
        found = from_tables(document, name, form, indicators, year)
        return tuple(_converted(report, document.converted) for report in found) if document.converted else found
    from cchc_score.intake.pages import over_pages, unread_tables

    if document.readings and form is not None:
        document = with_form_rows(document, form, year, name)
    whole = document if form is None else over_pages(document, form, year)
    unread = unread_tables(whole, form, indicators, year, name)
    whole = replace(whole, findings=(*whole.findings, *unread))
    return tuple(_as_draft(report, whole.readings) for report in from_tables(whole, name, form, indicators, year))


def _as_rows(document: Tables, form: Form) -> Tables:
    """A document whose tables are cells, however they are typed, with each code in a cell of its own."""
    document = with_tabbed_tables(document, form)
    return replace(document, tables=split_codes(document.tables, form))


def _as_draft(report: Report, readings: Mapping[CellPlace, CellReading]) -> Report:
    # One by one also where they are a row of a wide table: such a row is taken as it stands.
    facts = tuple(fact._replace(origin=fact.origin._replace(draft=True)) for fact in report.facts)
    # What is made of items would no longer say that it is a draft.
    doubts = (*report.doubts, *_misread(facts, readings, report.unit))
    return replace(report, facts=facts, doubts=doubts, items=())


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


def _as_table(
    grid: Grid, name: str, form: Form | None, indicators: Mapping[str, Indicator], year: int
) -> Tables | None:
    """A table of texts with a row for each row of the form; None where its lines are units.

    A line with more cells than the headings have columns is left out, with a finding: a comma in its value has moved
    them.
    """
    known = HeadingNames(form, indicators)
    heads = [cells for _, cells in grid.rows[:MOST_ABOVE]]
    # A table that names units and indicators is one of many units, even if it has columns for codes and labels too.
    if form is not None and wide_row(heads, known, form) is not None:
        return None
    # Below the rows of a form a list may stand anywhere; without a form it begins among the first.
    if list_layout([cells for _, cells in grid.rows] if form is not None else heads) is not None:
        return Tables((as_cells(grid),))
    if form is None:
        return None
    (table,) = split_codes([as_cells(grid)], form)
    layout = find_table_layout(table, form)
    lines = next(line_layouts(table, form, year), None)
    if layout is None and lines is None:
        return None
    first = max(found.first for found in (layout, lines) if found is not None)
    columns = max(len(cells) for _, cells in grid.rows[:first])
    moved = {line: len(cells) for line, cells in grid.rows[first:] if len(cells) > columns}
    findings = tuple(
        Finding("csv-width", Place(name, line), {"cells": count, "columns": columns}) for line, count in moved.items()
    )
    # Left out, for a figure that a comma has cut in two ('1,340') would be read as 1.
    return Tables((CellTable(tuple(row for row in table.rows if row[0] not in moved)),), findings=findings)
