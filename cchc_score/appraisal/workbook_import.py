"""What a council has filled into the workbook of an appraisal, as entries; faults are findings with their cells."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Any

from cchc_score.appraisal.acts import Confirmation
from cchc_score.appraisal.appraisal_model import Entry
from cchc_score.appraisal.entry_reading import EntryReader
from cchc_score.appraisal.entry_states import answer_code, state_toml
from cchc_score.appraisal.kept_rows import KeptRow, confirmations, kept_mark, taken_in_before
from cchc_score.appraisal.marks import as_toml
from cchc_score.appraisal.moments import Moment
from cchc_score.appraisal.plain_rows import plain_sheets
from cchc_score.appraisal.row_before import entry_before
from cchc_score.appraisal.self_score_sheet import read_day
from cchc_score.appraisal.work_context import WorkContext
from cchc_score.appraisal.workbook_columns import (
    COLUMNS,
    RowValues,
    TargetKind,
    cell_value,
    comparable,
    fixed_columns,
    row_key,
)
from cchc_score.appraisal.workbook_export import AppraisalRows, RoundStart
from cchc_score.appraisal.workbook_rows import WorkbookRow, WorkbookSheet, find_sheet
from cchc_score.documents import Grid, Tables
from cchc_score.files.toml_file import KeyPath
from cchc_score.findings import Finding, Place, Words
from cchc_score.sheet import HandMark
from cchc_score.text import Lang, brief


@dataclass(frozen=True, slots=True)
class AppraisalSession:
    """What the person who imports a workbook says: the round, and who appraised and when where no row says it.

    With `rivals` a row takes the place of an entry of its own appraiser alone; beside another's it differs from that.
    """

    round: int
    by: str
    on: Moment
    rivals: bool = False


@dataclass(slots=True)
class WorkbookEntries:
    """The entries of a workbook, the marks that it keeps, and what was noticed.

    `passed` are the rows that say what the round has already.
    """

    entries: tuple[Entry, ...] = ()
    kept: tuple[Confirmation, ...] = ()
    passed: int = 0
    findings: list[Finding] = field(default_factory=list)


def read_workbook(
    document: Grid | Tables,
    name: str,
    context: WorkContext,
    start: RoundStart,
    expected: Callable[[Lang], AppraisalRows],
    session: AppraisalSession,
) -> WorkbookEntries:
    """The entries that a workbook asks for; where a finding is an error, nothing of it may be used.

    `expected` is what an export would write now, in a language.
    """
    found = WorkbookEntries(findings=list(document.findings))
    sheets = _sheets(document, name, found.findings)
    if not sheets and not any(finding.severity == "error" for finding in found.findings):
        found.findings.append(Finding("workbook-nothing", Place(name)))
    reading = _Reading(
        name=name, context=context, start=start, expected=expected, session=session, findings=found.findings
    )
    for sheet in sheets:
        reading.read(sheet)
    found.entries = tuple(reading.entries())
    found.kept = confirmations(reading.kept, session.round)
    found.passed = reading.passed
    return found


def _sheets(document: Grid | Tables, name: str, findings: list[Finding]) -> list[WorkbookSheet]:
    # The tables of a workbook are sheets with names, those of a text have none.
    if isinstance(document, Grid) or not any(table.name for table in document.tables):
        return plain_sheets(document, name, findings)
    return [sheet for table in document.tables if (sheet := find_sheet(table, name, findings)) is not None]


@dataclass(frozen=True, slots=True)
class _FilledRow:
    """A row with a new value, and what it says under the keys of an entry; it knows in which cells that stands."""

    name: str
    row: WorkbookRow
    values: Mapping[str, object]

    def place(self, path: KeyPath, **at: Any) -> Place:
        """The cell in which the value of a key stands; what no column holds belongs to the new value."""
        role = path[0] if path and path[0] in self.row.cells else "new"
        return self.row.place(self.name, role, **at)


class _Reading:
    """A workbook while it is read: its filled rows, and what was noticed."""

    def __init__(
        self,
        name: str,
        context: WorkContext,
        start: RoundStart,
        expected: Callable[[Lang], AppraisalRows],
        session: AppraisalSession,
        findings: list[Finding],
    ) -> None:
        self.name, self.context, self.start, self.expected = name, context, start, expected
        self.session, self.findings = session, findings
        self.filled: list[_FilledRow] = []
        self.kept: list[KeptRow] = []
        self.passed = 0
        self.keys: dict[tuple[TargetKind, Lang], Mapping[str, RowValues]] = {}
        self.units = {unit.code: unit.label for unit in start.table.units}

    def read(self, sheet: WorkbookSheet) -> None:
        """The rows of one sheet."""
        # Once, and no row is looked at: the keys of another round would make every row a fault of its own.
        if sheet.stated_round != self.session.round:
            args = {"told": str(sheet.stated_round or "?"), "round": self.session.round}
            self.findings.append(Finding("workbook-round", replace(sheet.first_place, file=self.name), args))
            return
        seen: dict[tuple[str, str], WorkbookRow] = {}
        for row in sheet.rows():
            # Empty rows are none, and a row that somebody has cleared is as good as deleted, which is allowed.
            if not row.filled(*fixed_columns(row.about), "new", "reason", "evidence") or not self._same(row):
                continue
            other = seen.setdefault(row.target, row)
            # A row that was copied and not filled asks for nothing.
            if other is not row and (row.filled("new") or other.filled("new")):
                self._find("workbook-row-twice", row, row.about, other=other.named(row.about))
            elif row.target[1] in self.start.closed:
                # Whoever fills the column from top to bottom keeps what nobody appraises.
                if row.filled("new", "reason", "evidence") and kept_mark(row) is None:
                    self._find("workbook-survey", row, "new")
            elif row.filled("new") and (mark := kept_mark(row)) is not None:
                self._keep(row, mark)
            elif row.filled("new"):
                self._add(row)
            elif row.filled("reason", "evidence"):
                self._find("workbook-no-value", row, "new")

    def _keep(self, row: WorkbookRow, mark: HandMark) -> None:
        """A row whose mark is kept: nobody has to say why."""
        by = row.text("by") or self.session.by
        if not by:
            vi, en, _ = COLUMNS[row.about]["by"]
            self._find("workbook-blank", row, "by", column=Words(vi, en))
        unit, criterion = row.target
        origin = row.origin(self.name, "new")
        kept = KeptRow(unit=unit, criterion=criterion, mark=mark, by=by or "-", on=self._day(row), origin=origin)
        if (unit, criterion, mark, by) in self.start.kept:
            self.passed += 1
        else:
            self.kept.append(kept)

    def entries(self) -> Iterator[Entry]:
        """The entries of the filled rows, without those that cannot be used, and those taken in before."""
        for filled in self.filled:
            reader = EntryReader(filled, self.context, self.findings)
            origin = filled.row.origin(self.name, "new")
            entry = reader.attempt(reader.entry, filled.values, (), origin)
            # The same workbook may be imported again and again.
            if entry is not None and taken_in_before(entry, self.start.counted, self.start.rivals):
                self.passed += 1
            elif entry is not None:
                yield entry

    def _find(self, code: str, row: WorkbookRow, role: str, **args: object) -> None:
        unit, target = row.target
        place = row.place(self.name, role, unit=self.units.get(unit, unit))
        place = replace(place, criterion=target) if row.about == "criterion" else place
        self.findings.append(Finding(code, place, args))

    def _same(self, row: WorkbookRow) -> bool:
        """Whether what nobody changes is what was exported, whatever has become of that since."""
        if row.plain:
            return self._same_title(row)
        # By the key and not by a fresh export: since then others may have corrected figures, rightly.
        roles = fixed_columns(row.about)
        stored = {role: cell_value(row.cells[role]) for role in roles}
        if row.text("key") == row_key([stored[role] for role in roles]):
            return True
        changed = self._changed(row, stored)
        self._find("workbook-changed", row, changed, text=brief(row.text(changed)))
        return False

    def _same_title(self, row: WorkbookRow) -> bool:
        """Whether a row without a key names a unit and a target, and that by its title too."""
        rows = self.expected(row.lang).rows[row.about]
        wanted = rows.get(row.target)
        if wanted is not None and comparable(row.text("title")) == comparable(wanted["title"]):
            return True
        units = {unit for unit, _ in rows}
        changed = "title" if wanted is not None else row.about if row.text("unit") in units else "unit"
        self._find("workbook-changed", row, changed, text=brief(row.text(changed)))
        return False

    def _changed(self, row: WorkbookRow, stored: Mapping[str, Fraction | date | str]) -> str:
        """The column in which a row differs from what was exported, as far as that can be made out."""
        rows = self.expected(row.lang).rows[row.about]
        # Only a workbook in which somebody changed a fixed column pays for the keys of all rows.
        if self.keys.get((row.about, row.lang)) is None:
            self.keys[row.about, row.lang] = {
                row_key([exported.get(role) for role in fixed_columns(row.about)]): exported
                for exported in rows.values()
            }
        # By the key if that is whole, for the unit or the number may be what was changed.
        wanted = self.keys[row.about, row.lang].get(row.text("key")) or rows.get(row.target)
        if wanted is None:
            return row.about if row.text("unit") in {unit for unit, _ in rows} else "unit"
        return next((role for role in stored if comparable(stored[role]) != comparable(wanted.get(role))), "key")

    def _add(self, row: WorkbookRow) -> None:
        """Keep a row with a new value; findings tell of its blank cells and of those that show an error."""
        for role in ("reason", "evidence", *(() if self.session.by else ("by",))):
            if not row.text(role):
                vi, en, _ = COLUMNS[row.about][role]
                self._find("workbook-blank", row, role, column=Words(vi, en))
        faults = [role for role in ("old", "new") if row.cells[role].fault]
        for role in faults:
            self._find(row.cells[role].fault, row, role, text=brief(row.cells[role].text))
        # A cell that shows an error says nothing that could be looked at.
        if not faults:
            self.filled.append(_FilledRow(self.name, row, self._values(row)))

    def _values(self, row: WorkbookRow) -> Mapping[str, object]:
        """What a row says under the keys of an entry."""
        unit, target = row.target
        values: dict[str, object] = {
            "round": self.session.round,
            "unit": unit,
            row.about: target,
            "old": self._value(row, "old"),
            "new": self._value(row, "new"),
            # What is blank has its finding already; with something in its place the other values are looked at too.
            "reason": row.text("reason") or "-",
            "evidence": row.text("evidence"),
            "by": row.text("by") or self.session.by or "-",
            "on": self._day(row),
        }
        other = entry_before(row, str(values["by"]), self.start, self.context.scheme)
        if other is None:
            return values
        # Whoever appraises should not have to know ids: the row stands for what the round has set already.
        values["supersedes"] = other.entry.id
        if other.is_own:
            values["old"] = state_toml(other.entry.new, other.entry.criterion, row.lang)
        return values

    def _value(self, row: WorkbookRow, role: str) -> object:
        """A cell as the value that TOML would have in its place."""
        cell = row.cells[role]
        indicator = self.context.scheme.indicators.get(row.target[1]) if row.about == "indicator" else None
        if isinstance(cell.value, bool | date):
            return cell.value
        # A cell with a percent sign is a share: as points or as a count it is refused, so its text goes on.
        percent = indicator is not None and indicator.kind == "percent"
        if isinstance(cell.value, Fraction) and (percent or not cell.text.endswith("%")):
            return as_toml(cell.value)
        text = " ".join(row.text(role).split())
        return text if indicator is None else answer_code(text, indicator)

    def _day(self, row: WorkbookRow) -> Moment:
        cell = row.cells["on"]
        if isinstance(cell.value, date):
            return cell.value
        day = read_day(row.text("on")) if row.text("on") else self.session.on
        if day is None:
            self._find("workbook-day", row, "on", text=brief(row.text("on")))
        return day or self.session.on
