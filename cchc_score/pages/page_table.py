"""Tables of pages: each column is declared once, its heading together with what a cell of it says."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Generic, Literal, TypeVar

from cchc_score.formats import CellKind, Heading, Sheet, TypedCell
from cchc_score.text import Lang, number

Item = TypeVar("Item")
_NUMBERS: tuple[CellKind, ...] = ("points", "percent", "count")


@dataclass(frozen=True, slots=True)
class PageColumn(Generic[Item]):
    """One column: its heading, what it shows of an item, and of which kind that is.

    `cell` gives a text, or a cell of its own where there is a value behind the text. Numbers stand on the right
    unless `align` says otherwise.
    """

    heading: str
    cell: Callable[[Item], str | TypedCell]
    kind: CellKind = "text"
    align: Literal["", "left", "right"] = ""

    @property
    def head(self) -> Heading:
        """The heading with the side on which the cells stand."""
        return Heading(self.heading, self.align or ("right" if self.kind in _NUMBERS else "left"))

    def typed_cells(self, items: Iterable[Item]) -> list[TypedCell]:
        """The cells of some items, one below the other."""
        cell, kind = self.cell, self.kind
        # A ranking of thousands of units says few different things; each is made a cell once.
        texts: dict[str, TypedCell] = {}
        cells = []
        for item in items:
            shown = cell(item)
            if isinstance(shown, str):
                if shown not in texts:
                    texts[shown] = TypedCell(shown, kind)
                shown = texts[shown]
            cells.append(shown)
        return cells


def page_table(
    columns: Sequence[PageColumn[Item]], items: Iterable[Item], title: str = "", notes: tuple[str, ...] = ()
) -> Sheet:
    """A table with a line for each item."""
    # A list, because every column goes through the items once more, and they may come from a generator.
    lines = list(items)
    cells = [column.typed_cells(lines) for column in columns]
    texts = [[cell.text for cell in column] for column in cells]
    heads = tuple(column.head for column in columns)
    # Texts and cells of one making, so that a text and the value behind it cannot disagree.
    return Sheet(heads, tuple(zip(*texts, strict=True)), title, notes, tuple(zip(*cells, strict=True)))


def points_cell(value: Fraction, decimals: int | None, lang: Lang) -> TypedCell:
    """An amount of points, printed with so many decimals; None: with as many as it needs."""
    return TypedCell(number(value, decimals, lang), "points", value)


def percent_cell(value: Fraction, decimals: int | None, lang: Lang) -> TypedCell:
    """A share in percent, without its sign."""
    return TypedCell(number(value, decimals, lang), "percent", value)


def count_cell(count: int, lang: Lang) -> TypedCell:
    """A number of things."""
    return TypedCell(number(count, 0, lang), "count", Fraction(count))


def date_cell(day: date) -> TypedCell:
    """A day as 31/12/2025."""
    return TypedCell(f"{day:%d/%m/%Y}", "date", day)
