"""A text as the report of one unit."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from cchc_score.documents import Lines
from cchc_score.findings import Finding, Place
from cchc_score.intake.form_rows import PrintedForm, form_report
from cchc_score.intake.prose import find_prose_figures
from cchc_score.intake.report_titles import said_above, title_at
from cchc_score.intake.reports import Report
from cchc_score.intake.said_units import said_units
from cchc_score.intake.tabbed_lines import in_columns, needs_columns
from cchc_score.intake.text_rows import TextAppendix, find_rows
from cchc_score.intake.text_sections import find_section_rows
from cchc_score.model import Form, Indicator

MAX_CHARACTERS = 4 * 1024 * 1024
"""A report of 77 rows has some 20,000 characters."""


def from_lines(document: Lines, name: str, form: Form | None, indicators: Mapping[str, Indicator]) -> Report:
    """The report in a text; what is wrong with it is among its findings."""
    if form is None:
        return Report(Place(name), "", findings=(Finding("text-form-absent", Place(name)),))
    if sum(len(line) for _, line in document.lines) > MAX_CHARACTERS:
        return Report(Place(name), "", findings=(Finding("file-too-large", Place(name), {"limit": 4}),))
    whole, form = form, _plain(form)
    unread = [table.name for table in whole.tables if in_columns(table)]
    if unread and not form.rows:
        names = tuple(unread) if whole.sections else (whole.title,)
        return Report(Place(name), "", findings=(Finding("text-table-unread", Place(name), {"names": names}),))
    printed = find_section_rows(document.lines, form) if form.sections else find_rows(document.lines, form)
    if not printed.rows and not printed.faults:
        args = {"form": form.title}
        return Report(Place(name), "", findings=(Finding("text-no-rows", Place(name), args),))
    prose = [line for line in document.lines if line[0] < printed.first_line]
    first = printed.rows[0].line if printed.rows else printed.first_line
    above = [line for line in document.lines if line[0] < first and line[1].strip()]
    noticed, said = [*_noticed(printed, name)], tuple(find_prose_figures(prose, form))
    if unread:
        noticed.append(Finding("text-table-unread", Place(name, 0, printed.unit), {"names": tuple(unread)}))
    appendix = PrintedForm(
        place=Place(name),
        unit=printed.unit,
        year=printed.year,
        rows=printed.rows,
        findings=noticed,
        prose_figures=said,
        periods=tuple(said_above(above, form)),
        units=said_units(above[: title_at(above, form)]),
    )
    return form_report(appendix, form, indicators)


def _plain(form: Form) -> Form:
    """A form without the tables that cannot be read where nothing but spaces parts columns."""
    if not needs_columns(form):
        return form
    plain = [table for table in form.tables if not in_columns(table)]
    names = {table.name for table in plain}
    rows = {code: row for code, row in form.rows.items() if row.section in names}
    return replace(form, rows=rows, sections=tuple(table for table in form.sections if table in plain))


def _noticed(printed: TextAppendix, name: str) -> Iterator[Finding]:
    for line, text in printed.unmatched:
        yield Finding("text-unmatched", Place(name, line, printed.unit), {"text": text[:80]})
    for line, code, args in printed.faults:
        yield Finding(code, Place(name, line, printed.unit), args)
    for line, row in printed.twice:
        yield Finding("text-row-twice", Place(name, line, printed.unit, row))
