"""Documents that are archives (.docx, .xlsx): looked at before any library opens them."""

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping, Sequence
from xml.parsers import expat

from cchc_score.errors import ReportError
from cchc_score.findings import Finding, Place

MAX_MEMBERS = 2_000
MAX_UNPACKED = 100 * 1024 * 1024
MAX_RATIO = 200
SMALL = 1024 * 1024
"""Up to this size a member may be packed as tightly as it likes: empty rows of a sheet pack well."""
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_INNER = (".zip", ".xlsx", ".xlsm", ".xlsb", ".docx", ".docm", ".7z", ".rar", ".jar")
_XML = (".xml", ".rels", ".vml")
_ROOT_RELATIONS = "_rels/.rels"


def unpacked(data: bytes, name: str, needed: str) -> dict[str, bytes]:
    """The members of an office document by their names; a ReportError says why it is not opened.

    `needed` is the member without which it is another kind of document, unless the archive names its main part itself.
    """

    def refuse(code: str, **args: object) -> ReportError:
        return ReportError([Finding(code, Place(name), args)])

    if data.startswith(_OLD_OFFICE):
        # An old Word or Excel file under a new name, or one that a password protects.
        raise refuse("archive-old")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            fault = _fault(members, needed)
            if fault:
                raise refuse(fault, limit=MAX_UNPACKED // 1024 // 1024)
            content = {one.filename: _read(archive, one) for one in members if not one.is_dir()}
    except ReportError:
        raise
    except Exception:
        # zipfile has many ways to fail on a broken archive, and not all are its own exceptions.
        raise refuse("archive-broken") from None
    if any(_DOCTYPE.search(_plain(one)) for part, one in content.items() if part.lower().endswith(_XML)):
        raise refuse("archive-doctype")
    return content


def main_part(members: Mapping[str, bytes], name: str, usual: str) -> str:
    """The part in which an office document begins: the one that it names, as office programs do, else the usual one."""
    found = related(members, name, "").get("officeDocument", usual)
    if found not in members:
        raise ReportError([Finding("archive-kind", Place(name))])
    return found


def related(members: Mapping[str, bytes], name: str, part: str) -> dict[str, str]:
    """The first part of each kind to which a part of a document, or the document itself (''), refers."""
    folder, base = posixpath.split(part)
    folded = {member.casefold(): member for member in members}
    listed = members.get(folded.get(posixpath.join(folder, "_rels", f"{base}.rels").casefold(), ""), b"")
    found: dict[str, str] = {}

    def start(tag: str, attrs: dict[str, str]) -> None:
        if tag.rpartition(" ")[2] == "Relationship" and attrs.get("TargetMode") != "External":
            path = posixpath.normpath(posixpath.join("/", folder, attrs.get("Target", ""))).lstrip("/")
            kind = attrs.get("Type", "").rpartition("/")[2]
            found.setdefault(kind, folded.get(path.casefold(), path))

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    try:
        if listed:
            parser.Parse(listed, True)
    except (expat.ExpatError, LookupError, ValueError):
        raise ReportError([Finding("archive-broken", Place(name))]) from None
    return found


def _fault(members: Sequence[zipfile.ZipInfo], needed: str) -> str:
    names = [one.filename for one in members]
    if any(one.flag_bits & 1 for one in members):
        return "archive-encrypted"
    if len(members) > MAX_MEMBERS or sum(one.file_size for one in members) > MAX_UNPACKED:
        return "archive-large"
    if any(one.file_size > SMALL and one.file_size > MAX_RATIO * one.compress_size for one in members):
        return "archive-large"
    if len({one.casefold() for one in names}) < len(names):
        return "archive-twice"
    if any(one.casefold().endswith(_INNER) for one in names):
        return "archive-nested"
    return "" if needed in names or _ROOT_RELATIONS in names else "archive-kind"


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    # At most as many bytes as the archive says that it holds, whatever it holds.
    content = archive.read(member)
    if len(content) != member.file_size:
        raise zipfile.BadZipFile
    return content


def _plain(content: bytes) -> bytes:
    """XML as bytes in which a declaration can be found, whatever its encoding: UTF-16 has zeros between."""
    return content.replace(b"\0", b"") if b"\0" in content[:200] else content
