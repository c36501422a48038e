"""The page for who runs a server, followed: its settings, its service, its commands, in the order that it gives."""

import os
import re
import shlex
import subprocess
import sys
import time
import uuid
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import pytest

from cchc_score.app.start_folder import start_year
from cchc_score.files.disk import write_folder
from tests.long.province import free_port
from tests.running import ROOT
from tests.web.server import own_database

PAGE = (ROOT / "docs" / "web-server.md").read_text("utf-8")
HOST = "cchc.tinh.gov.vn"


def test_both_languages_give_the_same_files_and_commands():
    own = (ROOT / "docs" / "vi" / "web-server.md").read_text("utf-8")
    blocks = re.compile(r"```\w+\n.*?```", re.DOTALL)
    assert blocks.findall(own) == blocks.findall(PAGE)


def environment(home):
    """The page's own settings, with another folder and another database."""
    (said,) = re.findall(r"```ini\n(CCHC_WEB_HOME=.*?)```", PAGE, re.DOTALL)
    url = os.environ.get("CCHC_TEST_DATABASE_URL", "")
    own = dict(line.split("=", 1) for line in said.splitlines())
    plain = {name: value for name, value in os.environ.items() if not name.startswith("CCHC_WEB_")}
    database = own_database(url, f"cchc_{uuid.uuid4().hex}") if url else ""
    return {**plain, **own, "CCHC_WEB_HOME": str(home), "DATABASE_URL": database}


def commands(folder):
    """The commands of the page by their first word, with the page's folders below another one."""
    lines = re.findall(r"(?m)^# cchc (.*)$", PAGE)
    moved = [re.sub(r"/(media/usb|var/backups/cchc)", str(folder), line) for line in lines]
    return {words[0]: words for words in map(shlex.split, moved)}


def run(words, env):
    """What a command prints; the tables are made before, as the service does at its start."""
    done = subprocess.run(
        [sys.executable, "-m", "cchc_web", *words], cwd=ROOT, env=env, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def form(port, method, path, body=None, cookie=""):
    """A request as nginx passes it on, of a browser that came by HTTPS."""
    headers = {
        "Host": HOST,
        "X-Forwarded-For": "203.0.113.7",
        "X-Forwarded-Proto": "https",
        "Origin": f"https://{HOST}",
        "Referer": f"https://{HOST}/",
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": cookie,
    }
    for _ in range(300):
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            connection.request(method, path, body, headers)
            break
        except OSError:
            connection.close()
            time.sleep(0.1)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


@pytest.mark.full
def test_the_page_is_followed_to_a_server_that_is_backed_up_and_restored(tmp_path):
    env, steps = environment(tmp_path / "may"), commands(tmp_path)
    (tmp_path / "may").mkdir()
    write_folder(tmp_path / "cchc-2026", start_year("minh-hoa").files)
    run(["migrate"], env)
    password = run(steps["create_account"], env).strip()
    assert run(steps["import_year"], env).strip() == "cchc-2026"
    _signs_in(env, password)
    whole = run(steps["verify_journal"], env)
    run([*steps["backup"][:1], str(tmp_path / "cchc-2026-11-30.tar.gz")], env)
    other = environment(tmp_path / "khac")
    assert run(steps["restore"], other).strip() == f"cchc-2026 {whole.strip()}"
    name, year, _ = steps["export_year"]
    assert run([name, year, str(tmp_path / "ra")], other) == whole


def _signs_in(env, password):
    """The service answers through a proxy, and lets the first account in."""
    (words,) = re.findall(r"(?m)^ExecStart=\S+/waitress-serve (.*)$", PAGE)
    port = free_port()
    line = [sys.executable, "-m", "waitress", *words.replace("127.0.0.1:8000", f"127.0.0.1:{port}").split()]
    process = subprocess.Popen(line, cwd=ROOT, env=env)
    try:
        page = form(port, "GET", "/dang-nhap/")
        assert page.status == 200
        cookie = next(one for one in page.headers.get_all("Set-Cookie") if one.startswith("cchc_csrf="))
        assert "Secure" in cookie
        cookie = cookie.partition(";")[0]
        sent = {"login": "dieu-phoi", "password": password, "csrfmiddlewaretoken": cookie.partition("=")[2]}
        answer = form(port, "POST", "/dang-nhap/", urlencode(sent), cookie)
        assert (answer.status, answer.headers["Location"]) == (302, "/mat-khau/")
    finally:
        process.terminate()
        process.wait(30)


@pytest.mark.full
def test_the_service_and_the_proxy_are_written_as_their_programs_read_them(tmp_path):
    from shutil import which

    (unit,) = re.findall(r"```ini\n(\[Unit\].*?)```", PAGE, re.DOTALL)
    (proxy,) = re.findall(r"```nginx\n(.*?)```", PAGE, re.DOTALL)
    assert unit.count("[Service]") == proxy.count("proxy_pass") == 1
    if which("systemd-analyze"):
        # What it starts stands elsewhere here.
        written = tmp_path / "cchc.service"
        written.write_text(re.sub(r"/opt/cchc/bin/\S+", "/bin/true", unit).replace("User=cchc", "User=root"), "utf-8")
        done = subprocess.run(["systemd-analyze", "verify", written], capture_output=True, text=True)
        assert str(written) not in done.stderr, done.stderr
    if which("nginx"):
        key, pem = _certificate(tmp_path)
        text = proxy.replace("/etc/ssl/cchc/cchc.pem", str(pem)).replace("/etc/ssl/cchc/cchc.key", str(key))
        whole = tmp_path / "nginx.conf"
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        own = "\n".join(f"{kind}_temp_path {tmp_path}/{kind};" for kind in kinds)
        whole.write_text(f"pid {tmp_path}/pid;\nevents {{}}\nhttp {{\naccess_log off;\n{own}\n{text}}}\n", "utf-8")
        done = subprocess.run(["nginx", "-t", "-c", whole, "-e", tmp_path / "log"], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr


def _certificate(folder: Path):
    key, pem = folder / "a.key", folder / "a.pem"
    line = f"openssl req -x509 -newkey rsa:2048 -nodes -subj /CN={HOST} -days 1 -keyout {key} -out {pem}"
    subprocess.run(line.split(), check=True, capture_output=True)
    return key, pem
