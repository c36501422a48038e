"""The XML of a Word document: parsed within limits, its elements by their short names, what does not show left out."""

from collections.abc import Collection, Iterator
from typing import Any

from cchc_score.errors import ReportError
from cchc_score.findings import Finding, Place

MAX_BYTES = 16 * 1024 * 1024
MAX_MARKS = 1_000_000
"""At most so many tags and attributes: each takes up to 240 bytes when it is parsed."""
Element = Any
_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_CHOICE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_APART = frozenset({"pPr", "rPr", "tblPr", "trPr", "tcPr", "tblGrid", "sdtPr", "sectPr", "del", "moveFrom"})
_REVISED = ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel")
_BLOCKS = ("document", "body", "p", "r", "tbl", "tr", "tc")
_SIGNS = ("t", "tab", "ptab", "br", "cr", "noBreakHyphen", "sym", "fldChar")
NAMES = {
    **{f"{{{space}}}{name}": name for space in _WORD for name in (*_APART, *_BLOCKS, *_SIGNS)},
    f"{{{_MATH}}}t": "t",
    f"{{{_CHOICE}}}Choice": "Choice",
    f"{{{_CHOICE}}}Fallback": "Fallback",
}
"""The short name of each element that means something here, in both namespaces that Word writes."""


def parsed(content: bytes, name: str) -> Element:
    """The root of a part of the document; a ReportError says why it is not read."""
    from lxml import etree

    if len(content) > MAX_BYTES or content.count(b"<") + content.count(b"=") > MAX_MARKS:
        raise ReportError([Finding("document-large", Place(name), {"limit": MAX_BYTES // 1024 // 1024})])
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except Exception:
        # Not only syntax errors: an encoding that nobody knows, text that is no text.
        raise ReportError([Finding("archive-broken", Place(name))]) from None
    if root.getroottree().docinfo.internalDTD is not None:
        # Hidden so far by an encoding in which nobody looked for it.
        raise ReportError([Finding("archive-doctype", Place(name))])
    return root


def part(element: Element, name: str) -> Element | None:
    """The first child of a name."""
    return next((found for space in _WORD for found in element.iterchildren(f"{{{space}}}{name}")), None)


def attribute(element: Element, name: str) -> str | None:
    """An attribute in the document's own namespace."""
    return next((value for space in _WORD if (value := element.get(f"{{{space}}}{name}")) is not None), None)


def setting(element: Element | None, *names: str) -> str | None:
    """The value at the end of a path of properties, as in ('pPr', 'pStyle'); None when it is not set."""
    for name in names:
        element = None if element is None else part(element, name)
    return None if element is None else attribute(element, "val")


def whole(text: str | None, absent: int) -> int:
    """A property that is a count; what is no number counts as absent."""
    digits = text is not None and text.isascii() and text.isdigit()
    return int(text[:9]) if text is not None and digits else absent


def has(element: Element, *names: str) -> bool:
    """Whether a path of properties is there at all, whatever its value."""
    for name in names:
        element = None if element is None else part(element, name)
    return element is not None


def shows(name: str, element: Element) -> bool:
    """Whether an element is content, once every change is accepted, and not a property or a second version of it."""
    if name in _APART:
        return False
    if name in ("Choice", "Fallback"):
        return element.getprevious() is None
    gone = {"tr": ("trPr", "del"), "tc": ("tcPr", "cellDel")}.get(name)
    return gone is None or not has(element, *gone)


def inside(element: Element, wanted: Collection[str]) -> Iterator[tuple[str, Element]]:
    """The outermost elements of some names inside one, in whatever wrappers they stand."""
    from lxml import etree

    walk = etree.iterwalk(element, events=("start",), tag=list(NAMES))
    for _, found in walk:
        name = NAMES[found.tag]
        if not shows(name, found):
            walk.skip_subtree()
        elif name in wanted and found is not element:
            yield name, found
            walk.skip_subtree()


def revised(root: Element) -> bool:
    """Whether changes are tracked in the document that nobody has accepted or rejected yet."""
    tags = [f"{{{space}}}{name}" for space in _WORD for name in _REVISED]
    return next(root.iter(*tags), None) is not None
