"""The superior's own appendix, on the command line."""

import io
import json

import pytest
from docx import Document
from openpyxl import load_workbook

from cchc_score.cli.exits import Exit
from tests.running import EXAMPLES, command

YEAR = EXAMPLES / "hoang-hoa-2023"


def test_the_figures_of_all_units_stand_in_the_rows_of_the_form():
    shown = command("summary", YEAR, "-q")
    assert shown.code in (0, 1)
    line = next(line for line in shown.out.splitlines() if line.startswith("1.1.2 "))
    assert line.split()[-3:] == ["375", "94,94", "15"]
    assert "Xã Hoằng Cát, Xã Mẫu 06" in shown.out
    assert "tính là 0" in shown.out


@pytest.mark.full
def test_every_format_and_language_gives_it():
    data = json.loads(command("summary", YEAR, "-q", "--format", "json").out)
    row = next(row for row in data["rows"] if row["row"] == "1.1.2")
    assert (row["sum"]["total"], row["sum"]["share"]["whole"]) == ("375", "395")
    assert data["stage"] == "reported"
    assert "Units without it" in command("summary", YEAR, "-q", "--lang", "en", "--format", "csv").out
    assert "<table" in command("summary", YEAR, "-q", "--format", "html").out


@pytest.mark.full
def test_some_units_and_a_later_stage():
    data = json.loads(command("summary", YEAR, "-q", "--unit", "M01", "--stage", "final", "--format", "json").out)
    assert ([unit["code"] for unit in data["units"]], data["stage"]) == (["M01"], "final")


@pytest.mark.full
def test_a_document_to_sign(tmp_path):
    for kind in ("xlsx", "docx", "pdf"):
        target = tmp_path / f"phu-luc.{kind}"
        told = command("summary", YEAR, "-q", "-o", target)
        assert target.name in told.out
        again = tmp_path / f"b.{kind}"
        command("summary", YEAR, "-q", "-o", again)
        assert target.read_bytes() == again.read_bytes()
    page = load_workbook(tmp_path / "phu-luc.xlsx").active
    assert any(
        [cell.value for cell in row][:4] == ["1.1.2", "Số nhiệm vụ đã hoàn thành", "Nhiệm vụ", 375] for row in page
    )
    document = Document(io.BytesIO((tmp_path / "phu-luc.docx").read_bytes()))
    assert any("TỔNG HỢP SỐ LIỆU" in paragraph.text for paragraph in document.paragraphs)


def test_without_a_form_the_figures_that_the_criteria_ask_for_are_added():
    data = json.loads(command("summary", EXAMPLES / "bo-chi-so-766", "-q", "--format", "json").out)
    assert all(row["row"] == "" for row in data["rows"])


def test_a_unit_that_nobody_knows_is_a_wrong_word():
    assert command("summary", YEAR, "--unit", "Z99").code == 2


@pytest.mark.full
def test_a_year_whose_figures_others_give_has_nothing_to_add(tmp_path):
    told = command("summary", EXAMPLES / "lam-dong-2025", "-q", "-o", tmp_path / "a.xlsx")
    assert told.code == Exit.NOTHING
    assert not (tmp_path / "a.xlsx").exists()
