"""An annex as a Word document, laid out as Decree 30/2020/ND-CP has it: A4, its margins, Times New Roman."""

import io
from datetime import datetime
from typing import Any

from cchc_score.office.repacked import library_absent, without_times
from cchc_score.report.annex.annex_document import AnnexDocument, AnnexPart, headings, printable
from cchc_score.report.annex.letterhead_words import NOTES
from cchc_score.text import pick

_MADE = datetime(2000, 1, 1)
FONT = "Times New Roman"
_LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}
_SHORT, _LONG = 21.0, 29.7
_TOP, _BOTTOM, _LEFT, _RIGHT = 2.0, 2.0, 3.0, 1.5
BODY, SMALL = 13.0, 11.0


def annex_docx(document: AnnexDocument) -> bytes:
    """The document as the bytes of a .docx file; the same document gives the same bytes."""
    try:
        from docx import Document
    except ImportError:
        raise library_absent("word") from None
    from cchc_score.report.annex.docx_head import write_head, write_signature

    made = Document()
    _set_up(made, document)
    wide = document.parts[0].wide if document.parts else False
    _lay_page(made.sections[0], wide, first=True)
    width = write_head(made, document, text_width(wide))
    for at, (heading, part) in enumerate(headings(document)):
        turned = part.wide != wide
        if part.wide != wide:
            wide = part.wide
            _lay_page(made.add_section(), wide, first=False)
            width = text_width(wide)
        write_part(made, part, heading, width, breaks=part.apart and at > 0 and not turned)
    write_notes(made, document)
    write_signature(made, document, width)
    stream = io.BytesIO()
    made.save(stream)
    return without_times(stream.getvalue())


def write_notes(made: Any, document: AnnexDocument) -> None:
    """The notes below all parts."""
    from cchc_score.report.annex.docx_paragraphs import add_paragraph

    if document.notes:
        add_paragraph(made, pick(document.lang, *NOTES), bold=True, italic=True, size=SMALL, before=6, with_next=True)
    for note in document.notes:
        add_paragraph(made, f"- {printable(note)}", size=SMALL)


def text_width(wide: bool) -> float:
    """The width between the margins in centimetres."""
    return (_LONG - _TOP - _BOTTOM) if wide else (_SHORT - _LEFT - _RIGHT)


def _set_up(made: Any, document: AnnexDocument) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    core = made.core_properties
    core.author, core.comments = "cchc-score", ""
    core.title, core.language = printable(f"{document.title}: {document.about}")[:250], _LANGUAGES[document.lang]
    core.created = core.modified = _MADE
    style = made.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(BODY)
    style.paragraph_format.space_after = Pt(0)
    fonts = style.element.rPr.rFonts
    for script in ("w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)
    # The template says English, by which a screen reader would read Vietnamese.
    for lang in made.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), _LANGUAGES[document.lang])
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), _LANGUAGES[document.lang])
    style.element.rPr.append(spoken)


def _lay_page(section: Any, wide: bool, first: bool) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    from cchc_score.report.annex.docx_paragraphs import page_number

    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Cm(_LONG), Cm(_SHORT)) if wide else (Cm(_SHORT), Cm(_LONG))
    # A page on its side is bound at its top.
    top, left, right = (_LEFT, _BOTTOM, _TOP) if wide else (_TOP, _LEFT, _RIGHT)
    bottom = _RIGHT if wide else _BOTTOM
    section.top_margin, section.bottom_margin = Cm(top), Cm(bottom)
    section.left_margin, section.right_margin = Cm(left), Cm(right)
    section.header_distance = Cm(1.0)
    # The number of the first page is not shown.
    section.different_first_page_header_footer = first
    if first:
        page_number(section.header.paragraphs[0])


def write_part(made: Any, part: AnnexPart, heading: str, width: float, breaks: bool) -> None:
    """A part at the end of a document, over a width in centimetres; one that `breaks` begins a page."""
    from cchc_score.report.annex.docx_paragraphs import add_paragraph
    from cchc_score.report.annex.docx_table import write_table

    if heading:
        title = add_paragraph(made, heading, bold=True, before=12, after=4, with_next=True)
        title.paragraph_format.page_break_before = breaks or None
    for line in part.lines:
        size = BODY if not part.wide else SMALL
        add_paragraph(made, printable(line), after=3, size=size, with_next=bool(part.tables))
    for table in part.tables:
        title = printable(table.sheet.title)
        if title:
            add_paragraph(made, title, bold=True, before=10, after=4, with_next=True)
        write_table(made, table, width, BODY - 1 if not part.wide else SMALL - 1)
        for note in table.sheet.notes:
            add_paragraph(made, printable(note), size=SMALL, before=2)
    for note in part.notes:
        add_paragraph(made, printable(note), before=6)
