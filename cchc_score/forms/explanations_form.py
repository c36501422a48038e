"""The form `explanations`: what a round has changed of a unit, and room for its answers."""

from collections.abc import Sequence

from cchc_score.app.choices import rows_of_units
from cchc_score.appraisal.answer_form import answer_form, answerable, last_answerable_round
from cchc_score.findings import Finding
from cchc_score.forms.form_kind import FormKind, FormRequest, PreparedForm
from cchc_score.model import Unit
from cchc_score.office.table_file import table_bytes
from cchc_score.year.load import whole_stages


def _prepared(asked: FormRequest) -> PreparedForm:
    stages, _ = whole_stages(asked.source, asked.progress)
    listed = stages.reported_table.units
    rows = rows_of_units(listed, asked.units) if asked.units else range(len(listed))
    round = asked.round or last_answerable_round(stages)
    changed = answerable(stages, round)

    def write(own: Sequence[Unit], kind: str) -> bytes:
        (unit,) = own
        return table_bytes(answer_form(stages, round, unit, changed[unit.code], asked.lang), kind, asked.lang)

    # Who was changed in nothing has nothing to answer.
    units = tuple(listed[row] for row in rows if listed[row].code in changed)
    return PreparedForm(units, write, Finding("answer-nothing"))


EXPLANATIONS_FORM = FormKind("explanations", _prepared, blank=False)
