"""A table for people to fill in, before it becomes a file of one kind or another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

Value = str | Fraction | date | None
"""What a cell holds; None for one that is empty."""
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column: its heading, its width in characters, and whether people fill it, with words or with values."""

    heading: str
    width: int = 12
    filled: bool = False
    words: bool = False


@dataclass(frozen=True, slots=True)
class FormSheet:
    """One table: lines above it, its columns, and its rows, of which some are titles of what follows them.

    `long` tables are for sorting and filtering on a screen, others for printing.
    """

    name: str
    title: str
    lines: tuple[str, ...]
    columns: tuple[FormColumn, ...]
    rows: Sequence[tuple[Value, ...]]
    titles: frozenset[int] = frozenset()
    long: bool = False


def plain_text(text: str) -> str:
    """A text on one line, without the characters that no office program can hold."""
    return " ".join(_UNWRITABLE.sub("", text).split())
