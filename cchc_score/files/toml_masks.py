"""A TOML text with its strings and comments masked, so that what remains can be looked at letter by letter."""

import re
from collections.abc import Iterator
from typing import NamedTuple

MASK = "\0"
"""Stands for each letter of a string."""
CURLY = "“”„‟‘’‚‛＂＇`´«»"
"""Quotation marks that word processors put, and that TOML does not know."""
_SKIPPED = re.compile(
    rf"""
    (?P<long>\"\"\"|''')                                     # over several lines: its end is looked for apart
    | "(?:[^"\\\n]|\\[^\n])*"? | '[^'\n]*'?                 # to the end of the line where one is not closed
    | [{CURLY}][^{CURLY}"\n]*[{CURLY}"]
    | \#[^\n]*
    """,
    re.VERBOSE,
)
_ENDS = {'"""': re.compile(r'(?:[^\\]|\\.)*?"{3,5}', re.DOTALL), "'''": re.compile(r".*?'{3,5}", re.DOTALL)}


class Line(NamedTuple):
    """A line with its number, or several that one string spans: as written, and masked, letter for letter."""

    number: int
    text: str
    masked: str


def masked_lines(text: str) -> list[Line]:
    """The lines of a text; the quotation marks of a string in curly ones remain to be seen."""
    masked = "".join(_masked(text))
    lines, at, number = [], 0, 1
    for line in masked.split("\n"):
        written = text[at : at + len(line)]
        lines.append(Line(number, written, line))
        at += len(line) + 1
        number += written.count("\n") + 1
    return lines


def _masked(text: str) -> Iterator[str]:
    at = 0
    ends = dict(_ENDS)
    while match := _SKIPPED.search(text, at):
        yield text[at : match.start()]
        at, part = match.end(), match[0]
        if match["long"]:
            ending = ends[part].match(text, at) if part in ends else None
            if ending is None:
                # Looked for once: of many that are not closed each would go through the whole text.
                ends.pop(part, None)
                yield part
                continue
            at, part = ending.end(), part + ending[0]
        yield _mask(part)
    yield text[at:]


def _mask(part: str) -> str:
    if part[0] == "#":
        return " " * len(part)
    if part[0] in CURLY:
        return part[0] + MASK * (len(part) - 2) + (part[-1] if part[-1] in CURLY else MASK)
    # What is not closed stays to be seen.
    return MASK * len(part) if len(part) > 1 and _closes(part) else part


def _closes(part: str) -> bool:
    """Whether a string ends in the quotation mark that it began with, and not in an escaped one."""
    return part[-1] == part[0] and (part[0] == "'" or (len(part[1:-1]) - len(part[1:-1].rstrip("\\"))) % 2 == 0)
