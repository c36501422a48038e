"""The tags of a PDF as a tree; what each names stands on the page that it says, also where others are around it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import PSLiteral, literal_name

from cchc_score.pdf.pdf_child import PdfRefused

_MAX_DEPTH = 100

Marked = tuple[int, int]
"""Marked content: the object that is its page, and its number there."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: its kind, as "TD", and what it holds in the order of reading: marked content and other tags."""

    kind: str
    holds: tuple["Marked | Tag", ...]


def tags_of(document: PDFDocument) -> tuple[Marked | Tag, ...]:
    """What the root of the tags holds, nothing without one; PdfRefused where tags name each other in circles."""
    root = resolve1(document.catalog.get("StructTreeRoot"))
    return tuple(_held(root, None, 0)) if isinstance(root, dict) else ()


def _held(element: dict[str, Any], page: int | None, depth: int) -> Iterator[Marked | Tag]:
    if depth > _MAX_DEPTH:
        raise PdfRefused("pdf-broken")
    kids = resolve1(element.get("K"))
    for kid in kids if isinstance(kids, list) else [kids]:
        one = resolve1(kid)
        if isinstance(one, int) and page is not None:
            yield page, one
        elif isinstance(one, dict):
            own = _page(one, page)
            if isinstance(one.get("S"), PSLiteral):
                yield Tag(str(literal_name(one["S"])), tuple(_held(one, own, depth + 1)))
            elif own is not None and isinstance(one.get("MCID"), int):
                yield own, one["MCID"]


def _page(element: dict[str, Any], around: int | None) -> int | None:
    """The page that an element names, or else that of the one around it."""
    page = element.get("Pg")
    return page.objid if isinstance(page, PDFObjRef) else around
