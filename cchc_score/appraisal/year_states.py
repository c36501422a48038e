"""How far a year is as a whole: one function says it, from its phases, what was done, and the acts about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from cchc_score.appraisal.acts import Confirmation, YearStep
from cchc_score.appraisal.appraisal_model import Window
from cchc_score.appraisal.moments import Moment, is_by, start_of
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.survey import surveyed_facts
from cchc_score.appraisal.timeliness import has_begun, is_over
from cchc_score.appraisal.year_steps import closing_step, year_steps

StateName = Literal["draft", "self-score", "appraisal", "explanation", "survey", "frozen", "published"]


@dataclass(frozen=True, slots=True)
class YearState:
    """The state of a year; `round` is of appraisals and explanations, `step` the act that froze or published it."""

    name: StateName
    round: int = 0
    step: YearStep | None = None


DRAFT = YearState("draft")
"""Nothing has begun yet."""


@dataclass(frozen=True, slots=True)
class _Phase:
    """A phase of the year in its order, and when somebody first worked in it."""

    name: StateName
    round: int
    window: Window
    worked: Moment | None

    def has_begun(self, moment: Moment) -> bool:
        """Whether it has begun by a moment: on its day, or where it has none with the first work in it."""
        if self.window.first is not None:
            return has_begun(self.window, moment)
        return self.worked is not None and is_by(self.worked, moment)


def year_state(stages: Stages, moment: Moment) -> YearState:
    """The state of a year at a moment."""
    step = closing_step([act for act in year_steps(stages.acts).counting if is_by(act.on, moment)])
    if step is not None:
        return YearState("published" if step.step == "published" else "frozen", step=step)
    phases = list(_phases(stages))
    begun = [phase for phase in phases if phase.has_begun(moment)]
    if not begun:
        return DRAFT
    last = begun[-1]
    if last is phases[-1] and is_over(last.window, moment) and is_survey_awaited(stages):
        return YearState("survey")
    return YearState(last.name, last.round)


def is_survey_awaited(stages: Stages) -> bool:
    """Whether the survey has still to give a figure of some unit."""
    codes = {code for own in surveyed_facts(stages.scheme, stages.methods).values() for code in own}
    survey, rows = stages.survey, range(len(stages.reported_table.units))
    return bool(codes) and (survey is None or not all(survey.known(row, code) for code in codes for row in rows))


def _phases(stages: Stages) -> Iterator[_Phase]:
    """The phases of a year, one after the other."""
    phases = stages.phases
    kept = [act for act in stages.acts if isinstance(act, Confirmation)]
    rounds = {entry.id: entry.round for entry in stages.entries}
    yield _Phase("self-score", 0, phases.self_score, _first(claim.on for claim in stages.claimed))
    worked_in = (*rounds.values(), *(act.round for act in kept))
    for round in range(1, max((len(phases.appraisal), *worked_in)) + 1):
        worked = [entry.on for entry in stages.entries if entry.round == round]
        worked += [act.on for act in kept if act.round == round]
        yield _Phase("appraisal", round, phases.appraised_in(round) or Window(), _first(worked))
        window = phases.explained_in(round)
        answers = [answer.on for answer in stages.explanations if rounds.get(answer.entry) == round]
        if window is not None and (window != Window() or answers):
            yield _Phase("explanation", round, window, _first(answers))


def _first(moments: Iterable[Moment | None]) -> Moment | None:
    return min((moment for moment in moments if moment is not None), key=start_of, default=None)
