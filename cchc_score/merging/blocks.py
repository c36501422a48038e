"""A file of entries as pieces of its text, one for each entry or explanation, with the comments above it."""

from collections.abc import Iterable
from dataclasses import dataclass

from cchc_score.errors import ReportError
from cchc_score.files import decode
from cchc_score.toml_file import read_toml

KEYS = ("entry", "explanation")


@dataclass(frozen=True, slots=True)
class Block:
    """The text of one entry or explanation, and the line of its heading."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Blocks:
    """What stands above the first piece of a file, and its pieces."""

    head: str
    blocks: tuple[Block, ...]


NOTHING = Blocks("", ())
"""What a file without entries has."""


def split(data: bytes) -> Blocks | None:
    """The pieces of a file that holds nothing but `[[entry]]` and `[[explanation]]`; None for any other file."""
    try:
        file = read_toml(data, "")
    except ReportError:
        return None
    if not file.data or set(file.data) - set(KEYS) or not all(isinstance(one, list) for one in file.data.values()):
        return None
    lines = decode(data, "").split("\n")
    headings = sorted(line for path, line in file.lines.items() if len(path) == 2 and path[1].isdecimal())
    # Entries written inside one pair of brackets have no headings.
    if len(headings) != sum(map(len, file.data.values())):
        return None
    starts = [_above(lines, line - 1) for line in headings]
    ends = [*starts[1:], len(lines)]
    blocks = [Block(line, _text(lines[start:end])) for line, start, end in zip(headings, starts, ends, strict=True)]
    return Blocks(_text(lines[: starts[0]]), tuple(blocks))


def joined(head: str, blocks: Iterable[Block]) -> bytes:
    """A file of pieces."""
    return "\n".join(text for text in (head, *(block.text for block in blocks)) if text).encode()


def both(one: str, other: str, base: str) -> str:
    """A text with the comments of two versions of it, that say the same otherwise; `base` is what they began with."""
    if base and base in (one, other):
        return other if base == one else one
    return commented(one, other, base)


def commented(text: str, other: str, base: str) -> str:
    """A text with those comments of another above it that neither it nor `base` has."""
    known = {line.strip() for line in (*text.split("\n"), *base.split("\n"))}
    more = [line.strip() for line in other.split("\n") if "#" in line and line.strip() not in known]
    # The line of a comment beside a value is there already, in other words: it becomes a comment as a whole.
    return _text([*(line if line.startswith("#") else f"# {line}" for line in more), *text.split("\n")])


def _above(lines: list[str], place: int) -> int:
    """Where the comments right above a line begin."""
    while place and lines[place - 1].startswith("#"):
        place -= 1
    return place


def _text(lines: list[str]) -> str:
    text = "\n".join(lines).strip("\n")
    return f"{text}\n" if text else ""
