"""A year is frozen with nothing open, or with a reason; then nothing comes in until it is opened again."""

from datetime import date

import pytest

from cchc_score.app.accept_version import accept_version
from cchc_score.app.look_into_journal import folder_image
from cchc_score.app.show_status import show_status
from cchc_score.app.start_folder import start_year
from cchc_score.app.write_acts import freeze_year, publish_year, reopen_year
from cchc_score.errors import ReportError
from cchc_score.files.disk import write_folder
from cchc_score.year.config import read_config
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.opened_year import open_year
from cchc_score.year.request import Request
from tests.app.test_take_into_journal import now, ranked, taken


@pytest.fixture
def year(tmp_path):
    write_folder(tmp_path / "nam", start_year("minh-hoa").files)
    taken(tmp_path / "nam")
    return tmp_path / "nam"


def opened(year):
    return open_year(Request((year,)))


def refused(act, *words):
    with pytest.raises(ReportError) as error:
        act(*words)
    return {finding.code for finding in error.value.findings}


def test_what_is_open_keeps_a_year_from_being_frozen(year):
    with pytest.raises(ReportError) as error:
        freeze_year(opened(year), "Lan", "", now)
    told = {str(finding.args["what"].vi): finding.args["units"] for finding in error.value.findings}
    assert ("Xã Mẫu 09",) in told.values()
    assert {finding.code for finding in error.value.findings} == {"freeze-open"}
    freeze_year(opened(year), "Lan", "trình gấp", now)
    assert refused(freeze_year, opened(year), "Lan", "x", now) == {"year-frozen"}


@pytest.mark.full
def test_a_frozen_year_takes_nothing_in_until_it_is_opened_again(year):
    assert refused(reopen_year, opened(year), "Lan", "x", now) == {"step-refused"}
    assert refused(publish_year, opened(year), "Lan", "1/QĐ", None, now) == {"step-refused"}
    before = ranked(year)
    freeze_year(opened(year), "Lan", "trình gấp", now)
    assert ranked(year) == before
    path = year / "reports" / "mau-02.toml"
    path.write_bytes(path.read_bytes() + b"\n# lai\n")
    assert refused(taken, year) == {"year-frozen"}
    assert refused(accept_version, FolderSource(Request((year,))), "x", "Lan", "y", now) == {"year-frozen"}
    publish_year(opened(year), "Lan", "1/QĐ-UBND", date(2024, 2, 1), now)
    assert refused(taken, year) == {"year-frozen"}
    reopen_year(opened(year), "Lan", "khiếu nại", now)
    assert taken(year).events


@pytest.mark.full
def test_the_acts_stand_in_the_folder_that_the_journal_says(year, tmp_path):
    freeze_year(opened(year), "Lan", "trình gấp", now)
    done = publish_year(opened(year), "Lan", "1/QĐ-UBND", date(2024, 2, 1), now)
    write_folder(tmp_path / "lai", folder_image(done.journal, read_config(done.journal.root / "cchc.toml")))
    one, other = (show_status(opened(root), now().replace(tzinfo=None))[0] for root in (year, tmp_path / "lai"))
    assert (one.state.name, one.state.step.decision, one.state.step.dated) == (
        "published",
        "1/QĐ-UBND",
        date(2024, 2, 1),
    )
    assert other.state.step.step == "published"
    assert ranked(tmp_path / "lai", FolderSource) == ranked(year)
    # Taking that folder into a journal of its own is no change of a frozen year.
    assert taken(tmp_path / "lai").events
    assert taken(tmp_path / "lai").events == ()


@pytest.mark.full
def test_a_file_may_open_a_frozen_year_again(year):
    freeze_year(opened(year), "Lan", "trình gấp", now)
    (year / "appraisal" / "mo-lai.toml").write_text(
        f'[[year_step]]\nstep = "mo-lai"\nreason = "sửa"\nby = "Lan"\non = {now():%Y-%m-%dT%H:%M:%S}\n',
        encoding="utf-8",
    )
    assert taken(year).events
