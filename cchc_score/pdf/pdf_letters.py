"""The letters of a page, and the text that they make: marks put on their letters, letters into words and lines."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

WORD_GAP = 0.2
"""A gap of so many times the size of its letters parts two words; spaces that stand in the file count besides."""
COLUMN_GAP = 2.5
"""A gap of so many times the size parts two texts that only stand side by side, as the halves of a letterhead."""
SMALL = 0.8
"""Digits smaller than so many times the largest beside them are raised: a footnote's number, no part of a figure."""
_SPACING_MARKS = {"´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "˜": "\u0303", "˘": "\u0306"}
_FIRST_MARKS = "\u0302\u0306\u031b"
"""Circumflex, breve and horn belong to the letter; composed first, or a tone would keep them from their letter."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it stands on the page: its text, its box from the top left, its size, its place in the drawing order.

    `turn` is the direction in which it is read, in quarters of a circle: 0 to the right, 1 up, 2 to the left, 3 down.
    `light` is how bright its ink is, from 0 to 1. What is `clipped` lies outside of the area that is shown.
    `base` is the line on which it stands, where it is read to the right; fonts do not always say how deep their box is.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    order: int
    turn: int = 0
    light: float = 0.0
    clipped: bool = False
    base: float = 0.0

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its box."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.x1 - self.x0


def letter_of(char: dict[str, Any]) -> Letter:
    """A character of pdfplumber as a letter."""
    a, b = char["matrix"][:2]
    turn = (0 if a >= 0 else 2) if abs(a) >= abs(b) else (1 if b > 0 else 3)
    # What pdfplumber calls the size is the height of the box, which lies on its side where the text does.
    size = abs(char["x1"] - char["x0"]) if turn % 2 else abs(char["bottom"] - char["top"])
    return Letter(
        text=char["text"],
        x0=char["x0"],
        top=char["top"],
        x1=char["x1"],
        bottom=char["bottom"],
        size=size,
        order=int(char.get("mcid") or 0),
        turn=turn,
        light=brightness(char.get("non_stroking_color")),
        clipped=char.get("tag") is not None,
        base=char["top"] + char["y1"] - char["matrix"][5],
    )


def brightness(colour: Any) -> float:
    """How bright a colour is, from 0 to 1; a colour that is not said, and a pattern, is black."""
    told = colour if isinstance(colour, tuple | list) else (colour,)
    parts = [float(part) for part in told if isinstance(part, int | float)]
    if not parts or len(parts) != len(told):
        return 0.0
    # Of four inks the paper is left; of three lights the darkest counts, and of grey the only one.
    return max(0.0, 1 - max(parts[:3]) - parts[3]) if len(parts) == 4 else min(parts)


def upright(letter: Letter) -> Letter:
    """A letter that is read upwards, downwards or upside down, in coordinates in which it is read to the right."""
    if letter.turn == 0:
        return letter
    left, high, right, low = letter.x0, letter.top, letter.x1, letter.bottom
    boxes = {1: (-low, left, -high, right), 2: (-right, -low, -left, -high), 3: (high, -right, low, -left)}
    x0, top, x1, bottom = boxes[letter.turn]
    return replace(letter, x0=x0, top=top, x1=x1, bottom=bottom, turn=0)


@dataclass(frozen=True, slots=True)
class TextLine:
    """Letters on one line, from left to right, composed with their marks; in an `odd` one some are over others."""

    letters: tuple[Letter, ...]
    odd: bool = False

    @property
    def top(self) -> float:
        """Where it begins on the page."""
        return min(letter.top for letter in self.letters)

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return max(letter.bottom for letter in self.letters)

    @property
    def left(self) -> float:
        """Where its first letter begins."""
        return self.letters[0].x0

    @property
    def right(self) -> float:
        """Where its last letter ends."""
        return max(letter.x1 for letter in self.letters)

    @property
    def text(self) -> str:
        """Its text, words parted by one space."""
        parts: list[str] = []
        before: Letter | None = None
        for letter in self.letters:
            if before is not None and letter.x0 - before.x1 > WORD_GAP * min(letter.size, before.size):
                parts.append(" ")
            parts.append(letter.text)
            before = letter
        return composed(" ".join("".join(parts).split(" "))).strip()

    def pieces(self) -> Iterator["TextLine"]:
        """The texts that stand side by side in it."""
        start = 0
        seen = [letter for letter in self.letters if letter.text.strip()]
        for at in range(1, len(seen)):
            if seen[at].x0 - seen[at - 1].x1 > COLUMN_GAP * seen[at].size:
                yield TextLine(tuple(seen[start:at]))
                start = at
        if seen[start:]:
            first, last = seen[start], seen[-1]
            yield TextLine(tuple(letter for letter in self.letters if first.x0 <= letter.x0 <= last.x0))


def text_lines(letters: Iterable[Letter]) -> list[TextLine]:
    """Letters of one direction as lines, from top to bottom."""
    lines: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda one: (one.top, one.x0, one.order)):
        line = next((line for line in reversed(lines[-3:]) if _beside(line[0], letter)), None)
        if line is None:
            lines.append([letter])
        else:
            line.append(letter)
    return [_composed_line(line) for line in lines]


def _beside(one: Letter, other: Letter) -> bool:
    """Whether two letters stand on one line: more than half of the lower one is beside the other."""
    common = min(one.bottom, other.bottom) - max(one.top, other.top)
    return common > min(one.bottom - one.top, other.bottom - other.top) / 2


def _composed_line(letters: Sequence[Letter]) -> TextLine:
    bases = sorted((one for one in letters if not _is_mark(one)), key=lambda one: (one.x0, one.order))
    marks = sorted((one for one in letters if _is_mark(one)), key=lambda one: one.order)
    own: dict[int, str] = {}
    kept = list(bases)
    for mark in marks:
        base = _base_of(mark, bases)
        # A mark that stands on no letter is a sign of its own, as an accent in a formula.
        if base is None:
            kept.append(mark)
        else:
            own[base.order] = own.get(base.order, "") + _SPACING_MARKS.get(mark.text, mark.text)
    kept.sort(key=lambda one: (one.x0, one.order))
    kept = [replace(one, text=composed(one.text + own[one.order])) if one.order in own else one for one in kept]
    return _once(kept)


def _once(letters: Sequence[Letter]) -> TextLine:
    """A line in which a letter that was printed twice, to look bold, stands once."""
    kept: list[Letter] = []
    odd = False
    for letter in letters:
        before = kept[-1] if kept else None
        if before is not None and letter.text.strip() and before.text.strip():
            over = min(before.x1, letter.x1) - max(before.x0, letter.x0)
            if over > min(before.width, letter.width) / 2:
                if letter.text == before.text:
                    continue
                odd = True
        kept.append(letter)
    return TextLine(tuple(kept), odd)


def _is_mark(letter: Letter) -> bool:
    return len(letter.text) == 1 and (unicodedata.combining(letter.text) != 0 or letter.text in _SPACING_MARKS)


def _base_of(mark: Letter, bases: Sequence[Letter]) -> Letter | None:
    """The letter that a mark belongs to: the one drawn before it where it stands there, else the one it stands over."""
    near = [
        one
        for one in bases
        if one.text.isalpha() and one.x0 - 0.3 * one.size <= (mark.x0 + mark.x1) / 2 <= one.x1 + 0.3 * one.size
    ]
    if mark.text in _SPACING_MARKS:
        near = [one for one in near if min(one.x1, mark.x1) - max(one.x0, mark.x0) > mark.width / 2]
    centre = (mark.x0 + mark.x1) / 2
    below = [one for one in near if one.order < mark.order and one.x0 <= centre <= one.x1]
    # As the second mark on a letter, it may be drawn after the first.
    before = below or [one for one in near if 0 < mark.order - one.order <= 2]
    return min(before or near, key=lambda one: abs((one.x0 + one.x1) / 2 - centre), default=None)


def composed(text: str) -> str:
    """A text in composed letters, whatever order the marks of each letter stood in."""
    whole: list[str] = []
    marks: list[str] = []
    for char in f"{unicodedata.normalize('NFD', text)}\0":
        if unicodedata.combining(char):
            marks.append(char)
            continue
        # A tone before a circumflex would be composed with the bare letter, and keep the other apart.
        whole += [*sorted(marks, key=lambda mark: mark not in _FIRST_MARKS), char]
        marks = []
    return unicodedata.normalize("NFC", "".join(whole[:-1]))


def small_digits(lines: Iterable[TextLine]) -> bool:
    """Whether digits stand raised beside others, as the number of a footnote does."""
    for line in lines:
        sizes = [letter.size for letter in line.letters if letter.text.isdigit()]
        if sizes and min(sizes) < SMALL * max(sizes):
            return True
    return False


def text_of(letters: Iterable[Letter]) -> tuple[str, list[TextLine]]:
    """The text of a cell, its lines parted by line ends, and the lines; of letters in any direction."""
    turned: dict[int, list[Letter]] = {}
    for letter in letters:
        turned.setdefault(letter.turn, []).append(upright(letter))
    lines = [line for turn in sorted(turned) for line in text_lines(turned[turn])]
    return "\n".join(text for line in lines if (text := line.text)), lines
