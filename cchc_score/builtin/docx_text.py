"""The text of a Word document as its reader sees it, with every tracked change accepted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cchc_score.builtin.docx_xml import NAMES, Element, attribute, has, shows

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


@dataclass(slots=True)
class _Paragraph:
    """The text of one paragraph as it grows; what stands in the instruction of a field is held back."""

    pieces: list[str]
    held: list[str] = field(default_factory=list)
    fields: list[bool] = field(default_factory=list)

    def add(self, text: str) -> None:
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
        return "".join(self.pieces + self.held)


def text(roots: Iterable[Element], numbers: Mapping[Element, str]) -> str:
    """The text of some elements: their paragraphs one below the other, those of a text box after its own.

    `numbers` are the automatic numbers of the paragraphs that have one.
    """
    from lxml import etree

    tags = list(NAMES)
    found: list[_Paragraph] = []
    open_: list[_Paragraph] = []
    joined: tuple[Element, _Paragraph] | None = None
    for root in roots:
        walk = etree.iterwalk(root, events=("start", "end"), tag=tags)
        for event, element in walk:
            name = NAMES[element.tag]
            if event == "end":
                if name == "p":
                    paragraph = open_.pop()
                    joined = (element.getparent(), paragraph) if unmarked(element) else None
            elif not shows(name, element):
                walk.skip_subtree()
            elif name == "p":
                if joined is not None and joined[0] is element.getparent():
                    open_.append(joined[1])
                else:
                    open_.append(_Paragraph([numbers.get(element, "")]))
                    found.append(open_[-1])
            elif open_:
                _add(open_[-1], name, element)
    return "\n".join(paragraph.text() for paragraph in found)


def unmarked(paragraph: Element) -> bool:
    """Whether the end of a paragraph is deleted, so that the next one goes on in it."""
    properties = ("pPr", "rPr")
    return has(paragraph, *properties, "del") or has(paragraph, *properties, "moveFrom")


def _add(paragraph: _Paragraph, name: str, element: Element) -> None:
    if name == "t":
        paragraph.add(_plain(element))
    elif name == "fldChar":
        paragraph.turn(attribute(element, "fldCharType"))
    elif name == "sym":
        paragraph.add(_symbol(attribute(element, "char") or ""))
    elif name in _SIGNS:
        paragraph.add(_SIGNS[name])


def _plain(element: Element) -> str:
    shown: str = "".join(element.itertext()) if len(element) else element.text or ""
    if element.get(_SPACE) != "preserve":
        # So does Word: spaces at the edges of a run are shown only when they are asked for.
        shown = shown.strip(" \t\n")
    return shown.replace("\n", " ").replace("\u00ad", "")


def _symbol(code: str) -> str:
    """A character of a symbol font as it is stored: odd, but never mistaken for an empty cell."""
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\ufffd"
    return sign if sign.isprintable() or 0xE000 <= ord(sign) <= 0xF8FF else "\ufffd"
