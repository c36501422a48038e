"""Review an import: its figures as a workbook, in which somebody says what is right."""

from pathlib import Path

from cchc_score.app.import_documents import Imported
from cchc_score.office.workbook import write_workbook
from cchc_score.review.file_links import FilePaths
from cchc_score.review.review_rows import review_rows
from cchc_score.review.review_workbook import review_sheets
from cchc_score.text import Lang


def review_workbook(imported: Imported, paths: FilePaths, folder: Path, lang: Lang) -> bytes:
    """The workbook of an import; `paths` knows where its files stand, to which links lead from a folder."""
    year = imported.year
    assert year is not None, "an import knows the year that it has read"
    codes = {report.unit.code for report in imported.reports}
    units = [place for place, unit in enumerate(year.gathered.table.units) if unit.code in codes]
    rows = review_rows(year.gathered, units, year.rules.form, year.rules.scheme.indicators)
    return write_workbook(review_sheets(imported.files, rows, paths, folder, lang))
