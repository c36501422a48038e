"""What an import has read from where: the laws of a page, one line a file, and the JSON."""

from fractions import Fraction as F

import pytest

from cchc_score.findings import Finding, Place
from cchc_score.model import Unit
from cchc_score.pages.import_page import import_page
from cchc_score.results.receipts import ImportedReport, ImportReceipt
from cchc_score.review.read_files import ReadFile
from tests.pages.page_laws import LANGUAGES, assert_page_holds, column

UNITS = tuple(Unit(code, f"Xã {code}") for code in ("A", "B", "C"))
FAULT = Finding("archive-broken", Place("hong.docx"))
LATER = Finding("unit-twice", Place("a.docx", unit="Xã A"), {"other": "b.docx"})
GRAVE = Finding("value-negative", Place("a.docx", 7, "Xã A", "1.1", table=2), {"fact": "x", "text": "-1"})
NOTE = Finding("office-converted", Place("a.docx"), {"kind": "x", "program": "y"})
FILES = (
    ReadFile("a.docx", units=UNITS[:1], years=(2023,), figures=1234, rows=1300, blank=3, findings=(NOTE, LATER, GRAVE)),
    ReadFile("b.csv", units=UNITS, years=(2022, 2023), figures=9),
    ReadFile("c.doc", converted="LibreOffice 7.4", others=("Xã Lạ",), rows=61),
    ReadFile("d.pdf", draft=True, units=UNITS[:2], figures=5, rows=61, doubts=1, drafts=5),
    ReadFile("e.pdf", carried="cchc-score.toml", units=UNITS[:1]),
    ReadFile("hong.docx", read=False, findings=(FAULT,)),
    ReadFile("-"),
)
REPORTS = (ImportedReport(UNITS[0], "A.toml", 1234, 2, (GRAVE, LATER), ""),)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_there_is_a_line_for_each_file_also_for_those_that_failed(lang):
    page = import_page(ImportReceipt("so-lieu", REPORTS, FILES), lang)
    assert_page_holds(page, lang)
    (sheet,) = page.sheets
    assert [row[0] for row in sheet.rows] == [file.file for file in FILES]
    read, unit, year = ([cell.text for cell in column(sheet, heading)] for heading in (
        ("Cách đọc", "Đơn vị", "Năm") if lang == "vi" else ("Read as", "Unit", "Year")
    ))  # fmt: skip
    assert unit == ["Xã A", "3 đơn vị" if lang == "vi" else "3 units", "Xã Lạ (?)", "Xã A, Xã B", "Xã A", "", ""]
    assert year == ["2023", "2022, 2023", "", "", "", "", ""]
    assert read[:4] == (
        [".docx", ".csv", ".doc, chuyển bằng LibreOffice 7.4", ".pdf, bản nháp"]
        if lang == "vi"
        else [".docx", ".csv", ".doc, converted by LibreOffice 7.4", ".pdf, draft"]
    )
    assert "cchc-score.toml" in read[4]
    assert read[5:] == (["không đọc được", "đầu vào chuẩn"] if lang == "vi" else ["not read", "standard input"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_counts_are_numbers_and_a_file_without_a_form_has_no_rows(lang):
    (sheet,) = import_page(ImportReceipt("so-lieu", REPORTS, FILES), lang).sheets
    assert [cell.value for cell in sheet.cells[0][4:10]] == [F(1234), F(1300), F(3), F(0), F(0), F(1)]
    assert sheet.cells[1][5].value is None
    (bare,) = import_page(ImportReceipt("so-lieu", REPORTS, FILES[:2]), lang).sheets
    assert len(sheet.headings) == len(bare.headings) + 1, "drafts have a column only where there are some"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_gravest_of_what_needs_a_look_is_said_in_words(lang):
    page = import_page(ImportReceipt("so-lieu", REPORTS, FILES), lang)
    looks = [cell.text for cell in column(page.sheets[0], "Cần xem" if lang == "vi" else "To look at")]
    place = "bảng 2, dòng 7: dòng 1.1: " if lang == "vi" else "table 2, row 7: row 1.1: "
    more = " (và 1 điều khác)" if lang == "vi" else " (and 1 more)"
    assert looks[0] == f"{place}{GRAVE.what(lang)}{more}"
    assert looks[1:5] == [""] * 4
    assert looks[5] == FAULT.what(lang)
    assert page.notes == (
        ("Đã ghi 1 tệp vào so-lieu.", "2/7 tệp cần xem lại.")
        if lang == "vi"
        else ("Wrote 1 files into so-lieu.", "2 of 7 files need a look.")
    )
    nothing = import_page(ImportReceipt("so-lieu", (), FILES[1:2]), lang)
    assert nothing.notes == ("Không ghi tệp nào." if lang == "vi" else "Wrote no file.",)


def test_the_data_have_the_files_that_were_written_and_those_that_were_read():
    data = import_page(ImportReceipt("so-lieu", REPORTS, FILES), "en").data
    (written,) = data["files"]
    assert (written["unit"], written["facts"], written["in_doubt"]) == ("A", 1234, 2)
    first, *_, failed, _ = data["documents"]
    assert (first["units"], first["figures"], first["rows"], first["errors"], first["warnings"]) == (
        ["A"], 1234, 1300, 1, 1,
    )  # fmt: skip
    assert (failed["read"], failed["look"]) == (False, FAULT.what("en"))
