"""A table for people to fill in, before it becomes a file of one kind or another."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

FormValue = str | tuple[str, ...] | Fraction | date | None
"""What a cell holds: a text on one line, or several lines of text; None for one that is empty."""
# XML 1.0, and so every office file, has no way to write these, not even escaped.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column: its heading, its width in characters, and whether people fill it, with words or with values.

    A `printed` one is only read: it stands in the middle, and its numbers have the marks of thousands. A text that is
    wider than a `wrapped` one goes on below, in a long table too. What stands `above` several columns, in a document
    for printing, is one heading over them. Of the `choices` of a filled one a workbook offers a list to pick from.
    """

    heading: str
    width: int = 12
    filled: bool = False
    words: bool = False
    printed: bool = False
    wrapped: bool = False
    above: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormLink:
    """Where a cell leads: a file by its address, seen from the workbook's folder, and in a workbook a place in it.

    The address is percent-encoded, so that no text of a document can be one of another kind.
    """

    target: str
    location: str = ""


@dataclass(frozen=True, slots=True)
class FormSheet:
    """One table: lines above it, its columns, and its rows, of which some are titles of what follows them.

    `long` tables are for sorting and filtering on a screen, others for printing. Behind the lines `asked`, by their
    numbers, stands a cell to be filled in. In a `locked` one only such cells and filled columns can be changed, until
    somebody unlocks it, for which no password is needed. `links` are by row and column, from 0. A row has at least
    `room` for so many lines, where people write whole sentences. In the rows `closed`, by their numbers, nothing may be
    filled in. So many first columns as are `held` stay in sight, and stand on every page. In a document the table may
    begin on a `new_page`.
    """

    name: str
    title: str
    lines: tuple[str, ...]
    columns: tuple[FormColumn, ...]
    rows: Sequence[tuple[FormValue, ...]]
    titles: frozenset[int] = frozenset()
    long: bool = False
    asked: frozenset[int] = frozenset()
    locked: bool = False
    links: Mapping[tuple[int, int], FormLink] = field(default_factory=dict)
    room: int = 0
    closed: frozenset[int] = frozenset()
    held: int = 0
    new_page: bool = False


def plain_text(text: str) -> str:
    """A text on one line, without the characters that no office program can hold."""
    return " ".join(_UNWRITABLE.sub("", text).split())


def plain_lines(texts: Sequence[str]) -> str:
    """Some texts, a line for each that says anything."""
    return "\n".join(filter(None, map(plain_text, texts)))
