"""Fill in forms: what a year knows of its units so far, before they send anything more."""

from collections.abc import Mapping, Sequence

from cchc_score.app.choices import rows_of_units
from cchc_score.app.score_stage import score_stage
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.survey import without_survey
from cchc_score.engine import score
from cchc_score.facts import Table
from cchc_score.facts import table as facts_table
from cchc_score.model import Unit, Value
from cchc_score.results.form_year import FormYear
from cchc_score.text import alphabetical
from cchc_score.year.last_year import rows_before
from cchc_score.year.load import no_progress, read_whole_year
from cchc_score.year.parallel import Progress
from cchc_score.year.source import YearRules, YearSource

NOBODY = Unit("", "")
"""The unit of a form for nobody in particular."""


def form_year(source: YearSource, words: Sequence[str] = (), progress: Progress = no_progress) -> FormYear:
    """The year for the forms of the units named by code or name, or of all; a ReportError tells what is unreadable."""
    year, staged = read_whole_year(source, progress)
    scored = score_stage(year, staged, "reported")
    units = scored.sheet.table.units
    rows = rows_of_units(units, words) if words else range(len(units))
    return FormYear(
        sheet=scored.sheet,
        methods=scored.methods,
        form=year.rules.form,
        rows=tuple(sorted(rows, key=lambda row: (alphabetical(units[row].name), row))),
        claims=staged.stages.claims if staged.stages else {},
        before=figures_before(source, scored.sheet.table, progress),
        letterhead=year.rules.letterhead,
    )


def empty_form_year(source: YearSource) -> FormYear:
    """The year for forms of nobody in particular: nobody's reports are read."""
    rules = source.rules()
    scheme, methods = rules.scheme, rules.registry.methods
    if rules.no_survey:
        scheme, _ = without_survey(scheme, methods, rules.no_survey)
    sheet = score(scheme, methods, facts_table((NOBODY,), scheme.indicators, {}))
    return FormYear(sheet=sheet, methods=methods, form=rules.form, rows=(0,), letterhead=rules.letterhead)


def unit_form_year(rules: YearRules, stages: Stages, row: int, before: Mapping[tuple[int, str], Value]) -> FormYear:
    """The year for the forms of the unit in a row, of a year that is read already."""
    return FormYear(
        sheet=stages.reported,
        methods=stages.methods,
        form=rules.form,
        rows=(row,),
        claims=stages.claims,
        before=before,
        letterhead=rules.letterhead,
    )


def figures_before(source: YearSource, table: Table, progress: Progress) -> Mapping[tuple[int, str], Value]:
    """The reported figures of the year before, where it is kept, by the rows and indicators of this one."""
    before = source.last_year()
    if before is None:
        return {}
    year, _ = read_whole_year(before[1], progress)
    last = year.gathered.table
    return {
        (row, code): last.value(there, code)
        for row, there in enumerate(rows_before(table.units, last.units))
        for code in last.columns
        if there is not None and last.known(there, code)
    }
