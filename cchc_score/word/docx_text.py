"""The text of a Word document as its reader sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cchc_score.symbol_fonts import in_symbols
from cchc_score.word.docx_fields import chosen, is_prompt, shown_symbol, symbol_font
from cchc_score.word.docx_xml import NAMES, Element, attribute, is_content

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


@dataclass(slots=True)
class _Paragraph:
    """The text of one paragraph as it grows; what stands in the instruction of a field is held back."""

    number: str
    pieces: list[str] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    fields: list[bool] = field(default_factory=list)

    def add(self, text: str) -> None:
        # Fields stand in each other's instructions, so that each open one has to be remembered.
        (self.held if any(self.fields) else self.pieces).append(text)

    def turn(self, kind: str | None) -> None:
        """A mark of a field: its instruction begins, its result begins, it ends."""
        if kind == "begin":
            self.fields.append(True)
        elif kind == "separate" and self.fields:
            self.fields[-1] = False
        elif kind == "end" and self.fields:
            self.fields.pop()
        if not any(self.fields):
            self.held.clear()

    def text(self) -> str:
        # An instruction that never ends is a broken field: better too much text than a cell that looks empty.
        shown = "".join(self.pieces + self.held)
        return self.number + shown if shown else self.number.rstrip()


def element_text(root: Element, numbers: Mapping[Element, str]) -> str:
    """The text of an element: its paragraphs one below the other, those of a text box after the one that holds it.

    `numbers` are the automatic numbers of the paragraphs that have one.
    """
    from lxml import etree

    if next(iter(root), None) is None:
        # Empty paragraphs by the hundred thousand are no reason to walk through each.
        return ""
    found: list[_Paragraph] = []
    open_: list[_Paragraph] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = NAMES.get(element.tag, "")
        if event == "end":
            if name == "p":
                open_.pop()
        elif not is_content(name, element) or (name == "sdt" and is_prompt(element)):
            walk.skip_subtree()
        elif name == "p":
            # A text box stands inside a paragraph and has paragraphs itself: the outer one goes on after it.
            open_.append(_Paragraph(numbers.get(element, "")))
            found.append(open_[-1])
        elif open_:
            _add(open_[-1], name, element)
    return "\n".join(paragraph.text() for paragraph in found)


def _add(paragraph: _Paragraph, name: str, element: Element) -> None:
    if name == "t":
        font, text = symbol_font(element.getparent()), _plain(element)
        paragraph.add(in_symbols(font, text) if font else text)
    elif name == "fldChar":
        # Before the field begins: what was ticked or chosen stands in no result.
        paragraph.add(chosen(element))
        paragraph.turn(attribute(element, "fldCharType"))
    elif name == "sym":
        paragraph.add(shown_symbol(attribute(element, "font") or "", attribute(element, "char") or ""))
    elif name in _SIGNS:
        paragraph.add(_SIGNS[name])


def _plain(element: Element) -> str:
    shown: str = "".join(element.itertext()) if len(element) else element.text or ""
    if element.get(_SPACE) != "preserve":
        # So does Word: spaces at the edges of a run are shown only when they are asked for.
        shown = shown.strip(" \t\n")
    # Line ends in the XML are spaces to Word. A soft hyphen does not show unless a line breaks there.
    return shown.replace("\n", " ").replace("\u00ad", "")
