"""The years in memory: read once for each state of a journal, and each stage scored once."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from threading import Lock
from time import monotonic
from typing import Generic, TypeVar

from cchc_score.app.report_files import ranking_report
from cchc_score.app.score_stage import score_stage, year_of
from cchc_score.appraisal.stages import Stages
from cchc_score.results.year_report import YearReport
from cchc_score.year.load import Year, YearStages, load_stages
from cchc_web.database_source import DatabaseSource
from cchc_web.models import KeptYear

Value = TypeVar("Value")
MOST_KEPT = 8
"""So many states of years, and so many stages of them, stay in memory."""
RECENT = 5
"""For so many seconds a ranking is given to others while a newer one is computed."""


@dataclass(frozen=True, slots=True)
class WorkingYear:
    """A year as its journal stood when it was read: its source and its fingerprint, its figures, its work in stages."""

    source: DatabaseSource
    fingerprint: str
    year: Year
    staged: YearStages
    stages: Stages

    @property
    def number(self) -> int:
        """The number of the last event that all this rests on."""
        return self.source.journal.state.number


class Kept(Generic[Value]):
    """The values that were asked for last."""

    def __init__(self) -> None:
        self._values: OrderedDict[Hashable, Value] = OrderedDict()

    def get(self, key: Hashable) -> Value | None:
        """The value of a key; None where it is not kept."""
        if key in self._values:
            self._values.move_to_end(key)
        return self._values.get(key)

    def put(self, key: Hashable, value: Value) -> None:
        """Keep a value, and forget the one that was not asked for the longest."""
        self._values[key] = value
        while len(self._values) > MOST_KEPT:
            self._values.popitem(last=False)


class ScoredYears:
    """Years as read, and their stages as scored, by the hash of the last event that they rest on."""

    def __init__(self) -> None:
        self._figures: Kept[Year] = Kept()
        self._years: Kept[WorkingYear] = Kept()
        self._reports: Kept[YearReport] = Kept()
        self._newest: dict[tuple[int, str], tuple[float, YearReport]] = {}
        # One at a time: two browsers that ask at once would compute the same twice. Whoever writes needs a year that
        # is read, and does not wait for rankings.
        self._reading, self._scoring = Lock(), Lock()

    def working(self, year: KeptYear) -> WorkingYear:
        """A year as its journal stands now, with its stages; a CchcError where it cannot be read whole."""
        source = DatabaseSource(year)
        with self._reading:
            return self._working(source, year)

    def report(self, year: KeptYear, stage: str) -> YearReport:
        """The ranking of a stage of a year as its journal stands now; an UnknownStage for any other word.

        While a newer one is computed for somebody, others are given one that is a few seconds old: many look while
        many write, and nobody shall wait for all of them.
        """
        if not self._scoring.acquire(blocking=False):
            made, kept = self._newest.get((year.pk, stage), (0.0, None))
            if kept is not None and monotonic() - made < RECENT:
                return kept
            self._scoring.acquire()
        try:
            return self._report(year, stage)
        finally:
            self._scoring.release()

    def _report(self, year: KeptYear, stage: str) -> YearReport:
        working = self.working(year)
        state = (year.pk, working.fingerprint, stage)
        kept = self._reports.get(state)
        if kept is None:
            kept = ranking_report(score_stage(working.year, working.staged, stage), working.year)
            self._reports.put(state, kept)
        self._newest[year.pk, stage] = (monotonic(), kept)
        return kept

    def _working(self, source: DatabaseSource, year: KeptYear) -> WorkingYear:
        fingerprint = source.fingerprint()
        state = (year.pk, fingerprint)
        kept = self._years.get(state)
        if kept is None:
            # What people state changes no figure of a report: as long as the files are the same, so is what they say.
            files = (year.pk, source.files_fingerprint())
            read, staged = year_of(source, read=self._figures.get(files))
            self._figures.put(files, read)
            # A year of reports alone has stages as well: whoever works in it begins with them.
            stages = staged.stages or load_stages(source, read).stages
            assert stages is not None, "a year that is loaded has its stages"
            kept = WorkingYear(source, fingerprint, read, staged, stages)
            self._years.put(state, kept)
        return kept


SCORED = ScoredYears()
