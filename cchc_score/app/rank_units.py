"""Rank the units of a year."""

from cchc_score.app.choices import kind_of_units, place_of
from cchc_score.app.score_stage import scored_year
from cchc_score.results.ranked_units import UnitRanking, ranking
from cchc_score.year.load import no_progress
from cchc_score.year.parallel import Progress
from cchc_score.year.source import YearSource


def rank_units(
    source: YearSource, by: str = "total", group: str | None = None, stage: str = "final",
    progress: Progress = no_progress,
) -> UnitRanking:  # fmt: skip
    """The ranking at a stage by total, area or criterion, of all units or of one kind of them."""
    scored = scored_year(source, stage, progress)
    place = place_of(scored.sheet.scheme, by)
    kind = kind_of_units(scored.sheet.table.units, group) if group is not None else None
    return ranking(scored, place, kind)
