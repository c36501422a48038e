"""The form `units`: the list of units of the year."""

from collections.abc import Sequence

from cchc_score.app.choices import rows_of_units
from cchc_score.app.export_tables import units_of
from cchc_score.forms.form_kind import FormKind, FormRequest, PreparedForm
from cchc_score.intake.units_file import units_form
from cchc_score.model import Unit
from cchc_score.office.table_file import table_bytes


def _prepared(asked: FormRequest) -> PreparedForm:
    # Also those that are gone: the list says until when they were there.
    listed = asked.source.units() or units_of(asked.source, (), asked.progress)
    units = [listed[row] for row in rows_of_units(listed, asked.units)] if asked.units else listed
    year = asked.source.rules().scheme.period

    def write(own: Sequence[Unit], kind: str) -> bytes:
        return table_bytes(units_form(own, year, asked.lang), kind, asked.lang)

    return PreparedForm(tuple(units), write)


UNITS_FORM = FormKind("units", _prepared, files=("xlsx", "csv"), by_unit=False)
