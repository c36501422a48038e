"""What has become of each entry that a unit may answer: open, answered, decided about, or overdue."""

from collections.abc import Iterable, Mapping
from typing import Literal

from cchc_score.appraisal.acts import Act, Verdict
from cchc_score.appraisal.moments import Moment, start_of
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.timeliness import has_closed

ExplanationState = Literal["open", "overdue", "answered", "accepted", "partly", "rejected"]
EXPLANATION_STATES: tuple[ExplanationState, ...] = ("open", "overdue", "answered", "accepted", "partly", "rejected")


def explanation_states(stages: Stages, moment: Moment) -> Mapping[tuple[str, str], ExplanationState]:
    """The state of each entry that counts and may be answered, by its unit and id."""
    answered = {(answer.unit, answer.entry) for answer in stages.explanations}
    verdicts = {key: verdict.result for key, verdict in last_verdicts(stages.acts).items()}
    found: dict[tuple[str, str], ExplanationState] = {}
    for entry in stages.rounds[-1].applied:
        window, key = stages.phases.explained_in(entry.round), (entry.unit, entry.id)
        if window is None:
            continue
        extended = stages.extended("explanation", entry.round).get(entry.unit)
        waits: ExplanationState = "overdue" if has_closed(window, moment, extended) else "open"
        found[key] = verdicts.get(key, "answered") if key in answered else waits
    return found


def last_verdicts(acts: Iterable[Act]) -> Mapping[tuple[str, str], Verdict]:
    """What was last decided about each answer, by the unit and the entry."""
    verdicts = (act for act in acts if isinstance(act, Verdict))
    in_order = sorted(verdicts, key=lambda act: (start_of(act.on), act.result, act.reason, act.by))
    return {(act.unit, act.entry): act for act in in_order}
