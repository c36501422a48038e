"""A table of an annex in Word: rows are copies of one row, and the headings stand again on each page."""

import copy
from collections.abc import Sequence
from typing import Any

from cchc_score.office.form_sheet import plain_text
from cchc_score.report.annex.annex_document import AnnexTable, cell_lines, printable

_WHOLE = 400
"""A row whose texts are longer may be parted by a page break; others stay whole."""


def write_table(made: Any, table: AnnexTable, width: float, size: float) -> None:
    """The table over the whole width, in centimetres; letters of some points."""
    from docx.oxml.ns import qn

    sheet = table.sheet
    frame = _frame(table, width)
    made.element.body._insert_tbl(frame)
    rows = sheet.typed_rows
    sides = table.sides
    widths = [column.get(qn("w:w")) for column in frame.tblGrid.gridCol_lst]
    head = _row(widths, ["center"] * len(sides), size, bold=True, head=True)
    _fill(head, [(printable(heading.text),) for heading in sheet.headings])
    frame.append(head)
    plain, strong = (_row(widths, sides, size, bold=bold) for bold in (False, True))
    long = _row(widths, sides, size, bold=False, whole=False)
    for at, row in enumerate(rows):
        texts = [cell_lines(cell) for cell in row]
        line = copy.deepcopy(strong if at in sheet.strong else plain if _is_short(texts) else long)
        _fill(line, texts)
        frame.append(line)


def _is_short(texts: Sequence[Sequence[str]]) -> bool:
    return max((sum(map(len, lines)) for lines in texts), default=0) <= _WHOLE


def _frame(table: AnnexTable, width: float) -> Any:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Cm

    shares = [int(Cm(width * share / sum(table.widths)).twips) for share in table.widths]
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{share}"/>' for share in shares)
    return parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(shares)}" w:type="dxa"/>'
        f'<w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid></w:tbl>"
    )


def _row(
    widths: Sequence[str], sides: Sequence[str], size: float, bold: bool, head: bool = False, whole: bool = True
) -> Any:
    """A row of empty cells, each with one run in it."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    look = f'<w:rPr>{"<w:b/>" if bold else ""}<w:sz w:val="{round(2 * size)}"/></w:rPr>'
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:spacing w:before="30" w:after="30"/><w:jc w:val="{side}"/></w:pPr>'
        f'<w:r>{look}<w:t xml:space="preserve"/></w:r></w:p></w:tc>'
        for width, side in zip(widths, sides, strict=True)
    )
    properties = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if head else "")
    return parse_xml(f"<w:tr {nsdecls('w')}><w:trPr>{properties}</w:trPr>{cells}</w:tr>")


def _fill(row: Any, texts: Sequence[Sequence[str]]) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    tag, separate = qn("w:t"), qn("xml:space")
    for cell, lines in zip(row.iter(tag), texts, strict=True):
        cell.text = plain_text(lines[0])
        run = cell.getparent()
        for text in lines[1:]:
            run.append(OxmlElement("w:br"))
            more = OxmlElement("w:t")
            more.text = plain_text(text)
            more.set(separate, "preserve")
            run.append(more)
