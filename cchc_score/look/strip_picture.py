"""A strip: how far units lie apart, one line a place."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_score.look.picture_sizes import HEAD, along, pixels, title_width, width_of


@dataclass(frozen=True, slots=True)
class StripLine:
    """A line of a strip: a tick for every unit, the median, and the numbers in words."""

    y: int
    top: int
    bottom: int
    label: str
    number: str
    ticks: tuple[str, ...]
    median: str


@dataclass(frozen=True, slots=True)
class AxisMark:
    """A place on the scale of a strip with its words."""

    x: str
    words: str


@dataclass(frozen=True, slots=True)
class Strip:
    """How far units lie apart: a scale from 0 to 100 percent, one line a place."""

    title: str
    width: int
    height: int
    left: int
    right: int
    axis_y: int
    marks: tuple[AxisMark, ...]
    lines: tuple[StripLine, ...]


STRIP_ROW = 30


def strip(
    title: str, places: Sequence[tuple[str, str, Sequence[Fraction], Fraction]], signs: Sequence[tuple[Fraction, str]]
) -> Strip:
    """A strip of places: name, numbers in words, the shares of units in percent, and their median."""
    left, length = width_of(name for name, *_ in places) + 14, 300
    return Strip(
        title=title,
        width=max(left + length + 64, title_width(title)),
        height=HEAD + STRIP_ROW * len(places) + 26,
        left=left,
        right=left + length,
        axis_y=HEAD + STRIP_ROW * len(places) + 4,
        marks=tuple(AxisMark(pixels(left + along(at, Fraction(100), length)), words) for at, words in signs),
        lines=tuple(
            StripLine(
                y=HEAD + STRIP_ROW * at + 15,
                top=HEAD + STRIP_ROW * at + 6,
                bottom=HEAD + STRIP_ROW * at + 24,
                label=name,
                number=number,
                # Units of one place make one tick: it is no darker for a hundred of them.
                ticks=tuple(dict.fromkeys(pixels(left + along(share, Fraction(100), length)) for share in shares)),
                median=pixels(left + along(median, Fraction(100), length)),
            )
            for at, (name, number, shares, median) in enumerate(places)
        ),
    )
