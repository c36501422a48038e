"""A TOML text with its strings and comments masked, so that what remains can be looked at letter by letter."""

import re
from typing import NamedTuple

MASK = "\0"
"""Stands for each letter of a string."""
CURLY = "“”„‟‘’‚‛＂＇`´«»"
"""Quotation marks that word processors put, and that TOML does not know."""
_SKIPPED = re.compile(
    rf"""
    \"\"\"(?:[^\\]|\\.)*?\"{{3,5}} | '''.*?'{{3,5}}      # over several lines
    | "(?:[^"\\\n]|\\[^\n])*" | '[^'\n]*'
    | [{CURLY}][^{CURLY}"\n]*[{CURLY}"]
    | \#[^\n]*
    """,
    re.DOTALL | re.VERBOSE,
)


class Line(NamedTuple):
    """A line with its number, or several that one string spans: as written, and masked, letter for letter."""

    number: int
    text: str
    masked: str


def masked_lines(text: str) -> list[Line]:
    """The lines of a text; the quotation marks of a string in curly ones remain to be seen."""
    masked = _SKIPPED.sub(lambda match: _mask(match[0]), text)
    lines, at, number = [], 0, 1
    for line in masked.split("\n"):
        written = text[at : at + len(line)]
        lines.append(Line(number, written, line))
        at += len(line) + 1
        number += written.count("\n") + 1
    return lines


def _mask(part: str) -> str:
    if part[0] == "#":
        return " " * len(part)
    if part[0] in CURLY:
        return part[0] + MASK * (len(part) - 2) + (part[-1] if part[-1] in CURLY else MASK)
    return MASK * len(part)
