"""TOML files: read with the line of each key, and written by hand-picked keys."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from typing import Any

import tomli

from cchc_score.errors import ReportError
from cchc_score.files.disk import decode_text
from cchc_score.files.toml_lines import KeyPath as KeyPath
from cchc_score.files.toml_lines import key_lines
from cchc_score.findings import Finding, Place
from cchc_score.text import nfc


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
        lines = dict(key_lines(text))
    except RecursionError:
        raise ReportError([Finding("toml-deep", Place(name))]) from None
    # TOMLDecodeError is one and knows the line; so is what int() raises for thousands of digits, which knows none.
    except ValueError as error:
        known = _slips(text, name) or [Finding("toml-broken", Place(name, getattr(error, "lineno", 0)))]
        raise ReportError(known) from None
    file = TomlFile(name, tables, lines, sha256(data).hexdigest())
    if twice:
        raise ReportError([_twice(file.place(path), path, text) for path in twice])
    return file


def _slips(text: str, name: str) -> list[Finding]:
    # Good files, which nearly all are, are read without it.
    from cchc_score.files.toml_slips import find_slips

    try:
        return find_slips(text, name)
    except RecursionError:
        return [Finding("toml-deep", Place(name))]


def _twice(place: Place, path: KeyPath, text: str) -> Finding:
    earlier = next(line for other, line in key_lines(text) if other == path)
    return Finding("toml-key-twice", place, {"key": path[-1], "earlier": earlier})


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
