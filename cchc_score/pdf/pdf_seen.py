"""Which letters of a page people see: not what is white on white, painted over, clipped away, or too small to read."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cchc_score.pdf.pdf_letters import Letter, brightness
from cchc_score.pdf.pdf_rules import THIN, WHITE, Box, holds

LEAST_SIZE = 3.0
STRUCK = (0.1, 0.55)
"""A line goes through a letter where it lies so many times its size above the line on which it stands."""
_VISIBLE_NOTES = ("Widget", "FreeText", "Stamp", "StrikeOut", "Redact", "FileAttachment")


@dataclass(frozen=True, slots=True)
class SeenLetters:
    """The letters that people see, those that stand on the page unseen, and those that are clipped away."""

    shown: tuple[Letter, ...]
    hidden: tuple[Letter, ...]
    clipped: tuple[Letter, ...]


@dataclass(frozen=True, slots=True)
class _Cover:
    """An area that hides what was drawn before it, and lies behind what comes after; how bright it is."""

    order: int
    box: Box
    light: float


def seen_letters(
    letters: Sequence[Letter], paths: Sequence[dict[str, Any]], images: Sequence[dict[str, Any]]
) -> SeenLetters:
    """The letters of a page by whether people see them."""
    areas = [path for path in paths if path["object_type"] == "rect" and path.get("fill") and _is_area(path)]
    covers = [_Cover(_order(path), box_of(path), brightness(path.get("non_stroking_color"))) for path in areas]
    covers += [_Cover(_order(image), box_of(image), 0.0) for image in images if is_opaque(image)]
    covers.sort(key=lambda cover: cover.order)
    found: tuple[list[Letter], list[Letter], list[Letter]] = ([], [], [])
    for letter in letters:
        found[2 if letter.clipped else 1 if _is_hidden(letter, covers) else 0].append(letter)
    return SeenLetters(*map(tuple, found))


def _is_hidden(letter: Letter, covers: Sequence[_Cover]) -> bool:
    around = [cover for cover in covers if holds(cover.box, letter.middle)]
    if letter.size < LEAST_SIZE or any(cover.order > letter.order for cover in around):
        return True
    # The paper is white, and so may be what lies on it.
    behind = around[-1].light if around else 1.0
    return letter.light >= WHITE and behind >= WHITE


def is_opaque(image: dict[str, Any]) -> bool:
    """Whether a picture hides what is below it, and is more than a dot."""
    attrs = getattr(image.get("stream"), "attrs", {})
    see_through = "SMask" in attrs or "Mask" in attrs or image.get("imagemask")
    return not see_through and _is_area(image)


def is_visible(note: dict[str, Any]) -> bool:
    """Whether an annotation may show text or strike some out: a field that somebody filled in, a remark, a stamp."""
    kind = str(getattr(note["data"].get("Subtype"), "name", ""))
    return kind in _VISIBLE_NOTES and (kind != "Widget" or bool(note["data"].get("V")) or "AP" in note["data"])


def struck_letters(letters: Sequence[Letter], edges: Sequence[dict[str, Any]]) -> tuple[frozenset[int], frozenset[int]]:
    """The identities of letters with a line through their middle, and of those lines, which rule no table."""
    upright = sorted((one for one in letters if one.text.strip() and not one.turn), key=lambda one: one.base)
    bases = [letter.base for letter in upright]
    most = max((letter.size for letter in upright), default=0.0)
    struck, striking = set(), set()
    for edge in edges:
        if edge["orientation"] == "h":
            y = edge["top"]
            for letter in upright[bisect_left(bases, y) : bisect_right(bases, y + STRUCK[1] * most)]:
                through = STRUCK[0] * letter.size <= letter.base - y <= STRUCK[1] * letter.size
                if through and edge["x0"] <= letter.middle[0] <= edge["x1"]:
                    struck.add(id(letter))
                    striking.add(id(edge))
    return frozenset(struck), frozenset(striking)


def box_of(item: dict[str, Any]) -> Box:
    """The box of anything on a page."""
    return float(item["x0"]), float(item["top"]), float(item["x1"]), float(item["bottom"])


def _is_area(item: dict[str, Any]) -> bool:
    return bool(item["bottom"] - item["top"] > THIN and item["x1"] - item["x0"] > THIN)


def _order(item: dict[str, Any]) -> int:
    """When something is drawn, counted from the first thing of the page."""
    return int(item.get("mcid") or 0)
