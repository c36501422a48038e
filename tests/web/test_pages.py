"""What a browser is shown: only to whoever has the word of this start, with nothing from elsewhere, and true numbers."""

import json
from html.parser import HTMLParser

import html5lib
import pytest
from django.test import Client

from cchc_score.app.start_folder import start_year
from cchc_score.files.disk import write_folder
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.request import Request
from tests.running import EXAMPLES
from tests.web.server import TOKEN, ranked


class Table(HTMLParser):
    """The texts of a page's cells, row by row, and the addresses that its tags name."""

    def __init__(self, text):
        super().__init__()
        self.rows, self.addresses, self.tags = [], [], []
        self.cell = None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.addresses += [value for name, value in attrs if name in ("href", "src", "action")]
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.cell = []

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.rows[-1].append("".join(self.cell).strip())
            self.cell = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell.append(data)


@pytest.fixture(scope="module")
def year():
    from datetime import UTC, datetime

    from cchc_web.transfer import bring_folder_in

    return bring_folder_in(EXAMPLES / "hoang-hoa-2023", "An", lambda: datetime(2026, 1, 15, tzinfo=UTC))[0]


def ranking_rows(page):
    """Rank, index, class and points by area of each unit of the first ranking on a page, by its name."""
    table = html5lib.parse(page, namespaceHTMLElements=False).find(".//table[@class='ranking']")
    rows = {}
    for row in table.find("tbody"):
        cells = ["".join(cell.itertext()).strip() for cell in row]
        rows[cells[1]] = (cells[0], cells[3], cells[4], cells[5:12])
    return rows


def pages(year):
    home = f"/nam/{year.folder}/"
    return [home, f"{home}don-vi/M01/", f"{home}don-vi/M01/1.1.1/", f"{home}tien-do/", f"{home}nhat-ky/"]


@pytest.mark.full
def test_nobody_is_let_in_without_the_word(year):
    for page in pages(year):
        for client in (Client(), Client(headers={"cookie": "cchc_phien=doan-mo"})):
            answer = client.get(page)
            assert answer.status_code == 403
            assert "Xã" not in answer.content.decode()
        assert Client().get(page, {"token": "sai"}).status_code == 403


@pytest.mark.full
def test_the_word_leaves_the_address(year):
    client = Client()
    answer = client.get(f"/nam/{year.folder}/", {"token": TOKEN})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/nam/{year.folder}/")
    assert client.get(f"/nam/{year.folder}/").status_code == 200


def test_another_host_is_refused(year, browser):
    assert browser.get(f"/nam/{year.folder}/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.full
def test_every_page_loads_nothing_from_elsewhere_and_is_kept_by_nobody(year, browser):
    for page in pages(year):
        answer = browser.get(page)
        assert answer.status_code == 200, page
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] == "no-store"
        read = Table(answer.content.decode())
        assert all(address.startswith(("/", "?", "#")) for address in read.addresses)
        assert not {"iframe", "object"} & set(read.tags)
        assert read.tags.count("script") == 1


@pytest.mark.full
def test_the_ranking_shows_the_numbers_of_the_folder(year, browser):
    data = json.loads(ranked(FolderSource(Request((EXAMPLES / "hoang-hoa-2023",)))))
    rows = ranking_rows(browser.get(f"/nam/{year.folder}/", {"lang": "en"}).content.decode())
    assert len(rows) == len(data["communes"])
    for commune in data["communes"]:
        rank, index, class_name, areas = rows[commune["name"]]
        assert rank == (str(commune["rank"]) if commune["rank"] else "-")
        assert class_name == (commune["class"] or "-")
        assert index.partition("..")[0] == commune["index"]["printed"]
        assert areas == [area["points"]["printed"] for area in commune["areas"].values()]


def test_every_criterion_of_a_sheet_leads_to_its_reasons(year, browser):
    page = Table(browser.get(f"/nam/{year.folder}/don-vi/M01/").content.decode())
    reasons = [address for address in page.addresses if address.startswith(f"/nam/{year.folder}/don-vi/M01/")]
    assert len(reasons) > 50
    assert all(browser.get(address).status_code == 200 for address in reasons[:5])


def test_what_is_not_there_is_not_found(year, browser):
    home = f"/nam/{year.folder}/"
    for page in ("/nam/khong-co/", f"{home}don-vi/KHONG/", f"{home}don-vi/M01/99/", f"{home}?stage=khong"):
        assert browser.get(page).status_code == 404, page


def test_the_language_that_was_chosen_stays(year, browser):
    home = f"/nam/{year.folder}/"
    assert 'lang="vi"' in browser.get(home).content.decode()
    assert 'lang="en"' in browser.get(home, {"lang": "en"}).content.decode()
    assert 'lang="en"' in browser.get(home).content.decode()
    assert 'lang="en"' in browser.get(home, {"lang": "fr"}).content.decode()


@pytest.mark.full
def test_hostile_names_become_no_markup(tmp_path, clock, browser):
    from cchc_web.transfer import bring_folder_in

    folder = tmp_path / "doc-hai"
    write_folder(folder, start_year("minh-hoa").files)
    units = folder / "units.csv"
    hostile = "<script>alert(1)</script>\"onclick='x'&\u202e{{7*7}}"
    text = units.read_text(encoding="utf-8")
    name = text.splitlines()[1].split(",")[1]
    units.write_text(text.replace(name, '"' + hostile.replace('"', '""') + '"', 1), encoding="utf-8")
    year = bring_folder_in(folder, "An", clock)[0]
    unit = text.splitlines()[1].split(",")[0]
    for page in (f"/nam/{year.folder}/", f"/nam/{year.folder}/don-vi/{unit}/", f"/nam/{year.folder}/tien-do/"):
        content = browser.get(page).content.decode()
        read = Table(content)
        assert read.tags.count("script") == 1
        assert "\u202e" not in content
        assert "49" not in [cell for row in read.rows for cell in row if "onclick" in cell]


def test_every_route_asks_the_table_of_rights():
    from cchc_web import urls
    from cchc_web.access import ALLOWED

    names = {pattern.name for pattern in urls.urlpatterns}
    routes = (urls.START, *urls.SERVER_ROUTES, *urls.ROUTES)
    assert names == {"styles", "script", "icon", "sign-in", *(route.name for route in routes)}
    for route in routes:
        assert (route.show is None) == (route.see is None)
        assert (route.act is None) == (route.do is None)
        assert {route.see, route.do} - {None} <= set(ALLOWED)
        assert route.show or route.act


def test_styles_and_script_are_whole():
    """What is added to them at two places at once is easily put together wrongly, and a browser says nothing of it."""
    from cchc_score.look.templating import source_of
    from cchc_web.pages import script

    assert script().count("{") == script().count("}")
    depth = 0
    for line in source_of("web.css", "cchc_web").splitlines():
        # A condition within another one: that was not closed.
        assert not (line.startswith("@media") and depth), line
        depth += line.count("{") - line.count("}")
        assert depth >= 0, line
    assert depth == 0


def test_what_is_only_sent_to_says_so_when_it_is_opened_and_offers_no_other_language(year, browser):
    sent = f"/nam/{year.folder}/quy-dinh/thu/"
    page = browser.get(sent)
    assert page.status_code == 405
    assert "chỉ nhận những gì một nút bấm gửi đến" in page.content.decode()
    refused = browser.post(sent, {"reason": "Công văn 5"})
    assert refused.status_code == 422
    # It would lead to the page above, and lose what was typed.
    assert 'class="language"' not in refused.content.decode()


def test_the_ranking_is_a_table_too_that_filters_sorts_and_is_fetched(year, browser):
    where = f"/nam/{year.folder}/bang-xep-hang/"
    assert f'href="{where}"' in browser.get(f"/nam/{year.folder}/").content.decode()
    rows = Table(browser.get(where).content.decode()).rows
    names = [row[1] for row in rows[1:]]
    assert len(names) > 10
    found = Table(browser.get(where, {"loc": "mau 02"}).content.decode()).rows
    assert [row[1] for row in found[1:]] == ["Xã Mẫu 02"]
    falling = Table(browser.get(where, {"xep": "-1"}).content.decode()).rows
    assert [row[1] for row in falling[1:]] == sorted(names, reverse=True)
    file = browser.get(where, {"tai": "xlsx"})
    assert file.content.startswith(b"PK")
