"""The first half of the played year: accounts, and what communes hand in."""

from openpyxl import load_workbook

from tests import excel_year
from tests.excel_year import CODES, LATE, SILENT
from tests.web.communes import PDF
from tests.web.played import Player

AN, BINH = "Nguyễn Văn An", "Trần Thị Bình"
STAFF = {
    "an-nguyen": (AN, "appraiser"),
    "binh-tran": (BINH, "appraiser"),
    "dieu-tra": ("Phạm Quốc Cường", "surveyor"),
    "lanh-dao": ("Vũ Minh Đức", "leader"),
}
"""Who has an account beside the coordinator and the clerks: name and role by login."""
BY_HAND, RETURNED = "M01", "M03"
"""Who types everything into the pages, and who first sends another figure than the one that is right."""


class Year:
    """The office, its server, and everybody who has come to a browser."""

    def __init__(self, office, province, browser):
        self.office, self.province, self.chromium = office, province, browser
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
    _type_in_two_browsers(year, "M02")
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


def _type_in_two_browsers(year, code):
    """Who saves second sees both values and chooses; the first sees the choice when they open the sheet again."""
    first = year.clerk(code)
    second = Player(year.chromium, year.province, first.login)
    second.page.goto(f"{year.province.address}nam/nam/xa/{code}/so-lieu/")
    second.sign_in()
    first.goto(f"xa/{code}/so-lieu/")
    for person, text in ((first, "29"), (second, "31")):
        person.page.locator(".typed .fill input").nth(1).fill(text)
        person.press("Lưu", person.page.locator(".bottom"))
    assert second.heading == "Hai người cùng sửa một bảng"
    second.page.get_by_role("radio", name="Tôi vừa gõ: 31").check()
    second.press("Lưu lựa chọn")
    first.goto(f"xa/{code}/so-lieu/")
    assert first.page.locator(".typed .fill input").nth(1).input_value() == "31"
    second.context.close()


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
    assert coordinator.told == f"Đã trả lại cho Xã Mẫu {RETURNED[1:]}."
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
    assert coordinator.told == f"Đã gia hạn cho Xã Mẫu {LATE[1:]}."
    _send_book(year, LATE)
