"""The survey in the browser: tried, taken in as a draft, checked, closed, and opened again for a reason."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cchc_score.files.disk import write_folder
from tests.web.server import ranked


@pytest.fixture
def year(tmp_path, clock):
    from cchc_score.app.start_folder import start_year
    from cchc_web.transfer import bring_folder_in

    files = start_year("minh-hoa").files
    write_folder(tmp_path / "nam", {path: data for path, data in files.items() if not path.startswith("survey/")})
    return bring_folder_in(tmp_path / "nam", "An", clock)[0]


def survey_data():
    from cchc_score.app.start_folder import start_year

    ((path, data),) = [
        (path, data) for path, data in start_year("minh-hoa").files.items() if path.startswith("survey/")
    ]
    return path.rpartition("/")[2], data if isinstance(data, bytes) else data.encode()


def send(browser, year, *files, batch="Đợt 1"):
    given = [SimpleUploadedFile(name, data) for name, data in files]
    return browser.post(f"/nam/{year.folder}/dieu-tra/gui/", {"batch": batch, "file": given})


def move(browser, year, **words):
    return browser.post(f"/nam/{year.folder}/dieu-tra/dot/", {"batch": "Đợt 1", **words})


@pytest.mark.full
def test_a_batch_counts_once_it_is_checked_and_changes_no_more_once_closed(year, browser, passing_time):
    from cchc_web.database_source import DatabaseSource

    before = ranked(DatabaseSource(year))
    tried = send(browser, year, survey_data()).content.decode()
    token = re.search(r'name="token" value="([^"]+)"', tried)[1]
    assert "Số liệu điều tra sẽ có: 4 / 4" in tried
    assert ranked(DatabaseSource(year)) == before
    browser.post(f"/nam/{year.folder}/dieu-tra/nhan/", {"batch": "Đợt 1", "token": token})
    assert ranked(DatabaseSource(year)) == before
    assert browser.post(f"/nam/{year.folder}/dieu-tra/nhan/", {"batch": "Đợt 1", "token": token}).status_code == 404
    move(browser, year, state="checked")
    assert ranked(DatabaseSource(year)) != before
    assert move(browser, year, state="draft").status_code == 302
    move(browser, year, state="checked")
    move(browser, year, state="closed")
    assert move(browser, year, state="draft").status_code == 404
    assert move(browser, year, state="checked").status_code == 422
    assert move(browser, year, state="checked", reason="Nhập sai").status_code == 302


def test_a_file_that_cannot_be_read_is_told_and_not_taken_in(year, browser):
    from cchc_web.year_journal import READER

    head = READER.journal(year).state.head
    answer = send(browser, year, ("dt.xlsx", b"khong phai Excel"))
    assert answer.status_code == 422
    assert "dt.xlsx" in answer.content.decode()
    for files, batch in (((), "Đợt 1"), ((("a.csv", b""),), "Đợt 1"), ((survey_data(),), " ")):
        assert send(browser, year, *files, batch=batch).status_code == 422
    assert READER.journal(year).state.head == head


def test_files_wait_for_their_sender_alone(year, browser):
    from cchc_web.pending import SentFile, forget_pending, keep_pending, pending_files

    token = keep_pending("Người khác", [SentFile("a.csv", b"1")])
    assert pending_files("Người khác", token) == [SentFile("a.csv", b"1")]
    assert pending_files("Hoa", token) is None
    assert pending_files("Hoa", "../../etc") is None
    answer = browser.post(f"/nam/{year.folder}/dieu-tra/nhan/", {"batch": "Đợt 1", "token": token})
    assert answer.status_code == 404
    forget_pending(token)
    assert pending_files("Người khác", token) is None


def test_a_file_without_any_figure_of_the_survey_is_not_taken(year, browser):
    answer = send(browser, year, ("la.csv", "Mã;Giá trị\n1;2\n".encode()))
    assert answer.status_code == 422
    assert "Không đọc được số liệu điều tra nào" in answer.content.decode()


@pytest.mark.full
def test_what_contradicts_another_file_is_told_and_one_of_both_is_set_aside(year, browser, passing_time):
    from cchc_web.database_source import DatabaseSource

    name, data = survey_data()

    def take(file, batch):
        tried = send(browser, year, file, batch=batch).content.decode()
        token = re.search(r'name="token" value="([^"]+)"', tried)[1]
        browser.post(f"/nam/{year.folder}/dieu-tra/nhan/", {"batch": batch, "token": token})

    take((name, data), "Đợt 1")
    move(browser, year, state="checked")
    counted = ranked(DatabaseSource(year))
    figure = re.search(rb"\d\d[.,]?\d*(?=\r?\n)", data)[0]
    take(("khac.csv", data.replace(figure, b"11")), "Đợt 2")
    page = browser.post(f"/nam/{year.folder}/dieu-tra/dot/", {"batch": "Đợt 2", "state": "checked"}, follow=True)
    assert "nói khác tệp khác" in page.content.decode()
    assert ranked(DatabaseSource(year)) != counted
    move(browser, year, batch="Đợt 2", state="draft")
    assert ranked(DatabaseSource(year)) == counted


@pytest.mark.full
def test_a_file_of_no_batch_can_be_set_aside(tmp_path, browser, clock):
    from cchc_score.app.start_folder import start_year
    from cchc_web.transfer import bring_folder_in

    write_folder(tmp_path / "nam", start_year("minh-hoa").files)
    year = bring_folder_in(tmp_path / "nam", "An", clock)[0]
    (path,) = [path for path in start_year("minh-hoa").files if path.startswith("survey/")]
    page = browser.get(f"/nam/{year.folder}/dieu-tra/").content.decode()
    assert "Để riêng, không tính" in page
    assert "4 / 4" in page
    assert move(browser, year, batch=path, state="draft").status_code == 302
    page = browser.get(f"/nam/{year.folder}/dieu-tra/").content.decode()
    assert "0 / 4" in page
    assert move(browser, year, batch=path, state="checked").status_code == 302
    assert "4 / 4" in browser.get(f"/nam/{year.folder}/dieu-tra/").content.decode()
