"""What is written in the cells of a table: whether there is ink, on how many lines, and its picture for an engine."""

from dataclasses import dataclass

import cv2
import numpy as np

from cchc_score.scans.page_pictures import Picture
from cchc_score.scans.ruled_cells import Box, RuledTable
from cchc_score.scans.scan_limits import DPI

LEAST_STROKE = DPI // 30
"""A speck is smaller in both directions than the smallest stroke of a letter."""
_MARGIN = DPI // 15
_APART = DPI // 60
_NEAR = DPI // 12


@dataclass(frozen=True, slots=True)
class CellPicture:
    """A cell with ink: its writing on a white margin, on how many `lines` it is, and the cell as a person sees it."""

    writing: Picture
    lines: int
    shown: Picture


@dataclass(frozen=True, slots=True)
class InkedPage:
    """A page with level lines; its strokes without specks and lines of tables, and the page with nothing else."""

    page: Picture
    strokes: Picture
    writing: Picture


def inked_page(page: Picture, ink: Picture, rules: Picture) -> InkedPage:
    """What is written on a page, apart from its lines."""
    wide = cv2.dilate(rules, np.ones((5, 5), np.uint8))
    strokes = _without_specks(np.where(wide == 0, ink, 0).astype(np.uint8))
    writing = page.copy()
    # Also what is faint is taken away, or an engine would read the rest of a line as a letter.
    writing[cv2.dilate(strokes, np.ones((7, 7), np.uint8)) == 0] = 255
    return InkedPage(page, strokes, writing)


def _without_specks(strokes: Picture) -> Picture:
    """Strokes that are large, or stand right beside one that is, as a comma or a dot does."""
    count, marks, spots, _ = cv2.connectedComponentsWithStats(strokes)
    large = np.zeros(count, bool)
    large[1:] = np.maximum(spots[1:, 2], spots[1:, 3]) >= LEAST_STROKE
    seeds = large[marks].astype(np.uint8)
    near = cv2.dilate(seeds, np.ones((_NEAR, _NEAR), np.uint8))
    # A dot of fewer points is one of the paper.
    kept = np.zeros(count, bool)
    kept[np.unique(marks[near > 0])] = True
    kept &= spots[:, 4] >= _APART
    kept[0] = False
    return np.asarray(kept[marks].astype(np.uint8) * 255, np.uint8)


def cell_pictures(inked: InkedPage, table: RuledTable) -> list[CellPicture | None]:
    """What is written in each cell of a table; None for a blank one."""
    return [written(inked, box) for box in table.boxes]


def written(inked: InkedPage, box: Box) -> CellPicture | None:
    """What is written within a box; None where nothing is."""
    left, top, right, bottom = box
    strokes = inked.strokes[top:bottom, left:right]
    rows, columns = np.flatnonzero(strokes.any(axis=1)), np.flatnonzero(strokes.any(axis=0))
    if not len(rows):
        return None
    inner = inked.writing[top + rows[0] : top + rows[-1] + 1, left + columns[0] : left + columns[-1] + 1]
    framed = np.pad(inner, _MARGIN, constant_values=255)
    return CellPicture(framed, _lines(rows), inked.page[top:bottom, left:right])


def _lines(rows: "np.typing.NDArray[np.intp]") -> int:
    """On how many lines strokes stand, by the rows of dots that hold any; marks above letters are no line."""
    breaks = np.flatnonzero(np.diff(rows) > _APART)
    starts, ends = [rows[0], *rows[breaks + 1]], [*rows[breaks], rows[-1]]
    return sum(end - start >= LEAST_STROKE for start, end in zip(starts, ends, strict=True))


def png(picture: Picture) -> bytes:
    """A picture as a small file: less fine than it was read, and in fewer greys, which is enough for eyes."""
    small = cv2.resize(picture, None, fx=2 / 3, fy=2 / 3, interpolation=cv2.INTER_AREA)
    return bytes(cv2.imencode(".png", small // 16 * 17, [cv2.IMWRITE_PNG_COMPRESSION, 9])[1])
