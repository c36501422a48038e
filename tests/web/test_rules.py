"""The rules of a year in the browser: read, tried with results old and new, replaced with a reason."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cchc_score.files.disk import write_folder
from tests.web.server import ranked


def rules(year, path="bo-tieu-chi.toml"):
    from cchc_web.year_journal import year_root

    return (year_root(year) / path).read_bytes().decode()


def try_one(browser, year, data, path="bo-tieu-chi.toml", reason="Công văn 5"):
    file = SimpleUploadedFile("moi.toml", data.encode())
    return browser.post(f"/nam/{year.folder}/quy-dinh/thu/", {"path": path, "reason": reason, "file": file})


def event_of_rules(year):
    from cchc_web.year_journal import READER

    return READER.journal(year).state.newest("bo-tieu-chi.toml")


@pytest.mark.full
def test_a_new_version_is_tried_and_then_taken_in_with_its_reason(year, browser):
    from cchc_web.database_source import DatabaseSource
    from cchc_web.year_journal import READER

    before = ranked(DatabaseSource(year))
    changed = rules(year, "units.csv").replace("Xã Mẫu 09", "Xã Mẫu Chín")
    page = try_one(browser, year, changed, "units.csv").content.decode()
    assert "bản đang dùng" in page
    assert ranked(DatabaseSource(year)) == before
    token = re.search(r'name="token" value="([^"]+)"', page)[1]
    words = {"path": "units.csv", "reason": "Công văn 5", "token": token}
    assert browser.post(f"/nam/{year.folder}/quy-dinh/thay/", words).status_code == 302
    assert rules(year, "units.csv") == changed
    assert ranked(DatabaseSource(year)) != before
    (event,) = [one for one in READER.journal(year).events if one.happening.body.get("reason") == "Công văn 5"]
    assert event.happening.target == "units.csv"
    # Both versions may be fetched, whatever stands in the folder by now.
    home = f"/nam/{year.folder}/quy-dinh/"
    assert browser.get(f"{home}{event.number}/").content.decode() == changed
    assert browser.post(f"{home}thay/", words).status_code == 404


@pytest.mark.full
def test_rules_that_cannot_be_used_are_told_and_change_nothing(year, browser):
    number = event_of_rules(year).number
    answer = try_one(browser, year, "day khong phai TOML")
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    for words in ({"path": "../x"}, {"reason": " "}):
        assert try_one(browser, year, rules(year), **words).status_code == 422
    assert event_of_rules(year).number == number
    assert browser.get(f"/nam/{year.folder}/quy-dinh/99999/").status_code == 404


def test_the_scheme_stands_on_the_page_as_evaluators_read_it(year, browser):
    page = browser.get(f"/nam/{year.folder}/quy-dinh/").content.decode()
    assert "Cách tính điểm" in page
    assert "units.csv</a>" in page


@pytest.mark.parametrize(
    "named",
    [
        'scheme = "/etc/passwd"',
        'scheme = "../khac/bo-tieu-chi.toml"',
        'form = "/etc/passwd"',
        'units = "../../../../etc/passwd"',
        'reports = "/etc"',
        'items = ["danh-sach", "/etc"]',
        'survey = { files = "/etc" }',
        'last_year = "/etc"',
        'plugins = "reports"',
    ],
)
def test_no_configuration_makes_the_server_read_its_own_disk_or_run_what_was_sent(browser, year, named):
    key = named.partition(" ")[0]
    old = re.sub(rf"(?ms)^(\[{key}\].*?(?=^\[|\Z)|{key} *=.*?$)", "", rules(year, "cchc.toml"))
    page = try_one(browser, year, f"{named}\n{old}", "cchc.toml")
    assert page.status_code == 422
    text = page.content.decode()
    assert ("là chương trình nên không thay được" if key == "plugins" else "nằm ngoài thư mục của năm") in text
    assert "root:" not in text


@pytest.mark.full
def test_no_scheme_makes_the_server_read_its_own_disk(browser, tmp_path, clock):
    from cchc_score.app.start_folder import start_year
    from cchc_web.transfer import bring_folder_in

    files = dict(start_year("minh-hoa").files)
    files["cchc.toml"] = re.sub(rb"(?m)^form *=.*$", b"", files["cchc.toml"])
    write_folder(tmp_path / "khac", files)
    year = bring_folder_in(tmp_path / "khac", "An", clock)[0]
    scheme = re.sub(r"(?m)^form *=.*$", 'form = "/etc/passwd"', rules(year))
    page = try_one(browser, year, scheme)
    assert page.status_code == 422
    assert "/etc/passwd nằm ngoài thư mục của năm" in page.content.decode()
    assert "root:" not in page.content.decode()


def test_no_plugin_is_replaced_in_the_browser(browser, tmp_path, clock):
    from cchc_score.app.start_folder import start_year
    from cchc_web.transfer import bring_folder_in

    files = dict(start_year("minh-hoa").files)
    files["cchc.toml"] = b'plugins = "cach_cham"\n' + files["cchc.toml"]
    plugin = "from cchc_score.hookspecs import hookimpl\n\n\n@hookimpl\ndef cchc_methods():\n    return []\n"
    files["cach_cham/cach_cham.py"] = plugin.encode()
    write_folder(tmp_path / "khac", files)
    year = bring_folder_in(tmp_path / "khac", "An", clock)[0]
    trap = tmp_path / "da-chay"
    page = try_one(browser, year, f"open({str(trap)!r}, 'w')\n{plugin}", "cach_cham/cach_cham.py")
    assert page.status_code == 422
    assert not trap.exists()


@pytest.mark.full
def test_who_changes_the_class_is_told_before_rules_are_replaced(year, browser):
    changed = re.sub(r'(\[\[class\]\]\nname *= "[^"]+"[^[]*?\nfrom *= )\d+', r"\g<1>99", rules(year), count=1)
    assert changed != rules(year)
    page = try_one(browser, year, changed).content.decode()
    assert re.search(r"<li>\d đơn vị đổi xếp loại \(", page)
