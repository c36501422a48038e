"""A heat picture: numbers in tinted cells, each head over its column."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_score.look.picture_sizes import HEAD, ROW, title_width, width_of

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
