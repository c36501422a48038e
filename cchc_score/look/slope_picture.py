"""A slope: how ranks moved from one year to another."""

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_score.look.picture_sizes import HEAD, ROW, title_width, width_of


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
