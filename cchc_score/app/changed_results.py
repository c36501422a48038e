"""What a round of the appraisal changed for one unit, and what the unit has answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from cchc_score.appraisal.acts import Verdict
from cchc_score.appraisal.appraisal_model import Claim, Entry, Explanation, Known
from cchc_score.appraisal.cell_states import criteria_of
from cchc_score.appraisal.explanation_states import ExplanationState, explanation_states
from cchc_score.appraisal.moments import Moment, start_of
from cchc_score.appraisal.round_state import RoundState
from cchc_score.appraisal.stages import Stages
from cchc_score.model import Criterion
from cchc_score.sheet import HandMark, Mark


@dataclass(frozen=True, slots=True)
class ChangedResult:
    """What an entry of a round changed for a unit: its criterion, what the unit had said, what was set, and answers.

    `claimed` is the unit's claim of the criterion, `before` its mark by its own figures, `after` its mark after the
    round. `figure` are the old and the new value where the entry corrects a figure.
    """

    entry: Entry
    criterion: Criterion | None
    claim: Claim | None
    before: Mark | None
    after: Mark | None
    figure: tuple[Known | None, Known | None] | None
    state: ExplanationState | None
    answers: tuple[Explanation, ...]
    verdict: Verdict | None

    @property
    def lost(self) -> Fraction:
        """By how many points the unit has less than it claimed."""
        if self.claim is None or self.after is None:
            return Fraction(0)
        return self.claim.mark.points - self.after.low


def changed_results(stages: Stages, row: int, round: int, moment: Moment) -> tuple[ChangedResult, ...]:
    """What a round changed for the unit in a row, in the order of the scheme; an entry of two criteria stands twice."""
    unit = stages.reported_table.units[row].code
    applied = [entry for entry in _state(stages, round).applied if (entry.unit, entry.round) == (unit, round)]
    states = explanation_states(stages, moment)
    found = [_changed(stages, row, entry, number, states) for entry in applied for number in _numbers(stages, entry)]
    order = {number: at for at, number in enumerate(stages.scheme.criteria)}
    return tuple(sorted(found, key=lambda one: (order[one.criterion.number] if one.criterion else -1, one.entry.id)))


def _state(stages: Stages, round: int) -> RoundState:
    """The state after a round: a later one may have replaced what this one changed."""
    before = sorted({entry.round for entry in stages.entries if entry.round <= round})
    return stages.rounds[len(before)]


def _numbers(stages: Stages, entry: Entry) -> tuple[str, ...]:
    numbers = (entry.criterion,) if entry.criterion else tuple(criteria_of(stages, entry.indicator))
    return numbers or ("",)


def _changed(
    stages: Stages, row: int, entry: Entry, number: str, states: Mapping[tuple[str, str], ExplanationState]
) -> ChangedResult:
    key, sheet = (entry.unit, entry.id), stages.sheet(f"round-{entry.round}")
    verdicts = [act for act in stages.acts if isinstance(act, Verdict) and (act.unit, act.entry) == key]
    return ChangedResult(
        entry=entry,
        criterion=stages.scheme.criteria[number] if number else None,
        claim=stages.claims.get((row, number)),
        before=stages.reported.mark(row, stages.reported.at(number)) if number else None,
        after=sheet.mark(row, sheet.at(number)) if number else None,
        figure=(_known(entry.old), _known(entry.new)) if entry.indicator else None,
        state=states.get(key),
        answers=tuple(one for one in stages.explanations if (one.unit, one.entry) == key),
        verdict=max(verdicts, key=lambda act: start_of(act.on), default=None),
    )


def _known(state: HandMark | Known | None) -> Known | None:
    return state if isinstance(state, Known) else None
