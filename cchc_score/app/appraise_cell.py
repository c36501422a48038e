"""Appraise cells: marks of units kept or set, figures corrected, as an appraiser decides with the page before them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from cchc_score.app.take_into_journal import Clock
from cchc_score.app.write_acts import NoPlaces
from cchc_score.appraisal.acts import Confirmation
from cchc_score.appraisal.appraisal_model import Entry, State, Window
from cchc_score.appraisal.entry_reading import EntryReader, Unusable
from cchc_score.appraisal.entry_states import state_code, state_toml, state_words
from cchc_score.appraisal.moments import Moment
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.timeliness import as_exact
from cchc_score.appraisal.typed_moments import typed_moment
from cchc_score.appraisal.work_context import work_context
from cchc_score.appraisal.workbook_export import RoundStart, round_start
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


class PresentValues:
    """What the cells of a round are for whoever appraises next, and who has set it."""

    def __init__(self, stages: Stages, round: int) -> None:
        self.stages, self.round = stages, round
        self.start: RoundStart = round_start(stages, round)
        self.rows = {unit.code: row for row, unit in enumerate(stages.reported_table.units)}
        last = stages.rounds[-1]
        self.rivals: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for own in last.disputed:
            self.rivals[own[0].target] += [entry for entry in own if entry.round == round]
        self.chosen = {entry.target: entry for entry in last.chosen if entry.round == round}

    def state(self, unit: str, criterion: str, indicator: str = "") -> State:
        """The value of a criterion's mark, or of a figure; while entries differ, the one that the round found."""
        row = self.rows[unit]
        return self.start.fact(row, indicator) if indicator else self.start.mark(row, criterion)

    def code(self, unit: str, criterion: str, indicator: str = "") -> str:
        """The same as a text, which a page sends back with what was decided."""
        return str(state_code(self.state(unit, criterion, indicator), "" if indicator else criterion))

    def found(self, target: tuple[str, str], indicator: bool) -> State:
        """The value with which the round began."""
        bare = replace(self.start, counted={})
        row = self.rows[target[0]]
        return bare.fact(row, target[1]) if indicator else bare.mark(row, target[1])

    def counted(self, target: tuple[str, str]) -> Entry | None:
        """The entry of the round that counts."""
        return self.start.counted.get(target)

    def own(self, target: tuple[str, str], by: str) -> Entry | None:
        """Somebody's own entry of the round: the one that counts, or one of those that differ."""
        counted = self.counted(target)
        standing = [*([counted] if counted else []), *self.rivals[target]]
        return next((entry for entry in standing if entry.by == by), None)


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
    """Write what somebody decided about cells of a round, all of it or nothing.

    `read` gives the year as it is when it is asked. Where somebody else has written about the same units meanwhile,
    the changes are looked at once more with what there is then; a second time the WriteError is the caller's.
    """
    tried = False
    while True:
        held, time = read(), clock().replace(microsecond=0)
        refuse_frozen(held.source.journal)
        decided = decide_cells(held.stages, round, changes, by, time.replace(tzinfo=None))
        statements: tuple[Statement, ...] = (*decided.entries, *decided.kept)
        if decided.differing or not statements:
            return Appraised(decided, held.stages)
        try:
            happenings = [statement_happening(one) for one in statements]
            events = held.source.add(happenings, by, time.isoformat(), since=held.number)
            return Appraised(decided, held.stages, events)
        except WriteError as error:
            if tried or {finding.code for finding in error.findings} != {"file-changing"}:
                raise
            tried = True
