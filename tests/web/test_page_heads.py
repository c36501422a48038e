"""The sentence and the figures above the tables: those of the folder, in both languages."""

import re

import pytest

from cchc_score.app.start_folder import start_year
from cchc_score.files.disk import write_folder

PAGES = ("tien-do/", "nhat-ky/", "don-vi/M02/2.2/")


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    from datetime import UTC, datetime

    from cchc_web.transfer import bring_folder_in

    folder = tmp_path_factory.mktemp("dau-trang") / "cchc-2023"
    write_folder(folder, start_year("minh-hoa").files)
    year, _ = bring_folder_in(folder, "An", lambda: datetime(2026, 1, 15, tzinfo=UTC))
    return f"/nam/{year.folder}/"


def head_of(browser, address, lang):
    """The title of a page, and its figures by their words."""
    text = browser.get(address, {"lang": lang}).content.decode()
    figures = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", text)
    return re.search(r"<h1>(.*?)</h1>", text)[1], dict(figures)


@pytest.mark.full
def test_progress_says_who_is_waited_for(home, browser):
    title, figures = head_of(browser, f"{home}tien-do/", "vi")
    assert title == "Cả 4 đơn vị còn việc phải gửi hoặc trả lời"
    assert figures["báo cáo đã gửi"] == "4 / 4"
    assert figures["bảng tự chấm đã gửi"] == "3 / 4"
    assert figures["nội dung đã giải trình"] == "1 / 7"
    assert "câu hỏi đã trả lời" not in figures


def test_the_journal_says_how_many_events_there_are_and_which_are_shown(home, browser):
    title, figures = head_of(browser, f"{home}nhat-ky/", "vi")
    whole = int(re.search(r"Nhật ký có (\d+) sự kiện", title)[1])
    assert figures["người ghi"] == "1"
    text = browser.get(f"{home}nhat-ky/", {"unit": "M02"}).content.decode()
    some = re.search(rf"Nhật ký có {whole} sự kiện, dưới đây là (\d+) sự kiện về Xã Mẫu 02", text)
    assert 0 < int(some[1]) == text.count("<tr>") - 1 < whole


def test_reasons_say_the_points_first_and_what_was_lost(home, browser):
    title, figures = head_of(browser, f"{home}don-vi/M02/2.2/", "vi")
    assert title == "2.2 VBQPPL ban hành đúng pháp luật: 1,50 trên 3 điểm"
    assert figures == {"điểm trên tối đa": "1,50 / 3", "điểm mất": "−1,50", "tự chấm": "3"}


def test_below_reasons_stand_only_the_findings_about_their_criterion(home, browser):
    def told(criterion):
        text = browser.get(f"{home}don-vi/M02/{criterion}/").content.decode()
        return [number for number in ("2.2", "4.1") if f"Xã Mẫu 02, tiêu chí {number}:" in text]

    assert [told(criterion) for criterion in ("2.2", "4.1", "1.1.1")] == [["2.2"], ["4.1"], []]


@pytest.mark.full
@pytest.mark.parametrize("page", PAGES)
def test_english_is_english(home, browser, page):
    vi, en = (head_of(browser, home + page, lang) for lang in ("vi", "en"))
    assert vi[0] != en[0]
    assert list(vi[1].values()) != []
    assert len(vi[1]) == len(en[1])
    assert not set(vi[1]) & set(en[1])
