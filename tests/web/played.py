"""A province's server as its own process, set up by its commands, whose clock a test moves; and people at browsers."""

import os
import re
import subprocess
import sys
import uuid
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.running import ROOT
from tests.web.server import own_database

_SERVER = """
import datetime, os, pathlib, socket
from django.utils import timezone
told, real = pathlib.Path(os.environ["PLAYED_CLOCK"]), timezone.localtime
def localtime(value=None, zone=None):
    now = datetime.datetime.fromisoformat(told.read_text())
    return real(value, zone) if value else now.replace(tzinfo=timezone.get_default_timezone())
timezone.localtime = localtime
import waitress
from cchc_web.wsgi import application
from cchc_web.jobs import take_up_again
take_up_again()
listening = socket.create_server(("127.0.0.1", 0))
print(listening.getsockname()[1], flush=True)
waitress.serve(application, sockets=[listening], threads=8)
"""
PASSWORD = "cây đa bến nước"


@dataclass
class Province:
    """A server on which people sign in: where it keeps its things, what its commands need, and its address."""

    home: Path
    environment: dict
    address: str = ""

    def run(self, *words):
        """What a command for whoever runs the server prints."""
        program = [sys.executable, "-m", "cchc_web", *map(str, words)]
        done = subprocess.run(program, cwd=ROOT, env=self.environment, capture_output=True, text=True, encoding="utf-8")
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def set_clock(self, moment):
        """Let the server's clock show a moment of its place, as 2023-12-10T09:00."""
        Path(self.environment["PLAYED_CLOCK"]).write_text(moment, encoding="ascii")

    @contextmanager
    def running(self):
        """The server answers."""
        program = [sys.executable, "-c", _SERVER]
        process = subprocess.Popen(program, cwd=ROOT, env=self.environment, stdout=subprocess.PIPE, text=True)
        try:
            self.address = f"http://127.0.0.1:{process.stdout.readline().strip()}/"
            yield self
        finally:
            process.terminate()
            process.wait(30)
            process.stdout.close()


def new_province(home):
    """A server with its tables, and nobody who could sign in."""
    home.mkdir()
    url = os.environ.get("CCHC_TEST_DATABASE_URL", "")
    environment = {
        **os.environ,
        "CCHC_WEB_HOME": str(home),
        "CCHC_WEB_SECRET": uuid.uuid4().hex,
        "CCHC_WEB_TOKEN": "",
        "CCHC_WEB_OWNER": "",
        "DATABASE_URL": own_database(url, f"cchc_{uuid.uuid4().hex}") if url else "",
        "DJANGO_SETTINGS_MODULE": "cchc_web.settings",
        "PLAYED_CLOCK": str(home / "gio.txt"),
        "PYTHONUTF8": "1",
    }
    province = Province(home, environment)
    province.set_clock("2023-11-30T08:00")
    province.run("migrate")
    return province


class Player:
    """Somebody at a browser of their own, who never meets a complaint of a page."""

    def __init__(self, chromium, province, login, folder="nam"):
        self.context = chromium.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN")
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.province, self.login, self.folder = province, login, folder
        self.elsewhere, self.said = [], []
        self.page.on("request", lambda request: self._look(request.url))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))

    def _look(self, url):
        if not url.startswith((self.province.address, "blob:")):
            self.elsewhere.append(url)

    def sign_in(self, password=PASSWORD):
        """By the form of sign-in, from wherever one was sent."""
        self.page.fill("#f-login", self.login)
        self.page.fill("#f-password", password)
        self.press("Đăng nhập")
        return self

    def first_sign_in(self, handed):
        """With the password that was handed out, and a password of one's own."""
        self.page.goto(self.province.address)
        self.sign_in(handed)
        self.page.fill("#f-new_password", PASSWORD)
        self.page.fill("#f-new_password_again", PASSWORD)
        self.press("Đổi mật khẩu")
        return self

    def goto(self, path):
        """A page of the year."""
        answer = self.page.goto(f"{self.province.address}nam/{self.folder}/{path}")
        assert answer.status == 200, (path, answer.status, self.text)
        return self

    def press(self, name, within=None):
        """A button that sends, by the beginning of its words."""
        with self.page.expect_navigation():
            (within or self.page).get_by_role("button", name=re.compile(f"^{re.escape(name)}")).first.click()

    def follow(self, name):
        """A link, by its words."""
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=name).first.click()

    def fill(self, **fields):
        """Fields by their names."""
        for name, text in fields.items():
            self.page.fill(f"#f-{name}", text)

    @property
    def heading(self):
        """What the page is called."""
        return self.page.locator("h1").inner_text()

    @property
    def text(self):
        """All words of the page."""
        return self.page.locator("main").inner_text()

    @property
    def told(self):
        """What was said after something was done."""
        return self.page.locator(".told").first.inner_text()

    def end_session(self):
        """As at the end of a day: the browser still knows who was here."""
        self.context.clear_cookies(name="cchc_phien")
