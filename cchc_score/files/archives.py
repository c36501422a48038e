"""Documents that are archives (.docx, .xlsx): looked at before any library opens them."""

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from xml.parsers import expat

from cchc_score.errors import ReportError
from cchc_score.findings import Finding, Place

MAX_MEMBERS = 2_000
MAX_UNPACKED = 100 * 1024 * 1024
# Deflate packs up to about 1 to 1000, but only bytes that are all alike.
MAX_RATIO = 200
SMALL = 1024 * 1024
"""Up to this size a member may be packed as tightly as it likes: empty rows of a sheet pack well."""
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
# Entities that name each other grow without end while they are read, and nothing in an office file needs any.
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_INNER = (".zip", ".xlsx", ".xlsm", ".xlsb", ".docx", ".docm", ".7z", ".rar", ".jar")
_XML = (".xml", ".rels", ".vml")


def unpack(data: bytes, name: str, needed: str) -> dict[str, bytes]:
    """The members of an office document by their names; a ReportError says why it is not opened.

    `needed` is the member without which it is another kind of document, unless the archive names its main part itself.
    """

    def refuse(code: str, **args: object) -> ReportError:
        return ReportError([Finding(code, Place(name), args)])

    if data.startswith(_OLD_OFFICE):
        # An old Word or Excel file under a new name, or one that a password protects.
        raise refuse("archive-old")
    try:
        # Everything the archive says of itself is checked before the first member is unpacked.
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            fault = _fault(members, needed)
            if fault:
                raise refuse(fault, limit=MAX_UNPACKED // 1024 // 1024)
            content = {member.filename: _read(archive, member) for member in members if not _passed_over(member)}
    except ReportError:
        raise
    except Exception:
        # zipfile has many ways to fail on a broken archive, and not all are its own exceptions.
        raise refuse("archive-broken") from None
    if any(_DOCTYPE.search(_plain(xml)) for part, xml in content.items() if part.lower().endswith(_XML)):
        raise refuse("archive-doctype")
    return content


def main_part(members: Mapping[str, bytes], name: str, usual: str) -> str:
    """The part in which an office document begins: the one that it names, as office programs do, else the usual one."""
    found = related_parts(members, name, "").get("officeDocument", usual)
    if found not in members:
        raise ReportError([Finding("archive-kind", Place(name))])
    return found


class Relation(NamedTuple):
    """One entry of a list of relations: its id, the last word of its type, and the path of the part that it names.

    The path is spelled as the list spells it, which may differ in case from the archive. `element` is the XML name.
    """

    id: str
    kind: str
    path: str
    element: str


def relations_path(part: str) -> str:
    """Where the relations of a part stand; those of the document itself for ''."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def relations(listed: bytes, part: str) -> list[Relation]:
    """What a list of relations of a part names inside the archive, in its order; an ExpatError for broken XML."""
    folder = posixpath.dirname(part)
    found: list[Relation] = []

    def start(tag: str, attrs: dict[str, str]) -> None:
        # An external target is an address on the web or another file: nothing in the archive.
        if attrs.get("TargetMode") != "External":
            # A target that begins with '/' counts from the root. Normed from there, no number of '..' leads out of it.
            path = posixpath.normpath(posixpath.join("/", folder, attrs.get("Target", ""))).lstrip("/")
            # The address of a type differs between transitional and strict documents, its last word does not.
            kind = attrs.get("Type", "").rpartition("/")[2]
            found.append(Relation(attrs.get("Id", ""), kind, path, tag.rpartition(" ")[2]))

    # A space cannot stand in a namespace or a name, so that the two can be parted again.
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.Parse(listed, True)
    return found


def related_parts(members: Mapping[str, bytes], name: str, part: str) -> dict[str, str]:
    """The first part of each kind to which a part of a document, or the document itself (''), refers."""
    # Names of parts are the same whatever their case, and no two in an archive differ in that only (`_fault`).
    folded = {member.casefold(): member for member in members}
    listed = members.get(folded.get(relations_path(part).casefold(), ""), b"")
    try:
        named = relations(listed, part) if listed else []
    # An encoding that nobody knows is a LookupError, one of several bytes a letter a ValueError.
    except (expat.ExpatError, LookupError, ValueError):
        raise ReportError([Finding("archive-broken", Place(name))]) from None
    found: dict[str, str] = {}
    for relation in named:
        if relation.element == "Relationship":
            found.setdefault(relation.kind, folded.get(relation.path.casefold(), relation.path))
    return found


def _fault(members: Sequence[zipfile.ZipInfo], needed: str) -> str:
    names = [member.filename for member in members]
    if any(member.flag_bits & 1 for member in members):
        return "archive-encrypted"
    # These sizes are what the archive says; `_read` refuses a member that holds more or less.
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED:
        return "archive-large"
    if any(member.file_size > max(SMALL, MAX_RATIO * member.compress_size) for member in members):
        return "archive-large"
    # On Windows two names that differ in case only are one file: which of them is meant depends on who reads.
    if len({part.casefold() for part in names}) < len(names):
        return "archive-twice"
    if any(part.casefold().endswith(_INNER) for part in names if not _embedded(part)):
        return "archive-nested"
    return "" if needed in names or relations_path("") in names else "archive-kind"


def _embedded(part: str) -> bool:
    """Whether a member is what an office program keeps behind a chart or an object, whose picture alone shows."""
    return "/embeddings/" in part.casefold()


def _passed_over(member: zipfile.ZipInfo) -> bool:
    return member.is_dir() or _embedded(member.filename)


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    # At most as many bytes as the archive says that it holds, whatever it holds.
    content = archive.read(member)
    if len(content) != member.file_size:
        raise zipfile.BadZipFile
    return content


def _plain(content: bytes) -> bytes:
    """XML as bytes in which a declaration can be found, whatever its encoding: UTF-16 has zeros between."""
    return content.replace(b"\0", b"") if b"\0" in content[:200] else content
