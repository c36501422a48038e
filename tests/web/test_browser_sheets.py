"""The clerk's screens in a browser: sheets that save themselves, two people on one, rows that fit the eye."""

import re
from importlib import resources

import pytest

from tests.report.html.browser import chromium, needs_browser  # noqa: F401
from tests.running import command
from tests.web.browser import Served
from tests.web.communes import PDF
from tests.web.server import running
from tests.web.test_browser import AXE

pytestmark = [needs_browser, pytest.mark.full]
PAGES = {
    "communes": "xa/",
    "work": "xa/M02/",
    "figures": "xa/M04/so-lieu/",
    "figures-sent": "xa/M02/so-lieu/",
    "self-score": "xa/M04/tu-cham/",
    "self-score-sent": "xa/M02/tu-cham/",
    "check": "xa/M04/gui/",
    "check-sent": "xa/M02/gui/",
    "results": "xa/M02/ket-qua/1/",
    "questions": "xa/M02/hoi-dap/",
    "upload": "xa/M04/doc-tep/",
}
MOST_HEIGHT = 48


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A server with a year in work without deadlines: M02 is appraised and asked, M04 has sent nothing."""
    folder = tmp_path_factory.mktemp("may-chu-xa")
    year = folder / "cchc-2023"
    command("init", year, "--from", "minh-hoa")
    config = year / "cchc.toml"
    config.write_text(re.sub(r"\[phases\].*", "", config.read_text("utf-8"), flags=re.DOTALL), "utf-8")
    with (year / "units.csv").open("a", encoding="utf-8") as units:
        units.write("M04,Xã Mẫu 04,xã\n")
    command("journal", "ask", "M02", "4.1", year, "--round", 1, "--text", "Quy chế số mấy?", "--by", "Nguyễn Văn An")
    with running(year, home=folder / "du-lieu") as (address, _):
        yield address


@pytest.mark.parametrize("width", [1366, 360])
@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_no_page_overflows_complains_or_fetches_elsewhere(chromium, address, path, lang, width):  # noqa: F811
    with Served(chromium, address, path, lang, viewport={"width": width, "height": 768}) as shown:
        assert shown.answer.status == 200
        shown.open_all()
        assert shown.overflow <= 0
        assert shown.elsewhere == []
        assert shown.said == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing(chromium, address, path, scheme):  # noqa: F811
    axe = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    with Served(chromium, address, path, color_scheme=scheme, bypass_csp=True) as shown:
        for width in (1366, 360):
            shown.page.set_viewport_size({"width": width, "height": 768})
            shown.open_all()
            shown.run(axe)
            assert shown.run(AXE) == []


@pytest.mark.parametrize("path", ["xa/M04/so-lieu/", "xa/M04/tu-cham/", "xa/M02/tu-cham/"])
def test_a_row_without_open_texts_is_low(chromium, address, path):  # noqa: F811
    with Served(chromium, address, path, viewport={"width": 1366, "height": 768}) as shown:
        rows = shown.run("[...document.querySelectorAll('.typed tbody tr')].map(row => row.offsetHeight)")
        assert len(rows) > 60
        assert max(rows) <= MOST_HEIGHT


def test_a_sheet_saves_itself_and_shows_the_new_sums(chromium, address):  # noqa: F811
    with Served(chromium, address, "xa/M04/tu-cham/") as shown:
        field = shown.page.locator("[name='points:1.1.2']")
        field.fill("2,5")
        shown.page.locator("[id='w-t-1.1']", has_text="2,50").wait_for()
        assert "Thiếu tài liệu kiểm chứng" in shown.page.locator("[id='w-k-1.1.2']").inner_text()
        assert shown.page.locator("#w-saved").inner_text().startswith("Đã lưu lúc")
        shown.page.reload()
        assert field.input_value() == "2,5"
        assert shown.said == []


def test_two_browsers_on_one_sheet(chromium, address):  # noqa: F811
    path = "xa/M04/tu-cham/"
    with Served(chromium, address, path) as one, Served(chromium, address, path) as other:
        one.page.locator("[name='points:1.2.1']").fill("1")
        one.page.locator("[id='w-t-1.2']", has_text="1,00").wait_for()
        # Another field: both are kept, and what the other person typed comes along.
        other.page.locator("[name='points:1.2.2']").fill("0,5")
        other.page.locator("[id='w-t-1.2']", has_text="1,50").wait_for()
        assert other.page.locator("[name='points:1.2.1']").input_value() == "1"
        # The same field: a page with both values.
        one.page.locator("[name='points:1.2.2']").fill("1,5")
        one.page.locator("h1", has_text="Hai người cùng sửa một bảng").wait_for()
        one.page.get_by_label("Tôi vừa gõ: 1,5").check()
        one.page.get_by_role("button", name="Lưu lựa chọn").click()
        assert one.page.locator("[name='points:1.2.2']").input_value() == "1,5"
        assert one.page.locator("[name='points:1.2.1']").input_value() == "1"


def test_a_column_of_a_spreadsheet_is_pasted_down(chromium, address):  # noqa: F811
    with Served(chromium, address, "xa/M04/so-lieu/") as shown:
        shown.page.locator("[name=plan_tasks]").evaluate(
            """field => { const data = new DataTransfer(); data.setData("text", "22\\r\\n21\\r\\n");
            field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })) }"""
        )
        shown.page.locator("#w-progress", has_text="2 trên 95").wait_for()
        assert shown.page.locator("[name=plan_tasks]").input_value() == "22"


def test_blank_cells_of_headings_are_rows_of_a_pasted_column_too(chromium, address):  # noqa: F811
    paste = """(field, text) => { const data = new DataTransfer(); data.setData("text", text);
        field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })) }"""
    with Served(chromium, address, "xa/M04/so-lieu/") as shown:
        page = shown.page
        rows = page.locator("table.typed tbody tr")
        names = [row.locator("[data-column]").first.get_attribute("name") if row.locator("[data-column]").count() else ""
                 for row in rows.all()[:12]]  # fmt: skip
        first = next(at for at, name in enumerate(names) if name)
        lines = [str(at) if name else "" for at, name in enumerate(names)][first:]
        assert "" in lines
        page.locator(f"[name='{names[first]}']").evaluate(paste, "\r\n".join(lines) + "\r\n")
        wanted = {name: str(at) for at, name in enumerate(names) if name}
        there = {name: page.locator(f"[name='{name}']").input_value() for name in wanted}
        assert there == wanted


def test_every_column_of_the_self_score_stands_on_the_page(chromium, address):  # noqa: F811
    with Served(chromium, address, "xa/M04/tu-cham/", viewport={"width": 1366, "height": 768}) as shown:
        assert shown.page.locator(".claims").evaluate("table => table.scrollWidth - table.parentNode.clientWidth") <= 0


def test_without_script_a_sheet_is_saved_and_handed_in(chromium, address):  # noqa: F811
    with Served(chromium, address, "xa/M04/tu-cham/", java_script_enabled=False) as shown:
        page = shown.page
        page.locator("[name='points:2.1']").fill("1")
        page.locator("[id='o-2.1'] summary").click()
        page.locator("[name='upload:2.1']").set_input_files({"name": "a.pdf", "mimeType": "x/y", "buffer": PDF})
        page.locator("[id='o-2.1'] button").click()
        page.locator("[id='o-2.1'] summary").click()
        assert page.locator("[id='o-2.1'] a").inner_text() == "a.pdf"
        page.get_by_role("button", name="Lưu, kiểm tra và gửi").click()
        page.get_by_role("button", name="Gửi: Tự chấm").click()
        assert "Đã gửi bảng tự chấm." in page.locator(".told").inner_text()
        with page.expect_download() as download:
            page.get_by_role("link", name="Tải biên nhận").click()
        assert download.value.suggested_filename.startswith("bien-nhan-M04-")
