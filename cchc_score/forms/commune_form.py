"""The form `commune`: what a unit reports and the points that it gives itself, in one workbook."""

from collections.abc import Sequence

from cchc_score.app.fill_forms import empty_form_year, form_year
from cchc_score.forms.form_kind import FormKind, FormRequest, PreparedForm
from cchc_score.model import Unit


def _prepared(asked: FormRequest) -> PreparedForm:
    # Loaded only for a command that writes one.
    from cchc_score.forms.commune_book import commune_books
    from cchc_score.forms.commune_plan import CommunePlan

    year = empty_form_year(asked.source) if asked.blank else form_year(asked.source, asked.units, asked.progress)
    book = commune_books(CommunePlan(year, asked.lang))

    def write(own: Sequence[Unit], kind: str) -> bytes:
        return book(own[0] if own else None)

    return PreparedForm(() if asked.blank else year.units, write)


COMMUNE_FORM = FormKind("commune", _prepared, files=("xlsx",))
