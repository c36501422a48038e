"""The review of a small year: its workbook, filled in as people do, read back, and taken into the reports."""

import io
from pathlib import Path

from openpyxl import load_workbook

from cchc_score.builtin.readers import read_toml_record, read_xlsx
from cchc_score.files.toml_file import read_toml
from cchc_score.intake.canonical_toml import report_toml
from cchc_score.intake.read_document import read_document
from cchc_score.intake.toml_reports import from_record
from cchc_score.office.workbook import write_workbook
from cchc_score.review.corrections import read_corrections
from cchc_score.review.read_files import read_files
from cchc_score.review.report_changes import changed_report, figure_changes
from cchc_score.review.review_columns import COLUMNS, FIGURES
from cchc_score.review.review_rows import review_rows
from cchc_score.review.review_workbook import review_sheets
from tests.appendix_files import FORM, INDICATORS, document, table, year_of
from tests.appraisal.filling import saved

TITLE = "PHỤ LỤC CẢI CÁCH HÀNH CHÍNH CỦA UBND XÃ HOẰNG CÁT"
UNIT = "15865"
NAME = "soat.xlsx"


def appendix(values=("", "27", "25", "120", "1"), kind="csv"):
    """The appendix of one commune as a reader gives it."""
    return document(kind, [TITLE, "Báo cáo năm 2023"], table(values=values))


def year(values=("", "27", "25", "120", "1"), name="a.csv"):
    """A year with one report."""
    return year_of((name, appendix(values)))


def rows_of(gathered):
    """The rows of the units of which anything is known."""
    places = [place for place, unit in enumerate(gathered.table.units) if unit.code == UNIT]
    return review_rows(gathered, places, FORM, INDICATORS)


def files_of(name, read, gathered):
    """The files of a year with one document."""
    return read_files(gathered, [read_document(read, name, FORM, INDICATORS, 2023)], (), FORM)


def workbook(gathered, lang="vi", files=(), paths=lambda name: None, folder=Path()):
    """The workbook of a review."""
    return write_workbook(review_sheets(files, rows_of(gathered), paths, folder, lang))


def filled(data, changes, author=""):
    """A workbook in which somebody has written: {indicator: {column: value}}; a text stays a text."""
    book = load_workbook(io.BytesIO(data))
    page = next(page for page in book.worksheets if page.title in FIGURES)
    if author:
        page["B2"] = author
    for row in page.iter_rows(min_row=7):
        cells = dict(zip(COLUMNS, row, strict=True))
        for role, value in changes.get(cells["indicator"].value, {}).items():
            cells[role].value = value
            if isinstance(value, str) and not value.startswith("="):
                cells[role].data_type = "s"
    return saved(book)


def read(data, by=""):
    """The corrections in a workbook, and what was found."""
    found = []
    return read_corrections(read_xlsx(data, NAME), NAME, INDICATORS, FORM, by, found), found


def report_text(gathered, lang="vi"):
    """The report that an import writes."""
    place = next(place for place, unit in enumerate(gathered.table.units) if unit.code == UNIT)
    return report_toml(gathered, place, 2023, "mau", (), lang)


def corrected(text, corrections):
    """A report after corrections: its text, what was changed, and what was found."""
    found = []
    file = read_toml(text.encode(), "15865.toml")
    changes = list(figure_changes(file, corrections, FORM, INDICATORS, found))
    after, made = changed_report(file, text, changes, found)
    return after, made, found


def facts(text):
    """The facts of a report by their codes."""
    report = from_record(read_toml_record(text.encode(), "15865.toml"), "15865.toml", FORM, INDICATORS)
    assert not report.findings
    return {fact.code: fact for fact in report.facts}
