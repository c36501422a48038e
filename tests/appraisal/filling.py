"""Fills the workbook of an appraisal as people do, and reads it."""

import io
from datetime import date
from fractions import Fraction

from openpyxl import load_workbook

from cchc_score.appraisal.work_context import work_context
from cchc_score.appraisal.workbook_columns import COLUMNS
from cchc_score.appraisal.workbook_export import appraisal_rows, round_start
from cchc_score.appraisal.workbook_import import AppraisalSession, read_workbook
from cchc_score.builtin.readers import read_xlsx
from cchc_score.intake.unit_lookup import UnitLookup
from cchc_score.office.workbook import write_workbook

DAY = date(2023, 12, 20)
ASKED = AppraisalSession(1, "Hội đồng", DAY)


def exported(stages, round=1, lang="vi"):
    """The workbook of a round, of all units."""
    rows = range(len(stages.reported_table.units))
    return write_workbook(appraisal_rows(stages, round_start(stages, round), rows, lang).sheets(stages, round, lang))


def filled(data, changes, number_format=None):
    """A workbook in which cells are others: {(about, unit, target): {column: value}}."""
    book = load_workbook(io.BytesIO(data))
    for page, about in zip(book.worksheets, ("criterion", "indicator"), strict=True):
        roles = roles_of(page, about)
        for row in page.iter_rows():
            values = dict(zip(roles, row, strict=True))
            target = about, values["unit"].value, values[about].value
            for role, value in changes.get(target, {}).items():
                put(values[role], value)
                if number_format and role == "new":
                    values[role].number_format = number_format
    return saved(book)


def roles_of(page, about):
    """What each column of a sheet holds, by its headings."""
    named = {words[lang]: role for role, words in COLUMNS[about].items() for lang in (0, 1)}
    head = next(row for row in page.iter_rows(values_only=True) if row[0] in COLUMNS[about]["unit"])
    return [named[text] for text in head]


def put(cell, value):
    """Type a value into a cell; a text stays a text."""
    cell.value = float(value) if isinstance(value, Fraction) else value
    if isinstance(value, str):
        cell.data_type = "s"


def saved(book):
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(data, stages, asked=ASKED, name="tham-dinh.xlsx"):
    """What a workbook asks for."""
    units = stages.reported_table.units
    start = round_start(stages, asked.round)

    def expected(lang):
        return appraisal_rows(stages, start, range(len(units)), lang)

    known = work_context(stages.scheme, UnitLookup(units, units))
    return read_workbook(read_xlsx(data, name), name, known, start, expected, asked)
