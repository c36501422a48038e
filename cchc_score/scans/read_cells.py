"""The cells of one straight page, read by both engines; and which way up a page lies."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from cchc_score.scans.cell_pictures import CellPicture
from cchc_score.scans.digit_engine import DigitEngine, ReadLine
from cchc_score.scans.page_pictures import Picture
from cchc_score.scans.scan_limits import DPI
from cchc_score.scans.word_engine import BLOCK, DIGITS, LINE, ReadWords, read_words

WIDEST_FIGURE = 2 * DPI
"""No figure is wider, so that longer lines are words."""
_SAMPLE = 8
_SURE = 60.0


class ReadCell(NamedTuple):
    """What the engines read in one cell: a line of any signs, the same as digits only, words; None where not asked."""

    line: ReadLine | None = None
    digits: ReadWords | None = None
    words: ReadWords | None = None


def read_cells(cells: Sequence[CellPicture], program: str, engine: DigitEngine, seconds: float) -> list[ReadCell]:
    """What stands in each cell: in those without letters by both engines, in all others by the one that knows words."""
    short = [at for at, cell in enumerate(cells) if cell.lines == 1 and cell.writing.shape[1] <= WIDEST_FIGURE]
    lines = dict(zip(short, engine.read([cells[at].writing for at in short]), strict=True))
    figures = [at for at, line in lines.items() if line.text and not any(map(str.isalpha, line.text))]
    others = [at for at in range(len(cells)) if at not in set(figures)]
    digits = _read(cells, figures, program, LINE, seconds, DIGITS)
    words = _read(cells, others, program, BLOCK, seconds)
    return [ReadCell(lines.get(at), digits.get(at), words.get(at)) for at in range(len(cells))]


def _read(
    cells: Sequence[CellPicture],
    places: Sequence[int],
    program: str,
    layout: str,
    seconds: float,
    options: Sequence[str] = (),
) -> dict[int, ReadWords]:
    found = read_words(program, [cells[at].writing for at in places], layout, seconds, options)
    return dict(zip(places, found, strict=True))


def turn_of(cells: Sequence[CellPicture], program: str, seconds: float) -> int:
    """How many quarters to the left a page must be turned to stand upright, by how surely its words are then read."""
    longest = sorted(cells, key=lambda cell: cell.writing.size, reverse=True)[:_SAMPLE]
    best = (0.0, 0)
    for turn in range(4):
        found = read_words(program, [_turned(cell.writing, turn) for cell in longest], BLOCK, seconds)
        sure = sum(words.sure for words in found) / max(1, len(found))
        if sure > best[0]:
            best = (sure, turn)
        if sure >= _SURE:
            break
    return best[1]


def _turned(picture: Picture, turn: int) -> Picture:
    return np.ascontiguousarray(np.rot90(picture, turn))
