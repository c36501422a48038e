"""The columns that the work of a year adds to a score sheet: self-score, figures, appraisal, survey, reasons."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from cchc_score.appraisal.appraisal_model import Entry
from cchc_score.formats import TypedCell
from cchc_score.model import Outcome, Scheme
from cchc_score.pages.mark_cells import certain_cell, signed_cell
from cchc_score.pages.page_table import PageColumn
from cchc_score.results.scored import ScoredStage
from cchc_score.sheet import Mark, ScoreSheet
from cchc_score.text import Lang, pick

if TYPE_CHECKING:
    from cchc_score.appraisal.stages import Stages

Item = TypeVar("Item")
_EMPTY = TypedCell("", "points")


@dataclass(frozen=True, slots=True)
class WorkCells:
    """What the work of a year says of a criterion, an area or the total of a unit.

    Others than the units give some criteria points: of these there is no self-score. What a survey decides is
    appraised by nobody, and only it has points from the survey. `difference` is the sheet's points less the
    self-score.
    """

    self_score: TypedCell
    by_figures: TypedCell
    appraised: TypedCell
    survey: TypedCell
    difference: TypedCell
    reason: str


def work_columns(work: Callable[[Item], WorkCells], lang: Lang) -> list[PageColumn[Item]]:
    """The columns, in their order, for lines of which `work` gives the cells."""
    return [
        PageColumn(pick(lang, "Điểm tự chấm", "Self-score"), lambda line: work(line).self_score, "points"),
        PageColumn(pick(lang, "Theo số liệu", "By figures"), lambda line: work(line).by_figures, "points"),
        PageColumn(pick(lang, "Thẩm định", "Appraised"), lambda line: work(line).appraised, "points"),
        PageColumn(pick(lang, "Điều tra", "Survey"), lambda line: work(line).survey, "points"),
        PageColumn(pick(lang, "Chênh lệch", "Difference"), lambda line: work(line).difference, "points"),
        PageColumn(pick(lang, "Lý do", "Reason"), lambda line: work(line).reason),
    ]


def work_cells(scored: ScoredStage, stages: "Stages", row: int, place: str, lang: Lang) -> WorkCells:
    """The cells of a criterion by its number, an area by its code, or 'total'."""
    # Every score page loads this module, also that of a year of reports alone, which starts faster without these.
    from cchc_score.appraisal.claims import given_by_others
    from cchc_score.appraisal.survey import survey_leaves

    criterion = stages.scheme.criteria.get(place)
    # Areas, the total and parents are sums, which are shown in any case.
    claimable = (
        criterion is None or not criterion.is_leaf or not given_by_others(criterion, stages.scheme, stages.methods)
    )
    by_survey = place in survey_leaves(stages.scheme, stages.methods)
    appraised, survey = _sheets_at(scored, stages)
    # A stage is scored when its sheet is first asked for, so only the sheets that are shown are.
    return WorkCells(
        self_score=_points(stages.self_scored, row, place, lang) if claimable else _EMPTY,
        by_figures=_points(stages.reported, row, place, lang) if claimable else _EMPTY,
        appraised=_EMPTY if by_survey or appraised is None else _points(appraised, row, place, lang),
        survey=_points(survey, row, place, lang) if by_survey and survey is not None else _EMPTY,
        difference=_difference(scored.sheet, stages.self_scored, row, place, lang) if claimable else _EMPTY,
        reason="; ".join(_reason(entry, lang) for entry in _entries(scored, stages, row, place)),
    )


def _sheets_at(scored: ScoredStage, stages: "Stages") -> tuple[ScoreSheet | None, ScoreSheet | None]:
    """The sheets of the appraisal and of the survey as far as a stage has come; None where it has not come to them."""
    if scored.stage in ("reported", "self"):
        return None, None
    # What a later round gives is not known yet.
    if scored.stage.startswith("round-"):
        return scored.sheet, None
    return stages.appraised, stages.final if scored.stage == "final" else None


def _entries(scored: ScoredStage, stages: "Stages", row: int, place: str) -> Sequence[Entry]:
    """The entries that count for a criterion: about itself, or about a figure that decides it."""
    code = scored.sheet.table.units[row].code
    facts = scored.facts.get(place, ())
    return [
        entry
        for entry, ending in stages.endings(scored.stage)
        if ending in ("applied", "overruled")
        and entry.unit == code
        and (entry.criterion == place or (entry.indicator and entry.indicator in facts))
    ]


def _reason(entry: Entry, lang: Lang) -> str:
    """Why an entry was made, by whom and when."""
    round_words = pick(lang, f"vòng {entry.round}", f"round {entry.round}")
    return f"{round_words}: {entry.reason} ({entry.by}, {entry.on:%d/%m/%Y})"


def _mark(sheet: ScoreSheet, row: int, place: str) -> Mark:
    return sheet.mark(row, sheet.at(place))


def _points(sheet: ScoreSheet, row: int, place: str, lang: Lang) -> TypedCell:
    mark = _mark(sheet, row, place)
    # What is certain already is shown, even while other parts are open.
    if mark.outcome in (Outcome.MISSING, Outcome.PENDING) and not mark.low:
        return TypedCell("?", "points")
    return certain_cell(mark, sheet.scheme.printed_decimals(place), lang)


def _difference(shown: ScoreSheet, claimed: ScoreSheet, row: int, place: str, lang: Lang) -> TypedCell:
    # Loaded only where people have worked: a ranking of reports alone compares nothing.
    from cchc_score.pages.difference_words import as_printed

    decimals = shown.scheme.printed_decimals(place)
    mine, theirs = _mark(shown, row, place), _mark(claimed, row, place)
    if mine.outcome == theirs.outcome == Outcome.SCORED:
        return signed_cell(as_printed(mine.low, decimals) - as_printed(theirs.low, decimals), None, lang)
    # Of a sum, what both have scored; what is not claimed, or not given yet, is no difference.
    changes = []
    for sign, number in _lines(shown.scheme, place):
        given, own = _mark(shown, row, number), _mark(claimed, row, number)
        if given.outcome == own.outcome == Outcome.SCORED:
            changes.append(sign * (given.low - own.low))
    return signed_cell(as_printed(sum(changes, Fraction(0)), decimals), None, lang) if changes else _EMPTY


def _lines(scheme: Scheme, place: str) -> list[tuple[int, str]]:
    """The criteria that add up to the total, an area or a sum, each with the sign with which it does."""
    from cchc_score.explain.line_pairs import pair_lines

    penalties = {area.code for area in scheme.areas if area.kind == "penalty"}
    found = []
    for pair in pair_lines(scheme, scheme):
        criterion = scheme.criteria[pair.after or ""]
        if place in ("total", criterion.area):
            found.append((-1 if criterion.area in penalties else 1, criterion.number))
        elif criterion.number.startswith(f"{place}."):
            found.append((1, criterion.number))
    return found
