"""What a name of a scheme or a form means: a file, something shipped, or a file that a package brings."""

import sys
from pathlib import Path

import pytest

from cchc_score.errors import CchcError
from cchc_score.year.packaged import load_form, load_frame, load_scheme, path_of
from tests.running import EXAMPLES

FORM = EXAMPLES / "huyen-them-tieu-chi" / "bieu-nho.toml"


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package with a form; importing it would fail."""
    folder = tmp_path / "cchc_thu_bieu"
    folder.mkdir()
    (folder / "__init__.py").write_text("raise AssertionError\n", encoding="utf-8")
    text = FORM.read_text(encoding="utf-8")
    (folder / "bieu.toml").write_text(text.split('[row."2"]')[0], encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return folder


def test_a_file_of_a_package_is_named_by_package_and_name_and_runs_none_of_its_code(package, registry):
    assert path_of("cchc_thu_bieu:bieu", Path()) == package / "bieu.toml"
    form = load_form("cchc_thu_bieu:bieu", Path(), registry.indicators)
    assert [row.indicator for row in form.rows.values()] == [None, "dossiers_received", "dossiers_on_time"]
    assert "cchc_thu_bieu" not in sys.modules


def test_a_frame_is_a_file_a_shipped_scheme_or_a_file_of_a_package(package):
    khung = EXAMPLES / "khung-ha-noi" / "khung-ha-noi.toml"
    (package / "khung.toml").write_bytes(khung.read_bytes())
    told = {name: load_frame(name, khung.parent) for name in ("cchc_thu_bieu:khung", khung.name, "minh-hoa-2023")}
    assert [(frame.file, len(frame.areas)) for frame in told.values()] == [
        ("cchc_thu_bieu/khung.toml", 7), ("khung-ha-noi.toml", 7), ("scoring_rules/minh-hoa-2023.toml", 7),
    ]  # fmt: skip
    assert "cchc_thu_bieu" not in sys.modules


@pytest.mark.parametrize("name", ["minh-hoa-2023", "no_such_package:bieu", "a b:bieu", "a.b:bieu", ":bieu"])
def test_other_names_are_no_files(name):
    assert path_of(name, Path()) is None


def test_a_file_is_looked_for_beside_what_names_it(tmp_path):
    assert path_of("bieu.toml", tmp_path) == tmp_path / "bieu.toml"


def test_what_a_package_does_not_bring_is_told_by_its_name(package, registry):
    with pytest.raises(CchcError, match=r"cchc_thu_bieu/khac\.toml"):
        load_form("cchc_thu_bieu:khac", Path(), registry.indicators)
    with pytest.raises(CchcError, match="package:name of an installed plugin"):
        load_scheme("no_such_package:bieu", Path(), registry.methods, registry.indicators)
