"""Where the keys of a TOML text stand: of good TOML only, for the scanner relies on it."""

import re
from collections.abc import Iterator

import tomli

from cchc_score.text import nfc

KeyPath = tuple[str, ...]

_USUAL = re.compile(
    r"""([A-Za-z0-9_-]+)[ \t]*=[ \t]*     # a key of letters and digits
    (?:"(?!"")[^"\\\n]*"|[^"'\#\n\[\]{}]*)  # a string without escapes, a number, a day, a truth
    [ \t\r]*(?:\#[^\n]*)?\n""",
    re.VERBOSE,
)
"""A line of one key and one plain value, as most lines are: it need not be gone through sign by sign."""
_PLAIN = re.compile(r"""[^"'#\n\[\]{}]+""")
"""A part of a value in which nothing begins or ends."""
_STRING = re.compile(r"""(?:"(?!"")(?:[^"\\]|\\.)*"|'(?!'')[^']*')""")
"""A string on one line."""


def key_lines(text: str) -> Iterator[tuple[KeyPath, int]]:
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
            keys, at = keys_at(text, at + (2 if array else 1))
            at = _line_end(text, at)
            table = with_indices(keys, counts, array)
            yield table, line
        elif usual := _USUAL.match(text, at):
            yield (*table, usual[1]), line
            at, line = usual.end(), line + 1
        else:
            keys, at = keys_at(text, at)
            # A dotted key makes tables on its way, and a fault may be told of any of them.
            for depth in range(1, len(keys) + 1):
                yield (*table, *keys[:depth]), line
            at, passed = _past_value(text, at + 1)
            line += passed


def with_indices(keys: KeyPath, counts: dict[KeyPath, int], array: bool) -> KeyPath:
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


def keys_at(text: str, at: int) -> tuple[KeyPath, int]:
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
