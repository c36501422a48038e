"""What a browser shows: at the widths of desk, tablet and telephone, on paper, in the dark, with and without a script."""

import json
from importlib import resources
from io import BytesIO

import pytest
from pypdf import PdfReader

from cchc_score.report.html.report_page import OVERVIEW, overview_page, report_page, unit_pages
from tests.report.html.browser import Shown, chromium, needs_browser  # noqa: F401
from tests.report.html.made import REAL, example, page_of, province, read

pytestmark = [needs_browser, pytest.mark.full]
WIDTHS = (1366, 1024, 768, 360)
ROWS = "[...document.querySelectorAll('.ranking tbody tr')]"


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """The examples as files, and one of them split."""
    folder = tmp_path_factory.mktemp("trang")
    for name in REAL:
        (folder / f"{name}.html").write_bytes(page_of(name))
    report = example("hoang-hoa-2023")
    (folder / OVERVIEW).write_bytes(overview_page(report, "vi"))
    for name, data in unit_pages(report, OVERVIEW, "vi"):
        (folder / name).write_bytes(data)
    return folder


@pytest.mark.parametrize("name", [*REAL, "index", "15865"])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_overflows_and_nothing_is_fetched(chromium, files, name, width):  # noqa: F811
    file = files / f"{name}.html"
    with Shown(chromium, file, viewport={"width": width, "height": 900}) as shown:
        shown.open_all()
        assert shown.overflow <= 0
        assert shown.asked == [file.as_uri()]
        assert shown.said == []


def test_rows_stand_by_rank_and_their_areas_add_up(chromium, files):  # noqa: F811
    with Shown(chromium, files / "lam-dong-2025.html", viewport={"width": 1366, "height": 900}) as shown:
        rows = shown.run(f"{ROWS}.map(row => [...row.cells].map(cell => cell.innerText.trim()))")
        ranks = [int(row[0]) for row in rows]
        assert ranks == sorted(ranks)
        assert len(rows) == 124
        totals = {one["name"]: one["points"]["exact"] for one in read(page_of("lam-dong-2025")).data["communes"]}
        for row in rows:
            added = sum(round(float(text.replace(",", ".")) * 1000) for text in row[5:14] if text != "-")
            assert added == round(float(totals[row[1]]) * 1000)
        longest = shown.run(f"{ROWS}.map(row => row.querySelector('svg path').getBBox().width)")
        assert longest == sorted(longest, reverse=True)


def test_a_search_leaves_the_rows_that_are_meant_whatever_the_accents(chromium, files):  # noqa: F811
    with Shown(chromium, files / "lam-dong-2025.html") as shown:
        visible = f"{ROWS}.filter(row => row.offsetHeight).map(row => row.querySelector('th').innerText)"
        shown.page.get_by_label("Tìm đơn vị").fill("da lat")
        names = shown.run(visible)
        assert names
        assert all("Đà Lạt" in name for name in names)
        shown.page.get_by_label("Tìm đơn vị").fill("")
        shown.page.get_by_label("Loại đơn vị").select_option("đặc khu")
        assert shown.run(visible) == ["Đặc khu Phú Quý"]
        assert shown.page.locator("[role=status]").inner_text() == "1 / 124"


def test_without_a_script_everything_is_there_and_an_address_opens_its_reason(chromium, files):  # noqa: F811
    file = files / "lam-dong-2025.html"
    with Shown(chromium, file, "#LD001/8.1", java_script_enabled=False) as shown:
        assert shown.page.locator(".ranking tbody tr").count() == 124
        assert not shown.page.locator(".tools").is_visible()
        line = shown.page.locator('[id="LD001/8.1"]')
        assert line.is_visible()
        assert "Điểm điều tra xã hội học" in shown.page.locator('[id="/8.1"]').locator("..").inner_text()


def test_the_button_saves_the_data_of_the_page(chromium, files, tmp_path):  # noqa: F811
    with Shown(chromium, files / "hoang-hoa-2023.html") as shown:
        with shown.page.expect_download() as saved:
            shown.page.get_by_role("button", name="Lưu dữ liệu JSON").click()
        assert saved.value.suggested_filename == "minh-hoa-2023.json"
        saved.value.save_as(tmp_path / "a.json")
    assert json.loads((tmp_path / "a.json").read_text("utf-8")) == read(page_of("hoang-hoa-2023")).data


def axe_violations(chromium, file, opened, **context):  # noqa: F811
    """What axe finds in a page, as it is met or with everything that is folded open."""
    axe = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    # Its script is none of the page's, whose policy would refuse it.
    with Shown(chromium, file, bypass_csp=True, **context) as shown:
        if opened:
            shown.open_all()
        shown.run(axe)
        asked = "axe.run(document, { resultTypes: ['violations'] })"
        return shown.run(f"{asked}.then(found => found.violations.map(one => [one.id, one.nodes.map(n => n.html)]))")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["index", "15865"])
def test_axe_finds_nothing(chromium, files, name, scheme):  # noqa: F811
    assert axe_violations(chromium, files / f"{name}.html", True, color_scheme=scheme) == []


def test_axe_finds_nothing_in_the_whole_file_of_a_province(chromium, tmp_path):  # noqa: F811
    file = tmp_path / "tinh.html"
    file.write_bytes(report_page(province(), "vi"))
    assert axe_violations(chromium, file, False) == []


def test_the_dark_is_dark_and_paper_is_white(chromium, files):  # noqa: F811
    ground = "getComputedStyle(document.body).backgroundColor"
    with Shown(chromium, files / "hoang-hoa-2023.html", color_scheme="dark") as shown:
        assert shown.run(ground) == "rgb(19, 26, 33)"
        shown.page.emulate_media(media="print", color_scheme="dark")
        assert shown.run(ground) == "rgb(255, 255, 255)"
        assert not shown.page.locator(".tools").is_visible()


def test_pages_print_on_a4_the_overview_across_and_a_unit_on_one_sheet(chromium, files):  # noqa: F811
    with Shown(chromium, files / "M05.html") as shown:
        (sheet,) = PdfReader(BytesIO(shown.page.pdf(prefer_css_page_size=True))).pages
        assert [round(float(side)) for side in sheet.mediabox[2:]] == [595, 842]
        text = sheet.extract_text()
        # Letters that the first font lacks come from another, and readers see a space between the two.
        assert "PhườngMẫu05" in "".join(text.split())
        assert "↑" not in text
    with Shown(chromium, files / OVERVIEW) as shown:
        pages = PdfReader(BytesIO(shown.page.pdf(prefer_css_page_size=True))).pages
        assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in pages} == {(842, 595)}


def test_the_keyboard_reaches_the_ranking_and_opens_what_is_folded(chromium, files):  # noqa: F811
    with Shown(chromium, files / "15865.html") as shown:
        first = shown.page.locator("summary").first
        first.focus()
        assert shown.run("getComputedStyle(document.activeElement).outlineStyle") in ("solid", "auto")
        shown.page.keyboard.press("Enter")
        assert shown.run("document.querySelector('details').open")
    with Shown(chromium, files / "hoang-hoa-2023.html") as shown:
        shown.page.keyboard.press("Tab")
        assert shown.run("document.activeElement.className") == "skip"
