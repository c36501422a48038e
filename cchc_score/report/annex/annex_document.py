"""An annex before it becomes a file of Word or a PDF: a letterhead, a title, and parts with tables of typed cells."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from cchc_score.formats import Sheet, TypedCell
from cchc_score.text import Lang, nfc, visible
from cchc_score.year.letterhead import Letterhead

MAX_LETTERS = 2000
"""So many letters of one text are printed; what is longer was never meant to be read on paper."""
_CENTRED = ("count", "code")
Side = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class AnnexTable:
    """A table of an annex: what it shows, and how wide its columns are in proportion to each other.

    `centred` are the columns whose words stand in the middle; numbers of things and codes do so anyway.
    """

    sheet: Sheet
    widths: tuple[int, ...]
    centred: frozenset[int] = frozenset()

    @property
    def sides(self) -> tuple[Side, ...]:
        """On which side the cells of each column stand."""
        columns = zip(*self.sheet.typed_rows, strict=True) if self.sheet.rows else [()] * len(self.sheet.headings)
        return tuple(
            "center" if at in self.centred or all(cell.kind in _CENTRED for cell in cells) else heading.align
            for at, (heading, cells) in enumerate(zip(self.sheet.headings, columns, strict=True))
        )


@dataclass(frozen=True, slots=True)
class AnnexPart:
    """One content of an annex: `name` is what it is asked for by; `wide` tables need a page on its side.

    `lines` stand above the tables, `notes` below them. One that is `apart` begins a page and has no number.
    """

    name: str
    title: str
    tables: tuple[AnnexTable, ...]
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    wide: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class AnnexDocument:
    """All that is printed: the title in capital letters, what it is about, a line in brackets, parts, notes."""

    letterhead: Letterhead
    title: str
    about: str
    basis: str
    parts: tuple[AnnexPart, ...]
    notes: tuple[str, ...]
    lang: Lang = "vi"

    @property
    def tables(self) -> Iterator[AnnexTable]:
        """The tables of all parts, in the order of print."""
        for part in self.parts:
            yield from part.tables


def headings(document: AnnexDocument) -> Iterator[tuple[str, AnnexPart]]:
    """The parts with their headings: numbered where there are several; one alone needs none, the title says it."""
    number = 0
    for part in document.parts:
        number += not part.apart
        counted = f"{number}. " if not part.apart else ""
        yield f"{counted}{printable(part.title)}" if part.apart or len(document.parts) > 1 else "", part


def printable(text: str) -> str:
    """A text on one line as it is printed: what no reader could see is written out, what nobody would read is cut."""
    line = visible(nfc(" ".join(text.split())))
    return line if len(line) <= MAX_LETTERS else line[: MAX_LETTERS - 1] + "…"


def cell_lines(cell: TypedCell) -> tuple[str, ...]:
    """The lines of a cell as they are printed: those that it has, or its text as one."""
    return tuple(map(printable, cell.lines)) if cell.lines else (printable(cell.text),)


def with_parts(document: AnnexDocument, parts: tuple[AnnexPart, ...]) -> AnnexDocument:
    """The same letterhead and title above other parts."""
    return replace(document, parts=parts)
