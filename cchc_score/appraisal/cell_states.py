"""What a round of appraisal has made of each criterion of a unit: not looked at, kept, adjusted, in conflict."""

from collections.abc import Mapping
from typing import Literal

from cchc_score.appraisal.acts import Confirmation
from cchc_score.appraisal.questions import asked_questions
from cchc_score.appraisal.stages import Stages
from cchc_score.engine import held_criteria, score
from cchc_score.model import Outcome
from cchc_score.rule_words import used
from cchc_score.sheet import HandMark, ScoreSheet

CellState = Literal["unseen", "kept", "adjusted", "asked", "conflict", "settled", "stale"]
"""`asked`: a unit has still to answer a question. `settled`: the council has chosen where appraisers differ.

`stale`: somebody kept a mark that is another one now, or whose entry rests on a value that no longer holds."""
CellStates = Mapping[tuple[int, str], CellState]
"""By the unit's row and the criterion's number."""


def cell_states(stages: Stages, round: int) -> CellStates:
    """The state of everything that a round has to look at."""
    return _Cells(stages, round).all()


def appraised_leaves(stages: Stages) -> tuple[str, ...]:
    """The criteria that an appraisal looks at: those held this year, but for what a survey alone gives."""
    scheme, held = stages.scheme, held_criteria(stages.scheme)
    found = []
    for leaf in scheme.leaves:
        facts = used(scheme, leaf, stages.methods)
        surveyed = bool(facts) and all(scheme.indicators[code].source == "survey" for code in facts)
        if leaf.number in held and not surveyed:
            found.append(leaf.number)
    return tuple(found)


def criteria_of(stages: Stages, indicator: str) -> tuple[str, ...]:
    """The criteria that an appraisal looks at and that a fact decides."""
    scheme = stages.scheme
    leaves = appraised_leaves(stages)
    return tuple(number for number in leaves if indicator in used(scheme, scheme.criteria[number], stages.methods))


def cells_to_look_at(stages: Stages, round: int, states: CellStates) -> CellStates:
    """The cells of a round: a later one looks at what was answered, beside what somebody looked at all the same."""
    if round == 1:
        return states
    answered = answered_cells(stages)
    return {key: state for key, state in states.items() if state != "unseen" or key in answered}


def answered_cells(stages: Stages) -> frozenset[tuple[int, str]]:
    """The criteria that entries changed and the unit has answered, by its row."""
    rows = {unit.code: row for row, unit in enumerate(stages.reported_table.units)}
    answers = {(answer.unit, answer.entry) for answer in stages.explanations}
    entries = [entry for entry in stages.answerable if (entry.unit, entry.id) in answers and entry.unit in rows]
    found = set()
    for entry in entries:
        numbers = [entry.criterion] if entry.criterion else criteria_of(stages, entry.indicator)
        found |= {(rows[entry.unit], number) for number in numbers}
    return frozenset(found)


class _Cells:
    """The cells of one round while they are looked through."""

    def __init__(self, stages: Stages, round: int) -> None:
        self.stages, self.round = stages, round
        self.rows = {unit.code: row for row, unit in enumerate(stages.reported_table.units)}
        self.leaves = appraised_leaves(stages)
        self.by_fact: dict[str, list[str]] = {}
        for number in self.leaves:
            for code in used(stages.scheme, stages.scheme.criteria[number], stages.methods):
                self.by_fact.setdefault(code, []).append(number)
        self.states: dict[tuple[int, str], CellState] = {}

    def all(self) -> CellStates:
        stages = self.stages
        for row in self.rows.values():
            for number in self.leaves:
                if (row, number) not in stages.taken_out_leaves:
                    self.states[row, number] = "unseen"
        kept = [act for act in stages.acts if isinstance(act, Confirmation) and act.round == self.round]
        if kept:
            self._keep(kept, self._sheet())
        self._adjust()
        self._ask()
        return self.states

    def _sheet(self) -> ScoreSheet:
        """The marks with which the round began."""
        earlier = [entry for entry in self.stages.entries if entry.round < self.round]
        state = self.stages.after(earlier)[-1]
        return score(self.stages.scheme, self.stages.methods, state.table, state.marks)

    def _keep(self, kept: list[Confirmation], sheet: ScoreSheet) -> None:
        for act in kept:
            row = self.rows.get(act.unit)
            for number, seen in act.seen if row is not None else ():
                if row is not None and (row, number) in self.states:
                    mark = sheet.mark(row, sheet.criteria[number])
                    present = HandMark(mark.outcome, mark.low if mark.outcome == Outcome.SCORED else seen.points)
                    self.states[row, number] = "kept" if present == seen else "stale"

    def _ask(self) -> None:
        """An open question shows wherever there is no conflict: who asked has not done with the criterion."""
        for asked in asked_questions(self.stages.acts):
            question = asked.question
            key = self.rows.get(question.unit, -1), question.criterion
            if (
                not asked.is_answered
                and question.round == self.round
                and self.states.get(key, "conflict") != "conflict"
            ):
                self.states[key] = "asked"

    def _adjust(self) -> None:
        """Entries come last: who changes a mark has looked at it, whoever kept it before."""
        last = self.stages.rounds[-1]
        disputed_ids = {(entry.unit, entry.id) for own in last.disputed for entry in own}
        state = {entry.id: ending for entry, ending in last.endings()}
        for entry in self.stages.entries:
            if entry.round != self.round or entry.unit not in self.rows:
                continue
            disputed = (entry.unit, entry.id) in disputed_ids
            refused = state.get(entry.id) == "refused"
            cell: CellState = "conflict" if disputed else "stale" if refused else "adjusted"
            for number in [entry.criterion] if entry.criterion else self.by_fact.get(entry.indicator, ()):
                key = self.rows[entry.unit], number
                # One entry that counts shows that it was looked at; a conflict is told before anything else.
                if key in self.states and not (cell == "stale" and self.states[key] == "adjusted"):
                    self.states[key] = cell
        for entry in last.chosen:
            for number in [entry.criterion] if entry.criterion else self.by_fact.get(entry.indicator, ()):
                key = self.rows[entry.unit], number
                if entry.round == self.round and self.states.get(key) != "conflict" and key in self.states:
                    self.states[key] = "settled"
