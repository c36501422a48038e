"""The letters of a page by the marked content in which they stand, which a tag of the document names by a number."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.psparser import literal_name
from pdfminer.utils import decode_text

_ARTIFACT = "Artifact"
_UNSEEN = "\u200b"
_STROKES = str.maketrans("ĐđÐ", "DdD")
"""Letters with a stroke have no letter of their own below it; the capital ones of two languages are one glyph."""


@dataclass(slots=True)
class _Marked:
    """Marked content that is open: whose letters it holds (None: of no tag), and which text is said to stand for them.

    `own` are the letters of its glyphs, kept only where there is such a text.
    """

    mcid: int | None
    said: str | None
    own: list[str] = field(default_factory=list)


class _Letters(PDFTextDevice):
    """Takes letters as they are drawn; content marked within other content belongs to the tag of the outer one too."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.open: list[_Marked] = []
        self.texts: dict[int | None, list[str]] = {}

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        """Open marked content; what has no number of its own keeps that of the content around it."""
        told: Mapping[str, Any] = props if isinstance(props, dict) else {}
        around = self.open[-1].mcid if self.open else None
        number, said = told.get("MCID", around), told.get("ActualText")
        known = isinstance(number, int) and literal_name(tag) != _ARTIFACT
        self.open.append(_Marked(number if known else None, decode_text(said) if isinstance(said, bytes) else None))

    def end_tag(self) -> None:
        """Close marked content, and write the text that was said of its glyphs if they can be that."""
        if self.open:
            closed = self.open.pop()
            if closed.said is not None:
                self.write(closed.said if can_be(closed.said, closed.own) else "".join(closed.own), closed.mcid)

    def render_char(
        self, matrix: Any, font: Any, fontsize: float, scaling: float, rise: float, cid: int, *_: Any
    ) -> float:
        """Take a glyph as the letters that its font says, as pdfplumber does; its width."""
        try:
            self.write(font.to_unichr(cid), self.open[-1].mcid if self.open else None)
        except PDFUnicodeNotDefined:
            self.write(f"(cid:{cid})", self.open[-1].mcid if self.open else None)
        return float(font.char_width(cid) * fontsize * scaling)

    def write(self, text: str, mcid: int | None) -> None:
        """Put a text where it belongs: to the glyphs of the content for which a text is said, or to the tag."""
        replaced = next((marked for marked in reversed(self.open) if marked.said is not None), None)
        (replaced.own if replaced else self.texts.setdefault(mcid, [])).append(text)


def can_be(said: str, own: Sequence[str]) -> bool:
    """Whether glyphs of some letters can be the text that is said of them: other marks, but no other letters.

    A mark drawn by a glyph of its own bears in the font the letter with which it was first seen, which does not count.
    """
    bases = [own[0], *(one for one in own[1:] if not _has_mark(one))] if own else []
    return _letters(said) in (_letters("".join(own)), _letters("".join(bases)))


def _has_mark(text: str) -> bool:
    return any(map(unicodedata.combining, unicodedata.normalize("NFD", text)))


def _letters(text: str) -> str:
    """A text without marks, spaces and what cannot be seen."""
    apart = unicodedata.normalize("NFD", text.replace(_UNSEEN, "").translate(_STROKES))
    return "".join(letter for letter in apart if not unicodedata.combining(letter) and not letter.isspace())


def marked_texts(page: PDFPage, resources: PDFResourceManager) -> dict[int | None, str]:
    """The text of each marked content of a page by its number; under None what no tag names, as numbers of pages."""
    device = _Letters(resources)
    PDFPageInterpreter(resources, device).process_page(page)
    return {mcid: "".join(texts) for mcid, texts in device.texts.items()}
