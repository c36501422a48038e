"""Reads .docx and .docm: a report's paragraphs and its tables, with every tracked change accepted."""

from cchc_score.archives import unpacked
from cchc_score.builtin.docx_numbers import numbered
from cchc_score.builtin.docx_tables import Listing
from cchc_score.builtin.docx_text import text, unmarked
from cchc_score.builtin.docx_xml import NAMES, Element, inside, parsed, part, revised
from cchc_score.documents import Reader, Tables
from cchc_score.errors import ReportError
from cchc_score.findings import Finding, Place
from cchc_score.hookspecs import hookimpl

_MAIN = "word/document.xml"
_NUMBERING = "word/numbering.xml"
_STYLES = "word/styles.xml"


def read(data: bytes, name: str) -> Tables:
    """The paragraphs and the tables of a Word document.

    A paragraph's number is its place in the document, where a table takes one place too.
    """
    try:
        import lxml.etree  # noqa: F401
    except ImportError:
        raise ReportError([Finding("reader-absent", Place(name), {"extra": "word"})]) from None
    root, numbering, styles = _parts(data, name)
    body = None if root is None or NAMES.get(root.tag) != "document" else part(root, "body")
    if body is None:
        raise ReportError([Finding("archive-kind", Place(name))])
    numbers, unsure = numbered(body, numbering, styles)
    listing = Listing(name, numbers, unsure)
    lines = _lines(body, listing)
    changed = [Finding("revisions", Place(name))] if revised(root) else []
    return Tables(tuple(listing.tables), lines, (*changed, *listing.findings))


def _parts(data: bytes, name: str) -> list[Element | None]:
    members = unpacked(data, name, _MAIN)
    wanted = [members.get(one) for one in (_MAIN, _NUMBERING, _STYLES)]
    # Pictures may be large, and are not needed any more.
    members.clear()
    return [None if content is None else parsed(content, name) for content in wanted]


def _lines(body: Element, listing: Listing) -> tuple[tuple[int, str], ...]:
    groups: list[tuple[int, list[Element]]] = []
    joined = False
    last = 0
    for number, (kind, element) in enumerate(inside(body, ("p", "tbl")), 1):
        if kind == "tbl":
            listing.add(element, last)
        elif joined:
            groups[-1][1].append(element)
        else:
            groups.append((number, [element]))
            last = number
        # A paragraph whose end is deleted goes on in the next one.
        joined = kind == "p" and unmarked(element)
        if kind == "p" and next(element.iter("{*}tbl"), None) is not None:
            for _, table in inside(element, ("tbl",)):
                listing.add(table, last, 1)
    return tuple((number, text(group, {})) for number, group in groups)


@hookimpl
def cchc_readers() -> list[Reader]:
    """The reader `docx`."""
    return [Reader("docx", (".docx", ".docm"), read)]
