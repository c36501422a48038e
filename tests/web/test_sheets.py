"""The sheets of a unit: drafts that lose nothing, and what is handed in gives the points that were shown."""

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cchc_score.app.score_units import score_units
from cchc_score.year.opened_year import open_year
from cchc_score.year.request import Request
from tests.running import ROOT
from tests.web.communes import PDF, at, clerk, commune_year

JSON = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def year(tmp_path):
    return commune_year(tmp_path)


def address(year, *parts, unit="M02"):
    return "/".join([f"/nam/{year.folder}/xa/{unit}", *parts, ""])


def fields(page):
    """The names and values of the fields of a page that are not hidden."""
    found = dict(re.findall(r'<input (?:class="n" )?name="([^"]+)" value="([^"]*)"', page))
    for name, options in re.findall(r'<select name="([^"]+)".*?>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        found[name] = chosen[1] if chosen else ""
    return found


def version(page):
    return re.search(r'name="version" value="(\d+)"', page)[1]


def begun(browser, where):
    """A sheet that was handed in, opened once more."""
    return browser.post(where, {"partial": "1"}, follow=True).content.decode()


def drafts(year):
    from cchc_web.models import Draft

    return {draft.key: draft for draft in Draft.objects.filter(year=year)}


def test_figures_are_kept_as_typed_with_what_is_wrong_beside_them(year, browser):
    where = address(year, "so-lieu")
    page = begun(browser, where)
    typed = {**fields(page), "tasks_assigned": "13", "plan_tasks": "một trăm", "version": version(page)}
    page = browser.post(where, typed, follow=True).content.decode()
    assert 'value="một trăm"' in page
    assert re.search(r'id="w-k-plan_tasks">[^<]+<', page)
    # 14 of 13 were done in time.
    assert re.search(r'id="w-k-tasks_on_time">Lớn hơn dòng 1.3.1', page)
    assert drafts(year)["figures:M02"].fields["tasks_assigned"] == "13"


def test_what_a_script_saves_comes_back_with_the_new_points(year, browser):
    where = address(year, "tu-cham")
    sent = {"partial": "1", "version": "0", "points:1.1.2": "2,5", "was:points:1.1.2": ""}
    state = json.loads(browser.post(where, sent, **JSON).content)
    assert state["fields"]["points:1.1.2"] == "2,5"
    assert state["words"]["t-1"] if "t-1" in state["words"] else state["words"]["t-1.1"] == "2,50"
    assert "Thiếu tài liệu kiểm chứng" in state["words"]["k-1.1.2"]
    assert state["version"] == 1


def test_a_number_above_the_maximum_is_told_and_kept(year, browser):
    where = address(year, "tu-cham")
    sent = {"partial": "1", "points:1.1.2": "30", "was:points:1.1.2": ""}
    words = json.loads(browser.post(where, sent, **JSON).content)["words"]
    assert "3" in words["k-1.1.2"]
    assert drafts(year)["self-score:M02"].fields["points:1.1.2"] == "30"


def test_two_people_on_one_sheet_lose_nothing(year, browser):
    where = address(year, "tu-cham")
    browser.post(where, {"partial": "1", "points:1.1.1": "1", "was:points:1.1.1": ""}, **JSON)
    seen = version(browser.get(where).content.decode())
    browser.post(where, {"partial": "1", "points:1.1.2": "2", "was:points:1.1.2": ""}, **JSON)
    # Another field than the other person's: both stay.
    answer = browser.post(where, {"partial": "1", "points:1.1.3": "1", "was:points:1.1.3": ""}, **JSON)
    assert json.loads(answer.content)["fields"]["points:1.1.2"] == "2"
    # The same field, by a script and by a form of an older version.
    sent = {"partial": "1", "points:1.1.2": "3", "was:points:1.1.2": ""}
    assert browser.post(where, sent, **JSON).status_code == 409
    answer = browser.post(where, {"version": seen, "points:1.1.1": "1", "points:1.1.2": "3", "points:1.1.3": "1"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Hai người cùng sửa một bảng" in page
    assert re.findall(r'type="radio" name="points:1.1.2" value="([^"]*)"', page) == ["3", "2"]
    assert drafts(year)["self-score:M02"].fields["points:1.1.2"] == "2"
    chosen = {"partial": "1", "points:1.1.2": "3", "was:points:1.1.2": "2"}
    assert browser.post(where, chosen).status_code == 302
    assert drafts(year)["self-score:M02"].fields == {"points:1.1.1": "1", "points:1.1.2": "3", "points:1.1.3": "1"}


def test_a_column_is_pasted_down_the_rows(year, browser):
    where = address(year, "so-lieu")
    page = begun(browser, where)
    first, second = [name for name in fields(page) if not name.startswith("paste")][:2]
    column = "\r\n".join(["7", "8", *["1"] * (page.count('data-column="0-0"') - 2)])
    name = re.search(r'name="(paste:\d+:\d+)"', page)[1]
    browser.post(where, {**fields(page), "version": version(page), name: column})
    kept = drafts(year)["figures:M02"].fields
    assert (kept[first], kept[second]) == ("7", "8")


def self_scored(source, unit):
    """The points that the command line prints of a self-score."""
    sheet = score_units(source, [unit], "self").scored.sheet
    row = next(row for row, one in enumerate(sheet.table.units) if one.code == unit)
    return {number: sheet.mark(row, sheet.at(number)).low for number in (*sheet.scheme.criteria, "total")}


@pytest.mark.full
def test_a_self_score_typed_here_gives_the_same_points_by_the_command_line(year, browser, tmp_path):
    from cchc_web.database_source import DatabaseSource
    from cchc_web.transfer import export_year

    where = address(year, "tu-cham")
    given = {"points:1.1.1": "1", "points:1.1.2": "2,25", "out:1.2.1": "1", "points:1.3.1": "0,5"}
    given |= {
        "document:1.1.1": "12/KH-UBND; 13/BC",
        "day:1.1.1": "05/01/2023",
        "explanation:1.3.1": 'Có "trễ"\nhai dòng',
    }
    file = SimpleUploadedFile("Nghị quyết.pdf", PDF)
    answer = browser.post(where, {"version": "0", **given, "upload:1.1.2": file}, follow=True)
    shown = answer.content.decode()
    assert "Nghị quyết.pdf" in shown
    page = browser.get(address(year, "gui")).content.decode()
    assert "Tiêu chí chưa chấm: 1.1.3" in page
    answer = browser.post(address(year, "gui", "tu-cham"), {"version": version(page)}, follow=True)
    assert "Đã gửi bảng tự chấm." in answer.content.decode()
    assert drafts(year) == {}
    export_year(year, tmp_path / "ra")
    points = self_scored(open_year(Request((tmp_path / "ra",))), "M02")
    assert points == self_scored(DatabaseSource(year), "M02")
    total = re.search(r'id="w-t-total">([^<]*)<', shown)[1]
    assert points["total"] == pytest.approx(float(total.replace(",", ".")))
    assert points["1.1.2"] == 2.25
    assert (tmp_path / "ra/minh-chung/M02/Nghị quyết.pdf").read_bytes() == PDF
    (claim,) = [one for one in claims(year, "M02") if one.criterion == "1.1.1"]
    assert [cited.words() for cited in claim.evidence] == ["12/KH-UBND ngày 05/01/2023", "13/BC"]


def claims(year, unit):
    from cchc_web.scored_years import SCORED

    return [claim for claim in SCORED.working(year).stages.claimed if claim.unit == unit]


def test_figures_handed_in_stand_for_the_earlier_report(year, browser):
    from cchc_web.scored_years import SCORED

    where = address(year, "so-lieu")
    page = begun(browser, where)
    browser.post(where, {**fields(page), "tasks_assigned": "1.014", "version": version(page)})
    page = browser.get(address(year, "gui")).content.decode()
    browser.post(address(year, "gui", "so-lieu"), {"version": version(page)})
    working = SCORED.working(year)
    table = working.stages.reported_table
    row = next(row for row, unit in enumerate(table.units) if unit.code == "M02")
    assert table.value(row, "tasks_assigned") == 1014
    sent = [
        path for path, one in working.source.journal.state.counting.items() if (one.unit, one.kind) == ("M02", "report")
    ]
    assert sent == ["reports/M02.toml"]
    receipt = json.loads(browser.get(address(year, "bien-nhan", "report")).content)
    assert (receipt["file"], receipt["version"]) == ("reports/M02.toml", 1)
    # It is read only now, until somebody begins anew.
    assert 'name="tasks_assigned"' not in browser.get(where).content.decode()


@pytest.mark.full
def test_figures_and_self_score_of_one_folder_do_not_take_each_others_place(tmp_path, browser):
    from cchc_web.scored_years import SCORED

    year = commune_year(tmp_path, keep=["self-scores"], shared=True)
    for sheet, thing in (("so-lieu", "so-lieu"), ("tu-cham", "tu-cham")):
        page = begun(browser, address(year, sheet))
        browser.post(address(year, sheet), {"partial": "1", "version": version(page)})
        page = browser.get(address(year, "gui")).content.decode()
        browser.post(address(year, "gui", thing), {"version": version(page)})
    working = SCORED.working(year)
    counting = working.source.journal.state.counting
    assert {path for path, one in counting.items() if one.unit == "M02"} == {
        "reports/so-lieu-M02.toml",
        "reports/tu-cham-M02.toml",
    }
    assert claims(year, "M02")
    assert [one for one in working.year.gathered.findings if one.severity == "error"] == []


@pytest.mark.full
def test_what_is_equal_to_what_was_handed_in_is_not_written_again(year, browser):
    from cchc_web.year_journal import READER

    for said in ("Đã gửi số liệu.", "Giống hệt bản đã gửi"):
        page = begun(browser, address(year, "so-lieu"))
        answer = browser.post(address(year, "gui", "so-lieu"), {"version": version(page)}, follow=True)
        assert said in answer.content.decode()
        assert drafts(year) == {}
    assert len(READER.journal(year).state.files["reports/M02.toml"]) == 1


def test_figures_that_were_reported_are_typed_back_as_they_were(year, browser):
    from cchc_web.scored_years import SCORED

    before = SCORED.working(year).stages.reported_table
    page = begun(browser, address(year, "so-lieu"))
    browser.post(address(year, "gui", "so-lieu"), {"version": version(page)})
    after = SCORED.working(year).stages.reported_table
    row = next(row for row, unit in enumerate(before.units) if unit.code == "M02")
    for code in before.columns:
        assert before.known(row, code) == after.known(row, code), code
        assert not before.known(row, code) or before.value(row, code) == after.value(row, code), code


def test_what_cannot_be_read_is_not_handed_in(year, browser):
    where = address(year, "so-lieu")
    page = begun(browser, where)
    browser.post(where, {**fields(page), "tasks_assigned": "nhiều", "version": version(page)})
    page = browser.get(address(year, "gui")).content.decode()
    assert "Số liệu không đọc được, phải sửa: 1.3.1." in page
    answer = browser.post(address(year, "gui", "so-lieu"), {"version": drafts(year)["figures:M02"].version})
    assert answer.status_code == 422
    assert "figures:M02" in drafts(year)


def test_somebody_who_saw_an_older_draft_hands_nothing_in(year, browser):
    where = address(year, "tu-cham")
    browser.post(where, {"partial": "1", "points:1.1.1": "1", "was:points:1.1.1": ""}, **JSON)
    answer = browser.post(address(year, "gui", "tu-cham"), {"version": "0"})
    assert answer.status_code == 422
    assert "vừa sửa bảng này" in answer.content.decode()


def test_after_the_last_day_drafts_are_kept_and_nothing_is_handed_in(tmp_path, browser):
    year = commune_year(tmp_path, "self_score = { from = 2023-12-01, to = 2023-12-15 }")
    where = address(year, "tu-cham")
    browser.post(where, {"partial": "1", "points:1.1.1": "1", "was:points:1.1.1": ""}, **JSON)
    assert drafts(year)["self-score:M02"].fields == {"points:1.1.1": "1"}
    assert "Đã hết hạn (15/12/2023)" in browser.get(where).content.decode()
    answer = browser.post(address(year, "gui", "tu-cham"), {"version": "1"})
    assert answer.status_code == 403
    assert claims(year, "M02") == []


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"<html><script>alert(1)</script>", "nội dung không phải là tệp pdf"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "chỉ nhận tệp"),
        ("a.html", b"<html>", "chỉ nhận tệp"),
        ("a.png", b"\xff\xd8\xff\xe0", "nội dung không phải là tệp png"),
        ("a.docx", PDF, "nội dung không phải là tệp docx"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused_and_the_typed_stays(year, browser, name, data, said):
    where = address(year, "tu-cham")
    file = SimpleUploadedFile(name, data)
    answer = browser.post(where, {"version": "0", "points:1.1.1": "1", "upload:1.1.1": file})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert 'name="points:1.1.1" value="1"' in page
    assert "files:1.1.1" not in drafts(year)["self-score:M02"].fields


def test_evidence_is_a_download_for_those_who_may_see_the_unit(year, browser, monkeypatch):
    where = address(year, "tu-cham")
    file = SimpleUploadedFile("a.pdf", PDF)
    page = browser.post(where, {"version": "0", "points:1.1.1": "1", "upload:1.1.1": file}, follow=True)
    (link,) = re.findall(r'href="([^"]*/tep/M02/[0-9a-f]{64}/)"', page.content.decode())
    answer = browser.get(link)
    assert answer.content == PDF
    assert answer.headers["Content-Disposition"] == 'attachment; filename="a.pdf"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert browser.get(link.replace("M02", "M03")).status_code == 404
    clerk(monkeypatch, "M03")
    assert browser.get(link).status_code == 404


def test_a_clerk_is_led_to_the_own_commune_and_to_no_other(year, browser, monkeypatch):
    clerk(monkeypatch, "M02")
    assert browser.get(f"/nam/{year.folder}/xa/").headers["Location"] == address(year)
    for parts in ((), ("so-lieu",), ("tu-cham",), ("gui",), ("hoi-dap",), ("doc-tep",)):
        assert browser.get(address(year, *parts)).status_code == 200, parts
        assert browser.get(address(year, *parts, unit="M03")).status_code == 404, parts
    assert browser.post(address(year, "tu-cham", unit="M03"), {"version": "0"}).status_code == 404
    assert browser.get(f"/nam/{year.folder}/").status_code == 404


def test_days_left_are_by_the_clock_of_the_server(tmp_path, browser, monkeypatch):
    from datetime import UTC, datetime

    year = commune_year(tmp_path, "self_score = { from = 2023-12-01, to = 2023-12-15 }")
    at(monkeypatch, datetime(2023, 12, 10, 9, tzinfo=UTC))
    page = browser.get(address(year)).content.decode()
    assert "còn 5 ngày, đến hết 15/12/2023" in page
    assert "Giờ máy chủ: 09:00 10/12/2023" in page


def test_a_sheet_that_came_too_late_is_shown_and_sent_again_whole(tmp_path, browser):
    year = commune_year(tmp_path, "self_score = { to = 2020-01-01 }", keep=["self-scores"])
    assert claims(year, "M02")
    page = browser.get(address(year, "tu-cham")).content.decode()
    assert "50 trên 50 tiêu chí đã chấm" in page
    begun(browser, address(year, "tu-cham"))
    assert sum(name.startswith("points:") for name in drafts(year)["self-score:M02"].fields) == len(claims(year, "M02"))


def test_a_line_that_somebody_breaks_is_sent_back_as_it_was_typed(year, browser):
    where, typed = address(year, "tu-cham"), "Dòng một.\nDòng hai"
    browser.post(where, {"partial": "1", "explanation:1.1.2": typed, "was:explanation:1.1.2": ""})
    page = browser.get(where).content.decode()
    assert f">\n{typed}</textarea>" in page
    assert "\\u000a" not in page


LINES = """\
BÁO CÁO CỦA ỦY BAN NHÂN DÂN {unit},,,,
Năm báo cáo 2023,,,,
STT,Lĩnh vực giải quyết,Số lượng hồ sơ tiếp nhận,Số lượng hồ sơ đã giải quyết,
,,Tổng số,Trước hạn,Đúng hạn
1,Đất đai,1000,600,400
2,Hộ tịch,250,200,50
,Tổng số,1250,800,450
"""


def test_of_a_table_of_free_lines_the_totals_are_typed(tmp_path, browser):
    from cchc_web.scored_years import SCORED

    year = commune_year(tmp_path, form=(ROOT / "scoring_rules" / "forms" / "bieu-ii-06a.toml").read_text("utf-8"))
    table = SCORED.working(year).stages.reported_table
    unit, row = next((unit, row) for row, unit in enumerate(table.units) if unit.code == "M02")
    file = SimpleUploadedFile("ii06a.csv", LINES.format(unit=unit.name.upper()).encode())
    page = browser.post(address(year, "doc-tep"), {"file": file}).content.decode()
    kept = re.search(r'name="kept" value="([^"]+)"', page)[1]
    browser.post(address(year, "gui-tep", "so-lieu"), {"kept": kept}, follow=True)
    where = address(year, "so-lieu")
    page = begun(browser, where)
    # What the lines of the file add up to stands there to be corrected.
    assert fields(page)["dossiers_at_hand"] == "1250"
    assert "Số lượng hồ sơ tiếp nhận – Tổng số" in page
    browser.post(where, {**fields(page), "dossiers_settled_late": "3", "version": version(page)})
    page = browser.get(address(year, "gui")).content.decode()
    browser.post(address(year, "gui", "so-lieu"), {"version": version(page)})
    table = SCORED.working(year).stages.reported_table
    wanted = {"dossiers_at_hand": 1250, "dossiers_settled_early": 800, "dossiers_settled_late": 3}
    assert {code: table.value(row, code) for code in wanted} == wanted
