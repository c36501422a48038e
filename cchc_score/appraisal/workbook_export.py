"""The workbook of an appraisal: every mark and fact that a council can correct, as the round found them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from cchc_score.appraisal.appraisal_model import Entry, Known, State
from cchc_score.appraisal.cell_states import appraised_leaves
from cchc_score.appraisal.claims import given_by_others
from cchc_score.appraisal.entry_states import fact_cell_value, mark_cell_value
from cchc_score.appraisal.kept_rows import kept_before
from cchc_score.appraisal.round_state import RoundState
from cchc_score.appraisal.shown_beside import ShownBeside
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.workbook_columns import (
    COLUMNS,
    FILLED,
    NAMES,
    ROUND,
    SHOWN,
    RowValues,
    TargetKind,
    fixed_columns,
    row_key,
)
from cchc_score.engine import held_criteria, score
from cchc_score.facts import Table
from cchc_score.findings import Finding
from cchc_score.model import Criterion, Outcome
from cchc_score.office.form_sheet import FormColumn, FormSheet
from cchc_score.rule_words import origin_words, used
from cchc_score.sheet import HandMark, ScoreSheet
from cchc_score.text import Lang, pick


@dataclass(frozen=True, slots=True)
class RoundStart:
    """The state of a year in which a round began, and the entries of the round that count, by their targets."""

    sheet: ScoreSheet
    counted: Mapping[tuple[str, str], Entry]
    rivals: Mapping[tuple[str, str], tuple[Entry, ...]] = field(default_factory=dict)
    """The entries of the round that differ about a target, also those between which the council has chosen."""
    kept: frozenset[tuple[str, str, HandMark, str]] = frozenset()
    """The marks that people keep in the round already, each with its unit, criterion and who keeps it."""
    closed: frozenset[str] = frozenset()
    """What a survey alone gives, by the numbers of criteria and the codes of facts: nobody appraises it."""

    @property
    def table(self) -> Table:
        """The facts with which the round began."""
        return self.sheet.table

    def mark(self, row: int, criterion: str) -> State:
        """The old value of an entry about a criterion of a unit."""
        other = self.counted.get((self.table.units[row].code, criterion))
        return self.first_mark(row, criterion) if other is None else other.new

    def first_mark(self, row: int, criterion: str) -> State:
        """The mark of a unit with which the round began."""
        mark = self.sheet.mark(row, self.sheet.criteria[criterion])
        return HandMark(mark.outcome, mark.low)

    def fact(self, row: int, indicator: str) -> State:
        """The old value of an entry about a fact of a unit."""
        other = self.counted.get((self.table.units[row].code, indicator))
        return self.first_fact(row, indicator) if other is None else other.new

    def first_fact(self, row: int, indicator: str) -> State:
        """The fact of a unit with which the round began."""
        return Known(self.table.value(row, indicator)) if self.table.known(row, indicator) else None


def round_start(stages: Stages, round: int) -> RoundStart:
    """The state in which a round began, and those of its entries that count already."""
    # What a later round adds takes nothing from an earlier one, so that the state after each of them stands already.
    states = dict(zip(sorted({entry.round for entry in stages.entries}), stages.rounds[1:], strict=True))
    before = next((states[one] for one in sorted(states, reverse=True) if one < round), stages.rounds[0])
    here = states.get(round, before)
    sheet = score(stages.scheme, stages.methods, before.table, before.marks)
    counted = {entry.target: entry for entry in here.applied if entry.round == round}
    return RoundStart(
        sheet=sheet,
        counted=counted,
        rivals=_rivals(here, round),
        kept=kept_before(stages.acts, round),
        closed=_closed(stages),
    )


def _rivals(state: RoundState, round: int) -> Mapping[tuple[str, str], tuple[Entry, ...]]:
    """The entries of a round that differ about each target, settled or not; what they themselves replace is none."""
    found = {own[0].target: own for own in state.disputed if own[0].round == round}
    superseded = {entry.supersedes for entry in state.replaced if entry.round == round}
    for choice in state.chosen:
        own = [one for one in state.replaced if (one.round, one.target) == (round, choice.target)]
        if choice.round == round:
            found[choice.target] = tuple(entry for entry in own if entry.id not in superseded)
    return found


def _closed(stages: Stages) -> frozenset[str]:
    """The criteria and the facts that a survey alone gives."""
    open_leaves = frozenset(appraised_leaves(stages))
    leaves = {leaf.number for leaf in stages.scheme.leaves} - open_leaves
    return frozenset(leaves) | {code for code, one in stages.scheme.indicators.items() if one.source == "survey"}


def consequences(stages: Stages, entries: Sequence[Entry]) -> tuple[Finding, ...]:
    """What would be found about the appraisal if these entries were added, and is not found without them."""
    after = stages.after((*stages.entries, *entries))[-1]
    # Arguments of findings cannot be hashed; the English words tell two findings of a place apart.
    before = {(finding.place, finding.message("en")) for finding in stages.rounds[-1].findings}
    return tuple(finding for finding in after.findings if (finding.place, finding.message("en")) not in before)


@dataclass(frozen=True, slots=True)
class AppraisalRows:
    """The rows of both sheets, by what they are about and their targets: the unit's code and a number or a code.

    Nobody fills the rows about what is `closed`.
    """

    rows: Mapping[TargetKind, Mapping[tuple[str, str], RowValues]]
    closed: frozenset[str] = frozenset()

    def only(self, cells: Collection[tuple[str, str]], stages: Stages) -> "AppraisalRows":
        """The rows about some cells, by the unit's code and the criterion's number, and about the figures of those."""
        wanted = {
            (unit, code)
            for unit, number in cells
            for code in used(stages.scheme, stages.scheme.criteria[number], stages.methods)
        }
        marks = {key: row for key, row in self.rows["criterion"].items() if key in cells}
        facts = {key: row for key, row in self.rows["indicator"].items() if key in wanted}
        return AppraisalRows({"criterion": marks, "indicator": facts}, self.closed)

    def sheets(self, stages: Stages, round: int, lang: Lang) -> tuple[FormSheet, FormSheet]:
        """The sheets of a workbook, whose rows carry a key made of all that nobody changes."""
        return self._sheet("criterion", stages, round, lang), self._sheet("indicator", stages, round, lang)

    def _sheet(self, about: TargetKind, stages: Stages, round: int, lang: Lang) -> FormSheet:
        own = self.rows[about].values()
        # A column that helps and has nothing to say only takes room.
        columns = {
            role: words
            for role, words in COLUMNS[about].items()
            if role not in SHOWN or any(row.get(role) for row in own)
        }
        scheme = stages.scheme
        title = pick(lang, "BẢNG THẨM ĐỊNH", "APPRAISAL")
        lines = (
            f"{pick(lang, *ROUND)}: {round}",
            f"{pick(lang, 'Bộ tiêu chí', 'Scheme')}: {scheme.title} ({scheme.code})",
            pick(
                lang,
                "Chỉ điền các cột tô màu. Giữ nguyên thì ghi x, hoặc ghi lại điểm hiện tại; giá trị khác thì phải có"
                " lý do và tài liệu kiểm chứng, hoặc ghi: không có.",
                "Fill the coloured columns only. To keep a mark write x, or the present mark once more; another value"
                " needs a reason and evidence, or the word: none.",
            ),
        )
        shapes = tuple(
            FormColumn(
                heading=pick(lang, vi, en),
                width=width,
                filled=role in FILLED,
                words=role in ("reason", "evidence", "by"),
                wrapped=role in ("title", *SHOWN),
            )
            for role, (vi, en, width) in columns.items()
        )
        rows = [
            (
                *(row.get(role) for role in columns if role != "key"),
                row_key([row.get(role) for role in fixed_columns(about)]),
            )
            for row in own
        ]
        closed = frozenset(at for at, (_, target) in enumerate(self.rows[about]) if target in self.closed)
        return FormSheet(pick(lang, *NAMES[about]), title, lines, shapes, rows, long=True, closed=closed, held=4)


def appraisal_rows(
    stages: Stages, start: RoundStart, rows: Sequence[int], lang: Lang, round: int | None = None
) -> AppraisalRows:
    """What a council can correct of some units, as it stands for further entries of a round.

    With the number of the `round` they say besides what helps to appraise.
    """
    beside = None if round is None else ShownBeside(stages, round, start.table, start.closed, lang)
    assessed = held_criteria(stages.scheme)
    leaves = [leaf for leaf in stages.scheme.leaves if leaf.number in assessed]
    marks = {
        (stages.reported_table.units[row].code, leaf.number): {
            **_mark_row(stages, start, row, leaf, lang),
            **(beside.mark(row, leaf) if beside else {}),
        }
        for row in rows
        for leaf in leaves
    }
    users: dict[str, list[str]] = defaultdict(list)
    for criterion in stages.scheme.criteria.values():
        for code in used(stages.scheme, criterion, stages.methods) if criterion.number in assessed else ():
            users[code].append(criterion.number)
    facts = {
        (stages.reported_table.units[row].code, code): {
            **_fact_row(stages, start, row, code, numbers, lang),
            **(beside.fact(row, code) if beside else {}),
        }
        for row in rows
        for code, numbers in users.items()
    }
    return AppraisalRows({"criterion": marks, "indicator": facts}, start.closed)


def _mark_row(stages: Stages, start: RoundStart, row: int, leaf: Criterion, lang: Lang) -> RowValues:
    unit = stages.reported_table.units[row]
    claimed, figures = (sheet.mark(row, sheet.criteria[leaf.number]) for sheet in (stages.self_scored, stages.reported))
    # Where there was nothing to claim, or nobody claimed, the cell stays empty: a mark there would look like a claim.
    asked = not given_by_others(leaf, stages.scheme, stages.methods) and claimed.outcome != Outcome.MISSING
    return {
        "unit": unit.code,
        "name": unit.name,
        "criterion": leaf.number,
        "title": leaf.title,
        "most": leaf.max_points,
        "claimed": mark_cell_value(HandMark(claimed.outcome, claimed.low), lang) if asked else None,
        "figures": mark_cell_value(HandMark(figures.outcome, figures.low), lang),
        "old": mark_cell_value(start.mark(row, leaf.number), lang),
    }


def _fact_row(stages: Stages, start: RoundStart, row: int, code: str, numbers: Sequence[str], lang: Lang) -> RowValues:
    unit, indicator = stages.reported_table.units[row], stages.scheme.indicators[code]
    origin = start.table.origins.get((row, code))
    return {
        "unit": unit.code,
        "name": unit.name,
        "indicator": code,
        "title": indicator.label(lang),
        "measure": indicator.unit,
        "criteria": ", ".join(numbers),
        "source": origin_words(start.table, row, code, lang),
        "row": origin.row if origin else "",
        "old": fact_cell_value(start.fact(row, code), indicator, lang),
    }
