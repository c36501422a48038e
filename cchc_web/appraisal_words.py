"""Words of the appraiser's pages: filters, places, and what a save has moved."""

from collections.abc import Iterator, Mapping, Sequence

from cchc_score.app.appraisal_desk import CellFilter
from cchc_score.app.cell_effects import Effect, MovedCell
from cchc_score.appraisal.entry_states import mark_words
from cchc_score.findings import Words
from cchc_score.model import Unit
from cchc_score.sheet import HandMark, Mark, ScoreSheet
from cchc_score.text import Lang, number, pick

FILTER_WORDS: Mapping[CellFilter, Words] = {
    "unseen": Words("Chưa xem", "Not looked at"),
    "differs": Words("Tự chấm lệch số liệu", "Self-score unlike figures"),
    "no-evidence": Words("Không minh chứng", "No evidence"),
    "question": Words("Có hỏi đáp", "With a question"),
    "explained": Words("Có giải trình", "Explained"),
    "conflict": Words("Xung đột", "In conflict"),
}
MOST_NAMED = 5


def points_of(mark: Mark, lang: Lang) -> str:
    """The certain points of a mark, exactly; the word for what has none."""
    return mark_words(HandMark(mark.outcome, mark.low), lang)


def total_words(mark: Mark, lang: Lang) -> str:
    """A total and its index, as pages print both."""
    index = number(mark.index, 2, lang) if mark.index is not None else "-"
    return pick(
        lang,
        f"{number(mark.low, None, lang)} điểm, chỉ số {index}",
        f"{number(mark.low, None, lang)} points, index {index}",
    )


def place_of_unit(sheet: ScoreSheet, row: int, lang: Lang) -> str:
    """What a unit has so far, and its place."""
    rank = int(sheet.ranks[row])
    place = pick(lang, f", hạng {rank}", f", place {rank}") if rank else ""
    return f"{total_words(sheet.mark(row, sheet.total), lang)}{place}"


def effect_words(effect: Effect, units: Sequence[Unit], lang: Lang) -> str:
    """What a change moved: the cell, the unit, its place, and which others."""
    return " ".join(_effect_parts(effect, units, lang))


def _effect_parts(effect: Effect, units: Sequence[Unit], lang: Lang) -> Iterator[str]:
    cell = _moved(effect.cell, lang)
    yield pick(lang, f"Điểm của ô: {cell}.", f"Points of the cell: {cell}.")
    total = _total_moved(effect.total, lang)
    yield pick(lang, f"Cả đơn vị: {total}.", f"The whole unit: {total}.")
    before, after = (str(rank) if rank else "-" for rank in effect.ranks)
    if before != after:
        yield pick(lang, f"Hạng: {before} → {after}.", f"Place: {before} → {after}.")
    elif after != "-":
        yield pick(lang, f"Hạng vẫn là {after}.", f"Place {after} as before.")
    if effect.others:
        names = [f"{units[row].name} ({_total_moved(change, lang)})" for row, change in effect.others.items()]
        listed = ", ".join(names[:MOST_NAMED])
        more = len(names) - MOST_NAMED
        rest = pick(lang, f" và {more} đơn vị khác", f" and {more} more") if more > 0 else ""
        yield pick(lang, f"Kéo theo: {listed}{rest}.", f"It moves also: {listed}{rest}.")


def _moved(change: MovedCell, lang: Lang) -> str:
    return _arrow(points_of(change.before, lang), points_of(change.after, lang))


def _total_moved(change: MovedCell, lang: Lang) -> str:
    """The points of a total, also of one in which something is still missing; with the maximum where that moved."""
    low, most = (
        [number(getattr(mark, part), None, lang) for mark in (change.before, change.after)]
        for part in ("low", "reachable")
    )
    if most[0] != most[1]:
        low = [f"{points}/{of}" for points, of in zip(low, most, strict=True)]
    return _arrow(*low)


def _arrow(before: str, after: str) -> str:
    return f"{before} → {after}" if before != after else after
