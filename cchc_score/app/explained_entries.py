"""What units have explained: each entry of a round with its answers, and what was decided about them."""

from collections import defaultdict
from dataclasses import dataclass

from cchc_score.appraisal.acts import Verdict
from cchc_score.appraisal.appraisal_model import Entry, Explanation
from cchc_score.appraisal.cell_states import criteria_of
from cchc_score.appraisal.explanation_states import ExplanationState, explanation_states
from cchc_score.appraisal.moments import Moment, start_of
from cchc_score.appraisal.stages import Stages


@dataclass(frozen=True, slots=True)
class ExplainedEntry:
    """An entry that counts, the criteria that it decides, the answers to it, and what was decided, the newest last."""

    entry: Entry
    criteria: tuple[str, ...]
    state: ExplanationState
    answers: tuple[Explanation, ...]
    verdicts: tuple[Verdict, ...]


def explained_entries(stages: Stages, round: int, moment: Moment) -> tuple[ExplainedEntry, ...]:
    """The entries of a round that may be answered: those that wait for a decision first, then in the order of units."""
    states = explanation_states(stages, moment)
    answers: dict[tuple[str, str], list[Explanation]] = defaultdict(list)
    for answer in stages.explanations:
        answers[answer.unit, answer.entry].append(answer)
    verdicts: dict[tuple[str, str], list[Verdict]] = defaultdict(list)
    for act in stages.acts:
        if isinstance(act, Verdict):
            verdicts[act.unit, act.entry].append(act)
    rows = {unit.code: row for row, unit in enumerate(stages.reported_table.units)}
    found = [
        ExplainedEntry(
            entry=entry,
            criteria=(entry.criterion,) if entry.criterion else criteria_of(stages, entry.indicator),
            state=states[entry.unit, entry.id],
            answers=tuple(sorted(answers[entry.unit, entry.id], key=lambda one: start_of(one.on))),
            verdicts=tuple(sorted(verdicts[entry.unit, entry.id], key=lambda one: start_of(one.on))),
        )
        for entry in stages.rounds[-1].applied
        if entry.round == round and (entry.unit, entry.id) in states
    ]
    return tuple(sorted(found, key=lambda one: (one.state != "answered", rows[one.entry.unit], one.criteria)))
