"""TOML files: read with the line of each key, and written by hand-picked keys."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from typing import Any

import tomli

from cchc_score.errors import ReportError
from cchc_score.files.disk import decode_text
from cchc_score.findings import Finding, Place
from cchc_score.text import nfc

KeyPath = tuple[str, ...]

_PLAIN = re.compile(r"""[^"'#\n\[\]{}]+""")
"""A part of a value in which nothing begins or ends."""
_STRING = re.compile(r"""(?:"(?!"")(?:[^"\\]|\\.)*"|'(?!'')[^']*')""")
"""A string on one line."""


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A parsed file: its name to show, its tables, the line of each key by its path, and the hash of its bytes."""

    name: str
    data: Mapping[str, Any]
    lines: Mapping[KeyPath, int]
    sha256: str

    def line(self, path: KeyPath) -> int:
        """The line of a key, or of the nearest table around it; 0 for the whole file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 0)

    def place(self, path: KeyPath, **at: Any) -> Place:
        """A place in this file."""
        return Place(self.name, self.line(path), **at)


def read_toml(data: bytes, name: str) -> TomlFile:
    """A TOML file; a ReportError names the line that cannot be read. Decimal fractions arrive as Decimal."""
    text = decode_text(data, name)
    try:
        # As Decimal, because a binary fraction of 0.1 would already be another number than the one that was written.
        parsed = tomli.loads(text, parse_float=_number)
        twice: list[KeyPath] = []
        tables = _compose(parsed, (), twice)
        # Only after the text is known to be good TOML: the scanner of lines relies on it.
        lines = dict(_lines(text))
    except RecursionError:
        raise ReportError([Finding("toml-deep", Place(name))]) from None
    # TOMLDecodeError is one and knows the line; so is what int() raises for thousands of digits, which knows none.
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


def _compose(value: Any, path: KeyPath, twice: list[KeyPath]) -> Any:
    """A value with the accents of its texts and keys composed; `twice` gets the keys that then are the same."""
    if isinstance(value, str):
        return nfc(value)
    if isinstance(value, list):
        return [_compose(item, (*path, str(index)), twice) for index, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    # Composed here, at the door, so that names and codes can be compared as they are everywhere else.
    table: dict[str, Any] = {}
    for key, item in value.items():
        here = (*path, nfc(key))
        # Two keys that differ only in how their accents are stored look the same to the person who wrote them.
        if here[-1] in table:
            twice.append(here)
        table[here[-1]] = _compose(item, here, twice)
    return table


def _lines(text: str) -> Iterator[tuple[KeyPath, int]]:
    """The path and line of every key of a text that is known to be good TOML."""
    table: KeyPath = ()
    counts: dict[KeyPath, int] = {}
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
            # Parsed rather than split at ']', for a quoted key may hold brackets, points and '#'.
            keys, at = _keys(text, at + (2 if array else 1))
            at = _line_end(text, at)
            table = _with_indices(keys, counts, array)
            yield table, line
        else:
            keys, at = _keys(text, at)
            # A dotted key makes tables on its way, and a fault may be told of any of them.
            for depth in range(1, len(keys) + 1):
                yield (*table, *keys[:depth]), line
            at, passed = _past_value(text, at + 1)
            line += passed


def _with_indices(keys: KeyPath, counts: dict[KeyPath, int], array: bool) -> KeyPath:
    """The path of a table, with the index of each array of tables that it stands in."""
    # A table inside the last element of an array of tables belongs to that element.
    path: KeyPath = ()
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


def _keys(text: str, at: int) -> tuple[KeyPath, int]:
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
            # Escapes are left to the parser: what they mean has been decided there once.
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
        # A backslash escapes in double quotes only; in single ones it is a letter.
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
        # Whole stretches at once: a step of Python for each character would be slow in a long file.
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


Plain = bool | int | Decimal | date | str | Sequence[str]


def toml_string(text: str) -> str:
    """A TOML string: JSON escapes are TOML's, but for the one control character that JSON leaves."""
    # Every run reads TOML, few write it: json would be loaded at each start.
    import json

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def toml_value(value: Plain) -> str:
    """A value as TOML writes it."""
    # Before whole numbers: a bool is an int in Python.
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return toml_string(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        # Without the exponent with which Decimal writes 1000 as '1E+3': people read the file too.
        return format(value, "f")
    return str(value) if isinstance(value, int) else f"[{', '.join(map(toml_string, value))}]"


def toml_tables(key: str, tables: Iterable[Mapping[str, Plain]]) -> str:
    """An array of tables, a line for each key."""
    texts = ("".join(f"{name} = {toml_value(value)}\n" for name, value in table.items()) for table in tables)
    return "\n".join(f"[[{key}]]\n{text}" for text in texts)
