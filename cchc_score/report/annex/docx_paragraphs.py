"""Paragraphs of a Word document in the few ways in which an annex has them."""

from typing import Any, Literal, TypedDict, Unpack

from cchc_score.office.form_sheet import plain_text

Side = Literal["left", "center", "right", "both"]


class ParagraphLook(TypedDict, total=False):
    """How a paragraph looks; sizes and spaces in points. What is left out is plain, on the left, without space."""

    bold: bool
    italic: bool
    size: float
    side: Side
    before: float
    after: float
    with_next: bool


def add_paragraph(where: Any, text: str, **look: Unpack[ParagraphLook]) -> Any:
    """A paragraph at the end of a document or a cell."""
    return write_text(where.add_paragraph(), text, **look)


def write_text(made: Any, text: str, **look: Unpack[ParagraphLook]) -> Any:
    """An empty paragraph with a text in it."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    sides = {
        "left": WD_ALIGN_PARAGRAPH.LEFT,
        "center": WD_ALIGN_PARAGRAPH.CENTER,
        "right": WD_ALIGN_PARAGRAPH.RIGHT,
        "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
    }
    made.alignment = sides[look.get("side", "left")]
    form = made.paragraph_format
    form.space_before, form.space_after = Pt(look.get("before", 0)), Pt(look.get("after", 0))
    form.keep_with_next = look.get("with_next") or None
    if text:
        run = made.add_run(plain_text(text))
        run.bold, run.italic = look.get("bold") or None, look.get("italic") or None
        if "size" in look:
            run.font.size = Pt(look["size"])
    return made


def add_rule(where: Any, width: float, share: float) -> None:
    """A thin line in the middle of a cell of some centimetres, as long as a share of its width."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Cm, Pt

    made = where.add_paragraph()
    made.paragraph_format.left_indent = made.paragraph_format.right_indent = Cm(width * (1 - share) / 2)
    # A line of one point: the border stands right under the words above it.
    made.paragraph_format.line_spacing = Pt(4)
    border = f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    properties = made._p.get_or_add_pPr()
    properties.insert_element_before(
        parse_xml(border), "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc"
    )


def page_number(made: Any) -> None:
    """The number of the page in the middle, as a field that Word fills in."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    made.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    made._p.append(parse_xml(field))
