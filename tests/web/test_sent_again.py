"""What was returned after the appraisal had begun comes again: it waits until somebody accepts it, all of it at once."""

import re
from datetime import UTC, datetime

import pytest

from cchc_score.app.accept_version import accept_version
from cchc_score.app.write_acts import say_act
from cchc_score.appraisal.acts import Return
from tests.web.communes import commune_year


@pytest.fixture
def year(tmp_path):
    return commune_year(tmp_path, keep=("appraisal", "self-scores"))


def tasks(year):
    from cchc_web.scored_years import SCORED

    table = SCORED.working(year).stages.reported_table
    row = next(row for row, unit in enumerate(table.units) if unit.code == "M02")
    return table.value(row, "tasks_assigned"), (row, "tasks_assigned") in table.doubts


@pytest.mark.full
def test_a_returned_report_waits_under_its_new_name(year, browser):
    from cchc_web.database_source import DatabaseSource

    where = f"/nam/{year.folder}/xa/M02"
    assert "Hội đồng đã thẩm định từ" in browser.get(f"{where}/so-lieu/").content.decode()
    keys = {"unit": "M02", "what": "report", "reason": "Thiếu dòng 1.3"}
    say_act(DatabaseSource(year), Return, keys, "Lan", lambda: datetime(2024, 1, 3, 9, tzinfo=UTC))
    assert "Thiếu dòng 1.3" in browser.get(f"{where}/").content.decode()
    before = tasks(year)
    browser.post(f"{where}/so-lieu/", {"partial": "1", "tasks_assigned": "15", "was:tasks_assigned": "14"})
    page = browser.get(f"{where}/gui/").content.decode()
    version = re.search(r'name="version" value="(\d+)"', page)[1]
    answer = browser.post(f"{where}/gui/so-lieu/", {"version": version}, follow=True)
    assert "gửi lại, chờ chấp nhận" in answer.content.decode()
    assert tasks(year) == before
    # Once more is refused: it has come again since it was returned.
    browser.post(f"{where}/so-lieu/", {"partial": "1", "tasks_assigned": "16", "was:tasks_assigned": "14"})
    assert browser.post(f"{where}/gui/so-lieu/", {"version": "1"}).status_code == 403
    accept_version(DatabaseSource(year), "reports/M02.toml", "Lan", "Đủ", lambda: datetime(2024, 1, 4, tzinfo=UTC))
    assert tasks(year) == (15, False)
    assert "reports/mau-02.toml" not in DatabaseSource(year).journal.state.counting
