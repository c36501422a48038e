"""A folder of mixed files from the command line: one table, a workbook for a review, and its corrections taken back."""

import json
import shutil
import subprocess

import pytest
from openpyxl import load_workbook

from cchc_score.files.office_program import find_program
from cchc_score.review.review_columns import COLUMNS
from tests.office_variants import needs_office
from tests.reports import appendix_rows, word_report
from tests.running import EXAMPLES, command

TEXT = EXAMPLES / "hoang-hoa-2023" / "reports" / "hoang-cat.txt"
SCHEME = ("--scheme", "minh-hoa-2023")


@pytest.fixture
def folder(tmp_path):
    """A folder with a report in Word, a file that is broken and one that nobody reads."""
    reports = tmp_path / "bao cao"
    reports.mkdir()
    (reports / "xã.docx").write_bytes(word_report(appendix_rows()))
    (reports / "hong.docx").write_bytes(b"PK broken")
    (reports / "anh.png").write_bytes(b"x")
    return tmp_path


def imported(folder, *more):
    return command("import", "bao cao", "-o", "so-lieu", *SCHEME, "--review", "soat.xlsx", "-q", *more, cwd=folder)


def fill(path, changes, author="Nguyễn Văn An", target=None):
    """Write into a workbook: {indicator: {column: value}}."""
    book = load_workbook(path)
    page = book.worksheets[1]
    page["B2"] = author
    for row in page.iter_rows(min_row=7):
        cells = dict(zip(COLUMNS, row, strict=True))
        for role, value in changes.get(cells["indicator"].value, {}).items():
            cells[role].value = value
    book.save(target or path)
    return target or path


CHANGES = {
    "procedures_abolished": {"new": "1.250", "reason": "xã trả lời qua điện thoại"},
    "procedures_one_stop": {"confirmed": "x"},
    "plan_tasks": {"new": 30, "by": "Trần Thị Bình"},
}


@pytest.mark.full
def test_one_table_says_what_was_read_from_where(folder):
    result = imported(folder)
    assert result.code == 3
    first, _, *rows = result.out.splitlines()
    assert first.split("  ")[0] == "Tệp"
    # A row of several lines begins with the name alone.
    names = [name for row in rows if (name := row.split("  ")[0])]
    assert names[:3] == ["bao cao/anh.png", "bao cao/hong.docx", "bao cao/xã.docx"]
    assert "Đã ghi 1 tệp vào so-lieu." in rows
    assert "3/3 tệp cần xem lại." in rows
    assert imported(folder, "--force").out == result.out


@pytest.mark.full
@pytest.mark.parametrize("form", ["json", "csv", "markdown", "html", "latex"])
def test_the_table_is_there_in_every_format(folder, form):
    out = imported(folder, "--format", form, "--lang", "en").out
    assert "hong.docx" in out
    if form == "json":
        assert [one["read"] for one in json.loads(out)["documents"]] == [False, False, True]


@pytest.mark.full
def test_corrections_reach_the_points_with_their_author(folder):
    imported(folder)
    fill(folder / "soat.xlsx", CHANGES)
    before = {one.name: one.read_text(encoding="utf-8") for one in (folder / "so-lieu").iterdir()}
    done = command("correct", "soat.xlsx", "so-lieu", *SCHEME, "--format", "json", cwd=folder)
    assert (done.code, done.err) == (0, "")
    data = json.loads(done.out)
    assert [(one["indicator"], one["old"], one["new"], one["by"]) for one in data["corrections"]] == [
        ("procedures_abolished", "212", "1250", "Nguyễn Văn An"),
        ("procedures_one_stop", "2", "2", "Nguyễn Văn An"),
        ("plan_tasks", "27", "30", "Trần Thị Bình"),
    ]
    after = {one.name: one.read_text(encoding="utf-8") for one in (folder / "so-lieu").iterdir()}
    ((name, text),) = after.items()
    changed = set(text.split("\n")) - set(before[name].split("\n"))
    assert {line.partition(" ")[0] for line in changed} == set(CHANGES)
    assert 'replaces = "212", reason = "xã trả lời qua điện thoại", checked_by = "Nguyễn Văn An"' in text
    told = command("score", "so-lieu", *SCHEME, "--format", "json", "-q", cwd=folder).out
    facts = [fact for line in json.loads(told)["communes"][0]["criteria"] for fact in line["facts"]]
    (fact, *_) = [fact for fact in facts if fact["indicator"] == "plan_tasks"]
    assert (fact["value"], "Trần Thị Bình sửa từ '27'" in fact["source"]) == ("30", True)
    again = command("correct", "soat.xlsx", "so-lieu", *SCHEME, "-q", cwd=folder)
    assert again.code == 0
    assert "0 dòng soát vào 0 tệp của so-lieu; 3 dòng đã có từ trước" in again.out
    assert {one.name: one.read_text(encoding="utf-8") for one in (folder / "so-lieu").iterdir()} == after


@pytest.mark.full
def test_a_row_with_a_fault_is_told_and_the_others_are_written(folder):
    imported(folder)
    fill(folder / "soat.xlsx", {**CHANGES, "plan_tasks": {"new": "=1+1"}, "plan_tasks_done": {"new": "nhiều"}})
    done = command("correct", "soat.xlsx", "so-lieu", *SCHEME, "--lang", "en", cwd=folder)
    assert done.code == 1
    assert "soat.xlsx: Số liệu!" in done.err
    assert "this cell is a formula" in done.err
    assert "Wrote 2 checked rows into 1 files of so-lieu; 0 were there before." in done.out


@pytest.mark.full
def test_the_author_may_be_named_on_the_command_line_and_must_be_somewhere(folder):
    imported(folder)
    fill(folder / "soat.xlsx", {"plan_tasks": {"new": 30}}, author=None)
    refused = command("correct", "soat.xlsx", "so-lieu", *SCHEME, cwd=folder)
    assert (refused.code, "--by" in refused.err) == (1, True)
    assert command("correct", "soat.xlsx", "so-lieu", *SCHEME, "--by", "Lê Cúc", cwd=folder).code == 0
    (text,) = [one.read_text(encoding="utf-8") for one in (folder / "so-lieu").iterdir()]
    assert 'checked_by = "Lê Cúc"' in text


@pytest.mark.full
def test_what_has_no_report_and_what_has_two_goes_nowhere(folder):
    imported(folder)
    fill(folder / "soat.xlsx", {"plan_tasks": {"new": 30}})
    (report,) = (folder / "so-lieu").iterdir()
    shutil.copy(report, folder / "so-lieu" / "ban-sao.toml")
    two = command("correct", "soat.xlsx", "so-lieu", *SCHEME, cwd=folder)
    assert (two.code, "ban-sao.toml" in two.err) == (1, True)
    (folder / "khac").mkdir()
    none = command("correct", "soat.xlsx", "khac", *SCHEME, cwd=folder)
    assert (none.code, "không có tệp nào của đơn vị" in none.err) == (1, True)


@pytest.mark.full
def test_a_report_that_cannot_be_read_stops_it_before_anything_is_written(folder):
    imported(folder)
    fill(folder / "soat.xlsx", {"plan_tasks": {"new": 30}})
    (folder / "so-lieu" / "hong.toml").write_text("x = [", encoding="utf-8")
    before = {one: one.read_bytes() for one in (folder / "so-lieu").iterdir()}
    assert command("correct", "soat.xlsx", "so-lieu", *SCHEME, cwd=folder).code == 3
    assert {one: one.read_bytes() for one in (folder / "so-lieu").iterdir()} == before


@pytest.mark.full
@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("correct", "soat.xlsx", "so-lieu", *SCHEME), 5, "không có giá trị đúng hay xác nhận nào"),
        (("correct", "soat.csv", "so-lieu", *SCHEME), 3, "không thấy bảng soát nào"),
        (("correct", "khong-co.xlsx", "so-lieu", *SCHEME), 3, "không có tệp này"),
        (("correct", "soat.xlsx", "khong-co", *SCHEME), 3, "không có tệp này"),
        (("import", "bao cao", "-o", "khac", "--review", "soat.csv", *SCHEME), 2, ".xlsx"),
        (("import", "bao cao", "-o", "khac", "--review", "soat.xlsx", *SCHEME), 3, "--force"),
    ],
)
def test_what_cannot_be_done_is_said(folder, args, code, words):
    imported(folder)
    result = command(*args, cwd=folder)
    assert (result.code, words in result.err) == (code, True), result.err
    assert not (folder / "khac").exists()


def test_links_lead_from_the_workbook_to_the_files(folder):
    (folder / "soat").mkdir()
    command("import", "bao cao", "-o", "so-lieu", *SCHEME, "--review", "soat/a.xlsx", "-q", cwd=folder)
    book = load_workbook(folder / "soat" / "a.xlsx")
    assert book.worksheets[0]["A4"].hyperlink.target == "../bao%20cao/anh.png"
    assert book.worksheets[1]["J7"].hyperlink.target == "../bao%20cao/x%C3%A3.docx"


@pytest.mark.full
@needs_office
def test_a_workbook_that_an_office_program_saved_again_is_read_all_the_same(folder):
    imported(folder)
    shutil.copytree(folder / "so-lieu", folder / "khac")
    fill(folder / "soat.xlsx", CHANGES)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    told = [
        find_program(),
        profile,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        folder / "lai",
        folder / "soat.xlsx",
    ]
    subprocess.run(told, check=True, capture_output=True, timeout=300)
    for book, target in (("soat.xlsx", "so-lieu"), ("lai/soat.xlsx", "khac")):
        assert command("correct", book, target, *SCHEME, cwd=folder).code == 0
    first, second = ({one.name: one.read_bytes() for one in (folder / name).iterdir()} for name in ("so-lieu", "khac"))
    assert first == second
