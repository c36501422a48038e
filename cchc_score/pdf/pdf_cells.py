"""The cells of the tables of one page: their texts, and why nobody can tell the figure of one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from cchc_score.pdf.pdf_letters import Letter, small_digits, text_of
from cchc_score.pdf.pdf_rules import Box, RuledGrid, holds
from cchc_score.pdf.pdf_seen import SeenLetters

OVERFLOW = 0.25
"""So much of a letter may stand beyond the line of its cell: the boxes of letters are larger than what is printed."""
CLOSE = 0.15
"""Letters that stand closer than so many times their size belong to one word."""
_Place = tuple[int, Box]
"""A cell by the number of its table and its box."""


@dataclass(frozen=True, slots=True)
class OverCells:
    """What lies over cells and makes their figures doubtful: struck letters, pictures, annotations."""

    struck: frozenset[int]
    pictures: tuple[Box, ...]
    notes: tuple[Box, ...]


class PageCells:
    """The cells of a page with the letters in each; `outside` are those that stand in none."""

    def __init__(self, grids: Sequence[RuledGrid], letters: SeenLetters, over: OverCells) -> None:
        self._grids, self._letters, self._over = grids, letters, over
        self._places = [grid.places() for grid in grids]
        self._inside: dict[_Place, list[Letter]] = {}
        self.outside: list[Letter] = []
        for letter in letters.shown:
            at = self._at(letter.middle)
            (self.outside if at is None else self._inside.setdefault(at, [])).append(letter)
        self._unseen = {at for letter in letters.hidden if letter.text.strip() and (at := self._at(letter.middle))}
        self._cut = {*self._run_over(), *self._run_out()}

    def _at(self, point: tuple[float, float]) -> _Place | None:
        """The cell in which a point lies."""
        for number, grid in enumerate(self._grids):
            if holds(grid.box, point):
                found = self._places[number].get(grid.position(point))
                if found is not None and holds(found[0], point):
                    return number, found[0]
        return None

    def rows(self, number: int) -> list[list[Any]]:
        """The rows of a table: a cell is [text, fault], [text] of the merged cell above that goes on, or null."""
        grid, places = self._grids[number], self._places[number]
        cells = {box: self._cell((number, box)) for box in grid.boxes}
        found: list[list[Any]] = []
        for row in range(len(grid.tops)):
            line: list[Any] = []
            for column in range(len(grid.lefts)):
                box, first_row, first_column = places.get((row, column), (None, False, False))
                if box is None or not first_column:
                    line.append(None)
                else:
                    line.append(list(cells[box]) if first_row else [cells[box][0]])
            found.append(line)
        return found

    def _cell(self, at: _Place) -> tuple[str, str]:
        """The text of a cell, and its fault: 'marked', 'picture', 'covered', 'cut' or ''."""
        letters, box = self._inside.get(at, []), at[1]
        text, lines = text_of(letters)
        struck = any(id(letter) in self._over.struck for letter in letters)
        if struck or at in self._unseen or small_digits(lines) or any(line.odd for line in lines):
            return text, "marked"
        if any(
            holds(box, ((left + right) / 2, (top + bottom) / 2)) for left, top, right, bottom in self._over.pictures
        ):
            return text, "picture"
        if any(_overlap(box, note) for note in self._over.notes):
            return text, "covered"
        return text, "cut" if at in self._cut else ""

    def _run_over(self) -> Iterable[_Place]:
        """The cells whose text runs over their lines, and those that it runs into: a figure may be cut between two."""
        for at, letters in self._inside.items():
            box = at[1]
            for letter in letters:
                if not letter.text.strip():
                    continue
                if _leaves(letter, box):
                    yield at
                    corners = ((letter.x0, letter.middle[1]), (letter.x1, letter.middle[1]))
                    yield from (other for corner in corners if (other := self._at(corner)) is not None)
                # No letter need stand on the line itself: the word may go on right behind it.
                if letter.x1 > box[2] - CLOSE * letter.size:
                    other = self._at((box[2] + CLOSE * letter.size, letter.middle[1]))
                    if other is not None and other != at and self._goes_on(letter, other):
                        yield from (at, other)

    def _goes_on(self, letter: Letter, at: _Place) -> bool:
        return any(
            one.text.strip() and abs(one.middle[1] - letter.middle[1]) < 1 and one.x0 - letter.x1 < CLOSE * letter.size
            for one in self._inside.get(at, [])
        )

    def _run_out(self) -> Iterable[_Place]:
        """The cells of whose text a part is clipped away: what is left of a figure is another figure."""
        cells = {letter.order: (at, letter) for at, letters in self._inside.items() for letter in letters}
        for lost in self._letters.clipped:
            for order in (lost.order - 1, lost.order + 1):
                at, beside = cells.get(order, (None, None))
                if at is not None and beside is not None and lost.text.strip() and _belongs(lost, beside, at[1]):
                    yield at


def _belongs(lost: Letter, beside: Letter, box: Box) -> bool:
    """Whether a letter that nobody sees was to stand in the cell of the one drawn before or after it."""
    same_line = abs(lost.middle[1] - beside.middle[1]) < 1
    gap = max(lost.x0 - beside.x1, beside.x0 - lost.x1)
    below = box[0] <= lost.middle[0] <= box[2] and abs(lost.middle[1] - beside.middle[1]) < 2 * beside.size
    return (same_line and gap < beside.size) or (not same_line and below)


def _leaves(letter: Letter, box: Box) -> bool:
    """Whether a letter stands beyond the lines of its cell."""
    wide, high = OVERFLOW * (letter.x1 - letter.x0), OVERFLOW * (letter.bottom - letter.top)
    sideways = letter.x0 < box[0] - wide or letter.x1 > box[2] + wide
    return sideways or letter.top < box[1] - high or letter.bottom > box[3] + high


def _overlap(box: Box, other: Box) -> bool:
    """Whether two boxes share more than an edge."""
    return min(box[2], other[2]) - max(box[0], other[0]) > 2 and min(box[3], other[3]) - max(box[1], other[1]) > 2
