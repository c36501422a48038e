"""Bars: one in a cell of a table, and a picture of bars one below the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_score.look.picture_sizes import HEAD, ROW, along, pixels, title_width, width_of


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a table's cell: how long, where a ring stands for another value, and marks for others of the place.

    None stands for what there is none of. The bar is `width` long at 100 percent.
    """

    width: int
    length: str
    ring: str | None = None
    middle: str | None = None
    best: str | None = None


def bar(
    share: Fraction,
    ring: Fraction | None = None,
    middle: Fraction | None = None,
    best: Fraction | None = None,
    width: int = 180,
    most: Fraction = Fraction(100),
) -> Bar:
    """A bar for a share of `most`, with the places of the other values on the same scale."""

    def at(value: Fraction | None) -> str | None:
        return None if value is None else pixels(along(value, most, width))

    return Bar(width=width, length=pixels(along(share, most, width)), ring=at(ring), middle=at(middle), best=at(best))


@dataclass(frozen=True, slots=True)
class PictureLine:
    """A value of a picture of bars, before it has a place: its name, its number in words, the values on the scale."""

    label: str
    number: str
    value: Fraction
    ring: Fraction | None = None
    middle: Fraction | None = None
    best: Fraction | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class BarLine:
    """A line of a picture of bars; `y` is its middle, `number_x` where its number ends."""

    y: int
    label: str
    number: str
    note: str
    bar: Bar


@dataclass(frozen=True, slots=True)
class Bars:
    """A picture of bars, one below the other: names on the left, numbers on the right."""

    title: str
    width: int
    height: int
    label_x: int
    bar_x: int
    number_x: int
    note_x: int
    lines: tuple[BarLine, ...]


def bars(title: str, lines: Sequence[PictureLine], most: Fraction = Fraction(100), length: int = 360) -> Bars:
    """A picture of bars on one scale from 0 to `most`."""
    names = width_of(line.label for line in lines)
    notes = width_of(line.note for line in lines)
    bar_x = names + 12
    number_x = bar_x + length + 70
    return Bars(
        title=title,
        width=max(number_x + (notes + 14 if notes else 0) + 6, title_width(title)),
        height=HEAD + ROW * len(lines) + 8,
        label_x=0,
        bar_x=bar_x,
        number_x=number_x,
        note_x=number_x + 12,
        lines=tuple(
            BarLine(
                y=HEAD + ROW * at + ROW // 2,
                label=line.label,
                number=line.number,
                note=line.note,
                bar=bar(line.value, line.ring, line.middle, line.best, length, most),
            )
            for at, line in enumerate(lines)
        ),
    )
