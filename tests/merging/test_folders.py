"""The files of a folder: nothing that leads out of it, nothing that hides."""

import os

import pytest

from cchc_score.errors import ReportError
from cchc_score.merging.folders import read_folder
from cchc_score.year import document_files as documents
from tests.appraisal.kit import codes


@pytest.fixture
def year(tmp_path):
    root = tmp_path / "nam"
    (root / "reports").mkdir(parents=True)
    (root / "cchc.toml").write_text("scheme = 'x'\n", encoding="utf-8")
    (root / "reports" / "a.csv").write_bytes(b"unit\n")
    return root


def refused(root):
    with pytest.raises(ReportError) as error:
        read_folder(root)
    return codes(error.value.findings)


def test_what_hides_and_what_office_programs_leave_is_left_out(year):
    for name in (".git/x", ".hidden", "~$a.docx", "reports/Thumbs.db"):
        (year / name).parent.mkdir(exist_ok=True)
        (year / name).write_bytes(b"x")
    assert sorted(read_folder(year).files) == ["cchc.toml", "reports/a.csv"]


def test_a_folder_without_a_year_is_refused(tmp_path):
    assert refused(tmp_path) == ["merge-folder"]
    assert refused(tmp_path / "absent") == ["merge-folder"]


def test_links_that_lead_out_or_to_folders_are_refused(year, tmp_path):
    (tmp_path / "secret").write_bytes(b"x")
    (year / "out").symlink_to(tmp_path / "secret")
    (year / "dir").symlink_to(year / "reports")
    (year / "loop").symlink_to(year / "loop")
    (year / "nowhere").symlink_to(year / "absent")
    assert refused(year) == ["merge-link"] * 4


def test_a_link_inside_is_its_file(year):
    (year / "b.csv").symlink_to(year / "reports" / "a.csv")
    files = read_folder(year).files
    assert files["b.csv"].digest == files["reports/a.csv"].digest


def test_a_pipe_has_no_content(year):
    os.mkfifo(year / "pipe")
    with pytest.raises(ReportError) as error:
        _ = read_folder(year).files["pipe"].digest
    assert codes(error.value.findings) == ["file-not-regular"]


def test_names_that_some_file_systems_take_for_one_are_refused(year):
    for name in ("Kế.txt", "kế.TXT", "Kế.txt"):
        (year / name).write_bytes(b"x")
    assert set(refused(year)) == {"merge-name"}


def test_too_many_files_are_refused(year, monkeypatch):
    monkeypatch.setattr("cchc_score.merging.folders.MAX_FILES", 1)
    assert documents.MAX_FILES > 1
    assert refused(year) == ["files-many"]
