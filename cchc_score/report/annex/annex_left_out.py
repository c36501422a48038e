"""What was not assessed: for nobody, or not for some units; with the reason, and the decision behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc_score.engine import not_chosen
from cchc_score.model import Criterion, Outcome
from cchc_score.pages.mark_cells import NO_POINTS
from cchc_score.pages.notes import inapplicable_words, outcome_words
from cchc_score.pages.page_table import PageColumn, page_table, points_cell
from cchc_score.report.annex.annex_document import AnnexPart, AnnexTable
from cchc_score.results.scored import ScoredStage
from cchc_score.rule_words import unheld
from cchc_score.text import Lang, pick

_USUAL, _LISTED = (9, 36, 10, 30, 28), (9, 29, 9, 42, 26)
"""The widths of the columns, and those where some lines name more than a few units."""
_FEW = 3
_UNSCORED = (Outcome.NOT_APPLICABLE, Outcome.PENDING, Outcome.MISSING, Outcome.FAILED)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A criterion without points of some units, and why; no rows for all units."""

    criterion: Criterion
    rows: tuple[int, ...]
    reason: str


def left_out_part(scored: ScoredStage, rows: Sequence[int], lang: Lang) -> AnnexPart:
    """One line for each criterion and reason: its maximum, the units, why."""
    units, every = scored.sheet.table.units, pick(lang, "Tất cả đơn vị", "All units")
    lines = list(_left_out(scored, rows, lang))
    columns: list[PageColumn[LeftOut]] = [
        PageColumn(pick(lang, "TT", "No."), lambda line: line.criterion.number, "code"),
        PageColumn(pick(lang, "Tiêu chí", "Criterion"), lambda line: line.criterion.title),
        PageColumn(
            pick(lang, "Điểm tối đa", "Maximum"),
            lambda line: points_cell(line.criterion.max_points, None, lang) if line.criterion.max_points else NO_POINTS,
            "points",
        ),
        PageColumn(
            pick(lang, "Đơn vị", "Units"),
            lambda line: every if line.rows == tuple(rows) else ", ".join(units[row].label for row in line.rows),
        ),
        PageColumn(pick(lang, "Lý do", "Reason"), lambda line: line.reason),
    ]
    title = pick(lang, "Nội dung không đánh giá, chưa có điểm", "What was not assessed or has no points yet")
    many = any(_FEW < len(line.rows) < len(rows) for line in lines)
    tables = (AnnexTable(page_table(columns, lines), _LISTED if many else _USUAL),) if lines else ()
    none = () if lines else (pick(lang, "Mọi tiêu chí đều được đánh giá.", "Every criterion was assessed."),)
    return AnnexPart("not-applicable", title, tables, lines=none)


def _left_out(scored: ScoredStage, rows: Sequence[int], lang: Lang) -> Iterator[LeftOut]:
    sheet = scored.sheet
    aside = {row: not_chosen(sheet.scheme, sheet.table, row) for row in rows}
    for criterion in sheet.scheme.leaves:
        reason = unheld(sheet.scheme, criterion)
        if reason is not None:
            yield LeftOut(criterion, tuple(rows), f"{pick(lang, 'không đánh giá', 'not held')}: {reason}")
            continue
        outcomes = sheet.criteria[criterion.number].outcome
        found: dict[str, list[int]] = {}
        for row in rows:
            outcome = Outcome(int(outcomes[row]))
            if outcome in _UNSCORED and criterion.number not in aside[row]:
                found.setdefault(_reason(scored, row, criterion, outcome, lang), []).append(row)
        yield from (LeftOut(criterion, tuple(own), words) for words, own in found.items())


def _reason(scored: ScoredStage, row: int, criterion: Criterion, outcome: Outcome, lang: Lang) -> str:
    """Why a criterion gives a unit no points: the paper that takes it out, or what became of it."""
    decision = scored.taken_out.get((row, criterion.number))
    if decision is not None:
        return f"{decision.reason} ({decision.decision})" if decision.decision else decision.reason
    if outcome == Outcome.NOT_APPLICABLE:
        return inapplicable_words((row, criterion.number) in scored.sheet.by_hand, lang)
    return outcome_words(outcome, lang)
