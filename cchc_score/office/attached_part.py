"""A part of one's own inside a Word document or a workbook: custom XML, which Word and Excel keep when they save."""

import posixpath
from xml.parsers import expat

from cchc_score.errors import ReportError
from cchc_score.files.archives import main_part, relations, relations_path, unpack
from cchc_score.office.repacked import members, packed

_MAINS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
_TYPES = "[Content_Types].xml"
_ITEM, _PROPERTIES = "customXml/item9.xml", "customXml/itemProps9.xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BEGINNING = 2000
# Any one would do: programs tell parts apart by it, and a file has one of ours.
_ID = "{5B0E6C43-9A5D-4F0B-8E36-7C1D2A94F310}"


def attach(data: bytes, kind: str, content: str) -> bytes:
    """A document ('docx') or workbook ('xlsx') with one more part, an XML text that nobody sees."""
    whole = members(data)
    listed = relations_path(_MAINS[kind])
    whole[listed] = _with_relation(whole[listed], f"../{_ITEM}", "customXml")
    whole[_TYPES] = whole[_TYPES].replace(b"</Types>", _override().encode() + b"</Types>")
    whole[_ITEM] = (_HEAD + content).encode()
    stored = f'<ds:datastoreItem ds:itemID="{_ID}" xmlns:ds="{_STORE}"><ds:schemaRefs/></ds:datastoreItem>'
    whole[_PROPERTIES] = (_HEAD + stored).encode()
    bare = f'{_HEAD}<Relationships xmlns="{_PACKAGE}"></Relationships>'.encode()
    whole[relations_path(_ITEM)] = _with_relation(bare, posixpath.basename(_PROPERTIES), "customXmlProps")
    return packed(whole)


def _with_relation(listed: bytes, target: str, kind: str) -> bytes:
    entry = f'<Relationship Id="rIdCchc" Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    return listed.replace(b"</Relationships>", entry.encode())


def _override() -> str:
    kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    return f'<Override PartName="/{_PROPERTIES}" ContentType="{kind}"/>'


def attached(data: bytes, kind: str, space: str) -> list[bytes]:
    """The custom XML parts of a document in which a name space is named; none where the document cannot be opened."""
    try:
        unpacked = unpack(data, "", _MAINS[kind])
        main = main_part(unpacked, "", _MAINS[kind])
        folded = {name.casefold(): content for name, content in unpacked.items()}
        named = relations(folded.get(relations_path(main).casefold(), b"<x/>"), main)
    except (ReportError, expat.ExpatError, LookupError, ValueError):
        # Whoever reads the table says what is wrong with the document.
        return []
    paths = dict.fromkeys(one.path.casefold() for one in named if one.kind == "customXml")
    parts = [folded[path] for path in paths if path in folded]
    # Looked for in its first bytes: other programs keep parts of megabytes beside it.
    return [part for part in parts if space.encode() in part[:_BEGINNING]]
