"""`export form`: one file for every unit or one for all, and what is said where it cannot be."""

import shutil

import openpyxl
import pytest

from cchc_score.cli.words import PHRASES
from cchc_score.forms.form_kinds import FORM_KINDS
from tests.running import EXAMPLES, command

YEAR = EXAMPLES / "hoang-hoa-2023"


def test_every_kind_is_named_in_the_help():
    for lang in ("vi", "en"):
        for name in FORM_KINDS:
            assert f"{name} (" in PHRASES["form"].in_(lang), name


@pytest.mark.full
def test_a_folder_gets_a_workbook_for_every_unit(tmp_path):
    result = command(
        "export", "form", "commune", YEAR, "-o", tmp_path / "so", "--unit", "M01", "--unit", "Xã Hoằng Cát"
    )
    assert (result.code, result.out) == (0, f"Đã ghi 2 tệp vào {(tmp_path / 'so').as_posix()}.\n")
    assert sorted(path.name for path in (tmp_path / "so").iterdir()) == ["15865.xlsx", "M01.xlsx"]
    book = openpyxl.load_workbook(tmp_path / "so" / "M01.xlsx")
    assert book.sheetnames == ["Số liệu", "Số liệu bổ sung", "Tự chấm"]
    assert book["Tự chấm"]["A7"].value == "Đơn vị: Xã Mẫu 01 (M01)"
    assert all(tab.protection.sheet for tab in book)


@pytest.mark.full
@pytest.mark.parametrize("kind", ["report", "self-score"])
@pytest.mark.parametrize("file", ["xlsx", "docx", "csv"])
def test_a_file_without_a_unit_is_an_empty_form(kind, file, tmp_path):
    result = command("export", "form", kind, "--scheme", "minh-hoa-2023", "-o", tmp_path / f"mau.{file}")
    assert (result.code, result.err) == (0, "")
    assert (tmp_path / f"mau.{file}").stat().st_size > 1000


@pytest.mark.full
def test_the_same_year_gives_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        command("export", "form", "commune", YEAR, "--unit", "M01", "-o", tmp_path / f"{name}.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("xyz", YEAR, "-o", "a"), "dùng một trong: commune, report"),
        (("commune", YEAR), "thiếu tùy chọn -o FILE|DIR"),
        (("commune", YEAR, "-o", "a.csv"), "'a.csv'"),
        (("commune", YEAR, "-o", "a", "--format", "csv"), "dùng một trong: xlsx, docx"),
        (("report", YEAR, "-o", "a.xlsx", "--format", "docx"), "dùng một trong: xlsx"),
        (("report", YEAR, "-o", "a.xlsx", "--unit", "M01", "--unit", "M02"), "chỉ dùng cho một đơn vị"),
        (("report", YEAR, "-o", "a", "--unit", "Xã Lạ"), "--unit 'Xã Lạ' không có ở đây"),
    ],
)
def test_what_is_asked_in_vain_is_told(words, told, tmp_path):
    result = command("export", "form", *words, cwd=tmp_path)
    assert (result.code, told in result.err) == (2, True), result.err
    assert not list(tmp_path.iterdir())


@pytest.mark.full
def test_a_workbook_sent_back_is_read_in_one_folder_for_both(tmp_path):
    year = tmp_path / "nam"
    shutil.copytree(YEAR, year)
    command("export", "form", "commune", year, "-o", tmp_path / "so", "--unit", "M01")
    for path in (year / "reports").iterdir():
        if path.name != "dieu-tra-va-tham-dinh.csv":
            path.unlink()
    book = openpyxl.load_workbook(tmp_path / "so" / "M01.xlsx")
    tab = book["Tự chấm"]
    row = next(row for row in range(1, tab.max_row) if tab.cell(row, 1).value == "1.1.1")
    tab.cell(row, 6).value, tab.cell(row, 7).value = 1, "Kế hoạch 02"
    book.save(year / "reports" / "M01.xlsx")
    with (year / "cchc.toml").open("a", encoding="utf-8") as file:
        file.write('self_scores = "reports"\n')
    assert "lỗi " not in command("check", year).out
    sheet = command("score", year, "--unit", "M01", "--stage", "self", "--format", "json").out
    assert '"1.1.1"' in sheet
    status = command("status", year).out
    line = next(line for line in status.splitlines() if line.startswith("Xã Mẫu 01"))
    assert line.split()[3:6] == ["đã", "gửi", "72/72"]
    assert "1/50" in line


@pytest.mark.full
def test_a_file_of_figures_alone_is_no_fault_in_a_folder_for_both(tmp_path):
    year = tmp_path / "nam"
    shutil.copytree(YEAR, year)
    with (year / "cchc.toml").open("a", encoding="utf-8") as file:
        file.write('self_scores = "reports"\n')
    command("export", "form", "self-score", year, "--unit", "M02", "-o", year / "reports" / "M02-tu-cham.xlsx")
    result = command("check", year, "--format", "json")
    assert '"severity": "error"' not in result.out
    assert "report-self-score" in result.out
    assert "claims-nowhere" not in result.out


@pytest.mark.full
def test_import_takes_the_figures_of_a_workbook(tmp_path):
    command("export", "form", "commune", YEAR, "--unit", "M01", "-o", tmp_path / "M01.xlsx")
    result = command(
        "import", tmp_path / "M01.xlsx", "--scheme", "minh-hoa-2023", "-o", tmp_path / "toml", "--unit", "M01"
    )
    assert result.code == 0, result.err
    (path,) = (tmp_path / "toml").glob("*.toml")
    text = path.read_text(encoding="utf-8")
    assert "plan_tasks" in text
    # What the form does not ask for is listed by its code.
    assert "website" in text
