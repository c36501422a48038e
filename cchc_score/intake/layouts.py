"""Where the columns of a table are: found by their headings, on whatever row these stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cchc_score.documents import Cell, CellTable
from cchc_score.intake.stream import fold
from cchc_score.model import Form

MOST_HEADINGS = 4
"""Headings stand on at most so many rows, one below the other."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table in which each row is a row of the form; `first` is the place of its first row.

    `values` are the columns of values: the one of a table about one unit, without a name, or one for each unit,
    with the unit's name.
    """

    first: int
    code: int
    label: int
    unit: int | None
    values: tuple[tuple[int, str], ...]
    remark: int | None
    headings: frozenset[tuple[str, str]]

    def repeated(self, cells: Sequence[Cell]) -> bool:
        """Whether a row repeats headings, as on a new page."""
        return (folded(cells[self.code]), folded(cells[self.label])) in self.headings


def folded(cell: Cell) -> str:
    """A cell's text to compare: without spaces, case, and the mark at its end."""
    return fold(cell.text).rstrip(".:;")


def find_layout(table: CellTable, form: Form) -> Layout | None:
    """The layout of a table with a heading for codes and one for labels in some row; None for any other table."""
    roles = {role: {fold(text) for text in texts} for role, texts in form.columns.items()}
    for place, (_, cells) in enumerate(table.rows):
        texts = [_heading(cell, form) for cell in cells]
        code, label = _column(texts, roles["code"]), _column(texts, roles["label"])
        if code is not None and label is not None and code != label:
            return _layout(table, form, roles, place, code, label)
    return None


def _layout(
    table: CellTable, form: Form, roles: Mapping[str, set[str]], place: int, code: int, label: int
) -> Layout | None:
    rows = list(_headings(table, place, code, label))
    # What stands lowest names a column: above it may stand a heading that spans several.
    lowest = [_lowest(rows, at) for at in range(len(table.rows[place][1]))]
    texts = [_heading(cell, form) for cell in lowest]
    unit, value, remark = (_column(texts, roles[role]) for role in ("unit", "value", "remark"))
    known = set.union(*roles.values()) | {fold(heading) for heading in form.headings}
    named = tuple((at, cell.text.strip()) for at, cell in enumerate(lowest) if texts[at] and texts[at] not in known)
    values = ((value, ""),) if value is not None else tuple(one for one in named if one[0] not in (code, label))
    if not values:
        return None
    headings = frozenset((folded(cells[code]), folded(cells[label])) for cells in rows)
    return Layout(place + len(rows), code, label, unit, values, remark, headings)


def _headings(table: CellTable, place: int, code: int, label: int) -> Iterator[Sequence[Cell]]:
    """The rows of headings: the first, and those below it in which neither a code nor a label stands."""
    first = table.rows[place][1]
    yield first
    for _, cells in table.rows[place + 1 : place + MOST_HEADINGS]:
        again = (cells[code].text, cells[label].text) == (first[code].text, first[label].text)
        bare = not cells[code].text.strip() and not cells[label].text.strip()
        if not again and not (bare and any(cell.text.strip() for cell in cells)):
            return
        yield cells


def _lowest(rows: Sequence[Sequence[Cell]], at: int) -> Cell:
    return next((cells[at] for cells in reversed(rows) if cells[at].text.strip()), Cell())


def _heading(cell: Cell, form: Form) -> str:
    """A heading without the year that may stand in it: 'Chỉ tiêu thống kê (Báo cáo năm 2023)'."""
    text = folded(cell)
    year = fold(form.title_year)
    at = text.find(year) if year else -1
    return text[:at].rstrip("(") if at > 0 else text


def _column(texts: Sequence[str], wanted: set[str]) -> int | None:
    return next((at for at, text in enumerate(texts) if text in wanted), None)
