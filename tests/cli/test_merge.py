"""The command `merge`: a new folder, or every conflict and nothing written."""

import json
import os

import pytest

from cchc_score.files import disk
from tests.merging.years import ROOT_FILES, entry, held, write
from tests.running import EXAMPLES, command

PAIR = EXAMPLES / "gop-hai-thu-muc"


@pytest.fixture
def folders(tmp_path):
    first = write(tmp_path / "a", {"appraisal/a.toml": entry("B", "0", "0.5"), "x.pdf": b"\xff"})
    second = write(tmp_path / "b", {"appraisal/a.toml": entry("C", "0", "1"), "y.txt": "y"})
    return first, second, tmp_path / "new" / "m"


@pytest.mark.full
def test_both_sides_are_scored_in_the_new_folder(folders):
    first, second, target = folders
    result = command("merge", first, second, "-o", target)
    assert (result.code, result.err) == (0, "")
    assert "gộp từ cả hai" in result.out
    assert sorted(held(target)) == sorted([*ROOT_FILES, "appraisal/a.toml", "x.pdf", "y.txt"])
    assert not [path for path in target.parent.iterdir() if path != target]
    ranked = {
        root.name: command("rank", root, "--format", "csv", "-q").out.splitlines() for root in (first, second, target)
    }
    points = {
        name: {unit: next(one for one in lines if f"Xã {unit}" in one).split(";", 1)[1] for unit in "BC"}
        for name, lines in ranked.items()
    }
    assert points["m"] == {"B": points["a"]["B"], "C": points["b"]["C"]}
    assert points["a"] != points["b"]
    again = command("merge", second, first, "-o", target.with_name("n"))
    assert again.code == 0
    assert held(target) == held(target.with_name("n"))


def test_the_data_say_where_each_file_comes_from(folders):
    first, second, target = folders
    result = command("merge", first, second, "-o", target, "--format", "json", "--lang", "en")
    files = {one["file"]: one["source"] for one in json.loads(result.out)["files"]}
    assert (files["x.pdf"], files["y.txt"], files["appraisal/a.toml"], files["units.csv"]) == (
        "first", "second", "merged", "both",
    )  # fmt: skip


def test_equal_folders_give_the_same_folder(folders):
    first, _, target = folders
    result = command("merge", first, first, "-o", target)
    assert result.code == 0
    assert held(target) == held(first)


def test_a_conflict_writes_nothing(folders):
    first, second, target = folders
    (second / "x.pdf").write_bytes(b"\xfe")
    (second / "appraisal" / "b.toml").write_text(entry("B", "2", "0.5", id="z"), encoding="utf-8")
    result = command("merge", first, second, "-o", target)
    assert result.code == 1
    assert result.out == ""
    assert len(result.err.splitlines()) == 2
    assert "0,5 -> 0" in result.err
    assert "0,5 -> 2" in result.err
    assert not target.parent.exists()


@pytest.mark.parametrize("target", ["b", "b/new", "a/x/new", "there.txt", "link"])
def test_nothing_is_ever_written_over_or_into_a_side(folders, tmp_path, target):
    first, second, _ = folders
    (tmp_path / "there.txt").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    before = held(tmp_path)
    result = command("merge", first, second, "-o", tmp_path / target)
    assert result.code == 3
    assert held(tmp_path) == before
    assert "Traceback" not in result.err


def test_what_is_no_year_or_has_a_broken_scheme_is_told(folders, tmp_path):
    first, second, target = folders
    assert command("merge", first, tmp_path, "-o", target).code == 3
    assert command("merge", first, tmp_path / "absent", "-o", target).code == 3
    (second / "thu.toml").write_text("= x", encoding="utf-8")
    assert command("merge", first, second, "-o", target).code == 4
    assert not target.exists()


def test_a_report_that_cannot_be_read_is_merged_as_it_is(folders):
    first, second, target = folders
    (first / "reports" / "hong.docx").write_bytes(b"no document")
    assert command("merge", first, second, "-o", target).code == 0
    assert (target / "reports" / "hong.docx").read_bytes() == b"no document"


def test_the_command_line(folders):
    first, second, target = folders
    assert command("merge", first, second).code == 2
    assert command("merge", first, "-o", target).code == 2
    assert command("merge", first, second, "-o", target, "--force").code == 2


@pytest.mark.full
def test_the_example_merges_with_its_base_alone(tmp_path):
    sides = (PAIR / "an", PAIR / "binh")
    assert command("merge", *sides, "-o", tmp_path / "m").code == 1
    result = command("merge", *sides, "--base", PAIR / "chung", "-o", tmp_path / "m")
    assert result.code == 0
    assert (tmp_path / "m" / "reports" / "so-lieu-2023.csv").read_text(encoding="utf-8").split() == [
        "unit,dossiers_received,dossiers_on_time", "M01,900,890", "M02,650,600",
    ]  # fmt: skip
    assert command("check", tmp_path / "m").code == 0


def test_an_empty_folder_stays_unless_one_side_took_it_away(folders, tmp_path):
    first, second, target = folders
    base = write(tmp_path / "c")
    for root, names in ((first, ("survey", "both", "old")), (second, ("both", "new/below")), (base, ("old",))):
        for name in names:
            (root / name).mkdir(parents=True)
    assert command("merge", first, second, "--base", base, "-o", target).code == 0
    there = {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_dir()}
    assert there >= {"survey", "both", "new/below"}
    assert "old" not in there
    assert command("merge", first, second, "-o", target.with_name("n")).code == 0
    assert (target.with_name("n") / "old").is_dir()


@pytest.mark.parametrize("side", [0, 1])
@pytest.mark.parametrize("work", ["new", "changed", "gone"])
def test_work_that_somebody_does_meanwhile_is_not_lost_in_silence(side, work, folders, monkeypatch):
    first, second, target = folders
    copy, root = disk.shutil.copyfile, folders[side]

    def meanwhile(source, place):
        copy(source, place)
        if work == "new":
            (root / "appraisal" / "neu.toml").write_text(entry("D", "0", "0.5"), encoding="utf-8")
        elif work == "changed":
            (root / "appraisal" / "a.toml").write_text(entry("D", "0", "0.5"), encoding="utf-8")
        else:
            (root / "appraisal" / "a.toml").unlink(missing_ok=True)

    monkeypatch.setattr(disk.shutil, "copyfile", meanwhile)
    result = command("merge", first, second, "-o", target, "--lang", "en")
    assert (result.code, result.out) == (3, "")
    assert f"{root.as_posix()}: the file changed while it was read" in result.err
    assert not target.exists()


def test_a_folder_that_cannot_be_read_is_not_left_out(folders, monkeypatch):
    first, second, target = folders
    scandir = os.scandir

    def denied(path):
        if os.fspath(path) == os.fspath(second / "appraisal"):
            raise PermissionError(13, "denied", os.fspath(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", denied)
    result = command("merge", first, second, "-o", target, "--lang", "en")
    assert result.code == 3
    assert "the folder cannot be opened" in result.err
