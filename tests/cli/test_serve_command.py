"""The command `serve`: a year in the browser of one person, with nothing to set up."""

import json
import os
import socket
import sys
from pathlib import Path
from unittest import mock
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from cchc_score.app.start_folder import start_year
from cchc_score.cli.serve_command import data_folder
from cchc_score.files.disk import write_folder
from tests.running import EXAMPLES, command
from tests.web.server import running, running_demo


@pytest.mark.full
def test_a_folder_is_shown_and_shown_again_with_what_changed_in_it(tmp_path):
    folder = tmp_path / "nam-2025"
    write_folder(folder, start_year("minh-hoa").files)
    names = [
        commune["name"] for commune in json.loads(command("rank", folder, "--format", "json", "-q").out)["communes"]
    ]
    with running(folder, home=tmp_path / "may-chu") as (address, browser):
        page = browser.open(address)
        text = page.read().decode()
        assert page.url.endswith("/nam/nam-2025/")
        assert all(name in text for name in names)
        with pytest.raises(HTTPError, match="403"):
            build_opener().open(page.url)
    units = folder / "units.csv"
    units.write_text(units.read_text(encoding="utf-8").replace(names[0], "Xã Đổi Tên"), encoding="utf-8")
    with running(folder, home=tmp_path / "may-chu") as (address, browser):
        page = browser.open(address)
        assert page.url.endswith("/nam/nam-2025/")
        assert "Xã Đổi Tên" in page.read().decode()


@pytest.mark.full
def test_the_demo_lets_people_sign_in_by_the_passwords_of_this_start(tmp_path):
    known = []
    for _ in range(2):
        with running_demo(tmp_path / "may-chu") as (address, passwords):
            browser = build_opener(HTTPCookieProcessor())
            page = browser.open(address)
            assert page.url == f"{address}dang-nhap/?next=%2F"
            token = page.read().decode().partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
            known.append({**passwords})
            words = {"csrfmiddlewaretoken": token, "login": "lanh-dao", "password": passwords["lanh-dao"]}
            page = browser.open(address + "dang-nhap/", urlencode(words).encode())
            assert page.url == address
            assert "Vũ Minh Đức" in page.read().decode()
            assert browser.open(f"{address}nam/minh-hoa/").status == 200
    assert known[0].keys() == known[1].keys()
    assert not set(known[0].values()) & set(known[1].values())


def test_the_demo_takes_no_folder(tmp_path):
    result = command("serve", tmp_path, "--demo", "--no-browser", "--data", tmp_path / "may-chu")
    assert result.code == 2
    assert "--demo" in result.err
    assert not (tmp_path / "may-chu").exists()


def test_what_is_no_year_is_refused(tmp_path):
    result = command("serve", tmp_path, "--no-browser", "--data", tmp_path / "may-chu")
    assert result.code == 3
    assert "cchc.toml" in result.err
    assert not (tmp_path / "may-chu").exists()


def test_a_port_that_is_taken_is_told_with_a_way_out(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        result = command("serve", EXAMPLES / "hoang-hoa-2023", "--no-browser", "--port", port, "--data", tmp_path / "m")
    assert result.code == 3
    assert str(port) in result.err
    assert "--port" in result.err


def test_without_the_web_application_a_line_says_how_to_get_it(tmp_path):
    with mock.patch.dict(sys.modules, {"django": None}):
        result = command("serve", EXAMPLES / "hoang-hoa-2023", "--no-browser", "--data", tmp_path / "m")
    assert result.code == 3
    assert 'cchc-score[web]"' in result.err


def test_the_data_stand_where_the_system_keeps_a_person_s_own():
    with mock.patch.dict(os.environ, {"XDG_DATA_HOME": "/du-lieu"}):
        assert data_folder() == Path("/du-lieu/cchc-score")
