"""The command `report`: one volume, a folder, and wrong words."""

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


def test_what_is_there_stays(tmp_path):
    (tmp_path / "a.xlsx").write_text("cũ", encoding="utf-8")
    assert command("report", YEAR, "-o", tmp_path / "a.xlsx").code == 3
    assert (tmp_path / "a.xlsx").read_text(encoding="utf-8") == "cũ"
