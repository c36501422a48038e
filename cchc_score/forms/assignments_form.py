"""The form `assignments`: who appraises which units and areas."""

from collections.abc import Sequence

from cchc_score.app.choices import rows_of_units
from cchc_score.appraisal.assignment_form import assignment_form
from cchc_score.forms.form_kind import FormKind, FormRequest, PreparedForm
from cchc_score.model import Unit
from cchc_score.office.table_file import table_bytes
from cchc_score.year.load import whole_stages


def _prepared(asked: FormRequest) -> PreparedForm:
    stages, _ = whole_stages(asked.source, asked.progress)
    listed = stages.reported_table.units
    rows = rows_of_units(listed, asked.units) if asked.units else range(len(listed))

    def write(own: Sequence[Unit], kind: str) -> bytes:
        return table_bytes(assignment_form(stages, asked.round, list(rows), asked.lang), kind, asked.lang)

    return PreparedForm(tuple(listed[row] for row in rows), write)


ASSIGNMENTS_FORM = FormKind("assignments", _prepared, files=("xlsx", "docx", "csv"), by_unit=False)
