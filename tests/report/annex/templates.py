"""Word templates of an office, made by code: the sample that the documentation shows, and others by their tags."""

import io
from collections.abc import Sequence
from datetime import datetime

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from cchc_score.office.repacked import without_times


def template(*paragraphs: str, rows: Sequence[Sequence[str]] = ()) -> bytes:
    """A template with some paragraphs, and a table in the place of the last of them."""
    made = Document()
    for text in paragraphs:
        made.add_paragraph(text)
    if rows:
        table = made.add_table(0, max(map(len, rows)))
        table.style = "Table Grid"
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=False):
                cell.text = text
    return saved(made)


def sample() -> bytes:
    """The template of the documentation: a head, the ranking in the office's own table, all other tables, a foot."""
    made = Document()
    made.styles["Normal"].font.name, made.styles["Normal"].font.size = "Times New Roman", Pt(13)
    page = made.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Cm(3), Cm(1.5), Cm(2), Cm(2)
    page.footer.paragraphs[0].text = "{{ agency }}"
    left, right = _columns(made, Cm(6.5), Cm(10))
    _lines(left, ("{{ superior }}", False), ("{{ agency }}", True), ("{{ number }}", False))
    _lines(
        right,
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True),
        ("Độc lập - Tự do - Hạnh phúc", True),
        ("{{ date }}", False),
    )
    for text in ("", "{{ title }}", "{{ about }}", "{{ basis }}"):
        _centred(made.add_paragraph(), text, bold=bool(text))
    table = made.add_table(0, 4)
    table.style = "Table Grid"
    rows = (
        ("Hạng", "Đơn vị", "Chỉ số (%)", "Xếp loại"),
        ("{%tr for line in ranking %}",),
        ("{{ line.rank }}", "{{ line.unit }}", "{{ line.index }}", "{{ line.class }}"),
        ("{%tr endfor %}",),
    )
    for row in rows:
        cells = table.add_row().cells
        for cell, text, width in zip(cells, (*row, "", "", ""), (1.6, 8.4, 3.5, 3), strict=False):
            cell.text, cell.width = text, Cm(width)
    made.add_paragraph("{{ body }}")
    left, right = _columns(made, Cm(8), Cm(8.5))
    _lines(right, ("{{ authority }}", True), ("{{ position }}", True), ("", False), ("", False), ("{{ signer }}", True))
    left.paragraphs[0].text = "Nơi nhận:{% for one in recipients %} {{ one }};{% endfor %}"
    return saved(made)


def _columns(made, *widths):
    table = made.add_table(1, len(widths))
    for cell, width in zip(table.rows[0].cells, widths, strict=True):
        cell.width = width
    return table.rows[0].cells


def _lines(cell, *lines):
    for at, (text, bold) in enumerate(lines):
        _centred(cell.add_paragraph() if at else cell.paragraphs[0], text, bold)


def _centred(paragraph, text, bold):
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.add_run(text).bold = bold


def saved(made) -> bytes:
    """A document as bytes."""
    stream = io.BytesIO()
    made.core_properties.created = made.core_properties.modified = datetime(2000, 1, 1)
    made.save(stream)
    return without_times(stream.getvalue())
