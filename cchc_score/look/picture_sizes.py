"""The sizes that all pictures share, as data that macros only have to write down.

All lengths are in pixels of a picture's own view box. A number is a text, because a float prints differently from
one machine to another.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from cchc_score.points import plain
from cchc_score.text import display_width

ROW = 26
"""The height of a line of a picture."""
HEAD = 46
"""The height of a picture's title."""
MARGIN = 16
LETTER = Fraction(36, 5)
"""How wide a letter is, at most, in the mean of a name."""


def pixels(value: Fraction | int) -> str:
    """A length with one decimal, without a decimal that is 0."""
    return plain(Fraction(value), 1).removesuffix(".0")


def along(value: Fraction, most: Fraction, length: int) -> Fraction:
    """Where a value lies on a scale of some length from 0 to `most`; at its ends where it lies beyond them."""
    if not most:
        return Fraction(0)
    return min(max(value / most, Fraction(0)), Fraction(1)) * length


def width_of(texts: Iterable[str]) -> int:
    """How wide the longest of some texts is, at most, in the mean of letters."""
    longest = max(map(display_width, texts), default=0)
    return -(-longest * LETTER.numerator // LETTER.denominator)


def title_width(title: str) -> int:
    """How wide a picture must be for its title."""
    return display_width(title) * 9


class Sized(Protocol):
    """A picture of some size."""

    @property
    def width(self) -> int:
        """How wide it is."""

    @property
    def height(self) -> int:
        """How high it is, with its title."""


@dataclass(frozen=True, slots=True)
class ViewBox:
    """What of a picture is seen."""

    x: int
    y: int
    width: int
    height: int


def view_box(one: Sized, titled: bool, style: str) -> ViewBox:
    """What is seen of a picture: without a title not its room; with a margin where it is alone, in its own `style`."""
    margin, top = (MARGIN if style else 0), (0 if titled else HEAD - 12)
    return ViewBox(-margin, top - margin, one.width + 2 * margin, one.height - top + 2 * margin)
