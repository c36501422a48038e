"""`scheme test`: cases that fail, cases that are left to write, and none at all."""

import json
import shutil

import pytest

from tests.running import EXAMPLES, command

HUYEN = EXAMPLES / "huyen-them-tieu-chi"


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(HUYEN, tmp_path / "h")
    shutil.copytree(EXAMPLES / "my_methods", tmp_path / "my_methods")
    return tmp_path / "h"


@pytest.mark.full
def test_the_shipped_cases_hold_and_stand_on_every_limit():
    result = command("scheme", "test", "minh-hoa-2023")
    assert (result.code, result.err) == (0, "")
    assert "Trường hợp mẫu sai: 0. Ngưỡng đã có trường hợp mẫu: 146/146." in result.out
    assert "Limits with a case: 146 of 146." in command("scheme", "test", "minh-hoa-2023", "--lang", "en").out


def test_a_criterion_whose_limits_are_unknown_says_so():
    assert "cách chấm không nêu hết ngưỡng" in command("scheme", "test", HUYEN, "--format", "csv").out


def test_a_wrong_case_is_an_error_and_a_missing_one_is_told(folder):
    cases = folder / "huyen.cases.toml"
    text = cases.read_text(encoding="utf-8").replace("points = 60", "points = 59", 1)
    first = text.index('[[case]]\ncriterion = "2.2"')
    cases.write_text(text[:first] + text[text.index("[[case]]", first + 1) :], encoding="utf-8")
    result = command("scheme", "test", folder, "--format", "json")
    data = json.loads(result.out)
    assert result.code == 1
    assert [one["code"] for one in data["failures"]] == ["case-points"]
    assert data["file"] == "huyen.cases.toml"
    two = next(one for one in data["criteria"] if one["number"] == "2.2")
    assert {"case-edge", "case-full"} & {one["code"] for one in two["findings"]}
    assert {limit["covered"] for limit in two["limits"]} == {True, False}
    told = " ".join(command("scheme", "test", folder).out.split())
    assert "trường hợp mẫu ghi 59 điểm, bộ tiêu chí cho 60 điểm" in told


def test_without_cases_it_says_which_file_to_write(folder):
    (folder / "huyen.cases.toml").unlink()
    result = command("scheme", "test", folder)
    assert (result.code, result.out) == (5, "")
    assert "huyen.cases.toml: chưa có trường hợp mẫu nào" in result.err


def test_a_case_that_cannot_be_read_ends_with_4(folder):
    (folder / "huyen.cases.toml").write_text('[[case]]\ncriterion = "9.9"\nfacts = {}\npoints = 1\n', encoding="utf-8")
    result = command("scheme", "test", folder)
    assert result.code == 4
    assert "không có tiêu chí 9.9" in result.err


def test_cases_of_a_scheme_that_was_renamed_are_told_and_a_folder_is_no_file_of_cases(folder):
    scheme = folder / "huyen.toml"
    scheme.rename(folder / "huyen-2024.toml")
    config = folder / "cchc.toml"
    config.write_text(config.read_text(encoding="utf-8").replace("huyen.toml", "huyen-2024.toml"), encoding="utf-8")
    tested, checked = command("scheme", "test", folder), command("check", folder)
    assert (tested.code, checked.code) == (5, 1)
    for words in (tested.err, checked.out):
        assert "huyen.cases.toml" in words
        assert "không có bộ tiêu chí huyen.toml bên cạnh" in words
    (folder / "huyen-2024.cases.toml").mkdir()
    assert command("scheme", "test", folder).code == 3
