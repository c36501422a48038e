"""Golden cases from Python and from pytest: what holds is counted, what does not is told in one line a case."""

import subprocess
import sys

import pytest

from cchc_score.testing import CasesFailed, run_cases
from tests.running import EXAMPLES

HUYEN = EXAMPLES / "huyen-them-tieu-chi" / "huyen.toml"


FIRST = '[[case]]\ncriterion = "2.2"\nfacts = { dialogue_held = true }\npoints = 10\n'


def test_cases_of_a_scheme_with_a_plugin_of_its_own_hold():
    assert run_cases(HUYEN) == HUYEN.with_name("huyen.cases.toml").read_text(encoding="utf-8").count("[[case]]")


def test_cases_of_a_shipped_scheme_hold_by_its_name():
    assert run_cases("minh-hoa-2023") > 40


def huyen(tmp_path, cases):
    """The district's scheme, without its cchc.toml, with golden cases of its own."""
    for name in ("huyen.toml", "bieu-nho.toml"):
        (tmp_path / name).write_bytes((HUYEN.parent / name).read_bytes())
    (tmp_path / "huyen.cases.toml").write_text(cases, encoding="utf-8")
    return tmp_path / "huyen.toml"


def test_every_case_that_does_not_hold_is_told_in_one_line(tmp_path):
    scheme = huyen(tmp_path, FIRST + FIRST.replace("10", "9") + FIRST.replace("2.2", "2.3"))
    with pytest.raises(CasesFailed) as error:
        run_cases(scheme, plugins=[EXAMPLES / "my_methods"], lang="en")
    points, outcome = str(error.value).splitlines()
    assert "huyen.cases.toml:5: criterion 2.2: the golden case says 9 points, the scheme gives 10" in points
    assert "huyen.cases.toml:9: criterion 2.3" in outcome
    assert [one.code for one in error.value.findings] == ["case-points", "case-differs"]


def test_a_scheme_that_lacks_its_plugin_or_its_cases_is_told(tmp_path):
    with pytest.raises(CasesFailed, match=r"local\.hotline"):
        run_cases(huyen(tmp_path, FIRST))
    (tmp_path / "huyen.cases.toml").unlink()
    with pytest.raises(CasesFailed, match=r"huyen\.cases\.toml: chưa có trường hợp mẫu nào"):
        run_cases(tmp_path / "huyen.toml", plugins=[EXAMPLES / "my_methods"])
    with pytest.raises(CasesFailed, match=r"gone\.toml"):
        run_cases(tmp_path / "gone.toml")


def pytest_in(folder, *args):
    """A run of pytest in a folder of somebody else's."""
    run = [sys.executable, "-m", "pytest", "-p", "cchc_score.testing.pytest_plugin", "-p", "no:cacheprovider", *args]
    return subprocess.run(run, cwd=folder, capture_output=True, text=True, encoding="utf-8")


@pytest.mark.full
def test_pytest_shows_every_case_as_a_test(tmp_path):
    huyen(tmp_path, FIRST + FIRST.replace("10", "9"))
    (tmp_path / "cchc.toml").write_text(
        f'scheme = "huyen.toml"\nplugins = "{(EXAMPLES / "my_methods").as_posix()}"\n', encoding="utf-8"
    )
    result = pytest_in(tmp_path, "-v")
    assert result.returncode == 1
    assert "huyen.cases.toml::case[2.2, line 1] PASSED" in result.stdout
    assert "huyen.cases.toml::case[2.2, line 5] FAILED" in result.stdout
    assert "huyen.cases.toml:5: tiêu chí 2.2: trường hợp mẫu ghi 9 điểm, bộ tiêu chí cho 10 điểm" in result.stdout
    assert "Traceback" not in result.stdout
    assert "raise CasesFailed" not in result.stdout


@pytest.mark.full
def test_pytest_tells_a_file_of_cases_that_cannot_be_run(tmp_path):
    huyen(tmp_path, FIRST)
    (tmp_path / "pytest.ini").write_text("[pytest]\ncchc_lang = en\n", encoding="utf-8")
    result = pytest_in(tmp_path)
    assert result.returncode == 2
    assert "criterion 2.1: no method is called 'local.hotline'" in result.stdout
    assert "Traceback" not in result.stdout


@pytest.mark.full
def test_without_the_plugin_pytest_sees_no_cases(tmp_path):
    huyen(tmp_path, FIRST)
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"], cwd=tmp_path, capture_output=True
    )
    assert result.returncode == pytest.ExitCode.NO_TESTS_COLLECTED
