"""Files read before they are handed in: the program's own forms come back, and nothing is written by looking."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cchc_score.app.fill_forms import form_year
from cchc_score.forms.commune_book import commune_books
from cchc_score.forms.commune_plan import CommunePlan
from tests.web.communes import commune_year


@pytest.fixture
def year(tmp_path):
    return commune_year(tmp_path, keep=("self-scores",))


def book(year, unit):
    """The workbook of a unit with all that the year knows of it."""
    from cchc_web.database_source import DatabaseSource

    known = form_year(DatabaseSource(year), [unit])
    return commune_books(CommunePlan(known, "vi"))(known.units[0])


def preview(browser, year, name, data):
    return browser.post(f"/nam/{year.folder}/xa/M02/doc-tep/", {"file": SimpleUploadedFile(name, data)})


def events(year):
    from cchc_web.year_journal import READER

    return READER.journal(year).state.number


@pytest.mark.full
def test_the_filled_workbook_is_read_and_put_into_the_sheets(year, browser):
    from cchc_web.models import Draft

    count = events(year)
    answer = preview(browser, year, "Xã Mẫu 02.xlsx", book(year, "M02"))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "95 số liệu, 50 tiêu chí tự chấm." in page
    assert events(year) == count
    assert not Draft.objects.filter(year=year).exists()
    kept = re.search(r'name="kept" value="([^"]+)"', page)[1]
    browser.post(f"/nam/{year.folder}/xa/M02/dua-vao/", {"kept": kept})
    drafts = {one.key: one.fields for one in Draft.objects.filter(year=year)}
    assert len(drafts["figures:M02"]) == 95
    assert sum(name.startswith("points:") for name in drafts["self-score:M02"]) == 50
    assert events(year) == count


@pytest.mark.full
def test_a_file_is_handed_in_as_it_is(year, browser):
    from cchc_web.scored_years import SCORED
    from cchc_web.year_journal import READER

    data = book(year, "M02")
    before = SCORED.working(year).stages
    page = preview(browser, year, "bao cao.xlsx", data).content.decode()
    kept = re.search(r'name="kept" value="([^"]+)"', page)[1]
    for way in ("so-lieu", "tu-cham"):
        answer = browser.post(f"/nam/{year.folder}/xa/M02/gui-tep/{way}/", {"kept": kept}, follow=True)
        assert "Đã gửi tệp bao cao.xlsx." in answer.content.decode()
    files = READER.journal(year).state.counting
    own = {path: one.kind for path, one in files.items() if one.unit == "M02"}
    assert own == {"reports/M02.xlsx": "report", "self-scores/M02.xlsx": "self-score"}
    after = SCORED.working(year).stages
    assert after.reported.criteria == before.reported.criteria
    assert {key: claim.mark for key, claim in after.claims.items()} == {
        key: claim.mark for key, claim in before.claims.items()
    }


@pytest.mark.full
def test_what_a_file_says_of_another_unit_is_told_and_not_taken(year, browser):
    page = preview(browser, year, "a.xlsx", book(year, "M03")).content.decode()
    assert "0 số liệu, 0 tiêu chí tự chấm." in page
    assert "Xã Mẫu 03" in page
    assert "Không đọc được số liệu hay điểm tự chấm nào" in page


@pytest.mark.full
def test_nobody_hands_in_a_file_of_another_unit(year, browser):
    count = events(year)
    preview(browser, year, "a.xlsx", book(year, "M03"))
    line = kept_line(year)
    for way in ("so-lieu", "tu-cham"):
        answer = browser.post(f"/nam/{year.folder}/xa/M02/gui-tep/{way}/", {"kept": line})
        assert answer.status_code == 422
        assert "Xã Mẫu 03" in answer.content.decode()
    assert events(year) == count


def kept_line(year):
    """The line of the only file that M02 has uploaded."""
    from cchc_web.evidence_files import draft_folder

    (file,) = draft_folder(year, "M02").iterdir()
    return f"{file.name} a.xlsx"


@pytest.mark.parametrize(("name", "data"), [("a.exe", b"MZ"), ("a.xlsx", b""), ("a.xlsx", b"PK\x03\x04 broken")])
def test_files_that_cannot_be_read_are_told(year, browser, name, data):
    answer = preview(browser, year, name, data)
    assert answer.status_code in (200, 422)
    assert "Không đọc được" in answer.content.decode() or "rỗng" in answer.content.decode()


def test_nobody_hands_in_a_file_that_the_server_does_not_have(year, browser):
    count = events(year)
    for kept in ("", "x", f"{'0' * 64} a.xlsx", f"{'../' * 20}etc/passwd a.xlsx", f"{'0' * 64} a.exe"):
        assert browser.post(f"/nam/{year.folder}/xa/M02/gui-tep/so-lieu/", {"kept": kept}).status_code == 422
        assert browser.post(f"/nam/{year.folder}/xa/M02/dua-vao/", {"kept": kept}).status_code == 422
    assert events(year) == count


@pytest.mark.full
def test_a_clerk_gets_the_workbook_of_the_own_commune(year, browser):
    where = f"/nam/{year.folder}/xa/M02/"
    assert f'href="{where}bieu/"' in browser.get(f"{where}doc-tep/").content.decode()
    data = browser.get(f"{where}bieu/").content
    assert data == book(year, "M02")
