"""Scans made by code, read by the engines themselves: every figure is right or marked, and how many are right."""

import pytest

from cchc_score.builtin.readers import read_image, read_scanned_pdf
from cchc_score.intake.read_document import reports_of
from tests.pdf.appendices import FORM, INDICATORS, VALUES, appendix
from tests.pdf_files import A4_TABLE, real_appendix
from tests.reports import appendix_rows
from tests.scan_files import ASKEW, CLEAN, POOR, Glass, as_file, needs_tesseract, pages, scan

pytestmark = needs_tesseract
ROWS = [row["value_as_printed"] for row in appendix_rows()]


def values(document):
    """What stands in the column of figures, row by row below the headings of each page."""
    return [cells[3].text for table in document.tables for _, cells in table.rows[2:]]


@pytest.mark.full
def test_all_figures_and_blanks_of_three_pages_scanned_in_three_manners_are_right():
    read = values(read_scanned_pdf(scan(real_appendix(gap=6), CLEAN, ASKEW, POOR), "a.pdf"))
    right = sum(one == printed for one, printed in zip(read, ROWS, strict=True))
    assert (right, len(ROWS), sum(map(bool, ROWS))) == (77, 77, 62)


@pytest.mark.full
@pytest.mark.parametrize("glass", [CLEAN, ASKEW, POOR])
def test_all_rows_of_the_whole_appendix_are_right_in_each_manner(glass):
    assert values(read_scanned_pdf(scan(real_appendix(gap=6), glass), "a.pdf")) == ROWS


@pytest.mark.full
def test_a_picture_that_lies_on_its_side_is_turned_and_its_rows_are_met():
    (picture,) = pages(appendix(A4_TABLE), Glass(turned=1, askew=0.4, noise=5))
    (report,) = reports_of(read_image(as_file(picture, "PNG"), "15865.png"), "15865.png", FORM, INDICATORS, 2023)
    printed = {fact.origin.row: fact.origin.printed for fact in report.facts}
    doubted = {code for code, _ in report.doubts}
    wrong = {row for row, text in printed.items() if text != VALUES[row]}
    assert printed.keys() == VALUES.keys()
    assert {f"f{row.replace('.', '_').replace('/', '_')}" for row in wrong} <= doubted
    assert all(fact.origin.draft for fact in report.facts)
    assert report.unit.casefold() == "xã hoằng cát"
