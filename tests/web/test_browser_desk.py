"""The desk in a browser: rows that fit the eye, everything by keys, nothing that shuts anybody out."""

from importlib import resources

import pytest

from tests.report.html.browser import chromium, needs_browser  # noqa: F401
from tests.running import command
from tests.web.browser import Served
from tests.web.server import running
from tests.web.test_browser import AXE

pytestmark = [needs_browser, pytest.mark.full]
HOME = "tham-dinh/1/"
PAGES = {
    "work": HOME,
    "unit": f"{HOME}xa/M02/",
    "criterion": f"{HOME}tieu-chi/1.1.2/",
    "opened": f"{HOME}xa/M02/?mo=1.1.2",
    "explanations": f"{HOME}giai-trinh/",
    "book": f"{HOME}excel/",
    "conflicts": "xung-dot/",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The address of a server with a year in which everybody may still write."""
    folder = tmp_path_factory.mktemp("ban-tham-dinh")
    year = folder / "cchc-2023"
    command("init", year, "--from", "minh-hoa")
    rules = year / "cchc.toml"
    rules.write_text(rules.read_text("utf-8").partition("[phases]")[0], "utf-8")
    with running(year, home=folder / "du-lieu") as (address, _):
        yield address


def opened(chromium, address, path, lang="vi", **context):  # noqa: F811
    """A page at an address that asks for something already."""
    shown = Served(chromium, address, "", lang, **context)
    shown.said.clear()
    shown.answer = shown.page.goto(f"{shown.home}{path}")
    return shown


@pytest.mark.parametrize("width", [1366, 360])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_no_page_overflows_or_complains(chromium, address, path, width):  # noqa: F811
    with opened(chromium, address, path, viewport={"width": width, "height": 768}) as shown:
        assert shown.answer.status == 200
        assert shown.overflow <= 0
        assert shown.elsewhere == []
        assert shown.said == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing(chromium, address, path, lang, scheme):  # noqa: F811
    axe = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    with opened(chromium, address, path, lang, color_scheme=scheme, bypass_csp=True) as shown:
        for width in (1366, 360):
            shown.page.set_viewport_size({"width": width, "height": 768})
            shown.run(axe)
            assert shown.run(AXE) == []


def test_every_row_is_low_and_its_head_stays(chromium, address):  # noqa: F811
    with opened(chromium, address, PAGES["unit"], viewport={"width": 1366, "height": 768}) as shown:
        rows = "[...document.querySelectorAll('tr[data-row]')]"
        assert max(shown.run(f"{rows}.map(row => row.getBoundingClientRect().height)")) <= 48
        shown.run("scrollTo(0, 1500)")
        assert shown.page.locator(".desk-table thead th").nth(1).bounding_box()["y"] <= 1


def test_the_keyboard_alone_keeps_changes_and_asks(chromium, address):  # noqa: F811
    with opened(chromium, address, f"{HOME}xa/M03/", viewport={"width": 1366, "height": 768}, bypass_csp=True) as shown:
        page, keys = shown.page, shown.page.keyboard
        keys.press("j")
        keys.press("x")
        keys.press("ArrowDown")
        keys.press("x")
        assert "Đã chọn 2 dòng" in page.locator("#ticked").inner_text()
        row = shown.run("document.activeElement.id")
        keys.press("g")
        page.locator(".told").wait_for()
        assert page.locator(".told").inner_text().endswith("giữ nguyên.")
        page.wait_for_function(f"document.activeElement.id === '{row}'")
        keys.press("j")
        keys.press("d")
        page.wait_for_function("document.activeElement.id === 'f-deed'")
        page.locator("#f-value").fill("0,5")
        page.locator("#f-reason").fill("Thiếu văn bản")
        page.locator("#f-evidence").fill("BB 01")
        keys.press("Enter")
        page.locator(".told").wait_for()
        assert "Điểm của ô:" in page.locator(".told").inner_text()
        page.wait_for_function("document.activeElement.dataset.row !== undefined")
        keys.press("h")
        page.wait_for_function("document.activeElement.id === 'f-question'")
        keys.press("Escape")
        keys.press("Escape")
        page.locator(".desk-panel").wait_for(state="detached")


def test_keys_work_on_the_row_that_has_the_focus(chromium, address):  # noqa: F811
    with opened(chromium, address, f"{HOME}xa/M03/") as shown:
        page = shown.page
        rows = page.locator("tr[data-row]:has([data-keep])")
        page.keyboard.press("j")
        chosen = rows.nth(3)
        name = chosen.get_attribute("id")
        chosen.locator("input[name=cells]").click()
        page.keyboard.press("g")
        page.locator(".told").wait_for()
        assert name.removeprefix("r-") in page.locator(".told").inner_text()
