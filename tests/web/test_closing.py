"""The end of a year in the browser: blockers, freezing for a reason, publishing by a decision, opening again."""

import re

import pytest

from cchc_score.appraisal.acts import YearStep
from tests.web.people import account, signed_in, with_accounts


def steps(year):
    from cchc_web.year_journal import READER

    return [act for act in READER.journal(year).state.acts if isinstance(act, YearStep)]


def page(browser, year):
    return browser.get(f"/nam/{year.folder}/chot/").content.decode()


@pytest.mark.full
def test_a_year_is_frozen_published_and_opened_again(year, browser):
    shown = page(browser, year)
    assert "Còn việc mở trước khi chốt" in shown
    assert f'<a href="/nam/{year.folder}/tien-do/?loc=' in shown
    refused = browser.post(f"/nam/{year.folder}/chot/chot/", {"despite": " "})
    assert refused.status_code == 422
    assert "Phải điền ô này." in refused.content.decode()
    browser.post(f"/nam/{year.folder}/chot/chot/", {"despite": "Họp sớm"})
    assert "Năm đã chốt, chờ công bố" in page(browser, year)
    assert browser.post(f"/nam/{year.folder}/chot/cong-bo/", {"decision": ""}).status_code == 422
    browser.post(f"/nam/{year.folder}/chot/cong-bo/", {"decision": "12/QĐ-UBND", "dated": "20/12/2023"})
    assert "quyết định 12/QĐ-UBND ngày 20/12/2023" in page(browser, year)
    browser.post(f"/nam/{year.folder}/chot/mo-lai/", {"reason": "Khiếu nại"})
    assert [step.step for step in steps(year)] == ["frozen", "published", "reopened"]


def test_a_step_out_of_its_order_is_told(year, browser):
    answer = browser.post(f"/nam/{year.folder}/chot/cong-bo/", {"decision": "12/QĐ-UBND"})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert steps(year) == []


@pytest.mark.full
def test_a_unit_finds_its_published_result_and_the_way_back(year, browser):
    home = f"/nam/{year.folder}/"
    browser.post(f"{home}chot/chot/", {"despite": "Họp sớm"})
    with with_accounts():
        own = signed_in(account("clerk", units=["M02"], password=""))
        assert "Kết quả đã công bố" not in own.get(f"{home}xa/M02/").content.decode()
    browser.post(f"{home}chot/cong-bo/", {"decision": "12/QĐ-UBND", "dated": "20/12/2023"})
    with with_accounts():
        assert f'href="{home}don-vi/M02/"' in own.get(f"{home}xa/M02/").content.decode()
        result = own.get(f"{home}don-vi/M02/").content.decode()
        links = {one.partition("#")[0] for one in re.findall(rf'href="?({home}[^" >]*)', result)}
        assert f"{home}xa/M02/" in links
        assert "Xếp hạng" not in result
        assert {link: status for link in links if (status := own.get(link, follow=True).status_code) != 200} == {}
