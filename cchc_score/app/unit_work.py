"""The work of one unit in a year: what it has sent, what was returned, what it is asked, until when."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from cchc_score.appraisal.acts import Confirmation, Return, SentThing, Settlement, Verdict
from cchc_score.appraisal.appraisal_model import Window
from cchc_score.appraisal.explanation_states import explanation_states
from cchc_score.appraisal.locks import Deed, Lock, lock_on, open_return
from cchc_score.appraisal.moments import Moment, is_by, start_of
from cchc_score.appraisal.questions import AskedQuestion, asked_questions
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.timeliness import has_begun, in_time, is_over
from cchc_score.appraisal.year_states import YearState, year_state
from cchc_score.results.year_status import SentState
from cchc_score.year.source import HandedIn

SENT_THINGS: tuple[SentThing, ...] = ("report", "self-score")
HandedInThings = Mapping[tuple[str, SentThing], HandedIn]


@dataclass(frozen=True, slots=True)
class SentWork:
    """A report or a self-score of a unit: its state, the return that is open, and what keeps it from being sent now."""

    thing: SentThing
    state: SentState
    returned: Return | None
    lock: Lock | None


@dataclass(frozen=True, slots=True)
class UnitWork:
    """How far a unit is by a moment; `last` is until when it may send, complete, or explain.

    `to_explain` are how many adjustments of each round that is opened to units wait for an answer.
    """

    state: YearState
    last: Moment | None
    report: SentWork
    self_score: SentWork
    questions: tuple[AskedQuestion, ...]
    to_explain: Mapping[int, int]

    @property
    def open_questions(self) -> int:
        """How many questions nobody has answered."""
        return sum(not one.is_answered for one in self.questions)


def unit_work(stages: Stages, row: int, handed_in: HandedInThings, moment: Moment) -> UnitWork:
    """The work of the unit in a row."""
    unit = stages.reported_table.units[row].code
    states = explanation_states(stages, moment)
    opened = opened_rounds(stages, moment)
    rounds = {(entry.unit, entry.id): entry.round for entry in stages.answerable}
    waiting = Counter(rounds[key] for key, state in states.items() if key[0] == unit and state == "open")
    report, self_score = (_sent(stages, row, thing, handed_in, moment) for thing in SENT_THINGS)
    return UnitWork(
        state=year_state(stages, moment),
        last=_last(stages, unit, sorted(opened), (report.returned, self_score.returned), moment),
        report=report,
        self_score=self_score,
        questions=tuple(one for one in asked_questions(stages.acts) if one.question.unit == unit),
        to_explain={round: waiting[round] for round in sorted(opened)},
    )


def _sent(stages: Stages, row: int, thing: SentThing, handed_in: HandedInThings, moment: Moment) -> SentWork:
    unit = stages.reported_table.units[row].code
    claims = [claim for claim in stages.claimed if claim.unit == unit]
    on = max((claim.on for claim in claims if claim.on is not None), key=start_of, default=None)
    said = handed_in.get((unit, thing))
    returned = open_return(stages.acts, unit, thing, said is not None, on if thing == "self-score" else None)
    there = bool(claims) if thing == "self-score" else _has_reported(stages, row)
    timely = in_time(on, stages.phases.self_score, stages.sent_until.get(unit))
    state: SentState
    if said == "waits":
        state = "waiting"
    elif returned is not None:
        state = "returned"
    elif not there:
        state = "absent"
    else:
        state = "late" if thing == "self-score" and not timely else "sent"
    deed: Deed = thing
    return SentWork(thing, state, returned, lock_on(deed, stages, moment, unit, sent_again=said is not None))


def _has_reported(stages: Stages, row: int) -> bool:
    table, indicators = stages.reported_table, stages.scheme.indicators
    return any(
        table.known(row, code)
        for code in table.columns
        if indicators[code].source == "report" and not indicators[code].derived and not indicators[code].last_year_of
    )


def _last(
    stages: Stages, unit: str, opened: Collection[int], returns: Iterable[Return | None], moment: Moment
) -> Moment | None:
    """Until when a unit may do what is still open to it: complete what was returned, send, or explain.

    Where all of it has ended, when the last of it did.
    """
    returned = [one.last for one in returns if one is not None and one.last is not None]
    phases = stages.phases
    ends = [_end(phases.self_score, stages.extended("self-score").get(unit))]
    ends += [_end(phases.explained_in(round), stages.extended("explanation", round).get(unit)) for round in opened]
    known = [*returned, *(end for end in ends if end is not None)]
    open_ = [end for end in known if is_by(moment, end)]
    return min(open_, key=start_of) if open_ else max(known, key=start_of, default=None)


def _end(window: Window | None, extended: Moment | None) -> Moment | None:
    ends = [end for end in (window.last if window else None, extended) if end is not None]
    return max(ends, key=start_of, default=None)


def opened_rounds(stages: Stages, moment: Moment) -> frozenset[int]:
    """The rounds of the appraisal whose results units may see: their explanations have begun, or all is published."""
    rounds = {entry.round for entry in stages.answerable}
    if is_published(stages, moment):
        return frozenset(rounds)
    return frozenset(round for round in rounds if _is_opened(stages, round, moment))


def is_published(stages: Stages, moment: Moment) -> bool:
    """Whether the results of a year are public by a moment."""
    return year_state(stages, moment).name == "published"


def within_rounds(stages: Stages, rounds: Collection[int]) -> Stages:
    """A year as its units may know it: with the appraisal of the rounds that are opened, and without the survey."""
    entries = tuple(entry for entry in stages.entries if entry.round in rounds)
    acts = [act for act in stages.acts if not isinstance(act, Confirmation | Settlement) or act.round in rounds]
    known = {(entry.unit, entry.id) for entry in entries}
    known |= {(act.unit, act.id) for act in acts if isinstance(act, Settlement)}
    return replace(
        stages,
        entries=entries,
        explanations=tuple(one for one in stages.explanations if (one.unit, one.entry) in known),
        acts=tuple(act for act in acts if not isinstance(act, Verdict) or (act.unit, act.entry) in known),
        survey=None,
    )


def _is_opened(stages: Stages, round: int, moment: Moment) -> bool:
    explained, appraised = stages.phases.explained_in(round), stages.phases.appraised_in(round)
    if explained is None:
        return False
    if explained.first is not None:
        return has_begun(explained, moment)
    # Without a day of its own it follows the appraisal, as soon as that has ended.
    return appraised is None or appraised.last is None or is_over(appraised, moment)
