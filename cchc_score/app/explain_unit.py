"""Explain why a unit has its index, or its points of one criterion."""

from cchc_score.app.choices import criterion_of, row_of_unit
from cchc_score.app.score_stage import scored_year
from cchc_score.results.reasons import UnitReasons, unit_reasons
from cchc_score.year.load import no_progress
from cchc_score.year.parallel import Progress
from cchc_score.year.source import YearSource


def explain_unit(
    source: YearSource, unit: str, criterion: str = "", stage: str = "final", progress: Progress = no_progress
) -> UnitReasons:
    """The reasons of a unit, named by code or name, at a stage; of all criteria where none is named."""
    scored = scored_year(source, stage, progress)
    number = criterion_of(scored.sheet.scheme, criterion)
    return unit_reasons(scored, row_of_unit(scored.sheet.table.units, unit), number)
