"""Text without its spaces: labels broken anywhere still match, and every character remembers where it stood."""

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc_score.text import nfc

NONE, JOINED, SPACE, WIDE, NEWLINE, BLANK, PAGE = range(7)
"""What stands before a character: nothing, one space at which no line breaks, one space, several or a tab, a new line,
an empty line, a new page."""
_JOINING = "\u00a0\u2007\u202f"


_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]")
"""Characters that nobody sees, as a space of no width: copied from web pages and e-mails, they stand inside words."""


def fold(text: str) -> str:
    """A text without white space and case, one character for each of its own."""
    # Composed first, or a letter typed as one sign and as a letter with marks would be two different words.
    bare = _UNSEEN.sub("", "".join(nfc(text).split()))
    lower = bare.lower()
    # One letter may have a small form of two, and a sigma's depends on where it stands: those go letter by letter.
    if len(lower) == len(bare) and "Σ" not in bare:
        return lower
    return "".join(map(_fold_letter, bare))


def _fold_letter(char: str) -> str:
    lower = char.lower()
    # 'İ' in small letters is two characters; places in the folded text would no longer be those in the printed one.
    return lower if len(lower) == 1 else char


@dataclass(frozen=True, slots=True)
class FoldedText:
    """The characters of a document: `folded` to match, `text` as printed, each with its line and the gap before it."""

    folded: str
    text: str
    lines: "array[int]"
    gaps: bytearray

    @property
    def loose(self) -> bool:
        """Whether empty lines stand between most lines, so that one says nothing."""
        return self.gaps.count(BLANK) > self.gaps.count(NEWLINE)

    def begins(self, at: int) -> bool:
        """Whether something begins at a place: the text itself, or anything after white space."""
        return at >= len(self.text) or at == 0 or self.gaps[at] != NONE

    def tokens(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The words between two places, each as (start, end)."""
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


def fold_lines(lines: Sequence[tuple[int, str]]) -> FoldedText:
    """All lines of a document as one folded text; `lines` are (line number, text)."""
    chars: list[str] = []
    numbers: array[int] = array("q")
    gaps = bytearray()
    gap = NONE
    for number, line in lines:
        for char in nfc(line):
            # Characters of the kind Cf, as a space of no width, are not seen: nobody could tell why a label is not met.
            if char.isspace() or unicodedata.category(char) == "Cf":
                gap = max(gap, _gap(char, gap))
                continue
            chars.append(char)
            numbers.append(number)
            gaps.append(gap)
            gap = NONE
        # An empty line ends a title or the last row, so that it has to be told from a line that is only broken.
        gap = max(gap, BLANK if gap >= NEWLINE or not line.strip() else NEWLINE)
    text = "".join(chars)
    return FoldedText("".join(map(_fold_letter, chars)), text, numbers, gaps)


def _gap(char: str, before: int) -> int:
    if char == "\f":
        return PAGE
    if char == "\t" or before in (JOINED, SPACE):
        return WIDE
    return JOINED if char in _JOINING else SPACE


def cut_out(whole: FoldedText, cuts: Sequence[tuple[int, int]]) -> FoldedText:
    """A text without some of its parts, given as (start, end); what follows a cut begins a new line."""
    pieces, at = [], 0
    for start, end in [*cuts, (len(whole.text), len(whole.text))]:
        pieces.append((at, start))
        at = end
    gaps = bytearray()
    lines: array[int] = array("q")
    for start, end in pieces:
        kept = bytearray(whole.gaps[start:end])
        if kept and start:
            # What was cut out stood between: the words before and after it must not become one.
            kept[0] = max(kept[0], NEWLINE)
        gaps += kept
        lines.extend(whole.lines[start:end])
    return FoldedText(
        "".join(whole.folded[start:end] for start, end in pieces),
        "".join(whole.text[start:end] for start, end in pieces),
        lines,
        gaps,
    )
