"""The forms `survey`, `survey-answers` and `targets`: figures that others give, of all units in one file."""

from collections.abc import Callable, Sequence

from cchc_score.app.gather_figures import YearFigures, survey_figures, survey_papers, target_figures
from cchc_score.forms.form_kind import FormKind, FormRequest, PreparedForm
from cchc_score.model import Unit
from cchc_score.office.table_file import table_bytes
from cchc_score.year.parallel import Progress
from cchc_score.year.source import YearSource

Figures = Callable[[YearSource, Sequence[str], Progress], YearFigures]


def _prepared_by(figures: Figures, kind: str) -> Callable[[FormRequest], PreparedForm]:
    """What prepares a form of some figures for all units together."""

    def prepared(asked: FormRequest) -> PreparedForm:
        found = figures(asked.source, asked.units, asked.progress)

        def write(own: Sequence[Unit], file: str) -> bytes:
            return table_bytes(found.about(own).sheet(kind, asked.lang), file, asked.lang)

        return PreparedForm(tuple(unit for _, unit in found.units), write)

    return prepared


SURVEY_FORM = FormKind("survey", _prepared_by(survey_figures, "survey"), files=("xlsx", "docx", "csv"), by_unit=False)
PAPERS_FORM = FormKind(
    "survey-answers", _prepared_by(survey_papers, "survey-answers"), files=("xlsx", "docx", "csv"), by_unit=False
)
TARGETS_FORM = FormKind(
    "targets", _prepared_by(target_figures, "targets"), files=("xlsx", "docx", "csv"), by_unit=False
)
