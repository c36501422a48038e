"""The scheme that goes along inside the file of an annex: its TOML to the byte, with its SHA-256."""

import base64
import binascii
from dataclasses import dataclass
from hashlib import sha256
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from cchc_score.findings import Finding, Place, Words
from cchc_score.office.attached_part import attach, attached
from cchc_score.text import LANGUAGES, Lang

MAX_BYTES = 4 * 1024 * 1024
"""Ten times as much as the largest scheme has."""
_SPACE = "urn:cchc-score:annex:1"
_LONGEST = 2 * MAX_BYTES
_SEVERAL = Words("có nhiều hơn một", "there is more than one")
_LARGE = Words("quá lớn", "it is too large")
_BROKEN = Words("hỏng, không đọc được", "it is broken and cannot be read")
_OTHER = Words("nội dung không khớp mã SHA-256 của nó", "its content does not have the SHA-256 that it names")


@dataclass(frozen=True, slots=True)
class AttachedScheme:
    """The bytes of a scheme's file, and the language in which the annex around it is written."""

    text: bytes
    lang: Lang


def attach_scheme(data: bytes, kind: str, scheme: AttachedScheme) -> bytes:
    """The file of an annex ('docx' or 'xlsx') with the scheme that it prints inside."""
    # In base64, since XML changes the line ends of a text.
    body = base64.encodebytes(scheme.text).decode()
    digest = quoteattr(sha256(scheme.text).hexdigest())
    return attach(data, kind, f'<scheme xmlns="{_SPACE}" sha256={digest} lang="{scheme.lang}">{body}</scheme>')


def attached_scheme(data: bytes, kind: str, name: str) -> tuple[AttachedScheme | None, tuple[Finding, ...]]:
    """The scheme inside the file of an annex, or None; a finding tells of one that cannot be used."""
    parts = attached(data, kind, _SPACE)
    if not parts:
        return None, ()
    found = _SEVERAL if len(parts) > 1 else _read(parts[0])
    if isinstance(found, Words):
        return None, (unusable(name, found),)
    return found, ()


def unusable(name: str, reason: Words) -> Finding:
    """That the scheme inside a file is treated as absent, and why."""
    return Finding("annex-part", Place(name), {"reason": reason})


def _read(part: bytes) -> AttachedScheme | Words:
    if len(part) > _LONGEST:
        return _LARGE
    try:
        attributes, body = _element(part)
        text = base64.b64decode("".join(body.split()), validate=True)
    except (expat.ExpatError, LookupError, ValueError, binascii.Error):
        return _BROKEN
    lang = next((one for one in LANGUAGES if one == attributes.get("lang")), None)
    if lang is None:
        return _BROKEN
    if len(text) > MAX_BYTES:
        return _LARGE
    return AttachedScheme(text, lang) if sha256(text).hexdigest() == attributes.get("sha256") else _OTHER


def _element(part: bytes) -> tuple[dict[str, str], str]:
    """The attributes and the text of the only element; a ValueError for any other."""
    found: list[tuple[str, dict[str, str]]] = []
    pieces: list[str] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, attributes: found.append((tag, attributes))
    parser.CharacterDataHandler = pieces.append
    parser.Parse(part, True)
    if [tag for tag, _ in found] != [f"{_SPACE} scheme"]:
        raise ValueError("another element")
    return found[0][1], "".join(pieces)
