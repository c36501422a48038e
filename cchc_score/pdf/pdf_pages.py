"""The pages of a PDF as plain data: paragraphs, tables as people see them, and whether a page is only a picture."""

from collections.abc import Iterator, Sequence
from typing import Any

from pdfplumber.page import Page
from pdfplumber.pdf import PDF

from cchc_score.pdf.pdf_cells import OverCells, PageCells
from cchc_score.pdf.pdf_drawing import SeenPage
from cchc_score.pdf.pdf_letters import letter_of, text_lines
from cchc_score.pdf.pdf_paragraphs import paragraphs
from cchc_score.pdf.pdf_rules import dotted_edges, path_edges, ruled_tables
from cchc_score.pdf.pdf_seen import box_of, is_opaque, is_visible, seen_letters, struck_letters

MAX_LETTERS = 400_000
"""Ten times as many as a report of 40 pages has; each is kept with its place."""
PICTURE = 0.5
"""A picture over so much of a page without a table is a scan of it."""
MANY_CURVES = 100
"""Letters that are drawn as so many curves are a picture too."""


class TooManyLetters(Exception):
    """More text than any report has."""


def read_page(pdf: PDF, page: Page) -> dict[str, Any]:
    """One page as data for JSON: `lines` as [top, text], `tables` as {top, rows}, `scan`, `strange` letters."""
    seen = _turned(pdf, page)
    letters = [letter_of(char) for char in _within(seen, seen.chars)]
    if len(letters) > MAX_LETTERS:
        raise TooManyLetters
    paths = [*seen.lines, *seen.rects, *seen.curves]
    edges = [edge for path in paths for edge in path_edges(path)]
    struck, striking = struck_letters(letters, edges)
    grids = ruled_tables([*(edge for edge in edges if id(edge) not in striking), *dotted_edges(paths)])
    # Of an annotation only its place is known, so that it matters only to cells.
    notes = tuple(box_of(note) for note in seen.annots if is_visible(note)) if grids else ()
    pictures = tuple(box_of(image) for image in seen.images if is_opaque(image))
    shown = seen_letters(letters, paths, seen.images)
    cells = PageCells(grids, shown, OverCells(struck, pictures, notes))
    covered = max((_share(image, seen) for image in seen.images), default=0.0)
    empty = not any(letter.text.strip() for letter in shown.shown)
    return {
        "number": page.page_number,
        "scan": (covered > PICTURE and not grids) or (empty and (bool(seen.images) or len(seen.curves) > MANY_CURVES)),
        "strange": sum(_is_strange(letter.text) for letter in letters),
        "letters": sum(bool(letter.text.strip()) for letter in letters),
        "tables": [{"top": grid.box[1], "rows": cells.rows(number)} for number, grid in enumerate(grids)],
        "lines": paragraphs(text_lines(letter for letter in cells.outside if letter.turn == 0)),
    }


def _turned(pdf: PDF, page: Page) -> SeenPage:
    """A page turned so that most of its letters stand upright: tables are drawn sideways on pages that are not."""
    seen = SeenPage(pdf, page.page_obj, page.page_number)
    turns = [letter_of(char).turn for char in seen.chars if char["text"].strip()]
    turn = max(range(4), key=turns.count)
    if not turn:
        return seen
    rotation = (seen.rotation + 90 * turn) % 360
    # Both, for pdfplumber reads one and pdfminer the other.
    page.page_obj.attrs["Rotate"] = page.page_obj.rotate = rotation
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
