"""The form `self-score`: the table in which a unit gives itself points."""

from collections.abc import Sequence

from cchc_score.app.export_tables import self_score_table, units_of
from cchc_score.forms.form_kind import FormKind, FormRequest, PreparedForm
from cchc_score.model import Unit
from cchc_score.office.table_file import table_bytes


def _prepared(asked: FormRequest) -> PreparedForm:
    units = () if asked.blank else tuple(units_of(asked.source, asked.units, asked.progress))

    def write(own: Sequence[Unit], kind: str) -> bytes:
        table = self_score_table(asked.source, own[0] if own else None, asked.lang)
        return table_bytes(table, kind, asked.lang)

    return PreparedForm(units, write)


SELF_SCORE_FORM = FormKind("self-score", _prepared)
