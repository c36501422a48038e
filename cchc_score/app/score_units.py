"""Score units of a year, criterion by criterion."""

from collections.abc import Sequence

from cchc_score.app.choices import rows_of_units
from cchc_score.app.score_stage import scored_year
from cchc_score.results.unit_sheet import UnitSheets
from cchc_score.year.load import no_progress
from cchc_score.year.parallel import Progress
from cchc_score.year.source import YearSource


def score_units(
    source: YearSource, units: Sequence[str] = (), stage: str = "final", progress: Progress = no_progress
) -> UnitSheets:
    """The score sheets at a stage of the units named by code or name; of all units where none is named."""
    scored = scored_year(source, stage, progress)
    listed = scored.sheet.table.units
    return UnitSheets(scored, tuple(rows_of_units(listed, units) if units else range(len(listed))))
