"""What a document of another kind holds, by its own bytes: enough to see whether its conversion has lost any of it.

The text of a document as one string, in which CELL stands after every cell of a table and every row.
"""

import io
import re
import struct
from collections.abc import Iterator

from cchc_score.word.docx_xml import Element

CELL = "\x07"
"""So .doc itself marks the end of a cell and of a row."""
MAX_CHARACTERS = 4 * 1024 * 1024
_FIELD, _RESULT, _END = "\x13", "\x14", "\x15"
_IDENT, _WORD_97, _ENCRYPTED, _TABLE_1 = 0xA5EC, 0xC1, 0x0100, 0x0200
_PIECES, _COMPRESSED = 0x01A2, 0x40000000


class Broken(Exception):
    """A document that ends too early, or contradicts itself."""


class Locked(Exception):
    """A document with a password."""


class TooOld(Exception):
    """A document of Word 95 or before."""


def doc_text(data: bytes) -> str:
    """The text of a .doc; Broken, Locked or TooOld where there is none to read."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as archive:
            main = archive.openstream("WordDocument").read()
            ident, version = struct.unpack_from("<HH", main)
            flags = struct.unpack_from("<H", main, 10)[0]
            if ident != _IDENT or version < _WORD_97:
                raise TooOld
            if flags & _ENCRYPTED:
                raise Locked
            table = archive.openstream("1Table" if flags & _TABLE_1 else "0Table").read()
        return _without_fields("".join(_pieces(main, table)))
    except (Broken, Locked, TooOld):
        raise
    except Exception:
        # Whatever a damaged file does to those who read it: there is one remedy.
        raise Broken from None


def _pieces(main: bytes, table: bytes) -> Iterator[str]:
    """The pieces of which the text is made, in their order: [MS-DOC] 2.8.35, the plex of piece descriptors."""
    start, length = struct.unpack_from("<II", main, _PIECES)
    listed, at = table[start : start + length], 0
    if len(listed) != length:
        raise Broken
    # Properties of paragraphs may stand before the pieces.
    while listed[at] == 1:
        at += 3 + struct.unpack_from("<H", listed, at + 1)[0]
    if listed[at] != 2:
        raise Broken
    count = (struct.unpack_from("<I", listed, at + 1)[0] - 4) // 12
    places = struct.unpack_from(f"<{count + 1}I", listed, at + 5)
    if places[-1] > MAX_CHARACTERS or sorted(places) != list(places):
        raise Broken
    for number in range(count):
        offset = struct.unpack_from("<I", listed, at + 5 + 4 * (count + 1) + 8 * number + 2)[0]
        letters = places[number + 1] - places[number]
        narrow = bool(offset & _COMPRESSED)
        first, size = ((offset & ~_COMPRESSED) // 2, letters) if narrow else (offset, 2 * letters)
        text = main[first : first + size]
        if len(text) != size:
            raise Broken
        yield text.decode("cp1252" if narrow else "utf-16-le", "replace")


def _without_fields(text: str) -> str:
    """A text without its fields: what they show is computed anew, as the number of a page or the day of printing."""
    kept, depth = [], 0
    for part in re.split(f"([{_FIELD}{_END}])", text):
        if part == _FIELD:
            depth += 1
        elif part == _END:
            depth = max(depth - 1, 0)
        elif not depth:
            kept.append(part)
    return "".join(kept)


_RTF = re.compile(
    rb"\\'([0-9a-fA-F]{2})|\\u(-?[0-9]{1,6}) ?|\\bin([0-9]{1,9}) ?|\\([a-z]{1,32})(-?[0-9]{1,10})? ?|\\(.)|([{}])"
    rb"|[^\\{}]+",
    re.DOTALL,
)
# What these groups hold is not text of the page.
_UNSHOWN = (
    b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"listtable", b"listoverridetable", b"field",
    b"listtext", b"pntext", b"bkmkstart", b"bkmkend", b"themedata", b"datastore", b"generator", b"annotation",
    b"header", b"footer", b"headerl", b"headerr", b"headerf", b"footerl", b"footerr", b"footerf", b"pntxtb",
    b"pntxta", b"xe", b"tc", b"nonesttables",
)  # fmt: skip
MAX_NESTED = 1_000
_BREAKS = (b"par", b"line", b"tab", b"page", b"sect", b"nestcell", b"nestrow")
_CELLS = (b"cell", b"row")


def rtf_text(data: bytes) -> str:
    """The text of an .rtf in ASCII, whose other letters are '?'; Broken where its groups do not end."""
    kept: list[str] = []
    shown = [True]
    at, ended = 0, False
    while not ended and (found := _RTF.match(data, at)) is not None:
        at = found.end()
        hexed, code, binary, word, _, sign, brace = found.groups()
        if binary:
            at += int(binary)
        elif brace == b"{":
            shown.append(shown[-1])
        elif brace == b"}":
            shown.pop()
            ended = len(shown) == 1
        elif sign == b"*" or word in _UNSHOWN:
            shown[-1] = False
        elif shown[-1]:
            kept.append(_rtf_piece(hexed, code, word, sign) if found.lastindex else _plain(found[0]))
        if not shown or len(shown) > MAX_NESTED:
            raise Broken
    if not ended:
        raise Broken
    return "".join(kept)


def _rtf_piece(hexed: bytes | None, code: bytes | None, word: bytes | None, sign: bytes | None) -> str:
    if word is not None:
        return CELL if word in _CELLS else "\n" if word in _BREAKS else ""
    if hexed is not None or code is not None:
        # A digit too may be written by its number.
        number = int(hexed, 16) if hexed is not None else int(code or b"0") % 0x10000
        return chr(number) if number < 128 else "?"
    return sign.decode("latin-1") if sign in (b"\\", b"{", b"}") else "-" if sign == b"_" else ""


def _plain(text: bytes) -> str:
    # Line ends are for those who edit the file.
    return text.decode("latin-1").replace("\r", "").replace("\n", "")


_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_INLINE = tuple(_TEXT + name for name in ("span", "a", "s", "soft-page-break", "bookmark", "bookmark-start"))


def odt_cells(root: Element) -> str:
    """The texts of the cells of all tables of an .odt, of its content.xml."""
    kept: list[str] = []
    for row in root.iter(f"{_TABLE}table-row"):
        for cell in row.iterchildren(f"{_TABLE}table-cell"):
            kept += [*_odt_text(cell), CELL]
        kept.append(CELL)
    return "".join(kept)


def _odt_text(element: Element) -> Iterator[str]:
    # A table in a cell is a table of its own, and remarks and fields are not what stands there.
    if element.tag in (f"{_TABLE}table", f"{_OFFICE}annotation") or not isinstance(element.tag, str):
        return
    yield element.text or ""
    for child in element:
        yield from _odt_text(child)
        yield child.tail or ""
    if element.tag not in _INLINE:
        yield "\n"
