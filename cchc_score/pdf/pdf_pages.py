"""The pages of a PDF as plain data: lines of text, tables as people see them, and whether a page is only a picture."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfplumber.page import Page, PDFPageAggregatorWithMarkedContent
from pdfplumber.pdf import PDF

from cchc_score.pdf.pdf_letters import Letter, brightness, letter_of, small_digits, text_lines, text_of
from cchc_score.pdf.pdf_paragraphs import paragraphs
from cchc_score.pdf.pdf_rules import WHITE, Box, Grid, dotted_edges, path_edges, ruled_tables

MAX_LETTERS = 400_000
"""Ten times as many as a report of 40 pages has; each is kept with its place."""
PICTURE = 0.5
"""A picture over so much of a page without a table is a scan of it."""
OVERFLOW = 0.25
"""So much of a letter may stand beyond the line of its cell: the boxes of letters are larger than what is printed."""
LEAST_SIZE = 3.0
_HIDDEN_MODES = (3, 7)
_VISIBLE_NOTES = ("Widget", "FreeText", "Stamp", "StrikeOut", "Redact", "FileAttachment")


class TooManyLetters(Exception):
    """More text than any report has."""


class _Drawing(PDFPageAggregatorWithMarkedContent):
    """What a page draws, numbered in order; text that is drawn without ink, as behind a scan, is left out."""

    drawn = 0
    unseen = 0

    def tag_cur_item(self) -> None:
        # In place of the number of a marked content, which is of no use here.
        if self.cur_item._objs:
            self.drawn += 1
            self.cur_item._objs[-1].mcid = self.drawn  # type: ignore[attr-defined]

    def render_string(self, textstate: Any, *args: Any) -> None:
        before = len(self.cur_item._objs)
        super().render_string(textstate, *args)
        if textstate.render in _HIDDEN_MODES:
            self.unseen += len(self.cur_item._objs) - before
            # Drawn all the same, because it moves what is drawn after it.
            del self.cur_item._objs[before:]


class SeenPage(Page):
    """A page by what people see on it."""

    @property
    def layout(self) -> Any:
        """Everything that is drawn."""
        if not hasattr(self, "_layout"):
            device = _Drawing(self.pdf.rsrcmgr, pageno=self.page_number, laparams=None)
            PDFPageInterpreter(self.pdf.rsrcmgr, device).process_page(self.page_obj)
            self._layout = device.get_result()
        return self._layout


def read_page(pdf: PDF, page: Page) -> dict[str, Any]:
    """One page as data for JSON: `lines` as [top, text], `tables` as {top, rows}, `scan`, `strange` letters."""
    seen = _turned(pdf, page)
    letters = [letter_of(char) for char in _within(seen, seen.chars)]
    if len(letters) > MAX_LETTERS:
        raise TooManyLetters
    paths = [*seen.lines, *seen.rects, *seen.curves]
    edges = [edge for path in paths for edge in path_edges(path)]
    struck, striking = _struck(letters, edges)
    grids = ruled_tables([*(edge for edge in edges if id(edge) not in striking), *dotted_edges(paths)])
    look = _Look(seen, letters, paths, grids, struck)
    picture = max((_share(image, seen) for image in seen.images), default=0.0)
    empty = not any(letter.text.strip() for letter in look.shown)
    drawn = bool(seen.images) or len(seen.curves) > 100
    return {
        "number": page.page_number,
        "scan": (picture > PICTURE and not grids) or (empty and drawn),
        "strange": sum(_is_strange(letter.text) for letter in letters),
        "letters": sum(bool(letter.text.strip()) for letter in letters),
        "tables": [{"top": grid.box[1], "rows": look.rows(grid)} for grid in grids],
        "lines": look.paragraphs_outside(),
    }


def _turned(pdf: PDF, page: Page) -> SeenPage:
    """A page turned so that most of its letters stand upright: tables are drawn sideways on pages that are not."""
    seen = SeenPage(pdf, page.page_obj, page.page_number)
    turns = [letter_of(char).turn for char in seen.chars if char["text"].strip()]
    turn = max(range(4), key=turns.count)
    if not turn:
        return seen
    attrs = page.page_obj.attrs
    rotation = (seen.rotation + 90 * turn) % 360
    # Both, for pdfplumber reads one and pdfminer the other.
    attrs["Rotate"] = page.page_obj.rotate = rotation
    return SeenPage(pdf, page.page_obj, page.page_number)


def _within(page: Page, chars: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """What is not drawn beside the page."""
    left, top, right, bottom = page.cropbox
    for char in chars:
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        if left <= x <= right and top <= y <= bottom:
            yield char


def _share(image: dict[str, Any], page: Page) -> float:
    """How much of the page a picture covers."""
    width = min(image["x1"], page.width) - max(image["x0"], 0)
    height = min(image["bottom"], page.height) - max(image["top"], 0)
    return float(max(width, 0) * max(height, 0) / (page.width * page.height or 1))


def _is_strange(text: str) -> bool:
    """Whether a letter has no meaning: its font does not say which one it is."""
    return text.startswith("(cid:") or any(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" for char in text)


@dataclass(slots=True)
class _Look:
    """A page while its cells are looked at; `shown` are the letters that people see, by where they stand.

    `struck` are the identities of letters with a line through them.
    """

    page: Page
    letters: list[Letter]
    paths: list[dict[str, Any]]
    grids: list[Grid]
    struck: frozenset[int]
    shown: list[Letter] = field(default_factory=list)
    hidden: list[Letter] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    notes: list[Box] = field(default_factory=list)
    outside: list[Letter] = field(default_factory=list)
    inside: dict[tuple[int, Box], list[Letter]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        areas = [path for path in self.paths if path["object_type"] == "rect" and path.get("fill") and _is_area(path)]
        covers = [
            (int(path.get("mcid") or 0), _box(path), brightness(path.get("non_stroking_color"))) for path in areas
        ]
        pictures = [(int(image.get("mcid") or 0), _box(image)) for image in self.page.images if _is_opaque(image)]
        self.pictures = [box for _, box in pictures]
        self.notes = [_box(note) for note in self.page.annots if _is_visible(note)] if self.grids else []
        for letter in self.letters:
            over = [box for order, box, _ in covers if order > letter.order and _holds(box, letter.middle)]
            over += [box for order, box in pictures if order > letter.order and _holds(box, letter.middle)]
            behind = [light for order, box, light in covers if order < letter.order and _holds(box, letter.middle)]
            behind += [0.0 for order, box in pictures if order < letter.order and _holds(box, letter.middle)]
            on_white = not behind or behind[-1] >= WHITE
            gone = over or letter.size < LEAST_SIZE or (letter.light >= WHITE and on_white)
            (self.hidden if gone else self.shown).append(letter)
        for letter in self.shown:
            at = self._at(letter.middle)
            if at is None:
                self.outside.append(letter)
            else:
                self.inside.setdefault(at, []).append(letter)

    def _at(self, point: tuple[float, float]) -> tuple[int, Box] | None:
        """The cell in which a point lies, with the number of its table."""
        for number, grid in enumerate(self.grids):
            if _holds(grid.box, point):
                for box in grid.boxes:
                    if _holds(box, point):
                        return number, box
        return None

    def rows(self, grid: Grid) -> list[list[Any]]:
        """The rows of a table: a cell is [text, fault], [text] of the merged cell above that goes on, or null."""
        number = self.grids.index(grid)
        cells = {box: self._cell(number, box) for box in grid.boxes}
        self._spread(number, grid, cells)
        places = grid.places()
        found: list[list[Any]] = []
        for row in range(len(grid.tops)):
            line: list[Any] = []
            for column in range(len(grid.lefts)):
                box, first_row, first_column = places.get((row, column), (None, False, False))
                if box is None or not first_column:
                    line.append(None)
                else:
                    text, fault = cells[box]
                    line.append([text, fault] if first_row else [text])
            found.append(line)
        return found

    def _cell(self, number: int, box: Box) -> list[str]:
        """The text of a cell, and why nobody can tell its figure: 'marked', 'picture', 'covered', 'cut' or ''."""
        letters = self.inside.get((number, box), [])
        text, lines = text_of(letters)
        if any(letter.text.strip() and _holds(box, letter.middle) for letter in self.hidden):
            return [text, "marked"]
        if any(id(letter) in self.struck for letter in letters) or small_digits(lines) or any(x.odd for x in lines):
            return [text, "marked"]
        if any(_holds(box, _centre(picture)) for picture in self.pictures):
            return [text, "picture"]
        if any(_overlap(box, note) for note in self.notes):
            return [text, "covered"]
        return [text, "cut" if any(_leaves(letter, box) for letter in letters) else ""]

    def _spread(self, number: int, grid: Grid, cells: dict[Box, list[str]]) -> None:
        """Mark the cells into which a neighbour's text runs: a long figure is cut by the line between two cells."""
        for box in grid.boxes:
            own = self.inside.get((number, box), [])
            if not own:
                continue
            last = [letter for letter in own if letter.text.strip() and letter.x1 > box[2] - 0.15 * letter.size]
            for letter in last:
                point = (box[2] + 0.15 * letter.size, letter.middle[1])
                at = self._at(point)
                beside = self.inside.get(at, []) if at is not None else []
                runs = any(
                    one.text.strip() and abs(one.middle[1] - point[1]) < 1 and one.x0 - letter.x1 < 0.15 * letter.size
                    for one in beside
                )
                if runs and at is not None:
                    cells[box][1] = cells[box][1] or "cut"
                    cells[at[1]][1] = cells[at[1]][1] or "cut"
            for letter in own:
                if _leaves(letter, box):
                    for corner in ((letter.x0, letter.middle[1]), (letter.x1, letter.middle[1])):
                        at = self._at(corner)
                        if at is not None and at[0] == number and at[1] != box:
                            cells[at[1]][1] = cells[at[1]][1] or "cut"

    def paragraphs_outside(self) -> list[tuple[float, str]]:
        """The paragraphs beside the tables."""
        return paragraphs(text_lines(letter for letter in self.outside if letter.turn == 0))


def _is_area(path: dict[str, Any]) -> bool:
    return bool(path["bottom"] - path["top"] > 3 and path["x1"] - path["x0"] > 3)


def _box(item: dict[str, Any]) -> Box:
    return float(item["x0"]), float(item["top"]), float(item["x1"]), float(item["bottom"])


def _centre(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _holds(box: Box, point: tuple[float, float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _overlap(box: Box, other: Box) -> bool:
    """Whether two boxes share more than an edge."""
    return min(box[2], other[2]) - max(box[0], other[0]) > 2 and min(box[3], other[3]) - max(box[1], other[1]) > 2


def _is_opaque(image: dict[str, Any]) -> bool:
    """Whether a picture hides what is below it, and is more than a dot."""
    stream = image.get("stream")
    attrs = getattr(stream, "attrs", {})
    see_through = "SMask" in attrs or "Mask" in attrs or image.get("imagemask")
    return not see_through and image["x1"] - image["x0"] > 3 and image["bottom"] - image["top"] > 3


def _is_visible(note: dict[str, Any]) -> bool:
    """Whether an annotation may show text or strike some out: a field that somebody filled in, a remark, a stamp."""
    kind = str(getattr(note["data"].get("Subtype"), "name", ""))
    return kind in _VISIBLE_NOTES and (kind != "Widget" or bool(note["data"].get("V")) or "AP" in note["data"])


def _struck(letters: Sequence[Letter], edges: Sequence[dict[str, Any]]) -> tuple[frozenset[int], frozenset[int]]:
    """The identities of letters with a line through their middle, and of those lines, which rule no table."""
    upright = sorted((one for one in letters if one.text.strip() and not one.turn), key=lambda one: one.middle[1])
    middles = [letter.middle[1] for letter in upright]
    most = max((letter.bottom - letter.top for letter in upright), default=0.0)
    struck, striking = set(), set()
    for edge in edges:
        if edge["orientation"] == "h":
            y = edge["top"]
            near = upright[bisect_left(middles, y - most / 5) : bisect_right(middles, y + most / 5)]
            for letter in near:
                x, height = letter.middle[0], letter.bottom - letter.top
                if edge["x0"] <= x <= edge["x1"] and abs(letter.middle[1] - y) < height / 5:
                    struck.add(id(letter))
                    striking.add(id(edge))
    return frozenset(struck), frozenset(striking)


def _leaves(letter: Letter, box: Box) -> bool:
    """Whether a letter stands beyond the lines of its cell."""
    if not letter.text.strip():
        return False
    wide, high = OVERFLOW * (letter.x1 - letter.x0), OVERFLOW * (letter.bottom - letter.top)
    return (
        letter.x0 < box[0] - wide
        or letter.x1 > box[2] + wide
        or letter.top < box[1] - high
        or letter.bottom > box[3] + high
    )
