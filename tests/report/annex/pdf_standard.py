"""What PDF/A-3a asks of a file, as far as its objects say it: each demand that is not met, in words.

No library that a Python or a Node has judges this standard as a whole; the demands are those of ISO 19005-3.
"""

import io
import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

PRINTED, HIDDEN = 4, 1 | 2 | 32
_ACTIONS = ("/OpenAction", "/AA", "/JavaScript", "/Perms")
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def faults(data: bytes) -> list[str]:
    """The demands that are not met."""
    with Pdf.open(io.BytesIO(data)) as pdf:
        return [
            *_file(data, pdf),
            *_metadata(pdf),
            *_structure(pdf),
            *_fonts(pdf),
            *_attached(pdf),
            *_annotations(pdf),
            *_objects(pdf),
        ]


def _file(data: bytes, pdf: Pdf) -> Iterator[str]:
    if not re.match(rb"%PDF-1\.[0-7]\s+%[\x80-\xff]{4}", data):
        yield "header"
    if "/ID" not in pdf.trailer or "/Encrypt" in pdf.trailer:
        yield "trailer"
    yield from (f"damage: {one}" for one in pdf.check_pdf_syntax())


def _metadata(pdf: Pdf) -> Iterator[str]:
    with pdf.open_metadata() as told:
        if (told.get("pdfaid:part"), told.get("pdfaid:conformance")) != ("3", "A"):
            yield "part and conformance"
        if not told.get("dc:title") or not told.get("dc:language"):
            yield "title and language"
        if "/Title" in pdf.docinfo and str(pdf.docinfo["/Title"]) != told.get("dc:title"):
            yield "two titles"
    if "/Filter" in pdf.Root.Metadata:
        yield "metadata that are packed"


def _structure(pdf: Pdf) -> Iterator[str]:
    root = pdf.Root
    if not root.get("/MarkInfo", Dictionary()).get("/Marked", False):
        yield "not marked"
    if "/StructTreeRoot" not in root or "/ParentTree" not in root.get("/StructTreeRoot", {}):
        yield "no tags"
    if not str(root.get("/Lang", "")):
        yield "no language"
    intents = [one for one in root.get("/OutputIntents", Array()) if one.S == Name.GTS_PDFA1]
    if len(intents) != 1 or intents[0].DestOutputProfile.N not in (1, 3, 4):
        yield "output intent"
    if any("/StructParents" not in page for page in pdf.pages):
        yield "a page without tags"


def _fonts(pdf: Pdf) -> Iterator[str]:
    for font in (one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/Type") == Name.Font):
        described = [font, *font.get("/DescendantFonts", [])]
        holders = [one.FontDescriptor for one in described if "/FontDescriptor" in one]
        if not any(key in holder for holder in holders for key in _FILES):
            yield f"font not embedded: {font.get('/BaseFont')}"
        if font.get("/Subtype") == Name.Type0 and "/ToUnicode" not in font:
            yield f"letters not told: {font.get('/BaseFont')}"


def _attached(pdf: Pdf) -> Iterator[str]:
    listed = list(pdf.Root.get("/AF", Array()))
    if len(listed) != len(pdf.attachments):
        yield "attachments that nothing names"
    for one in listed:
        if not {"/F", "/UF", "/AFRelationship", "/EF"} <= set(one.keys()) or "/Subtype" not in one.EF.F:
            yield f"attachment {one.get('/F')}"


def _annotations(pdf: Pdf) -> Iterator[str]:
    for page in pdf.pages:
        for mark in page.get("/Annots", Array()):
            flags = int(mark.get("/F", 0))
            if not flags & PRINTED or flags & HIDDEN or "/N" not in mark.get("/AP", {}):
                yield f"annotation {mark.Subtype}"
    form = pdf.Root.get("/AcroForm", Dictionary())
    if form.get("/NeedAppearances", False) or "/XFA" in form:
        yield "form"


def _objects(pdf: Pdf) -> Iterator[str]:
    for key in _ACTIONS:
        if key in pdf.Root or key in pdf.Root.get("/Names", {}):
            yield f"action {key}"
    for one in pdf.objects:
        if isinstance(one, Stream) and ("/F" in one or "/LZWDecode" in str(one.get("/Filter", ""))):
            yield "stream kept elsewhere, or packed by LZW"
        if isinstance(one, Dictionary) and one.get("/S") in (Name.JavaScript, Name.Launch, Name.URI, Name.Movie):
            yield f"action {one.S}"
        if isinstance(one, pikepdf.Dictionary) and one.get("/Subtype") == Name.PostScript:
            yield "program"
