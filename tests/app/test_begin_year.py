"""A new year from the last: nothing moves unseen, nothing is written while a row is open, and the folder scores."""

from datetime import date

import pytest

from cchc_score.app.begin_year import folder_of_next, new_year_folder
from cchc_score.app.next_year_rows import plan_next_year
from cchc_score.app.rank_units import rank_units
from cchc_score.app.start_folder import start_year
from cchc_score.files.disk import write_folder
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.request import Request
from tests.running import EXAMPLES


@pytest.fixture
def year(tmp_path):
    files = start_year("minh-hoa").files
    lines = files["units.csv"].decode() + "M98,Xã Đã Nhập,xã,,2023-06-30,,no\nM99,Xã Sắp Nhập,xã,,2024-06-30,M98,no\n"
    write_folder(tmp_path / "2023", {**files, "units.csv": lines.encode()})
    return FolderSource(Request((tmp_path / "2023",)))


def begun(source, texts=None, confirmed=None, last_year="../2023"):
    plan = plan_next_year(source, source.config)
    said = {row.name: row.proposed for row in plan.rows} | (texts or {})
    names = frozenset(row.name for row in plan.rows)
    return new_year_folder(source, source.config, last_year, said, names if confirmed is None else confirmed)


def opened(source, folder):
    root = source.config.root.parent / "2024"
    write_folder(root, folder.files, folder.folders)
    return FolderSource(Request((root,)))


def row(source, name):
    return next(row for row in plan_next_year(source, source.config).rows if row.name == name)


def test_what_was_proposed_makes_a_year_that_scores_its_golden_cases(year):
    folder = begun(year)
    assert not folder.faults
    new = opened(year, folder)
    scheme = new.rules().scheme
    assert (scheme.period, scheme.code) == (2024, "minh-hoa-2024")
    assert new.config.last_year == "../2023"
    assert new.last_year()[1].rules().scheme.period == 2023
    assert new.config.phases.self_score.last == date(2024, 12, 15)
    assert new.config.phases.explanation[1] == year.config.phases.explanation[1]
    text = folder.files["bo-tieu-chi.toml"].decode()
    assert "dời năm" not in text
    assert "draft" not in text
    report = rank_units(new)
    assert not {finding.code for finding in report.scored.findings} & {"cases-failing", "last-year-absent"}


def test_units_that_have_ended_leave_and_others_stay_as_they_were(year):
    before = {unit.code: unit for unit in year.units()}
    after = {unit.code: unit for unit in opened(year, begun(year)).units()}
    assert after == {code: unit for code, unit in before.items() if code != "M98"}
    assert row(year, "unit-M98").proposed == ""
    assert row(year, "unit-M99").proposed == "30/06/2024"


def test_folders_of_the_work_are_there_and_empty(year):
    folder = begun(year)
    assert set(folder.folders) == {"reports", "self-scores", "appraisal", "items", "survey"}
    assert set(folder.files) == {
        "cchc.toml", "bo-tieu-chi.toml", "bo-tieu-chi.cases.toml", "mau-bao-cao.toml", "units.csv"
    }  # fmt: skip


@pytest.mark.full
def test_every_row_has_to_be_confirmed(year):
    names = [row.name for row in plan_next_year(year, year.config).rows]
    assert len(names) == len(set(names))
    for name in names:
        folder = begun(year, confirmed=frozenset(names) - {name})
        assert list(folder.faults) == [f"ok-{name}"]
        assert not folder.files


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("phase-self_score-0-last", "31/12/2023", True),
        ("phase-self_score-0-last", "01/07/2025", True),
        ("phase-self_score-0-last", "30/06/2025", False),
        ("phase-self_score-0-last", "17:00 20/12/2024", False),
        ("phase-self_score-0-last", "", True),
        ("phase-self_score-0-last", "mai", True),
        ("scheme-72-0", "15/01/2023", True),
        ("scheme-72-0", "17:00 15/01/2024", True),
        ("scheme-72-0", "15/02/2024", False),
        ("unit-M99", "30/06/2030", True),
        ("unit-M99", "", False),
    ],
)
def test_a_day_lies_in_the_year_or_half_a_year_after_it(year, name, text, fault):
    if name.startswith("scheme"):
        name = next(row.name for row in plan_next_year(year, year.config).rows if row.kind == "day")
    assert list(begun(year, {name: text}).faults) == [name] * fault


def test_what_was_typed_stands_in_the_scheme(year):
    rows = plan_next_year(year, year.config).rows
    day = next(row.name for row in rows if row.kind == "day")
    title = next(row.name for row in rows if row.about[-1] == "title")
    folder = begun(year, {day: "20/01/2024", title: 'Chỉ số "mới"'})
    scheme = opened(year, folder).rules().scheme
    assert scheme.title == 'Chỉ số "mới"'
    assert b"by = 2024-01-20" in folder.files["bo-tieu-chi.toml"]


@pytest.mark.full
@pytest.mark.parametrize("name", ["lam-dong-2025", "lam-dong-tinh-2025", "hoang-hoa-2023"])
def test_a_year_of_an_example_begins_anew(name, tmp_path):
    source = FolderSource(Request((EXAMPLES / name,)))
    folder = begun(source, last_year=(EXAMPLES / name).resolve().as_posix())
    assert not folder.faults
    write_folder(tmp_path / "moi", folder.files, folder.folders)
    new = FolderSource(Request((tmp_path / "moi",)))
    assert new.rules().scheme.period == source.rules().scheme.period + 1
    assert rank_units(new) is not None


def test_a_folder_is_called_by_its_year():
    assert folder_of_next("lam-dong-2025", 2025) == "lam-dong-2026"
    assert folder_of_next("tinh", 2025) == "tinh-2026"
