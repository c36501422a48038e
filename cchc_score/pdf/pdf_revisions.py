"""What revisions added to a PDF have changed of it: a signature may come, and nothing that anybody sees may go."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from pdfminer.pdfdocument import PDFDocument, PDFXRefFallback
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral

SIGNATURE = "Sig"
_ROOT_KEYS = frozenset({"AcroForm", "DSS", "Extensions", "Perms", "Version", "Metadata"})
"""What a tool for signing may change of a document as a whole."""
_MOST = 20


def mark_name(mark: Mapping[str, Any]) -> str:
    """What lies upon a page: 'Sig' for the field of a signature, else the kind of the annotation and of its field."""
    kind, field = _literal(mark.get("Subtype")), _literal(mark.get("FT"))
    return SIGNATURE if (kind, field) == ("Widget", SIGNATURE) else ":".join(filter(None, (kind, field))) or "?"


def later_changes(data: bytes, length: int) -> list[str]:
    """What differs from the revision of the first bytes, beside signatures; empty where nothing does."""
    old, new = (PDFDocument(PDFParser(BytesIO(one))) for one in (data[:length], data))
    # A file whose table of objects is broken is guessed at by the library.
    if any(isinstance(table, PDFXRefFallback) for table in new.xrefs):
        return ["xref"]
    before, after = _places(old), _places(new)
    moved = [number for number, place in before.items() if after.get(number) != place]
    changes = [f"{number} 0 obj" for number in moved if not _allowed(old, new, number)]
    pages, others = list(PDFPage.create_pages(old)), list(PDFPage.create_pages(new))
    if [page.pageid for page in pages] != [page.pageid for page in others]:
        changes.append("pages")
    marks = [mark_name(dict_value(mark)) for page in others for mark in list_value(page.attrs.get("Annots") or [])]
    return [*changes, *(mark for mark in marks if mark != SIGNATURE)][:_MOST]


def _places(document: PDFDocument) -> dict[int, tuple[Any, ...]]:
    """Where each object stands in its newest form."""
    found: dict[int, tuple[Any, ...]] = {}
    for table in document.xrefs:
        for number in table.get_objids():
            if number not in found:
                found[number] = tuple(table.get_pos(number))
    return found


def _allowed(old: PDFDocument, new: PDFDocument, number: int) -> bool:
    """Whether an object is what it was, but for what a signature brings with it."""
    try:
        before, after = old.getobj(number), new.getobj(number)
    except Exception:
        # An object that is gone.
        return False
    if isinstance(before, PDFStream) and isinstance(after, PDFStream):
        kind = _literal(before.attrs.get("Type"))
        empty = kind == "XObject" and not before.get_data().strip()
        return (
            kind == "Metadata"
            or empty
            or (before.get_rawdata(), repr(before.attrs)) == (after.get_rawdata(), repr(after.attrs))
        )
    if not isinstance(before, dict) or not isinstance(after, dict):
        return repr(before) == repr(after)
    changed = {key for key in before.keys() | after.keys() if repr(before.get(key)) != repr(after.get(key))}
    kind = _literal(before.get("Type"))
    if kind == "Catalog":
        return changed <= _ROOT_KEYS
    if kind == "Page":
        return changed <= {"Annots"}
    is_field = _literal(resolve1(before.get("FT"))) == SIGNATURE
    # Who made the file last, and when.
    is_info = kind == "" and any("Creator" in info or "Producer" in info for info in (before,))
    return not changed or is_field or is_info


def _literal(value: Any) -> str:
    """A name of PDF as text."""
    value = resolve1(value)
    return str(value.name) if isinstance(value, PSLiteral) else ""
