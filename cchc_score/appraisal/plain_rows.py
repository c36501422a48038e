"""The tables of a plain form of an appraisal as people hand it back, in Word or as CSV."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cchc_score.appraisal.answer_rows import texts_above
from cchc_score.appraisal.workbook_columns import COLUMNS, ROUND, TargetKind
from cchc_score.appraisal.workbook_rows import WorkbookSheet, columns_in
from cchc_score.documents import Cell, CellTable, Grid, Tables, as_cells
from cchc_score.files.csv_file import unsafe_cell
from cchc_score.findings import Finding, Words
from cchc_score.text import nfc

NEEDED = ("title", "old", "reason", "evidence")
"""The columns without which a row says too little, beside unit, target and new value."""
_FEW = 2
"""A row with no more texts than these is a line above a table, and none of its rows."""


def _label(*words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(words)})\s*:\s*(.*[^\s.…].*)", re.IGNORECASE)


_SAID: Mapping[str, re.Pattern[str]] = {
    "round": _label(*ROUND),
    "by": _label(*COLUMNS["criterion"]["by"][:2]),
    "on": _label(*COLUMNS["criterion"]["on"][:2]),
}
"""What lines above a table say of all its rows; dots alone are room to write, and say nothing."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A table with its headings in the first row, and the lines that stand above it and below what is before it."""

    table: CellTable
    lines: Sequence[str]


def plain_sheets(document: Grid | Tables, name: str, findings: list[Finding]) -> list[WorkbookSheet]:
    """The tables of an appraisal in a document without sheets, each with what is said above it."""
    said: dict[str, str] = {}
    found: list[WorkbookSheet] = []
    for piece in _of_grid(document) if isinstance(document, Grid) else _of_word(document):
        own: dict[str, str] = {}
        for line in piece.lines:
            for about, form in _SAID.items():
                # The first counts: a row as one line comes after its cells, and may hold a remark as well.
                if about not in own and (match := form.fullmatch(line)):
                    own[about] = match[1].strip()
        said |= own
        sheet = _sheet(piece.table, name, said, findings)
        if sheet is not None:
            found.append(sheet)
    return found


def _sheet(table: CellTable, name: str, said: Mapping[str, str], findings: list[Finding]) -> WorkbookSheet | None:
    line, cells = table.rows[0]
    heads = columns_in(cells)
    if heads is None:
        return None
    about, lang, columns = heads
    absent = [Words(*COLUMNS[about][role][:2]) for role in NEEDED if role not in columns]
    findings += [Finding("workbook-column", table.place(name, line, Cell()), {"column": one}) for one in absent]
    if absent:
        return None
    return WorkbookSheet(table=table, first=1, about=about, lang=lang, columns=columns, said=dict(said))


def _headed(cells: Sequence[Cell]) -> TargetKind | None:
    found = columns_in(cells)
    return None if found is None else found[0]


def _of_word(document: Tables) -> Iterator[_Piece]:
    """The tables of a Word document; lines may also stand in its rows above the headings."""
    before = -1
    for table in document.tables:
        first = next((at for at, (_, cells) in enumerate(table.rows) if _headed(cells)), None)
        if first is None:
            continue
        lines = [_spaced(text) for at, text in document.lines if before < at <= table.after]
        before = table.after
        yield _Piece(replace(table, rows=table.rows[first:]), [*lines, *texts_above(table, first)])


def _of_grid(document: Grid) -> Iterator[_Piece]:
    """The tables that stand below one another in a table of texts."""
    # As a table in CSV keeps a text from running as a formula.
    table = as_cells(
        replace(document, rows=tuple((line, tuple(map(unsafe_cell, cells))) for line, cells in document.rows))
    )
    heads = [at for at, (_, cells) in enumerate(table.rows) if _headed(cells)]
    before = 0
    for first, end in pairwise([*heads, len(table.rows)]):
        above = [row for row in table.rows[before:first] if sum(bool(cell.text.strip()) for cell in row[1]) <= _FEW]
        yield _Piece(
            replace(table, rows=table.rows[first:end]), list(texts_above(replace(table, rows=tuple(above)), len(above)))
        )
        before = first + 1


def _spaced(text: str) -> str:
    return " ".join(nfc(text).split())
