"""Whether something may still be written into a year, and if not, why and since when: the one function that says so.

Closing takes away writing only; what was written is read as before.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from cchc_score.appraisal.acts import Act, Confirmation, Extension, Return, SentThing
from cchc_score.appraisal.appraisal_model import Window
from cchc_score.appraisal.moments import Moment, is_by, start_of
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.timeliness import is_over
from cchc_score.appraisal.year_steps import closing_step, year_steps

Deed = Literal["report", "self-score", "appraisal", "explanation", "answer", "keeping"]
"""What somebody wants to write: figures, self-scores, a round's appraisal, its explanations, answers to questions.

`keeping` is what those do who keep the year: accept, return, extend, assign, choose, take in files.
"""
LockKind = Literal["day-passed", "not-begun", "already-appraised", "year-closed"]


@dataclass(frozen=True, slots=True)
class Lock:
    """Why nothing is taken any more, or not yet; `moment` is the end, the beginning or the day of it, where known."""

    kind: LockKind
    moment: Moment | None = None


def lock_on(
    deed: Deed, stages: Stages, moment: Moment, unit: str = "", round: int = 0, sent_again: bool = False
) -> Lock | None:
    """What keeps somebody from a deed at a moment; None where nothing does.

    `unit` is the code of the one that it is about, `round` that of appraisals and explanations. `sent_again` says that
    what was returned to the unit has come once more.
    """
    step = closing_step(year_steps(stages.acts).counting)
    if step is not None:
        return Lock("year-closed", step.on)
    if deed in ("keeping", "answer"):
        return None
    if deed == "report" or deed == "self-score":
        return _lock_on_sending(deed, stages, moment, unit, sent_again)
    if deed == "appraisal":
        return _lock_by(stages.phases.appraised_in(round), moment, None)
    return _lock_by(stages.phases.explained_in(round), moment, stages.extended("explanation", round).get(unit))


def open_return(
    acts: Iterable[Act], unit: str, thing: SentThing, sent_again: bool, sent_on: Moment | None = None
) -> Return | None:
    """The last return of what a unit has not sent again since, as the journal or the day that it bears says."""
    returns = [act for act in acts if isinstance(act, Return) and (act.unit, act.thing) == (unit, thing)]
    last = max(returns, key=lambda act: start_of(act.on), default=None)
    # What came between two returns answers the first of them alone. Of a day without its hour nobody knows that it was
    # later than an hour of the same day.
    if last is None or sent_again or (sent_on is not None and start_of(last.on) <= start_of(sent_on)):
        return None
    return last


def _lock_on_sending(thing: SentThing, stages: Stages, moment: Moment, unit: str, sent_again: bool) -> Lock | None:
    """What keeps a unit from sending: a return opens the way again, until the day that it sets."""
    returned = open_return(stages.acts, unit, thing, sent_again)
    if returned is not None and (returned.last is None or is_by(moment, returned.last)):
        return None
    worked = [entry.on for entry in stages.entries if entry.unit == unit]
    worked += [act.on for act in stages.acts if isinstance(act, Confirmation) and act.unit == unit]
    first = min(worked, key=start_of, default=None)
    if first is not None and not _extended_since(stages.acts, unit, first, moment):
        return Lock("already-appraised", first)
    limits = (stages.extended("self-score").get(unit), returned.last if returned else None)
    later = max((limit for limit in limits if limit is not None), key=start_of, default=None)
    return _lock_by(stages.phases.self_score, moment, later)


def _extended_since(acts: Iterable[Act], unit: str, since: Moment, moment: Moment) -> bool:
    """Whether somebody who knew that a unit was appraised has given it more time, which is not over."""
    return any(
        isinstance(act, Extension)
        and (act.unit, act.phase) == (unit, "self-score")
        and start_of(since) <= start_of(act.on)
        and is_by(moment, act.last)
        for act in acts
    )


def _lock_by(window: Window | None, moment: Moment, extended: Moment | None) -> Lock | None:
    """What the days of a phase say; a phase that the year does not have never begins."""
    if window is None:
        return Lock("not-begun")
    if window.first is not None and not is_by(window.first, moment):
        return Lock("not-begun", window.first)
    if is_over(window, moment) and (extended is None or not is_by(moment, extended)):
        ends = [end for end in (window.last, extended) if end is not None]
        return Lock("day-passed", max(ends, key=start_of))
    return None
