"""Where the columns of a table are: found by their headings, on whatever row these stand."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cchc_score.documents import Cell, CellTable
from cchc_score.intake.folded_text import fold
from cchc_score.intake.label_rows import label_key
from cchc_score.intake.said_periods import said_period
from cchc_score.model import Form

_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
_NUMBERED = re.compile(r"\(?[0-9A-Za-zđĐ]{1,2}\)?(?:=\(?[0-9]{1,2}\)?(?:[+-]\(?[0-9]{1,2}\)?)+)?")
_ONLY_YEAR = re.compile(r"\(?(?:năm)?20[0-9]{2}\)?")
_FIGURES = ("Số liệu", "Số liệu báo cáo", "Kết quả", "Thực hiện", "Kết quả thực hiện", "Năm nay")
_VALUES = tuple(map(fold, _FIGURES))
"""Headings of figures that no form names, but offices write."""
_USE = fold("(Sử dụng trong kỳ báo cáo")
MOST_HEADINGS = 4
"""Headings stand on at most so many rows, one below the other."""


@dataclass(frozen=True, slots=True)
class TableLayout:
    """The columns of a table in which each row is a row of the form.

    `first` is the index of its first row, `start` that of its headings. `values` are the columns of values: the one of
    a table about one unit, without a name, or one for each unit, with the unit's name. `bare` are the columns under
    no heading at all. Where several columns might hold the values of the one unit, there are no values, and `unclear`
    are their headings. `said` are the headings of the one column.
    A table without codes has no column of `code`. `paths` are the headings of each column, the highest first; `figures`
    are the columns of figures by name, where the form says that there are several, and then there are no `values`.
    """

    first: int
    code: int | None
    label: int
    unit: int | None
    values: tuple[tuple[int, str], ...]
    remark: int | None
    headings: frozenset[tuple[str, str]]
    bare: tuple[int, ...] = ()
    unclear: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    paths: tuple[tuple[str, ...], ...] = ()
    figures: Mapping[str, int] | None = None
    start: int = 0

    def code_cell(self, cells: Sequence[Cell]) -> Cell:
        """The cell of a row in which its code stands."""
        return Cell() if self.code is None else cells[self.code]

    def key(self, cells: Sequence[Cell]) -> tuple[str, str]:
        """Code and label of a row, to compare."""
        return fold_cell(self.code_cell(cells)), fold_cell(cells[self.label])

    def repeats_headings(self, cells: Sequence[Cell]) -> bool:
        """Whether a row repeats headings, as on a new page."""
        return self.key(cells) in self.headings

    @property
    def places(self) -> tuple[int, ...]:
        """The columns in which figures stand."""
        return tuple(at for at, _ in self.values) if self.figures is None else tuple(self.figures.values())


def value_headings(form: Form) -> tuple[str, ...]:
    """What the heading of a form's one column of figures may be: as the form says first."""
    return tuple({fold(text): text for text in (*_FIGURES, *reversed(form.columns.get("value", ())))}.values())[::-1]


def fold_cell(cell: Cell) -> str:
    """A cell's text to compare: without spaces, case, and the mark at its end."""
    return fold(cell.text).rstrip(".:;")


def numbers_columns(cells: Sequence[Cell]) -> bool:
    """Whether a row only numbers the columns: '(1) (2) (3)', 'A B 1 2', or '(3)=(4)+(5)'."""
    texts = ["".join(cell.text.split()) for cell in cells if cell.text.strip()]
    # Two short cells may be a code and a value.
    return len(texts) > 2 and all(_NUMBERED.fullmatch(text) for text in texts)


def find_table_layout(table: CellTable, form: Form, year: int = 0) -> TableLayout | None:
    """The layout of a table with a heading for codes and one for labels in some row; None for any other table.

    Of several columns for several years it is that of the year.
    """
    roles = _roles(form)
    for start, (_, cells) in enumerate(table.rows):
        keys = _keys(cells, form, roles)
        if keys is not None:
            return _layout(table, form, roles, start, keys, year)
    labels = _labels_alone(form)
    for start, (_, cells) in enumerate(table.rows) if labels else ():
        label = _column([_heading(cell, form) for cell in cells], roles["label"])
        # The word also stands in tables of another kind: what is below says whether this is one of the form.
        if label is not None and any(label_key(row[label].text) in labels for _, row in table.rows[start + 1 :]):
            return _layout(table, form, roles, start, (None, label), year)
    return None


def _labels_alone(form: Form) -> set[str]:
    """The labels of the rows that a form prints without codes."""
    names = {table.name for table in form.tables if not table.coded}
    return {label_key(row.label) for row in form.rows.values() if row.section in names} if names else set()


def heads_columns(cells: Sequence[Cell], form: Form) -> bool:
    """Whether a row has a heading for codes and one for labels."""
    return _keys(cells, form, _roles(form)) is not None


def key_columns(cells: Sequence[Cell], form: Form) -> tuple[int | None, int | None]:
    """The columns under the heading for codes and under that for labels in a row."""
    roles, texts = _roles(form), [_heading(cell, form) for cell in cells]
    return _column(texts, roles["code"]), _column(texts, roles["label"])


def _roles(form: Form) -> dict[str, set[str]]:
    return {role: set(map(_folded_heading, texts)) for role, texts in form.columns.items()}


# A form has few headings, and each line of a text is held against all of them.
@lru_cache(maxsize=1000)
def _folded_heading(text: str) -> str:
    folded = fold(text)
    return folded.partition(_USE)[0] or folded


def _keys(cells: Sequence[Cell], form: Form, roles: Mapping[str, set[str]]) -> tuple[int, int] | None:
    """The columns under the headings for codes and for labels; None where either is missing."""
    texts = [_heading(cell, form) for cell in cells]
    code, label = _column(texts, roles["code"]), _column(texts, roles["label"])
    # Both, because either word alone also stands in titles and in tables of another kind.
    return (code, label) if code is not None and label is not None and code != label else None


def _layout(
    table: CellTable,
    form: Form,
    roles: Mapping[str, set[str]],
    start: int,
    keys: tuple[int | None, int],
    year: int,
) -> TableLayout | None:
    code, label = keys
    rows = list(heading_rows(table, start, (label,) if code is None else (code, label)))
    # What stands lowest names a column: above it may stand a heading that spans several.
    lowest = [_lowest(rows, at) for at in range(len(table.rows[start][1]))]
    texts = [_heading(cell, form) for cell in lowest]
    unit, remark = (_column(texts, roles[role]) for role in ("unit", "remark"))
    # What is left of the headings after all that are known are names of units.
    known = set.union(*roles.values()) | {fold(heading).partition(_USE)[0] for heading in form.headings}
    named = tuple((at, cell.text.strip()) for at, cell in enumerate(lowest) if texts[at] and texts[at] not in known)
    columns = [at for at, text in enumerate(texts) if text in roles["value"]]
    units = tuple(column for column in named if column[0] not in (code, label))
    # 'Năm 2022' and 'Năm 2023' would be two units otherwise, and so would 'Thực hiện'.
    if not columns and all(_is_year(texts[at], roles["value"]) for at, _ in units):
        columns, units = [at for at, _ in units], ()
    if not columns and not units and not any(one.figures for one in form.tables):
        return None
    # Beside figures of the year so far or of a quarter nobody can tell what 'Số liệu' are.
    parts = [at for at, _ in units if _is_part(lowest[at].text)]
    if parts and (columns or len(parts) == len(units)):
        columns, units = sorted({*columns, *parts}), ()
    # A single column is taken whatever year it names: the title says whose year it is, and a report of another is told.
    asked = [at for at in columns if _years(rows, at) == {year}] if len(columns) > 1 else columns
    asked = [] if parts else asked
    values = units if not columns else tuple((at, "") for at in asked) if len(asked) == 1 else ()
    unclear = () if values else tuple(" ".join(lowest[at].text.split()) for at in columns)
    bare = tuple(at for at, text in enumerate(texts) if not text)
    headings = frozenset(("" if code is None else fold_cell(cells[code]), fold_cell(cells[label])) for cells in rows)
    return TableLayout(
        first=start + len(rows),
        code=code,
        label=label,
        unit=unit,
        values=values,
        remark=remark,
        headings=headings,
        bare=bare,
        unclear=unclear,
        said=tuple(_above(rows, asked[0])) if len(asked) == 1 else (),
        paths=heading_paths(rows),
        start=start,
    )


def _is_part(text: str) -> bool:
    """Whether a heading says a part of a year, or the year so far."""
    said = said_period(text, "heading")
    return said is not None and bool(said.part)


def _is_year(text: str, values: Iterable[str]) -> bool:
    """Whether a heading names nothing but a year, as 'Năm 2023' or 'Số liệu 2023'."""
    if text in _VALUES:
        return True
    for value in (*values, *_VALUES):
        text = text.removeprefix(value)
    return _ONLY_YEAR.fullmatch(text) is not None


def _years(rows: Sequence[Sequence[Cell]], at: int) -> set[int]:
    """The years that the headings of a column name, and those that span it from the left."""
    return {int(year) for text in _above(rows, at) for year in _YEAR.findall(text)}


def _above(rows: Sequence[Sequence[Cell]], at: int) -> list[str]:
    """The headings of a column, and those that span it from the left."""
    # A merged heading stands in the first of its columns only.
    return [next((cell.text for cell in reversed(cells[: at + 1]) if cell.text.strip()), "") for cells in rows]


def heading_paths(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[str, ...], ...]:
    """The headings of each column from the highest to its lowest, those that span it included."""
    width = max((len(cells) for cells in rows), default=0)
    paths = []
    for at in range(width):
        own = [level for level, cells in enumerate(rows) if at < len(cells) and cells[at].text.strip()]
        # Below its own lowest heading stand only those of its neighbours.
        spanned = rows[: own[-1] + 1] if own else ()
        paths.append(tuple(" ".join(text.split()) for text in _above(spanned, at) if text))
    return tuple(paths)


def heading_rows(table: CellTable, start: int, keys: Sequence[int]) -> Iterator[Sequence[Cell]]:
    """The rows of headings: the first, and those below it in which nothing stands in the columns of some `keys`."""
    first = table.rows[start][1]
    yield first
    for _, cells in table.rows[start + 1 : start + MOST_HEADINGS]:
        # Where a heading is merged over rows, some programs repeat it in each of them.
        again = all(cells[at].text == first[at].text for at in keys)
        bare = not any(cells[at].text.strip() for at in keys)
        if not again and not (bare and any(cell.text.strip() for cell in cells)):
            return
        yield cells


def _lowest(rows: Sequence[Sequence[Cell]], at: int) -> Cell:
    return next((cells[at] for cells in reversed(rows) if cells[at].text.strip()), Cell())


def _heading(cell: Cell, form: Form) -> str:
    """A heading without the year that may stand in it: 'Chỉ tiêu thống kê (Báo cáo năm 2023)'."""
    text = fold_cell(cell)
    # The ministry's forms say behind a heading for which reports they are.
    text = text.partition(_USE)[0] or text
    year = fold(form.title_year)
    at = text.find(year) if year else -1
    # A heading that is a year and nothing else keeps it, for it names the column.
    return text[:at].rstrip("(") if at > 0 else text


def _column(texts: Sequence[str], wanted: set[str]) -> int | None:
    return next((at for at, text in enumerate(texts) if text in wanted), None)
