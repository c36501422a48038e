"""The form `appraisal`: every mark and figure of a round, for those who appraise."""

from collections.abc import Sequence
from functools import partial

from cchc_score.app.export_tables import appraisal_rows, appraisal_workbook, plain_appraisal_tables
from cchc_score.forms.form_kind import FormKind, FormRequest, PreparedForm
from cchc_score.model import Unit
from cchc_score.office.csv_form import csv_texts
from cchc_score.office.form_sheet import FormSheet
from cchc_score.text import Lang
from cchc_score.year.load import whole_stages

_SIGNED = (("NGƯỜI THẨM ĐỊNH", "APPRAISED BY"), ("TM. HỘI ĐỒNG THẨM ĐỊNH", "FOR THE COUNCIL"))
_LETTERS = 8
"""The size of the letters of so wide a table, in points."""


def _prepared(asked: FormRequest) -> PreparedForm:
    stages, _ = whole_stages(asked.source, asked.progress)
    listed = stages.reported_table.units
    round = asked.round or max((entry.round for entry in stages.entries), default=1)
    rows = {listed[row].code: row for row in appraisal_rows(stages, asked.units)}

    def write(own: Sequence[Unit], kind: str) -> bytes:
        chosen = [rows[unit.code] for unit in own]
        if kind == "xlsx":
            return appraisal_workbook(stages, round, chosen, asked.lang)
        sheets = plain_appraisal_tables(stages, round, chosen, asked.lang)
        return csv_texts(sheets, asked.lang) if kind == "csv" else word_appraisal(sheets, asked.lang)

    return PreparedForm(tuple(listed[row] for row in rows.values()), write)


def word_appraisal(sheets: Sequence[FormSheet], lang: Lang) -> bytes:
    """The tables between the head and the foot of an official paper."""
    from cchc_score.forms.word_head import write_word_foot, write_word_head
    from cchc_score.office.word_form import word_forms

    head = partial(write_word_head, unit=None, lang=lang)
    return word_forms(sheets, lang, head, partial(write_word_foot, words=_SIGNED, lang=lang), _LETTERS)


APPRAISAL_FORM = FormKind("appraisal", _prepared, blank=False, together=True)
