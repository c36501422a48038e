"""How far a year has come: for each unit what was sent, looked at, answered, and what is still open."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from cchc_score.appraisal.acts import SurveyBatch
from cchc_score.appraisal.explanation_states import ExplanationState
from cchc_score.appraisal.moments import Moment, day_of
from cchc_score.appraisal.year_states import DRAFT, YearState
from cchc_score.model import Unit
from cchc_score.results.result_json import SCHEMA_VERSION
from cchc_score.results.year_blockers import Blocker, blocker_data

PhaseName = Literal["self-score", "appraisal", "explanation"]
SentState = Literal["absent", "sent", "late", "returned", "waiting", "unasked"]
"""Not sent; sent; sent out of time; returned for completion; a new version waits to be accepted; nobody asks for it."""
SENT_STATES: tuple[SentState, ...] = ("sent", "late", "returned", "waiting", "absent")


@dataclass(frozen=True, slots=True)
class Progress:
    """So many done of so many."""

    done: int = 0
    whole: int = 0


@dataclass(frozen=True, slots=True)
class RoundProgress:
    """How many criteria of a unit a round has looked at, of how many; how many are in conflict, need another look,
    or wait for the unit's answer to a question."""

    round: int
    seen: Progress
    conflicts: int = 0
    stale: int = 0
    asked: int = 0

    @property
    def unseen(self) -> int:
        """How many nobody has looked at."""
        return self.seen.whole - self.seen.done - self.conflicts - self.stale - self.asked


@dataclass(frozen=True, slots=True)
class AppraiserStatus:
    """How far an appraiser has come with the cells of so many units; without a name, what is assigned to nobody."""

    name: str
    units: int
    rounds: tuple[RoundProgress, ...]


@dataclass(frozen=True, slots=True)
class UnitStatus:
    """How far one unit has come.

    `figures` are the reported figures of those asked for, `claims` the criteria claimed of those that it may claim,
    `evidence` the claims with evidence of those with points. `survey` has the surveyed figures of those asked for; its
    whole is 0 where no survey is held. `open` is
    how many findings about the unit wait for somebody. What is locked is taken in no more but as an exception.
    """

    unit: Unit
    report: SentState
    figures: Progress
    self_score: SentState
    sent_on: date | None
    claims: Progress
    evidence: Progress
    rounds: tuple[RoundProgress, ...]
    explanations: Progress
    explanation_states: Mapping[ExplanationState, int]
    late_answers: int
    questions: Progress
    survey: Progress
    open: int
    report_locked: bool = False
    self_score_locked: bool = False


@dataclass(frozen=True, slots=True)
class PhaseDays:
    """When a phase of the year opens and closes, and whether it is open; `round` is 0 for the self-score."""

    phase: PhaseName
    round: int
    first: Moment | None
    last: Moment | None
    open: bool


@dataclass(frozen=True, slots=True)
class YearStatus:
    """How far all units have come by a moment, the year's phases and state, and what keeps it from being frozen."""

    moment: Moment
    units: tuple[UnitStatus, ...]
    phases: tuple[PhaseDays, ...] = ()
    state: YearState = DRAFT
    blockers: tuple[Blocker, ...] = ()
    appraisers: tuple[AppraiserStatus, ...] = ()
    batches: tuple[SurveyBatch, ...] = ()

    @property
    def open_phases(self) -> tuple[PhaseDays, ...]:
        """The phases into which the moment falls."""
        return tuple(phase for phase in self.phases if phase.open)

    def last_moment(self, phase: str, round: int = 0) -> Moment | None:
        """When a phase closes; None where it has none."""
        return next((one.last for one in self.phases if (one.phase, one.round) == (phase, round)), None)

    @property
    def missing(self) -> tuple[UnitStatus, ...]:
        """The units from which something is still waited for."""
        return tuple(unit for unit in self.units if owes(unit))


def owes(unit: UnitStatus) -> bool:
    """Whether a unit still has to send or to answer something."""
    waits = ("absent", "returned")
    progress = (unit.explanations, unit.questions)
    return unit.report in waits or unit.self_score in waits or any(one.done < one.whole for one in progress)


def counted(states: Sequence[SentState]) -> dict[SentState, int]:
    """How many there are of each state, of those that there are any of."""
    counts = Counter(states)
    return {state: counts[state] for state in SENT_STATES if counts[state]}


def status_data(status: YearStatus) -> dict[str, Any]:
    """The units with their states; numbers are counts."""
    return {
        "schema_version": SCHEMA_VERSION,
        "day": day_of(status.moment).isoformat(),
        "phases": [
            {
                "phase": phase.phase,
                "round": phase.round,
                "from": phase.first.isoformat() if phase.first else None,
                "to": phase.last.isoformat() if phase.last else None,
                "open": phase.open,
            }
            for phase in status.phases
        ],
        "state": _state_data(status.state),
        "blockers": [blocker_data(blocker) for blocker in status.blockers],
        "reports": counted([unit.report for unit in status.units]),
        "self_scores": counted([unit.self_score for unit in status.units]),
        "survey_batches": [{"name": one.batch, "state": one.state, "files": list(one.files)} for one in status.batches],
        "appraisers": [
            {"name": one.name, "units": one.units, "rounds": [_round_data(round) for round in one.rounds]}
            for one in status.appraisers
        ],
        "units": [_unit_data(unit) for unit in status.units],
    }


def _state_data(state: YearState) -> dict[str, Any]:
    step = state.step
    return {
        "name": state.name,
        "round": state.round,
        "since": step.on.isoformat() if step else None,
        "by": step.by if step else None,
        "reason": step.reason if step else None,
        "decision": step.decision if step else None,
        "date": step.dated.isoformat() if step and step.dated else None,
    }


def _unit_data(status: UnitStatus) -> dict[str, Any]:
    return {
        "code": status.unit.code,
        "name": status.unit.name,
        "kind": status.unit.kind,
        "report": status.report,
        "report_locked": status.report_locked,
        "figures": _progress_data(status.figures),
        "self_score": status.self_score,
        "self_score_locked": status.self_score_locked,
        "sent_on": status.sent_on.isoformat() if status.sent_on else None,
        "claims": _progress_data(status.claims),
        "evidence": _progress_data(status.evidence),
        "rounds": [_round_data(round) for round in status.rounds],
        "explanations": _progress_data(status.explanations),
        "explanation_states": dict(status.explanation_states),
        "late_explanations": status.late_answers,
        "questions": _progress_data(status.questions),
        "survey": _progress_data(status.survey),
        "open": status.open,
    }


def _round_data(round: RoundProgress) -> dict[str, Any]:
    return {
        "round": round.round,
        "seen": _progress_data(round.seen),
        "conflicts": round.conflicts,
        "stale": round.stale,
        "asked": round.asked,
    }


def _progress_data(progress: Progress) -> dict[str, int]:
    return {"done": progress.done, "of": progress.whole}
