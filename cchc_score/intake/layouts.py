"""Where the columns of a table are: found by their headings, on whatever row these stand."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cchc_score.documents import Cell, CellTable
from cchc_score.intake.stream import fold
from cchc_score.model import Form

_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
_ONLY_YEAR = re.compile(r"\(?(?:năm)?20[0-9]{2}\)?")
MOST_HEADINGS = 4
"""Headings stand on at most so many rows, one below the other."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table in which each row is a row of the form; `first` is the place of its first row.

    `values` are the columns of values: the one of a table about one unit, without a name, or one for each unit,
    with the unit's name. `bare` are the columns under no heading at all. Where several columns might hold the values
    of the one unit, there are no values, and `unclear` are their headings.
    """

    first: int
    code: int
    label: int
    unit: int | None
    values: tuple[tuple[int, str], ...]
    remark: int | None
    headings: frozenset[tuple[str, str]]
    bare: tuple[int, ...] = ()
    unclear: tuple[str, ...] = ()

    def repeated(self, cells: Sequence[Cell]) -> bool:
        """Whether a row repeats headings, as on a new page."""
        return (folded(cells[self.code]), folded(cells[self.label])) in self.headings


def folded(cell: Cell) -> str:
    """A cell's text to compare: without spaces, case, and the mark at its end."""
    return fold(cell.text).rstrip(".:;")


def find_layout(table: CellTable, form: Form, year: int = 0) -> Layout | None:
    """The layout of a table with a heading for codes and one for labels in some row; None for any other table.

    Of several columns for several years it is that of the year.
    """
    roles = {role: {fold(text) for text in texts} for role, texts in form.columns.items()}
    for place, (_, cells) in enumerate(table.rows):
        texts = [_heading(cell, form) for cell in cells]
        code, label = _column(texts, roles["code"]), _column(texts, roles["label"])
        if code is not None and label is not None and code != label:
            return _layout(table, form, roles, place, (code, label), year)
    return None


def _layout(
    table: CellTable, form: Form, roles: Mapping[str, set[str]], place: int, keys: tuple[int, int], year: int
) -> Layout | None:
    code, label = keys
    rows = list(_headings(table, place, code, label))
    # What stands lowest names a column: above it may stand a heading that spans several.
    lowest = [_lowest(rows, at) for at in range(len(table.rows[place][1]))]
    texts = [_heading(cell, form) for cell in lowest]
    unit, remark = (_column(texts, roles[role]) for role in ("unit", "remark"))
    known = set.union(*roles.values()) | {fold(heading) for heading in form.headings}
    named = tuple((at, cell.text.strip()) for at, cell in enumerate(lowest) if texts[at] and texts[at] not in known)
    columns = [at for at, text in enumerate(texts) if text in roles["value"]]
    units = tuple(column for column in named if column[0] not in (code, label))
    if not columns and all(_is_year(texts[at], roles["value"]) for at, _ in units):
        columns, units = [at for at, _ in units], ()
    if not columns and not units:
        return None
    asked = [at for at in columns if _years(rows, at) == {year}] if len(columns) > 1 else columns
    values = units if not columns else tuple((at, "") for at in asked) if len(asked) == 1 else ()
    unclear = () if values else tuple(" ".join(lowest[at].text.split()) for at in columns)
    bare = tuple(at for at, text in enumerate(texts) if not text)
    headings = frozenset((folded(cells[code]), folded(cells[label])) for cells in rows)
    return Layout(place + len(rows), code, label, unit, values, remark, headings, bare, unclear)


def _is_year(text: str, values: Iterable[str]) -> bool:
    """Whether a heading names nothing but a year, as 'Năm 2023' or 'Số liệu 2023'."""
    for value in values:
        text = text.removeprefix(value)
    return _ONLY_YEAR.fullmatch(text) is not None


def _years(rows: Sequence[Sequence[Cell]], at: int) -> set[int]:
    """The years that the headings of a column name, and those that span it from the left."""
    texts = [next((cell.text for cell in reversed(cells[: at + 1]) if cell.text.strip()), "") for cells in rows]
    return {int(year) for text in texts for year in _YEAR.findall(text)}


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
