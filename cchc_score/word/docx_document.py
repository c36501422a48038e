"""A Word document as tables and paragraphs, tracked changes accepted."""

from cchc_score.documents import Tables
from cchc_score.errors import ReportError
from cchc_score.files.archives import main_part, related_parts, unpack
from cchc_score.findings import Finding, Place
from cchc_score.legacy_text import Encoding
from cchc_score.word.docx_fonts import recode_runs
from cchc_score.word.docx_marks import run_marks
from cchc_score.word.docx_numbering import has_tabs, number_paragraphs
from cchc_score.word.docx_tables import Listing
from cchc_score.word.docx_text import element_text
from cchc_score.word.docx_xml import NAMES, Element, ancestor, descendants, local, outermost, parse_xml, part

# What moved is marked at both ends: it is read where it went, and taken away where it came from.
_TAKEN = ("del", "moveFrom", "cellDel")
_ADDED = ("ins", "moveTo", "cellIns")


def accept_changes(root: Element) -> bool:
    """Take away what is deleted or moved elsewhere; whether there were any changes at all."""
    # A list, because the tree changes while its marks are taken away.
    taken = list(descendants(root, *_TAKEN))
    # From the end, so that a chain of joined paragraphs is moved once and not over and over again.
    for mark in reversed(taken):
        _take(mark)
    return bool(taken) or next(descendants(root, *_ADDED), None) is not None


def _take(mark: Element) -> None:
    parent = mark.getparent()
    stands_in = local(parent)
    # A mark among the properties of a row or a cell says that all of it is deleted, with whatever stands in it.
    if stands_in in ("trPr", "tcPr"):
        _remove(parent.getparent())
    elif stands_in == "rPr":
        # Not the text but the end of a paragraph is deleted: it goes on in the next one.
        paragraph = ancestor(mark, "p")
        if paragraph is not None and local(parent.getparent()) == "pPr":
            _join(paragraph, paragraph.getnext())
    else:
        _remove(mark)


def _join(paragraph: Element, following: Element | None) -> None:
    if following is None or local(following) != "p":
        return
    # Its properties stand first; to look for them further on would take long in a long chain.
    first = next(iter(following), None)
    at = 1 if first is not None and local(first) == "pPr" else 0
    for content in reversed([child for child in paragraph if local(child) != "pPr"]):
        following.insert(at, content)
    _remove(paragraph)


def _remove(element: Element | None) -> None:
    parent = None if element is None else element.getparent()
    if parent is not None:
        parent.remove(element)


_MAIN = "word/document.xml"
_NUMBERING = "word/numbering.xml"
_STYLES = "word/styles.xml"


def read_document(data: bytes, name: str, encoding: Encoding | None = None) -> Tables:
    """The paragraphs and the tables of a Word document; text in an encoding of before Unicode in Unicode where asked.

    A paragraph's number is its place in the document, where a table takes one place too.
    """
    root, numbering, styles = _parts(data, name)
    body = None if root is None or NAMES.get(root.tag) != "document" else part(root, "body")
    if body is None:
        raise ReportError([Finding("archive-kind", Place(name))])
    # Before paragraphs are numbered: Word does not count those that are deleted.
    changed = [Finding("revisions", Place(name))] if accept_changes(root) else []
    coded = list(recode_runs(root, styles, encoding, name))
    numbers, unsure = number_paragraphs(body, numbering, styles)
    listing = Listing(name, numbers, unsure, run_marks(styles))
    lines = _lines(body, listing)
    return Tables(tuple(listing.tables), lines, (*changed, *coded, *listing.findings))


def _parts(data: bytes, name: str) -> list[Element | None]:
    members = unpack(data, name, _MAIN)
    main = main_part(members, name, _MAIN)
    others = related_parts(members, name, main)
    # The other parts are named by the main one, under names that a program may choose.
    paths = (main, others.get("numbering", _NUMBERING), others.get("styles", _STYLES))
    wanted = [members.get(path) for path in paths]
    # Pictures may be large, and are not needed any more.
    members.clear()
    return [None if content is None else parse_xml(content, name) for content in wanted]


def _lines(body: Element, listing: Listing) -> tuple[tuple[int, str], ...]:
    lines: list[tuple[int, str]] = []
    for number, (kind, element) in enumerate(outermost(body, ("p", "tbl")), 1):
        last = lines[-1][0] if lines else 0
        if kind == "tbl":
            listing.add(element, last)
            continue
        # Only rows are met by their automatic numbers: those of tables, and those that are typed with tabs.
        lines.append((number, element_text(element, listing.numbers if has_tabs(element) else {})))
        if next(descendants(element, "tbl"), None) is not None:
            # A table in a text box.
            for _, table in outermost(element, ("tbl",)):
                listing.add(table, number, 1)
    return tuple(lines)
