"""Tables typed with tabs: lines that tabs part into as many cells as the headings have."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cchc_score.documents import Cell, CellTable, Lines, Tables
from cchc_score.intake.line_tables import heads_lines
from cchc_score.intake.table_layouts import key_columns
from cchc_score.model import Form, FormSection

_Line = tuple[int, str]


def in_columns(table: FormSection) -> bool:
    """Whether no text without columns can show a table of a form."""
    return bool(table.figures) or table.lines is not None or not table.coded


def needs_columns(form: Form) -> bool:
    """Whether a form has such a table."""
    return any(map(in_columns, form.tables))


def with_tabbed_tables(document: Tables, form: Form) -> Tables:
    """A document with the tables that its paragraphs make with tabs, and without those paragraphs."""
    if not any("\t" in text for _, text in document.lines):
        return document
    tables, rest = _tables(document.lines, form, paragraphs=True)
    # In their order, for a table is told by what stands above it.
    every = sorted((*document.tables, *tables), key=lambda table: table.after)
    return replace(document, tables=tuple(every), lines=rest) if tables else document


def tabbed_text(document: Lines, form: Form) -> Tables | None:
    """A text as a document of the tables that it makes with tabs; None where it makes none."""
    tables, rest = _tables(document.lines, form, paragraphs=False)
    return Tables(tuple(tables), rest, document.findings, text=True) if tables else None


def _tables(lines: Sequence[_Line], form: Form, paragraphs: bool) -> tuple[list[CellTable], tuple[_Line, ...]]:
    tables, rest = [], []
    above = width = 0
    for block in _blocks(lines):
        width = _width(block, form) or width
        # Without headings above it nobody knows what its columns are.
        if len(block) > 1 and width > 2:
            tables.append(_table(block, form, width, above, paragraphs))
        else:
            rest += block
            above = block[-1][0]
    return tables, tuple(rest)


def _blocks(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Lines with tabs that follow each other, blank ones between them left out, and every other line by itself."""
    block: list[_Line] = []
    for line in lines:
        if "\t" in line[1].strip(" "):
            block.append(line)
        elif line[1].strip() or not block:
            if block:
                yield block
            block = []
            yield [line]
    if block:
        yield block


def _width(block: Sequence[_Line], form: Form) -> int:
    """How many cells the headings in a block have; 0 without headings."""
    rows = [_cells(text) for _, text in block]
    return next((len(row) for row in rows if heads_lines(row, form) or key_columns(row, form)[1] is not None), 0)


def _cells(text: str) -> list[Cell]:
    return [Cell(cell.strip()) for cell in text.split("\t")]


def _table(block: Sequence[_Line], form: Form, width: int, above: int, paragraphs: bool) -> CellTable:
    strict = needs_columns(form)
    rows = tuple((number, _row(_cells(text), width, strict)) for number, text in block)
    return CellTable(rows, after=above, paragraphs=paragraphs)


def _row(cells: list[Cell], width: int, strict: bool) -> tuple[Cell, ...]:
    """The cells of a row; where its tabs are not those of the headings nobody knows under which its figures stand."""
    filled = [cell for cell in cells if cell.text]
    # A title or the name of a group has tabs as it likes; blank cells at the end may be left out where one column has
    # the figures.
    uneven = len(cells) > width or (strict and len(cells) != width and len(filled) > 2)
    padded = [*cells, *[Cell()] * (width - len(cells))][:width]
    if not uneven:
        return tuple(padded)
    return tuple(replace(cell, fault="tabs-uneven") for cell in padded)
