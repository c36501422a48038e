"""The XML of a Word document: parsed within limits, its elements by their short names, what does not show left out."""

from collections.abc import Collection, Iterator
from typing import Any

from cchc_score.errors import ReportError
from cchc_score.findings import Finding, Place

Element = Any
MAX_BYTES = 16 * 1024 * 1024
MAX_MARKS = 600_000
"""At most so many tags and attributes: each takes up to 240 bytes when it is parsed."""
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
"""The same names in documents that Word saves as 'Strict Open XML'."""
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RULES = ("pPr", "rPr", "tblPr", "trPr", "tcPr", "tblGrid", "sdtPr", "sectPr")
_BLOCKS = ("document", "body", "p", "tbl", "tr", "tc", "sdt")
_SIGNS = ("t", "tab", "ptab", "br", "cr", "noBreakHyphen", "sym", "fldChar")
NAMES = {
    **{_WORD + name: name for name in (*_RULES, *_BLOCKS, *_SIGNS)},
    f"{_MATH}t": "t",
    f"{_COMPATIBLE}Choice": "Choice",
    f"{_COMPATIBLE}Fallback": "Fallback",
}
"""The short name of each element that means something here."""


def parse_xml(content: bytes, name: str) -> Element:
    """The root of a part of the document; a ReportError says why it is not read."""
    from lxml import etree

    # Counted in the bytes, before a tree is built, which takes many times the room.
    if len(content) > MAX_BYTES or content.count(b"<") + content.count(b"=") > MAX_MARKS:
        raise ReportError([Finding("document-large", Place(name), {"limit": MAX_BYTES // 1024 // 1024})])
    # Comments and instructions go, because they would part the text of an element in two.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except Exception:
        # Not only syntax errors: an encoding that nobody knows, text that is no text.
        raise ReportError([Finding("archive-broken", Place(name))]) from None
    if root.getroottree().docinfo.internalDTD is not None:
        # Hidden so far by an encoding in which nobody looked for it.
        raise ReportError([Finding("archive-doctype", Place(name))])
    # Renamed once, so that nobody else has to know two names of everything.
    for element in root.iter(f"{_STRICT}*"):
        element.tag = element.tag.replace(_STRICT, _WORD)
        for key, value in element.items():
            if key.startswith(_STRICT):
                element.set(key.replace(_STRICT, _WORD), value)
    return root


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    name: str = element.tag.rpartition("}")[2]
    return name


def part(element: Element | None, *path: str) -> Element | None:
    """The element at the end of a path of first children."""
    for name in path:
        if element is None:
            break
        element = next(element.iterchildren(_WORD + name), None)
    return element


def parts(element: Element, name: str) -> Iterator[Element]:
    """The children of a name."""
    return iter(element.iterchildren(_WORD + name))


def descendants(element: Element, *names: str) -> Iterator[Element]:
    """Every element of some names anywhere in another, shown or not."""
    return iter(element.iterdescendants(*(_WORD + name for name in names)))


def ancestor(element: Element, name: str) -> Element | None:
    """The nearest element of a name that another stands in."""
    return next(element.iterancestors(_WORD + name), None)


def attribute(element: Element, name: str) -> str | None:
    """An attribute in the document's own namespace."""
    value: str | None = element.get(_WORD + name)
    return value


def setting(element: Element | None, *path: str) -> str | None:
    """The value at the end of a path of properties, as in ('pPr', 'pStyle'); None when it is not set."""
    found = part(element, *path)
    return None if found is None else attribute(found, "val")


def count_value(text: str | None, absent: int) -> int:
    """A property that is a count; what is no number counts as absent."""
    # Nine digits are more than any count, and int() of thousands is slow. Digits such as '²' are no ASCII.
    return int(text[:9]) if text is not None and text.isascii() and text.isdigit() else absent


def is_content(name: str, element: Element) -> bool:
    """Whether an element is content, and not a property or a second version of what stands before it."""
    # Word writes a text box twice, for itself and for older programs; without its siblings the second is the only one.
    return name not in _RULES and (name not in ("Choice", "Fallback") or element.getprevious() is None)


def outermost(element: Element, wanted: Collection[str]) -> Iterator[tuple[str, Element]]:
    """The outermost elements of some names inside one, in whatever wrappers they stand."""
    from lxml import etree

    walk = etree.iterwalk(element, events=("start",))
    for _, found in walk:
        name = NAMES.get(found.tag, "")
        if not is_content(name, found):
            walk.skip_subtree()
        elif name in wanted and found is not element:
            yield name, found
            walk.skip_subtree()
