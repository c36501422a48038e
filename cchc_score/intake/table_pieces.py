"""The tables of a document, cut where a title or headings begin another table of the form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cchc_score.documents import Cell, CellTable, Tables
from cchc_score.intake.form_sections import FormSections, Told, tell_section
from cchc_score.intake.line_tables import LineLayouts, heads_lines
from cchc_score.intake.table_layouts import TableLayout, fold_cell, heads_columns
from cchc_score.intake.wide_table import MOST_ABOVE
from cchc_score.model import Form

_Row = tuple[int, tuple[Cell, ...]]


@dataclass(frozen=True, slots=True)
class TablePiece:
    """A table of a document, or a part of one with a title or headings of its own.

    `before` are rows of the same table that stand above it, the first and the nearest; `lines` stand between it and the
    table above.
    """

    table: CellTable
    before: tuple[_Row, ...] = ()
    lines: tuple[str, ...] = ()


def table_pieces(document: Tables, form: Form, sections: FormSections) -> Iterator[TablePiece]:
    """The tables in their order; a form of one table has each as it is."""
    after = 0
    for table in document.tables:
        # A sheet is named for what it begins with.
        lines = (*(text for number, text in document.lines if after < number <= table.after), table.name)
        after = table.after
        starts = list(_starts(table, form, sections)) if form.sections else []
        yield TablePiece(replace(table, rows=table.rows[: starts[0]]) if starts else table, (), lines)
        for above, (start, end) in zip([0, *starts], pairwise([*starts, len(table.rows)]), strict=False):
            # Not all of them: a sheet may begin thousands of tables.
            before = (*table.rows[: min(above, MOST_ABOVE)], *table.rows[above:start])
            yield TablePiece(replace(table, rows=table.rows[start:end]), before)


def _starts(table: CellTable, form: Form, sections: FormSections) -> Iterator[int]:
    """The rows at which a title or headings come after rows of something else."""
    labels = {fold_cell(Cell(row.label)) for row in form.rows.values()}
    headed = filled = False
    for at, (_, cells) in enumerate(table.rows):
        headings = heads_columns(cells, form) or heads_lines(cells, form)
        if headings or sections.heads(_texts(cells)):
            if filled:
                yield at
            headed, filled = headings, False
        # What stands above headings, as the title of a report or a note under that of a table, is no row yet.
        elif any(text.strip() for text in _texts(cells)) and (
            headed or any(fold_cell(cell) in labels for cell in cells)
        ):
            headed = filled = True


def told_section(piece: TablePiece, layout: TableLayout, sections: FormSections) -> Told:
    """Which table of the form a piece is; of a form of one table it is that one ('')."""
    if "" in sections.rows:
        return Told("")
    below = piece.table.rows[layout.first :]
    heads = [cells for _, cells in piece.table.rows[: layout.first]]
    heads += [cells for _, cells in below if sections.heads(_texts(cells))]
    titled = sections.titled((*piece.lines, *(text for cells in heads for text in _texts(cells))))
    keys = [layout.key(cells) for _, cells in below]
    matches = {name: frozenset(at for at, key in enumerate(keys) if sections.has(name, key)) for name in sections.rows}
    return tell_section(titled, matches)


def told_lines(piece: TablePiece, layouts: LineLayouts, sections: FormSections) -> Told:
    """Which table of lines of the form a piece is, by its columns and the titles above it."""
    names = tuple(layout.section.name for layout in layouts.layouts)
    start = layouts.start
    above = [text for _, cells in piece.table.rows[:start] for text in _texts(cells)]
    titled = sections.titled((*piece.lines, *above))
    own = [name for name in names if name in titled]
    if titled and not own:
        return Told("", "table-title-differs", {"title": next(iter(titled)), "names": names})
    possible = own or names
    return Told(possible[0]) if len(possible) == 1 else Told("", "table-unclear", {"names": tuple(possible)})


def stands_alone(piece: TablePiece, start: int) -> bool:
    """Whether words stand between the headings of a piece, which begin in the row `start`, and the table above it."""
    above = [text for _, cells in piece.table.rows[:start] for text in _texts(cells)]
    return any(text.strip() for text in (*piece.lines, *above))


def only_headings(piece: TablePiece, layout: TableLayout) -> bool:
    """Whether nothing stands below the headings of a piece."""
    return not any(text.strip() for _, cells in piece.table.rows[layout.first :] for text in _texts(cells))


def _texts(cells: Sequence[Cell]) -> list[str]:
    return [cell.text for cell in cells]
