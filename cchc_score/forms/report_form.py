"""The form `report`: what a unit reports, row by row."""

from functools import partial

from cchc_score.forms.form_files import commune_forms
from cchc_score.forms.form_kind import FormKind

REPORT_FORM = FormKind("report", partial(commune_forms, figures=True, claims=False))
