"""The small appendix as offices lay it out in Word: a document for each manner, values that differ row by row.

An office program saves each in other kinds (.doc, .odt, .rtf), which are then read as any file is.
"""

import copy
import io
import os
import subprocess
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.shared import Pt, RGBColor

from cchc_score.files.office_program import find_program
from tests.appendix_files import CODES, HEADINGS, ROWS, UNIT_CELLS

KINDS = ("doc", "odt", "rtf")
# The whole check says that it must be there: then nothing is left out.
needs_office = pytest.mark.skipif(
    find_program() is None and not os.environ.get("CCHC_NEED_SOFFICE"), reason="LibreOffice is not installed"
)
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
VALUES = ("", "27", "25", "120", "1")
TITLE = "PHỤ LỤC SỐ LIỆU CẢI CÁCH HÀNH CHÍNH CỦA UBND XÃ HOẰNG CÁT"
ABOVE = (
    "ỦY BAN NHÂN DÂN\nXÃ HOẰNG CÁT",
    "BÁO CÁO",
    "Kết quả công tác cải cách hành chính năm 2023",
    "Trong năm, xã đã tổ chức 03 hội nghị; ban hành Kế hoạch số 40/KH-UBND ngày 03/3/2023.",
    "Phụ lục",
)
BELOW = ("Nơi nhận:\n- UBND huyện (b/c);\n- Lưu: VT, 02 bản.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH")

Change = Callable[..., object]


def lines(values=VALUES, headings=HEADINGS, remarks=("",) * 5, labels=None, codes=CODES, units=UNIT_CELLS):
    """The rows of the appendix as texts."""
    labels = labels or [row.label for row in ROWS]
    return [list(headings), *map(list, zip(codes, labels, units, values, remarks, strict=True))]


def add_table(document, rows, style="Table Grid"):
    """A table of texts; a line end in a cell begins a paragraph."""
    table = document.add_table(len(rows), max(map(len, rows)), style=style)
    for line, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, texts, strict=False):
            cell.text = text
    return table


def report(rows=None, style="Table Grid", change=None, above=(*ABOVE, TITLE), below=BELOW):
    """A document with prose, the table, and prose below it; `change` gets the document and the table."""
    document = Document()
    for text in above:
        document.add_paragraph(text)
    table = add_table(document, rows or lines(), style)
    for text in below:
        document.add_paragraph(text)
    if change is not None:
        change(document, table)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def cell_of(table, code, column=3):
    """The cell of a row of the form in a column, the values' for one."""
    return table.rows[1 + CODES.index(code)].cells[column]


def marked(code, **marks):
    """A change by which the digits of a value are struck out, raised, ..."""

    def change(document, table):
        run = cell_of(table, code).paragraphs[0].add_run("9")
        for name, value in marks.items():
            setattr(run.font, name, value)

    return change


def letterhead(document, table):
    """A letterhead in a table without lines, before everything."""
    head = add_table(document, [["UBND HUYỆN HOẰNG HÓA\nXÃ HOẰNG CÁT", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]], None)
    document.paragraphs[0]._p.addprevious(head._tbl)


def landscape(document, table):
    """The appendix on a page that lies on its side."""
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def split(document, table):
    """The last rows in a table of their own, under the headings once more."""
    other = copy.deepcopy(table._tbl)
    for row in table._tbl.tr_lst[3:]:
        table._tbl.remove(row)
    for row in other.tr_lst[1:3]:
        other.remove(row)
    between = OxmlElement("w:p")
    table._tbl.addnext(between)
    between.addnext(other)


def two_headings(document, table):
    """Headings in two rows, those of unit and value under one more."""
    row = copy.deepcopy(table._tbl.tr_lst[0])
    table._tbl.tr_lst[0].addprevious(row)
    for column in (0, 1, 4):
        table.cell(1, column).text = ""
        table.cell(0, column).merge(table.cell(1, column))
    table.cell(0, 2).text, table.cell(0, 3).text = "Kết quả thống kê", ""
    table.cell(0, 2).merge(table.cell(0, 3))


def repeated(document, table):
    """A heading that is repeated on every page, and a break of the page in a cell."""
    table._tbl.tr_lst[0].get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    cell_of(table, "1.2", 1).paragraphs[0].runs[0].add_break(WD_BREAK.PAGE)


def runs(document, table):
    """Every letter of the values in a run of its own, in three fonts."""
    for code in CODES[1:]:
        paragraph = cell_of(table, code).paragraphs[0]
        text = paragraph.text
        paragraph.clear()
        for number, letter in enumerate(text):
            run = paragraph.add_run(letter)
            run.font.name = ("Times New Roman", "Arial", "Calibri")[number % 3]
            run.font.size = Pt(10 + number)


def merged(document, table):
    """A value whose cell goes over two rows."""
    table.cell(2, 3).text, table.cell(3, 3).text = "26", ""
    table.cell(2, 3).merge(table.cell(3, 3))


def merged_area(document, table):
    """A header row whose label goes over the whole width."""
    table.cell(1, 1).merge(table.cell(1, 4))


def deleted(document, table):
    """A tracked deletion: 25 was 19 before."""
    paragraph = cell_of(table, "1.2").paragraphs[0]._p
    paragraph.append(parse_xml(
        f'<w:del {WORD} w:id="7" w:author="A" w:date="2023-12-01T00:00:00Z"><w:r><w:delText>19</w:delText></w:r></w:del>'
    ))  # fmt: skip


def inserted(document, table):
    """A tracked insertion: the value itself."""
    paragraph = cell_of(table, "1.2").paragraphs[0]
    paragraph.clear()
    paragraph._p.append(parse_xml(
        f'<w:ins {WORD} w:id="8" w:author="A" w:date="2023-12-01T00:00:00Z"><w:r><w:t>25</w:t></w:r></w:ins>'
    ))  # fmt: skip


def numbered(document, table):
    """The number of the page in the footer, as a field."""
    paragraph = document.sections[0].footer.paragraphs[0]._p
    paragraph.append(parse_xml(f'<w:fldSimple {WORD} w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple>'))


def hidden_row(document, table):
    """A row whose text nobody sees."""
    for cell in table.rows[2].cells:
        for run in cell.paragraphs[0].runs:
            run.font.hidden = True


def nested(document, table):
    """A small table in the cell of a remark."""
    inner = cell_of(table, "1.3", 4).add_table(2, 2)
    for row in inner.rows:
        for cell in row.cells:
            cell.text = "88"


def linked(document, table):
    """A link around a value."""
    paragraph = cell_of(table, "1.3").paragraphs[0]
    run = paragraph.runs[0]._r
    link = parse_xml(f'<w:hyperlink {WORD} w:anchor="x"/>')
    run.addprevious(link)
    link.append(run)


def spaced(document, table):
    """Empty paragraphs and spaces around the values."""
    for code in CODES[1:]:
        cell = cell_of(table, code)
        cell.text = f"  {cell.text} "
        cell.add_paragraph("")


def coloured(document, table):
    """A value in white on white."""
    run = cell_of(table, "1.3").paragraphs[0].add_run("9")
    run.font.color.rgb = RGBColor(255, 255, 255)


def second(document, table):
    """Another table, of other things, before the appendix."""
    other = add_table(
        document, [["STT", "Họ và tên", "Tuổi"], ["1.1", "Lê Văn An", "41"], ["1.2", "Lê Thị Bình", "33"]]
    )
    document.paragraphs[3]._p.addnext(other._tbl)


def justified(document, table):
    """No width of any column."""
    for grid in table._tbl.iter(qn("w:gridCol")):
        grid.attrib.clear()


LABELS = [row.label for row in ROWS]
VARIANTS: dict[str, Callable[[], bytes]] = {
    "plain": report,
    "no-lines": lambda: report(style=None),
    "table-last": lambda: report(below=()),
    "no-prose": lambda: report(above=(TITLE,), below=()),
    "letterhead": lambda: report(change=letterhead),
    "landscape": lambda: report(change=landscape),
    "split": lambda: report(change=split),
    "two-headings": lambda: report(change=two_headings),
    "repeated": lambda: report(change=repeated),
    "runs": lambda: report(change=runs),
    "merged": lambda: report(change=merged),
    "merged-area": lambda: report(change=merged_area),
    "struck": lambda: report(change=marked("1.3", strike=True)),
    "raised": lambda: report(change=marked("1.3", superscript=True)),
    "hidden": lambda: report(change=marked("1.3", hidden=True)),
    "coloured": lambda: report(change=coloured),
    "hidden-row": lambda: report(change=hidden_row),
    "deleted": lambda: report(change=deleted),
    "inserted": lambda: report(change=inserted),
    "numbered-pages": lambda: report(change=numbered),
    "nested": lambda: report(change=nested),
    "linked": lambda: report(change=linked),
    "spaced": lambda: report(change=spaced),
    "second-table": lambda: report(change=second),
    "no-widths": lambda: report(change=justified),
    "thousands": lambda: report(lines(("", "1.527", "1.325", "25.120", "1"))),
    "leading-zero": lambda: report(lines(("", "027", "025", "0120", "01"))),
    "blank": lambda: report(lines(("", "27", "", "120", ""))),
    "remarks": lambda: report(lines(remarks=("", "Quyết định số 12\nngày 3/4/2023", "", "40 nữ", ""))),
    "beside": lambda: report(
        lines(("", "27", "", "120", "1"), units=("", "Nhiệm vụ", "25 nhiệm vụ", "Người", UNIT_CELLS[4]))
    ),
    "decomposed": lambda: report(lines(labels=[unicodedata.normalize("NFD", text) for text in LABELS])),
    "capitals": lambda: report(lines(labels=[text.upper() for text in LABELS])),
    "broken-labels": lambda: report(lines(labels=[text.replace(" ", "\n", 1) for text in LABELS])),
    "dots": lambda: report(lines(codes=[f"{code}." for code in CODES])),
    "no-break-spaces": lambda: report(lines(labels=[text.replace(" ", "\u00a0") for text in LABELS])),
    "words": lambda: report(lines(("", "27 nhiệm vụ", "25", "khoảng 120", "Có"))),
    "swapped": lambda: report(lines(("", "25", "27", "120", "1"))),
    "order": lambda: report([[row[at] for at in (0, 1, 3, 2, 4)] for row in lines()]),
}
"""The documents by the manner in which they are made."""


def saved_as(folder: Path, names=tuple(VARIANTS), kinds=KINDS) -> dict[str, Path]:
    """Documents of some manners, saved by the office program in other kinds: their paths by file name."""
    for name in names:
        (folder / f"{name}.docx").write_bytes(VARIANTS[name]())
    sources = sorted(folder.glob("*.docx"))
    # All at once: each starts for itself.
    running = [
        subprocess.Popen(
            [
                find_program(),
                f"-env:UserInstallation={(folder / f'profile-{kind}').as_uri()}",
                "--headless",
                "--convert-to",
                kind,
                "--outdir",
                folder / kind,
                *sources,
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for kind in kinds
    ]
    assert [process.wait() for process in running] == [0] * len(kinds)
    return {path.name: path for kind in kinds for path in sorted((folder / kind).iterdir())}


def saved_once(tmp_path_factory, names, wait=120) -> dict[str, Path]:
    """Documents saved in other kinds, by the first of all processes of a test run that asks for them."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"saved-{'-'.join(names)}"
    done = folder / "done"
    try:
        folder.mkdir()
    except FileExistsError:
        end = time.monotonic() + wait
        while not done.exists() and time.monotonic() < end:
            time.sleep(0.1)
        assert done.exists()
    else:
        saved_as(folder, names)
        done.touch()
    return {path.name: path for kind in KINDS for path in sorted((folder / kind).iterdir())}
