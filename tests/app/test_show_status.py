"""How far a year has come: what the folder holds is counted, late and returned are states, and nobody is forgotten."""

from datetime import date

import pytest

from cchc_score.app.show_status import show_status
from cchc_score.app.start_folder import start_year
from cchc_score.app.take_into_journal import take_in
from cchc_score.files.disk import write_folder
from cchc_score.results.year_status import Progress, owes, status_data
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.opened_year import open_year
from cchc_score.year.request import Request
from tests.app.test_take_into_journal import now

DAY = date(2023, 12, 20)


@pytest.fixture
def folder(tmp_path):
    write_folder(tmp_path / "nam", start_year("minh-hoa").files)
    return tmp_path / "nam"


def status(folder):
    shown, unread = show_status(open_year(Request((folder,))), DAY)
    assert unread == ()
    return shown, {unit.unit.code: unit for unit in shown.units}


def act(folder, text):
    (folder / "appraisal" / "viec.toml").write_text(text, encoding="utf-8")


RETURNED = '[[returned]]\nunit = "M01"\nwhat = "{}"\nreason = "thiếu"\nby = "Lan"\non = 2023-12-{}\n'


def test_a_year_as_it_begins(folder):
    shown, units = status(folder)
    assert [(phase.phase, phase.round) for phase in shown.open_phases] == [("appraisal", 1)]
    first, silent = units["M01"], units["M09"]
    assert (first.report, first.self_score, first.sent_on) == ("sent", "sent", date(2023, 12, 8))
    assert first.figures == Progress(72, 72)
    assert silent.self_score == "absent"
    assert silent.evidence == Progress(0, 0)
    assert all(owes(unit) for unit in shown.missing)
    assert silent in shown.missing
    data = status_data(shown)
    assert data["self_scores"] == {"sent": 3, "absent": 1}
    assert [round["seen"]["done"] for round in data["units"][1]["rounds"]] == [2, 1]


def test_a_report_that_never_came_is_a_state_and_its_unit_stands_in_the_table(folder):
    (folder / "reports" / "mau-03.toml").unlink()
    _, units = status(folder)
    assert units["M03"].report == "absent"


@pytest.mark.full
def test_a_late_table_is_late_until_its_unit_gets_more_time(folder):
    path = folder / "self-scores" / "mau-01.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("2023-12-08", "2023-12-18"), encoding="utf-8")
    assert status(folder)[1]["M01"].self_score == "late"
    act(
        folder,
        '[[extension]]\nunit = "M01"\nphase = "tu-cham"\nto = 2023-12-18\nreason = "x"\nby = "y"\non = 2023-12-18\n',
    )
    assert status(folder)[1]["M01"].self_score == "sent"


@pytest.mark.full
def test_what_was_returned_is_waited_for_until_it_comes_again(folder):
    act(folder, RETURNED.format("self-score", "09"))
    assert status(folder)[1]["M01"].self_score == "returned"
    # The table of the 8th is older than its return on the 9th, that of the 10th is not.
    act(folder, RETURNED.format("self-score", "08"))
    assert status(folder)[1]["M01"].self_score == "sent"


@pytest.mark.full
def test_with_a_journal_a_report_that_comes_again_is_seen(folder):
    act(folder, RETURNED.format("report", "09"))
    take_in(FolderSource(Request((folder,))), "Lan", now)
    assert status(folder)[1]["M01"].report == "returned"
    path = folder / "reports" / "mau-01.toml"
    path.write_bytes(path.read_bytes() + b"\n# them\n")
    take_in(FolderSource(Request((folder,))), "Lan", now)
    # There are entries about it already, so that the new version waits.
    assert status(folder)[1]["M01"].report == "waiting"


@pytest.mark.full
def test_what_was_sent_is_locked_when_its_time_is_over_unless_it_was_returned(folder):
    _, units = status(folder)
    assert (units["M01"].self_score, units["M01"].self_score_locked) == ("sent", True)
    # It has been appraised already.
    assert units["M01"].report_locked
    assert not units["M09"].self_score_locked
    act(folder, RETURNED.format("self-score", "09"))
    assert not status(folder)[1]["M01"].self_score_locked
    act(
        folder,
        '[[extension]]\nunit = "M02"\nphase = "tu-cham"\nto = 2023-12-22\nreason = "x"\nby = "y"\non = 2023-12-18\n',
    )
    assert not status(folder)[1]["M02"].self_score_locked


def test_explanations_are_counted_by_their_states(folder):
    shown, _ = show_status(open_year(Request((folder,))), date(2024, 1, 20))
    data = status_data(shown)["units"]
    assert all(sum(unit["explanation_states"].values()) == unit["explanations"]["of"] for unit in data)
    assert data[0]["explanation_states"] == {"overdue": 2}


@pytest.mark.full
def test_the_states_are_those_of_the_folder_whatever_keeps_it(folder):
    before = status(folder)[0]
    take_in(FolderSource(Request((folder,))), "Lan", now)
    assert status(folder)[0] == before
