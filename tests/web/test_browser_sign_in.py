"""Signing in as a person does it: by keyboard, on a telephone, back to where one was, with nothing typed lost."""

from importlib import resources

import pytest

from tests.report.html.browser import chromium, needs_browser  # noqa: F401
from tests.web.server import running_demo
from tests.web.test_browser import AXE

pytestmark = [needs_browser, pytest.mark.full]
PAGES = {
    "start": "",
    "own-account": "mat-khau/",
    "accounts": "tai-khoan/",
    "new-account": "tai-khoan/them/",
    "account-events": "tai-khoan/nhat-ky/",
    "account": "tai-khoan/cua/xa-mau-02/",
    "clerks": "tai-khoan/theo-xa/minh-hoa/",
    "ranking": "nam/minh-hoa/",
}
EXTENSION = "nam/minh-hoa/gia-han/?unit=M02"


class Signing:
    """A browser before the demo."""

    def __init__(self, browser, demo, **context):
        self.home, self.passwords = demo
        # What looks for faults is none of the page's scripts, whose policy would refuse it.
        self.context = browser.new_context(
            **{"viewport": {"width": 1366, "height": 768}, "bypass_csp": True, **context}
        )
        self.page = self.context.new_page()
        self.asked, self.said = [], []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda line: self.said.append(line.text))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()

    def goto(self, path, lang="vi"):
        return self.page.goto(f"{self.home}{path}{'&' if '?' in path else '?'}lang={lang}")

    def sign_in(self, login="dieu-phoi"):
        """By keyboard alone, from the page of sign-in."""
        self.page.locator("#f-login").focus()
        self.page.keyboard.type(login)
        self.page.keyboard.press("Tab")
        self.page.keyboard.type(self.passwords[login])
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def end_session(self):
        """As at the end of a day: the browser still knows who was here."""
        self.context.clear_cookies(name="cchc_phien")

    @property
    def heading(self):
        return self.page.locator("h1").inner_text()

    def check(self):
        """No overflow, no word from elsewhere, no complaint, and nothing that axe finds, wide and narrow."""
        axe = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
        for width in (1366, 360):
            self.page.set_viewport_size({"width": width, "height": 768})
            root = "document.documentElement"
            assert self.page.evaluate(f"{root}.scrollWidth - {root}.clientWidth") <= 0
            self.page.evaluate(axe)
            assert self.page.evaluate(AXE) == []
        assert [url for url in self.asked if not url.startswith(self.home)] == []


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    with running_demo(tmp_path_factory.mktemp("thu") / "du-lieu") as made:
        yield made


def test_somebody_is_led_to_sign_in_and_back_by_keyboard(chromium, demo):  # noqa: F811
    with Signing(chromium, demo) as shown:
        shown.goto("nam/minh-hoa/tien-do/")
        assert shown.heading == "Đăng nhập"
        shown.sign_in()
        assert shown.page.url.partition("?")[0] == f"{shown.home}nam/minh-hoa/tien-do/"
        assert shown.page.locator(".who a", has_text="Lê Thu Hà").count() == 1
        shown.page.locator(".who button").click()
        assert shown.page.locator(".told").inner_text() == "Đã đăng xuất."
        shown.page.go_back()
        shown.page.reload()
        assert shown.heading == "Đăng nhập"


def test_what_was_typed_when_the_session_had_ended_is_sent_again(chromium, demo):  # noqa: F811
    with Signing(chromium, demo) as shown:
        shown.goto(EXTENSION)
        shown.sign_in()
        shown.goto(EXTENSION)
        shown.page.fill("#f-last", "17:00 20/12/2026")
        shown.page.fill("#f-reason", "Lũ lụt\nhai tuần")
        shown.end_session()
        shown.page.get_by_role("button", name="Gia hạn").click()
        assert shown.heading == "Đăng nhập"
        shown.sign_in()
        assert shown.heading == "Những gì đã gõ vẫn còn"
        assert "Lũ lụt\nhai tuần" in shown.page.locator(".sent").inner_text()
        shown.check()
        shown.page.get_by_role("button", name="Gửi lại").click()
        assert shown.page.locator(".told").inner_text() == "Đã gia hạn cho Xã Mẫu 02."
        assert shown.said == []


def test_somebody_else_at_the_same_machine_sees_nothing_of_it(chromium, demo):  # noqa: F811
    with Signing(chromium, demo) as shown:
        shown.goto("")
        shown.sign_in()
        shown.goto(EXTENSION)
        shown.page.fill("#f-last", "ngày mai")
        shown.page.fill("#f-reason", "bí mật")
        shown.end_session()
        shown.page.get_by_role("button", name="Gia hạn").click()
        shown.sign_in("lanh-dao")
        assert shown.heading == "Chào Vũ Minh Đức"
        shown.page.locator(".who button").click()
        shown.sign_in()
        assert "bí mật" in shown.page.locator(".sent").inner_text()
        shown.page.get_by_role("button", name="Bỏ").click()
        assert shown.heading == "Chào Lê Thu Hà"


def test_a_page_from_before_another_tab_signed_in_loses_nothing(chromium, demo):  # noqa: F811
    with Signing(chromium, demo) as shown:
        shown.goto("")
        shown.sign_in()
        shown.goto(EXTENSION)
        shown.page.fill("#f-last", "18:00 21/12/2026")
        shown.page.fill("#f-reason", "mất điện")
        shown.end_session()
        old, shown.page = shown.page, shown.context.new_page()
        shown.goto("")
        shown.sign_in()
        shown.page = old
        shown.page.get_by_role("button", name="Gia hạn").click()
        assert shown.heading == "Chưa ghi, nhưng không mất gì"
        shown.page.get_by_role("button", name="Gửi lại").click()
        assert shown.page.locator(".told").inner_text() == "Đã gia hạn cho Xã Mẫu 02."


def test_an_account_from_its_making_to_a_password_of_ones_own(chromium, demo):  # noqa: F811
    with Signing(chromium, demo) as shown, Signing(chromium, demo) as other:
        shown.goto("")
        shown.sign_in()
        shown.goto("tai-khoan/theo-xa/minh-hoa/")
        assert shown.heading == "1 trên 4 đơn vị chưa có tài khoản"
        shown.check()
        shown.page.set_viewport_size({"width": 1366, "height": 768})
        shown.page.get_by_role("button", name="Tạo các tài khoản").click()
        other.passwords = {**other.passwords, "xa-mau-09": shown.page.locator("code").inner_text()}
        shown.check()
        shown.page.set_viewport_size({"width": 1366, "height": 768})
        with shown.page.expect_download() as download:
            shown.page.get_by_role("button", name="Tải Excel").click()
        assert download.value.suggested_filename == "mat-khau.xlsx"
        other.goto("nam/minh-hoa/don-vi/M09/")
        other.sign_in("xa-mau-09")
        assert other.heading == "Chọn mật khẩu riêng"
        other.page.fill("#f-new_password", "12345678")
        other.page.fill("#f-new_password_again", "12345678")
        other.page.get_by_role("button", name="Đổi mật khẩu").click()
        assert "Ngắn quá" in other.page.locator("#h-new_password").inner_text()
        other.check()
        for name in ("new_password", "new_password_again"):
            other.page.fill(f"#f-{name}", "cây bàng trước ngõ")
        other.page.get_by_role("button", name="Đổi mật khẩu").click()
        assert other.heading == "Chào Cán bộ Xã Mẫu 09"
        other.page.get_by_role("link", name="Xã của tôi", exact=True).first.click()
        assert "xa/M09/" in other.page.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_page_overflows_fetches_elsewhere_or_shuts_anybody_out(chromium, demo, lang, scheme):  # noqa: F811
    with Signing(chromium, demo, color_scheme=scheme) as shown:
        shown.goto("", lang)
        shown.check()
        shown.page.get_by_role("button").click()
        shown.page.fill("#f-login", "khong-co-ai")
        shown.page.fill("#f-password", "sai")
        shown.page.get_by_role("button").click()
        shown.check()
        shown.page.fill("#f-login", "")
        shown.sign_in()
        for path in PAGES.values():
            assert shown.goto(path, lang).status == 200
            assert shown.page.evaluate("document.documentElement.lang") == lang
            shown.check()
