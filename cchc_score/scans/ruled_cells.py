"""The tables of a page by their lines: what lines enclose is a cell, wherever others beside it end."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from cchc_score.scans.page_pictures import Picture, PictureTooLarge
from cchc_score.scans.scan_limits import DPI, MAX_CELLS

LINE = DPI // 3
"""A line of a table is at least so long; the strokes of letters are shorter."""
GAP = DPI // 15
"""So far a line may be interrupted, as by the crease of a copy."""
NARROW = DPI // 20
"""Between the two lines of a double border nothing is written."""

Box = tuple[int, int, int, int]
"""Left, top, right, bottom, in dots."""


@dataclass(frozen=True, slots=True)
class RuledTable:
    """One table: the edges of its columns and rows, and its cells as (first row, first column, last row, last column).

    `boxes` are what the lines of each cell enclose.
    """

    box: Box
    lefts: tuple[int, ...]
    tops: tuple[int, ...]
    cells: tuple[Box, ...]
    boxes: tuple[Box, ...]


def rules_of(ink: Picture) -> Picture:
    """The lines of tables on a page with level lines: 255, else 0."""
    return np.asarray(cv2.bitwise_or(_rules(ink, across=False), _rules(ink, across=True)), np.uint8)


def _rules(ink: Picture, across: bool) -> Picture:
    """The level lines, or those `across` them."""

    def shape(long: int, wide: int = 1) -> Picture:
        return np.ones((long, wide) if across else (wide, long), np.uint8)

    # A line that is not quite level is as thick as it falls: it is joined across before it is looked for.
    whole = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, shape(1, 3))
    pieces = cv2.morphologyEx(whole, cv2.MORPH_OPEN, shape(LINE // 2))
    lines = cv2.morphologyEx(pieces, cv2.MORPH_CLOSE, shape(GAP, 3))
    long = cv2.morphologyEx(lines, cv2.MORPH_OPEN, shape(LINE))
    return np.asarray(cv2.dilate(long, np.ones((3, 3), np.uint8)), np.uint8)


def ruled_tables(rules: Picture) -> list[RuledTable]:
    """The tables that lines rule, from top to bottom; a box with a single cell is none."""
    count, _, spots, _ = cv2.connectedComponentsWithStats(rules)
    found = []
    for left, top, width, height, _ in spots[1:count]:
        if width > LINE and height > LINE:
            box = int(left), int(top), int(left + width), int(top + height)
            boxes = _enclosed(rules[box[1] : box[3], box[0] : box[2]], box)
            if len(boxes) > 3:
                found.append(_table(box, boxes))
    return sorted(found, key=lambda table: (table.box[1], table.box[0]))


def _enclosed(rules: Picture, at: Box) -> list[Box]:
    """What the lines of a table enclose."""
    count, _, spots, _ = cv2.connectedComponentsWithStats(cv2.bitwise_not(rules), connectivity=4)
    boxes = []
    height, width = rules.shape
    for left, top, wide, high, area in spots[1:count]:
        # What reaches the edge is not enclosed: it lies beside the table.
        inside = left > 0 and top > 0 and left + wide < width and top + high < height
        if inside and wide > NARROW and high > NARROW and area > 0.5 * wide * high:
            boxes.append((at[0] + int(left), at[1] + int(top), at[0] + int(left + wide), at[1] + int(top + high)))
    if len(boxes) > MAX_CELLS:
        raise PictureTooLarge
    return boxes


def _table(box: Box, boxes: Sequence[Box]) -> RuledTable:
    lefts, tops = _edges([one[0] for one in boxes]), _edges([one[1] for one in boxes])
    cells = [
        (_place(tops, one[1]), _place(lefts, one[0]), _place(tops, one[3] - NARROW), _place(lefts, one[2] - NARROW))
        for one in boxes
    ]
    order = sorted(range(len(boxes)), key=lambda at: cells[at])
    return RuledTable(box, lefts, tops, tuple(cells[at] for at in order), tuple(boxes[at] for at in order))


def _edges(places: Sequence[int]) -> tuple[int, ...]:
    """Places that lie close to each other as one, the first of them."""
    found: list[int] = []
    for place in sorted(places):
        if not found or place - found[-1] > NARROW:
            found.append(place)
    return tuple(found)


def _place(edges: Sequence[int], at: int) -> int:
    return max(0, sum(edge <= at + NARROW // 2 for edge in edges) - 1)
