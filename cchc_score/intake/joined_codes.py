"""Codes that stand before the labels in one cell, as '1.2. Số thủ tục': put into a cell of their own."""

import re
from collections.abc import Sequence
from dataclasses import replace

from cchc_score.documents import Cell, CellTable
from cchc_score.intake.folded_text import fold
from cchc_score.intake.label_rows import label_key
from cchc_score.intake.table_layouts import key_columns
from cchc_score.model import Form

_MARKS = ("", ".", ")", "/", ":", "-")
"""What offices put between a code and its label."""
_CODE = re.compile(r"\s*([0-9]+(?:\.[0-9]+)*)\s*[.):/-]*\s+(?=\S)")


_Columns = tuple[int | None, int]
"""The columns under the headings for codes and for labels."""


def split_codes(tables: Sequence[CellTable], form: Form) -> tuple[CellTable, ...]:
    """Tables in which code and label of each row are cells of their own, as those of a form with codes are.

    Only below a heading for labels, where one row at least is one of the form so, and never where a code has its cell.
    A table without headings, as after the end of a page, goes on with the one of the same width before it.
    """
    found: list[CellTable] = []
    codes: _Codes | None = None
    columns: _Columns | None = None
    wide = 0
    for table in tables:
        heading = _heading(table, form)
        width = len(table.rows[0][1]) if table.rows else 0
        if heading is not None or width != wide:
            columns, wide = (None if heading is None else heading[1]), width
        if columns is not None:
            codes = codes or _Codes(form)
            table = _split(table, form, codes, -1 if heading is None else heading[0], columns)
        found.append(table)
    return tuple(found)


def _heading(table: CellTable, form: Form) -> tuple[int, _Columns] | None:
    """The row with a heading for labels, and its columns."""
    for at, (_, cells) in enumerate(table.rows):
        code, label = key_columns(cells, form)
        if label is not None:
            return at, (code, label)
    return None


def _split(table: CellTable, form: Form, codes: "_Codes", start: int, columns: _Columns) -> CellTable:
    """A table in which each code below the row of headings has a cell of its own."""
    code, label = columns
    alone = [_code_alone(cells, code) for _, cells in table.rows]
    below = zip(table.rows[start + 1 :], alone[start + 1 :], strict=True)
    if not any(bare and fold(cells[label].text).rstrip(".:;") in codes.joined for (_, cells), bare in below):
        return table
    rows = []
    for at, (number, cells) in enumerate(table.rows):
        own = code if code is not None else label
        heading = code is None and key_columns(cells, form)[1] == label
        before = Cell(form.columns["code"][0]) if heading else Cell() if code is None else cells[own]
        rest = list(cells) if code is None else [*cells[:own], *cells[own + 1 :]]
        place = label if code is None or label < own else label - 1
        if at > start and alone[at]:
            before, rest[place] = codes.split(cells[label], before)
        rows.append((number, (*rest[:own], before, *rest[own:])))
    return replace(table, rows=tuple(rows))


def _code_alone(cells: Sequence[Cell], code: int | None) -> bool:
    """Whether a row has no code in a cell of its own."""
    return code is None or not cells[code].text.strip()


class _Codes:
    """The rows of a form with codes, by code and label as one text."""

    def __init__(self, form: Form) -> None:
        coded = {table.name for table in form.tables if table.coded and table.lines is None}
        rows = [row for row in form.rows.values() if row.section in coded]
        self.codes = {fold(row.printed_code) for row in rows if "/" not in row.line_code}
        self.parts = {label_key(row.label) for row in rows if "/" in row.line_code}
        self.joined: dict[str, tuple[str, str]] = {}
        several = set()
        for row in rows:
            for mark in _MARKS if "/" not in row.line_code else ():
                key = fold(f"{row.printed_code}{mark}{row.label}").rstrip(".:;")
                own = (row.printed_code, row.label)
                if self.joined.setdefault(key, own) != own:
                    several.add(key)
        # What may be two codes with two labels is neither.
        for key in several:
            del self.joined[key]

    def split(self, cell: Cell, before: Cell) -> tuple[Cell, Cell]:
        """The code and the label that stand in a cell; a code with another label is split too, so that it is told."""
        known = self.joined.get(fold(cell.text).rstrip(".:;"))
        if known is not None:
            return replace(cell, text=known[0], value=None), replace(cell, text=known[1], value=None)
        match = _CODE.match(cell.text)
        if match is None or fold(match[1]) not in self.codes or label_key(cell.text) in self.parts:
            return before, cell
        return replace(cell, text=match[1], value=None), replace(cell, text=cell.text[match.end() :], value=None)
