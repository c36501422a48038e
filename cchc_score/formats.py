"""What a format gets: a page of titled tables and notes for people, and the same result as data for machines."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from cchc_score.text import Lang

CellKind = Literal["text", "points", "percent", "count", "date", "code"]
"""What a cell holds: words, an amount of points, a share in percent, a number of things, a day, a number or code."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading, and on which side its cells stand."""

    text: str
    align: Literal["left", "right"] = "left"


class TypedCell(NamedTuple):
    """One cell of a page: the text that people read, and the exact value behind it where there is one.

    `value` is in the unit of the text: points, percent (0 to 100), a count, a day. It is None for words and codes,
    and where the text says more than one value could (a range of points, a dash for what does not apply).
    `lines` say the same as the text, one below the other, for formats whose cells have lines.
    """

    text: str
    kind: CellKind = "text"
    value: Fraction | date | None = None
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a page: `rows` are texts ready to print, `cells` the same with their values.

    `cells` is empty where a table was made of texts alone; `typed_rows` gives cells in any case. `strong` are the
    numbers of rows that stand above others, such as the areas of a scheme, for formats that know bold.
    """

    headings: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""
    notes: tuple[str, ...] = ()
    cells: tuple[tuple[TypedCell, ...], ...] = ()
    strong: frozenset[int] = frozenset()

    @property
    def typed_rows(self) -> tuple[tuple[TypedCell, ...], ...]:
        """The rows as cells with kind and value; of a table of texts alone every cell is text."""
        return self.cells or tuple(tuple(TypedCell(text) for text in row) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Entries:
    """A list of the data for machines whose entries are made one by one: those of a nation would fill the memory."""

    make: Callable[[], Iterator[Any]]

    def __iter__(self) -> Iterator[Any]:
        """The entries, each made anew."""
        return self.make()


def whole_data(data: Mapping[str, Any]) -> dict[str, Any]:
    """Data with all their entries made."""
    return {key: list(value) if isinstance(value, Entries) else value for key, value in data.items()}


def _no_data() -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True, slots=True)
class Page:
    """One result: what people read, and a function that gives the same for machines.

    The data hold only dicts, lists, text, numbers, true, false and null; a format that writes none never makes them.
    In what `make_data` gives, the value of a key may be `Entries`, for formats that write one after the other.
    """

    title: str
    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = ()
    make_data: Callable[[], Mapping[str, Any]] = _no_data
    # Set by whoever writes the page (`cli/run.write_page`); of the built-in formats only HTML says it.
    lang: Lang = "vi"

    @property
    def data(self) -> Mapping[str, Any]:
        """The result for machines."""
        return whole_data(self.make_data())


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a page. `write` gives text or, for a binary file, bytes; `suffix` is the usual ending."""

    name: str
    suffix: str
    write: Callable[[Page], str | bytes]
