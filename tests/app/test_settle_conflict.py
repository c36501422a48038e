"""The council chooses by a command: the rivals are found, what is wrong is refused, and journal and folder agree."""

from datetime import date

import pytest

from cchc_score.app.look_into_journal import folder_image
from cchc_score.app.request_errors import RequestError
from cchc_score.app.settle_conflict import CouncilChoice, settle_conflict
from cchc_score.appraisal.answer_form import ANSWER_COLUMNS
from cchc_score.errors import CchcError, ReportError
from cchc_score.files.disk import write_folder
from cchc_score.year.config import read_config
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.load import whole_stages
from cchc_score.year.opened_year import open_year
from cchc_score.year.request import Request
from tests.app.test_take_into_journal import now, ranked, taken
from tests.merging.years import entry, write
from tests.office_forms import typed_into
from tests.running import command


@pytest.fixture
def year(tmp_path):
    files = {
        "appraisal/an.toml": entry("A", "1", id="a", by="An"),
        "appraisal/binh.toml": entry("A", "2", id="b", by="Bình"),
    }
    root = write(tmp_path / "nam", files)
    taken(root)
    return root


def choice(**said):
    keys = {"unit": "A", "target": "1.1", "round": 0, "chosen": "", "value": "", "reason": "họp", "evidence": "BB 1"}
    return CouncilChoice(**(keys | said))


def settle(year, **said):
    return settle_conflict(open_year(Request((year,))), choice(**said), "Hội đồng", now)


def points(year):
    stages, _ = whole_stages(open_year(Request((year,))))
    return stages.rounds[-1].marks[0, "1.1"].points


@pytest.mark.full
@pytest.mark.parametrize(("said", "value"), [({"chosen": "a"}, 1), ({"chosen": "b"}, 2), ({"value": "0"}, 0)])
def test_a_choice_counts_and_stands_in_the_folder(year, tmp_path, said, value):
    done = settle(year, **said)
    assert points(year) == value
    write_folder(tmp_path / "lai", folder_image(done.journal, read_config(done.journal.root / "cchc.toml")))
    assert ranked(tmp_path / "lai", FolderSource) == ranked(year)
    # By its name, and once more.
    settle(year, unit="Xã A", round=1, value="1,5")
    assert points(year) == 1.5


@pytest.mark.parametrize(
    "said",
    [
        {"chosen": "c"},
        {"value": "99"},
        {"value": "nhiều"},
        {"unit": "B", "chosen": "a"},
        {"round": 2, "chosen": "a"},
        {"target": "9", "chosen": "a"},
    ],
)
def test_what_cannot_be_chosen_is_refused_and_nothing_is_written(year, said):
    before = open_year(Request((year,))).journal.events
    with pytest.raises((ReportError, CchcError, RequestError)):
        settle(year, **said)
    assert open_year(Request((year,))).journal.events == before


@pytest.mark.full
@pytest.mark.parametrize("said", [{"chosen": "a"}, {"value": "0"}])
def test_a_unit_answers_the_choice_in_its_form(year, tmp_path, said):
    settle(year, **said)
    form = tmp_path / "A.xlsx"
    assert command("export", "form", "explanations", year, "--unit", "A", "-o", form).code == 0
    filled = typed_into(form.read_bytes(), "xlsx", list(ANSWER_COLUMNS), "answer", {0: "xin xem lại"}, "04/01/2024")
    (year / "appraisal" / "A.xlsx").write_bytes(filled)
    taken(year)
    journal = open_year(Request((year,))).journal
    assert [one.entry for one in journal.state.explanations] == [journal.state.acts[-1].id]
    write_folder(tmp_path / "lai", folder_image(journal, read_config(journal.root / "cchc.toml")))
    again = whole_stages(FolderSource(Request((tmp_path / "lai",))))[0]
    assert {one.entry for one in again.explanations} == {journal.state.acts[-1].id}


def test_a_choice_is_of_the_day_that_is_said(year):
    assert settle(year, chosen="a", on=date(2023, 12, 22)).journal.state.acts[-1].on == date(2023, 12, 22)
    shown = command("journal", "settle", "A", "1.1", year, "--choose", "b", "--by", "x", "--reason", "y", "--on", "?")
    assert (shown.code, "--on" in shown.err) == (2, True)
