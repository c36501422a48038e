"""One document of any shape as reports."""

from collections.abc import Mapping

from cchc_score.documents import Document, Grid, Lines, Tables
from cchc_score.intake.grids import from_grid
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
        return from_grid(document, name, form, indicators, year)
    if isinstance(document, Tables):
        return from_tables(document, name, form, indicators)
    return (from_record(document, name, form, indicators),)
