"""Show how far a year has come: who has sent what, what was looked at, what was answered, what is open."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from cchc_score.app.appraiser_progress import appraiser_progress, round_progress
from cchc_score.app.find_blockers import year_blockers
from cchc_score.appraisal.acts import Confirmation, Question, SentThing
from cchc_score.appraisal.appraisal_model import Claim, Explanation, Phases, Window
from cchc_score.appraisal.cell_states import CellState, CellStates, appraised_leaves, cell_states, cells_to_look_at
from cchc_score.appraisal.claims import given_by_others
from cchc_score.appraisal.explanation_states import EXPLANATION_STATES, ExplanationState, explanation_states
from cchc_score.appraisal.locks import open_return
from cchc_score.appraisal.moments import Moment, day_of, start_of
from cchc_score.appraisal.questions import asked_questions
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.survey_batches import survey_batches
from cchc_score.appraisal.survey_progress import survey_figures
from cchc_score.appraisal.timeliness import has_closed, in_time
from cchc_score.appraisal.year_states import year_state
from cchc_score.appraisal.year_steps import closing_step, year_steps
from cchc_score.findings import Finding
from cchc_score.results.year_status import (
    PhaseDays,
    PhaseName,
    Progress,
    RoundProgress,
    SentState,
    UnitStatus,
    YearStatus,
)
from cchc_score.rule_words import used
from cchc_score.year.load import Year, YearStages, load_stages, load_year, no_progress
from cchc_score.year.parallel import Progress as Told
from cchc_score.year.source import HandedIn, YearSource


def show_status(
    source: YearSource, moment: Moment, progress: Told = no_progress
) -> tuple[YearStatus, tuple[Finding, ...]]:
    """The state of every unit at a moment, and why some documents could not be read, which are then not counted."""
    year = load_year(source, progress)
    staged = load_stages(source, year, progress)
    return status_of(year, staged, source.handed_in(), moment), (*year.unread, *staged.unread)


def status_of(
    year: Year, staged: YearStages, handed_in: Mapping[tuple[str, SentThing], HandedIn], moment: Moment
) -> YearStatus:
    """The state of every unit of a year that was read; `handed_in` is as of its source."""
    stages = staged.stages
    assert stages is not None, "a year that is loaded has its stages"
    open_findings = [
        finding
        for finding in (*year.gathered.findings, *staged.findings, *stages.findings)
        # What nobody need do anything about is not open; that something was not sent is told in its own column.
        if finding.severity != "note" and finding.code not in ("unit-without-report", "claims-absent")
    ]
    gathered = _Units(stages, open_findings, handed_in, moment)
    units = gathered.all()
    return YearStatus(
        moment=moment,
        units=units,
        phases=_phase_days(year.rules.phases, moment),
        state=year_state(stages, moment),
        blockers=year_blockers(units, stages, year.gathered.findings),
        batches=survey_batches(stages.acts).batches,
        appraisers=appraiser_progress(stages, {round: gathered.to_look_at(round) for round in gathered.rounds}),
    )


_ASKS_TO_LOOK = frozenset({"claim-differs", "claim-not-applicable", "claim-evidence"})
_LOOKED_AT = frozenset({"kept", "adjusted", "settled"})
_HELD: tuple[SentState, ...] = ("sent", "late", "waiting")
"""States of what a unit has sent and does not have to send again."""


class _Units:
    """The units of a year while their states are gathered."""

    def __init__(
        self,
        stages: Stages,
        findings: list[Finding],
        handed_in: Mapping[tuple[str, SentThing], HandedIn],
        moment: Moment,
    ) -> None:
        self.stages, self.handed_in, self.moment = stages, handed_in, moment
        self.explained = explanation_states(stages, moment)
        self.table = stages.reported_table
        scheme, methods = stages.scheme, stages.methods
        asked = {code for leaf in scheme.leaves for code in used(scheme, leaf, methods)}
        self.reported = [code for code in sorted(asked) if scheme.indicators[code].source == "report"]
        self.surveyed = survey_figures(stages)
        self.claimable = [
            number
            for number in appraised_leaves(stages)
            if not given_by_others(scheme.criteria[number], scheme, methods)
        ]
        phases = stages.phases
        appraised = {entry.round for entry in stages.entries}
        appraised |= {act.round for act in stages.acts if isinstance(act, Confirmation | Question)}
        self.rounds = range(1, max((len(phases.appraisal), *appraised), default=0) + 1)
        self.cells: dict[int, CellStates] = {round: cell_states(stages, round) for round in self.rounds}
        # Gathered once by unit: looked for unit by unit they would be gone through as often as there are units.
        self.cells_of = {round: self._by_row(round) for round in self.rounds}
        self.claims_of: dict[str, list[Claim]] = defaultdict(list)
        for claim in stages.claimed:
            self.claims_of[claim.unit].append(claim)
        self.counted_rows = {row for row, _ in stages.claims}
        self.explained_of: dict[str, Counter[ExplanationState]] = defaultdict(Counter)
        for (code, _), state in self.explained.items():
            self.explained_of[code][state] += 1
        self.answers_of: dict[str, list[Explanation]] = defaultdict(list)
        for answer in stages.explanations:
            self.answers_of[answer.unit].append(answer)
        self.answerable = {(entry.unit, entry.id): entry for entry in stages.answerable}
        self.appraised = {entry.unit for entry in stages.entries}
        self.appraised |= {act.unit for act in stages.acts if isinstance(act, Confirmation)}
        self.rows_of: dict[str, list[int]] = defaultdict(list)
        for row, unit in enumerate(self.table.units):
            self.rows_of[unit.label].append(row)
        self.open = Counter(finding.place.unit for finding in findings if not self._is_done(finding))

    def _by_row(self, round: int) -> dict[int, Counter[CellState]]:
        found: dict[int, Counter[CellState]] = defaultdict(Counter)
        for (row, _), state in self.to_look_at(round).items():
            found[row][state] += 1
        return found

    def _is_done(self, finding: Finding) -> bool:
        """Whether a finding only asks to look at a claim, and somebody has looked at it."""
        if finding.code not in _ASKS_TO_LOOK:
            return False
        cells = [(row, finding.place.criterion) for row in self.rows_of[finding.place.unit]]
        return any(states.get(cell) in _LOOKED_AT for states in self.cells.values() for cell in cells)

    def all(self) -> tuple[UnitStatus, ...]:
        return tuple(self._status(row) for row in range(len(self.table.units)))

    def _status(self, row: int) -> UnitStatus:
        unit, table = self.table.units[row], self.table
        claims = self.claims_of[unit.code]
        with_points = [claim for claim in claims if claim.mark.points]
        figures = Progress(sum(table.known(row, code) for code in self.reported), len(self.reported))
        sent = max((claim.on for claim in claims if claim.on is not None), key=start_of, default=None)
        explained = Counter(self._explanations(unit.code))
        report = self._state(unit.code, "report", bool(figures.done), None, True) if figures.whole else "unasked"
        self_score = self._state(unit.code, "self-score", bool(claims), sent, row in self.counted_rows)
        return UnitStatus(
            unit=unit,
            report=report,
            report_locked=report in _HELD and self._is_locked(unit.code, "report"),
            figures=figures,
            self_score=self_score,
            self_score_locked=self_score in _HELD and self._is_locked(unit.code, "self-score"),
            sent_on=day_of(sent) if sent else None,
            claims=Progress(len({claim.criterion for claim in claims}), len(self.claimable)),
            evidence=Progress(sum(bool(claim.evidence) for claim in with_points), len(with_points)),
            rounds=tuple(self._round(row, round) for round in self.rounds),
            explanations=Progress(explained.total() - explained["open"] - explained["overdue"], explained.total()),
            explanation_states=explained,
            late_answers=self._late_answers(unit.code),
            questions=self._questions(unit.code),
            survey=self._survey(row),
            open=self.open[unit.label],
        )

    def _state(self, unit: str, thing: SentThing, sent: bool, on: Moment | None, counts: bool) -> SentState:
        """The state of what a unit sends; `on` is the day that it bears, `counts` whether any of it does."""
        handed_in = self.handed_in.get((unit, thing))
        if handed_in == "waits":
            return "waiting"
        if open_return(self.stages.acts, unit, thing, handed_in == "again", on) is not None:
            return "returned"
        if not sent:
            return "absent"
        timely = in_time(on, self.stages.phases.self_score, self.stages.sent_until.get(unit))
        return "late" if thing == "self-score" and not (timely and counts) else "sent"

    def to_look_at(self, round: int) -> CellStates:
        """The cells that a round has to look at."""
        return cells_to_look_at(self.stages, round, self.cells[round])

    def _round(self, row: int, round: int) -> RoundProgress:
        return round_progress(round, self.cells_of[round][row])

    def _explanations(self, unit: str) -> dict[ExplanationState, int]:
        """How many entries about a unit that count and may be answered are in each state, of those there are any of."""
        counts = self.explained_of[unit]
        return {state: counts[state] for state in EXPLANATION_STATES if counts[state]}

    def _is_locked(self, unit: str, thing: SentThing) -> bool:
        """Whether nothing more is taken from a unit: it is appraised, its time is over, or the year is frozen."""
        stages = self.stages
        if closing_step(year_steps(stages.acts).counting) is not None:
            return True
        if thing == "report":
            return unit in self.appraised
        return has_closed(stages.phases.self_score, self.moment, stages.extended("self-score").get(unit))

    def _late_answers(self, unit: str) -> int:
        own = [answer for answer in self.answers_of[unit] if (unit, answer.entry) in self.answerable]
        return sum(not self.stages.is_answered_in_time(self.answerable[unit, answer.entry], answer) for answer in own)

    def _questions(self, unit: str) -> Progress:
        """How many questions about a unit it has answered."""
        own = [asked for asked in asked_questions(self.stages.acts) if asked.question.unit == unit]
        return Progress(sum(asked.is_answered for asked in own), len(own))

    def _survey(self, row: int) -> Progress:
        """How many figures of the survey are known, of those that decide something which is not taken out."""
        known = self.surveyed[row].values()
        return Progress(sum(known), len(known))


def _phase_days(phases: Phases, moment: Moment) -> tuple[PhaseDays, ...]:
    windows: list[tuple[PhaseName, int, Window]] = [("self-score", 0, phases.self_score)]
    windows += [("appraisal", number, window) for number, window in enumerate(phases.appraisal, 1)]
    windows += [("explanation", number, window) for number, window in enumerate(phases.explanation, 1)]
    return tuple(
        PhaseDays(phase, round, window.first, window.last, in_time(moment, window))
        for phase, round, window in windows
        if window != Window()
    )
