"""A table that goes on over pages: the row that a page cuts in two is put together again, by the form's own labels."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from cchc_score.documents import Cell, CellTable, Tables
from cchc_score.findings import Finding
from cchc_score.intake.folded_text import fold
from cchc_score.intake.form_sections import FormSections
from cchc_score.intake.table_layouts import TableLayout, find_table_layout, fold_cell, heads_columns, numbers_columns
from cchc_score.intake.wide_table import wide_table
from cchc_score.model import Form, Indicator

_Rows = list[tuple[int, tuple[Cell, ...]]]


def over_pages(document: Tables, form: Form, year: int) -> Tables:
    """A document of pages in which no row of the form is cut by the end of its page.

    A row is put together only where its code and label, or its label alone for a part without a code, are then those
    of the form, or where nothing but what stands beside them went on. What both pages show of one figure is no figure.
    """
    rows = _FormRows(form)
    tables: list[CellTable] = []
    before: TableLayout | None = None
    depth = 0
    for table in _parted(document, form, year, rows):
        layout = find_table_layout(table, form, year)
        last = tables[-1] if tables else None
        follows = last is not None and last.page == table.page - 1
        if last is not None and before is not None and follows:
            here = _headed(table, layout, depth, form, year) or (
                replace(before, first=0) if _width(last) == _width(table) else None
            )
            if here is not None:
                tables[-1], table = _joined(last, before, table, here, rows)
                layout = find_table_layout(table, form, year)
        if layout is not None:
            depth = layout.first - _start(table, form)
        if table.rows:
            tables.append(table)
        before = layout or (before if last is not None and _width(last) == _width(table) else None)
    return replace(document, tables=tuple(tables))


def _parted(document: Tables, form: Form, year: int, rows: "_FormRows") -> Iterator[CellTable]:
    """The tables of a document; one in which headings are typed anew below rows of the form that go on is two."""
    before: TableLayout | None = None
    width = 0
    for table in document.tables:
        layout = find_table_layout(table, form, year)
        start = 0 if layout is None else layout.start
        # Not where a title stands above the headings: with it another appendix may begin.
        goes_on = before is not None and start > 0 and _width(table) == width
        if goes_on and before is not None and rows.tells(before.key(table.rows[start - 1][1])):
            yield replace(table, rows=table.rows[:start])
            table = replace(table, rows=table.rows[start:])
        yield table
        if layout is not None:
            before, width = layout, _width(table)


def _start(table: CellTable, form: Form) -> int:
    """The row on which the headings of a table begin."""
    return next((at for at, (_, cells) in enumerate(table.rows) if heads_columns(cells, form)), 0)


def _headed(table: CellTable, layout: TableLayout | None, depth: int, form: Form, year: int) -> TableLayout | None:
    """The layout of a table under headings of so many rows, where what is left of a cut row stands right below them."""
    first = _start(table, form) + depth
    if layout is None or depth <= 0 or layout.first <= first:
        return layout
    shorter = replace(table, rows=(*table.rows[:first], *table.rows[layout.first :]))
    return find_table_layout(shorter, form, year)


class _FormRows:
    """What rows of a form are known by: codes with labels, labels alone, and the words before parts."""

    def __init__(self, form: Form) -> None:
        self.sections = FormSections(form)
        self.keys = set().union(*self.sections.keys.values())
        self.labels = {label for _, label in self.keys}
        self.groups = {"", *map(fold, form.groups)}

    def has(self, key: tuple[str, str]) -> bool:
        """Whether a code and a label are those of a row of the form."""
        return any(self.sections.has(name, key) for name in self.sections.rows)

    def tells(self, key: tuple[str, str]) -> bool:
        """The same, or the words before parts and the label of one, which has no code in its cell."""
        return self.has(key) or (key[0] in self.groups and key[1] in self.labels)


def _width(table: CellTable) -> int:
    return len(table.rows[0][1]) if table.rows else 0


def _joined(
    above: CellTable, layout: TableLayout, table: CellTable, here: TableLayout, rows: _FormRows
) -> tuple[CellTable, CellTable]:
    """Two tables on pages that follow each other, with the row between them put together where it was one."""
    # Under its headings a page may number the columns once more.
    at = next((at for at, (_, cells) in enumerate(table.rows) if at >= here.first and not numbers_columns(cells)), None)
    if at is None or not above.rows:
        return above, table
    (line, first), (_, second) = above.rows[-1], table.rows[at]
    one = layout.code_cell(first), first[layout.label]
    other = here.code_cell(second), second[here.label]
    beside = any(cell.text.strip() for cell in second)
    if not _is_one(one, other, rows, beside):
        return above, table
    whole = list(first)
    for to, of in _columns(layout, here, len(first), len(second)):
        beside_figures = to in (layout.code, layout.label, layout.unit, layout.remark)
        whole[to] = _put_together(first[to], second[of], not beside_figures)
    rest = (*table.rows[:at], *table.rows[at + 1 :])
    return replace(above, rows=(*above.rows[:-1], (line, tuple(whole)))), replace(table, rows=rest)


def _is_one(one: tuple[Cell, Cell], other: tuple[Cell, Cell], rows: _FormRows, beside: bool) -> bool:
    """Whether the last row of a page and the first of the next, by their codes and labels, are one row of the form."""
    code, (next_code, next_label) = fold_cell(one[0]), map(fold_cell, other)
    # A word merged beside several parts is printed anew on the next page.
    part = next_code in rows.groups
    if part and not next_label:
        return beside
    if rows.has((next_code, next_label)) or (part and next_label in rows.labels):
        return False
    whole_code = fold(one[0].text + other[0].text).rstrip(".:;")
    whole_label = fold(one[1].text + other[1].text).rstrip(".:;")
    if whole_label not in rows.labels:
        return False
    is_part = whole_code in rows.groups or (code in rows.groups and part)
    return is_part or (whole_code, whole_label) in rows.keys or (part and (code, whole_label) in rows.keys)


def _columns(layout: TableLayout, here: TableLayout, width: int, other: int) -> Iterator[tuple[int, int]]:
    """The columns of one page and those of the next that they go on in."""
    if width == other:
        yield from zip(range(width), range(other), strict=True)
        return
    pairs = [
        (layout.code, here.code),
        (layout.label, here.label),
        (layout.unit, here.unit),
        (layout.remark, here.remark),
    ]
    yield from ((to, of) for to, of in pairs if to is not None and of is not None)
    yield from ((to, of) for (to, _), (of, _) in zip(layout.values, here.values, strict=False))


def _put_together(cell: Cell, other: Cell, is_value: bool) -> Cell:
    """A cell with what went on of it on the next page."""
    if not other.text.strip():
        return cell
    if not cell.text.strip():
        # Its place is that of the row, which begins on the page before.
        return replace(cell, text=other.text, fault=other.fault or cell.fault, merged="")
    fault = "cell-cut" if is_value else cell.fault or other.fault
    return replace(cell, text=f"{cell.text}\n{other.text}", fault=fault)


def unread_tables(
    document: Tables, form: Form | None, indicators: Mapping[str, Indicator], year: int, name: str
) -> Iterator[Finding]:
    """Tables right after one of the report, on the next page, whose columns cannot be told: figures may be lost."""
    known: CellTable | None = None
    for table in document.tables:
        if wide_table(table, form, indicators) is not None or (form is not None and _is_of_form(table, form, year)):
            known = table
        elif known is not None and table.page == known.page + 1 and _width(table) > 2:
            yield Finding("pdf-table", table.place(name, table.rows[0][0], Cell()))
            known = table


def _is_of_form(table: CellTable, form: Form, year: int) -> bool:
    """Whether a table has the headings of a form, or goes on with one of its rows."""
    keys = _FormRows(form).keys
    pairs = (pair for _, cells in table.rows for pair in pairwise(cells))
    return find_table_layout(table, form, year) is not None or any(
        (fold_cell(one), fold_cell(two)) in keys for one, two in pairs
    )
