"""How far a year is as a whole: one function says it, from its phases, what was done, and the acts about it."""

from dataclasses import dataclass
from typing import Literal

from cchc_score.appraisal.acts import YearStep
from cchc_score.appraisal.moments import Moment, is_by
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.survey_progress import survey_figures
from cchc_score.appraisal.timeliness import is_over
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


def year_state(stages: Stages, moment: Moment) -> YearState:
    """The state of a year at a moment."""
    step = closing_step([act for act in year_steps(stages.acts).counting if is_by(act.on, moment)])
    if step is not None:
        return YearState("published" if step.step == "published" else "frozen", step=step)
    phases = stages.year_phases
    begun = [phase for phase in phases if phase.has_begun(moment)]
    if not begun:
        return DRAFT
    last = begun[-1]
    if last is phases[-1] and is_over(last.window, moment) and is_survey_awaited(stages):
        return YearState("survey")
    return YearState(last.name, last.round)


def is_survey_awaited(stages: Stages) -> bool:
    """Whether the survey has still to give a figure of some unit."""
    return any(not all(known.values()) for known in survey_figures(stages))
