"""The score sheets of a working year: as reported, as claimed, after each round of appraisal, and with the survey."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cchc_score.appraisal.claims import Claims, counted, doubts, self_marks
from cchc_score.appraisal.council import Appraised, appraise
from cchc_score.appraisal.nouns import OPEN, STAGES, Claim, Entry, Explanation, Phases
from cchc_score.appraisal.relations import Reasons
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

    `no_survey` is the reason why none is held. `survey` has its figures, None while there are none. `reasons` are why
    reported facts are in doubt.
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
    reasons: Reasons = field(default_factory=dict)

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
        return self.after(self.entries)

    def after(self, entries: Sequence[Entry]) -> tuple[Appraised, ...]:
        """The state before the appraisal and after each round, if these were its entries."""
        return appraise(self.scheme, self.methods, self.reported_table, entries, self.phases, self.reasons)

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
        last = self.rounds[-1]
        if self.survey is None:
            return last.table, ()
        return with_survey(self.scheme, last.table, self.survey, self._corrections)

    @cached_property
    def _corrections(self) -> Mapping[tuple[int, str], Entry]:
        """The last entry that set each fact."""
        places = {unit.code: row for row, unit in enumerate(self.reported_table.units)}
        return {(places[one.unit], one.indicator): one for one in self.rounds[-1].applied if one.indicator}

    @property
    def overruled(self) -> frozenset[str]:
        """The entries that count until the survey comes, which says something else."""
        table, final = self.rounds[-1].table, self._surveyed[0]
        return frozenset(
            one.id
            for (row, code), one in self._corrections.items()
            if final.known(row, code)
            and (not table.known(row, code) or table.value(row, code) != final.value(row, code))
        )

    @cached_property
    def final(self) -> ScoreSheet:
        """The sheet that is published: accepted facts and marks, and the survey."""
        table = self._surveyed[0]
        last = self.rounds[-1]
        return self.appraised if table is last.table else score(self.scheme, self.methods, table, last.marks)

    def sheet(self, stage: str) -> ScoreSheet:
        """The sheet of a stage by its name; a KeyError for any other word."""
        if stage.startswith("round-") and stage in self.names:
            state = self._state(stage)
            return score(self.scheme, self.methods, state.table, state.marks)
        sheets = {"reported": "reported", "self": "self_scored", "appraised": "appraised", "final": "final"}
        sheet: ScoreSheet = getattr(self, sheets[stage])
        return sheet

    def settled(self, stage: str) -> tuple[Finding, ...]:
        """What was found in the reports and no longer holds at a stage, because figures were corrected."""
        return () if stage in ("reported", "self") else self._state(stage).settled

    def endings(self, stage: str) -> Iterator[tuple[Entry, str]]:
        """All entries, and how each stands at a stage: as a round left it, 'later', or 'overruled' by the survey."""
        early = stage in ("reported", "self")
        now = self.rounds[0] if early else self._state(stage)
        reached = 0 if early else int(stage.removeprefix("round-")) if stage.startswith("round-") else None
        overruled = self.overruled if stage == "final" else frozenset()
        for state, later in ((now, False), (self.rounds[-1], True)):
            for ended in ("applied", "replaced", "refused"):
                for entry in getattr(state, ended):
                    if later == (reached is not None and entry.round > reached):
                        yield entry, "later" if later else "overruled" if entry.id in overruled else ended

    def _state(self, stage: str) -> Appraised:
        """The state of an appraisal at a stage after the first round."""
        numbered = stage.startswith("round-")
        return self.rounds[1 + self._numbers.index(int(stage.removeprefix("round-")))] if numbered else self.rounds[-1]

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
