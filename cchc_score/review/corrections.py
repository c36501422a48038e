"""What a person has filled into the workbook of a review: corrections, and figures that were found right."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cchc_score.appraisal.appraisal_model import Known
from cchc_score.appraisal.entry_states import answer_names, fact_cell_value
from cchc_score.appraisal.workbook_columns import comparable, row_key
from cchc_score.catalogue.labels import UNKNOWN
from cchc_score.documents import Cell, CellTable, Tables
from cchc_score.findings import Finding, Place, Words
from cchc_score.intake.folded_text import fold
from cchc_score.intake.printed_values import Unreadable, cell_fact, unreadable_args
from cchc_score.model import Answer, Form, Indicator, Value
from cchc_score.review.review_columns import AUTHOR, COLUMNS, FIXED
from cchc_score.text import LANGUAGES, Lang, brief, nfc

MOST_ABOVE = 12
"""The headings stand among so many first rows."""
MOST_LETTERS = 2000
"""So long a name or a reason may be, as any line in a TOML file of a report."""
_AUTHOR = re.compile(rf"(?:{'|'.join(AUTHOR)})\s*:\s*(?P<name>.*)", re.IGNORECASE)
_MARKS = ("x", "v", "✓", "✔", "có", "yes", "true")
"""What people write into a box that they tick."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says of one figure of a unit.

    `shown` is the value that the workbook shows, as text. `changed` says that there is a correct value: `new`, where
    None means that the report has none. Otherwise the figure is right as it was read. `place` is the cell that says it.
    """

    unit: str
    indicator: str
    shown: str
    lang: Lang
    by: str
    place: Place
    changed: bool = False
    new: Known | None = None
    confirmed: bool = False
    reason: str = ""


def read_corrections(
    document: Tables, name: str, indicators: Mapping[str, Indicator], form: Form | None, by: str, found: list[Finding]
) -> list[Correction]:
    """The corrections in a workbook; `found` gets what is wrong, and a row with a fault is none of them.

    `by` stands for the name that no row and no line above the rows gives.
    """
    found += document.findings
    sheets = [sheet for table in document.tables if (sheet := _find_sheet(table)) is not None]
    if not sheets:
        found.append(Finding("review-nothing", Place(name)))
    legends = {row.indicator: row.legend for row in (form.rows.values() if form else ()) if row.indicator}
    reading = _Reading(name, indicators, legends, by, found)
    return [correction for sheet in sheets for correction in reading.corrections(sheet)]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The rows of a sheet below its headings, wherever somebody has put its columns."""

    table: CellTable
    first: int
    lang: Lang
    columns: Mapping[str, int]

    @property
    def author(self) -> str:
        """The name in the line above the headings, or in the cell behind it."""
        for _, cells in self.table.rows[: self.first]:
            for cell, behind in zip(cells, (*cells[1:], Cell()), strict=True):
                match = _AUTHOR.fullmatch(" ".join(nfc(cell.text).split()))
                if match is not None and not cell.formula and not behind.formula:
                    return match["name"].strip() or _text(behind)
        return ""


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of a sheet by its columns."""

    sheet: _Sheet
    line: int
    cells: Mapping[str, Cell]

    def text(self, role: str) -> str:
        """What stands in a column, as text on one line."""
        return _text(self.cells[role])

    def filled(self, *roles: str) -> bool:
        """Whether anything stands in one of some columns."""
        return any(self.text(role) or self.cells[role].fault for role in roles)

    def place(self, name: str, role: str) -> Place:
        """Where the cell of a column is, and of which unit it tells."""
        at = self.cells[role].at or f"{self.line}:{self.line}"
        return Place(name, unit=self.text("name") or self.text("unit"), cell=f"{self.sheet.table.name}!{at}")


def _text(cell: Cell) -> str:
    return " ".join(nfc(cell.text).split())


def _find_sheet(table: CellTable) -> _Sheet | None:
    for index, (_, cells) in enumerate(table.rows[:MOST_ABOVE]):
        columns_of: dict[str, list[int]] = defaultdict(list)
        for at, cell in enumerate(cells):
            columns_of[fold(cell.text)].append(at)
        columns = {
            role: places[0]
            for role, (vi, en, _) in COLUMNS.items()
            if len(places := [at for heading in {fold(vi), fold(en)} for at in columns_of.get(heading, ())]) == 1
        }
        # Without one of them nobody could tell what a row says; the others are for whoever reads it.
        if COLUMNS.keys() - {"state", "why", "file", "place"} <= columns.keys():
            lang: Lang = "vi" if fold(COLUMNS["new"][0]) in columns_of else "en"
            return _Sheet(table, index + 1, lang, columns)
    return None


@dataclass(frozen=True, slots=True)
class _Reading:
    """A workbook while it is read: what its rows mean, and what was noticed."""

    name: str
    indicators: Mapping[str, Indicator]
    legends: Mapping[str, Sequence[Answer]]
    by: str
    found: list[Finding]

    def corrections(self, sheet: _Sheet) -> Iterator[Correction]:
        """The corrections in the rows of one sheet."""
        author, seen = sheet.author or self.by, dict[tuple[str, str], _Row]()
        for line, cells in sheet.table.rows[sheet.first :]:
            row = _Row(sheet, line, {role: cells[at] for role, at in sheet.columns.items()})
            if not row.filled("new", "confirmed", "reason"):
                continue
            other = seen.setdefault((row.text("unit"), row.text("indicator")), row)
            if other is not row:
                self._tell("workbook-row-twice", row, "unit", other=other.place("", "unit").cell)
            elif self._sound(row) and (correction := self._correction(row, author)) is not None:
                yield correction

    def _tell(self, code: str, row: _Row, role: str, **args: object) -> None:
        self.found.append(Finding(code, row.place(self.name, role), args))

    def _sound(self, row: _Row) -> bool:
        """Whether nobody has changed what stands in a row, and what is filled in is written by hand."""
        before = len(self.found)
        fixed = [_stored(row.cells[role]) for role in FIXED]
        if row.text("key") != row_key(fixed):
            self._tell("workbook-changed", row, "key", text=brief(row.text("title")))
        if row.text("indicator") not in self.indicators:
            self._tell("indicator-absent", row, "indicator", word=brief(row.text("indicator")))
        for role in ("new", "confirmed", "reason", "by"):
            if row.cells[role].formula:
                self._tell("review-formula", row, role)
        return len(self.found) == before

    def _correction(self, row: _Row, author: str) -> Correction | None:
        before = len(self.found)
        shown, by = comparable(_stored(row.cells["value"])), row.text("by") or author
        marked, changed = self._marked(row), row.filled("new")
        new = self._value(row) if changed else None
        # Whoever writes again what was read has found it right.
        same = changed and len(self.found) == before and self._cell_words(row, new) == shown
        marked, changed = marked or same, changed and not same
        if not by:
            self._tell("review-author", row, "by")
        if not changed and not marked and not row.filled("confirmed"):
            self._tell("review-no-value", row, "new")
        if marked and not changed and not shown:
            self._tell("review-blank", row, "new" if same else "confirmed")
        for role, text in (("by", by), ("reason", row.text("reason"))):
            if len(text) > MOST_LETTERS:
                self._tell("value-long", row, role, key=Words(*COLUMNS[role][:2]), value=MOST_LETTERS)
        if len(self.found) > before:
            return None
        return Correction(
            unit=row.text("unit"),
            indicator=row.text("indicator"),
            shown=shown,
            lang=row.sheet.lang,
            by=by,
            place=row.place(self.name, "new" if row.filled("new") else "confirmed"),
            changed=changed,
            new=new,
            confirmed=marked,
            reason=row.text("reason"),
        )

    def _cell_words(self, row: _Row, state: Known | None) -> str:
        """A value as its cell in the workbook would hold it, as text."""
        if state is None:
            return ""
        return comparable(fact_cell_value(state, self.indicators[row.text("indicator")], row.sheet.lang))

    def _marked(self, row: _Row) -> bool:
        cell, text = row.cells["confirmed"], row.text("confirmed")
        if (text and text.casefold() not in _MARKS) or cell.fault:
            self._tell("review-mark", row, "confirmed", text=brief(text))
        return bool(text)

    def _value(self, row: _Row) -> Known | None:
        """The correct value; None for the word that the report has none, or where it cannot be read, which is told."""
        cell, indicator = row.cells["new"], self.indicators[row.text("indicator")]
        if cell.fault:
            self._tell(cell.fault, row, "new", text=brief(cell.text))
            return None
        if row.text("new").casefold() in UNKNOWN:
            return None
        try:
            return Known(self._fact(cell, indicator))
        except Unreadable as fault:
            place = row.place(self.name, "new")
            self.found.append(Finding(fault.code, place, unreadable_args(indicator, brief(cell.text))))
            return None

    def _fact(self, cell: Cell, indicator: Indicator) -> Value:
        if indicator.kind == "option":
            named = {
                name.casefold(): code for lang in LANGUAGES for code, name in answer_names(indicator, lang).items()
            }
            if (code := named.get(_text(cell).casefold())) is not None:
                return code
        return cell_fact(indicator, cell.text, cell.value, self.legends.get(indicator.code, ()))


def _stored(cell: Cell) -> Fraction | date | str:
    # A bool is left to its text: what was written for an answer is its name, not true or false.
    return cell.value if isinstance(cell.value, Fraction | date) else cell.text


def shown_words(text: str) -> Words:
    """A value that a workbook shows, or that nothing stands there, in both languages."""
    return Words(text or UNKNOWN[0], text or UNKNOWN[1])
