"""A Word document: its paragraphs and its tables, with every tracked change accepted."""

from cchc_score.archives import main_part, related, unpacked
from cchc_score.builtin.docx_changes import accept
from cchc_score.builtin.docx_numbers import numbered
from cchc_score.builtin.docx_tables import Listing
from cchc_score.builtin.docx_text import text
from cchc_score.builtin.docx_xml import NAMES, Element, inside, parsed, part, within
from cchc_score.documents import Tables
from cchc_score.errors import ReportError
from cchc_score.findings import Finding, Place

_MAIN = "word/document.xml"
_NUMBERING = "word/numbering.xml"
_STYLES = "word/styles.xml"


def document(data: bytes, name: str) -> Tables:
    """The paragraphs and the tables of a Word document.

    A paragraph's number is its place in the document, where a table takes one place too.
    """
    root, numbering, styles = _parts(data, name)
    body = None if root is None or NAMES.get(root.tag) != "document" else part(root, "body")
    if body is None:
        raise ReportError([Finding("archive-kind", Place(name))])
    changed = [Finding("revisions", Place(name))] if accept(root) else []
    numbers, unsure = numbered(body, numbering, styles)
    listing = Listing(name, numbers, unsure)
    lines = _lines(body, listing)
    return Tables(tuple(listing.tables), lines, (*changed, *listing.findings))


def _parts(data: bytes, name: str) -> list[Element | None]:
    members = unpacked(data, name, _MAIN)
    main = main_part(members, name, _MAIN)
    others = related(members, name, main)
    paths = (main, others.get("numbering", _NUMBERING), others.get("styles", _STYLES))
    wanted = [members.get(one) for one in paths]
    # Pictures may be large, and are not needed any more.
    members.clear()
    return [None if content is None else parsed(content, name) for content in wanted]


def _lines(body: Element, listing: Listing) -> tuple[tuple[int, str], ...]:
    lines: list[tuple[int, str]] = []
    for number, (kind, element) in enumerate(inside(body, ("p", "tbl")), 1):
        last = lines[-1][0] if lines else 0
        if kind == "tbl":
            listing.add(element, last)
            continue
        lines.append((number, text(element, {})))
        if next(within(element, "tbl"), None) is not None:
            # A table in a text box.
            for _, table in inside(element, ("tbl",)):
                listing.add(table, number, 1)
    return tuple(lines)
