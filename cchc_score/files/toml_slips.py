"""What people slip on when they write TOML, by name: statement by statement, once a text is known not to be TOML.

A statement is a table's header, or a key and its value, over as many lines as its brackets need. Each is read alone, so
that one that is right is never told anything, and a slip in one hides no slip in the next.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import tomli

from cchc_score.files.toml_lines import KeyPath, keys_at, with_indices
from cchc_score.files.toml_masks import Line, masked_lines
from cchc_score.files.toml_words import MOST_TOLD, Slip, begins_header, begins_key, missing_commas, slips_of_line
from cchc_score.findings import Finding, Place

_OPEN = {"[": "]", "{": "}"}


class _Extent(NamedTuple):
    """The lines of a statement: to where its brackets close, and to before the next line that begins as a statement."""

    closed: int
    cut: int


def find_slips(text: str, name: str) -> list[Finding]:
    """The slips of a text that is no TOML, each at its line; none where nothing is recognised."""
    lines = masked_lines(text)
    found: list[Finding] = []
    keys = _DeclaredKeys()
    at = 0
    while at < len(lines) and len(found) < MOST_TOLD:
        if not lines[at].masked.strip():
            at += 1
            continue
        extent = _extent(lines, at)
        if _reads(statement := lines[at : extent.closed]):
            slips = keys.declare(statement[0])
            at = extent.closed
        else:
            # An open bracket would swallow all that follows: what stands there is looked at by itself.
            slips = list(_slips(statement := lines[at : extent.cut]))
            keys.lose(statement[0])
            at = extent.cut
        found += [Finding(slip.code, Place(name, slip.line), slip.args) for slip in slips]
    return found[:MOST_TOLD]


def _reads(statement: Sequence[Line]) -> bool:
    return _fault(statement) is None


def _fault(statement: Sequence[Line]) -> int | None:
    """The line on which a statement cannot be read by itself; None where it can."""
    try:
        tomli.loads("\n".join(line.text for line in statement))
    except ValueError as error:
        # What int() raises for thousands of digits knows no line.
        return statement[0].number + getattr(error, "lineno", 1) - 1
    return None


def _extent(lines: Sequence[Line], first: int) -> _Extent:
    # A header goes over no line's end, also where its bracket is missing.
    if lines[first].masked.lstrip().startswith("["):
        return _Extent(first + 1, first + 1)
    stack: list[str] = []
    cut = 0
    for at in range(first, len(lines)):
        masked = lines[at].masked
        # In a table over several lines, `key = value` behind a comma or its bracket is a part of that table.
        inside = stack[-1:] == ["{"] and lines[at - 1].masked.rstrip().endswith((",", "{"))
        if at > first and not cut and (begins_header(masked) or (begins_key(masked) and not inside)):
            cut = at
        for char in masked:
            if char in _OPEN:
                stack.append(char)
            elif char in "]}":
                while stack and _OPEN[stack.pop()] != char:
                    pass
        if not stack:
            return _Extent(at + 1, cut or at + 1)
    return _Extent(len(lines), cut or len(lines))


def _slips(statement: Sequence[Line]) -> Iterator[Slip]:
    """What is wrong in a statement that cannot be read."""
    named = [slip for line in statement for slip in slips_of_line(line, first=line is statement[0])]
    # Where a quotation mark is missing, nobody knows which brackets are part of the text.
    if not any(slip.code == "toml-quote" for slip in named):
        named += [*_brackets(statement), *missing_commas(statement)]
    if not named:
        named.append(Slip("toml-broken", _fault(statement) or statement[0].number))
    yield from sorted(named, key=lambda slip: slip.line)


def _brackets(statement: Sequence[Line]) -> Iterator[Slip]:
    """Brackets without their other one."""
    stack: list[Slip] = []
    for line in statement:
        for char in line.masked:
            if char in _OPEN:
                stack.append(Slip("toml-bracket", line.number, {"text": char, "near": _OPEN[char]}))
            elif char in "]}":
                opening = "[" if char == "]" else "{"
                if not any(one.args["text"] == opening for one in stack):
                    yield Slip("toml-bracket", line.number, {"text": char, "near": opening})
                    continue
                while (last := stack.pop()).args["text"] != opening:
                    yield last
    yield from stack


class _DeclaredKeys:
    """Keys and tables with the line of each, so that the second of two is told."""

    def __init__(self) -> None:
        self._lines: dict[KeyPath, int] = {}
        self._counts: dict[KeyPath, int] = {}
        self._table: KeyPath = ()

    def declare(self, line: Line) -> list[Slip]:
        """The first line of a good statement; a slip where its key or table was declared before."""
        text = line.text.lstrip()
        if not text.startswith("["):
            return self._add((*self._table, *keys_at(text, 0)[0]), line.number)
        array = text.startswith("[[")
        keys = keys_at(text, 2 if array else 1)[0]
        self._table = with_indices(keys, self._counts, array)
        return [] if array else self._add(self._table, line.number)

    def lose(self, line: Line) -> None:
        """A statement that cannot be read: of keys below a header like this, nobody knows the table."""
        if line.masked.lstrip().startswith("["):
            self._table = (f"\0{line.number}",)

    def _add(self, path: KeyPath, number: int) -> list[Slip]:
        if path not in self._lines:
            self._lines[path] = number
            return []
        return [Slip("toml-key-twice", number, {"key": path[-1], "earlier": self._lines[path]})]
