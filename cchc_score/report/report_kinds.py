"""A report as a file of one kind; the library that writes it is loaded only here."""

from typing import TYPE_CHECKING

from cchc_score.results.year_report import YearReport
from cchc_score.text import Lang

if TYPE_CHECKING:
    from cchc_score.report.annex.report_annex import OwnTemplate

REPORT_KINDS = {"xlsx": ".xlsx", "docx": ".docx", "pdf": ".pdf"}
"""The kinds of files that a report can be, and how their names end."""


def report_bytes(report: YearReport, kind: str, lang: Lang, template: "OwnTemplate | None" = None) -> bytes:
    """A report as a file of a kind; a Word document by an office's own template where there is one."""
    if kind in ("docx", "pdf"):
        from cchc_score.report.annex.report_annex import report_annex

        return report_annex(report, kind, lang, template)
    from cchc_score.report.workbook.report_book import report_book

    return report_book(report, lang)
