"""TOML as evaluators write it: exact numbers, NFC text, and the line on which every key stands."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from typing import Any

import tomli

from cchc_score.errors import ReportError
from cchc_score.files import decode
from cchc_score.findings import Finding, Place
from cchc_score.text import nfc

Path = tuple[str, ...]

_PLAIN = re.compile(r"""[^"'#\n\[\]{}]+""")
"""A part of a value in which nothing begins or ends."""
_STRING = re.compile(r"""(?:"(?!"")(?:[^"\\]|\\.)*"|'(?!'')[^']*')""")
"""A string on one line."""


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A parsed file: its name to show, its tables, the line of each key by its path, and the hash of its bytes."""

    name: str
    data: Mapping[str, Any]
    lines: Mapping[Path, int]
    sha256: str

    def line(self, path: Path) -> int:
        """The line of a key, or of the nearest table around it; 0 for the whole file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 0)

    def place(self, path: Path, **at: Any) -> Place:
        """A place in this file."""
        return Place(self.name, self.line(path), **at)


def read_toml(data: bytes, name: str) -> TomlFile:
    """A TOML file; a ReportError names the line that cannot be read. Decimal fractions arrive as Decimal."""
    text = decode(data, name)
    try:
        parsed = tomli.loads(text, parse_float=_number)
        twice: list[Path] = []
        tables = _composed(parsed, (), twice)
        lines = dict(_lines(text))
    except RecursionError:
        raise ReportError([Finding("toml-deep", Place(name))]) from None
    except ValueError as error:
        raise ReportError([Finding("toml-broken", Place(name, getattr(error, "lineno", 0)))]) from None
    file = TomlFile(name, tables, lines, sha256(data).hexdigest())
    if twice:
        raise ReportError([Finding("toml-key-twice", file.place(path), {"key": path[-1]}) for path in twice])
    return file


def _number(text: str) -> Decimal:
    try:
        return Decimal(text.replace("_", ""))
    except InvalidOperation:
        # An exponent beyond all bounds: refused where the number is used, with its line.
        return Decimal("NaN")


def _composed(value: Any, path: Path, twice: list[Path]) -> Any:
    if isinstance(value, str):
        return nfc(value)
    if isinstance(value, list):
        return [_composed(item, (*path, str(place)), twice) for place, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    table: dict[str, Any] = {}
    for key, item in value.items():
        here = (*path, nfc(key))
        # Two keys that differ only in how their accents are stored look the same to the person who wrote them.
        if here[-1] in table:
            twice.append(here)
        table[here[-1]] = _composed(item, here, twice)
    return table


def _lines(text: str) -> Iterator[tuple[Path, int]]:
    """The path and line of every key of a text that is known to be good TOML."""
    table: Path = ()
    counts: dict[Path, int] = {}
    at, line = 0, 1
    while at < len(text):
        char = text[at]
        if char == "\n":
            at, line = at + 1, line + 1
        elif char in " \t":
            at += 1
        elif char == "#":
            at = _line_end(text, at)
        elif char == "[":
            array = text.startswith("[[", at)
            keys, at = _keys(text, at + (2 if array else 1))
            at = _line_end(text, at)
            table = _numbered(keys, counts, array)
            yield table, line
        else:
            keys, at = _keys(text, at)
            for depth in range(1, len(keys) + 1):
                yield (*table, *keys[:depth]), line
            at, passed = _past_value(text, at + 1)
            line += passed


def _numbered(keys: Path, counts: dict[Path, int], array: bool) -> Path:
    # A table inside the last element of an array of tables belongs to that element.
    path: Path = ()
    for depth, key in enumerate(keys):
        path = (*path, key)
        if array and depth == len(keys) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, str(counts[path]))
    return path


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _keys(text: str, at: int) -> tuple[Path, int]:
    """The parts of a dotted key, and the place of the '=' or ']' after it."""
    keys: list[str] = []
    while True:
        while text[at] in " \t.":
            at += 1
        if text[at] in "=]":
            return tuple(nfc(key) for key in keys), at
        start = at
        if text[at] in "\"'":
            at = _past_string(text, at)
            inner = text[start + 1 : at - 1]
            keys.append(inner if "\\" not in inner else next(iter(tomli.loads(text[start:at] + " = 0"))))
        else:
            while text[at] not in " \t.=]":
                at += 1
            keys.append(text[start:at])


def _past_string(text: str, at: int) -> int:
    if match := _STRING.match(text, at):
        return match.end()
    quote = text[at] * 3 if text.startswith(text[at] * 3, at) else text[at]
    at += len(quote)
    while not text.startswith(quote, at):
        at += 2 if text[at] == "\\" and quote[0] == '"' else 1
    at += len(quote)
    # A multi-line string may end in one or two quotes of its own.
    while len(quote) == 3 and at < len(text) and text[at] == quote[0]:
        at += 1
    return at


def _past_value(text: str, at: int) -> tuple[int, int]:
    """The place after a value and how many line ends it holds."""
    depth, passed = 0, 0
    while at < len(text):
        if match := _PLAIN.match(text, at):
            at = match.end()
            continue
        char = text[at]
        if char in "\"'":
            end = _past_string(text, at)
            passed += text.count("\n", at, end)
            at = end
            continue
        if char == "#":
            at = _line_end(text, at)
            continue
        if char == "\n":
            if depth == 0:
                return at, passed
            passed += 1
        depth += (char in "[{") - (char in "]}")
        at += 1
    return at, passed
