"""What the appraisal changed of the self-scores: points before and after, why, and what the unit answered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cchc_score.appraisal.appraisal_model import Entry, Explanation
from cchc_score.explain.why import Reasons
from cchc_score.formats import TypedCell
from cchc_score.model import Criterion, Outcome
from cchc_score.pages.mark_cells import NO_POINTS, certain_cell, signed_cell
from cchc_score.pages.notes import outcome_words, taken_out_words
from cchc_score.pages.page_table import PageColumn, count_cell, page_table
from cchc_score.points import fits
from cchc_score.report.annex.annex_document import AnnexPart, AnnexTable
from cchc_score.results.reasons import UnitReasons, working_words
from cchc_score.results.scored import ScoredStage
from cchc_score.sheet import HandMark, Mark
from cchc_score.text import Lang, pick

_EMPTY = TypedCell("", "points")


@dataclass(frozen=True, slots=True)
class ChangedPoints:
    """A criterion of a unit that the appraisal gives other points than the unit; `claimed` is None for no claim."""

    place: int
    row: int
    criterion: Criterion
    claimed: HandMark | None
    given: Mark
    entries: tuple[Entry, ...]
    answers: tuple[Explanation, ...]


def changes_part(scored: ScoredStage, rows: Sequence[int], lang: Lang) -> AnnexPart:
    """One line for each criterion of a unit whose points are not those claimed, or about which there is an entry."""
    units = scored.sheet.table.units
    lines = list(changed_points(scored, rows))
    source = Reasons(scored.sheet, scored.methods)
    columns: list[PageColumn[ChangedPoints]] = [
        PageColumn(pick(lang, "TT", "No."), lambda line: count_cell(line.place, lang), "count"),
        PageColumn(pick(lang, "Đơn vị", "Unit"), lambda line: units[line.row].label),
        PageColumn(pick(lang, "Tiêu chí", "Criterion"), lambda line: f"{line.criterion.number} {line.criterion.title}"),
        PageColumn(pick(lang, "Tự chấm", "Self-score"), lambda line: claimed_cell(scored, line, lang), "points"),
        PageColumn(pick(lang, "Thẩm định", "Appraised"), lambda line: given_cell(scored, line, lang), "points"),
        PageColumn(pick(lang, "Chênh lệch", "Difference"), lambda line: change_cell(scored, line, lang), "points"),
        PageColumn(
            pick(lang, "Lý do điều chỉnh", "Reason"),
            lambda line: several(_reasons(scored, line, source, lang)),
        ),
        PageColumn(
            pick(lang, "Giải trình của đơn vị", "Answer of the unit"),
            lambda line: several([answer_words(answer) for answer in line.answers]),
        ),
    ]
    widths = (6, 22, 34, 10, 10, 10, 36, 26)
    title = pick(lang, "Điểm được điều chỉnh khi thẩm định", "Points changed by the appraisal")
    tables = (AnnexTable(page_table(columns, lines), widths),) if lines else ()
    none = () if lines else (pick(lang, "Không có điểm nào được điều chỉnh.", "No points were changed."),)
    return AnnexPart("changes", title, tables, lines=none, wide=True)


def _reasons(scored: ScoredStage, line: ChangedPoints, source: Reasons, lang: Lang) -> list[str]:
    """What people gave as reasons; where nobody did, what the rule makes of the figures."""
    decision = scored.taken_out.get((line.row, line.criterion.number))
    first = [taken_out_words(decision, lang)] if decision is not None else []
    return [*first, *(entry_words(entry, lang) for entry in line.entries)] or _by_rule(scored, line, source, lang)


def _by_rule(scored: ScoredStage, line: ChangedPoints, source: Reasons, lang: Lang) -> list[str]:
    number = line.criterion.number
    why = source.why(line.row, number, with_full=False)
    working = working_words(UnitReasons(scored, line.row, number, (why,), source), why, lang)
    told = f"{pick(lang, 'Theo số liệu', 'By the figures')}: {working}" if working else ""
    return [words for words in (outcome_words(line.given.outcome, lang), told) if words]


def changed_points(scored: ScoredStage, rows: Sequence[int]) -> Iterator[ChangedPoints]:
    """The criteria of some units, in the order of the rows, that have other points than were claimed, or entries."""
    stages = scored.stages
    if stages is None:
        return
    entries, answers, place = entries_by_criterion(scored), _answers(scored), 0
    for row in rows:
        for criterion in scored.sheet.scheme.leaves:
            claim = stages.claims.get((row, criterion.number))
            mark = scored.sheet.mark(row, scored.sheet.criteria[criterion.number])
            own = entries.get((row, criterion.number), ())
            if own or (claim is not None and _differ(claim.mark, mark)):
                place += 1
                told = tuple(answer for entry in own for answer in answers.get((entry.unit, entry.id), ()))
                claimed = claim.mark if claim else None
                yield ChangedPoints(
                    place=place,
                    row=row,
                    criterion=criterion,
                    claimed=claimed,
                    given=mark,
                    entries=tuple(own),
                    answers=told,
                )


def entries_by_criterion(scored: ScoredStage) -> Mapping[tuple[int, str], Sequence[Entry]]:
    """The entries that count at a stage, by the unit's row and each criterion that they move."""
    if scored.stages is None or scored.stage in ("reported", "self"):
        return {}
    rows = {unit.code: row for row, unit in enumerate(scored.sheet.table.units)}
    moved: dict[str, list[str]] = {}
    for number, codes in scored.facts.items():
        for code in codes:
            moved.setdefault(code, []).append(number)
    found: dict[tuple[int, str], list[Entry]] = {}
    for entry, ending in scored.stages.endings(scored.stage):
        if ending in ("applied", "overruled") and entry.unit in rows:
            for number in [entry.criterion] if entry.criterion else moved.get(entry.indicator, []):
                found.setdefault((rows[entry.unit], number), []).append(entry)
    return found


def _answers(scored: ScoredStage) -> Mapping[tuple[str, str], Sequence[Explanation]]:
    found: dict[tuple[str, str], list[Explanation]] = {}
    for answer in scored.stages.explanations if scored.stages else ():
        found.setdefault((answer.unit, answer.entry), []).append(answer)
    return found


def _differ(claimed: HandMark, given: Mark) -> bool:
    if claimed.outcome != given.outcome:
        return True
    return given.outcome == Outcome.SCORED and claimed.points != given.low


def claimed_cell(scored: ScoredStage, line: ChangedPoints, lang: Lang) -> TypedCell:
    """What the unit claims; empty for no claim."""
    if line.claimed is None:
        return _EMPTY
    if line.claimed.outcome != Outcome.SCORED:
        return TypedCell(outcome_words(line.claimed.outcome, lang), "points")
    points = line.claimed.points
    mark = Mark(Outcome.SCORED, points, points, line.criterion.max_points)
    return certain_cell(mark, scored.decimals_at(line.criterion.number), lang)


def given_cell(scored: ScoredStage, line: ChangedPoints, lang: Lang) -> TypedCell:
    """What the unit has at the stage; words where it has no points."""
    if line.given.outcome == Outcome.NOT_APPLICABLE:
        return NO_POINTS
    return certain_cell(line.given, scored.decimals_at(line.criterion.number), lang)


def change_cell(scored: ScoredStage, line: ChangedPoints, lang: Lang) -> TypedCell:
    """The points at the stage less those claimed, with as many decimals; empty where either has none."""
    if line.claimed is None or not line.claimed.outcome == line.given.outcome == Outcome.SCORED:
        return _EMPTY
    change, decimals = line.given.low - line.claimed.points, scored.decimals_at(line.criterion.number)
    return signed_cell(change, decimals if fits(change, decimals) else None, lang)


def entry_words(entry: Entry, lang: Lang) -> str:
    """Why an entry was made, in which round, by whom and when."""
    round_words = pick(lang, f"Vòng {entry.round}", f"Round {entry.round}")
    return f"{round_words}: {entry.reason} ({entry.by}, {entry.on:%d/%m/%Y})"


def answer_words(answer: Explanation) -> str:
    """What a unit answered, by whom and when."""
    return f"{answer.text} ({answer.by}, {answer.on:%d/%m/%Y})"


def several(texts: Sequence[str]) -> TypedCell:
    """Some texts in one cell, each on a line of its own."""
    return TypedCell("; ".join(texts), "text", None, tuple(texts) if len(texts) > 1 else ())
