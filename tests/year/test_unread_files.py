"""Nothing of a year is absent without a word: what cannot be read ends the run, and no point hangs on it."""

import os

import pytest

from cchc_score.files.disk import UNFINISHED
from tests.running import command

REPORT = '[report]\nunit = "A"\nyear = 2023\n\n[facts]\nplan_tasks = 5\n'
FOLDERS = ("reports", "self-scores", "appraisal", "survey")


@pytest.fixture
def year(tmp_path):
    (tmp_path / "cchc.toml").write_text('scheme = "minh-hoa-2023"\nunits = "units.csv"\n')
    (tmp_path / "units.csv").write_text("code,name\nA,Xã An\n", encoding="utf-8")
    for name in FOLDERS:
        (tmp_path / name).mkdir()
    (tmp_path / "reports" / "a.toml").write_text(REPORT)
    assert command("rank", tmp_path).code == 0
    return tmp_path


def told(year, place, words):
    """That ranking and checking end with 3 and name a place, and that no ranking is printed."""
    ranked = command("rank", year, "--lang", "en")
    assert (ranked.code, ranked.out) == (3, "")
    assert f"error: {place}: {words}" in ranked.err
    checked = command("check", year, "--lang", "en", "--format", "csv")
    assert checked.code == 3
    assert f"{place},{words}" in checked.out or f'{place},"{words}' in checked.out


@pytest.mark.full
@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize("below", ["", "/sub"])
def test_a_folder_that_cannot_be_read_is_no_empty_one(name, below, year, monkeypatch):
    closed = year / f"{name}{below}"
    closed.mkdir(exist_ok=True)
    scandir = os.scandir

    def denied(path):
        if os.fspath(path) == os.fspath(closed):
            raise PermissionError(13, "denied", os.fspath(path))
        return scandir(path)

    # Whoever runs the tests may be allowed to read everything.
    monkeypatch.setattr(os, "scandir", denied)
    told(year, f"{name}{below}", "the folder cannot be opened")


@pytest.mark.full
@pytest.mark.parametrize("name", FOLDERS)
def test_a_linked_folder_is_not_passed_over(name, year, tmp_path_factory):
    (year / name / "sub").symlink_to(tmp_path_factory.mktemp("other"), target_is_directory=True)
    told(year, f"{name}/sub", "this is a link to another folder")


@pytest.mark.full
@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize("file", ["a.csv", "b.toml", "c.xlsx", "d.txt"])
@pytest.mark.parametrize("content", ["", " \n"])
def test_an_empty_file_is_told(name, file, content, year):
    (year / name / file).write_text(content)
    told(year, f"{name}/{file}", "the file is empty")


@pytest.mark.full
@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_whose_files_are_not_all_there_is_told(name, year):
    (year / name / UNFINISHED).write_text("...")
    told(year, f"{name}/{UNFINISHED}", "writing into this folder did not come to its end")


def test_a_list_of_units_that_is_empty_or_a_folder_is_told(year):
    (year / "units.csv").write_text("")
    assert command("rank", year).code == 3
    (year / "units.csv").unlink()
    (year / "units.csv").mkdir()
    assert command("rank", year).code == 3


def test_hidden_files_and_folders_are_nobodys_report(year):
    for name in (".DS_Store", "._a.csv", "~$a.docx", "Thumbs.db"):
        (year / "reports" / name).touch()
    (year / "reports" / ".git").symlink_to(year, target_is_directory=True)
    assert command("rank", year).code == 0


def test_a_column_of_another_year_is_told_by_the_ranking(year):
    (year / "reports" / "a.toml").unlink()
    (year / "reports" / "b.csv").write_text("unit,Năm,plan_tasks\nA,2022,5\n", encoding="utf-8")
    ranked = command("rank", year, "--lang", "en")
    assert ranked.code == 5
    assert "reports/b.csv:2: Xã An: the report is of 2022, 2023 is being scored" in ranked.err


@pytest.mark.full
@pytest.mark.parametrize(
    ("units", "word", "near"),
    [
        (("T01", "T03"), "T02", ""),
        (("15865", "15868"), "15866", ""),
        (("HC-01",), "HC-02", ""),
        (("T01",), "t01", "T01"),
        (("15865",), "15-865", "15865"),
    ],
)
def test_another_code_is_never_suggested_for_one_with_other_digits(units, word, near, year):
    (year / "units.csv").write_text("code,name\n" + "".join(f"{code},Xã {code}\n" for code in units), encoding="utf-8")
    (year / "reports" / "a.toml").write_text(REPORT.replace('"A"', f'"{word}"'))
    message = command("check", year, "--lang", "en", "--format", "json").out
    assert f"did you mean '{near}'" in message if near else "did you mean" not in message


@pytest.mark.full
def test_golden_cases_that_fail_are_told_by_the_ranking(tmp_path):
    assert command("new", "scheme", "thu", "-o", tmp_path / "s", "--from", "minh-hoa").code == 0
    cases = tmp_path / "s" / "thu.cases.toml"
    text = cases.read_text(encoding="utf-8")
    cases.write_text(text.replace("points = ", "points = 0.123 # ", 1), encoding="utf-8")
    assert cases.read_text(encoding="utf-8") != text
    for args in (("rank", tmp_path / "s"), ("score", tmp_path / "s")):
        ranked = command(*args, "--lang", "en")
        assert ranked.code == 1
        assert "error: thu.cases.toml: 1 of " in ranked.err
    (tmp_path / "s" / "khac.cases.toml").write_text(text, encoding="utf-8")
    assert "khac.cases.toml" in command("rank", tmp_path / "s").err
