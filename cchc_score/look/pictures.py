"""The geometry of the four pictures - bars, strip, heat, slope - as data that macros only have to write down.

All lengths are in pixels of a picture's own view box. A number is a text, because a float prints differently from
one machine to another.
"""

from collections.abc import Iterable, Sequence
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


def width_of(texts: Iterable[str]) -> int:
    """How wide the longest of some texts is, at most, in the mean of letters."""
    longest = max(map(display_width, texts), default=0)
    return -(-longest * LETTER.numerator // LETTER.denominator)


def title_width(title: str) -> int:
    """How wide a picture must be for its title."""
    return display_width(title) * 9


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


STEPS = (50, 65, 80, 90)
"""From which shares in percent on a cell has the next tint."""


def heat_step(share: Fraction | None) -> int | None:
    """Which of the five tints a share in percent has, the lowest first; None for no share."""
    return None if share is None else sum(share >= step for step in STEPS)


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A cell of a heat picture: its left edge, its words, its tint (None: no tint)."""

    x: int
    text_x: int
    text: str
    step: int | None


@dataclass(frozen=True, slots=True)
class HeatLine:
    """A line of a heat picture."""

    y: int
    text_y: int
    label: str
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class PictureNote:
    """A line of words below a picture."""

    y: int
    words: str


@dataclass(frozen=True, slots=True)
class Heat:
    """A picture of numbers in tinted cells; each head stands over its column."""

    title: str
    width: int
    height: int
    cell_width: int
    heads: tuple[HeatCell, ...]
    lines: tuple[HeatLine, ...]
    notes: tuple[PictureNote, ...]


CELL = 62
NOTE = 18


def heat(
    title: str,
    heads: Sequence[str],
    rows: Sequence[tuple[str, Sequence[tuple[str, Fraction | None]]]],
    notes: Sequence[str] = (),
) -> Heat:
    """A heat picture: for each line its name, and for each column a number in words with its share in percent.

    `notes` are lines below it, in which the heads are explained.
    """
    bottom = HEAD + ROW * (len(rows) + 1)
    left = width_of(name for name, _ in rows) + 14
    return Heat(
        title=title,
        width=max(left + CELL * len(heads), title_width(title), width_of(notes)),
        height=bottom + 10 + NOTE * len(notes),
        cell_width=CELL,
        heads=tuple(
            HeatCell(left + CELL * at, left + CELL * at + CELL - 8, text, None) for at, text in enumerate(heads)
        ),
        lines=tuple(
            HeatLine(
                y=HEAD + ROW * (at + 1),
                text_y=HEAD + ROW * (at + 1) + 18,
                label=name,
                cells=tuple(
                    HeatCell(left + CELL * place, left + CELL * place + CELL - 8, text, heat_step(share))
                    for place, (text, share) in enumerate(cells)
                ),
            )
            for at, (name, cells) in enumerate(rows)
        ),
        notes=tuple(PictureNote(bottom + NOTE * (at + 1), words) for at, words in enumerate(notes)),
    )


@dataclass(frozen=True, slots=True)
class SlopeLine:
    """A line of a slope from a place before to one after; `way` is 'up', 'down' or 'same'."""

    start_y: int
    end_y: int
    start: str
    end: str
    way: str


@dataclass(frozen=True, slots=True)
class Slope:
    """How ranks moved from one year to another."""

    title: str
    width: int
    height: int
    left: int
    right: int
    heads: tuple[str, str]
    lines: tuple[SlopeLine, ...]


def slope(title: str, heads: tuple[str, str], moves: Sequence[tuple[str, int, int]]) -> Slope:
    """A slope of units: the name, the rank before and the rank after; ranks that nobody here has take no room."""
    before = _levels([move[1] for move in moves])
    after = _levels([move[2] for move in moves])
    names = width_of(f"{rank}. {name}" for name, rank, _ in moves) + 12
    left = names
    right = left + 300
    return Slope(
        title=title,
        width=max(right + names, title_width(title)),
        height=HEAD + ROW * (len(moves) + 1) + 8,
        left=left,
        right=right,
        heads=heads,
        lines=tuple(
            SlopeLine(
                start_y=HEAD + ROW * (before[at] + 1) + 14,
                end_y=HEAD + ROW * (after[at] + 1) + 14,
                start=f"{name} {old}",
                end=f"{new} {name}",
                way="up" if new < old else "down" if new > old else "same",
            )
            for at, (name, old, new) in enumerate(moves)
        ),
    )


def _levels(ranks: Sequence[int]) -> dict[int, int]:
    """The line of each move: by rank, equal ones as they come."""
    order = sorted(range(len(ranks)), key=lambda at: (ranks[at], at))
    return {at: level for level, at in enumerate(order)}
