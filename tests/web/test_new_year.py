"""A new year from the last in the browser: all rows are confirmed, then it is a year of the server as every other."""

import html
import re

import pytest

from cchc_score.errors import SchemeError
from cchc_score.files.disk import write_folder
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.request import Request
from tests.running import EXAMPLES
from tests.web.people import account, signed_in, with_accounts
from tests.web.server import brought_in


@pytest.fixture
def year(tmp_path):
    from cchc_score.app.start_folder import start_year

    write_folder(tmp_path / "tinh-2023", start_year("minh-hoa").files)
    return brought_in(tmp_path / "tinh-2023")


def where(year):
    return f"/nam/{year.folder}/nam-moi/"


def fields(browser, year):
    """The form as it is shown, and the names of all its rows."""
    page = browser.get(where(year)).content.decode()
    assert 'role="alert"' not in page
    texts = re.findall(r'name="((?:scheme|phase|unit)-[^"]+|folder|mark)"[^>]*? value="([^"]*)"', page)
    return {name: html.unescape(text) for name, text in texts}, re.findall(r'name="ok" value="([^"]+)"', page)


def send(browser, year, without=(), **words):
    texts, names = fields(browser, year)
    return browser.post(where(year), {**texts, **words, "ok": [name for name in names if name not in without]})


@pytest.mark.full
def test_a_closed_year_gives_the_next(year, browser, clock):
    from cchc_score.app.write_acts import freeze_year
    from cchc_web.database_source import DatabaseSource
    from cchc_web.models import KeptYear

    freeze_year(DatabaseSource(year), "Lan", "trình gấp", clock)
    name = fields(browser, year)[0]["folder"]
    assert name == year.folder.replace("2023", "2024")
    answer = send(browser, year)
    assert answer.headers["Location"] == f"/nam/{name}/quy-dinh/"
    new = KeptYear.objects.get(folder=name)
    source = DatabaseSource(new)
    assert source.rules().scheme.period == 2024
    assert source.last_year()[1].rules().scheme.period == 2023
    assert new.origin == ""
    for page in ("", "tien-do/", "quy-dinh/", "giai-doan/", "nam-moi/"):
        assert browser.get(f"/nam/{name}/{page}").status_code == 200, page
    assert "15/12/2024" in browser.get(f"/nam/{name}/giai-doan/").content.decode()


@pytest.mark.full
def test_the_next_year_sees_what_is_done_in_the_last_one_on_the_server(year, browser, clock):
    from cchc_score.app.write_acts import say_act
    from cchc_score.appraisal.acts import Question
    from cchc_web.database_source import DatabaseSource
    from cchc_web.models import KeptYear

    send(browser, year)
    new = KeptYear.objects.get(folder=year.folder.replace("2023", "2024"))
    before = DatabaseSource(new).fingerprint()
    asked = {"round": 1, "unit": "M02", "criterion": "1.1.1", "text": "Ngày?"}
    say_act(DatabaseSource(year), Question, asked, "An", clock)
    last = DatabaseSource(new).last_year()[1]
    assert "Ngày?" in [act.text for act in last.journal.state.acts if isinstance(act, Question)]
    assert DatabaseSource(new).fingerprint() != before
    years = KeptYear.objects.filter(pk=year.pk)
    years.update(folder="da-doi-ten")
    with pytest.raises(SchemeError) as absent:
        DatabaseSource(new).last_year()
    years.update(folder=year.folder)
    assert [finding.code for finding in absent.value.findings] == ["last-year-absent"]


@pytest.mark.full
@pytest.mark.parametrize("name", ["hoang-hoa-2023", "lam-dong-2025"])
def test_a_year_of_an_example_gives_the_next(name, browser, clock):
    from cchc_web.database_source import DatabaseSource
    from cchc_web.models import KeptYear
    from cchc_web.transfer import bring_folder_in

    year = bring_folder_in(EXAMPLES / name, "An", clock)[0]
    answer = send(browser, year, folder=f"moi-{name}")
    assert answer.status_code == 302, answer.content.decode()
    new = DatabaseSource(KeptYear.objects.get(folder=f"moi-{name}"))
    assert {unit.code for unit in new.units()} <= {unit.code for unit in DatabaseSource(year).units()}
    for page in ("", "tien-do/", "quy-dinh/", "tiep-nhan/"):
        assert browser.get(f"/nam/moi-{name}/{page}").status_code == 200, page


def test_a_row_that_nobody_has_confirmed_holds_the_year_back(year, browser):
    from cchc_web.models import KeptYear

    before = KeptYear.objects.count()
    row = fields(browser, year)[1][0]
    answer = send(browser, year, without=[row], **{row: "01/12/2024 08:00"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count("Chưa xác nhận.") == 1
    assert 'value="01/12/2024 08:00"' in page
    assert len(re.findall(r'name="ok" value="[^"]+" checked', page)) == len(fields(browser, year)[1]) - 1
    assert KeptYear.objects.count() == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"phase-self_score-0-last": "15/12/2023"}, "Ngoài khoảng 01/01/2024 – 30/06/2025"),
        ({"folder": "Năm mới"}, "không dấu"),
        ({"folder": "con"}, "không dấu"),
        ({"folder": ""}, "Phải điền"),
        ({"mark": "khac"}, "đã đổi trong lúc này"),
    ],
)
def test_what_cannot_be_is_told(year, browser, words, told):
    from cchc_web.models import KeptYear

    before = KeptYear.objects.count()
    answer = send(browser, year, **words)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert KeptYear.objects.count() == before


def test_a_name_that_another_year_has_is_not_free(year, browser):
    assert "Đã có năm" in send(browser, year, folder=year.folder).content.decode()


def test_rules_that_cannot_be_used_make_no_year(year, browser):
    from cchc_web.models import KeptYear
    from cchc_web.year_journal import year_root

    rows = [name for name in fields(browser, year)[1] if name.startswith("scheme-")]
    texts = fields(browser, year)[0]
    first, second = [name for name in rows if re.fullmatch(r"\d\d/\d\d/2024", texts.get(name, ""))][:2]
    answer = send(browser, year, folder="nam-sai-quy-dinh", **{first: texts[second], second: texts[first]})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert not KeptYear.objects.filter(folder="nam-sai-quy-dinh").exists()
    assert not year_root(KeptYear(folder="nam-sai-quy-dinh")).exists()


@pytest.mark.parametrize("text", ["a\0b", "\u202e", "x" * 20_000, "a\r\n[b]", '"""', "31/12/9999", "01/01/0001"])
def test_whatever_is_typed_is_answered_in_words(year, browser, text):
    texts, names = fields(browser, year)
    assert browser.post(where(year), {**texts, **dict.fromkeys(names, text), "ok": names}).status_code == 422
    titles = [name for name in names if texts.get(name, "").startswith(("Chỉ số", "Kế hoạch"))]
    assert titles
    answer = browser.post(
        where(year), {**texts, **dict.fromkeys(titles, text), "folder": f"la-{text.encode().hex()[:12]}", "ok": names}
    )
    assert answer.status_code in (302, 422)


def test_only_the_coordinator_begins_a_year(year):
    with with_accounts():
        assert signed_in(account("leader", password="")).get(where(year)).status_code == 404


@pytest.mark.full
def test_a_year_that_follows_another_leaves_the_server_together_with_it(year, browser, clock, tmp_path):
    from cchc_web.models import KeptYear
    from cchc_web.transfer import export_year

    name = fields(browser, year)[0]["folder"]
    assert send(browser, year).status_code == 302
    new = KeptYear.objects.get(folder=name)
    # Nobody has sent anything: there is nothing to be ranked.
    page = browser.get(f"/nam/{name}/").content.decode()
    assert "Chưa có số liệu nào" in page
    export_year(new, tmp_path / "usb" / new.folder)
    assert (tmp_path / "usb" / year.folder / "cchc.toml").is_file()
    folder = FolderSource(Request((tmp_path / "usb" / new.folder,)))
    assert folder.last_year()[1].rules().scheme.period == 2023
