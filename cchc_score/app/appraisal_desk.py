"""The desk of an appraiser: every cell of a round with what is known about it, and how far the round has come."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from cchc_score.appraisal.acts import Confirmation
from cchc_score.appraisal.appraisal_model import Claim, Entry, Explanation, State
from cchc_score.appraisal.assignments import assigned
from cchc_score.appraisal.cell_states import CellState, cell_states
from cchc_score.appraisal.claims import given_by_others
from cchc_score.appraisal.moments import Moment
from cchc_score.appraisal.present_values import PresentValues
from cchc_score.appraisal.questions import AskedQuestion, asked_questions
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.year_states import year_state
from cchc_score.engine import held_criteria
from cchc_score.model import Criterion, Indicator, Outcome, Unit
from cchc_score.rule_words import used
from cchc_score.sheet import HandMark, Mark, ScoreSheet

DeskState = CellState | Literal["survey", "out"]
"""The state of a cell; `survey` and `out` are of what nobody appraises."""
CellFilter = Literal["differs", "no-evidence", "unseen", "question", "explained", "conflict"]
CELL_FILTERS: tuple[CellFilter, ...] = get_args(CellFilter)
"""What an appraiser looks for: a self-score that differs from the figures, one without evidence, what nobody has looked
at, what has a question, what the unit has explained, where appraisers differ."""
CellKey = tuple[int, str]
"""A unit's row and a criterion's number."""


@dataclass(frozen=True, slots=True)
class DeskFact:
    """A figure that decides a criterion, as the round has it now: its value, the row of the form, what a page has seen.

    `correctable` says whether an appraiser may correct it.
    """

    code: str
    indicator: Indicator
    state: State
    row: str
    seen: str
    correctable: bool


@dataclass(frozen=True, slots=True)
class DeskCell:
    """A criterion of a unit as an appraiser has it on the desk.

    `figures` is the mark by the reported figures, `present` the one with all entries so far; `claimed` is None where
    there was nothing to claim. `earlier` are the entries of rounds before, `here` those of this round that stand.
    """

    row: int
    unit: Unit
    criterion: Criterion
    state: DeskState
    seen: str
    figures: Mark
    present: Mark
    claimed: HandMark | None
    claim: Claim | None
    facts: tuple[DeskFact, ...]
    earlier: tuple[Entry, ...]
    here: tuple[Entry, ...]
    answers: tuple[Explanation, ...]
    questions: tuple[AskedQuestion, ...]
    kept_by: tuple[str, ...]

    @property
    def is_appraised(self) -> bool:
        """Whether anybody appraises it."""
        return self.state not in ("survey", "out")


def rounds_of(stages: Stages) -> range:
    """The rounds that a year has: those with days, and those in which somebody has worked."""
    worked = [entry.round for entry in stages.entries]
    worked += [act.round for act in stages.acts if isinstance(act, Confirmation)]
    return range(1, max(1, len(stages.phases.appraisal), *worked) + 1)


def present_round(stages: Stages, moment: Moment) -> int:
    """The round in which somebody appraises at a moment; the first before any has begun."""
    rounds = rounds_of(stages)
    return min(max(year_state(stages, moment).round, 1), rounds[-1])


class Desk:
    """The cells of one round of a year."""

    def __init__(self, stages: Stages, round: int) -> None:
        self.stages, self.round = stages, round
        self.scheme = stages.scheme
        self.units = stages.reported_table.units
        self.values = PresentValues(stages, round)
        held = held_criteria(self.scheme)
        self.leaves = [leaf for leaf in self.scheme.leaves if leaf.number in held]

    @cached_property
    def states(self) -> Mapping[CellKey, CellState]:
        """The states of the cells that the round looks at."""
        return cell_states(self.stages, self.round)

    @cached_property
    def appraisers(self) -> Mapping[CellKey, tuple[str, ...]]:
        """Who appraises each cell."""
        return assigned(self.stages, self.round)

    @cached_property
    def present(self) -> ScoreSheet:
        """The marks with all entries of this round and those before it."""
        stages, rounds = self.stages, {entry.round for entry in self.stages.entries}
        if not any(round > self.round for round in rounds):
            return stages.appraised
        return stages.sheet(f"round-{self.round}") if self.round in rounds else self.values.start.sheet

    @cached_property
    def facts(self) -> Mapping[str, tuple[str, ...]]:
        """The figures that decide each criterion, by its number."""
        return {leaf.number: used(self.scheme, leaf, self.stages.methods) for leaf in self.leaves}

    @cached_property
    def _entries(self) -> Mapping[tuple[str, str], list[Entry]]:
        last = self.stages.rounds[-1]
        found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in (*last.applied, *(one for own in last.disputed for one in own)):
            if entry.round <= self.round:
                found[entry.target].append(entry)
        return found

    @cached_property
    def _answers(self) -> Mapping[tuple[str, str], list[Explanation]]:
        found: dict[tuple[str, str], list[Explanation]] = defaultdict(list)
        for answer in self.stages.explanations:
            found[answer.unit, answer.entry].append(answer)
        return found

    @cached_property
    def _questions(self) -> Mapping[tuple[str, str], list[AskedQuestion]]:
        found: dict[tuple[str, str], list[AskedQuestion]] = defaultdict(list)
        for asked in asked_questions(self.stages.acts):
            found[asked.question.unit, asked.question.criterion].append(asked)
        return found

    @cached_property
    def _kept(self) -> Mapping[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for act in self.stages.acts:
            if isinstance(act, Confirmation) and act.round == self.round:
                for number, _ in act.seen:
                    found[act.unit, number].append(act.by)
        return found

    def cells(self, rows: Iterable[int], leaves: Sequence[Criterion]) -> list[DeskCell]:
        """The cells of some units and criteria, unit by unit."""
        return [self.cell(row, leaf) for row in rows for leaf in leaves]

    def cell(self, row: int, leaf: Criterion) -> DeskCell:
        """One cell."""
        stages, unit, number = self.stages, self.units[row], leaf.number
        targets = [(unit.code, target) for target in (number, *self.facts[number])]
        entries = [entry for target in targets for entry in self._entries.get(target, ())]
        claimed = stages.self_scored.mark(row, stages.self_scored.criteria[number])
        # A mark where nobody claimed anything would look like a claim.
        is_claimed = not given_by_others(leaf, self.scheme, stages.methods) and claimed.outcome != Outcome.MISSING
        return DeskCell(
            row=row,
            unit=unit,
            criterion=leaf,
            state=self.state(row, number),
            seen=self.values.code(unit.code, number),
            figures=stages.reported.mark(row, stages.reported.criteria[number]),
            present=self.present.mark(row, self.present.criteria[number]),
            claimed=HandMark(claimed.outcome, claimed.low) if is_claimed else None,
            claim=stages.claims.get((row, number)),
            facts=tuple(self._fact(row, code) for code in self.facts[number]),
            earlier=tuple(entry for entry in entries if entry.round < self.round),
            here=tuple(entry for entry in entries if entry.round == self.round),
            answers=tuple(self._answered(unit.code, number)),
            questions=tuple(self._questions.get((unit.code, number), ())),
            kept_by=tuple(dict.fromkeys(self._kept.get((unit.code, number), ()))),
        )

    def state(self, row: int, number: str) -> DeskState:
        """The state of a cell, also of one that nobody appraises."""
        if (row, number) in self.stages.taken_out_leaves:
            return "out"
        return self.states.get((row, number), "survey")

    def _fact(self, row: int, code: str) -> DeskFact:
        unit, table = self.units[row].code, self.values.start.table
        origin = table.origins.get((row, code))
        return DeskFact(
            code=code,
            indicator=self.scheme.indicators[code],
            state=self.values.state(unit, "", code),
            row=origin.row if origin else "",
            seen=self.values.code(unit, "", code),
            correctable=code not in self.values.start.closed and self.scheme.indicators[code].derived is None,
        )

    def passes(self, key: CellKey, wanted: CellFilter) -> bool:
        """Whether a cell is what somebody looks for."""
        row, number = key
        unit, claim = self.units[row].code, self.stages.claims.get(key)
        if wanted == "differs":
            sheets = self.stages.self_scored.criteria[number], self.stages.reported.criteria[number]
            claimed, figures = ((int(one.outcome[row]), one.low[row]) for one in sheets)
            return claim is not None and claimed != figures
        if wanted == "no-evidence":
            return claim is not None and bool(claim.mark.points) and not claim.evidence
        if wanted == "question":
            return (unit, number) in self._questions
        if wanted == "explained":
            return bool((claim and claim.explanation) or self._answered(unit, number))
        return self.states.get(key) == wanted

    def _answered(self, unit: str, number: str) -> list[Explanation]:
        targets = [(unit, target) for target in (number, *self.facts[number])]
        entries = [entry for target in targets for entry in self._entries.get(target, ())]
        return [one for entry in entries for one in self._answers.get((unit, entry.id), ())]

    def is_of(self, key: CellKey, name: str) -> bool:
        """Whether somebody appraises a cell: everybody, until somebody is named for it."""
        names = self.appraisers.get(key, ())
        return not names or name in names

    def keys(self, name: str | None) -> list[CellKey]:
        """The cells that a round looks at and that somebody appraises; all of them without a name."""
        return [key for key in self.states if name is None or self.is_of(key, name)]


@dataclass(frozen=True, slots=True)
class WorkCounts:
    """How many cells of something are in each state, in all and by area's code."""

    states: Counter[str]
    areas: Mapping[str, Counter[str]]


def work_counts(
    desk: Desk, keys: Iterable[CellKey], wanted: CellFilter | None = None
) -> tuple[Mapping[int, WorkCounts], Mapping[str, Counter[str]]]:
    """How far some cells have come, by the unit's row, and by the criterion's number; only those that are `wanted`."""
    units: dict[int, WorkCounts] = {}
    criteria: dict[str, Counter[str]] = {}
    for row, number in keys:
        if wanted is not None and not desk.passes((row, number), wanted):
            continue
        leaf, state = desk.scheme.criteria[number], desk.states[row, number]
        counts = units.setdefault(row, WorkCounts(Counter(), {area.code: Counter() for area in desk.scheme.areas}))
        counts.states[state] += 1
        counts.areas[leaf.area][state] += 1
        criteria.setdefault(number, Counter())[state] += 1
    return units, criteria
