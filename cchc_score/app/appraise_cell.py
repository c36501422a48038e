"""Appraise cells: marks of units kept or set, figures corrected, as an appraiser decides with the page before them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar

from cchc_score.app.take_into_journal import Clock
from cchc_score.app.write_acts import NoPlaces
from cchc_score.appraisal.acts import Confirmation
from cchc_score.appraisal.appraisal_model import Entry, State, Window
from cchc_score.appraisal.entry_reading import EntryReader, Unusable
from cchc_score.appraisal.entry_states import state_toml, state_words
from cchc_score.appraisal.moments import Moment
from cchc_score.appraisal.present_values import PresentValues
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.timeliness import as_exact
from cchc_score.appraisal.typed_moments import typed_moment
from cchc_score.appraisal.work_context import work_context
from cchc_score.catalogue.labels import COMPUTED, MARK_OUTCOMES
from cchc_score.errors import ReportError, WriteError
from cchc_score.facts import Origin
from cchc_score.findings import Finding, Place, Words
from cchc_score.intake.unit_lookup import UnitLookup
from cchc_score.journal.bodies import Statement
from cchc_score.journal.events import Event
from cchc_score.journal.statement_events import statement_happening
from cchc_score.sheet import HandMark
from cchc_score.year.journal_source import JournalSource, refuse_frozen

Result = TypeVar("Result")
TRIES = 5
"""So often a decision is made anew because others write about the same units at the very moment."""
CellDeed = Literal["keep", "points", "not-applicable", "by-figures", "figure"]
"""What is done about a cell: keep its mark, set points, take it out, leave it to its rule, correct a figure of it."""


@dataclass(frozen=True, slots=True)
class CellChange:
    """What somebody decides about a criterion of a unit; `seen` is the code of the value that they had before them.

    `indicator` is the figure that is corrected, empty for a mark; `value` is as typed, of points and figures alone.
    """

    unit: str
    criterion: str
    deed: CellDeed
    seen: str
    indicator: str = ""
    value: str = ""
    reason: str = ""
    evidence: str = ""

    @property
    def target(self) -> tuple[str, str]:
        """What is changed, as of an entry."""
        return self.unit, self.indicator or self.criterion


@dataclass(frozen=True, slots=True)
class Differing:
    """A change that was decided with another value in view than there is now, and who has set that one, if somebody."""

    change: CellChange
    present: State
    by: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What changes come to: statements to write, changes that rest on another value, and those that say nothing new.

    Where some are `differing` nothing may be written.
    """

    entries: tuple[Entry, ...] = ()
    kept: tuple[Confirmation, ...] = ()
    differing: tuple[Differing, ...] = ()
    same: tuple[CellChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """A year as somebody has it before them: its source, its stages, the number of the last event in them."""

    source: JournalSource
    stages: Stages
    number: int


@dataclass(frozen=True, slots=True)
class Appraised:
    """What was decided, with which stages before it, and the events that were written."""

    decided: Decided
    before: Stages
    events: tuple[Event, ...] = ()


def decide_cells(stages: Stages, round: int, changes: Sequence[CellChange], by: str, on: Moment) -> Decided:
    """What changes come to in a round; a ReportError tells everything that is wrong with them."""
    deciding = _Deciding(stages, round, by, as_exact(on, stages.phases.appraised_in(round) or Window()))
    for change in changes:
        deciding.add(change)
    if deciding.findings:
        raise ReportError(deciding.findings)
    return Decided(
        tuple(deciding.entries), tuple(deciding.confirmations()), tuple(deciding.differing), tuple(deciding.same)
    )


class _Deciding:
    """Changes of one person while they are looked at one by one."""

    def __init__(self, stages: Stages, round: int, by: str, on: Moment) -> None:
        self.stages, self.round, self.by, self.on = stages, round, by, on
        self.values = PresentValues(stages, round)
        self.units = {unit.code: unit for unit in stages.reported_table.units}
        self.findings: list[Finding] = []
        self.entries: list[Entry] = []
        self.differing: list[Differing] = []
        self.same: list[CellChange] = []
        self.kept: dict[str, list[tuple[str, HandMark]]] = defaultdict(list)
        units = stages.reported_table.units
        self.reader = EntryReader(NoPlaces(), work_context(stages.scheme, UnitLookup(units, units)), self.findings)

    def add(self, change: CellChange) -> None:
        """Look at one change."""
        place = Place(unit=self.units[change.unit].label, criterion=change.criterion)
        chosen = self.values.chosen.get(change.target)
        row = self.values.rows[change.unit]
        if {change.criterion, change.target[1]} & self.values.start.closed or (
            (row, change.criterion) in self.stages.taken_out_leaves
        ):
            self.findings.append(Finding("entry-closed", place))
        elif chosen is not None:
            self.findings.append(Finding("entry-settled", place, {"id": chosen.id}))
        elif self.values.code(change.unit, change.criterion, change.indicator) != change.seen:
            counted = self.values.counted(change.target)
            present = self.values.state(change.unit, change.criterion, change.indicator)
            self.differing.append(Differing(change, present, counted.by if counted else ""))
        elif change.deed == "keep":
            self._keep(change)
        else:
            self._change(change, place)

    def _keep(self, change: CellChange) -> None:
        mark = self.values.state(change.unit, change.criterion)
        standing = self.values.counted(change.target) or self.values.rivals[change.target]
        # Whose mark was set in this round by an entry has been looked at; keeping it would add nothing.
        kept = isinstance(mark, HandMark) and (*change.target, mark, self.by) in self.values.start.kept
        if standing or kept or not isinstance(mark, HandMark):
            self.same.append(change)
        else:
            self.kept[change.unit].append((change.criterion, mark))

    def _change(self, change: CellChange, place: Place) -> None:
        own = self.values.own(change.target, self.by)
        found = self.values.found(change.target, bool(change.indicator))
        about = "indicator" if change.indicator else "criterion"
        # Beside what somebody else has set it starts from what that one found: the two differ, and a council chooses.
        old = own.new if own else found
        keys = {
            "round": self.round,
            "unit": change.unit,
            about: change.target[1],
            "old": state_toml(old, "" if change.indicator else change.criterion, "en"),
            "new": self._typed(change),
            "reason": change.reason,
            "evidence": change.evidence,
            "by": self.by,
            "on": self.on,
        } | ({"supersedes": own.id} if own else {})
        try:
            entry = self.reader.entry(keys, (), Origin(""))
        except Unusable:
            return
        counted = self.values.counted(change.target)
        rival = counted if counted is not None and counted is not own else None
        repeated = own is not None and (own.new, own.reason, own.evidence) == (entry.new, entry.reason, entry.evidence)
        if repeated or (rival is not None and rival.new == entry.new):
            self.same.append(change)
        elif own is None and rival is None and entry.new == found and not self._doubted(change):
            words = (state_words(self.stages.scheme, entry, found, lang) for lang in ("vi", "en"))
            self.findings.append(Finding("entry-same", place, {"old": Words(*words)}))
        else:
            self.entries.append(entry)

    def _doubted(self, change: CellChange) -> bool:
        return (self.values.rows[change.unit], change.indicator) in self.values.start.table.doubts

    def _typed(self, change: CellChange) -> object:
        """The new value as a file of entries would have it."""
        if change.deed == "not-applicable":
            return MARK_OUTCOMES["NOT_APPLICABLE"][0]
        if change.deed == "by-figures":
            return COMPUTED[0]
        indicator = self.stages.scheme.indicators.get(change.indicator)
        if indicator is not None and indicator.kind == "date":
            day = typed_moment(change.value)
            return change.value if day is None else date(day.year, day.month, day.day)
        return change.value

    def confirmations(self) -> Iterable[Confirmation]:
        """The marks that are kept, together for each unit."""
        for unit, seen in self.kept.items():
            yield Confirmation(round=self.round, unit=unit, seen=tuple(seen), by=self.by, on=self.on, origin=Origin(""))


def appraise_cells(
    read: Callable[[], Held], round: int, changes: Sequence[CellChange], by: str, clock: Clock
) -> Appraised:
    """Write what somebody decided about cells of a round, all of it or nothing; `read` as of `write_decided`."""

    def decide(held: Held) -> tuple[Decided, Sequence[Statement]]:
        decided = decide_cells(held.stages, round, changes, by, clock().replace(microsecond=0, tzinfo=None))
        return decided, () if decided.differing else (*decided.entries, *decided.kept)

    return Appraised(*write_decided(read, decide, by, clock))


def write_decided(
    read: Callable[[], Held], decide: Callable[[Held], tuple[Result, Sequence[Statement]]], by: str, clock: Clock
) -> tuple[Result, Stages, tuple[Event, ...]]:
    """Write what is stated after a year was looked at; what was decided, the stages that it rests on, the events.

    `read` gives the year as it is when it is asked. Where somebody else has written about the same units meanwhile,
    all is decided once more with what there is then; after TRIES times the WriteError is the caller's.
    """
    left = TRIES
    while True:
        held = read()
        refuse_frozen(held.source.journal)
        decided, statements = decide(held)
        if not statements:
            return decided, held.stages, ()
        try:
            happenings = [statement_happening(one) for one in statements]
            time = clock().replace(microsecond=0).isoformat()
            return decided, held.stages, held.source.add(happenings, by, time, since=held.number)
        except WriteError as error:
            left -= 1
            if not left or {finding.code for finding in error.findings} != {"file-changing"}:
                raise
