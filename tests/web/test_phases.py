"""The phases of a year in the browser: shown, tried, taken in as a new version of the configuration, locked at the end."""

import re
from datetime import datetime

import pytest

from cchc_score.year.config import read_config
from tests.web.people import account, signed_in, with_accounts


def config(year):
    from cchc_web.year_journal import year_root

    return (year_root(year) / "cchc.toml").read_bytes()


def fields(browser, year):
    """The fields of the page as they are filled in."""
    page = browser.get(f"/nam/{year.folder}/giai-doan/").content.decode()
    texts = dict(re.findall(r'name="([a-z_]+-\d-(?:first|last))"[^>]*? value="([^"]*)"', page))
    for name in ("appraisal", "explanation"):
        select = re.search(rf'<select[^>]*name="{name}".*?</select>', page, re.DOTALL)[0]
        texts[name] = re.search(r'value="(\d)" selected', select)[1]
    return texts


def send(browser, year, **words):
    return browser.post(f"/nam/{year.folder}/giai-doan/", {**fields(browser, year), **words})


@pytest.mark.full
def test_another_deadline_is_tried_and_then_counts(year, browser, clock):
    from cchc_web.year_journal import READER, year_root

    before = config(year)
    words = {"self_score-0-last": "20/12/2023 17:00", "reason": "Công văn 9"}
    page = send(browser, year, **words).content.decode()
    assert "Tự chấm: 01/12/2023 – 15/12/2023 → 01/12/2023 – 17:00 20/12/2023" in page
    assert config(year) == before
    token = re.search(r'name="token" value="([^"]+)"', page)[1]
    taken = {"path": "cchc.toml", "reason": "Công văn 9", "token": token}
    assert browser.post(f"/nam/{year.folder}/quy-dinh/thay/", taken).status_code == 302
    assert config(year) == before.replace(b"to = 2023-12-15", b"to = 2023-12-20T17:00:00")
    assert read_config(year_root(year) / "cchc.toml").phases.self_score.last == datetime(2023, 12, 20, 17)
    version = READER.journal(year).state.newest("cchc.toml")
    assert (version.kind, version.by) == ("rules", "Trần Thị Bình")
    assert READER.journal(year).events[-1].happening.body["reason"] == "Công văn 9"


def test_the_phases_stand_in_their_fields(year, browser):
    texts = fields(browser, year)
    assert texts["self_score-0-first"] == "01/12/2023"
    assert texts["appraisal-2-last"] == "12/01/2024"
    assert (texts["appraisal-3-first"], texts["appraisal"], texts["explanation"]) == ("", "2", "2")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"reason": ""}, "Phải điền"),
        ({"self_score-0-last": "thứ hai"}, "Không đọc được ngày giờ"),
        ({"appraisal-3-first": "20/01/2024"}, "ngoài số vòng"),
        ({"appraisal": "9"}, "Chọn một số"),
        ({"self_score-0-last": "01/11/2023"}, "cchc.toml"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_typed_is_lost(year, browser, words, told):
    before = config(year)
    answer = send(browser, year, **{"reason": "Công văn 9", "explanation-2-last": "30/01/2024", **words})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert told in page
    assert 'value="30/01/2024"' in page
    assert config(year) == before


def test_nothing_is_tried_where_nothing_has_changed(year, browser):
    assert send(browser, year, reason="Công văn 9").status_code == 302


def test_a_closed_year_shows_its_phases_and_takes_no_others(year, browser, clock):
    from cchc_score.app.write_acts import freeze_year
    from cchc_web.database_source import DatabaseSource

    words = fields(browser, year) | {"self_score-0-last": "20/12/2023", "reason": "x"}
    freeze_year(DatabaseSource(year), "Lan", "trình gấp", clock)
    assert browser.post(f"/nam/{year.folder}/giai-doan/", words).status_code == 403
    page = browser.get(f"/nam/{year.folder}/giai-doan/").content.decode()
    assert "Năm đã chốt" in page
    assert "15/12/2023" in page
    assert "<input id=" not in page


def test_who_may_only_look_has_no_form(year):
    with with_accounts():
        page = signed_in(account("leader", password="")).get(f"/nam/{year.folder}/giai-doan/").content.decode()
    assert "15/12/2023" in page
    assert "<textarea" not in page
