"""Documents of other kinds (.doc, .odt, .rtf) as .docx: known by what they hold, converted, and compared afterwards."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from cchc_score.documents import Converted
from cchc_score.errors import ReportError
from cchc_score.files.archives import unpack
from cchc_score.files.disk import check_size
from cchc_score.files.office_program import MAX_SECONDS, ConvertedFile, convert_files, find_program
from cchc_score.findings import Finding, Place, Words
from cchc_score.word.docx_xml import NAMES, Element, count_value, parse_xml, setting
from cchc_score.word.foreign_text import CELL, Broken, Locked, TooOld, doc_text, odt_cells, rtf_text

MAX_MEGABYTES = 32
MOST_NAMED = 5
"""So many of the figures that are lost are named."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODT = b"application/vnd.oasis.opendocument.text"
_STREAMS = {
    "WordDocument": "doc", "EncryptedPackage": "locked", "Workbook": "xls", "Book": "xls", "PowerPoint Document": "ppt",
}  # fmt: skip
_KINDS = {
    "doc": Words("Word 97-2003 (.doc)", "Word 97-2003 (.doc)"),
    "docx": Words("Word (.docx)", "Word (.docx)"),
    "odt": Words("OpenDocument (.odt)", "OpenDocument (.odt)"),
    "rtf": Words("RTF (.rtf)", "RTF (.rtf)"),
    "xls": Words("Excel 97-2003 (.xls)", "Excel 97-2003 (.xls)"),
    "xlsx": Words("Excel (.xlsx)", "Excel (.xlsx)"),
    "ppt": Words("PowerPoint (.ppt)", "PowerPoint (.ppt)"),
    "pdf": Words("PDF (.pdf)", "PDF (.pdf)"),
    "html": Words("trang web (.html)", "a web page (.html)"),
    "other": Words(
        "thứ khác, không phải Word, OpenDocument hay RTF", "something else, no document of Word, OpenDocument or RTF"
    ),
}
_CONVERTED = ("doc", "odt", "rtf")
_FIGURE = re.compile("[0-9]+")
_BREAKS = ("tab", "br", "cr", "p", "tc", "tr")


class _Foreign(NamedTuple):
    """A document before it is converted: its kind, its text, and what was noticed."""

    name: str
    kind: str
    data: bytes
    text: str
    findings: tuple[Finding, ...] = ()


def convert_documents(files: Sequence[tuple[str, bytes]]) -> list[Converted]:
    """Each document, given as (name, content), as .docx; what cannot be converted has findings and no content."""
    known = [_known(name, data) for name, data in files]
    foreign = [one for one in known if isinstance(one, _Foreign)]
    made = iter(_all_made(foreign))
    return [next(made) if isinstance(one, _Foreign) else one for one in known]


def _known(name: str, data: bytes) -> "_Foreign | Converted":
    """A document looked at before any program opens it."""
    try:
        check_size(data, name, MAX_MEGABYTES)
        kind = _kind(data)
        # A document from standard input has no ending that could be wrong.
        ending = PurePosixPath(name).suffix.lower()
        args = {"suffix": ending or name, "kind": _KINDS.get(kind, _KINDS["other"])}
        told = (Finding("ending-differs", Place(name), args),) if ending and ending != f".{kind}" else ()
        if kind == "docx":
            return Converted(data, findings=told)
        if kind == "locked":
            raise Locked
        if kind not in _CONVERTED:
            raise ReportError([Finding("document-kind", Place(name), args)])
        return _Foreign(name, kind, data, _text(kind, data, name), told)
    except ReportError as error:
        return Converted(findings=error.findings)
    except Locked:
        return Converted(findings=(Finding("archive-encrypted", Place(name)),))
    except TooOld:
        return Converted(findings=(Finding("document-old", Place(name)),))
    except Broken:
        return Converted(findings=(Finding("archive-broken", Place(name)),))


def _kind(data: bytes) -> str:
    """What kind of document it is, by its first bytes and, of an archive, by its members."""
    if data.startswith(_OLE):
        return _ole_kind(data)
    if data.startswith(b"PK\3\4"):
        return _zip_kind(data)
    begins = data[:1024].lstrip(b"\xef\xbb\xbf\0 \t\r\n").lower()
    if begins.startswith(b"{\\rtf"):
        return "rtf"
    if begins.startswith(b"%pdf"):
        return "pdf"
    return "html" if b"<html" in begins or begins.startswith((b"<!doctype", b"mime-version", b"<?xml")) else "other"


def _ole_kind(data: bytes) -> str:
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as archive:
            return next((kind for stream, kind in _STREAMS.items() if archive.exists(stream)), "other")
    except Exception:
        # Whatever a damaged file does to the library.
        raise Broken from None


def _zip_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size <= len(_ODT):
                return "odt" if archive.read("mimetype") == _ODT else "other"
    except Exception:
        raise Broken from None
    return "docx" if "word/document.xml" in names else "xlsx" if "xl/workbook.xml" in names else "other"


def _text(kind: str, data: bytes, name: str) -> str:
    if kind == "doc":
        return doc_text(data)
    if kind == "rtf":
        return rtf_text(data)
    members = unpack(data, name, "content.xml")
    # Its parts are encrypted one by one, and its archive says nothing of it.
    if b"encryption-data" in members.get("META-INF/manifest.xml", b""):
        raise Locked
    if "content.xml" not in members:
        raise Broken
    return odt_cells(parse_xml(members["content.xml"], name))


def _all_made(foreign: Sequence[_Foreign]) -> list[Converted]:
    program = find_program() if foreign else None
    if program is None:
        return [_refused(one, "office-absent") for one in foreign]
    try:
        made = convert_files([(f".{one.kind}", one.data) for one in foreign], program)
    except OSError:
        return [_refused(one, "office-unusable", program=program.as_posix()) for one in foreign]
    return [_made(one, file) for one, file in zip(foreign, made, strict=True)]


_ENDED = {"failed": "office-failed", "stopped": "office-stopped"}


def _refused(one: _Foreign, code: str, **args: object) -> Converted:
    return Converted(findings=(Finding(code, Place(one.name), {"kind": _KINDS[one.kind], **args}),))


def _made(one: _Foreign, file: ConvertedFile) -> Converted:
    if file.ending != "done":
        return _refused(one, _ENDED[file.ending], limit=MAX_SECONDS)
    try:
        members = unpack(file.data, one.name, "word/document.xml")
        roots = [
            parse_xml(xml, one.name)
            for part, xml in sorted(members.items())
            if part.startswith("word/") and part.endswith(".xml")
        ]
    except ReportError as error:
        return Converted(findings=error.findings)
    by = _program(members.get("docProps/app.xml", b""))
    told = Finding("office-converted", Place(one.name), {"kind": _KINDS[one.kind], "program": by})
    return Converted(file.data, by, (*one.findings, told, *_lost(one, roots)))


def _program(properties: bytes) -> str:
    """The name and version of the program, which it writes into what it makes."""
    found = re.search(rb"<Application>LibreOffice/([0-9]+\.[0-9]+)", properties)
    return f"LibreOffice {found[1].decode()}" if found else "LibreOffice"


def _lost(one: _Foreign, roots: Sequence[Element]) -> Iterator[Finding]:
    """What the document holds and its conversion does not: cells of tables, and figures."""
    cells = one.text.count(CELL)
    kept = sum(_cells(root) for root in roots)
    if cells > kept:
        yield Finding("office-tables-lost", Place(one.name), {"cells": cells - kept, "most": cells})
        # Without their cells figures run together, and not one of them is met.
        return
    # Deleted text stands in the way of what it touches: some kinds keep it in its place, others elsewhere.
    found = _figures(roots, ("t", "instrText")) | _figures(roots, ("t", "instrText", "delText"))
    lost = sorted((Counter(_FIGURE.findall(one.text)) - found).keys(), key=lambda figure: (len(figure), figure))
    if lost:
        args = {"count": len(lost), "values": lost[:MOST_NAMED]}
        yield Finding("office-figures-lost", Place(one.name), args)


def _cells(root: Element) -> int:
    """The cells and rows of all tables, a cell over several columns as so many."""
    count = 0
    for element in root.iter():
        name = NAMES.get(element.tag)
        if name == "tr":
            count += 1
        elif name == "tc":
            count += max(count_value(setting(element, "tcPr", "gridSpan"), 1), 1)
    return count


def _figures(roots: Sequence[Element], texts: Sequence[str]) -> Counter[str]:
    """The figures in the elements of some names, each ended by whatever ends a word on the page."""
    kept: list[str] = []
    for root in roots:
        for element in root.iter():
            name = element.tag.rpartition("}")[2]
            if name in texts:
                kept.append(element.text or "")
            elif name in _BREAKS:
                kept.append("\n")
    return Counter(_FIGURE.findall("".join(kept)))
