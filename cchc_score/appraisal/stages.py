"""The score sheets of a working year: as reported, as claimed, after each round of appraisal, and with the survey."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cchc_score.appraisal.claims import Claims, counted, doubts, self_marks
from cchc_score.appraisal.council import Appraised, appraise
from cchc_score.appraisal.nouns import OPEN, STAGES, Claim, Entry, Explanation, Phases
from cchc_score.appraisal.survey import with_survey, without_survey
from cchc_score.engine import score
from cchc_score.facts import Table
from cchc_score.findings import Finding, ordered
from cchc_score.methods import Method
from cchc_score.model import Scheme
from cchc_score.sheet import ScoreSheet


@dataclass(frozen=True)
class Stages:
    """Everything that a year's work rests on; sheets are made when they are asked for.

    `no_survey` is the reason why none is held. `survey` has its figures, None while there are none.
    """

    full_scheme: Scheme
    methods: Mapping[str, Method]
    reported_table: Table
    claimed: tuple[Claim, ...] = ()
    entries: tuple[Entry, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    survey: Table | None = None
    no_survey: str = ""
    phases: Phases = OPEN

    @cached_property
    def scheme(self) -> Scheme:
        """The scheme without what is not held this year."""
        return without_survey(self.full_scheme, self.methods, self.no_survey)[0] if self.no_survey else self.full_scheme

    @property
    def worked(self) -> bool:
        """Whether there is more than the reports: self-scores, entries or a survey."""
        return bool(self.claimed or self.entries or self.survey is not None)

    @cached_property
    def reported(self) -> ScoreSheet:
        """The sheet that the reported figures give."""
        return score(self.scheme, self.methods, self.reported_table)

    @cached_property
    def _counted(self) -> tuple[Claims, tuple[Finding, ...]]:
        return counted(self.claimed, self.reported, self.phases)

    @property
    def claims(self) -> Claims:
        """The claims that count."""
        return self._counted[0]

    @cached_property
    def self_scored(self) -> ScoreSheet:
        """The sheet that the units claim."""
        marks = self_marks(self.claims, self.reported, self.methods)
        return score(self.scheme, self.methods, self.reported_table, marks)

    @cached_property
    def rounds(self) -> tuple[Appraised, ...]:
        """The state before the appraisal, and after each of its rounds."""
        return appraise(self.scheme, self.methods, self.reported_table, self.entries, self.phases)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all stages."""
        return (*STAGES, *(f"round-{round}" for round in self._numbers))

    @cached_property
    def _numbers(self) -> tuple[int, ...]:
        return tuple(sorted({one.round for one in self.entries}))

    @cached_property
    def appraised(self) -> ScoreSheet:
        """The sheet that the council accepts, before the survey."""
        last = self.rounds[-1]
        if last.table is self.reported_table and not last.marks:
            return self.reported
        return score(self.scheme, self.methods, last.table, last.marks)

    @cached_property
    def _surveyed(self) -> tuple[Table, tuple[Finding, ...]]:
        table = self.rounds[-1].table
        return (table, ()) if self.survey is None else with_survey(self.scheme, table, self.survey)

    @cached_property
    def final(self) -> ScoreSheet:
        """The sheet that is published: accepted facts and marks, and the survey."""
        table = self._surveyed[0]
        last = self.rounds[-1]
        return self.appraised if table is last.table else score(self.scheme, self.methods, table, last.marks)

    def sheet(self, stage: str) -> ScoreSheet:
        """The sheet of a stage by its name; a KeyError for any other word."""
        if stage.startswith("round-") and stage in self.names:
            state = self.rounds[1 + self._numbers.index(int(stage.removeprefix("round-")))]
            return score(self.scheme, self.methods, state.table, state.marks)
        sheets = {"reported": "reported", "self": "self_scored", "appraised": "appraised", "final": "final"}
        sheet: ScoreSheet = getattr(self, sheets[stage])
        return sheet

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the work of the year gives to look at."""
        found: list[Finding] = [*self._counted[1], *self.rounds[-1].findings, *self._surveyed[1]]
        if self.no_survey:
            found += without_survey(self.full_scheme, self.methods, self.no_survey)[1]
        found += doubts(self.claims, self.reported, self.methods)
        return ordered((*found, *_explained(self.entries, self.explanations, self.phases, self._names)))

    @property
    def _names(self) -> Mapping[str, str]:
        return {unit.code: unit.label for unit in self.reported_table.units}


def _explained(
    entries: Sequence[Entry], explanations: Sequence[Explanation], phases: Phases, names: Mapping[str, str]
) -> list[Finding]:
    """Explanations that answer nothing, or come outside their phase."""
    known = {(one.unit, one.id): one for one in entries}
    findings = []
    for one in explanations:
        entry, place = known.get((one.unit, one.entry)), one.origin.place(names.get(one.unit, one.unit))
        if entry is None:
            findings.append(Finding("explanation-entry", place, {"id": one.entry}))
            continue
        window = phases.explained_in(entry.round)
        if window is None or not window.holds(one.on):
            args = {"day": f"{one.on:%d/%m/%Y}", "round": entry.round}
            findings.append(Finding("explanation-phase", place, args))
    return findings
