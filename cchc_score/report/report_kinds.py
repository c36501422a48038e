"""A report as a file of one kind; the library that writes it is loaded only here."""

from cchc_score.results.year_report import YearReport
from cchc_score.text import Lang

REPORT_KINDS = {"xlsx": ".xlsx", "docx": ".docx", "pdf": ".pdf", "html": ".html"}
"""The kinds of files that a report can be, and how their names end."""


def report_bytes(report: YearReport, kind: str, lang: Lang) -> bytes:
    """A report as a file of a kind."""
    if kind in ("docx", "pdf"):
        from cchc_score.report.annex.report_annex import report_annex

        return report_annex(report, kind, lang)
    if kind == "html":
        from cchc_score.report.html.report_page import report_page

        return report_page(report, lang)
    from cchc_score.report.workbook.report_book import report_book

    return report_book(report, lang)
