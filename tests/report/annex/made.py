"""Annexes for tests: documents of random years with texts that mean harm, and what is read back of the files."""

from io import BytesIO

from docx import Document
from hypothesis import strategies as st

from cchc_score.office.form_sheet import plain_text
from cchc_score.pdf.annex_child import read_tagged
from cchc_score.report.annex.annex_document import cell_lines, printable
from cchc_score.report.annex.report_annex import annex_of
from cchc_score.results.area_parts import area_parts
from cchc_score.results.ranked_units import ranking
from cchc_score.results.year_report import PIECES, YearReport
from cchc_score.year.letterhead import Letterhead

HOSTILE = (
    "= 1 + 1",
    '=HYPERLINK("http://x.invalid","x")',
    "-2+3",
    "#N/A",
    "_x0041_",
    '#import "x.typ": *',
    '#link("https://example.org")[đây]',
    "*đậm* _nghiêng_ $x^2$ @nhãn <nhãn> `mã` // hết",
    "https://example.org/?a=1&b=2",
    "<w:t>&amp;</w:t>",
    '{ PAGE } { HYPERLINK "x" }',
    "Xã \u202eEVIL\u202c\u2066an\u2069",
    "Xã\x00\x07\x1b[31m",
    "Xã Hoà Bi\u0300nh",
    "- mục",
    "/ Terms: x",
    "\\u{41} \\ ~ --- ...",
    "\u0301\u0301",
    "a" * 300,
    "Chữ " * 200,
)
TEXTS = st.sampled_from(HOSTILE) | st.text(st.characters(codec="utf-8", max_codepoint=0x24F), min_size=1, max_size=40)
HEAD = Letterhead(
    "UBND tỉnh", "Hội đồng", "1/BC", "An", None, "", "TM. Hội đồng", "Chủ tịch", "Nguyễn Văn An", ("Lưu",)
)


def report_of(scored, pieces=PIECES, letterhead=HEAD, scheme_text=b""):
    """The report of a stage with all of its units."""
    rows = tuple(range(len(scored.sheet.table.units)))
    return YearReport(
        ranking=ranking(scored),
        pieces=frozenset(pieces),
        rows=rows,
        parts=area_parts(scored),
        letterhead=letterhead,
        scheme_text=scheme_text,
    )


def document_of(scored, lang="vi", **report):
    """The same as a document."""
    return annex_of(report_of(scored, **report), lang)


def wanted_tables(document):
    """The texts of all tables as they are printed, headings first; spaces do not count."""
    return [
        [
            [bare(printable(one.text)) for one in table.sheet.headings],
            *([bare("".join(cell_lines(cell))) for cell in row] for row in table.sheet.typed_rows),
        ]
        for table in document.tables
    ]


def bare(text):
    """A text without spaces, also those at which long words are broken, and without what no office file can hold."""
    return "".join(plain_text(text).replace("\u200b", "").split())


def docx_tables(data):
    """The texts of the tables of a Word document that have headings, which stand again on each page."""
    found = []
    for table in Document(BytesIO(data)).tables:
        rows = table._tbl.tr_lst
        if rows[0].xpath("./w:trPr/w:tblHeader"):
            found.append([["".join(cell.xpath(".//w:t/text()")) for cell in row.tc_lst] for row in rows])
    return [[[bare(text) for text in row] for row in table] for table in found]


def pdf_tables(data):
    """The texts of the tables of a PDF, by its tags; its reader names no cell in which nothing stands."""
    return filled([[[bare(text) for text in row] for row in table] for table in read_tagged(data)["tables"]])


def filled(tables):
    """Tables without their empty cells."""
    return [[[text for text in row if text] for row in table if any(row)] for table in tables]
