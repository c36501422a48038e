"""The kinds of forms, by the word that asks for them: a kind is a module beside this one, and a line here."""

from collections.abc import Mapping

from cchc_score.forms.appraisal_form import APPRAISAL_FORM
from cchc_score.forms.assignments_form import ASSIGNMENTS_FORM
from cchc_score.forms.commune_form import COMMUNE_FORM
from cchc_score.forms.explanations_form import EXPLANATIONS_FORM
from cchc_score.forms.figure_forms import PAPERS_FORM, SURVEY_FORM, TARGETS_FORM
from cchc_score.forms.form_kind import FormKind
from cchc_score.forms.report_form import REPORT_FORM
from cchc_score.forms.self_score_form import SELF_SCORE_FORM
from cchc_score.forms.units_form import UNITS_FORM

FORM_KINDS: Mapping[str, FormKind] = {
    kind.name: kind
    for kind in (
        COMMUNE_FORM,
        REPORT_FORM,
        SELF_SCORE_FORM,
        EXPLANATIONS_FORM,
        APPRAISAL_FORM,
        ASSIGNMENTS_FORM,
        SURVEY_FORM,
        PAPERS_FORM,
        TARGETS_FORM,
        UNITS_FORM,
    )
}  # fmt: skip
"""In the order in which they are named where another is asked for."""
