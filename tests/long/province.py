"""A made-up province on a server of its own process: a year of many communes, accounts of every role, browsers of theirs."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

from cchc_score.app.start_folder import start_year
from cchc_score.files.disk import write_folder
from tests.running import ROOT
from tests.web.server import own_database

PASSWORD = "bốn con ngựa gỗ"
YEAR = "tinh"
DEPUTIES, APPRAISERS = 8, 12
"""So many communes have a second clerk, who types into the same sheet; and so many people appraise."""
OPTIONS = ("--threads=8", "--connection-limit=1000", "--asyncore-use-poll")
"""Of waitress, as docs/web-server.md has them: of its own it holds 100 connections, and everybody else waits."""
_RULES = """
[phases]
appraisal = [{}, {}]
explanation = [{}, {}]
"""


@dataclass(frozen=True)
class Province:
    """A server's folder and database, with the codes of its communes; `environment` is what its processes are started with."""

    home: Path
    communes: tuple[str, ...]
    environment: Mapping[str, str]


def made_province(home: Path, url: str, communes: int) -> Province:
    """A province in a folder that is not there yet, and in a new database where `url` names a server of PostgreSQL.

    This process becomes one of the server's, as its commands are.
    """
    home.mkdir(parents=True)
    own = {
        "CCHC_WEB_HOME": str(home),
        "CCHC_WEB_SECRET": uuid.uuid4().hex,
        "CCHC_WEB_TOKEN": "",
        "DATABASE_URL": own_database(url, f"cchc_{uuid.uuid4().hex}") if url else "",
        "DJANGO_SETTINGS_MODULE": "cchc_web.settings",
    }
    os.environ |= own
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    codes = tuple(f"X{number:03}" for number in range(1, communes + 1))
    write_folder(home / YEAR, _year(codes))
    from django.utils import timezone

    from cchc_web.transfer import bring_folder_in

    bring_folder_in(home / YEAR, "An", timezone.localtime)
    _open_accounts(codes)
    return Province(home, codes, {**os.environ, **own})


def _year(codes: tuple[str, ...]) -> dict[str, bytes]:
    """A year in which every commune has reported and scored itself, without deadlines."""
    start = dict(start_year("minh-hoa").files)
    report, claims = start["reports/mau-02.toml"].decode(), start["self-scores/mau-03.toml"].decode()
    kept = {name: data for name, data in start.items() if "/" not in name or name.startswith("schemas/")}
    config = re.sub(r"(?m)^appraisal .*\n", "", kept["cchc.toml"].decode()).partition("[survey]")[0]
    kept["cchc.toml"] = f'{config}\n[survey]\nheld = false\nreason = "Không điều tra"\n{_RULES}'.encode()
    lines = [f"{code},Xã {code},xã,,,,yes" for code in codes]
    kept["units.csv"] = "\n".join(["code,name,kind,valid_from,valid_to,predecessors,ranked", *lines, ""]).encode()
    for number, code in enumerate(codes):
        own = report.replace("M02", code).replace("Xã Mẫu 02", f"Xã {code}")
        own = own.replace("tasks_on_time = 14", f"tasks_on_time = {number % 15}")
        kept[f"reports/{code.lower()}.toml"] = own.encode()
        kept[f"self-scores/{code.lower()}.toml"] = claims.replace("M03", code).replace("Mẫu 03", code).encode()
    return kept


def _open_accounts(codes: tuple[str, ...]) -> None:
    from django.contrib.auth.hashers import make_password

    from cchc_web.models import Account

    people = [(f"xa-{code.lower()}", f"Cán bộ {code}", "clerk", code) for code in codes]
    people += [(f"pho-{code.lower()}", f"Phó {code}", "clerk", code) for code in codes[:DEPUTIES]]
    people += [(f"tham-dinh-{number}", f"Thẩm định {number}", "appraiser", "") for number in range(APPRAISERS)]
    people += [("lanh-dao", "Lãnh đạo", "leader", ""), ("dieu-phoi", "Điều phối", "coordinator", "")]
    Account.objects.bulk_create(
        Account(
            login=login,
            name=name,
            roles=[role],
            units=[unit] if unit else [],
            password=make_password(PASSWORD, hasher="one_time"),
        )
        for login, name, role, unit in people
    )


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        return int(made.getsockname()[1])


@contextmanager
def served(province: Province, port: int, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The server of a province as a process, as the system's service starts it, once it answers."""
    words = ["-m", "waitress", f"--listen=127.0.0.1:{port}", *OPTIONS, "cchc_web.wsgi:application"]
    with log.open("ab") as out:
        process = subprocess.Popen(
            [sys.executable, *words], cwd=ROOT, env=dict(province.environment), stdout=out, stderr=out
        )
    try:
        _wait_for(process, port)
        yield process
    finally:
        process.kill()
        process.wait()


def _wait_for(process: "subprocess.Popen[bytes]", port: int) -> None:
    for _ in range(600):
        assert process.poll() is None, "the server has ended"
        try:
            with socket.create_connection(("127.0.0.1", port), 1):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server does not answer")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answers: the status, the text, and where it sends the browser."""

    status: int
    text: str
    location: str = ""


class NoAnswer(Exception):
    """The server went away before it answered: nobody knows whether it did what was asked."""


@dataclass
class Browser:
    """One person's browser: its cookies, and one connection that is opened anew when it breaks."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    _connection: HTTPConnection | None = None

    def sign_in(self, login: str) -> Answer:
        """Sign in by the page and its form."""
        self.get("/dang-nhap/")
        return self.post("/dang-nhap/", {"login": login, "password": PASSWORD})

    def get(self, path: str) -> Answer:
        """What stands at an address."""
        return self._ask("GET", path, None, {})

    def post(self, path: str, fields: Mapping[str, str], wants_json: bool = False) -> Answer:
        """What is answered to a form."""
        token = {"csrfmiddlewaretoken": self.cookies.get("cchc_csrf", "")}
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        if wants_json:
            headers["Accept"] = "application/json"
        return self._ask("POST", path, urlencode({**fields, **token}), headers)

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Answer:
        sent = {**headers, "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if self._connection is None:
            self._connection = HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            self._connection.request(method, path, body, sent)
            response = self._connection.getresponse()
            text = response.read().decode("utf-8", "replace")
        except (OSError, HTTPException) as error:
            self._connection.close()
            self._connection = None
            raise NoAnswer from error
        if response.will_close:
            self._connection.close()
            self._connection = None
        for line in response.headers.get_all("Set-Cookie") or ():
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value.strip('"')
        return Answer(response.status, text, response.headers.get("Location", ""))


def fields_of(answer: Answer) -> dict[str, str]:
    """What a script reads out of the answer to a save."""
    found: dict[str, str] = json.loads(answer.text)["fields"]
    return found


def processor_seconds(process: int) -> float:
    """The processor time that a process has taken so far."""
    words = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


def megabytes(process: int) -> float:
    """The memory that a process has by now."""
    line = next(one for one in Path(f"/proc/{process}/status").read_text("utf-8").splitlines() if "VmRSS" in one)
    return int(line.split()[1]) / 1024
