"""The year of twelve communes in a real browser, in all six roles: accounts, sheets, appraisal, survey, freeze, ranking.

What people type is that of `excel_year`, so that what each commune gets can be told by hand.
"""

import json
import re
from fractions import Fraction

import pytest

from tests import excel_year
from tests.report.html.browser import chromium, needs_browser  # noqa: F401
from tests.running import command
from tests.test_excel_year import Office, set_rules
from tests.web.played import new_province
from tests.web.played_appraisal import appraise, explain
from tests.web.played_sending import BY_HAND, Year, open_accounts, send_in

pytestmark = [needs_browser, pytest.mark.full]


def survey(year):
    """The survey officer tries a file, takes it in and closes it; the council's figures come to the coordinator."""
    officer, coordinator, desk = year.person("dieu-tra"), year.person("dieu-phoi"), year.office.desk
    form = year.office.form("survey", "dieu-tra.xlsx")
    excel_year.fill_columns(form, desk / "dot-1.xlsx", 5, excel_year.SURVEY)
    officer.goto("dieu-tra/")
    officer.fill(batch="Đợt 1")
    officer.page.set_input_files("#f-file", desk / "dot-1.xlsx")
    for button in ("Kiểm thử", "Nhận vào", "Xác nhận đã kiểm", "Chốt đợt"):
        officer.press(button)
    assert officer.told == "Đợt 1: chốt."
    targets = year.office.form("targets", "cac-so.xlsx")
    excel_year.fill_columns(targets, desk / "cua-hoi-dong.xlsx", 6, excel_year.COUNCIL)
    coordinator.goto("tiep-nhan/")
    coordinator.page.set_input_files("#f-file", desk / "cua-hoi-dong.xlsx")
    coordinator.press("Đọc thử")
    coordinator.press("Tiếp nhận")
    assert coordinator.told == "Đã tiếp nhận 1 tệp."


def finish(year):
    """The coordinator freezes, the leader publishes, and nobody writes any more."""
    year.at("2024-01-19T09:00")
    coordinator, leader = year.person("dieu-phoi"), year.person("lanh-dao")
    coordinator.goto("chot/")
    coordinator.fill(despite="Xã Mẫu 08, 09 không gửi gì")
    coordinator.press("Chốt năm")
    year.at("2024-01-20T09:00")
    leader.goto("chot/")
    leader.fill(decision="12/QĐ-UBND", dated="20/01/2024")
    leader.press("Công bố")
    clerk = year.clerk(BY_HAND)
    clerk.goto(f"xa/{BY_HAND}/gui/")
    assert clerk.page.get_by_role("button", name=re.compile("^Gửi:")).count() == 0
    leader.goto("")


def same_numbers(year, folder):
    """What the leader sees is what the command line says of the exported folder, and what a hand has added up."""
    year.province.run("export_year", "nam", folder)
    ranked = command("rank", folder, "--format", "json", "-q")
    assert ranked.code == 0, ranked.err
    communes = json.loads(ranked.out)["communes"]
    totals = excel_year.totals()
    # In the second round the page of M11 is there again.
    totals["M11"] += 1
    assert {one["code"]: Fraction(one["points"]["exact"]) for one in communes} == totals
    page = folder.parent / "ket-qua.html"
    assert command("report", folder, "-o", page, "-q").code == 0
    leader, reader = year.person("lanh-dao").page, year.chromium.new_page(viewport={"width": 1366, "height": 768})
    reader.goto(page.as_uri())
    for table in ("table.ranking", "table.costs"):
        assert _cells(leader, table) == _cells(reader, table)
    assert [row[0] for row in _cells(leader, "table.ranking")] == [str(one["rank"]) for one in communes]
    reader.close()


def _cells(page, table):
    rows = "rows => rows.map(row => [...row.cells].map(cell => cell.textContent.trim()))"
    return page.locator(f"{table} tbody tr").evaluate_all(rows)


def test_a_year_is_played_in_the_browser_and_the_command_line_gives_the_same_numbers(chromium, tmp_path):  # noqa: F811
    office = Office(tmp_path)
    set_rules(office)
    office.form("commune", "so")
    province = new_province(tmp_path / "may-chu")
    assert province.run("import_year", office.year, "--by", "Lê Thu Hà") == "nam"
    with province.running():
        year = Year(office, province, chromium)
        for step in (open_accounts, send_in, appraise, explain, survey, finish):
            step(year)
        same_numbers(year, tmp_path / "ra")
        for person in year.people.values():
            assert (person.said, person.elsewhere) == ([], [])
            person.context.close()
    assert province.run("verify_journal", "nam")
