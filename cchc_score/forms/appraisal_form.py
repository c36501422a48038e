"""The form `appraisal`: every mark and figure of a round, for those who appraise."""

from collections.abc import Sequence

from cchc_score.app.export_tables import appraisal_rows, appraisal_workbook
from cchc_score.forms.form_kind import FormKind, FormRequest, PreparedForm
from cchc_score.model import Unit
from cchc_score.year.load import whole_stages


def _prepared(asked: FormRequest) -> PreparedForm:
    stages, _ = whole_stages(asked.source, asked.progress)
    listed = stages.reported_table.units
    round = asked.round or max((entry.round for entry in stages.entries), default=1)
    rows = {listed[row].code: row for row in appraisal_rows(stages, asked.units)}

    def write(own: Sequence[Unit], kind: str) -> bytes:
        return appraisal_workbook(stages, round, [rows[unit.code] for unit in own], asked.lang)

    return PreparedForm(tuple(listed[row] for row in rows.values()), write)


APPRAISAL_FORM = FormKind("appraisal", _prepared, files=("xlsx",), blank=False, together=True)
