"""A document of tables as reports: its appendix, its lists of figures, and what in it is neither."""

from collections.abc import Mapping
from dataclasses import replace

from cchc_score.documents import Tables
from cchc_score.findings import Finding, Place
from cchc_score.intake.figure_list import headless_lists, listed_report, without_lists
from cchc_score.intake.report_tables import appendix_reports
from cchc_score.intake.reports import Report
from cchc_score.intake.self_score_headings import is_self_score
from cchc_score.intake.table_layouts import find_table_layout
from cchc_score.intake.wide_table import wide_table
from cchc_score.model import Form, Indicator

_NOTHING = frozenset({"text-form-absent", "text-no-rows"})
"""That a document shows nothing of a form."""


def from_tables(
    document: Tables, name: str, form: Form | None, indicators: Mapping[str, Indicator], year: int
) -> tuple[Report, ...]:
    """One report, or one for each unit where a table has a row or a column for each; what is wrong is a finding."""
    figures = _without_self_scores(document, form)
    headless = tuple(headless_lists(figures, name))
    found = _all_tables(figures, name, form, indicators, year)
    if headless:
        return (*found, Report(Place(name), "", findings=headless))
    alone = figures is not document and len(found) == 1 and {one.code for one in found[0].findings} & _NOTHING
    # In a folder of reports and self-scores a file need not hold both.
    return (Report(Place(name), "", findings=(Finding("report-self-score", Place(name)),)),) if alone else found


def _all_tables(
    document: Tables, name: str, form: Form | None, indicators: Mapping[str, Indicator], year: int
) -> tuple[Report, ...]:
    """The reports in the tables of figures of a document, and in its lists of figures."""
    document, lists = without_lists(document)
    document = _seen(document, name, form, indicators)
    if not lists:
        return appendix_reports(document, name, form, indicators, year)
    listed = listed_report(document, lists, name, indicators)
    found = appendix_reports(document, name, form, indicators, year)
    if len(found) == 1 and {one.code for one in found[0].findings} & _NOTHING:
        noticed = tuple(one for one in found[0].findings if one.code not in _NOTHING)
        return (replace(listed, findings=(*noticed, *listed.findings)),)
    if len(found) != 1:
        return (*found, listed)
    # Of one unit: with what its form gives it is one report.
    facts, findings = (*found[0].facts, *listed.facts), (*found[0].findings, *listed.findings)
    return (replace(found[0], facts=facts, findings=findings),)


def _without_self_scores(document: Tables, form: Form | None) -> Tables:
    """A document without its self-scores: a commune's workbook has them beside its figures, under the same numbers."""
    figures = tuple(table for table in document.tables if not is_self_score(table, form))
    return document if len(figures) == len(document.tables) else replace(document, tables=figures)


def _seen(document: Tables, name: str, form: Form | None, indicators: Mapping[str, Indicator]) -> Tables:
    """A document without its hidden sheets; a finding about each in which figures could stand."""
    hidden = [table for table in document.tables if table.hidden]
    if not hidden:
        return document
    told = [
        Finding("sheet-unread", Place(name, cell=table.name))
        for table in hidden
        if wide_table(table, form, indicators) is not None or (form and find_table_layout(table, form) is not None)
    ]
    findings = [one for one in document.findings if one.code != "sheet-hidden"]
    return replace(
        document, tables=tuple(table for table in document.tables if not table.hidden), findings=(*findings, *told)
    )
