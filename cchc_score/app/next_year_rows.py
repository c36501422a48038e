"""The rows of a new year: everything that carries a date or a year, to be confirmed by somebody, and what was typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Literal

from cchc_score.app.typed_phases import UNREAD, PhaseRow, phase_rows
from cchc_score.appraisal.appraisal_model import Window
from cchc_score.appraisal.moments import Moment, day_of, moment_words
from cchc_score.appraisal.typed_moments import typed_moment
from cchc_score.files.disk import is_there, read_bytes
from cchc_score.findings import Words
from cchc_score.model import Scheme, Unit
from cchc_score.schemes.golden_cases import SUFFIX
from cchc_score.schemes.moved_values import MovedValue, moved_values
from cchc_score.schemes.next_year import NextYear, next_year, years_later
from cchc_score.year.config import Config
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.packaged import shipped

RowKind = Literal["period", "day", "text", "paper", "phase", "unit"]
_KINDS: Mapping[str, RowKind] = {"period": "period", "date": "day", "text": "text", "kept": "paper"}
_UNCONFIRMED = Words("Chưa xác nhận.", "Not confirmed yet.")
_EMPTY = Words("Phải điền ô này.", "This field has to be filled in.")


@dataclass(frozen=True, slots=True)
class NextRow:
    """A value to be confirmed: the name of its field, what it is, and how it was and is proposed, as people read it.

    `about` is the number of the criterion, the key, the phase's field or the unit's name that the value is of. A unit
    without an end in its field is one no longer.
    """

    name: str
    kind: RowKind
    about: tuple[str, ...]
    before: str
    proposed: str

    @property
    def tick(self) -> str:
        """Under which name it is told that nobody has confirmed the value."""
        return f"ok-{self.name}"


@dataclass(frozen=True, slots=True)
class NextYearPlan:
    """A year to come: its period, its rows, and how many golden cases move with them.

    `days` are the first and the last on which anything of it may be: until half a year after its end.
    """

    period: int
    days: tuple[date, date]
    rows: tuple[NextRow, ...]
    cases: NextYear | None
    scheme: NextYear

    @property
    def mark(self) -> str:
        """The same for the same rows: what somebody has confirmed are those that they have seen."""
        return sha256(repr(self.rows).encode()).hexdigest()


def plan_next_year(source: FolderSource, config: Config) -> NextYearPlan:
    """Everything of a year that carries a date or a year, as it is proposed for the year after."""
    scheme = source.rules().scheme
    moved = next_year(source.scheme_file().decode("utf-8-sig"), scheme.period)
    days = _days(scheme)
    ended = [unit for unit in source.units() or () if unit.valid_to is not None]
    rows = (
        *(scheme_row(value) for value in moved_values(moved)),
        *(
            _phase_row(row, end)
            for row in phase_rows(config.phases)
            for end in ("first", "last")
            if _end(row.window, end) is not None
        ),
        *(_unit_row(unit, _first_day(scheme)) for unit in ended),
    )
    cases = _cases(source, scheme)
    moved_cases = None if cases is None else next_year(cases, scheme.period)
    return NextYearPlan(scheme.period + 1, days, rows, moved_cases, moved)


def _first_day(scheme: Scheme) -> date:
    return years_later(scheme.first_and_last_day[0], 1)


def _days(scheme: Scheme) -> tuple[date, date]:
    return min(_first_day(scheme), date(scheme.period + 1, 1, 1)), date(scheme.period + 2, 6, 30)


def scheme_row(value: MovedValue) -> NextRow:
    """The row of a value of the scheme."""
    line, at = value.place
    before, proposed = (
        moment_words(date.fromisoformat(text)) if value.kind == "date" else text for text in (value.before, value.after)
    )
    return NextRow(f"scheme-{line}-{at}", _KINDS[value.kind], value.path, before, proposed)


def _phase_row(row: PhaseRow, end: str) -> NextRow:
    moment = _end(row.window, end)
    assert moment is not None, "a phase without this end has no row"
    later = years_later(moment, 1)
    about = (row.kind, str(row.round), end)
    return NextRow(f"phase-{'-'.join(about)}", "phase", about, moment_words(moment), moment_words(later))


def _end(window: Window, end: str) -> Moment | None:
    return window.first if end == "first" else window.last


def _unit_row(unit: Unit, first_day: date) -> NextRow:
    assert unit.valid_to is not None, "a unit without an end has no row"
    day = moment_words(unit.valid_to)
    return NextRow(f"unit-{unit.code}", "unit", (unit.label,), day, "" if unit.valid_to < first_day else day)


class RowReading:
    """What somebody has typed for the rows of a plan, by their names; `faults` fills while it is read."""

    def __init__(self, plan: NextYearPlan, texts: Mapping[str, str], confirmed: frozenset[str]) -> None:
        self._plan, self._texts, self._confirmed = plan, texts, confirmed
        self.faults: dict[str, Words] = {}

    def said(self, row: NextRow) -> Moment | str:
        """What somebody has typed for a row; an empty text where a unit leaves, or where it cannot be used."""
        text = " ".join(self._texts.get(row.name, "").split())
        if row.name not in self._confirmed:
            self.faults[row.tick] = _UNCONFIRMED
        if row.kind == "period":
            return row.proposed
        if not text and row.kind != "unit":
            self.faults[row.name] = _EMPTY
        if not text or row.kind in ("text", "paper"):
            return text
        moment = typed_moment(text)
        # The rules of a scheme and the lives of units know days alone.
        if moment is None or (row.kind != "phase" and day_of(moment) != moment):
            self.faults[row.name] = UNREAD
            return ""
        first, last = self._plan.days
        if not first <= day_of(moment) <= last:
            self.faults[row.name] = Words(
                f"Ngoài khoảng {moment_words(first)} – {moment_words(last)}.",
                f"Not within {moment_words(first)} – {moment_words(last)}.",
            )
        return moment


def _cases(source: FolderSource, scheme: Scheme) -> str | None:
    path = source.folder_rules.scheme_path
    if path is None:
        data = shipped(f"{PurePosixPath(scheme.file).stem}.cases")
    else:
        beside = path.with_name(path.stem + SUFFIX)
        data = read_bytes(beside, beside.name) if is_there(beside) else None
    return None if data is None else data.decode("utf-8-sig")
