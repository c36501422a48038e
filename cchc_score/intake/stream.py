"""Text without its spaces: labels broken anywhere still match, and every character remembers where it stood."""

import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc_score.text import nfc

NONE, SPACE, NEWLINE, BLANK = 0, 1, 2, 3


def fold(text: str) -> str:
    """A text without white space and case, one character for each of its own."""
    bare = "".join(nfc(text).split())
    lower = bare.lower()
    # One letter may have a small form of two, and a sigma's depends on where it stands: those go letter by letter.
    if len(lower) == len(bare) and "Σ" not in bare:
        return lower
    return "".join(map(_folded, bare))


def _folded(char: str) -> str:
    lower = char.lower()
    return lower if len(lower) == 1 else char


@dataclass(frozen=True, slots=True)
class Stream:
    """The characters of a document: `folded` to match, `text` as printed, each with its line and the gap before it."""

    folded: str
    text: str
    lines: "array[int]"
    gaps: bytearray

    def begins(self, at: int) -> bool:
        """Whether something begins at a place: the text itself, or anything after white space."""
        return at >= len(self.text) or at == 0 or self.gaps[at] != NONE

    def tokens(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The words between two places, as places."""
        at = start
        while at < end:
            stop = at + 1
            while stop < end and self.gaps[stop] == NONE:
                stop += 1
            yield at, stop
            at = stop

    def words(self, start: int, end: int) -> str:
        """The text between two places, words separated by one space."""
        return " ".join(self.text[first:last] for first, last in self.tokens(start, end))


def stream(lines: Sequence[tuple[int, str]]) -> Stream:
    """A document's lines as one stream."""
    chars: list[str] = []
    numbers: array[int] = array("q")
    gaps = bytearray()
    gap = NONE
    for number, line in lines:
        for char in nfc(line):
            if char.isspace() or unicodedata.category(char) == "Cf":
                gap = max(gap, SPACE)
                continue
            chars.append(char)
            numbers.append(number)
            gaps.append(gap)
            gap = NONE
        gap = BLANK if gap >= NEWLINE or not line.strip() else NEWLINE
    text = "".join(chars)
    return Stream("".join(map(_folded, chars)), text, numbers, gaps)


def without(whole: Stream, cuts: Sequence[tuple[int, int]]) -> Stream:
    """A stream without some of its parts; what follows a cut begins a new line."""
    pieces, at = [], 0
    for start, end in [*cuts, (len(whole.text), len(whole.text))]:
        pieces.append((at, start))
        at = end
    gaps = bytearray()
    lines: array[int] = array("q")
    for start, end in pieces:
        kept = bytearray(whole.gaps[start:end])
        if kept and start:
            kept[0] = max(kept[0], NEWLINE)
        gaps += kept
        lines.extend(whole.lines[start:end])
    return Stream(
        "".join(whole.folded[start:end] for start, end in pieces),
        "".join(whole.text[start:end] for start, end in pieces),
        lines,
        gaps,
    )
