"""What a reader gives: the cells or lines of a document, before anybody asks what they mean."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Lines:
    """A document without cells: its lines as (line number, text)."""

    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of cells: its rows as (line number, cells)."""

    rows: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A report written in our own TOML: its tables, and the line of each key by its path."""

    data: Mapping[str, Any]
    lines: Mapping[tuple[str, ...], int] = field(default_factory=dict)


Document = Lines | Grid | Record


@dataclass(frozen=True, slots=True)
class Reader:
    """How one kind of file becomes a document. `read` gets the bytes and a name to show; it opens nothing."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], Document]
