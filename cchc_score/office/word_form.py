"""A table as a Word document."""

import copy
import io
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any

from cchc_score.office.csv_form import cell_text
from cchc_score.office.form_sheet import FormSheet, plain_text
from cchc_score.office.repacked import library_absent, without_times
from cchc_score.text import Lang

_MADE = datetime(2000, 1, 1)
_MARGIN_CM, _WIDE_CM, _HIGH_CM = 1.5, 29.7, 21.0
_FONT = "Times New Roman"
_LETTERS = 12
_LINE = 14
"""The height of a line in points."""


def _no_words(made: Any, width: float) -> None:
    """Nothing around the tables."""


def word_form(sheet: FormSheet, lang: Lang) -> bytes:
    """The title, the lines and the table on landscape pages; its headings stand on each."""
    return word_forms([sheet], lang)


def word_forms(
    sheets: Sequence[FormSheet], lang: Lang, head: Callable[[Any, float], None] = _no_words,
    foot: Callable[[Any, float], None] = _no_words, letters: int = _LETTERS,
) -> bytes:  # fmt: skip
    """Several tables below one another, each with its title and lines; `head` and `foot` write what is around them.

    Both are given the document and the width of its pages in centimetres. `letters` is the size of what is in the
    tables, in points.
    """
    try:
        from docx import Document
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.oxml.ns import qn
        from docx.shared import Pt
    except ImportError:
        raise library_absent("word") from None
    made = Document()
    # python-docx names itself here as the author, and remarks that it made the file.
    made.core_properties.author, made.core_properties.comments = "cchc-score", ""
    made.core_properties.created = made.core_properties.modified = _MADE
    _set_up(made, letters)
    head(made, _WIDE_CM - 2 * _MARGIN_CM)
    for at, sheet in enumerate(sheets):
        if at and not sheet.new_page:
            made.add_paragraph()
        title = made.add_paragraph()
        title.paragraph_format.keep_with_next = True
        if sheet.new_page:
            title.paragraph_format.page_break_before = True
        _set_letters(title.add_run(plain_text(sheet.title)), letters).bold = True
        if head is not _no_words and not at:
            title.alignment, title.paragraph_format.space_before = WD_ALIGN_PARAGRAPH.CENTER, Pt(10)
        for line in sheet.lines:
            _set_letters(made.add_paragraph().add_run(plain_text(line)), letters)
        _table(made, sheet, lang)
    if foot is not _no_words:
        # No page begins with the signature alone.
        for paragraph in made.tables[-1].rows[-1]._tr.iter(qn("w:p")):
            paragraph.get_or_add_pPr().keepNext_val = True
        foot(made, _WIDE_CM - 2 * _MARGIN_CM)
    stream = io.BytesIO()
    made.save(stream)
    return without_times(stream.getvalue())


def _set_letters(run: Any, letters: int) -> Any:
    """Words around tables of small letters, in letters as large as ever."""
    if letters != _LETTERS:
        from docx.shared import Pt

        run.font.size = Pt(_LETTERS)
    return run


def _set_up(made: Any, letters: int) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    style = made.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(letters)
    # The library names the font for Latin letters only; for others Word would take one of the template.
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    style.paragraph_format.space_after = Pt(0)
    (page,) = made.sections
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Cm(_WIDE_CM), Cm(_HIGH_CM)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(_MARGIN_CM)


def _table(made: Any, sheet: FormSheet, lang: Lang) -> None:
    from docx.oxml.parser import OxmlElement
    from docx.shared import Cm, Pt

    table = made.add_table(1, len(sheet.columns), style="Table Grid")
    # Otherwise Word fits columns to what stands in them, and those to be filled in are still empty.
    table.autofit = False
    share = (_WIDE_CM - 2 * _MARGIN_CM) / sum(column.width for column in sheet.columns)
    for at, column in enumerate(sheet.columns):
        # Word goes by the widths of cells, other programs by those of columns.
        table.columns[at].width = table.cell(0, at).width = Cm(column.width * share)
    head = table._tbl.tr_lst[0]
    # After the widths are set and before the headings are: all rows are copies of this one.
    blank = copy.deepcopy(head)
    blank.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    if sheet.room:
        blank.trPr.trHeight_val = Pt(_LINE * sheet.room)
    head.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _fill(head, [plain_text(column.heading) for column in sheet.columns], True, [True] * len(sheet.columns))
    if any(column.above for column in sheet.columns):
        _write_above(table, head, sheet)
    centred = [column.printed for column in sheet.columns]
    for at, row in enumerate(sheet.rows):
        # A copy of an empty row: asking the library for each cell takes time with the square of their number.
        line = copy.deepcopy(blank)
        table._tbl.append(line)
        _fill(line, [cell_text(value, lang) for value in row], at in sheet.titles, centred)


def _write_above(table: Any, head: Any, sheet: FormSheet) -> None:
    """A row of headings over those of the columns, merged over all columns that have the same above them."""
    upper = copy.deepcopy(head)
    head.addprevious(upper)
    for row in (upper, head):
        _empty(row.tc_lst)
    columns = sheet.columns
    _fill(upper, [plain_text(one.above or one.heading) for one in columns], True, [True] * len(columns))
    _fill(head, [plain_text(one.heading if one.above else "") for one in columns], True, [True] * len(columns))
    for first, last in _runs([column.above for column in columns]):
        # Merging would join the texts of all of them.
        _empty(upper.tc_lst[first + 1 : last + 1])
        table.cell(0, first).merge(table.cell(0, last))
    for at, column in enumerate(columns):
        if not column.above:
            table.cell(0, at).merge(table.cell(1, at))


def _empty(cells: Sequence[Any]) -> None:
    for cell in cells:
        for run in list(cell.p_lst[0].r_lst):
            cell.p_lst[0].remove(run)


def _runs(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first and last places of equal texts side by side, empty ones left out."""
    first = 0
    for at in range(1, len(texts) + 1):
        if at == len(texts) or texts[at] != texts[first]:
            if texts[first] and at - 1 > first:
                yield first, at - 1
            first = at


def _fill(line: Any, texts: list[str], bold: bool, centred: list[bool]) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    for cell, text, middle in zip(line.tc_lst, texts, centred, strict=True):
        if text:
            paragraph = cell.p_lst[0]
            if middle:
                paragraph.get_or_add_pPr().jc_val = WD_ALIGN_PARAGRAPH.CENTER
            run = paragraph.add_r()
            run.text = text
            if bold:
                run.get_or_add_rPr().get_or_add_b()
