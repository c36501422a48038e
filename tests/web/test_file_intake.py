"""Files that people hand in: in the journal and in the folder, once, under names that lead nowhere else."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.web.server import ranked


def take(year, *files, **more):
    from cchc_web.file_intake import take_files

    return take_files(year, files, "Hoa", "2026-01-15T17:00:00+07:00", **more)


def new(path, data=b"mot", unit="M02", kind="other"):
    from cchc_web.file_intake import NewFile

    return NewFile(path, unit, kind, data)


def test_a_file_stands_in_journal_and_folder_and_only_once(year):
    from cchc_web.year_journal import READER, year_root

    (event,) = take(year, new("minh-chung/M02/a.pdf"))
    assert (event.happening.kind, event.happening.unit, event.by) == ("file", "M02", "Hoa")
    assert (year_root(year) / "minh-chung/M02/a.pdf").read_bytes() == b"mot"
    assert take(year, new("minh-chung/M02/a.pdf")) == ()
    take(year, new("minh-chung/M02/a.pdf", b"hai"))
    journal = READER.journal(year)
    kept = [journal.kept(one.sha256, "a.pdf").read_bytes() for one in journal.state.files["minh-chung/M02/a.pdf"]]
    assert kept == [b"mot", b"hai"]


@pytest.mark.full
def test_a_report_that_stands_for_another_one(year):
    from cchc_web.database_source import DatabaseSource
    from cchc_web.year_journal import year_root

    before, root = ranked(DatabaseSource(year)), year_root(year)
    data = (root / "reports/mau-02.toml").read_bytes()
    take(year, new("reports/M02.toml", data, kind="report"), gone=[("M02", "reports/mau-02.toml")])
    assert not (root / "reports/mau-02.toml").exists()
    assert ranked(DatabaseSource(year)).replace("reports/M02.toml", "reports/mau-02.toml") == before


def test_what_rests_on_an_older_state_of_the_same_unit_is_refused(year):
    from cchc_score.errors import WriteError
    from cchc_web.year_journal import READER

    number = READER.journal(year).state.number
    take(year, new("minh-chung/M03/a.pdf", unit="M03"))
    take(year, new("minh-chung/M02/a.pdf"), since=number)
    with pytest.raises(WriteError):
        take(year, new("minh-chung/M02/b.pdf"), since=number)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("Nghị quyết 05.pdf", "minh-chung/M02/Nghị quyết 05.pdf"),
        ("../../etc/passwd", "minh-chung/M02/passwd"),
        ("C:\\x\\y.docx", "minh-chung/M02/y.docx"),
        ("..", "minh-chung/M02/tep"),
        ("a\0<b>.pdf", "minh-chung/M02/a--b-.pdf"),
    ],
)
def test_the_path_of_a_file(year, name, path):
    from cchc_web.file_intake import free_path

    assert free_path(year, "minh-chung/M02", name) == path


@pytest.mark.full
@given(st.text(max_size=200))
def test_no_name_leads_out_of_its_folder(name):
    from cchc_web.file_intake import free_path
    from cchc_web.models import KeptYear

    path = free_path(KeptYear(folder="khong-co", pk=0), "minh-chung/M02", name)
    assert path.startswith("minh-chung/M02/")
    rest = path.removeprefix("minh-chung/M02/")
    assert not {"/", "\\", "\0"} & set(rest)
    assert not rest.startswith(".")


@pytest.mark.parametrize("name", ["ế" * 250 + ".pdf", "a." + "ế" * 250, "x" * 255], ids=["stem", "ending", "plain"])
def test_a_long_name_is_one_that_file_systems_take(year, name):
    from cchc_web.file_intake import free_path
    from cchc_web.year_journal import year_root

    path = free_path(year, "minh-chung/M02", name)
    take(year, new(path))
    assert (year_root(year) / path).read_bytes() == b"mot"


def test_letters_of_a_mac_stay_letters(year):
    from cchc_web.file_intake import free_path

    name = normalize("NFD", "Báo cáo quý.pdf")
    assert free_path(year, "minh-chung/M02", name) == "minh-chung/M02/Báo cáo quý.pdf"


def test_a_name_that_is_taken_gets_a_number(year):
    from cchc_web.file_intake import free_path

    take(year, new("minh-chung/M02/a.pdf"))
    assert free_path(year, "minh-chung/M02", "a.pdf") == "minh-chung/M02/a-1.pdf"
