"""A report as a file of one kind; the library that writes it is loaded only here."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cchc_score.files.disk import file_name
from cchc_score.results.year_report import PictureName, YearReport
from cchc_score.text import Lang

if TYPE_CHECKING:
    from cchc_score.report.annex.report_annex import OwnTemplate

REPORT_KINDS = {"xlsx": ".xlsx", "docx": ".docx", "pdf": ".pdf", "html": ".html", "svg": ".svg", "png": ".png"}
"""The kinds of files that a report can be, and how their names end."""
PICTURE_KINDS = frozenset({"svg", "png"})
"""The kinds that hold one picture of a report."""


def unit_files(
    report: YearReport, kind: str, lang: Lang, with_overview: bool, template: "OwnTemplate | None" = None
) -> Iterator[tuple[str, bytes]]:
    """A file of a kind for each unit of a report, by its name; pages of HTML with an overview that leads to them."""
    if kind != "html":
        for row, unit in zip(report.rows, report.units, strict=True):
            yield file_name(unit.code, REPORT_KINDS[kind]), report_bytes(report.about(row), kind, lang, template)
        return
    from cchc_score.report.html.report_page import OVERVIEW, overview_page, unit_pages

    if with_overview:
        yield OVERVIEW, overview_page(report, lang)
    yield from unit_pages(report, OVERVIEW if with_overview else "", lang)


def picture_bytes(report: YearReport, picture: PictureName, kind: str, lang: Lang) -> bytes:
    """A picture of a report as a file of a kind."""
    from cchc_score.report.html.picture_file import picture_png, picture_svg

    return (picture_svg if kind == "svg" else picture_png)(report, picture, lang)


def report_bytes(report: YearReport, kind: str, lang: Lang, template: "OwnTemplate | None" = None) -> bytes:
    """A report as a file of a kind; a Word document by an office's own template where there is one."""
    if kind in ("docx", "pdf"):
        from cchc_score.report.annex.report_annex import report_annex

        return report_annex(report, kind, lang, template)
    if kind == "html":
        from cchc_score.report.html.report_page import report_page

        return report_page(report, lang)
    from cchc_score.report.workbook.report_book import report_book

    return report_book(report, lang)
