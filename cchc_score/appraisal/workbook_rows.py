"""The rows of an appraisal's workbook as people hand it back, wherever they have put its columns."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cchc_score.appraisal.workbook_columns import COLUMNS, ROUND, SHOWN, TargetKind
from cchc_score.documents import Cell, CellTable
from cchc_score.facts import Origin
from cchc_score.findings import Finding, Place, Words
from cchc_score.intake.folded_text import fold
from cchc_score.text import Lang, nfc

MOST_ABOVE = 12
"""The headings stand among so many first rows."""
_ROUND = re.compile(rf"(?:{'|'.join(ROUND)})\s*:\s*(?P<round>[0-9]{{1,3}})", re.IGNORECASE)
_DIGITS = re.compile("[0-9]{1,3}")


@dataclass(frozen=True, slots=True)
class WorkbookRow:
    """One row of a sheet by its columns."""

    about: TargetKind
    lang: Lang
    table: CellTable
    line: int
    cells: Mapping[str, Cell]
    plain: bool = False
    """Whether it is of a plain form, which has no keys and whose cells are texts."""

    def text(self, role: str) -> str:
        """What stands in a column, as text."""
        return nfc(self.cells[role].text).strip()

    def filled(self, *roles: str) -> bool:
        """Whether anything stands in one of some columns."""
        # A cell that shows an error is filled: left out, its row would pass for one without a new value.
        return any(self.text(role) or self.cells[role].fault for role in roles)

    def cell(self, role: str) -> str:
        """Where a column's cell is, as in 'Điểm!I5'; nothing in a document without sheets."""
        return "" if self.plain else f"{self.table.name}!{self.cells[role].at or f'{self.line}:{self.line}'}"

    def place(self, name: str, role: str, **at: Any) -> Place:
        """Where a column's cell is in a file: by sheet and cell, or by table and line."""
        if self.plain:
            return replace(self.table.place(name, self.line, self.cells[role]), **at)
        return Place(name, cell=self.cell(role), **at)

    def origin(self, name: str, role: str) -> Origin:
        """The same as where a statement stands."""
        if self.plain:
            return Origin(name, self.line, table=self.table.number)
        return Origin(name, cell=self.cell(role))

    def named(self, role: str) -> str | Words:
        """Where a column's cell is, for whoever reads of another one of the same file."""
        if not self.plain:
            return self.cell(role)
        table = self.table.number
        vi, en = (f"bảng {table}, ", f"table {table}, ") if table else ("", "")
        return Words(f"{vi}dòng {self.line}", f"{en}line {self.line}")

    @property
    def target(self) -> tuple[str, str]:
        """The unit's code, and the criterion's number or the indicator's code."""
        return self.text("unit"), self.text(self.about)


@dataclass(frozen=True, slots=True)
class WorkbookSheet:
    """One sheet of an export, wherever somebody has put its columns."""

    table: CellTable
    first: int
    about: TargetKind
    lang: Lang
    columns: Mapping[str, int]
    said: Mapping[str, str] | None = None
    """What lines above a table of a plain form say of all its rows; None in a workbook."""

    def rows(self) -> Iterator[WorkbookRow]:
        """The rows below the headings."""
        plain = self.said is not None
        blank = {role: Cell(self.said.get(role, "")) for role in COLUMNS[self.about]} if self.said is not None else {}
        for line, cells in self.table.rows[self.first :]:
            own = {role: cells[at] for role, at in self.columns.items() if not plain or cells[at].text.strip()}
            row = WorkbookRow(
                about=self.about, lang=self.lang, table=self.table, line=line, cells=blank | own, plain=plain
            )
            # Titles and totals stand among the rows of a plain form.
            if not plain or row.filled(self.about, "new", "reason", "evidence"):
                yield row

    @property
    def first_place(self) -> Place:
        """Where the table begins, without its file."""
        if self.said is None:
            return Place(cell=f"{self.table.name}!1:1")
        return self.table.place("", self.table.rows[0][0], Cell())

    @property
    def stated_round(self) -> int | None:
        """The round that stands above the headings."""
        if self.said is not None:
            told = self.said.get("round", "")
            return int(told) if _DIGITS.fullmatch(told) else None
        texts = [" ".join(nfc(cell.text).split()) for _, cells in self.table.rows[: self.first] for cell in cells]
        return next((int(match["round"]) for text in texts if (match := _ROUND.fullmatch(text))), None)


def find_sheet(table: CellTable, name: str, findings: list[Finding]) -> WorkbookSheet | None:
    """Where the rows of a sheet begin, what they are about, and its columns; None for any other sheet."""
    for index, (line, cells) in enumerate(table.rows[:MOST_ABOVE]):
        heads = columns_in(cells)
        if heads is None:
            continue
        about, lang, found = heads
        where = Place(name, cell=f"{table.name}!{line}:{line}")
        needed = {role: words for role, words in COLUMNS[about].items() if role not in SHOWN}
        absent = [Words(vi, en) for role, (vi, en, _) in needed.items() if role not in found]
        findings += [Finding("workbook-column", where, {"column": column}) for column in absent]
        return None if absent else WorkbookSheet(table=table, first=index + 1, about=about, lang=lang, columns=found)
    return None


def columns_in(cells: Sequence[Cell]) -> tuple[TargetKind, Lang, Mapping[str, int]] | None:
    """What the rows below a row of headings are about, their language, and the columns; None for any other row."""
    columns_of: dict[str, list[int]] = defaultdict(list)
    for at, cell in enumerate(cells):
        columns_of[fold(cell.text)].append(at)
    for about, columns in COLUMNS.items():
        found = {role: at for role, (vi, en, _) in columns.items() for at in _only(columns_of, vi, en)}
        # These three make a table of an appraisal; one that lacks others was cut, which is told.
        if {"unit", about, "new"} <= found.keys():
            return about, "vi" if fold(columns["new"][0]) in columns_of else "en", found
    return None


def _only(columns_of: Mapping[str, Sequence[int]], *headings: str) -> Sequence[int]:
    """The one column with a heading, in either language; none where there are several."""
    found = [at for heading in headings for at in columns_of.get(fold(heading), ())]
    # Of two columns with one heading nobody can tell which holds the entries.
    return found if len(found) == 1 else ()
