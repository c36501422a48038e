"""A year into which nothing has come yet: made by one command, and ready for real work once its units are listed."""

import pytest
from openpyxl import load_workbook

from tests.running import command

ORIGINS = ["lam-dong", "minh-hoa"]


@pytest.fixture(params=ORIGINS)
def year(request, tmp_path):
    made = command("init", tmp_path / "nam", "--from", request.param, "--empty")
    assert (made.code, "don-vi.csv" in made.out) == (0, True)
    return tmp_path / "nam"


def listed(year):
    with (year / "don-vi.csv").open("a", encoding="utf-8") as file:
        file.write("X01,Xã Một,xã\nX02,Xã Hai,xã\n")


def test_an_empty_year_says_that_its_units_are_to_be_listed(year):
    assert not any(path.is_file() for folder in year.iterdir() if folder.is_dir() for path in folder.iterdir())
    told = command("check", year)
    assert (told.code, "don-vi.csv" in told.err) == (3, True)


def test_its_phases_can_be_read_once_they_are_no_comment(year):
    text = (year / "cchc.toml").read_text(encoding="utf-8")
    at = text.index("# [phases]")
    opened = text[:at] + text[at:].replace("# ", "")
    (year / "cchc.toml").write_text(opened, encoding="utf-8")
    listed(year)
    assert (
        "thẩm định vòng 2"
        in command("status", year, "--on", "09/01/2026").out + command("status", year, "--on", "09/01/2024").out
    )


@pytest.mark.full
def test_every_step_of_the_work_begins_from_it(year, tmp_path):
    listed(year)
    assert command("check", year).code == 1
    status = command("status", year)
    assert (status.code, "Báo cáo: 2 chưa gửi" in status.out) == (0, True)
    assert command("journal", "take", year, "--by", "Lan").code == 0
    for kind, target in (("commune", "so"), ("targets", "cac-so.xlsx"), ("units", "don-vi.xlsx")):
        assert command("export", "form", kind, year, "-o", tmp_path / target).code == 0
    # One folder takes the workbooks of the communes, for their figures and for their self-scores.
    for path in (tmp_path / "so").iterdir():
        book = load_workbook(path)
        claims = book.worksheets[-1] if "chấm" in book.worksheets[-1].title else book["Tự chấm"]
        open_cells = [cell for row in claims.iter_rows(min_row=11) for cell in row if not cell.protection.locked]
        (points,) = [cell for cell in open_cells if cell.column == 6][:1]
        points.value = claims.cell(points.row, 4).value
        claims["B8"] = "10/12/2025"
        book.save(year / "so-xa" / path.name)
    assert command("journal", "take", year, "--by", "Lan").code == 0
    ranked = command("rank", year, "--stage", "tu-cham")
    assert (ranked.code, "Xã Hai" in ranked.out) == (0, True), ranked.err


@pytest.mark.full
def test_the_list_of_units_is_written_for_filling_in_before_there_is_any(year, tmp_path):
    assert command("export", "form", "units", year, "-o", tmp_path / "don-vi.xlsx").code == 0
    book = load_workbook(tmp_path / "don-vi.xlsx")
    page = book.active
    head = next(row[0].row for row in page.iter_rows() if row[0].value == "Mã đơn vị")
    page.cell(head + 1, 1).value, page.cell(head + 1, 2).value = "X01", "Xã Một"
    book.save(year / "don-vi.xlsx")
    text = (year / "cchc.toml").read_text(encoding="utf-8")
    (year / "cchc.toml").write_text(text.replace('"don-vi.csv" ', '"don-vi.xlsx"'), encoding="utf-8")
    assert "Xã Một" in command("status", year).out
