"""A draft of the survey is not scored and said to be one; a closed batch refuses changes until it is opened again."""

import pytest

from cchc_score.app.show_status import show_status
from cchc_score.app.start_folder import start_year
from cchc_score.errors import ReportError
from cchc_score.files.disk import write_folder
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.load import whole_stages
from cchc_score.year.opened_year import open_year
from cchc_score.year.request import Request
from tests.app.test_take_into_journal import now, ranked, taken


@pytest.fixture
def year(tmp_path):
    write_folder(tmp_path / "nam", start_year("minh-hoa").files)
    return tmp_path / "nam"


def say(year, state, day, reason=""):
    text = (
        f'[[survey_batch]]\nbatch = "dot-1"\nfiles = ["survey"]\nstate = "{state}"\n'
        f'reason = "{reason}"\nby = "K"\non = 2024-01-{day:02}\n'
    )
    (year / "appraisal" / f"dot-{day}.toml").write_text(text, encoding="utf-8")


def survey(year):
    stages, findings = whole_stages(open_year(Request((year,))))
    return stages.survey, [finding.code for finding in findings]


@pytest.mark.full
def test_a_draft_is_not_scored_and_is_said_to_be_one(year):
    (year / "survey-la").mkdir()
    say(year, "nhap", 1)
    assert survey(year) == (None, ["survey-draft"])
    shown, _ = show_status(open_year(Request((year,))), now().replace(tzinfo=None))
    assert [batch.state for batch in shown.batches] == ["draft"]
    assert {"survey", "batch"} <= {blocker.kind for blocker in shown.blockers}
    before = ranked(year, FolderSource)
    taken(year)
    assert ranked(year) == before
    say(year, "da-kiem", 2)
    taken(year)
    table, codes = survey(year)
    assert table is not None
    assert "survey-draft" not in codes


def test_a_closed_batch_refuses_changes_until_it_is_opened_again(year):
    say(year, "chot", 1)
    taken(year)
    (path,) = [path for path in (year / "survey").iterdir() if path.is_file()][:1]
    path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(ReportError) as refused:
        taken(year)
    assert {finding.code for finding in refused.value.findings if finding.severity == "error"} == {"survey-closed"}
    # Without a reason it stays closed.
    say(year, "nhap", 2)
    with pytest.raises(ReportError):
        taken(year)
    say(year, "nhap", 3, "nhập nhầm đơn vị")
    assert taken(year).events
