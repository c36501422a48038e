"""The years in memory: read once for each state of a journal, and each stage scored once."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, replace
from threading import Lock
from typing import Generic, TypeVar

from cchc_score.app.report_files import ranking_report
from cchc_score.app.score_stage import score_stage, year_of
from cchc_score.app.unit_work import within_rounds
from cchc_score.appraisal.stages import Stages
from cchc_score.results.year_report import YearReport
from cchc_score.year.load import Year, YearStages, load_stages
from cchc_web.database_source import DatabaseSource
from cchc_web.models import KeptYear

Value = TypeVar("Value")
MOST_KEPT = 8
"""So many states of years, and so many stages of them, stay in memory."""


@dataclass(frozen=True, slots=True)
class WorkingYear:
    """A year as its journal stood when it was read: its source, its figures, its work in stages."""

    source: DatabaseSource
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
        if key in self._values:
            self._values.move_to_end(key)
        return self._values.get(key)

    def put(self, key: Hashable, value: Value) -> None:
        self._values[key] = value
        while len(self._values) > MOST_KEPT:
            self._values.popitem(last=False)


class ScoredYears:
    """Years as read, and their stages as scored, by the hash of the last event that they rest on."""

    def __init__(self) -> None:
        self._years: Kept[WorkingYear] = Kept()
        self._reports: Kept[YearReport] = Kept()
        # One at a time: two browsers that ask at once would compute the same twice.
        self._lock = Lock()

    def working(self, year: KeptYear) -> WorkingYear:
        """A year as its journal stands now, with its stages; a CchcError where it cannot be read whole."""
        source = DatabaseSource(year)
        with self._lock:
            return self._working(source, (year.pk, source.fingerprint()))

    def report(self, year: KeptYear, stage: str, rounds: frozenset[int] | None = None) -> YearReport:
        """The ranking of a stage of a year as its journal stands now; an UnknownStage for any other word.

        With `rounds` it is the year as units know it, to which these rounds of the appraisal are opened.
        """
        source = DatabaseSource(year)
        with self._lock:
            state = (year.pk, source.fingerprint())
            kept = self._reports.get((state, stage, rounds))
            if kept is None:
                working = self._working(source, state)
                staged = working.staged
                if staged.stages is not None and rounds is not None:
                    staged = replace(staged, stages=within_rounds(staged.stages, rounds))
                kept = ranking_report(score_stage(working.year, staged, stage), working.year)
                self._reports.put((state, stage, rounds), kept)
            return kept

    def _working(self, source: DatabaseSource, state: Hashable) -> WorkingYear:
        kept = self._years.get(state)
        if kept is None:
            year, staged = year_of(source)
            # A year of reports alone has stages as well: whoever works in it begins with them.
            stages = staged.stages or load_stages(source, year).stages
            assert stages is not None, "a year that is loaded has its stages"
            kept = WorkingYear(source, year, staged, stages)
            self._years.put(state, kept)
        return kept


SCORED = ScoredYears()
