"""A table as a file of one of three kinds."""

from cchc_score.office.form_sheet import FormSheet
from cchc_score.text import Lang


def table_bytes(sheet: FormSheet, kind: str, lang: Lang) -> bytes:
    """A table as a file of a kind: xlsx, docx or csv; the library for it is loaded only here."""
    if kind == "xlsx":
        from cchc_score.office.workbook import write_workbook

        return write_workbook([sheet])
    if kind == "docx":
        from cchc_score.office.word_form import word_form

        return word_form(sheet, lang)
    from cchc_score.office.csv_form import csv_text

    return csv_text(sheet, lang)
