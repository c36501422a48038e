"""The plugins among the examples, as a stranger uses them: installed by pip into an environment of their own."""

import json
import shutil
from fractions import Fraction

import pytest

from tests.running import EXAMPLES
from tests.stranger import installed

pytestmark = pytest.mark.full
PACKAGES = sorted(path.name for path in (EXAMPLES / "plugins").iterdir() if (path / "pyproject.toml").is_file())


@pytest.fixture(scope="module")
def stranger(tmp_path_factory):
    """All plugins installed at once, beside a copy of their sources."""
    home = tmp_path_factory.mktemp("stranger")
    shutil.copytree(EXAMPLES / "plugins", home / "source", ignore=shutil.ignore_patterns("__pycache__", ".*"))
    return installed(home, home / "source", [home / "source" / name for name in PACKAGES])


def test_they_come_in_through_their_entry_points(stranger):
    listed = json.loads(stranger.command("plugins", "--format", "json"))["plugins"]
    given = {one["distribution"]: one for one in listed}
    assert set(PACKAGES) <= set(given)
    assert given["cchc-phan-anh"]["methods"] == ["phan_anh.answered"]
    assert given["cchc-ho-so-tre"]["methods"] == ["ho_so_tre.percent"]
    assert given["cchc-bieu-huyen"]["indicators"] == ["villages", "villages_visited"]
    assert given["cchc-bieu-huyen"]["formats"] == ["ban-tin"]


@pytest.mark.parametrize("package", PACKAGES)
def test_their_own_tests_pass(stranger, package):
    out = stranger.run("-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", package, package)
    assert "passed" in out


@pytest.mark.parametrize(
    "scheme", ["cchc-phan-anh/thi-du.toml", "cchc-ho-so-tre/thi-du.toml", "cchc_bieu_huyen:huong-dan"]
)
def test_their_schemes_pass_the_check_with_their_cases(stranger, scheme):
    out = stranger.command("check", "--scheme", scheme, "--lang", "en")
    assert "golden cases" in out
    assert "nothing found" in out


def test_a_column_form_scores_thousands_of_communes_as_its_row_form_does(stranger):
    folder = stranger.folder / "many"
    folder.mkdir()
    shutil.copy(stranger.folder / "cchc-ho-so-tre" / "thi-du.toml", folder / "thi-du.toml")
    (folder / "cchc.toml").write_text('scheme = "thi-du.toml"\nreports = "many.csv"\n', encoding="utf-8")
    rows = [f"U{late:04},Xã {late:04},6000,{6000 - late}" for late in range(6000)]
    head = "unit,name,dossiers_received,dossiers_on_time"
    (folder / "many.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    ranked = json.loads(stranger.command("rank", "many", "--format", "json"))["communes"]
    points = {one["code"]: one["points"]["exact"] for one in ranked}
    # 10 - 0.5 x 100 x late / 6000, half up to 0.01.
    wanted = {f"U{late:04}": max((120000 - 100 * late + 60) // 120, 0) for late in range(6000)}
    assert {code: Fraction(one) * 100 for code, one in points.items()} == wanted


def test_a_form_a_scheme_and_a_format_come_with_a_package(stranger):
    out = stranger.command("rank", "cchc-bieu-huyen/vi-du", "--format", "ban-tin")
    assert "Hạng: 1; Đơn vị: Xã Ví dụ Hai; 1: 10,00;" in out
    assert "Hạng: 2; Đơn vị: Xã Ví dụ Một; 1: 7,50;" in out
    checked = stranger.command("check", "--scheme", "minh-hoa-2023", "--form", "cchc_bieu_huyen:bieu-huyen")
    assert "mẫu bieu-huyen" in checked
