"""Documents in TCVN3 and VNI: told as such, and read right where somebody asks for it."""

import csv
import io
import zipfile

import pytest
import xlwt
from docx import Document
from docx.oxml.ns import qn
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from cchc_score.builtin.readers import READERS
from cchc_score.legacy_text import ENCODINGS, encode
from cchc_score.year.document_files import DocumentSource, read_all
from tests.appendix_files import ROWS, facts, table, year_of
from tests.other_workbooks import book, ods, ods_cell, ods_table, wide
from tests.reports import archive, word_file
from tests.running import command
from tests.workbooks import saved

TITLE = "PHỤ LỤC SỐ LIỆU CẢI CÁCH HÀNH CHÍNH CỦA UBND XÃ HOẰNG CÁT"
FONTS = {"tcvn3": (".VnTime", ".VnTimeH"), "vni": ("VNI-Times", "VNI-Times"), "none": ("Arial", "Arial")}
RIGHT = {"tasks": 27, "done": 25, "people": 120, "board": 1}
KINDS = ("docx", "xlsx", "xls", "xlsb", "ods", "csv", "txt")


def coded(text, encoding):
    """A text in an encoding, or in Unicode for 'none'."""
    return text if encoding == "none" else encode(text, encoding)


def title(encoding):
    """The title as people type it: in small letters, which a font of capitals shows as such."""
    return coded(TITLE.lower() if encoding == "tcvn3" else TITLE, encoding)


def rows(encoding):
    """The small appendix in an encoding."""
    return [[coded(text, encoding) for text in row] for row in table()]


def word(encoding, style=True):
    """A Word document; its font by the usual style, or run by run."""
    plain, capitals = FONTS[encoding]
    made = Document()
    if style:
        usual = made.styles["Normal"]
        usual.font.name = plain
        usual.element.rPr.rFonts.set(qn("w:hAnsi"), plain)
    made.add_paragraph().add_run(title(encoding)).font.name = capitals
    cells = made.add_table(6, 5)
    for line, texts in zip(cells.rows, rows(encoding), strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            run = cell.paragraphs[0].add_run(text)
            if not style:
                run.font.name = plain
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def workbook(encoding):
    """A workbook; one label in runs."""
    plain, capitals = FONTS[encoding]
    book = Workbook()
    sheet = book.active
    for line in ([title(encoding)], *rows(encoding)):
        sheet.append(line)
    for row in sheet.iter_rows():
        for cell in row:
            cell.font = Font(name=plain)
    sheet["A1"].font = Font(name=capitals)
    first, _, rest = sheet["B4"].value.partition(" ")
    font = InlineFont(rFont=plain)
    sheet["B4"].value = CellRichText(TextBlock(font, first), TextBlock(font, f" {rest}"))
    sheet["B4"].font = Font(name="Arial")
    return saved(book)


def old_workbook(encoding):
    """An .xls."""
    plain, capitals = FONTS[encoding]
    made = xlwt.Workbook()
    sheet = made.add_sheet("PL01")
    for line, texts in enumerate(([title(encoding)], *rows(encoding))):
        for column, text in enumerate(texts):
            font = plain if line else capitals
            sheet.write(line, column, text, xlwt.easyxf(f"font: name {font}"))
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def open_workbook(encoding):
    """An .ods: a font by the style of a cell, by that of its column, and of one label by a part of its text."""
    plain, capitals = FONTS[encoding]
    styles = "".join(
        f'<style:style style:name="{name}" style:family="{family}"><style:text-properties style:font-name="{font}"/></style:style>'
        for name, family, font in (("p", "table-cell", plain), ("c", "table-cell", capitals), ("t", "text", plain))
    )
    lines = []
    for row in rows(encoding):
        cells = "".join(ods_cell(text, 'table:style-name="p"' if at else "") for at, text in enumerate(row))
        lines.append(f"<table:table-row>{cells}</table:table-row>")
    part = (
        lines[2]
        .replace("<text:p>", '<text:p><text:span text:style-name="t">')
        .replace("</text:p>", "</text:span></text:p>")
    )
    lines[2] = part.replace('table:style-name="p"', "")
    first = ods_cell(title(encoding), 'table:style-name="c"')
    head = f"<table:table-row>{first}</table:table-row>"
    columns = '<table:table-column table:default-cell-style-name="p"/>'
    return ods(ods_table(head + "".join(lines), columns), styles)


def binary_workbook(encoding):
    """An .xlsb; the names of its fonts are as long as the one that they replace."""
    data = book("xlsb", [[title(encoding)], *rows(encoding)])
    name = {"tcvn3": ".VnTi", "vni": "VNI-T", "none": "Arial"}[encoding]
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        return archive({one: old.read(one).replace(wide("Arial"), wide(name)) for one in old.namelist()})


def content(kind, encoding):
    """The appendix as a file of a kind."""
    if kind in ("xls", "ods", "xlsb"):
        return {"xls": old_workbook, "ods": open_workbook, "xlsb": binary_workbook}[kind](encoding)
    if kind == "docx":
        return word(encoding)
    if kind == "xlsx":
        return workbook(encoding)
    if kind == "csv":
        stream = io.StringIO()
        csv.writer(stream).writerows([[title(encoding), *[""] * 4], *rows(encoding)])
        return stream.getvalue().encode()
    lines = [title(encoding), *(" ".join(filter(None, row)).replace(";", "\n") for row in rows(encoding))]
    return "\n".join(lines).encode()


def read(kind, data, encoding=""):
    """What a file gives when an encoding is asked for, or none."""
    reader = {"txt": "text"}.get(kind, kind)
    readers = {one.name: one for one in READERS}
    return read_all(
        [DocumentSource(f"a.{kind}", data=data, reader=reader)], readers, lambda *_: None, encoding=encoding
    )


def year(kind, data, encoding=""):
    """The facts of the only unit, and the kinds of findings."""
    reading = read(kind, data, encoding)
    gathered = year_of(*((f"Xã Hoằng Cát 2023.{kind}", document) for _, document in reading.documents))
    codes = [one.code for one in (*reading.faults, *gathered.findings) if one.code != "unit-without-report"]
    return {code: value for (_, code), value in facts(gathered).items()}, codes


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_document_is_read_where_its_encoding_is_asked_for(kind, encoding):
    assert year(kind, content(kind, encoding), encoding) == (RIGHT, ["text-converted"])


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("kind", KINDS)
def test_otherwise_it_is_told_in_which_encoding_it_is(kind, encoding):
    assert year(kind, content(kind, encoding)) == ({}, ["text-legacy-unread"])
    other = next(one for one in ENCODINGS if one != encoding)
    values, codes = year(kind, content(kind, encoding), other)
    assert not values
    assert "text-legacy-unread" in codes


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("kind", ["csv", "txt"])
def test_a_text_of_one_byte_a_letter_is_read_and_told_too(kind, encoding):
    data = content(kind, encoding).decode().encode("latin-1")
    assert year(kind, data, encoding) == (RIGHT, ["text-converted"])
    assert year(kind, data) == ({}, ["text-legacy-unread"])
    (fault,) = read(kind, data).faults
    assert f"--encoding {encoding}" in fault.words("vi")
    assert "thống kê" in fault.words("vi") or "cải cách" in fault.words("vi").casefold()


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_font_of_each_run_says_the_same_as_that_of_a_style(encoding):
    assert year("docx", word(encoding, style=False), encoding) == (RIGHT, ["text-converted"])


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_document_in_unicode_stays_whichever_encoding_is_asked_for(kind, encoding):
    assert year(kind, content(kind, "none"), encoding) == (RIGHT, [])


def test_one_row_in_an_old_font_is_told_and_the_others_are_read():
    made = Document()
    made.add_paragraph(TITLE)
    cells = made.add_table(6, 5)
    for line, texts in zip(cells.rows, table(), strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            cell.text = text
    run = cells.rows[2].cells[1].paragraphs[0].runs[0]
    run.text, run.font.name = encode(ROWS[1].label, "tcvn3"), ".VnTime"
    stream = io.BytesIO()
    made.save(stream)
    values, codes = year("docx", stream.getvalue())
    assert values == {"done": 25, "people": 120, "board": 1}
    assert sorted(codes) == ["text-legacy", "text-rows-absent"]
    assert year("docx", stream.getvalue(), "tcvn3") == (RIGHT, ["text-converted"])


def test_a_soft_hyphen_in_an_old_font_is_a_letter():
    """TCVN3 writes ư as the sign that Word takes for a place where a word may be parted."""
    run = '<w:r><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr><w:t>ng</w:t><w:softHyphen/><w:t>êi d©n</w:t></w:r>'
    ((_, document),) = read("docx", word_file(f"<w:p>{run}</w:p>"), "tcvn3").documents
    assert [text for _, text in document.lines] == ["người dân"]
    ((_, document),) = read("docx", word_file(f"<w:p>{run}</w:p>")).documents
    assert [one.code for one in document.findings] == ["text-legacy"]


def test_the_command_line_takes_the_encoding_and_refuses_others(tmp_path):
    path = tmp_path / "Xã Hoằng Cát 2023.csv"
    path.write_bytes(
        encode("unit,dossiers_received,Ghi chú\nXã Hoằng Cát,12,Số liệu của người tiếp nhận\n", "tcvn3").encode(
            "latin-1"
        )
    )
    told = command("check", path, "--scheme", "minh-hoa-2023")
    assert told.code == 3
    assert "--encoding tcvn3" in told.out + told.err
    taken = command("import", path, "-o", tmp_path / "out", "--scheme", "minh-hoa-2023", "--encoding", "tcvn3", "-v")
    assert "Xã Hoằng Cát" in taken.out
    assert "TCVN3 (.VnTime)" in taken.err
    refused = command("check", path, "--encoding", "viscii")
    assert refused.code == 2
    assert "tcvn3" in refused.err
