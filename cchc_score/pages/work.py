"""The columns that the work of a year adds to a score sheet: self-score, figures, appraisal, survey, reasons."""

from collections.abc import Sequence
from fractions import Fraction

from cchc_score.appraisal.claims import given_by_others
from cchc_score.appraisal.nouns import Entry
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.survey import surveyed as surveyed_leaves
from cchc_score.formats import Heading
from cchc_score.model import Outcome
from cchc_score.pages.context import Context
from cchc_score.sheet import Mark, ScoreSheet
from cchc_score.text import Lang, number, pick


def work_headings(lang: Lang) -> tuple[Heading, ...]:
    """The headings of the columns."""
    return (
        Heading(pick(lang, "Tự chấm", "Self-score"), "right"),
        Heading(pick(lang, "Theo số liệu", "By figures"), "right"),
        Heading(pick(lang, "Thẩm định", "Appraised"), "right"),
        Heading(pick(lang, "Điều tra", "Survey"), "right"),
        Heading(pick(lang, "Chênh lệch", "Difference"), "right"),
        Heading(pick(lang, "Lý do", "Reason")),
    )


def work_cells(context: Context, stages: Stages, row: int, place: str) -> tuple[str, ...]:
    """The cells of a criterion, an area or the total; the difference is the sheet's points less the self-score."""
    leaf = stages.scheme.criteria.get(place)
    own, here = _mark(stages.self_scored, row, place), _mark(context.sheet, row, place)
    claimable = leaf is None or not leaf.is_leaf or not given_by_others(leaf, stages.scheme, stages.methods)
    surveyed = place in surveyed_leaves(stages.scheme, stages.methods)
    reasons = "; ".join(reason_words(one, context.lang) for one in entries_for(context, stages, row, place))
    return (
        _points(context, own) if claimable else "",
        _points(context, _mark(stages.reported, row, place)) if claimable else "",
        "" if surveyed else _points(context, _mark(stages.appraised, row, place)),
        _points(context, _mark(stages.final, row, place)) if surveyed else "",
        _signed(context, here.low - own.low) if claimable and own.outcome == Outcome.SCORED else "",
        reasons,
    )


def entries_for(context: Context, stages: Stages, row: int, place: str) -> Sequence[Entry]:
    """The entries that count for a criterion: about itself, or about a figure that decides it."""
    code = context.sheet.table.units[row].code
    facts = context.facts.get(place, ())
    return [
        one
        for one in stages.rounds[-1].applied
        if one.unit == code and (one.criterion == place or (one.indicator and one.indicator in facts))
    ]


def reason_words(entry: Entry, lang: Lang) -> str:
    """Why an entry was made, by whom and when."""
    round_words = pick(lang, f"vòng {entry.round}", f"round {entry.round}")
    return f"{round_words}: {entry.reason} ({entry.by}, {entry.on:%d/%m/%Y})"


def _mark(sheet: ScoreSheet, row: int, place: str) -> Mark:
    return sheet.mark(row, sheet.at(place))


def _points(context: Context, mark: Mark) -> str:
    if mark.outcome in (Outcome.MISSING, Outcome.PENDING) and not mark.low:
        return "?"
    return "-" if mark.outcome == Outcome.NOT_APPLICABLE else number(mark.low, context.decimals, context.lang)


def _signed(context: Context, value: Fraction) -> str:
    if not value:
        return "0"
    return ("+" if value > 0 else "") + number(value, context.decimals, context.lang)
