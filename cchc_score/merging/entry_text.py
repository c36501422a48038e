"""A file of entries as pieces of its text, one for each entry or explanation, with the comments above it."""

from collections.abc import Iterable
from dataclasses import dataclass

from cchc_score.errors import ReportError
from cchc_score.files.disk import decode_text
from cchc_score.files.toml_file import read_toml

KEYS = ("entry", "explanation")


@dataclass(frozen=True, slots=True)
class EntryBlock:
    """The text of one entry or explanation, and the line of its heading."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class EntryBlocks:
    """What stands above the first piece of a file, and its pieces."""

    head: str
    blocks: tuple[EntryBlock, ...]


NOTHING = EntryBlocks("", ())
"""What a file without entries has."""


def split_blocks(data: bytes) -> EntryBlocks | None:
    """The pieces of a file that holds nothing but `[[entry]]` and `[[explanation]]`; None for any other file."""
    try:
        file = read_toml(data, "")
    except ReportError:
        return None
    # Anything beside entries would have no piece to stand in, and be lost.
    if not file.data or set(file.data) - set(KEYS):
        return None
    if not all(isinstance(tables, list) for tables in file.data.values()):
        return None
    lines = decode_text(data, "").split("\n")
    headings = sorted(line for path, line in file.lines.items() if len(path) == 2 and path[1].isdecimal())
    # Entries written inside one pair of brackets have no headings.
    if len(headings) != sum(map(len, file.data.values())):
        return None
    # People write a remark above the entry that it is about.
    starts = [_above(lines, line - 1) for line in headings]
    ends = [*starts[1:], len(lines)]
    blocks = [
        EntryBlock(line, _text(lines[start:end])) for line, start, end in zip(headings, starts, ends, strict=True)
    ]
    return EntryBlocks(_text(lines[: starts[0]]), tuple(blocks))


def join_blocks(head: str, blocks: Iterable[EntryBlock]) -> bytes:
    """A file of pieces."""
    return "\n".join(text for text in (head, *(block.text for block in blocks)) if text).encode()


def merge_comments(text: str, other: str, base: str) -> str:
    """A text with the comments of two versions of it, that say the same otherwise; `base` is what they began with."""
    # Where one side left the comments alone, those of the other count, deleted ones too.
    if base and base in (text, other):
        return other if base == text else text
    return add_comments(text, other, base)


def add_comments(text: str, other: str, base: str) -> str:
    """A text with those comments of another above it that neither it nor `base` has."""
    known = {line.strip() for line in (*text.split("\n"), *base.split("\n"))}
    # Any line with a '#' may hold a comment: one too many does no harm, one that is lost does.
    more = [line.strip() for line in other.split("\n") if "#" in line and line.strip() not in known]
    # The line of a comment beside a value is there already, in other words: it becomes a comment as a whole.
    return _text([*(line if line.startswith("#") else f"# {line}" for line in more), *text.split("\n")])


def _above(lines: list[str], index: int) -> int:
    """Where the comments right above a line begin."""
    while index and lines[index - 1].startswith("#"):
        index -= 1
    return index


def _text(lines: list[str]) -> str:
    text = "\n".join(lines).strip("\n")
    return f"{text}\n" if text else ""
