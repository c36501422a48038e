"""More time for one unit: what was typed is kept with its faults, and what was granted stands in the journal."""

from datetime import datetime

import pytest

from cchc_score.appraisal.acts import Extension


def extensions(year):
    from cchc_web.year_journal import READER

    return [act for act in READER.journal(year).state.acts if isinstance(act, Extension)]


@pytest.mark.full
def test_an_extension_is_granted_and_told(year, browser):
    address = f"/nam/{year.folder}/gia-han/"
    assert 'name="csrfmiddlewaretoken"' in browser.get(address, {"unit": "M02"}).content.decode()
    words = {"unit": "M02", "phase": "self-score:1", "last": "17:00 20/12/2026", "reason": "Lũ lụt"}
    answer = browser.post(address, words, follow=True)
    assert "Đã gia hạn cho Xã Mẫu 02." in answer.content.decode()
    (granted,) = extensions(year)
    assert (granted.unit, granted.last, granted.reason) == ("M02", datetime(2026, 12, 20, 17), "Lũ lụt")
    assert granted.by == "Trần Thị Bình"


def test_what_was_typed_is_kept_with_its_faults(year, browser):
    answer = browser.post(
        f"/nam/{year.folder}/gia-han/", {"unit": "M02", "phase": "self-score:1", "last": "mai", "reason": " "}
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="mai"' in page
    assert "Không đọc được ngày giờ" in page
    assert "Phải điền ô này." in page
    assert extensions(year) == []


def test_a_closed_year_says_why_nothing_is_written(year, browser):
    from cchc_score.app.write_acts import freeze_year
    from cchc_web.database_source import DatabaseSource
    from cchc_web.visits import server_clock

    freeze_year(DatabaseSource(year), "Lan", "trình gấp", server_clock)
    words = {"unit": "M02", "phase": "self-score:1", "last": "20/12/2026", "reason": "Lũ lụt"}
    answer = browser.post(f"/nam/{year.folder}/gia-han/", words)
    assert answer.status_code == 403
    assert "Năm đã chốt từ" in answer.content.decode()
    assert extensions(year) == []


def test_a_unit_that_is_not_there_and_a_way_that_is_not_meant(year, browser):
    assert browser.get(f"/nam/{year.folder}/gia-han/?unit=KHONG").status_code == 404
    assert browser.post(f"/nam/{year.folder}/tien-do/").status_code == 405
    assert browser.put(f"/nam/{year.folder}/gia-han/").status_code == 405


def test_several_units_at_once_all_or_none(year, browser):
    words = {"unit": ["M02", "M03"], "phase": "self-score:1", "last": "20/12/2026", "reason": "Lũ lụt"}
    page = browser.get(f"/nam/{year.folder}/gia-han/", {"unit": ["M02", "M03"]}).content.decode()
    assert "Xã Mẫu 02, Xã Mẫu 03" in page
    browser.post(f"/nam/{year.folder}/gia-han/", words)
    assert {act.unit for act in extensions(year)} == {"M02", "M03"}
    words["unit"] = ["M04", "KHONG"]
    assert browser.post(f"/nam/{year.folder}/gia-han/", words).status_code == 404
    assert len(extensions(year)) == 2


def test_what_was_sent_is_given_back_and_asked_for(year, browser):
    words = {"unit": "M02", "what": "self-score", "last": "", "reason": "Thiếu minh chứng"}
    browser.post(f"/nam/{year.folder}/tra-lai/", words)
    reminder = browser.get(f"/nam/{year.folder}/nhac/", {"unit": "M02"}).content.decode()
    assert "Xã Mẫu 02: bổ sung bảng tự chấm" in reminder
    assert "Xã Mẫu 09" not in reminder
    assert "Xã Mẫu 09" in browser.get(f"/nam/{year.folder}/nhac/").content.decode()


@pytest.mark.full
def test_the_progress_leads_to_what_may_be_done_with_ticked_units(year, browser):
    page = browser.get(f"/nam/{year.folder}/tien-do/").content.decode()
    assert page.count('type="checkbox"') == 4
    assert page.count("formaction") == 3


@pytest.mark.full
@pytest.mark.parametrize("act", ["gia-han", "tra-lai"])
def test_without_a_tick_the_way_leads_back_to_the_list_and_says_so(year, browser, act):
    answer = browser.get(f"/nam/{year.folder}/{act}/", follow=True)
    assert answer.redirect_chain == [(f"/nam/{year.folder}/tien-do/", 302)]
    assert "Chưa chọn đơn vị nào" in answer.content.decode()


@pytest.mark.parametrize(
    ("path", "more"), [("gia-han", {"phase": "self-score:1"}), ("tra-lai", {"what": "self-score"})]
)
def test_nobody_gets_time_that_is_over(year, browser, path, more):
    words = {"unit": "M02", "last": "10/12/2020", "reason": "Lũ lụt", **more}
    answer = browser.post(f"/nam/{year.folder}/{path}/", words)
    assert answer.status_code == 422
    assert "trở đi." in answer.content.decode()
