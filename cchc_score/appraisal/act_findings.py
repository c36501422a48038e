"""What is to be said of the acts of a year: those that cannot follow, answer nothing, or come outside their phase."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from cchc_score.appraisal.acts import Act, Answer, Question, Settlement
from cchc_score.appraisal.appraisal_model import Entry, Phases
from cchc_score.appraisal.moments import is_by, moment_words
from cchc_score.appraisal.round_state import RoundState
from cchc_score.appraisal.survey_batches import survey_batches
from cchc_score.appraisal.timeliness import in_time
from cchc_score.appraisal.year_steps import closing_step, year_steps
from cchc_score.findings import Finding


def act_findings(
    acts: Sequence[Act], phases: Phases, state: RoundState, entries: Sequence[Entry], name: Callable[[str], str]
) -> Iterator[Finding]:
    """The findings about acts, at a state of the rounds; `name` says what a unit is called."""
    yield from _about_steps(acts, entries, name)
    yield from _about_settlements(acts, phases, state, name)
    yield from _about_answers(acts, name)
    for act in survey_batches(acts).unfounded:
        yield Finding("survey-batch-reason", act.origin.place(), {"name": act.batch})


def _about_steps(acts: Sequence[Act], entries: Sequence[Entry], name: Callable[[str], str]) -> Iterator[Finding]:
    """Steps of the year that cannot follow the one before, and entries dated after it was frozen."""
    steps = year_steps(acts)
    for step in steps.misplaced:
        yield Finding("year-step", step.origin.place(), {"day": moment_words(step.on), "name": step.by})
    closing = closing_step(steps.counting)
    later = [entry for entry in entries if closing is not None and not is_by(entry.on, closing.on)]
    if closing is not None and later:
        args = {"day": moment_words(closing.on), "count": len(later)}
        yield Finding("year-frozen-later", later[0].origin.place(name(later[0].unit)), args)


def _about_settlements(
    acts: Sequence[Act], phases: Phases, state: RoundState, name: Callable[[str], str]
) -> Iterator[Finding]:
    """Choices of the council between entries that do not differ, or no longer, or outside of the round's phase."""
    used = {(entry.round, entry.target) for entry in state.chosen}
    for act in acts:
        if not isinstance(act, Settlement):
            continue
        place = replace(act.origin.place(name(act.unit)), criterion=act.criterion)
        window = phases.appraised_in(act.round)
        if window is not None and not in_time(act.on, window):
            yield Finding("entry-phase", place, {"day": moment_words(act.on), "round": act.round})
        elif (act.round, act.target) not in used:
            yield Finding("settlement-nothing", place, {"round": act.round})


def _about_answers(acts: Sequence[Act], name: Callable[[str], str]) -> Iterator[Finding]:
    """Answers to questions that nobody has asked, and questions under one id."""
    questions = [act for act in acts if isinstance(act, Question)]
    asked = {(act.unit, act.id) for act in questions}
    for act in acts:
        if isinstance(act, Answer) and (act.unit, act.question) not in asked:
            yield Finding("answer-question", act.origin.place(name(act.unit)), {"id": act.question})
    for place, act in enumerate(questions):
        before = [one for one in questions[:place] if (one.unit, one.id) == (act.unit, act.id)]
        if any(replace(one, origin=act.origin) != act for one in before):
            yield Finding("question-id-twice", act.origin.place(name(act.unit)), {"id": act.id})
