"""What departments give: a sheet of all units, typed or read from the form, taken in as one file of the year."""

import re
from fractions import Fraction as F
from html import unescape
from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.web.communes import clerk, commune_year
from tests.web.server import brought_in

POINTS, ROLE = "one_stop_grade", "budget_disclosed"
CRITERION = "4.3"


def where(year, path=""):
    return f"/nam/{year.folder}/so-lieu-cua-so/{path}"


def given(year):
    """What the year knows of the figures that only departments give, by unit."""
    from cchc_web.scored_years import SCORED

    table = SCORED.working(year).stages.reported_table
    known = [unit.code for row, unit in enumerate(table.units) if table.known(row, POINTS)]
    return {code: table.value([unit.code for unit in table.units].index(code), POINTS) for code in known}


@pytest.fixture
def year(tmp_path):
    """A year in which nothing is appraised yet."""
    return commune_year(tmp_path)


@pytest.fixture
def appraised(folder):
    """The sample year, in which some units are appraised."""
    return brought_in(folder)


@pytest.fixture
def field():
    """The name of the field of a unit for what no file says."""
    return lambda unit: f"{POINTS}|{unit}"


def take(browser, year, **more):
    return browser.post(where(year), {"partial": "1", "then": "take", **more}, follow=True)


def test_what_other_files_say_is_shown_and_not_typed(year, browser, field):
    page = browser.get(where(year)).content.decode()
    assert f'name="{field("M02")}"' in page
    assert f'name="{ROLE}|M02"' not in page
    assert "Xã làm chủ đầu tư" in page
    assert "reports/mau-02.toml" in page


@pytest.mark.full
def test_what_is_typed_is_a_draft_until_it_is_taken_in(year, browser, field):
    assert (
        browser.post(where(year), {"partial": "1", field("M02"): "1,5", f"was:{field('M02')}": ""}).status_code == 302
    )
    assert given(year) == {}
    assert 'value="1,5"' in browser.get(where(year)).content.decode()
    assert "Đã ghi vào năm." in take(browser, year).content.decode()
    assert given(year) == {"M02": F("1.5")}
    assert 'value="1,5"' in browser.get(where(year)).content.decode()


@pytest.mark.full
def test_once_units_are_appraised_what_is_changed_waits_to_be_accepted(appraised, browser, field):
    accepted = {"key": "report:", "reason": "Sở gửi lại"}
    take(browser, appraised, then="undo", **{field("M02"): "1,5", f"was:{field('M02')}": ""})
    page = take(browser, appraised, **{field("M02"): "2", f"was:{field('M02')}": "1,5"}).content.decode()
    assert "chờ bạn chấp nhận" in page
    assert given(appraised) == {"M02": F("1.5")}
    # What waits stands in the sheet, and what is typed now is typed into that.
    page = browser.get(where(appraised)).content.decode()
    assert "Bản mới của bảng này còn chờ" in page
    assert 'value="2"' in page
    take(browser, appraised, **{field("M03"): "1", f"was:{field('M03')}": ""})
    assert given(appraised) == {"M02": F("1.5")}
    assert "tệp của nhiều đơn vị chưa chấp nhận" in browser.get(f"/nam/{appraised.folder}/chot/").content.decode()
    browser.post(f"/nam/{appraised.folder}/tiep-nhan/chap-nhan/", accepted)
    assert given(appraised) == {"M02": F(2), "M03": F(1)}
    take(browser, appraised, **{field("M02"): "", f"was:{field('M02')}": "2"})
    browser.post(f"/nam/{appraised.folder}/tiep-nhan/chap-nhan/", accepted)
    # An empty cell says nothing again.
    assert given(appraised) == {"M03": F(1)}


@pytest.mark.full
def test_entries_that_would_count_no_more_are_told_before_anything_is_taken_in(tmp_path, browser, field):
    year = commune_year(tmp_path, keep=["self-scores"])
    desk = f"/nam/{year.folder}/tham-dinh/1"
    opened = browser.get(f"{desk}/xa/M02/?mo={CRITERION}").content.decode()
    hidden = re.findall(r'<input type="hidden" name="(cell|seen:[^"]*)" value="([^"]*)"', opened)
    sent = {name: unescape(value) for name, value in hidden}
    sent |= {"of_unit": "M02", "deed": "points", "value": "0,5", "reason": "Sở đã chấm", "evidence": "Biên bản"}
    assert browser.post(f"{desk}/cham/", sent).status_code == 302
    answer = take(browser, year, **{field("M02"): "1,5", f"was:{field('M02')}": ""})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Chưa ghi gì." in page
    assert "Vẫn ghi vào năm" in page
    assert given(year) == {}
    browser.post(where(year), {"partial": "1", "then": "undo"})
    assert given(year) == {"M02": F("1.5")}


def test_more_than_a_rule_allows_is_told_beside_its_cell(year, browser, field):
    answer = take(browser, year, **{field("M02"): "25", f"was:{field('M02')}": ""})
    assert answer.status_code == 422
    assert "25, lớn hơn mức tối đa" in answer.content.decode()
    assert given(year) == {}


def test_a_number_that_could_be_another_one_says_how_it_is_read(year, browser, field):
    sent = {"partial": "1", field("M02"): "1.250", f"was:{field('M02')}": ""}
    script = browser.post(where(year), sent, headers={"accept": "application/json"}).json()
    assert script["words"][f"k-{field('M02')}"] == "Đọc là 1,25."


def test_what_cannot_be_read_is_told_beside_its_cell_and_nothing_is_taken_in(year, browser, field):
    answer = take(browser, year, **{field("M02"): "1,5", field("M03"): "nhiều", f"was:{field('M03')}": ""})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "1 ô phải sửa" in page
    assert given(year) == {}
    assert 'value="nhiều"' in page
    script = browser.post(
        where(year),
        {"partial": "1", field("M01"): "x", f"was:{field('M01')}": ""},
        headers={"accept": "application/json"},
    ).json()
    assert script["words"][f"k-{field('M01')}"]
    assert script["fields"][field("M02")] == "1,5"


def test_two_people_on_one_cell_choose(year, browser, field):
    name = field("M02")
    browser.post(where(year), {"partial": "1", name: "1", f"was:{name}": ""})
    answer = browser.post(where(year), {"partial": "1", name: "2", f"was:{name}": ""})
    assert (answer.status_code, "Hai người cùng sửa" in answer.content.decode()) == (409, True)
    asked = {"partial": "1", name: "2", f"was:{name}": ""}
    assert browser.post(where(year), asked, headers={"accept": "application/json"}).status_code == 409


@pytest.mark.full
def test_the_form_goes_out_as_excel_and_comes_back_filled(year, browser, field):
    book = load_workbook(BytesIO(browser.get(where(year, "bieu/")).content))
    sheet = book.active
    heads = {cell.value: cell.column for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)}
    column = next(at for head, at in heads.items() if head.startswith("Điểm thẩm định tổ chức"))
    rows = {row[0].value: row[0].row for row in sheet.iter_rows(max_col=1)}
    sheet.cell(rows["M03"], column, 1.25)
    filled = BytesIO()
    book.save(filled)
    filled.seek(0)
    filled.name = "so-nội-vụ.xlsx"
    answer = browser.post(where(year, "doc/"), {"file": filled}, follow=True)
    assert "Đã đưa 1 số liệu từ so-nội-vụ.xlsx" in answer.content.decode()
    assert given(year) == {}
    take(browser, year)
    assert given(year) == {"M03": F("1.25")}
    # What it says against a file that was taken in, and what cannot be read of it, is told.
    sheet.cell(rows["M01"], column, "nhiều")
    sheet.cell(rows["M02"], column, 2)
    sheet.cell(rows["M02"], column + 1, "Cấp trên làm chủ đầu tư")
    other = BytesIO()
    book.save(other)
    other.seek(0)
    other.name = "lần hai.xlsx"
    answer = browser.post(where(year, "doc/"), {"file": other})
    page = answer.content.decode()
    assert (answer.status_code, "Đã đưa 2 số liệu từ lần hai.xlsx" in page) == (200, True)
    assert "lần hai.xlsx ghi khác tệp đã nhận reports/mau-02.toml" in page
    assert "nhiều" in page
    assert f'name="{ROLE}|M02"' not in page
    nothing = BytesIO(b"a;b\n1;2\n")
    nothing.name = "khac.csv"
    answer = browser.post(where(year, "doc/"), {"file": nothing})
    assert (answer.status_code, "không có số liệu nào" in answer.content.decode()) == (422, True)
    assert browser.post(where(year, "doc/"), {}).status_code == 422


def test_nobody_else_types_there(year, browser, monkeypatch, field):
    clerk(monkeypatch, "M02")
    assert browser.get(where(year)).status_code == 404
    assert take(browser, year, **{field("M02"): "2"}).status_code in (403, 404)
    assert given(year) == {}
