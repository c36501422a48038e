"""The files attached to a PDF: ours by their names, the others by name only."""

from collections.abc import Iterator
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.utils import decode_text

OURS = ("cchc-score.toml", "cchc-score.csv")
"""The names under which a PDF carries the data of this program: a report, or a table with a line for each unit."""
MAX_DEPTH = 8
MAX_ATTACHED = 100


def attached_files(document: PDFDocument) -> list[tuple[str, PDFStream]]:
    """The attached files as (name, stream), in the order of the file's list."""
    names = dict_value(document.catalog.get("Names") or {})
    found: list[tuple[str, PDFStream]] = []
    for spec in _leaves(names.get("EmbeddedFiles"), 0):
        if len(found) < MAX_ATTACHED and isinstance(spec, dict):
            files = resolve1(spec.get("EF")) or {}
            stream = resolve1(files.get("UF") or files.get("F")) if isinstance(files, dict) else None
            if isinstance(stream, PDFStream):
                found.append((_name(spec), stream))
    return found


def _leaves(node: Any, depth: int) -> Iterator[Any]:
    """The values of a tree of names."""
    node = resolve1(node)
    if not isinstance(node, dict) or depth > MAX_DEPTH:
        return
    for value in list_value(node.get("Names") or [])[1::2]:
        yield resolve1(value)
    for kid in list_value(node.get("Kids") or []):
        yield from _leaves(kid, depth + 1)


def _name(spec: dict[str, Any]) -> str:
    name = resolve1(spec.get("UF") or spec.get("F") or b"")
    return decode_text(name) if isinstance(name, bytes) else str(name)
