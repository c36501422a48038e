"""The report of a year as one workbook."""

import io
from typing import Any

from cchc_score.office.repacked import library_absent
from cchc_score.pages.rank_page import rank_page
from cchc_score.results.year_report import YearReport
from cchc_score.text import Lang


def report_book(report: YearReport, lang: Lang) -> bytes:
    """The workbook with every piece of a report."""
    try:
        import xlsxwriter
    except ImportError:
        raise library_absent("report") from None
    stream = io.BytesIO()
    book: Any = xlsxwriter.Workbook(stream, {"in_memory": True})
    page = rank_page(report.ranking, lang)
    for sheet in page.sheets:
        tab = book.add_worksheet()
        for at, row in enumerate(sheet.rows):
            for column, text in enumerate(row):
                tab.write_string(at, column, text)
    book.close()
    return stream.getvalue()
