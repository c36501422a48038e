"""Every criterion of a unit: how its points come about, what it cost, and what would have been full."""

from cchc_score.explain.why import Why
from cchc_score.formats import Sheet, TypedCell
from cchc_score.model import Outcome
from cchc_score.pages.mark_cells import certain_cell, reachable_cell
from cchc_score.pages.page_table import PageColumn, page_table, points_cell
from cchc_score.pages.result_words import full_words, result_words
from cchc_score.results.reasons import UnitReasons, working_words
from cchc_score.results.scored import ScoredStage
from cchc_score.text import Lang, pick


def criteria_sheet(result: UnitReasons, lang: Lang) -> Sheet:
    """One line a criterion."""
    scored = result.scored
    columns: list[PageColumn[Why]] = [
        PageColumn(pick(lang, "TT", "No."), lambda why: why.criterion.number, "code"),
        PageColumn(pick(lang, "Tiêu chí", "Criterion"), lambda why: why.criterion.title),
        PageColumn(pick(lang, "Điểm", "Points"), lambda why: _points_cell(scored, why, lang), "points"),
        PageColumn(pick(lang, "Tối đa", "Out of"), lambda why: reachable_cell(why.mark, lang), "points"),
        PageColumn(pick(lang, "Mất", "Lost"), lambda why: lost_cell(scored, why, lang), "points"),
        PageColumn(pick(lang, "Phép tính", "Working"), lambda why: _working(result, why, lang)),
        PageColumn(pick(lang, "Để đủ điểm", "For full points"), lambda why: full_words(scored, why, lang)),
    ]
    return page_table(columns, result.reasons, f"{result.unit.name} ({result.unit.code})")


def _points_cell(scored: ScoredStage, why: Why, lang: Lang) -> TypedCell:
    return certain_cell(why.mark, scored.decimals_at(why.criterion.number), lang)


def lost_cell(scored: ScoredStage, why: Why, lang: Lang) -> TypedCell:
    """The points that a criterion cost; a penalty costs what it takes, a bonus nothing."""
    kind = next(area.kind for area in scored.sheet.scheme.areas if area.code == why.criterion.area)
    # Nobody loses a bonus that was not earned: it is no part of what was reachable.
    if why.mark.outcome == Outcome.NOT_APPLICABLE or kind == "bonus":
        return TypedCell("", "points")
    lost = why.mark.low if kind == "penalty" else why.mark.reachable - why.mark.low
    if not lost:
        # A bare 0, so that '0,00' is left for a loss too small for its decimals.
        return TypedCell("0", "points", lost)
    return points_cell(lost, scored.decimals_at(why.criterion.number), lang)


def _working(result: UnitReasons, why: Why, lang: Lang) -> str:
    """The working, after the outcome where it is not simply that a rule scored."""
    # The outcome of a parent follows from its parts, which stand in the lines below.
    simple = why.mark.outcome == Outcome.SCORED or bool(why.criterion.parts)
    outcome = result_words(result.scored, why, lang) if why.by_hand or not simple else ""
    return "; ".join(part for part in (outcome, working_words(result, why, lang)) if part)
