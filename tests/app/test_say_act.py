"""Questions and answers by commands: read as a file would be, in the journal, and in the folder that it says."""

import pytest

from cchc_score.app.look_into_journal import folder_image
from cchc_score.app.show_status import show_status
from cchc_score.app.write_acts import say_act
from cchc_score.appraisal.acts import Answer, Question
from cchc_score.errors import ReportError
from cchc_score.files.disk import write_folder
from cchc_score.results.year_status import Progress, owes
from cchc_score.year.config import read_config
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.opened_year import open_year
from cchc_score.year.request import Request
from tests.app.test_take_into_journal import now, ranked, taken
from tests.merging.years import write


@pytest.fixture
def year(tmp_path):
    taken(write(tmp_path / "nam"))
    return tmp_path / "nam"


def say(year, kind, **keys):
    return say_act(open_year(Request((year,))), kind, keys, "An", now)


def unit(year, source=open_year):
    shown, _ = show_status(source(Request((year,))), now().replace(tzinfo=None))
    return shown.units[0], shown


@pytest.mark.full
def test_a_question_is_owed_until_it_is_answered(year, tmp_path):
    say(year, Question, id="q1", round=1, unit="Xã A", criterion="1.1", text="Tin nào?")
    asked, shown = unit(year)
    assert asked.questions == Progress(0, 1)
    assert asked.rounds[0].asked == 1
    assert owes(asked)
    assert "question" in {blocker.kind for blocker in shown.blockers}
    done = say(year, Answer, unit="A", question="q1", text="Tin ngày 3/2", evidence="")
    assert unit(year)[0].questions == Progress(1, 1)
    write_folder(tmp_path / "lai", folder_image(done.journal, read_config(done.journal.root / "cchc.toml")))
    assert unit(tmp_path / "lai", FolderSource)[0].questions == Progress(1, 1)
    assert ranked(tmp_path / "lai", FolderSource) == ranked(year)


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        (Answer, {"unit": "A", "question": "q9", "text": "x"}),
        (Question, {"round": 1, "unit": "Z", "criterion": "1.1", "text": "x"}),
        (Question, {"round": 1, "unit": "A", "criterion": "9.9", "text": "x"}),
        (Question, {"round": 1, "unit": "A", "criterion": "1.1"}),
    ],
)
def test_what_cannot_be_asked_or_answered_is_refused(year, kind, keys):
    before = open_year(Request((year,))).journal.events
    with pytest.raises(ReportError):
        say(year, kind, **keys)
    assert open_year(Request((year,))).journal.events == before
