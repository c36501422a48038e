"""The years in memory: read once for each state of a journal, and each stage scored once."""

from collections import OrderedDict, defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from threading import Lock
from time import monotonic
from typing import Generic, TypeVar

from cchc_score.app.appraisal_desk import Desk
from cchc_score.app.last_year_marks import LastMarks, last_year_marks
from cchc_score.app.report_files import ranking_report
from cchc_score.app.score_stage import score_stage, year_of
from cchc_score.app.unit_work import within_rounds
from cchc_score.appraisal.kept_entries import usable_entries
from cchc_score.appraisal.later_stages import later_stages
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.work_context import work_context
from cchc_score.errors import CchcError
from cchc_score.intake.unit_lookup import UnitLookup
from cchc_score.journal.fold import ACCEPTED
from cchc_score.results.year_report import YearReport
from cchc_score.year.kept_readings import KeptReadings
from cchc_score.year.load import Year, YearStages, load_stages
from cchc_score.year.work_reading import absent_files
from cchc_web.database_source import DatabaseSource, ReadRules
from cchc_web.models import KeptYear
from cchc_web.year_journal import year_root

Value = TypeVar("Value")
MOST_KEPT = 8
"""So many states of years, and so many stages of them, stay in memory."""
RECENT = 5
"""For so many seconds a ranking is given to others while a newer one is computed."""
_STATED = ("entry", "explanation", "act")
_OF_FILES = (ACCEPTED, "survey-batch")
"""Acts that let other versions of files, or other files, count."""


@dataclass(frozen=True, slots=True)
class WorkingYear:
    """A year as its journal stood when it was read: its source, its figures, its work in stages."""

    source: DatabaseSource
    year: Year
    staged: YearStages
    stages: Stages

    desks: dict[int, Desk] = field(default_factory=dict, compare=False)
    """The desks of rounds that somebody has looked at."""

    @property
    def number(self) -> int:
        """The number of the last event that all this rests on."""
        return self.source.journal.state.number

    def desk(self, round: int) -> Desk:
        """The desk of a round."""
        if round not in self.desks:
            self.desks[round] = Desk(self.stages, round)
        return self.desks[round]


class Kept(Generic[Value]):
    """The values that were asked for last, at `most` so many, for all threads."""

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most = most
        self._values: OrderedDict[Hashable, Value] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> Value | None:
        """The value of a key; None where it is not kept."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
            return self._values.get(key)

    def put(self, key: Hashable, value: Value) -> None:
        """Keep a value, and forget the one that was not asked for the longest."""
        with self._lock:
            self._values[key] = value
            while len(self._values) > self._most:
                self._values.popitem(last=False)


class ScoredYears:
    """Years as read, and their stages as scored, by the hash of the last event that they rest on."""

    def __init__(self) -> None:
        self._years: Kept[WorkingYear] = Kept()
        self._reports: Kept[YearReport] = Kept()
        self._last: Kept[LastMarks] = Kept()
        self._readings: defaultdict[int, KeptReadings] = defaultdict(KeptReadings)
        self._rules: dict[int, ReadRules | None] = {}
        self._newest: dict[int, WorkingYear] = {}
        self._ranked: dict[tuple[int, str, frozenset[int] | None], tuple[float, YearReport]] = {}
        # One at a time: two browsers that ask at once would compute the same twice. Whoever writes needs a year that
        # is read, and does not wait for rankings.
        self._reading, self._scoring = Lock(), Lock()

    def working(self, year: KeptYear) -> WorkingYear:
        """A year as its journal stands now, with its stages; a CchcError where it cannot be read whole."""
        source = DatabaseSource(year, kept=self._readings[year.pk])
        with self._reading:
            self._rules[year.pk] = source.share_rules(self._rules.get(year.pk))
            return self._working(source, (year.pk, source.state()))

    def report(self, year: KeptYear, stage: str, rounds: frozenset[int] | None = None) -> YearReport:
        """The ranking of a stage of a year as its journal stands now; an UnknownStage for any other word.

        With `rounds` it is the year as units know it, to which these rounds of the appraisal are opened.
        While a newer one is computed for somebody, others are given one that is a few seconds old: many look while
        many write, and nobody shall wait for all of them.
        """
        if not self._scoring.acquire(blocking=False):
            made, kept = self._ranked.get((year.pk, stage, rounds), (0.0, None))
            if kept is not None and monotonic() - made < RECENT:
                return kept
            self._scoring.acquire()
        try:
            return self._report(year, stage, rounds)
        finally:
            self._scoring.release()

    def _report(self, year: KeptYear, stage: str, rounds: frozenset[int] | None) -> YearReport:
        working = self.working(year)
        source = working.source
        state = (year.pk, source.journal.state.head, *source.rules_state(), stage, rounds)
        kept = self._reports.get(state)
        if kept is None:
            staged = working.staged
            if staged.stages is not None and rounds is not None:
                staged = replace(staged, stages=within_rounds(staged.stages, rounds))
            kept = ranking_report(score_stage(working.year, staged, stage), working.year)
            self._reports.put(state, kept)
        self._ranked[year.pk, stage, rounds] = (monotonic(), kept)
        return kept

    def last_marks(self, working: WorkingYear) -> LastMarks:
        """The marks of the year before; none where there is no such year, or where it cannot be read whole."""
        key = working.source.year.pk, working.source.rules_state()
        with self._scoring:
            if self._last.get(key) is None:
                try:
                    before = working.source.last_year()
                    self._last.put(key, last_year_marks(working.stages, before[1]) if before else {})
                except CchcError:
                    self._last.put(key, {})
            return self._last.get(key) or {}

    def _working(self, source: DatabaseSource, state: tuple[int, str]) -> WorkingYear:
        kept = self._years.get(state)
        if kept is None:
            kept = grown_year(self._newest.get(state[0]), source) or _read(source)
            self._years.put(state, kept)
            self._newest[state[0]] = kept
        return kept


def _read(source: DatabaseSource) -> WorkingYear:
    year, staged = year_of(source)
    # A year of reports alone has stages as well: whoever works in it begins with them.
    stages = staged.stages or load_stages(source, year).stages
    assert stages is not None, "a year that is loaded has its stages"
    return WorkingYear(source, year, staged, stages)


def grown_year(before: WorkingYear | None, source: DatabaseSource) -> WorkingYear | None:
    """A year with what people have stated since it was read; None where it has to be read anew.

    Entries, explanations and acts change no document: reading all of them after every save would take seconds.
    """
    if before is None or before.source.rules_state() != source.rules_state():
        return None
    state, known = source.journal.state, before.source.journal.state
    new = [event.happening for event in source.journal.events[known.number :]]
    if any(one.kind not in _STATED or one.body.get("act") in _OF_FILES for one in new):
        return None
    entries = [entry for key, entry in state.entries.items() if key not in known.entries]
    # Under an id that stood there already somebody else may have come in from another copy of the year.
    if len(entries) != sum(one.kind == "entry" for one in new):
        return None
    stages, gathered = before.stages, before.year.gathered
    owners = UnitLookup(gathered.table.units, gathered.table.units, gathered.gone)
    usable, unusable = usable_entries(entries, work_context(stages.scheme, owners))
    answers = state.explanations[len(known.explanations) :]
    absent = absent_files((*usable, *answers), year_root(source.year))
    later = later_stages(stages, (*stages.entries, *usable), state.explanations, state.acts)
    staged = replace(before.staged, stages=later, findings=(*before.staged.findings, *unusable, *absent))
    return WorkingYear(source, before.year, staged, later)


SCORED = ScoredYears()
