"""The commands `rank` and `score`."""

from collections.abc import Sequence

from cchc_score.app.rank_units import rank_units
from cchc_score.cli.exits import Exit
from cchc_score.cli.run import Options, end_scored, worded_requests, write_page
from cchc_score.formats import Page
from cchc_score.pages.rank_page import rank_page
from cchc_score.results.ranked_units import UnitRanking
from cchc_score.text import Lang


def rank(options: Options, by: str, group: str | None, parts: bool, stage: str) -> Exit:
    """Print the ranking, or its areas in their parts."""
    source = options.source()
    with worded_requests():
        ranking = rank_units(source, by, group, stage, options.console.progress)
    # A table without any figure would look like a result; that there is nothing to score is told below.
    if ranking.scored.has_figures:
        page = _parts_page(ranking, options.lang) if parts else rank_page(ranking, options.lang)
        write_page(page, options, source.registry)
    return end_scored(options, ranking.scored)


def _parts_page(ranking: UnitRanking, lang: Lang) -> Page:
    # Loaded only for who asks for the parts.
    from cchc_score.pages.parts_page import parts_page
    from cchc_score.results.area_parts import area_parts

    return parts_page(ranking, area_parts(ranking.scored), lang)


def score_sheets(options: Options, units: Sequence[str], stage: str) -> Exit:
    """Print the score sheets of all units, or of those named."""
    # A ranking, which is what most runs print, starts faster without score sheets.
    from cchc_score.app.score_units import score_units
    from cchc_score.pages.score_page import score_page

    source = options.source()
    with worded_requests():
        sheets = score_units(source, units, stage, options.console.progress)
    if sheets.scored.has_figures:
        write_page(score_page(sheets, options.lang), options, source.registry)
    return end_scored(options, sheets.scored)
