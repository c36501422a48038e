"""A year on the server: the same ranking to the byte as from its folder, going in, coming out, and going in again."""

import shutil
from fractions import Fraction as F

import pytest

from cchc_score.app.start_folder import start_year
from cchc_score.appraisal.acts import Confirmation
from cchc_score.errors import CchcError, ReportError, WriteError
from cchc_score.facts import Origin
from cchc_score.files.disk import write_folder
from cchc_score.model import Outcome
from cchc_score.sheet import HandMark
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.opened_year import open_year
from cchc_score.year.request import Request
from tests.merging.years import entry, held
from tests.running import EXAMPLES
from tests.web.server import ranked


@pytest.fixture
def begun(tmp_path):
    folder = tmp_path / "nam-2025"
    write_folder(folder, start_year("minh-hoa").files)
    return folder


def brought_in(folder, clock, by="An"):
    from cchc_web.transfer import bring_folder_in

    return bring_folder_in(folder, by, clock)[0]


def source_of(year, **words):
    from cchc_web.database_source import DatabaseSource

    return DatabaseSource(year, **words)


def exported(year, folder):
    from cchc_web.transfer import export_year

    export_year(year, folder)
    return folder


OUTSIDE = "huyen-them-tieu-chi"
"""The example whose plugins stand beside its folder."""


@pytest.mark.full
@pytest.mark.parametrize(
    "name", sorted(path.name for path in EXAMPLES.iterdir() if (path / "cchc.toml").is_file() and path.name != OUTSIDE)
)
def test_every_example_ranks_alike_on_the_server_and_in_the_folder_that_leaves_it(name, tmp_path, clock):
    folder = EXAMPLES / name
    before = ranked(FolderSource(Request((folder,))))
    year = brought_in(folder, clock)
    assert ranked(source_of(year)) == before
    # Beside the year before it, where it has one.
    out = tmp_path / "nam" / name
    shutil.copytree(EXAMPLES, out.parent)
    shutil.rmtree(out)
    assert ranked(open_year(Request((exported(year, out),)))) == before


def test_a_folder_comes_back_to_the_byte_and_leaves_twice_as_the_same(begun, tmp_path, clock):
    year = brought_in(begun, clock)
    first, second = held(exported(year, tmp_path / "ra")), held(exported(year, tmp_path / "nua"))
    assert first == second
    assert {path: data for path, data in first.items() if not path.startswith("nhat-ky/")} == held(begun)


@pytest.mark.full
def test_a_folder_with_a_journal_keeps_its_events(begun, tmp_path, clock):
    out = exported(brought_in(begun, clock), tmp_path / "ra")
    again = brought_in(out, clock, "Bình")
    assert held(exported(again, tmp_path / "nua")) == held(out)


@pytest.mark.full
def test_what_is_new_in_the_folder_comes_in_and_what_was_done_on_the_server_stays(begun, clock):
    from cchc_web.year_journal import READER

    year = brought_in(begun, clock)
    before = READER.journal(year).state
    source = source_of(year, by="Bình", at=clock().isoformat())
    kept = Confirmation(
        unit="M02",
        round=1,
        seen=(("1.1.1", HandMark(Outcome.SCORED, F(1))),),
        by="Bình",
        on=clock().date(),
        origin=Origin("web"),
    )
    source.add_entries((), (kept,), source.fingerprint())
    path = begun / "appraisal" / "them.toml"
    path.write_text(entry("M03", "1", "0.5", id="them-1", criterion="1.1.2"), encoding="utf-8")
    brought_in(begun, clock, "Cường")
    after = READER.journal(year)
    assert [event.by for event in after.events[before.number :]] == ["Bình", "Cường", "Cường"]
    assert kept in after.state.acts
    assert brought_in(begun, clock) == year
    assert READER.journal(year).state.number == after.state.number


@pytest.mark.full
def test_a_frozen_year_takes_nothing_in(begun, clock):
    from cchc_score.appraisal.acts import YearStep
    from cchc_score.journal.statement_events import statement_happening
    from cchc_web.year_journal import READER, add_to_journal

    year = brought_in(begun, clock)
    step = YearStep(
        unit="",
        step="frozen",
        reason="",
        decision="",
        dated=None,
        by="Bình",
        on=clock().date(),
        origin=Origin("web"),
    )
    add_to_journal(year, [statement_happening(step)], "Bình", clock().isoformat())
    before = READER.journal(year)
    source = source_of(year, by="An", at=clock().isoformat())
    with pytest.raises(WriteError) as refused:
        source.add_entries((), (), source.fingerprint())
    assert [finding.code for finding in refused.value.findings] == ["year-frozen"]
    (begun / "appraisal" / "them.toml").write_text(
        entry("M03", "1", "0.5", id="them-1", criterion="1.1.2"), encoding="utf-8"
    )
    with pytest.raises(CchcError) as refused:
        brought_in(begun, clock)
    assert "year-frozen" in [finding.code for finding in refused.value.findings]
    assert READER.journal(year) == before


def test_a_year_whose_rules_stand_outside_of_its_folder_is_refused(clock):
    with pytest.raises(ReportError) as refused:
        brought_in(EXAMPLES / OUTSIDE, clock)
    assert [finding.code for finding in refused.value.findings] == ["server-outside"]


@pytest.mark.full
def test_two_folders_of_one_name_are_two_years(begun, tmp_path, clock):
    other = tmp_path / "khac" / begun.name
    shutil.copytree(begun, other)
    names = {brought_in(begun, clock).folder, brought_in(other, clock).folder}
    assert len(names) == 2


def test_a_folder_that_cannot_be_taken_in_leaves_nothing_behind(begun, clock, server):
    from cchc_web.models import KeptYear

    (begun / "appraisal" / "hong.toml").write_text("[[entry]\n", encoding="utf-8")
    years, folders = set(KeptYear.objects.all()), set((server / "nam").glob("*"))
    with pytest.raises(CchcError):
        brought_in(begun, clock)
    assert set(KeptYear.objects.all()) == years
    assert set((server / "nam").glob("*")) == folders
