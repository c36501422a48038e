"""The head of a document of an office and the place of its signature, in Word."""

from typing import Any

from cchc_score.report.annex.annex_document import AnnexDocument, printable
from cchc_score.report.annex.docx_paragraphs import add_paragraph, add_rule, write_text
from cchc_score.report.annex.letterhead_words import (
    ANNEX,
    MOTTO,
    NATION,
    RECIPIENTS,
    agency_lines,
    attached_line,
    date_line,
    number_line,
    signature_lines,
)
from cchc_score.text import pick

_AGENCY_CM = 6.6
_ROOM_LINES = 4
"""So many empty lines are left for the hand and the seal."""


def write_head(made: Any, document: AnnexDocument, width: float) -> float:
    """The head of a document, or that of an annex to one, and the title; gives the width that it was told."""
    if document.letterhead.attached_to:
        add_paragraph(made, pick(document.lang, *ANNEX), bold=True, size=14, side="center")
    else:
        _letterhead(made, document, width)
    add_paragraph(made, printable(document.title).upper(), bold=True, size=14, side="center", before=14)
    add_paragraph(made, printable(document.about), bold=True, size=14, side="center")
    basis = attached_line(document.letterhead, document.lang) if document.letterhead.attached_to else document.basis
    add_paragraph(made, printable(basis), italic=True, size=13, side="center", after=10)
    return width


def _letterhead(made: Any, document: AnnexDocument, width: float) -> None:
    head, lang = document.letterhead, document.lang
    left, right = two_columns(made, (_AGENCY_CM, width - _AGENCY_CM))
    superior, agency = agency_lines(head, lang)
    first = left.paragraphs[0]
    if superior:
        write_text(first, superior, size=12, side="center")
        first = left.add_paragraph()
    write_text(first, agency, bold=True, size=12, side="center")
    add_rule(left, _AGENCY_CM, 0.4)
    add_paragraph(left, number_line(head, lang), size=13, side="center", before=2)
    write_text(right.paragraphs[0], pick(lang, *NATION), bold=True, size=12, side="center")
    add_paragraph(right, pick(lang, *MOTTO), bold=True, size=13, side="center")
    add_rule(right, width - _AGENCY_CM, 6.2 / (width - _AGENCY_CM))
    add_paragraph(right, date_line(head, lang), italic=True, size=13, side="center", before=2)


def write_signature(made: Any, document: AnnexDocument, width: float) -> None:
    """Who gets the document, and beside it who signs it, which no page break parts."""
    head, lang = document.letterhead, document.lang
    add_paragraph(made, "", with_next=True)
    left, right = two_columns(made, (width / 2, width / 2))
    if head.recipients:
        write_text(left.paragraphs[0], pick(lang, *RECIPIENTS), bold=True, italic=True, size=12)
        for one in head.recipients:
            add_paragraph(left, f"- {printable(one)};", size=11)
    authority, position, signer = signature_lines(head, lang)
    first = right.paragraphs[0]
    if authority:
        write_text(first, authority, bold=True, side="center", with_next=True)
        first = right.add_paragraph()
    write_text(first, position, bold=True, side="center", with_next=True)
    for _ in range(_ROOM_LINES):
        add_paragraph(right, "", with_next=True)
    add_paragraph(right, signer, bold=True, side="center")


def two_columns(made: Any, widths: tuple[float, float]) -> Any:
    """Two cells side by side, without any line around them."""
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table = made.add_table(1, 2)
    table.autofit = False
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for at, width in enumerate(widths):
        table.columns[at].width = table.cell(0, at).width = Cm(width)
    return table.rows[0].cells
