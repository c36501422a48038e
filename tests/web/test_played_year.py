"""The year of twelve communes in a real browser, in all six roles: accounts, sheets, appraisal, survey, freeze, ranking.

What people type is that of `excel_year`, so that what each commune gets can be told by hand.
"""

import json
import re
from fractions import Fraction

import pytest
from openpyxl import load_workbook

from tests import excel_year
from tests.excel_year import APPRAISED, CODES, LATE, SILENT
from tests.report.html.browser import chromium, needs_browser  # noqa: F401
from tests.running import command
from tests.test_excel_year import Office, set_rules
from tests.web.communes import PDF
from tests.web.played import Player, new_province

pytestmark = [needs_browser, pytest.mark.full]
AN, BINH = "Nguyễn Văn An", "Trần Thị Bình"
SHARES = {AN: ("M01", "M03", "M04", "M05", "M06", "M12"), f"{AN}, {BINH}": ("M02",), BINH: ("M07", "M10", "M11")}
STAFF = {
    "an-nguyen": (AN, "appraiser"),
    "binh-tran": (BINH, "appraiser"),
    "dieu-tra": ("Phạm Quốc Cường", "surveyor"),
    "lanh-dao": ("Vũ Minh Đức", "leader"),
}
BY_HAND, RETURNED = "M01", "M03"
"""Who types everything into the pages, and who first sends another figure than the one that is right."""


class Year:
    """The office, its server, and everybody who has come to a browser."""

    def __init__(self, office, province, chromium):
        self.office, self.province, self.chromium = office, province, chromium
        self.people = {}

    def person(self, login, handed=""):
        """Somebody, who chooses a password of their own the first time."""
        if login not in self.people:
            self.people[login] = Player(self.chromium, self.province, login).first_sign_in(handed)
        return self.people[login]

    def clerk(self, code):
        """The clerk of a commune."""
        return self.people[f"xa-mau-{code[1:]}"]

    def at(self, moment):
        """The clock moves on."""
        self.province.set_clock(moment)


def open_accounts(year):
    """The first account by a command; all others by the coordinator, those of the communes at once."""
    handed = year.province.run("create_account", "dieu-phoi", "--name", "Lê Thu Hà", "--role", "coordinator")
    coordinator = year.person("dieu-phoi", handed)
    for login, (name, role) in STAFF.items():
        coordinator.page.goto(f"{year.province.address}tai-khoan/them/")
        coordinator.fill(login=login, name=name)
        coordinator.page.check(f"input[name=roles][value={role}]")
        coordinator.press("Tạo tài khoản")
        year.person(login, coordinator.page.locator("code").inner_text())
    coordinator.page.goto(f"{year.province.address}tai-khoan/theo-xa/nam/")
    assert coordinator.heading == "12 trên 12 đơn vị chưa có tài khoản"
    coordinator.press("Tạo các tài khoản đã tích")
    passwords = coordinator.page.locator("code").all_inner_texts()
    for code, password in zip(CODES, passwords, strict=True):
        if code != SILENT:
            year.person(f"xa-mau-{code[1:]}", password)


def filled_book(year, code):
    """The workbook of a commune as its clerk fills it."""
    target = year.office.desk / f"da-dien-{code}.xlsx"
    excel_year.fill_commune(year.office.desk / "so" / f"{code}.xlsx", target, code)
    return target


def send_in(year):
    """Clerks hand in: one by hand, the others by their workbooks; whoever sent nothing has no receipt."""
    year.at("2023-12-10T09:00")
    _type_by_hand(year, year.clerk(BY_HAND))
    for code in CODES:
        if code not in (BY_HAND, LATE, SILENT):
            _send_book(year, code)
    year.at("2023-12-12T09:00")
    _return_one(year)
    year.at("2023-12-16T10:00")
    _be_late(year)


def _type_by_hand(year, clerk):
    figures, more, claims = load_workbook(filled_book(year, BY_HAND)).worksheets
    clerk.goto(f"xa/{BY_HAND}/so-lieu/")
    rows = clerk.page.locator("table.typed").nth(0).locator("tbody tr")
    for row in range(11, 90):
        value, field = figures.cell(row, 4).value, rows.nth(row - 11).locator(".fill").locator("input, select")
        if value is not None:
            _type(field, value)
    for code, _, _, value, *_ in more.iter_rows(min_row=11, values_only=True):
        if value is not None:
            _type(clerk.page.locator(f"[name={code}]"), value)
    clerk.press("Lưu", clerk.page.locator(".bottom"))
    assert "94 trên 95 số liệu đã điền" in clerk.text
    _type_claims(clerk, claims)
    _hand_in(clerk, BY_HAND)


def _type(field, value):
    if field.evaluate("one => one.tagName") == "SELECT":
        field.select_option(
            label=next(one for one in field.locator("option").all_inner_texts() if one.lower() == value.lower())
        )
    else:
        field.fill(str(value))


def _type_claims(clerk, claims):
    clerk.goto(f"xa/{BY_HAND}/tu-cham/")
    clerk.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    for number, _, _, _, _, points, document, *_ in claims.iter_rows(min_row=11, values_only=True):
        if number and document:
            clerk.page.fill(f"[name='points:{number}']", str(points).replace(".", ","))
            clerk.page.fill(f"[name='document:{number}']", document)
    clerk.page.set_input_files(
        "[name='upload:1.1.1']", {"name": "ke-hoach.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    clerk.press("Lưu", clerk.page.locator(".bottom"))
    assert clerk.page.locator("a", has_text="ke-hoach.pdf").count() == 1


def _hand_in(clerk, code, *things):
    clerk.goto(f"xa/{code}/gui/")
    for thing in things or ("Số liệu", "Tự chấm"):
        clerk.press(f"Gửi: {thing}")
    assert clerk.page.locator(".receipt").count() == 2


def _send_book(year, code):
    clerk, book = year.clerk(code), filled_book(year, code)
    if code == RETURNED:
        opened = load_workbook(book)
        opened.worksheets[0].cell(14, 4).value = 30
        opened.save(book)
    clerk.goto(f"xa/{code}/doc-tep/")
    clerk.page.set_input_files("#f-file", book)
    clerk.press("Đọc thử")
    if code == excel_year.BLANK:
        assert "Không đọc được số liệu hay điểm tự chấm nào" in clerk.text
        return
    if code == excel_year.RESAVED:
        for thing in ("Gửi nguyên tệp làm báo cáo", "Gửi nguyên tệp làm bảng tự chấm"):
            clerk.press(thing)
            clerk.goto(f"xa/{code}/doc-tep/")
            clerk.page.set_input_files("#f-file", book)
            clerk.press("Đọc thử")
        return
    clerk.press("Đưa vào bảng đang điền")
    _hand_in(clerk, code)


def _return_one(year):
    """The coordinator gives the report of one back, who changes a figure and sends it again."""
    coordinator, clerk = year.person("dieu-phoi"), year.clerk(RETURNED)
    coordinator.goto("tien-do/")
    coordinator.page.check(f"[name=unit][value={RETURNED}]")
    coordinator.press("Trả lại")
    coordinator.page.select_option("#f-what", "report")
    coordinator.fill(last="17:00 13/12/2023", reason="Số nhiệm vụ hoàn thành khác báo cáo quý")
    coordinator.press("Trả lại")
    assert coordinator.told == "Đã trả lại cho 1 đơn vị."
    clerk.goto(f"xa/{RETURNED}/")
    assert "Số nhiệm vụ hoàn thành khác báo cáo quý" in clerk.text
    clerk.goto(f"xa/{RETURNED}/so-lieu/")
    if clerk.page.get_by_role("button", name="Sửa để gửi lại").count():
        clerk.press("Sửa để gửi lại")
    clerk.page.locator("table.typed").nth(0).locator("tbody tr").nth(3).locator(".fill input").fill("24")
    clerk.press("Lưu", clerk.page.locator(".bottom"))
    _hand_in(clerk, RETURNED, "Số liệu")


def _be_late(year):
    """One comes a day late, is told why nothing is taken, gets more time, and hands in."""
    coordinator, clerk = year.person("dieu-phoi"), year.clerk(LATE)
    clerk.goto(f"xa/{LATE}/gui/")
    assert "15/12/2023" in clerk.text
    coordinator.goto("tien-do/")
    coordinator.page.check(f"[name=unit][value={LATE}]")
    coordinator.press("Gia hạn")
    coordinator.fill(last="16/12/2023", reason="mất điện hai ngày")
    coordinator.press("Gia hạn")
    assert coordinator.told == "Đã gia hạn cho 1 đơn vị."
    _send_book(year, LATE)


def appraise(year):
    """Two people share the work: rows kept many at once, one by keys, points and a figure changed, a unit asked."""
    year.at("2023-12-18T08:00")
    _assign(year)
    year.at("2023-12-20T09:00")
    an, binh = year.person("an-nguyen"), year.person("binh-tran")
    _change(an, "M05", "5.1.2", *APPRAISED["An"]["M05", "5.1.2"])
    _change(an, "M12", "5.3", *excel_year.FIGURE_CHANGED[2:], deed="figure:staff_trained")
    _ask(year, an)
    _differ(year, an, binh)
    _change_by_keys(binh, "M11", "7.1.4", *APPRAISED["Bình"]["M11", "7.1.4"])
    for person, units in ((an, SHARES[AN]), (binh, (*SHARES[BINH], "M02"))):
        for unit in units:
            _keep_all(person, unit)


def _assign(year):
    coordinator = year.person("dieu-phoi")
    coordinator.goto("phan-cong/")
    for names, units in SHARES.items():
        for unit in units:
            coordinator.page.check(f"[name=unit][value={unit}]")
        coordinator.fill(names=names)
        coordinator.press("Phân công")
        assert coordinator.told == "Đã phân công."


def _open(person, unit, criterion, round=1):
    person.goto(f"tham-dinh/{round}/xa/{unit}/?mo={criterion}")


def _fill_change(person, value, reason, deed="points"):
    person.page.select_option("#f-deed", deed)
    person.fill(value=str(value).replace(".", ","), reason=reason, evidence="Biên bản 05")


def _change(person, unit, criterion, value, reason, deed="points", round=1):
    _open(person, unit, criterion, round)
    _fill_change(person, value, reason, deed)
    person.press("Ghi điều chỉnh")
    assert criterion in person.told


def _ask(year, person):
    """A question, and the answer of the unit with a file."""
    _open(person, "M04", "1.1.1")
    person.fill(question="Kế hoạch ký ngày nào?")
    person.press("Gửi câu hỏi")
    clerk = year.clerk("M04")
    clerk.goto("xa/M04/hoi-dap/")
    assert "Kế hoạch ký ngày nào?" in clerk.text
    clerk.page.locator("textarea[name=text]").fill("Ngày 20/01/2023, có bản chụp kèm theo")
    clerk.page.set_input_files("[name=upload]", {"name": "ban-chup.pdf", "mimeType": "application/pdf", "buffer": PDF})
    clerk.press("Gửi trả lời")
    assert clerk.told == "Đã trả lời."


def _differ(year, an, binh):
    """Both have a cell open; whoever saves second sees both values, and the council chooses."""
    _open(an, "M02", "3.3.4")
    _open(binh, "M02", "3.3.4")
    for person, who in ((an, "An"), (binh, "Bình")):
        _fill_change(person, *APPRAISED[who]["M02", "3.3.4"])
        person.press("Ghi điều chỉnh")
    assert binh.heading == "Giá trị đã đổi sau khi mở trang"
    binh.press("Vẫn ghi giá trị của tôi")
    assert "Hội đồng sẽ chọn giữa các giá trị." in binh.told
    coordinator = year.person("dieu-phoi")
    coordinator.goto("xung-dot/")
    assert coordinator.heading == "Xung đột: 1 chờ hội đồng chọn"
    coordinator.follow("Xã Mẫu 02")
    coordinator.page.locator(".rival", has_text=AN).locator("input").check()
    coordinator.fill(reason="biên bản họp ngày 22/12")
    coordinator.press("Ghi lựa chọn")
    assert coordinator.told == "Đã ghi lựa chọn của hội đồng."


def _change_by_keys(person, unit, criterion, value, reason):
    """Down to a row, kept by a key; down to another, and changed without any pointer."""
    person.goto(f"tham-dinh/1/xa/{unit}/")
    keys = person.page.keyboard
    keys.press("j")
    with person.page.expect_navigation():
        keys.press("g")
    assert person.told.endswith("giữ nguyên.")
    while person.page.evaluate("document.activeElement.id") != f"r-{criterion}":
        keys.press("j")
    with person.page.expect_navigation():
        keys.press("d")
    person.page.locator("#f-deed:focus").wait_for()
    for text in (str(value), reason, "Biên bản 05"):
        keys.press("Tab")
        keys.type(text)
    keys.press("Tab")
    with person.page.expect_navigation():
        keys.press("Enter")
    assert criterion in person.told


def _keep_all(person, unit):
    person.goto(f"tham-dinh/1/xa/{unit}/")
    boxes = person.page.locator("[name=cells]")
    for box in boxes.all():
        box.check()
    count = boxes.count()
    assert f"Đã chọn {count} dòng" in person.page.locator("#ticked").inner_text()
    person.press("Giữ nguyên các dòng đã chọn")
    assert person.heading == f"Giữ nguyên {count} ô"
    person.press("Giữ nguyên")
    assert person.told == f"Đã giữ nguyên {count} ô."


def explain(year):
    """Units answer what was changed, in the draft of a session that ends meanwhile; one of them is right."""
    year.at("2024-01-03T09:00")
    for code in ("M02", "M05", "M11", "M12"):
        _explain(year.clerk(code), code, code == "M05")
    year.at("2024-01-09T09:00")
    an, binh = year.person("an-nguyen"), year.person("binh-tran")
    for person, code, result in ((an, "M05", "rejected"), (an, "M12", "rejected"), (binh, "M11", "accepted")):
        person.goto("tham-dinh/1/giai-trinh/")
        person.follow(f"Xã Mẫu {code[1:]}")
        person.page.select_option("#f-result", result)
        person.fill(reason="Đã đối chiếu hồ sơ")
        person.press("Ghi kết luận")
    assert "vòng 2" in binh.told
    _fill_change(binh, 1, "trang đã mở được")
    binh.press("Ghi điều chỉnh")


def _explain(clerk, code, session_ends):
    clerk.goto(f"xa/{code}/ket-qua/1/")
    clerk.page.locator("textarea[name^='text:']").first.fill("Đề nghị xem lại")
    if session_ends:
        clerk.end_session()
    clerk.press("Gửi giải trình")
    if session_ends:
        clerk.sign_in()
        assert clerk.heading == "Những gì đã gõ vẫn còn"
        clerk.press("Gửi lại")
    assert clerk.told == "Đã gửi giải trình."


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
