"""A page as it was before it lay on the scanner: its background white, its lines level."""

import cv2
import numpy as np

from cchc_score.scans.page_pictures import Picture
from cchc_score.scans.scan_limits import DPI

MOST_SKEW = 5.0
"""So many degrees a page may lie askew; one that lies on its side is turned before."""
LEAST_SKEW = 0.05
_VOTED = 15
_PAPER = 51
"""A square of so many dots is larger than any stroke: the paper shines through in it."""
_FAINT = 30
"""So much darker than the paper a stroke is at least."""


def flattened(page: Picture) -> Picture:
    """A page on white paper: grey, shaded or yellowed paper is taken out of it."""
    small = cv2.resize(page, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((9, 9), np.uint8)), 21)
    paper = np.maximum(cv2.resize(paper, (page.shape[1], page.shape[0])), 1)
    return np.asarray(cv2.divide(page, paper, scale=255), np.uint8)


def ink_of(page: Picture) -> Picture:
    """Where strokes are on a flattened page: 255, else 0."""
    smooth = cv2.GaussianBlur(page, (3, 3), 0)
    kind, way = cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV
    return np.asarray(cv2.adaptiveThreshold(smooth, 255, kind, way, _PAPER, _FAINT), np.uint8)


def skew_of(ink: Picture) -> float:
    """By how many degrees the lines of a page fall to the right; 0 where it has none."""
    # Only strokes that go on a while, and coarsely: each dot votes for every angle.
    long = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, DPI // 5), np.uint8))
    coarse = cv2.resize(long, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    most, least = np.radians(90 + MOST_SKEW), np.radians(90 - MOST_SKEW)
    votes = max(50, coarse.shape[1] // 6)
    found = cv2.HoughLines((coarse > 0).astype(np.uint8), 1, np.pi / 3600, votes, None, 0, 0, least, most)
    # Those with most votes come first.
    return 0.0 if found is None else float(np.degrees(np.median(found[:_VOTED, 0, 1]))) - 90


def straightened(page: Picture) -> tuple[Picture, float]:
    """A flattened page with level lines, and by how many degrees it was turned."""
    skew = skew_of(ink_of(page))
    if abs(skew) < LEAST_SKEW:
        return page, 0.0
    height, width = page.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), skew, 1.0)
    level = cv2.warpAffine(page, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255,))
    return np.asarray(level, np.uint8), skew
