"""What stands above the reasons of a criterion: its points in a sentence, what was lost, what was claimed."""

from collections.abc import Iterator
from fractions import Fraction

from cchc_score.appraisal.entry_states import mark_words
from cchc_score.explain.why import Why
from cchc_score.model import Outcome
from cchc_score.pages.all_criteria import lost_cell
from cchc_score.pages.mark_cells import certain_cell, reachable_cell
from cchc_score.pages.notes import mark_outcome_words, stage_words
from cchc_score.pages.result_words import points_words, result_words
from cchc_score.report.html.commune_head import signed
from cchc_score.report.html.headline import Figure
from cchc_score.results.reasons import UnitReasons
from cchc_score.results.scored import ScoredStage
from cchc_score.text import Lang, pick
from cchc_web.page_heads import PageHead


def reasons_head(result: UnitReasons, lang: Lang) -> PageHead:
    """What a unit has of one criterion, what it lost there, and what it had claimed."""
    scored, unit, (why,) = result.scored, result.unit, result.reasons
    stage = scored.stage if scored.stages is not None else "reported"
    outcome = result_words(scored, why, lang)
    # That it was scored is seen from its points.
    lede = "" if outcome == pick(lang, "đã chấm", "scored") else f"{outcome[0].upper()}{outcome[1:]}."
    return PageHead(
        over=f"{unit.name} · {unit.code} · {stage_words(stage, lang)}",
        title=f"{why.criterion.number} {why.criterion.title}: {_points_words(scored, why, lang)}",
        lede=lede,
        figures=tuple(_reasons_figures(scored, why, lang)),
    )


def _points_words(scored: ScoredStage, why: Why, lang: Lang) -> str:
    """The points within a sentence; the outcome of what gives none."""
    if why.mark.outcome == Outcome.NOT_APPLICABLE:
        return mark_outcome_words(why.mark, lang)
    points = certain_cell(why.mark, scored.decimals_at(why.criterion.number), lang).text
    if _kind(scored, why) == "penalty":
        return pick(lang, f"trừ {points} điểm", f"{points} points taken off")
    most = reachable_cell(why.mark, lang).text
    return pick(lang, f"{points} trên {most} điểm", f"{points} of {most} points")


def _reasons_figures(scored: ScoredStage, why: Why, lang: Lang) -> Iterator[Figure]:
    decimals, is_penalty = scored.decimals_at(why.criterion.number), _kind(scored, why) == "penalty"
    if why.mark.outcome != Outcome.NOT_APPLICABLE and not is_penalty:
        yield Figure(points_words(why.mark, decimals, lang), pick(lang, "điểm trên tối đa", "points of the maximum"))
    lost = lost_cell(scored, why, lang).value
    if isinstance(lost, Fraction) and lost:
        words = pick(lang, "điểm trừ", "points taken off") if is_penalty else pick(lang, "điểm mất", "points lost")
        yield Figure(signed(-lost, decimals, lang), words)
    if why.claim is not None:
        yield Figure(mark_words(why.claim.mark, lang), pick(lang, "tự chấm", "self-score"))


def _kind(scored: ScoredStage, why: Why) -> str:
    return next(area.kind for area in scored.sheet.scheme.areas if area.code == why.criterion.area)
