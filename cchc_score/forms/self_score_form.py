"""The form `self-score`: the table in which a unit gives itself points."""

from functools import partial

from cchc_score.forms.form_files import commune_forms
from cchc_score.forms.form_kind import FormKind

SELF_SCORE_FORM = FormKind("self-score", partial(commune_forms, figures=False, claims=True))
