"""The scores of the years in memory: computed once for each state of a journal and each stage."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

from cchc_score.app.report_files import ranking_report
from cchc_score.app.score_stage import score_stage, year_of
from cchc_score.results.year_report import YearReport
from cchc_score.year.load import Year, YearStages
from cchc_web.database_source import DatabaseSource
from cchc_web.models import KeptYear

Value = TypeVar("Value")
MOST_KEPT = 8
"""So many states of years, and so many stages of them, stay in memory."""


class _Kept(Generic[Value]):
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
        self._years: _Kept[tuple[Year, YearStages]] = _Kept()
        self._reports: _Kept[YearReport] = _Kept()
        # One at a time: two browsers that ask at once would compute the same twice.
        self._lock = Lock()

    def report(self, year: KeptYear, stage: str) -> YearReport:
        """The ranking of a stage of a year as its journal stands now; an UnknownStage for any other word."""
        source = DatabaseSource(year)
        with self._lock:
            state = (year.pk, source.fingerprint())
            kept = self._reports.get((state, stage))
            if kept is None:
                read = self._years.get(state)
                if read is None:
                    read = year_of(source)
                    self._years.put(state, read)
                kept = ranking_report(score_stage(*read, stage), read[0])
                self._reports.put((state, stage), kept)
            return kept


SCORED = ScoredYears()
