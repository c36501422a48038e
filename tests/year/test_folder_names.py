"""Folders by their Vietnamese names, and a year that begins with self-scores alone."""

import shutil

import pytest

from cchc_score.app.rank_units import rank_units
from cchc_score.app.start_folder import start_year
from cchc_score.errors import ReportError
from cchc_score.files.disk import write_folder
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.opened_year import open_year
from cchc_score.year.request import Request
from tests.app.test_take_into_journal import ranked, taken

NAMES = {"reports": "bao-cao", "self-scores": "tu-cham", "appraisal": "tham-dinh", "survey": "dieu-tra"}


@pytest.fixture
def english(tmp_path):
    write_folder(tmp_path / "nam", start_year("minh-hoa").files)
    config = tmp_path / "nam" / "cchc.toml"
    lines = config.read_text(encoding="utf-8").splitlines()
    named = ("reports ", "self_scores", 'appraisal   = "', "files", "[survey]")
    kept = [line for line in lines if not line.startswith(named)]
    config.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return tmp_path / "nam"


@pytest.fixture
def vietnamese(english, tmp_path):
    folder = shutil.copytree(english, tmp_path / "nam-nay")
    for one, other in NAMES.items():
        (folder / one).rename(folder / other)
    return folder


def points(folder, stage="final"):
    result = rank_units(open_year(Request((folder,))), stage=stage)
    sheet = result.scored.sheet
    return [(unit.code, sheet.total.low[row]) for row, unit in enumerate(sheet.table.units)]


@pytest.mark.full
def test_a_year_is_the_same_by_either_names_and_by_its_journal(english, vietnamese):
    assert points(vietnamese) == points(english)
    before = ranked(vietnamese, FolderSource)
    taken(vietnamese)
    assert ranked(vietnamese) == before
    for name in NAMES.values():
        shutil.rmtree(vietnamese / name)
    assert ranked(vietnamese) == before


@pytest.mark.full
def test_folders_of_both_names_count_together(english):
    (english / "bao-cao").mkdir()
    (english / "reports" / "mau-02.toml").rename(english / "bao-cao" / "mau-02.toml")
    both = points(english)
    (english / "bao-cao" / "mau-02.toml").rename(english / "reports" / "mau-02.toml")
    assert points(english) == both


@pytest.mark.full
@pytest.mark.parametrize("leave", ["empty", "gone"])
def test_a_year_is_ranked_on_self_scores_before_any_report(english, leave):
    for name in ("reports", "appraisal", "survey"):
        shutil.rmtree(english / name)
    if leave == "empty":
        (english / "bao-cao").mkdir()
    first, *_ = points(english, "tu-cham")
    assert first[0] == "M01"
    taken(english)
    assert points(english, "self")[0] == first


def test_a_named_folder_of_reports_is_missed_and_so_is_any_where_there_is_no_work(english):
    config = english / "cchc.toml"
    text = config.read_text(encoding="utf-8")
    config.write_text('reports = "bc"\n' + text, encoding="utf-8")
    with pytest.raises(ReportError):
        points(english)
    config.write_text(text, encoding="utf-8")
    for name in NAMES:
        shutil.rmtree(english / name)
    with pytest.raises(ReportError):
        points(english)
