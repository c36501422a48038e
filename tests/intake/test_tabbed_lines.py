"""Tables typed with tabs in Word and in texts: read as tables, and no figure where the tabs do not fit."""

import io

import pytest
from docx import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from cchc_score.builtin.readers import read_docx, read_text
from cchc_score.documents import Tables
from cchc_score.intake.read_document import reports_of
from cchc_score.intake.tabbed_lines import with_tabbed_tables
from tests.appendix_files import FORM, INDICATORS

TITLE = "BÁO CÁO"
HEADINGS = ["STT", *(FORM.columns["label"][:1]), "Đơn vị tính", "Số liệu", "Ghi chú"]
ROWS = [
    ["1", "Chỉ đạo điều hành", "", "", ""],
    ["1.1", "Số nhiệm vụ được giao", "Nhiệm vụ", "15", ""],
    ["1.2", "Số nhiệm vụ hoàn thành", "Nhiệm vụ", "14", "còn 1"],
    ["1.3", "Số người tham dự", "Người", "120", ""],
    ["1.4", "Niêm yết", "Không = 0 Có = 1", "1", ""],
]
ALL = {"tasks": 15, "done": 14, "people": 120, "board": True}


def word(paragraphs):
    document = WordDocument()
    for text in paragraphs:
        document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return read_docx(stream.getvalue(), "x.docx")


def lines(rows=ROWS, headings=HEADINGS):
    return [TITLE, *("\t".join(row) for row in (headings, *rows))]


def read(document):
    (report,) = reports_of(document, "x.docx", FORM, INDICATORS, 2025)
    return report


def told(report):
    return {one.code: one.value for one in report.facts}


def test_paragraphs_with_tabs_are_rows_of_a_table():
    report = read(word(lines()))
    assert told(report) == ALL
    assert report.facts[0].place().words() == "x.docx: đoạn 4: dòng 1.1"
    assert report.facts[1].origin.remark == "còn 1"


def test_blank_paragraphs_between_rows_change_nothing():
    spread = [text for line in lines() for text in (line, "")]
    assert told(read(word(spread))) == ALL


def test_blank_cells_at_the_end_of_a_row_may_be_left_out():
    assert told(read(word([line.rstrip("\t") for line in lines()]))) == ALL


def test_a_table_that_words_interrupt_goes_on():
    whole = lines()
    assert told(read(word([*whole[:4], "Trang 2", *whole[4:]]))) == ALL


def test_a_row_with_a_tab_too_many_gives_no_figure():
    rows = [list(row) for row in ROWS]
    rows[2].insert(2, "")
    report = read(word(lines(rows)))
    assert told(report) == {code: value for code, value in ALL.items() if code != "done"}
    (finding,) = [one for one in report.findings if one.code == "tabs-uneven"]
    assert finding.place.words() == "x.docx: đoạn 5: dòng 1.2"


def test_a_value_with_a_tab_too_few_is_told_beside_its_cell():
    rows = [list(row) for row in ROWS]
    rows[1] = ["1.1", "Số nhiệm vụ được giao", "15"]
    report = read(word(lines(rows)))
    assert "tasks" not in told(report)
    assert "row-blank-beside" in [one.code for one in report.findings]


def test_a_document_without_tabs_or_without_headings_stays_as_it_is():
    for plain in (Tables((), ((1, "không có gì"),)), Tables((), ((1, "a\tb\tc"), (2, "d\te\tf")))):
        assert with_tabbed_tables(plain, FORM) is plain


def numbered(paragraph):
    """Give a paragraph an automatic number of the template's own list."""
    rules = paragraph._p.get_or_add_pPr()
    numbering = OxmlElement("w:numPr")
    for name, value in (("ilvl", "0"), ("numId", "1")):
        element = OxmlElement(f"w:{name}")
        element.set(qn("w:val"), value)
        numbering.append(element)
    rules.append(numbering)


def test_automatic_numbers_of_paragraphs_are_their_codes():
    document = WordDocument()
    document.add_paragraph("\t".join(HEADINGS[1:]))
    part = document.part.numbering_part.element
    (number,) = [one for one in part.num_lst if one.numId == 1]
    kind = next(
        one
        for one in part.findall(qn("w:abstractNum"))
        if one.get(qn("w:abstractNumId")) == str(number.abstractNumId.val)
    )
    level = kind.find(qn("w:lvl"))
    level.find(qn("w:numFmt")).set(qn("w:val"), "decimal")
    level.find(qn("w:lvlText")).set(qn("w:val"), "1.%1.")
    for row in ROWS[1:]:
        numbered(document.add_paragraph("\t".join(row[1:])))
    stream = io.BytesIO()
    document.save(stream)
    assert told(read(read_docx(stream.getvalue(), "x.docx"))) == ALL


@pytest.mark.parametrize("between", ["\t", "   "])
def test_a_text_of_a_plain_form_is_read_as_before(between):
    text = "\n".join(line.replace("\t", between) for line in lines())
    assert told(read(read_text(text.encode(), "x.txt"))) == ALL
