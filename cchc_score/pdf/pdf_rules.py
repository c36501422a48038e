"""The ruled tables of a page: lines and thin boxes become edges, edges the boxes of cells, boxes a grid."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

from cchc_score.pdf.pdf_letters import brightness

THIN = 3.0
"""A box of at most so many points in one direction is a line."""
SHORT = 5.0
"""Shorter lines are none of a table: dots of a dotted one are joined before."""
NARROW = 4.0
"""Between the two lines of a double border nothing is written."""
MAX_EDGES = 20_000
WHITE = 0.95
"""Nobody sees what is so bright on white paper."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class TooManyRules(Exception):
    """More lines on one page than any report has."""


def is_seen(path: Mapping[str, Any]) -> bool:
    """Whether a path leaves a line or an area that is not white."""
    stroked = path.get("stroke") and brightness(path.get("stroking_color")) < WHITE
    filled = path.get("fill") and brightness(path.get("non_stroking_color")) < WHITE
    return bool(stroked or filled)


def path_edges(path: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The edges that a path of pdfplumber draws: a line or a thin box is one, a box drawn around has four."""
    if not is_seen(path):
        return
    x0, x1, top, bottom = (float(path[key]) for key in ("x0", "x1", "top", "bottom"))
    if is_dot(path):
        return
    if bottom - top <= THIN:
        yield _edge(x0, x1, (top + bottom) / 2, (top + bottom) / 2)
    elif x1 - x0 <= THIN:
        yield _edge((x0 + x1) / 2, (x0 + x1) / 2, top, bottom)
    drawn = path.get("stroke") and brightness(path.get("stroking_color")) < WHITE
    # Not of a slanting line, and not of an area that is only shaded: behind the text of one cell may stand several.
    if path["object_type"] == "rect" and drawn and min(bottom - top, x1 - x0) > THIN:
        yield from (_edge(x0, x1, y, y) for y in (top, bottom))
        yield from (_edge(x, x, top, bottom) for x in (x0, x1))


def is_dot(path: Mapping[str, Any]) -> bool:
    """Whether a path is short both ways, as a dot of a dotted line."""
    return bool(path["x1"] - path["x0"] <= THIN and path["bottom"] - path["top"] <= THIN)


def dotted_edges(paths: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The edges that rows of dots make: nearly on one line, and close to each other."""
    dots = [
        ((float(path["x0"]) + float(path["x1"])) / 2, (float(path["top"]) + float(path["bottom"])) / 2)
        for path in paths
        if is_dot(path) and is_seen(path)
    ]
    for across in (False, True):
        lines: dict[int, list[float]] = {}
        for x, y in dots:
            along, place = (y, x) if across else (x, y)
            lines.setdefault(int(place * 2 + 0.5), []).append(along)
        for doubled, along_line in lines.items():
            for start, end in _runs(along_line):
                if end - start >= SHORT:
                    place = doubled / 2
                    yield _edge(place, place, start, end) if across else _edge(start, end, place, place)


def _runs(places: Iterable[float]) -> Iterator[tuple[float, float]]:
    """Where places follow each other closely, from the first to the last."""
    start = end = None
    for place in sorted(places):
        if start is None or end is None or place - end > 2 * THIN:
            if start is not None and end is not None:
                yield start, end
            start = place
        end = place
    if start is not None and end is not None:
        yield start, end


def _edge(x0: float, x1: float, top: float, bottom: float) -> dict[str, Any]:
    orientation = "h" if top == bottom else "v"
    return {
        "x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0, "height": bottom - top,
        "orientation": orientation, "object_type": "line",
    }  # fmt: skip


def holds(box: Box, point: tuple[float, float]) -> bool:
    """Whether a point lies in a box."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


@dataclass(frozen=True, slots=True)
class RuledGrid:
    """One table: the left edges of its columns, the top edges of its rows, and the boxes of its cells."""

    lefts: tuple[float, ...]
    tops: tuple[float, ...]
    boxes: tuple[Box, ...]

    @property
    def box(self) -> Box:
        """The whole of it."""
        lefts, tops, rights, bottoms = zip(*self.boxes, strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)

    def position(self, point: tuple[float, float]) -> tuple[int, int]:
        """The row and the column in which a point lies."""
        return bisect_right(self.tops, point[1]) - 1, bisect_right(self.lefts, point[0]) - 1

    def places(self) -> dict[tuple[int, int], tuple[Box, bool, bool]]:
        """The cell at each place of row and column, and whether it begins in this row and in this column."""
        found = {}
        for box in self.boxes:
            for row, top in enumerate(self.tops):
                if box[1] <= top < box[3]:
                    for column, left in enumerate(self.lefts):
                        if box[0] <= left < box[2]:
                            found[row, column] = (box, top == box[1], left == box[0])
        return found


def ruled_tables(edges: Iterable[dict[str, Any]]) -> list[RuledGrid]:
    """The tables that edges rule, from top to bottom; what is open at an end, as at the end of a page, is closed."""
    raw = list(edges)
    if len(raw) > MAX_EDGES:
        raise TooManyRules
    merged = merge_edges(raw, THIN, THIN, THIN, THIN)
    whole = [edge for edge in merged if max(edge["x1"] - edge["x0"], edge["bottom"] - edge["top"]) >= SHORT]
    closed = [*whole, *_closing(whole)]
    boxes = intersections_to_cells(edges_to_intersections(closed, THIN, THIN))
    wide = [box for box in boxes if box[2] - box[0] >= NARROW and box[3] - box[1] >= NARROW]
    return [_grid(cells) for cells in cells_to_tables(wide)]


def _grid(boxes: Sequence[Box]) -> RuledGrid:
    return RuledGrid(tuple(sorted({box[0] for box in boxes})), tuple(sorted({box[1] for box in boxes})), tuple(boxes))


def _closing(edges: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The edges that are missing at an open end: a page breaks in a row, or a table has no lines on its sides."""
    upright = [edge for edge in edges if edge["orientation"] == "v"]
    level = [edge for edge in edges if edge["orientation"] == "h"]
    for end in ("top", "bottom"):
        ends = [one for one in upright if _ends_free(one, level, one["x0"], one[end], "top")]
        for y, group in _groups(ends, end):
            if len(group) > 1:
                yield _edge(min(one["x0"] for one in group), max(one["x0"] for one in group), y, y)
    for side in ("x0", "x1"):
        ends = [one for one in level if _ends_free(one, upright, one[side], one["top"], "x0")]
        for x, group in _groups(ends, side):
            if len(group) > 1:
                yield _edge(x, x, min(one["top"] for one in group), max(one["top"] for one in group))


def _ends_free(edge: Mapping[str, Any], others: Sequence[Mapping[str, Any]], x: float, y: float, key: str) -> bool:
    """Whether an edge of a table ends at a point where none crosses it; one that crosses no other is of no table."""
    near = [one for one in others if _cross(edge, one) or _cross(one, edge)]
    end = y if key == "top" else x
    return bool(near) and not any(abs(one[key] - end) <= THIN for one in near)


def _cross(upright: Mapping[str, Any], level: Mapping[str, Any]) -> bool:
    within = upright["top"] - THIN <= level["top"] <= upright["bottom"] + THIN
    return bool(within and level["x0"] - THIN <= upright["x0"] <= level["x1"] + THIN)


def _groups(edges: Sequence[Mapping[str, Any]], key: str) -> Iterator[tuple[float, list[Mapping[str, Any]]]]:
    """Edges that end at about one place."""
    group: list[Mapping[str, Any]] = []
    for edge in sorted(edges, key=lambda one: float(one[key])):
        if group and edge[key] - group[0][key] > THIN:
            yield float(group[0][key]), group
            group = []
        group.append(edge)
    if group:
        yield float(group[0][key]), group
