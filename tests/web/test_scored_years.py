"""A year in memory grows by what people state, and is then what it would be if all of it were read anew."""

import pytest

from cchc_score.app.start_folder import start_year
from cchc_score.app.write_acts import say_act
from cchc_score.appraisal.acts import Extension, Question
from cchc_score.files.disk import write_folder
from tests.web.communes import commune_year
from tests.web.server import brought_in, ranked


@pytest.fixture
def year(tmp_path):
    write_folder(tmp_path / "nam", start_year("minh-hoa").files)
    return brought_in(tmp_path / "nam")


def appraised(year, unit, value, by="An", seen=""):
    """A mark that somebody sets, as the page would send it."""
    from cchc_score.app.appraise_cell import CellChange, Held, appraise_cells
    from cchc_score.appraisal.present_values import PresentValues
    from cchc_web.scored_years import SCORED
    from cchc_web.visits import server_clock

    working = SCORED.working(year)
    code = seen or PresentValues(working.stages, 1).code(unit, "1.1.2")
    change = CellChange(unit, "1.1.2", "points", code, value=value, reason="đối chiếu", evidence="tệp minh-chung/x.pdf")
    return appraise_cells(
        lambda: Held(working.source, working.stages, working.number), 1, [change], by, server_clock
    ).events


def as_anew(year):
    """The year in memory, after it was held against one that is read from its beginning."""
    from cchc_web.scored_years import SCORED, ScoredYears

    grown, anew = SCORED.working(year), ScoredYears().working(year)
    assert grown.stages == anew.stages
    assert sorted(map(str, grown.staged.findings)) == sorted(map(str, anew.staged.findings))
    assert SCORED.report(year, "final").ranking == ScoredYears().report(year, "final").ranking
    return grown


@pytest.mark.full
def test_what_is_stated_reads_no_document_again(year, clock):
    before = as_anew(year)
    assert appraised(year, "M02", "0,5")
    say_act(before.source, Question, {"round": 1, "unit": "M02", "criterion": "1.1.1", "text": "Ngày?"}, "An", clock)
    after = as_anew(year)
    assert after.year is before.year
    assert appraised(year, "M02", "0")
    assert as_anew(year).year is before.year
    extension = {"unit": "M03", "phase": "self-score", "round": 1, "to": clock().date(), "reason": "lụt"}
    say_act(after.source, Extension, extension, "An", clock)
    assert as_anew(year).year is before.year


@pytest.mark.full
def test_a_file_is_read(year, clock):
    from cchc_web.file_intake import NewFile, take_files

    before = as_anew(year)
    take_files(year, [NewFile("appraisal/them.toml", "", "appraisal", b"# gi\n")], "An", clock().isoformat())
    assert as_anew(year).year is not before.year


@pytest.mark.full
def test_one_file_that_changes_is_read_alone(tmp_path, clock, monkeypatch):
    from cchc_score.year import load, work_reading
    from cchc_web.file_intake import NewFile, take_files

    # Nothing is appraised in it, so that a second version counts at once.
    year = commune_year(tmp_path, keep=["self-scores"])
    before, read = as_anew(year), []
    root = before.source.config.root
    report = (root / "reports" / "mau-02.toml").read_bytes().replace(b"tasks_on_time = 14", b"tasks_on_time = 3")
    claims = (root / "self-scores" / "mau-03.toml").read_bytes().replace(b"points = 3,", b"points = 2,")
    new = [
        NewFile("reports/mau-02.toml", "M02", "report", report),
        NewFile("self-scores/mau-03.toml", "M03", "self-score", claims),
    ]
    take_files(year, new, "An", clock().isoformat())
    for module, name, at in ((load, "read_document", 1), (work_reading, "read_work", 1)):
        real = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *args, real=real, at=at: (read.append(args[at]), real(*args))[1])
    from cchc_web.scored_years import SCORED

    SCORED.working(year)
    assert read == [one.path for one in new]
    monkeypatch.undo()
    as_anew(year)
    # What leaves the year is forgotten with it.
    take_files(year, [], "An", clock().isoformat(), gone=[("M02", "reports/mau-02.toml")])
    as_anew(year)


def test_what_is_appraised_here_ranks_alike_in_the_folder_that_leaves(year, tmp_path):
    from cchc_score.year.opened_year import open_year
    from cchc_score.year.request import Request
    from cchc_web.database_source import DatabaseSource
    from cchc_web.transfer import export_year

    appraised(year, "M02", "0,5")
    appraised(year, "M03", "0,25")
    export_year(year, tmp_path / "ra")
    assert ranked(open_year(Request((tmp_path / "ra",)))) == ranked(DatabaseSource(year))
