"""What a council has filled into the workbook of an appraisal, as entries; what cannot be one is told with its cell."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Any

from cchc_score.appraisal.bases import Base
from cchc_score.appraisal.board import COLUMNS, ROUND, About, Board, Row, answers, comparable, fixed, row_key
from cchc_score.appraisal.forms import read_day
from cchc_score.appraisal.nouns import Entry
from cchc_score.appraisal.records import from_work_record
from cchc_score.appraisal.rules import Rules
from cchc_score.appraisal.values import as_toml
from cchc_score.documents import Cell, CellTable, Record, Tables
from cchc_score.facts import Origin
from cchc_score.findings import Finding, Place, Words
from cchc_score.intake.stream import fold
from cchc_score.text import LANGUAGES, Lang, brief, nfc

MOST_ABOVE = 12
"""The headings stand among so many first rows."""
_ROUND = re.compile(rf"(?:{'|'.join(ROUND)})\s*:\s*(?P<round>[0-9]{{1,3}})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person who imports a workbook says: the round, and who appraised and when where no row says it."""

    round: int
    by: str
    on: date


@dataclass(slots=True)
class Edits:
    """The entries of a workbook, and what was noticed."""

    entries: tuple[Entry, ...] = ()
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of a sheet by its columns."""

    about: About
    lang: Lang
    sheet: str
    line: int
    cells: Mapping[str, Cell]

    def text(self, role: str) -> str:
        return nfc(self.cells[role].text).strip()

    def filled(self, *roles: str) -> bool:
        return any(self.text(role) or self.cells[role].fault for role in roles)

    def cell(self, role: str) -> str:
        """Where a column's cell is, as in 'Điểm!I5'."""
        return f"{self.sheet}!{self.cells[role].at or f'{self.line}:{self.line}'}"

    @property
    def target(self) -> tuple[str, str]:
        return self.text("unit"), self.text(self.about)


def edits(
    document: Tables, name: str, known: Rules, start: Base, expected: Callable[[Lang], Board], asked: Asked
) -> Edits:
    """The entries that a workbook asks for; where a finding is an error, nothing of it may be used.

    `expected` is what an export would write now, in a language.
    """
    found = Edits(findings=list(document.findings))
    sheets = [layout for table in document.tables if (layout := _layout(table, name, found.findings)) is not None]
    if not sheets and not any(one.severity == "error" for one in found.findings):
        found.findings.append(Finding("workbook-nothing", Place(name)))
    reading = _Reading(name, known, start, expected, asked, found.findings)
    for sheet in sheets:
        reading.read(sheet)
    work = from_work_record(Record({"entry": reading.raws}, reading.lines), name, known)
    found.findings += [replace(one, place=reading.place(one.place)) for one in work.findings]
    found.entries = tuple(replace(one, origin=reading.origin(one.origin)) for one in work.entries)
    return found


@dataclass(frozen=True, slots=True)
class _Layout:
    """One sheet of an export, wherever somebody has put its columns."""

    table: CellTable
    first: int
    about: About
    lang: Lang
    columns: Mapping[str, int]

    def rows(self) -> Iterator[_Row]:
        for line, cells in self.table.rows[self.first :]:
            own = {role: cells[at] for role, at in self.columns.items()}
            yield _Row(self.about, self.lang, self.table.name, line, own)

    @property
    def stated_round(self) -> int | None:
        """The round that stands above the headings."""
        texts = [" ".join(nfc(cell.text).split()) for _, cells in self.table.rows[: self.first] for cell in cells]
        return next((int(match["round"]) for text in texts if (match := _ROUND.fullmatch(text))), None)


def _layout(table: CellTable, name: str, findings: list[Finding]) -> _Layout | None:
    """Where the rows of a sheet begin, what they are about, and its columns; None for any other sheet."""
    for place, (line, cells) in enumerate(table.rows[:MOST_ABOVE]):
        places: dict[str, list[int]] = defaultdict(list)
        for at, cell in enumerate(cells):
            places[fold(cell.text)].append(at)
        for about, columns in COLUMNS.items():
            found = {role: at for role, (vi, en, _) in columns.items() for at in _only(places, vi, en)}
            if not {"unit", about, "new"} <= found.keys():
                continue
            where = Place(name, cell=f"{table.name}!{line}:{line}")
            absent = [Words(vi, en) for role, (vi, en, _) in columns.items() if role not in found]
            findings += [Finding("workbook-column", where, {"column": column}) for column in absent]
            lang: Lang = "vi" if fold(columns["new"][0]) in places else "en"
            return None if absent else _Layout(table, place + 1, about, lang, found)
    return None


def _only(places: Mapping[str, Sequence[int]], *headings: str) -> Sequence[int]:
    """The one column with a heading, in either language; none where there are several."""
    found = [at for heading in headings for at in places.get(fold(heading), ())]
    return found if len(found) == 1 else ()


class _Reading:
    """A workbook while it is read: what its rows say as the tables of a TOML file, and the cells where that stands."""

    def __init__(
        self,
        name: str,
        known: Rules,
        start: Base,
        expected: Callable[[Lang], Board],
        asked: Asked,
        findings: list[Finding],
    ) -> None:
        self.name, self.known, self.start, self.expected = name, known, start, expected
        self.asked, self.findings = asked, findings
        self.raws: list[Mapping[str, Any]] = []
        self.lines: dict[tuple[str, ...], int] = {}
        # A line of the table of entries is the place of a cell in this list.
        self.cells = [""]
        self.keys: dict[tuple[About, Lang], Mapping[str, Row]] = {}
        self.units = {unit.code: unit.label for unit in start.table.units}

    def read(self, sheet: _Layout) -> None:
        """The rows of one sheet."""
        if sheet.stated_round != self.asked.round:
            args = {"told": str(sheet.stated_round or "?"), "round": self.asked.round}
            self.findings.append(Finding("workbook-round", Place(self.name, cell=f"{sheet.table.name}!1:1"), args))
            return
        seen: dict[tuple[str, str], _Row] = {}
        for row in sheet.rows():
            if not row.filled(*fixed(row.about), "new", "reason", "evidence") or not self._same(row):
                continue
            other = seen.setdefault(row.target, row)
            if other is not row and (row.filled("new") or other.filled("new")):
                self._find("workbook-row-twice", row, row.about, other=other.cell(row.about))
            elif row.filled("new"):
                self._add(row)
            elif row.filled("reason", "evidence"):
                self._find("workbook-no-value", row, "new")

    def _find(self, code: str, row: _Row, role: str, **args: object) -> None:
        unit, target = row.target
        place = Place(self.name, unit=self.units.get(unit, unit), cell=row.cell(role))
        place = replace(place, criterion=target) if row.about == "criterion" else place
        self.findings.append(Finding(code, place, args))

    def _same(self, row: _Row) -> bool:
        """Whether what nobody changes is what was exported, whatever has become of that since."""
        roles = fixed(row.about)
        told = {role: _stored(row.cells[role]) for role in roles}
        if row.text("key") == row_key([told[role] for role in roles]):
            return True
        changed = self._changed(row, told)
        self._find("workbook-changed", row, changed, text=brief(row.text(changed)))
        return False

    def _changed(self, row: _Row, told: Mapping[str, Fraction | date | str]) -> str:
        """The column in which a row differs from what was exported, as far as that can be made out."""
        rows = self.expected(row.lang).rows[row.about]
        if self.keys.get((row.about, row.lang)) is None:
            named = {row_key([one.get(role) for role in fixed(row.about)]): one for one in rows.values()}
            self.keys[row.about, row.lang] = named
        wanted = self.keys[row.about, row.lang].get(row.text("key")) or rows.get(row.target)
        if wanted is None:
            return row.about if row.text("unit") in {unit for unit, _ in rows} else "unit"
        return next((one for one in told if comparable(told[one]) != comparable(wanted.get(one))), "key")

    def _add(self, row: _Row) -> None:
        """What a row says as a table of entries; something stands for what is absent, so that all is looked at."""
        for role in ("reason", "evidence", *(() if self.asked.by else ("by",))):
            if not row.text(role):
                vi, en, _ = COLUMNS[row.about][role]
                self._find("workbook-blank", row, role, column=Words(vi, en))
        # A cell that shows an error says nothing that could be looked at.
        faults = [role for role in ("old", "new") if row.cells[role].fault]
        for role in faults:
            self._find(row.cells[role].fault, row, role, text=brief(row.cells[role].text))
        if faults:
            return
        unit, target = row.target
        raw = {
            "round": self.asked.round,
            "unit": unit,
            row.about: target,
            "old": self._value(row, "old"),
            "new": self._value(row, "new"),
            "reason": row.text("reason") or "-",
            "evidence": row.text("evidence"),
            "by": row.text("by") or self.asked.by or "-",
            "on": self._day(row),
        }
        other = self.start.counted.get(row.target)
        if other is not None:
            raw["supersedes"] = other.id
        path = ("entry", str(len(self.raws)))
        self.raws.append(raw)
        self._mark(path, row.cell("new"))
        for key in raw:
            if key in row.cells:
                self._mark((*path, key), row.cell(key))

    def _mark(self, path: tuple[str, ...], cell: str) -> None:
        self.lines[path] = len(self.cells)
        self.cells.append(cell)

    def _value(self, row: _Row, role: str) -> object:
        """A cell as the value that TOML would have in its place."""
        cell = row.cells[role]
        indicator = self.known.scheme.indicators.get(row.target[1]) if row.about == "indicator" else None
        if isinstance(cell.value, bool | date):
            return cell.value
        percent = indicator is not None and indicator.kind == "percent"
        if isinstance(cell.value, Fraction) and (percent or not cell.text.endswith("%")):
            return as_toml(cell.value)
        text = " ".join(row.text(role).split())
        if indicator is not None and indicator.kind == "option":
            named = {name.casefold(): code for lang in LANGUAGES for code, name in answers(indicator, lang).items()}
            return named.get(text.casefold(), text)
        return text

    def _day(self, row: _Row) -> date:
        cell = row.cells["on"]
        if isinstance(cell.value, date):
            return cell.value
        day = read_day(row.text("on")) if row.text("on") else self.asked.on
        if day is None:
            self._find("workbook-day", row, "on", text=brief(row.text("on")))
        return day or self.asked.on

    def place(self, place: Place) -> Place:
        """The cell that a line of the table of entries stands for."""
        return replace(place, line=0, cell=self.cells[place.line]) if place.line else place

    def origin(self, origin: Origin) -> Origin:
        """Where an entry was filled in."""
        return origin._replace(line=0, cell=self.cells[origin.line])


def _stored(cell: Cell) -> Fraction | date | str:
    return cell.value if isinstance(cell.value, Fraction | date) else cell.text
