"""An office's own Word template as a file: looked at before any library opens it, for it may come from anywhere."""

import io
import re
import zipfile

from cchc_score.errors import ReportError
from cchc_score.files.archives import main_part, unpack
from cchc_score.findings import Finding, Place

MAX_TEMPLATE = 5 * 1024 * 1024
_MAIN = "word/document.xml"
_MOST_XML = 4 * 1024 * 1024
_MOST_BRACES = 4_000
_ACTIVE = re.compile(r"vbaProject|embeddings/|activeX/|\.bin$", re.IGNORECASE)
_OUTSIDE = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>")
_LINK = re.compile(rb"/hyperlink[\"']")
_FIELD = re.compile(rb"\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|MACROBUTTON)\b")
_FIELD_TEXT = re.compile(rb"<w:instrText[^>]*>([^<]*)|w:instr\s*=\s*[\"']([^\"']*)")


def looked_at(data: bytes, name: str) -> bytes:
    """The same template, if nothing in it acts or reaches outside; a ReportError says what does."""
    content = unpack(data, name, _MAIN)
    main = content[main_part(content, name, _MAIN)]
    # Files within the file are passed over where documents are read; here they would go along.
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    found = next(filter(None, (_acting(part, content.get(part, b"")) for part in names)), "")
    if found:
        raise ReportError([Finding("template-active", Place(name), {"what": found})])
    braces = sum(xml.count(b"{") for part, xml in content.items() if part.endswith(".xml"))
    if len(main) > _MOST_XML or braces > _MOST_BRACES:
        raise ReportError([Finding("template-large", Place(name))])
    return data


def _acting(part: str, content: bytes) -> str:
    """What of a part acts or reaches outside; nothing for a part that does not."""
    if _ACTIVE.search(part):
        return part
    if part.endswith(".rels") and any(not _LINK.search(one) for one in _OUTSIDE.findall(content)):
        return part
    told = b" ".join(b"".join(one) for one in _FIELD_TEXT.findall(content)) if part.endswith(".xml") else b""
    field = _FIELD.search(told.upper())
    return field[0].decode() if field else ""
