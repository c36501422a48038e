"""The command `report` for annexes: the published year as its signed page, one file a unit, heads, refusals."""

import csv
import sys
from fractions import Fraction as F
from unittest import mock

import pytest
from docx import Document

from cchc_score.errors import WriteError
from cchc_score.points import round_half_up
from cchc_score.report.annex.annex_docx import annex_docx
from cchc_score.report.annex.annex_pdf import annex_pdf
from cchc_score.report.annex.annex_texts import texts_beside_tables
from cchc_score.report.annex.letterhead_words import date_line
from cchc_score.text import shown
from cchc_score.year.letterhead import Letterhead
from tests.report.annex.made import bare, document_of, docx_tables, pdf_tables
from tests.results.years import FINAL
from tests.running import EXAMPLES, ROOT, command

LAM_DONG = EXAMPLES / "lam-dong-2025"


@pytest.mark.full
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_the_published_year_is_printed_as_its_signed_page(tmp_path, kind):
    path = tmp_path / f"phu-luc.{kind}"
    assert command("report", LAM_DONG, "--what", "ranking", "-o", path, "--quiet").code == 0
    tables = {"docx": docx_tables, "pdf": pdf_tables}[kind](path.read_bytes())
    with (ROOT / "tests" / "lam-dong-2025.csv").open(encoding="utf-8", newline="") as file:
        published = list(csv.DictReader(file))
    assert [row[0] for row in tables[0][1:]] == [one["rank"] for one in published]
    for row, one in zip(tables[0][1:], published, strict=True):
        assert row[1].casefold() == bare(one["unit"]).casefold()
        assert row[2] == shown(one["max_total"])
        # Where two totals would look alike the program prints one decimal more than the council did.
        assert as_published(row[3], one["points_total"]) == F(one["points_total"])
        assert as_published(row[4], one["index_percent"]) == F(one["index_percent"])
        assert row[5].upper() == bare(one["class"])


def as_published(text, published):
    """A printed number with as many decimals as the council printed."""
    decimals = len(published.partition(".")[2])
    return F(round_half_up(F(text.replace(".", "").replace(",", ".")), decimals), 10**decimals)


@pytest.mark.full
def test_each_unit_has_a_file_of_its_own_in_a_folder(tmp_path):
    folder = tmp_path / "phieu"
    asked = ("--what", "sheets", "--unit", "LD001", "--unit", "LD002", "--format", "docx")
    assert command("report", LAM_DONG, *asked, "-o", folder, "--quiet").code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["LD001.docx", "LD002.docx"]
    (table,) = docx_tables((folder / "LD001.docx").read_bytes())
    assert table[-1][1] == "TỔNGCỘNG"


@pytest.mark.full
def test_a_file_about_one_unit_is_checked_by_what_it_holds(tmp_path):
    path = tmp_path / "phieu.pdf"
    assert command("report", LAM_DONG, "--what", "sheets", "--unit", "LD001", "-o", path, "--quiet").code == 0
    assert command("verify", path).code == 0


@pytest.mark.full
def test_headings_stand_again_on_each_page_and_pages_are_numbered_from_the_second_on(tmp_path):
    path = tmp_path / "phu-luc.docx"
    assert command("report", LAM_DONG, "--what", "ranking", "-o", path, "--quiet").code == 0
    made = Document(str(path))
    assert made.sections[0].different_first_page_header_footer
    assert made.sections[0].header._element.xpath(".//w:fldSimple")
    page = made.sections[0]
    assert [round(side.cm, 1) for side in (page.page_width, page.page_height, page.left_margin, page.right_margin)] == [
        21.0, 29.7, 3.0, 1.5,
    ]  # fmt: skip


def test_an_annex_to_a_decision_has_no_head_of_its_own():
    texts = list(texts_beside_tables(document_of(FINAL, letterhead=Letterhead(attached_to="Quyết định số 1/QĐ-UBND"))))
    assert texts[0] == "PHỤ LỤC"
    assert "(Kèm theo Quyết định số 1/QĐ-UBND)" in texts
    assert not any("CỘNG HÒA" in text for text in texts)


def test_a_day_is_written_as_the_decree_has_it():
    from datetime import date

    days = {date(2026, 2, 2): "ngày 02 tháng 02 năm 2026", date(2026, 11, 30): "ngày 30 tháng 11 năm 2026"}
    for day, words in days.items():
        assert date_line(Letterhead(place="An", day=day), "vi") == f"An, {words}"
    assert "....." in date_line(Letterhead(place="An"), "vi")


def test_a_fault_of_the_head_is_told_with_its_line(tmp_path):
    assert command("init", tmp_path / "nam").code == 0
    config = tmp_path / "nam" / "cchc.toml"
    config.write_text(config.read_text(encoding="utf-8") + "\n[annex]\nagncy = 'x'\n", encoding="utf-8")
    told = command("check", tmp_path / "nam")
    assert told.code == 4
    assert "agncy" in told.err


@pytest.mark.parametrize(("library", "write"), [("typst", annex_pdf), ("docx", annex_docx)])
def test_without_the_library_it_is_said_what_to_install(library, write):
    with mock.patch.dict(sys.modules, {library: None}), pytest.raises(WriteError) as refused:
        write(document_of(FINAL))
    assert [finding.code for finding in refused.value.findings] == ["writer-absent"]
