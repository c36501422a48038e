"""The command `report`: one volume, a folder, and wrong words."""

import re

import docx
import openpyxl
import pytest

from tests.running import EXAMPLES, command

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported.*:UserWarning")

YEAR = EXAMPLES / "huyen-them-tieu-chi"


def test_a_volume_has_the_pieces_that_are_asked_for(tmp_path):
    result = command("report", YEAR, "--what", "ranking", "--what", "summary", "-o", tmp_path / "a.xlsx")
    assert "a.xlsx" in result.out
    names = openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames
    assert names[:2] == ["Xếp hạng", "Thống kê"]
    assert "Lĩnh vực" not in names


def test_a_folder_has_a_file_for_every_unit(tmp_path):
    command("report", YEAR, "-o", tmp_path / "phieu", "--lang", "en")
    files = sorted(path.name for path in (tmp_path / "phieu").iterdir())
    assert len(files) == 3
    names = openpyxl.load_workbook(tmp_path / "phieu" / files[0]).sheetnames
    assert "Ranking" not in names
    assert "Figures" in names


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "-o FILE|DIR"),
        (["-o", "a.txt"], ".xlsx"),
        (["-o", "a.xlsx", "--format", "pdfx"], "--format"),
        (["-o", "a.xlsx", "--what", "all-of-it"], "not-applicable"),
        (["-o", "phieu", "--what", "ranking"], "sheets"),
        (["-o", "a.xlsx", "--unit", "nobody"], "nobody"),
        (["-o", "a.xlsx", "--stage", "nobody"], "nobody"),
    ],
)
def test_a_wrong_word_is_told_and_nothing_written(tmp_path, words, said):
    result = command("report", YEAR, *words, cwd=tmp_path)
    assert result.code == 2
    assert said in result.err
    assert not list(tmp_path.iterdir())


def titles(path) -> list[str]:
    """The headings of the parts of a Word document."""
    return [one.text for one in docx.Document(path).paragraphs if re.match(r"\d\. ", one.text)]


def test_a_volume_to_be_signed_goes_without_sheets_unless_they_are_asked_for(tmp_path):
    command("report", YEAR, "-o", tmp_path / "a.docx")
    command("report", YEAR, "--what", "all", "-o", tmp_path / "b.docx")
    without, with_sheets = (docx.Document(tmp_path / name) for name in ("a.docx", "b.docx"))
    assert titles(tmp_path / "a.docx") == titles(tmp_path / "b.docx")
    assert len(without.tables) + 3 <= len(with_sheets.tables)


@pytest.mark.full
def test_more_sheets_than_one_file_can_hold_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("cchc_score.app.report_files.MOST_SHEETS", 2)
    for name in ("a.xlsx", "a.docx", "a.pdf"):
        result = command("report", YEAR, "--what", "sheets", "-o", tmp_path / name)
        assert result.code == 2
        assert "3 phiếu điểm" in result.err
    assert command("report", YEAR, "--what", "sheets", "--format", "docx", "-o", tmp_path / "phieu").code in (0, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["phieu"]


def test_what_is_there_stays(tmp_path):
    (tmp_path / "a.xlsx").write_text("cũ", encoding="utf-8")
    assert command("report", YEAR, "-o", tmp_path / "a.xlsx").code == 3
    assert (tmp_path / "a.xlsx").read_text(encoding="utf-8") == "cũ"
