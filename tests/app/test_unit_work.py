"""The work of one unit: what was sent and returned, what it may know of the appraisal and when, what changed for it."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from cchc_score.app.changed_results import changed_results
from cchc_score.app.explain_entry import made_explanation
from cchc_score.app.start_folder import start_year
from cchc_score.app.unit_work import opened_rounds, unit_work, within_rounds
from cchc_score.appraisal.acts import Extension, Return
from cchc_score.appraisal.appraisal_model import Phases, Window
from cchc_score.errors import ReportError
from cchc_score.facts import Origin
from cchc_score.files.disk import write_folder
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.load import whole_stages
from cchc_score.year.request import Request

M02 = 1


@pytest.fixture(scope="module")
def stages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("nam")
    write_folder(folder / "nam", start_year("minh-hoa").files)
    return whole_stages(FolderSource(Request((folder / "nam",))))[0]


def unappraised(stages):
    return replace(stages, entries=(), explanations=(), acts=())


def test_before_the_last_day_a_unit_may_send_and_knows_until_when(stages):
    work = unit_work(unappraised(stages), M02, {}, datetime(2023, 12, 10, 9))
    assert work.last == date(2023, 12, 15)
    assert (work.report.state, work.report.lock) == ("sent", None)
    assert work.self_score.state == "sent"
    later = Extension("M02", "self-score", 1, date(2023, 12, 20), "Lũ", "Lan", date(2023, 12, 14), Origin(""))
    extended = replace(unappraised(stages), acts=(later,))
    assert unit_work(extended, M02, {}, datetime(2023, 12, 18, 9)).last == date(2023, 12, 20)


def test_what_was_returned_is_told_with_its_reason_until_it_comes_again(stages):
    back = Return("M02", "self-score", date(2023, 12, 20), "Thiếu 1.3", "Lan", date(2023, 12, 16), Origin(""))
    returned = replace(unappraised(stages), acts=(back,))
    work = unit_work(returned, M02, {}, datetime(2023, 12, 17, 9))
    assert (work.self_score.state, work.self_score.returned) == ("returned", back)
    assert work.self_score.lock is None
    again = unit_work(returned, M02, {("M02", "self-score"): "waits"}, datetime(2023, 12, 17, 9))
    assert (again.self_score.state, again.self_score.returned) == ("waiting", None)
    assert again.self_score.lock is not None


@pytest.mark.parametrize(
    ("day", "rounds"),
    [
        (date(2023, 12, 31), set()),
        (date(2024, 1, 2), {1}),
        # The second has no day of its own: it follows its appraisal.
        (date(2024, 1, 12), {1}),
        (date(2024, 1, 13), {1, 2}),
    ],
)
def test_a_round_is_opened_when_its_explanations_begin(stages, day, rounds):
    assert opened_rounds(stages, day) == rounds


def test_a_round_without_explanations_is_never_opened_before_the_year_is_published(stages):
    phases = Phases(stages.phases.self_score, stages.phases.appraisal, (Window(date(2024, 1, 2), date(2024, 1, 5)),))
    assert opened_rounds(replace(stages, phases=phases), date(2024, 6, 1)) == {1}


def test_a_year_as_units_know_it_has_nothing_of_closed_rounds(stages):
    assert within_rounds(stages, ()).entries == ()
    known = within_rounds(stages, {1})
    assert {entry.round for entry in known.entries} == {1}
    assert known.final.criteria == known.appraised.criteria == stages.sheet("round-1").criteria
    assert known.self_scored.criteria == stages.self_scored.criteria


def test_only_what_a_round_changed_is_listed_in_the_order_of_the_scheme(stages):
    changed = changed_results(stages, M02, 1, date(2024, 1, 3))
    assert [one.criterion.number for one in changed] == ["4.1", "4.3"]
    first, second = changed
    assert (first.claim.mark.points, first.after.low, first.lost) == (2, 1, 1)
    assert (first.state, len(first.answers), second.state) == ("answered", 1, "open")
    assert changed_results(stages, M02, 3, date(2024, 1, 3)) == ()


def test_an_explanation_is_of_an_adjustment_of_the_unit_and_the_round(stages):
    unit, now = stages.reported_table.units[M02], datetime(2024, 1, 3, 9)
    made = made_explanation(stages, unit, 1, "m02-mot-cua", "Vì", ["a.pdf"], "Hoa", now)
    assert (made.unit, made.entry, made.evidence[0].file, made.on) == ("M02", "m02-mot-cua", "a.pdf", now)
    for round, entry in ((2, "m02-mot-cua"), (1, "m01-mot-cua"), (1, "khong-co")):
        with pytest.raises(ReportError):
            made_explanation(stages, unit, round, entry, "Vì", (), "Hoa", now)
