"""An empty signature field in a PDF that typst has made: one more revision at its end, with the same bytes each time.

typst cannot make one. A library of PDF would take longer for it than typst for the document; all that is needed of the
file is its plain table of objects, which typst writes at its end.
"""

import re
from dataclasses import dataclass

NAME = "ChuKy"
"""The name of the field, which tools for signing list."""
_WIDTH, _HEIGHT = 170.0, 68.0
"""The room that the document leaves, in points: 60 by 24 millimetres."""
_PRINTED = 4
"""The flag of an annotation that is printed, as PDF/A wants it."""


@dataclass(frozen=True, slots=True)
class SignaturePlace:
    """Where the document leaves room for a signature: the page from 1, and the upper left corner in points."""

    page: int
    x: float
    y: float


def with_signature_field(data: bytes, place: SignaturePlace) -> bytes:
    """The PDF with an empty signature field in a place; a ValueError for a PDF that is laid out in another way."""
    trailer = _found(rb"trailer\s*<<(?P<body>.*?)>>\s*startxref\s+(?P<start>\d+)\s+%%EOF\s*$", data)
    start, body = int(trailer["start"]), trailer["body"]
    offsets = _offsets(data, start)
    size, root = (int(_found(pattern, body)[1]) for pattern in (rb"/Size (\d+)", rb"/Root (\d+) 0 R"))
    catalog = _object(data, offsets, root)
    pages = _pages(data, offsets, int(_found(rb"/Pages (\d+) 0 R", catalog)[1]))
    page = pages[place.page - 1]
    content = _object(data, offsets, page)
    height = float(_found(rb"/MediaBox\s*\[\S+ \S+ \S+ (\S+)\]", content)[1])
    added = {
        root: _with(catalog, b"/AcroForm<</Fields[%d 0 R]/SigFlags 1>>" % size),
        page: _with(content, b"/Annots[%d 0 R]" % size),
        size: _field(place, height, page, size + 1),
        size + 1: b"<</Type/XObject/Subtype/Form/BBox[0 0 %.4f %.4f]/Length 0>>\nstream\n\nendstream"
        % (_WIDTH, _HEIGHT),
    }
    return data + _revision(len(data), added, re.sub(rb"/Size \d+", b"/Size %d" % (size + 2), body), start)


def _field(place: SignaturePlace, height: float, page: int, look: int) -> bytes:
    """The field, which is its own place on the page; a PDF counts upwards from the lower edge."""
    lower, left = height - place.y - _HEIGHT, place.x
    corners = b"%.4f %.4f %.4f %.4f" % (left, lower, left + _WIDTH, lower + _HEIGHT)
    return b"<</Type/Annot/Subtype/Widget/FT/Sig/T(%s)/F %d/Rect[%s]/P %d 0 R/AP<</N %d 0 R>>>>" % (
        NAME.encode(),
        _PRINTED,
        corners,
        page,
        look,
    )


def _revision(at: int, added: dict[int, bytes], trailer: bytes, before: int) -> bytes:
    """The bytes of a revision that begins at a place of the file."""
    text, table = b"\n", b""
    for number, content in sorted(added.items()):
        table += b"%d 1\n%010d 00000 n \n" % (number, at + len(text))
        text += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = at + len(text)
    return text + b"xref\n%strailer\n<<%s/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (table, trailer, before, start)


def _with(dictionary: bytes, entry: bytes) -> bytes:
    """A dictionary with one more entry at its end."""
    end = dictionary.rindex(b">>")
    return dictionary[:end] + entry + dictionary[end:]


def _offsets(data: bytes, start: int) -> list[int]:
    """Where each object begins, by its number."""
    head = _found(rb"\Axref\s+0 (\d+)\s+", data[start : start + 40])
    begin, count = start + head.end(), int(head[1])
    # Each line has twenty bytes, of which the first ten are the place.
    return [int(data[begin + 20 * at : begin + 20 * at + 10]) for at in range(count)]


def _object(data: bytes, offsets: list[int], number: int) -> bytes:
    """What stands between the first and the last word of an object that holds no stream."""
    begin = offsets[number]
    return data[data.index(b"obj", begin) + 3 : data.index(b"endobj", begin)].strip()


def _pages(data: bytes, offsets: list[int], number: int) -> list[int]:
    """The numbers of the pages under a node of their tree, in order."""
    node = _object(data, offsets, number)
    kids = re.search(rb"/Kids\s*\[(.*?)\]", node, re.DOTALL)
    if kids is None:
        return [number]
    return [page for kid in re.findall(rb"(\d+) 0 R", kids[1]) for page in _pages(data, offsets, int(kid))]


def _found(pattern: bytes, text: bytes) -> re.Match[bytes]:
    found = re.search(pattern, text[-2048:] if b"startxref" in pattern else text, re.DOTALL)
    if found is None:
        raise ValueError(f"no {pattern!r} in the PDF")
    return found
