"""Files that the coordinator takes in for units: whose they are by what they say, tried first; what waits is accepted."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web.communes import commune_year


def state(year):
    from cchc_web.year_journal import READER

    return READER.journal(year).state


def report(year, name="mau-02.toml"):
    from cchc_web.year_journal import year_root

    return (year_root(year) / "reports" / name).read_bytes()


def read(browser, year, *files):
    given = [SimpleUploadedFile(name, data) for name, data in files]
    return browser.post(f"/nam/{year.folder}/tiep-nhan/doc/", {"file": given})


def take(browser, year, page, **units):
    token = re.search(r'name="token" value="([^"]+)"', page)[1]
    words = {name.replace("_", "-"): value for name, value in units.items()}
    return browser.post(f"/nam/{year.folder}/tiep-nhan/nhan/", {"token": token, **words})


@pytest.mark.full
def test_a_changed_report_is_recognised_taken_in_and_accepted(year, browser):
    changed = report(year) + b"\n# lai\n"
    page = read(browser, year, ("bao cao.toml", changed)).content.decode()
    assert '<option value="M02" selected>' in page
    head = state(year).head
    assert take(browser, year, page, unit_0="-").status_code == 422
    assert take(browser, year, page, unit_0="KHONG").status_code == 422
    assert state(year).head == head
    assert take(browser, year, page, unit_0="M02").status_code == 302
    # It is appraised already: the new version waits, and so does that the old one goes.
    assert set(state(year).waiting()) == {"reports/M02.toml", "reports/mau-02.toml"}
    shown = browser.get(f"/nam/{year.folder}/tiep-nhan/").content.decode()
    assert "1 bản gửi lại chờ chấp nhận" in shown
    assert "Không khác bản đang tính." in shown
    address = f"/nam/{year.folder}/tiep-nhan/chap-nhan/"
    assert browser.post(address, {"key": "report:M02", "reason": ""}).status_code == 422
    assert browser.post(address, {"key": "report:M02", "reason": "đúng"}).status_code == 302
    assert not state(year).waiting()
    assert "reports/M02.toml" in state(year).counting
    assert "reports/mau-02.toml" not in state(year).counting
    assert browser.post(address, {"key": "report:M02", "reason": "đúng"}).status_code == 404


def test_what_a_version_that_waits_would_change_stands_beside_it(year, browser):
    changed = re.sub(rb"(?m)^tasks_on_time = .*$", b"tasks_on_time = 3", report(year))
    assert changed != report(year)
    page = read(browser, year, ("bao cao.toml", changed)).content.decode()
    take(browser, year, page, unit_0="M02")
    shown = browser.get(f"/nam/{year.folder}/tiep-nhan/").content.decode()
    assert re.search(r"Khác bản đang tính: 1\b", shown)
    assert re.search(r"<li>Xã Mẫu 02: [^<]+: 14 → 3</li>", shown)


@pytest.mark.parametrize("ending", ["x" * 250, "ệ" * 250])
def test_a_file_with_an_ending_that_no_file_system_takes_is_shown_as_any_other(year, browser, ending):
    page = read(browser, year, (f"a.{ending}", report(year)))
    assert page.status_code == 200
    assert "chưa đọc được loại tệp này" in page.content.decode()


def test_files_of_nobody_and_of_one_unit_twice_are_told(year, browser):
    page = read(browser, year, ("la.csv", "Mã;Giá trị\n1;2\n".encode()), ("x.toml", report(year))).content.decode()
    row = page.partition("la.csv</th>")[2].partition("</tr>")[0]
    assert "selected" not in row
    assert "không có số liệu nào tên" in row
    assert take(browser, year, page, unit_0="M02", unit_1="M02").status_code == 422
    assert read(browser, year).status_code == 422
    assert not state(year).waiting()


def test_a_file_that_says_nothing_stands_for_no_report(year, browser):
    page = read(browser, year, ("cong van.csv", "Kính gửi;Sở\nV/v;báo cáo\n".encode())).content.decode()
    head = state(year).head
    answer = take(browser, year, page, unit_0="M02")
    assert answer.status_code == 422
    assert "Không đọc được số liệu hay điểm tự chấm nào trong cong van.csv" in answer.content.decode()
    assert state(year).head == head


def test_what_cannot_be_read_is_told_and_not_taken_in(year, browser):
    page = read(browser, year, ("hong.docx", b"khong phai Word")).content.decode()
    head = state(year).head
    answer = take(browser, year, page, unit_0="M02")
    assert answer.status_code == 422
    assert "hong" in answer.content.decode()
    assert state(year).head == head


@pytest.mark.full
def test_a_file_of_several_units_is_taken_in_once_and_corrected_in_its_place(year, browser):
    from cchc_web.scored_years import SCORED

    code = next(iter(SCORED.working(year).stages.scheme.indicators))
    for value in (1, 2):
        data = f"unit;{code}\nM01;{value}\nM02;2\n"
        page = read(browser, year, ("muc tieu.csv", data.encode())).content.decode()
        assert '<option value="*" selected>' in page
        assert take(browser, year, page, unit_0="*").status_code == 302
    assert [path for path in state(year).files if "muc" in path] == ["reports/muc tieu.csv"]
    assert len(state(year).files["reports/muc tieu.csv"]) == 2


def test_a_file_of_which_nothing_counts_is_not_taken_in(year, browser):
    head = state(year).head
    words = "BÁO CÁO CỦA ỦY BAN NHÂN DÂN XÃ MẪU 09;;\nMã;Giá trị\n1.1;5\n"
    page = read(browser, year, ("goi.zip", b"PK\3\4"), ("la.csv", words.encode())).content.decode()
    answer = take(browser, year, page, unit_0="*", unit_1="-")
    assert answer.status_code == 422
    assert "không nhận tệp đó" in answer.content.decode()
    assert state(year).head == head


def test_a_file_can_be_taken_out_for_a_reason(tmp_path, browser):
    year = commune_year(tmp_path)
    address = f"/nam/{year.folder}/tiep-nhan/rut/"
    assert "Rút tệp" in browser.get(f"/nam/{year.folder}/tiep-nhan/").content.decode()
    assert browser.post(address, {"path": "reports/mau-02.toml", "reason": ""}).status_code == 422
    assert browser.post(address, {"path": "cchc.toml", "reason": "thừa"}).status_code == 404
    assert browser.post(address, {"path": "reports/mau-02.toml", "reason": "gửi nhầm"}).status_code == 302
    assert "reports/mau-02.toml" not in state(year).counting
    assert browser.post(address, {"path": "reports/mau-02.toml", "reason": "gửi nhầm"}).status_code == 404


def test_what_waits_of_several_units_is_shown_as_any_other(year, browser):
    from cchc_web.file_intake import NewFile, take_files

    line = "đơn vị;tiêu chí;điểm tự chấm\nM02;1.1.2;{}\n"
    for points in (1, 2):
        data = line.format(points).encode()
        take_files(
            year, [NewFile("self-scores/chung.csv", "", "self-score", data)], "An", f"2026-01-1{points}T08:00:00+07:00"
        )
    assert "self-scores/chung.csv" in state(year).waiting()
    assert browser.get(f"/nam/{year.folder}/tiep-nhan/").status_code == 200
