"""The words of one criterion's result: its points, its outcome, and what would have given full points."""

from cchc_score.explain.why import Why
from cchc_score.explain.working import exact_words
from cchc_score.pages.mark_cells import certain_cell, reachable_cell
from cchc_score.pages.notes import hand_words, mark_outcome_words, taken_out_words
from cchc_score.pages.reason_words import change_words
from cchc_score.results.scored import ScoredStage
from cchc_score.rule_words import unheld, unheld_words
from cchc_score.sheet import Mark
from cchc_score.text import Lang, number, pick


def points_words(mark: Mark, decimals: int, lang: Lang) -> str:
    """Points of what was reachable: '1,36 / 2', with the most that they may become while figures are missing."""
    text = f"{certain_cell(mark, decimals, lang).text} / {reachable_cell(mark, lang).text}"
    if mark.high == mark.low:
        return text
    most = number(mark.high, decimals, lang)
    return f"{text} ({pick(lang, 'nhiều nhất', 'at most')} {most})"


def result_words(scored: ScoredStage, why: Why, lang: Lang) -> str:
    """The outcome of a criterion; a mark that a person set says so, and what the figures would have given."""
    # What makes all else not matter comes first: not held, then taken out, then what the rule found.
    reason = unheld(scored.sheet.scheme, why.criterion)
    if reason is not None:
        return unheld_words(reason, lang)
    if why.taken_out is not None:
        return taken_out_words(why.taken_out, lang)
    words = mark_outcome_words(why.mark, lang) or pick(lang, "đã chấm", "scored")
    if not why.by_hand:
        return words
    parts = [words, hand_words(scored.stage, why.mark.outcome, lang)]
    if why.exact is not None:
        parts.append(f"{pick(lang, 'theo số liệu', 'by the figures')} {exact_words(why.exact, lang)}")
    return ", ".join(part for part in parts if part)


def full_words(scored: ScoredStage, why: Why, lang: Lang) -> str:
    """What would have given full points, one change at a time; no figure changes what a council set."""
    # A unit can change its own claim; what a council set is out of its reach.
    if why.by_hand and scored.stage != "self" and why.mark.low != why.mark.reachable:
        ids = ", ".join(entry.id for entry, ending in why.entries if ending == "applied" and entry.criterion)
        return pick(
            lang,
            f"điểm do nội dung điều chỉnh {ids} ấn định, số liệu không thay đổi được",
            f"the mark is set by the entry {ids}, no figure changes it",
        )
    either = pick(lang, "; hoặc ", "; or ")
    return either.join(change_words(change, scored.sheet.scheme.indicators, lang) for change in why.full)
