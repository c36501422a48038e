"""The score sheets of a working year: as reported, as claimed, after each round of appraisal, and with the survey."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from cchc_score.appraisal.act_findings import act_findings
from cchc_score.appraisal.acts import Act, ExtendedPhase, Settlement, Verdict
from cchc_score.appraisal.appraisal_model import OPEN, STAGES, Claim, Entry, EntryEnding, Explanation, Phases, TakenOut
from cchc_score.appraisal.claims import Claims, claim_doubts, last_claims, self_marks, valid_claims
from cchc_score.appraisal.given_time import extended_until, sent_until
from cchc_score.appraisal.moments import Moment, moment_words
from cchc_score.appraisal.own_figures import Decider, decider
from cchc_score.appraisal.relations import DoubtReasons
from cchc_score.appraisal.round_state import RoundState
from cchc_score.appraisal.rounds import appraise
from cchc_score.appraisal.survey import surveyed_facts, with_survey, without_survey
from cchc_score.appraisal.taken_out import OUT, TakenOutLeaves, taken_out_leaves
from cchc_score.appraisal.timeliness import in_time
from cchc_score.appraisal.year_phases import YearPhase, year_phases
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
    reported facts are in doubt. `taken_out` are the decisions by which criteria leave the maximum, units by code.
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
    reasons: DoubtReasons = field(default_factory=dict)
    taken_out: tuple[TakenOut, ...] = ()
    acts: tuple[Act, ...] = ()

    @cached_property
    def scheme(self) -> Scheme:
        """The scheme without what is not held this year."""
        return without_survey(self.full_scheme, self.methods, self.no_survey)[0] if self.no_survey else self.full_scheme

    @cached_property
    def deciders(self) -> Mapping[str, Decider]:
        """Who decides each leaf, by its number."""
        return {leaf.number: decider(leaf, self.scheme, self.methods) for leaf in self.scheme.leaves}

    @cached_property
    def year_phases(self) -> tuple[YearPhase, ...]:
        """The phases of the year in their order, and when somebody first worked in each."""
        return tuple(year_phases(self.phases, self.claimed, self.entries, self.explanations, self.acts))

    @property
    def worked(self) -> bool:
        """Whether there is more than the reports: self-scores, entries, a survey, or criteria taken out."""
        return bool(self.claimed or self.entries or self.taken_out or self.survey is not None)

    @cached_property
    def taken_out_leaves(self) -> TakenOutLeaves:
        """The leaves that a decision takes out, by the unit's row and the leaf's number."""
        return taken_out_leaves(self.taken_out, self.scheme, self.reported_table.units)

    def taken_out_at(self, stage: str) -> TakenOutLeaves:
        """The leaves taken out of a stage: of none before the appraisal, for units scored themselves by all of them."""
        return {} if stage in ("reported", "self") else self.taken_out_leaves

    @cached_property
    def reported(self) -> ScoreSheet:
        """The sheet that the reported figures give."""
        return score(self.scheme, self.methods, self.reported_table)

    @cached_property
    def _counted(self) -> tuple[Claims, tuple[Finding, ...]]:
        return valid_claims(self.claimed, self.reported, self.phases, self.sent_until)

    def extended(self, phase: ExtendedPhase, round: int = 1) -> Mapping[str, Moment]:
        """The last day or hour of each unit that has more time for a phase; of explanations, for those of a round."""
        return extended_until(self.acts, phase, round)

    @cached_property
    def sent_until(self) -> Mapping[str, Moment]:
        """The last day or hour of each unit that has more time for its self-score."""
        return sent_until(self.acts)

    @property
    def claims(self) -> Claims:
        """The claims that count."""
        return self._counted[0]

    def sent_claims(self, row: int) -> list[Claim]:
        """What a unit has claimed last of each criterion; what counts goes before what does not."""
        return last_claims(self.claimed, self.claims, self.reported_table.units[row].code, row)

    @cached_property
    def self_scored(self) -> ScoreSheet:
        """The sheet that the units claim."""
        marks = self_marks(self.claims, self.reported, self.methods)
        return score(self.scheme, self.methods, self.reported_table, marks)

    @cached_property
    def rounds(self) -> tuple[RoundState, ...]:
        """The state before the appraisal, and after each of its rounds."""
        return self.after(self.entries)

    def after(self, entries: Sequence[Entry]) -> tuple[RoundState, ...]:
        """The state before the appraisal and after each round, if these were its entries."""
        return appraise(
            self.scheme,
            self.methods,
            self.reported_table,
            entries,
            self.phases,
            self.reasons,
            dict.fromkeys(self.taken_out_leaves, OUT),
            self.settlements,
        )

    @property
    def settlements(self) -> tuple[Settlement, ...]:
        """What the council chose where entries differ."""
        return tuple(act for act in self.acts if isinstance(act, Settlement))

    @property
    def answerable(self) -> tuple[Entry, ...]:
        """The entries that a unit may answer: those of the year, and what the council chose between them."""
        return (*self.entries, *self.rounds[-1].chosen)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all stages."""
        return (*STAGES, *(f"round-{round}" for round in self._numbers))

    @cached_property
    def _numbers(self) -> tuple[int, ...]:
        return tuple(sorted({entry.round for entry in self.entries}))

    @cached_property
    def appraised(self) -> ScoreSheet:
        """The sheet that the council accepts, before the survey."""
        last = self.rounds[-1]
        # Where no entry changed anything both stages share one sheet: scoring a year takes long.
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
        rows = {unit.code: row for row, unit in enumerate(self.reported_table.units)}
        return {(rows[entry.unit], entry.indicator): entry for entry in self.rounds[-1].applied if entry.indicator}

    @property
    def overruled(self) -> frozenset[str]:
        """The entries that count until the survey comes, which says something else."""
        table, final = self.rounds[-1].table, self._surveyed[0]
        facts = frozenset(
            entry.id
            for (row, code), entry in self._corrections.items()
            if final.known(row, code)
            and (not table.known(row, code) or table.value(row, code) != final.value(row, code))
        )
        return facts | {entry.id for entry in self._marks_overruled.values()}

    @cached_property
    def _marks_overruled(self) -> Mapping[tuple[int, str], Entry]:
        """The entries that set points of a criterion which the survey has answered, by the unit's row and criterion."""
        if self.survey is None:
            return {}
        rows = {unit.code: row for row, unit in enumerate(self.reported_table.units)}
        asked = surveyed_facts(self.scheme, self.methods)
        last, survey = self.rounds[-1], self.survey
        marked = {(rows[entry.unit], entry.criterion): entry for entry in last.applied if entry.criterion}
        return {
            (row, number): entry
            for (row, number), entry in marked.items()
            if (row, number) in last.marks
            and number in asked
            and all(survey.known(row, code) for code in asked[number])
        }

    @cached_property
    def final(self) -> ScoreSheet:
        """The sheet that is published: accepted facts and marks, and the survey."""
        table = self._surveyed[0]
        last = self.rounds[-1]
        marks = {key: mark for key, mark in last.marks.items() if key not in self._marks_overruled}
        # The same table means that no survey has come: scoring it again would give the same sheet.
        return self.appraised if table is last.table else score(self.scheme, self.methods, table, marks)

    def sheet(self, stage: str) -> ScoreSheet:
        """The sheet of a stage by its name; a KeyError for any other word."""
        # Asked of the names, for 'round-x' and a round that nobody appraised are no stages.
        if stage.startswith("round-") and stage in self.names:
            state = self._state(stage)
            return score(self.scheme, self.methods, state.table, state.marks)
        sheets = {"reported": "reported", "self": "self_scored", "appraised": "appraised", "final": "final"}
        sheet: ScoreSheet = getattr(self, sheets[stage])
        return sheet

    def settled(self, stage: str) -> tuple[Finding, ...]:
        """What was found in the reports and no longer holds at a stage, because figures were corrected."""
        return () if stage in ("reported", "self") else self._state(stage).settled

    def endings(self, stage: str) -> Iterator[tuple[Entry, EntryEnding]]:
        """All entries of the year, and what became of each at a stage."""
        early = stage in ("reported", "self")
        reached = 0 if early else int(stage.removeprefix("round-")) if stage.startswith("round-") else None
        # Before the survey is counted such an entry still holds.
        overruled = self.overruled if stage == "final" else frozenset()
        for entry, ending in (self.rounds[0] if early else self._state(stage)).endings():
            if reached is None or entry.round <= reached:
                yield entry, "overruled" if entry.id in overruled else ending
        if reached is None:
            return
        for entry, _ in self.rounds[-1].endings():
            if entry.round > reached:
                yield entry, "later"

    def _state(self, stage: str) -> RoundState:
        """The state of an appraisal at a stage after the first round."""
        numbered = stage.startswith("round-")
        # By its place, for a year may have entries of rounds 1 and 3 only; the first state is before any round.
        return self.rounds[1 + self._numbers.index(int(stage.removeprefix("round-")))] if numbered else self.rounds[-1]

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the work of the year gives to look at."""
        overruled = tuple(
            Finding(
                "survey-mark",
                replace(entry.origin.place(self.reported_table.units[row].label), criterion=number),
                {"id": entry.id},
            )
            for (row, number), entry in sorted(self._marks_overruled.items())
        )
        return self._found(self.rounds[-1], (*self._surveyed[1], *overruled), self.entries)

    def findings_at(self, stage: str) -> tuple[Finding, ...]:
        """The same at a stage: of a round, without what later rounds and the survey give."""
        if not stage.startswith("round-"):
            return self.findings
        state, reached = self._state(stage), int(stage.removeprefix("round-"))
        return self._found(state, (), [entry for entry in self.entries if entry.round <= reached])

    def _found(self, state: RoundState, surveyed: Sequence[Finding], entries: Sequence[Entry]) -> tuple[Finding, ...]:
        found: list[Finding] = [*self._counted[1], *state.findings, *surveyed]
        if self.no_survey:
            found += without_survey(self.full_scheme, self.methods, self.no_survey)[1]
        found += self._claim_doubts
        later = {(entry.unit, entry.id) for entry in self.entries} - {(entry.unit, entry.id) for entry in entries}
        answers = [answer for answer in self.explanations if (answer.unit, answer.entry) not in later]
        acts = (*act_findings(self.acts, self.phases, state, entries, self._name), *self._needless_verdicts())
        return ordered((*found, *self._explained(entries, answers), *acts))

    @cached_property
    def _claim_doubts(self) -> tuple[Finding, ...]:
        return claim_doubts(self.claims, self.reported, self.methods)

    def _needless_verdicts(self) -> Iterator[Finding]:
        """Verdicts on entries that nobody has explained."""
        answered = {(answer.unit, answer.entry) for answer in self.explanations}
        for act in self.acts:
            if isinstance(act, Verdict) and (act.unit, act.entry) not in answered:
                yield Finding("verdict-nothing", act.origin.place(self._name(act.unit)), {"id": act.entry})

    def _explained(self, entries: Sequence[Entry], answers: Sequence[Explanation]) -> Iterator[Finding]:
        """Explanations that answer nothing, or come outside their phase."""
        known = {(entry.unit, entry.id): entry for entry in (*entries, *self.rounds[-1].chosen)}
        for answer in answers:
            entry, place = known.get((answer.unit, answer.entry)), answer.origin.place(self._name(answer.unit))
            if entry is None:
                yield Finding("explanation-entry", place, {"id": answer.entry})
            elif not self.is_answered_in_time(entry, answer):
                yield Finding("explanation-phase", place, {"day": moment_words(answer.on), "round": entry.round})

    def is_answered_in_time(self, entry: Entry, answer: Explanation) -> bool:
        """Whether an explanation of an entry falls into its phase, or into the unit's extension of it."""
        window = self.phases.explained_in(entry.round)
        extended = self.extended("explanation", entry.round).get(answer.unit)
        return window is not None and in_time(answer.on, window, extended)

    def _name(self, unit: str) -> str:
        return next((one.label for one in self.reported_table.units if one.code == unit), unit)
