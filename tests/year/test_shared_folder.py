"""One folder for reports and self-scores: its documents are read once, and say the same as if they were read twice."""

import shutil

import pytest

from cchc_score.app.start_folder import start_year
from cchc_score.files.disk import write_folder
from cchc_score.year import folder_source
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.load import load_stages, load_year, no_progress
from cchc_score.year.opened_year import open_year
from cchc_score.year.request import Request
from tests.running import command


@pytest.fixture
def year(tmp_path):
    write_folder(tmp_path / "nam", start_year("minh-hoa").files)
    root = tmp_path / "nam"
    for path in (root / "self-scores").iterdir():
        path.rename(root / "reports" / f"tu-cham-{path.name}")
    shutil.rmtree(root / "self-scores")
    text = (root / "cchc.toml").read_text(encoding="utf-8")
    (root / "cchc.toml").write_text(text.replace('"self-scores"', '"reports"'), encoding="utf-8")
    return root


def loaded(source):
    """What the year says of figures and claims."""
    found = load_year(source, no_progress)
    return found.gathered.findings, load_stages(source, found, no_progress).stages.claimed


@pytest.mark.full
@pytest.mark.parametrize("with_journal", [False, True])
def test_every_document_is_read_once(year, monkeypatch, with_journal):
    if with_journal:
        assert command("journal", "take", year, "--by", "Lan").code == 0
    names = []
    read = folder_source.read_all

    def counted(sources, *rest, **more):
        names.extend(source.name for source in sources)
        return read(sources, *rest, **more)

    monkeypatch.setattr(folder_source, "read_all", counted)
    source = open_year(Request((year,)))
    once = loaded(source)
    shared = [name for name in names if name.startswith("reports/")]
    assert sorted(shared) == sorted(set(shared))
    assert once[1]
    # Whoever asks later is told what stands there by then.
    assert loaded(source) == once
    assert {name: names.count(name) for name in set(shared)} == dict.fromkeys(shared, 2)


def test_it_says_the_same_as_read_by_itself(year):
    source = FolderSource(Request((year,)))
    stages = load_stages(source, load_year(FolderSource(Request((year,))), no_progress), no_progress).stages
    assert stages.claimed == loaded(FolderSource(Request((year,))))[1]


def test_a_self_score_in_toml_is_no_report_with_faults(year):
    assert (year / "reports" / "tu-cham-mau-01.toml").is_file()
    told = loaded(FolderSource(Request((year,))))[0]
    assert [finding.words() for finding in told if finding.severity == "error"] == []
