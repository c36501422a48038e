"""Why one unit has what it has of one criterion: everything that is known about it, gathered before it is worded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from cchc_score.appraisal.acts import Verdict
from cchc_score.appraisal.appraisal_model import Claim, Entry, EntryEnding, Explanation, TakenOut
from cchc_score.appraisal.explanation_states import last_verdicts
from cchc_score.appraisal.moments import start_of
from cchc_score.appraisal.questions import AskedQuestion, asked_questions
from cchc_score.appraisal.stages import Stages
from cchc_score.engine import Breach, Leaf, held_criteria
from cchc_score.explain.full_marks import Change, changes
from cchc_score.methods import Method
from cchc_score.model import Criterion, Gate, Outcome
from cchc_score.rule_words import used
from cchc_score.sheet import Mark, ScoreSheet


@dataclass(frozen=True, slots=True)
class Why:
    """A criterion of a unit: its mark, the exact points that its rule gives, and what people did about it.

    `exact` is None where the rule did not decide, or does not apply; `closed` is the gate that kept the unit from it.
    `full` are the changes that alone would have given full points, `best` the units of its group that the rule gives
    most, where it compares them. `entries` are all entries about it, with what became of each at the stage.
    `taken_out` is the decision that it does not count. `verdicts` are what was last decided about explanations, by the
    ids of their entries.
    """

    criterion: Criterion
    row: int
    mark: Mark
    by_hand: bool
    exact: Fraction | None
    full: tuple[Change, ...]
    best: tuple[int, ...]
    claim: Claim | None
    entries: tuple[tuple[Entry, EntryEnding], ...]
    explanations: tuple[Explanation, ...]
    taken_out: TakenOut | None = None
    closed: Gate | None = None
    questions: tuple[AskedQuestion, ...] = ()
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)


class Reasons:
    """The reasons of a score sheet, criterion by criterion; a rule is prepared once for all units."""

    def __init__(
        self, sheet: ScoreSheet, methods: Mapping[str, Method], stages: Stages | None = None, stage: str = "final"
    ) -> None:
        self._sheet, self._methods, self._stages, self._stage = sheet, methods, stages, stage
        self._penalties = {area.code for area in sheet.scheme.areas if area.kind == "penalty"}
        self._assessed = held_criteria(sheet.scheme)
        self._leaves: dict[str, Leaf] = {}
        self._by_unit: dict[str, list[tuple[Entry, EntryEnding]]] = {}
        for entry, ending in stages.endings(stage) if stages else ():
            self._by_unit.setdefault(entry.unit, []).append((entry, ending))
        self._questions = asked_questions(stages.acts) if stages else ()
        self._verdicts = last_verdicts(stages.acts) if stages else {}

    def why(self, row: int, number: str, with_full: bool = True) -> Why:
        """Why a unit has what it has of a criterion.

        Without `with_full` nobody asks what would have been full, for which a rule is tried with many figures.
        """
        sheet, criterion = self._sheet, self._sheet.scheme.criteria[number]
        mark = sheet.mark(row, sheet.criteria[number])
        entries = self._entries(row, criterion)
        ids = {entry.id for entry, _ in entries}
        answered = self._stages.explanations if self._stages else ()
        unit = sheet.table.units[row].code
        return Why(
            criterion=criterion,
            row=row,
            mark=mark,
            by_hand=(row, number) in sheet.by_hand,
            exact=self._exact(row, criterion),
            full=self._full(row, criterion, mark) if with_full else (),
            best=self._best(row, criterion),
            claim=self._stages.claims.get((row, number)) if self._stages else None,
            entries=entries,
            taken_out=self._taken_out(row, mark, number),
            closed=self._closed(row, criterion),
            explanations=tuple(answer for answer in answered if answer.unit == unit and answer.entry in ids),
            questions=tuple(
                asked
                for asked in self._questions
                if (asked.question.unit, asked.question.criterion) == (unit, criterion.number)
            ),
            verdicts={id: verdict for (whose, id), verdict in self._verdicts.items() if whose == unit and id in ids},
        )

    def _taken_out(self, row: int, mark: Mark, number: str) -> TakenOut | None:
        # An entry of the appraisal may have put the criterion back.
        if self._stages is None or mark.outcome != Outcome.NOT_APPLICABLE:
            return None
        return self._stages.taken_out_at(self._stage).get((row, number))

    def leaf(self, number: str) -> Leaf:
        """A leaf's rule over the facts of the sheet."""
        if number not in self._leaves:
            criterion = self._sheet.scheme.criteria[number]
            method = self._methods[criterion.method]
            sheet = self._sheet
            self._leaves[number] = Leaf(sheet.scheme, criterion, method, sheet.table, sheet.criteria)
        return self._leaves[number]

    def _exact(self, row: int, criterion: Criterion) -> Fraction | None:
        if criterion.parts or not self._held(criterion):
            return None
        leaf = self.leaf(criterion.number)
        try:
            return leaf.exact(row, leaf.values(row)) if leaf.ruled(row) else None
        # The mark says already that the method failed.
        except Breach:
            return None

    def _closed(self, row: int, criterion: Criterion) -> Gate | None:
        # A mark of a person stands whatever a gate says.
        if criterion.parts or (row, criterion.number) in self._sheet.by_hand:
            return None
        return self.leaf(criterion.number).closed_gate(row) if self._held(criterion) else None

    def _held(self, criterion: Criterion) -> bool:
        """Whether a criterion is assessed this year."""
        return criterion.number in self._assessed

    def _full(self, row: int, criterion: Criterion, mark: Mark) -> tuple[Change, ...]:
        """Nobody strives for full points of a penalty, and no figure changes a mark that a person set."""
        if (row, criterion.number) in self._sheet.by_hand:
            return ()
        if criterion.parts or mark.low == mark.reachable or criterion.area in self._penalties:
            return ()
        return changes(self.leaf(criterion.number), row)

    def _best(self, row: int, criterion: Criterion) -> tuple[int, ...]:
        """The ranked units of the group to which the rule gives most exact points; none for a rule without a group."""
        if criterion.parts or not self._methods[criterion.method].peers:
            return ()
        leaf = self.leaf(criterion.number)
        group = [other for other in range(len(leaf.groups)) if leaf.groups[other] == leaf.groups[row]]
        # As among the peers of a rule, only ranked units count.
        points = {other: self._exact(other, criterion) for other in group if self._sheet.table.units[other].ranked}
        most = max((exact for exact in points.values() if exact is not None), default=None)
        return tuple(other for other, exact in points.items() if exact is not None and exact == most)

    def _entries(self, row: int, criterion: Criterion) -> tuple[tuple[Entry, EntryEnding], ...]:
        own = self._by_unit.get(self._sheet.table.units[row].code, [])
        # Of most units nobody has entered anything, and a page asks for every criterion of every unit.
        if not own:
            return ()
        facts = used(self._sheet.scheme, criterion, self._methods)
        found = [
            (entry, ending)
            for entry, ending in own
            # An entry about a figure moves every criterion that the figure decides.
            if entry.criterion == criterion.number or (entry.indicator and entry.indicator in facts)
        ]
        # The id last, so that entries of one day do not stand in the order in which files happen to be read.
        return tuple(sorted(found, key=lambda pair: (pair[0].round, start_of(pair[0].on), pair[0].id)))
