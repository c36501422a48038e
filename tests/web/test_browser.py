"""What a browser shows of the server: no page overflows, complains, fetches elsewhere or shuts anybody out."""

import sqlite3
from contextlib import closing
from importlib import resources
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.report.html.browser import chromium, needs_browser  # noqa: F401
from tests.running import command
from tests.web.browser import Served
from tests.web.server import running

pytestmark = [needs_browser, pytest.mark.full]
PAGES = {
    "ranking": "",
    "ranking-table": "bang-xep-hang/?xep=-2",
    "unit": "don-vi/M02/",
    "reasons": "don-vi/M02/4.1/",
    "sum": "don-vi/M02/1.1/",
    "progress": "tien-do/",
    "journal": "nhat-ky/",
    "comparison": "so-sanh/",
    "targets": "so-lieu-cua-so/",
    "assignments": "phan-cong/",
    "extension": "gia-han/?unit=M02",
    "return": "tra-lai/?unit=M02",
    "reminder": "nhac/",
    "survey": "dieu-tra/",
    "downloads": "tai-ve/",
    "closing": "chot/",
}
AXE = "axe.run().then(found => found.violations.map(one => [one.id, one.nodes.map(node => node.html)]))"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The address of a server that shows a year with appraisal and a question, as its folder and journal have them."""
    folder = tmp_path_factory.mktemp("may-chu-trinh-duyet")
    year = folder / "cchc-2023"
    command("init", year, "--from", "minh-hoa")
    command("journal", "ask", "M02", "1.1.1", year, "--round", 1, "--text", "Ngày ký?", "--by", "Nguyễn Văn An")
    with running(year, home=folder / "du-lieu") as (address, _):
        yield address


@pytest.mark.parametrize("width", [1366, 360])
@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_no_page_overflows_complains_or_fetches_elsewhere(chromium, address, path, lang, width):  # noqa: F811
    with Served(chromium, address, path, lang, viewport={"width": width, "height": 768}) as shown:
        assert shown.answer.status == 200
        assert shown.run("document.documentElement.lang") == lang
        shown.open_all()
        assert shown.overflow <= 0
        assert shown.elsewhere == []
        assert shown.said == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("path", [*PAGES.values(), "don-vi/KHONG/"], ids=[*PAGES, "absent"])
def test_axe_finds_nothing(chromium, address, path, lang, scheme):  # noqa: F811
    axe = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    # Its script is none of the page's, whose policy would refuse it.
    with Served(chromium, address, path, lang, color_scheme=scheme, bypass_csp=True) as shown:
        for width in (1366, 360):
            shown.page.set_viewport_size({"width": width, "height": 768})
            shown.open_all()
            shown.run(axe)
            assert shown.run(AXE) == []


def test_the_keyboard_skips_to_the_content_and_scrolls_tables(chromium, address):  # noqa: F811
    # What waits for the scrolling would be refused by the page's own policy.
    with Served(chromium, address, "tien-do/", viewport={"width": 800, "height": 600}, bypass_csp=True) as shown:
        shown.page.keyboard.press("Tab")
        assert shown.run("document.activeElement.className") == "skip"
        assert shown.page.locator(".skip").bounding_box()["x"] >= 0
        shown.page.keyboard.press("Enter")
        assert shown.run("document.activeElement.id") == "content"
        # What sorts and filters the table comes before it.
        for _ in range(10):
            shown.page.keyboard.press("Tab")
            if shown.run("document.activeElement.className") == "scroll":
                break
        assert shown.run("document.activeElement.className") == "scroll"
        assert shown.run("getComputedStyle(document.activeElement).outlineStyle") in ("solid", "auto")
        assert shown.run("document.activeElement.scrollWidth > document.activeElement.clientWidth")
        shown.page.keyboard.press("ArrowRight")
        shown.page.wait_for_function("document.activeElement.scrollLeft > 0")


def test_whoever_has_no_word_is_told_what_to_open(chromium, address):  # noqa: F811
    context = chromium.new_context(viewport={"width": 360, "height": 768})
    page = context.new_page()
    home = address.partition("?")[0]
    assert page.goto(home).status == 403
    assert page.locator("h1").inner_text() == "Cần địa chỉ của lần khởi động này"
    assert page.locator("main a, nav").count() == 0
    assert page.evaluate("getComputedStyle(document.querySelector('.lede')).color") == "rgb(85, 97, 110)"
    with page.expect_navigation():
        page.locator(".language").click()
    assert page.locator("h1").inner_text() == "The address of this start is needed"
    context.close()


def test_a_narrow_page_names_every_number_of_a_row(chromium, address):  # noqa: F811
    with Served(chromium, address, "tien-do/", viewport={"width": 360, "height": 768}) as shown:
        names = "[...document.querySelectorAll('.data tbody tr:first-child td:not(.tick)')]"
        told = shown.run(f"{names}.map(cell => getComputedStyle(cell, '::before').content)")
        heads = shown.run("[...document.querySelectorAll('.data thead th:not(.tick)')].map(head => head.textContent)")
        assert [words.strip('"') for words in told] == heads[1:]


def test_criteria_lead_to_the_ones_beside_them_and_back(chromium, address):  # noqa: F811
    with Served(chromium, address, "don-vi/M02/4.1/") as shown:
        shown.follow("[rel=next]")
        assert shown.page.url.endswith("/don-vi/M02/4.2/")
        shown.follow("[rel=prev]")
        assert shown.page.url.endswith("/don-vi/M02/4.1/")
        shown.follow("header a")
        assert shown.page.url.endswith("/don-vi/M02/")


def test_the_other_language_shows_the_same_page_at_the_same_stage(chromium, address):  # noqa: F811
    with Served(chromium, address, "don-vi/M02/") as shown:
        shown.page.goto(f"{shown.home}don-vi/M02/?stage=self")
        shown.follow(".language")
        assert shown.run("document.documentElement.lang") == "en"
        assert "stage=self" in shown.page.url


@pytest.mark.parametrize("path", ["tien-do/", "nhat-ky/", ""])
def test_wide_tables_print_across_without_the_ways_to_other_pages(chromium, address, path):  # noqa: F811
    with Served(chromium, address, path) as shown:
        pages = PdfReader(BytesIO(shown.page.pdf(prefer_css_page_size=True))).pages
        assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in pages} == {(842, 595)}
        assert "English" not in "".join(page.extract_text() for page in pages)


def test_a_year_whose_journal_was_tampered_with_says_so_in_words(chromium, tmp_path):  # noqa: F811
    command("init", tmp_path / "nam", "--from", "minh-hoa")
    with running(tmp_path / "nam", home=tmp_path / "du-lieu") as (address, _):
        add_foreign_line(next((tmp_path / "du-lieu").glob("*.sqlite3")))
        with Served(chromium, address, "nhat-ky/") as shown:
            assert shown.answer.status == 409
            assert "nhat-ky/su-kien.jsonl" in shown.page.locator(".findings").inner_text()
            assert shown.page.locator("nav a").count() > 3
            assert shown.overflow <= 0


def add_foreign_line(database):
    """Write a line that carries no hash of the one before it into the table of the journal, past the program."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute(
            "INSERT INTO cchc_journalline (year_id, number, time, by, kind, unit, line)"
            " SELECT year_id, number + 1, time, by, kind, unit, line FROM cchc_journalline"
            " ORDER BY number DESC LIMIT 1"
        )
