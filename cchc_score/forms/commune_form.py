"""The form `commune`: what a unit reports and the points that it gives itself, in one file."""

from functools import partial

from cchc_score.forms.form_files import commune_forms
from cchc_score.forms.form_kind import FormKind

COMMUNE_FORM = FormKind("commune", partial(commune_forms, figures=True, claims=True), files=("xlsx", "docx"))
