"""A table with a line for each of many things alike: where its columns are, and which of its rows are lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cchc_score.documents import Cell, CellTable
from cchc_score.intake.figure_columns import FoundColumns, find_columns
from cchc_score.intake.folded_text import fold
from cchc_score.intake.table_layouts import fold_cell, heading_paths, heading_rows, numbers_columns
from cchc_score.model import Form, FormSection

_ROMAN = re.compile("[ivxlc]+")


@dataclass(frozen=True, slots=True)
class LineLayout:
    """The columns of such a table of the form: `names` of its lines, codes, and figures.

    Its headings begin in the row `start`, and `first` is the first row below them.
    """

    section: FormSection
    start: int
    first: int
    names: int
    code: int | None
    columns: FoundColumns
    heading: str
    width: int


@dataclass(frozen=True, slots=True)
class LineLayouts:
    """The columns of one table as each table of lines of the form that it may be.

    One that goes on has no headings of its own, or has them again on the next page.
    """

    layouts: tuple[LineLayout, ...]
    goes_on: bool = False

    @property
    def first(self) -> int:
        """Its first row."""
        return self.layouts[0].first

    @property
    def start(self) -> int:
        """The row in which its headings begin."""
        return self.layouts[0].start

    def of(self, name: str) -> LineLayout:
        """Its columns as the table of a name."""
        return next(layout for layout in self.layouts if layout.section.name == name)


@dataclass(frozen=True, slots=True)
class TableLine:
    """One line: its name, its code as folded, and its cells."""

    number: int
    name: str
    code: str
    cells: tuple[Cell, ...]


@dataclass(slots=True)
class TableLines:
    """The lines of one table of the form and those that add them up, as far as they have been read."""

    section: FormSection
    lines: list[tuple[CellTable, LineLayout, TableLine]] = field(default_factory=list)
    totals: list[tuple[CellTable, LineLayout, TableLine]] = field(default_factory=list)
    tables: list[tuple[CellTable, LineLayout]] = field(default_factory=list)
    again: bool = False
    """Whether the table came twice, and not only went on."""

    def read(self, table: CellTable, layout: LineLayout, goes_on: bool) -> None:
        """The lines of one table of a document, which goes on with the one before or not."""
        self.again |= bool(self.tables) and not goes_on
        self.tables.append((table, layout))
        found = list(_lines(table, layout))
        # Below the last line with a figure stand notes and signatures.
        last = max((at for at, line in enumerate(found) if _figures(line, layout)), default=-1)
        assert self.section.lines is not None
        names = {fold_name(name) for name in self.section.lines.totals}
        for line in found[: last + 1]:
            (self.totals if fold_name(line.name) in names else self.lines).append((table, layout, line))

    @property
    def mixed(self) -> bool:
        """Whether some lines are parts of others, by their codes, several add others up, or the table came twice."""
        shapes = {_shape(line.code) for _, layout, line in self.lines if _figures(line, layout)}
        return len(shapes) > 1 or len(self.totals) > 1 or self.again

    def repeated(self) -> list[str]:
        """The names that several lines have."""
        seen: set[str] = set()
        again = []
        for _, _, line in self.lines:
            folded = fold_name(line.name)
            if folded in seen:
                again.append(line.name)
            seen.add(folded)
        return again


def first_name(table: CellTable, layout: LineLayout) -> str:
    """The name of the first line of a table of a document, folded."""
    return next((fold_name(line.name) for line in _lines(table, layout)), "")


def fold_name(name: str) -> str:
    """The name of a line to compare."""
    return fold(name).rstrip(".:;")


def line_layouts(table: CellTable, form: Form, year: int) -> Iterator[LineLayout]:
    """The columns of a table as each table of lines of the form that it may be."""
    for section in form.sections:
        layout = _layout(table, section, form, year) if section.lines is not None else None
        if layout is not None:
            yield layout


def heads_lines(cells: Sequence[Cell], form: Form) -> bool:
    """Whether a row has the heading for the names of lines of a table of the form."""
    return any(_names(cells, section) is not None for section in form.sections)


def _names(cells: Sequence[Cell], section: FormSection) -> int | None:
    """The column of the names of lines; a row with that heading alone is a title."""
    if section.lines is None or sum(bool(cell.text.strip()) for cell in cells) < 2:
        return None
    wanted = {fold_name(name) for name in section.lines.names}
    return next((at for at, cell in enumerate(cells) if fold_cell(cell) in wanted), None)


def _layout(table: CellTable, section: FormSection, form: Form, year: int) -> LineLayout | None:
    for start, (_, cells) in enumerate(table.rows):
        names = _names(cells, section)
        if names is None:
            continue
        rows = list(heading_rows(table, start, (names,)))
        columns = find_columns(heading_paths(rows), section.figures, year)
        if not columns.columns and not columns.unclear:
            continue
        codes = set(map(fold, form.columns.get("code", ())))
        code = next((at for at, cell in enumerate(cells) if fold_cell(cell) in codes and at != names), None)
        return LineLayout(
            section=section,
            start=start,
            first=start + len(rows),
            names=names,
            code=code,
            columns=columns,
            heading=fold_cell(cells[names]),
            width=len(cells),
        )
    return None


def _lines(table: CellTable, layout: LineLayout) -> Iterator[TableLine]:
    within = True
    for number, cells in table.rows[layout.first :]:
        repeats = fold_cell(cells[layout.names]) == layout.heading
        # Headings that a page repeats may have several rows, the lower ones without names.
        within = repeats or (within and not cells[layout.names].text.strip() and not _is_total(cells, layout))
        if within or numbers_columns(cells) or not any(cell.text.strip() for cell in cells):
            continue
        code = "" if layout.code is None else cells[layout.code].text.strip()
        name = cells[layout.names].text.strip()
        # The word for the total may stand in the cell of the code, merged with that of the name.
        yield TableLine(number, " ".join((name or code).split()), fold_name(code) if name else "", cells)


def _is_total(cells: Sequence[Cell], layout: LineLayout) -> bool:
    return layout.code is not None and bool(cells[layout.code].text.strip())


def _figures(line: TableLine, layout: LineLayout) -> bool:
    return any(line.cells[at].text.strip() or line.cells[at].merged for at in layout.columns.columns.values())


def _shape(code: str) -> str:
    """What kind of code a line has: parts are numbered otherwise than what they are parts of."""
    if not code:
        return ""
    if _ROMAN.fullmatch(code):
        return "roman"
    return f"{'digit' if code[:1].isdigit() else 'letter'}{code.count('.')}"
