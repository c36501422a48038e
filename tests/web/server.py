"""What tests of the server share."""

import json
import subprocess
import sys
import uuid
from contextlib import contextmanager
from datetime import UTC, datetime
from shutil import copytree
from urllib.parse import urlsplit
from urllib.request import HTTPCookieProcessor, build_opener

from cchc_score.app.rank_units import rank_units
from cchc_score.results.ranking_json import ranking_data
from tests.running import ROOT

TOKEN = "tu-khoa-cua-lan-khoi-dong"
MOMENT = datetime(2026, 1, 15, 17, tzinfo=UTC)
"""When everything is taken in."""
_FIRST = {}
"""The first year of this process with each content of a folder; nobody changes it."""


def brought_in(folder):
    """The year of a folder on the server: taken in once a process, and a copy of that for whoever comes later."""
    from cchc_web.models import JournalLine, KeptYear
    from cchc_web.transfer import bring_folder_in
    from cchc_web.year_journal import year_root

    content = tuple(
        sorted((path.relative_to(folder).as_posix(), path.read_bytes()) for path in folder.rglob("*") if path.is_file())
    )
    if content not in _FIRST:
        _FIRST[content] = bring_folder_in(folder, "An", lambda: MOMENT)[0]
    first, name = _FIRST[content], f"{folder.name}-{uuid.uuid4().hex[:8]}"
    KeptYear.objects.filter(pk=first.pk).update(origin="")
    year = KeptYear.objects.create(folder=name, origin=str(folder.resolve()), taken=first.taken)
    copytree(year_root(first), year_root(year))
    lines = list(JournalLine.objects.filter(year=first))
    for line in lines:
        line.pk, line.year = None, year
    JournalLine.objects.bulk_create(lines)
    return year


def own_database(url, name):
    """The address of a new, empty database on the PostgreSQL server of an address."""
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return urlsplit(url)._replace(path=f"/{name}").geturl()


def ranked(source):
    """The ranking of a year as JSON; findings of the reading are another matter."""
    data = ranking_data(rank_units(source), "vi")
    data.pop("findings", None)
    return json.dumps(data, ensure_ascii=False)


@contextmanager
def running(*words, home, cwd=ROOT):
    """The command `serve` as a process of its own: the address that it prints, and what opens pages with its cookies."""
    with _started(*words, home=home, cwd=cwd) as (address, _):
        yield address, build_opener(HTTPCookieProcessor())


@contextmanager
def running_demo(home):
    """The demo as a process of its own: its address, and the passwords of its accounts by their logins."""
    with _started("--demo", home=home, cwd=ROOT) as (address, lines):
        yield address, dict(next(lines).split()[:2] for _ in range(8))


@contextmanager
def _started(*words, home, cwd):
    """The command as a process: the address in its first line, and the lines after it."""
    program = [sys.executable, "-c", "from cchc_score.cli import main; main()", "serve", *map(str, words)]
    options = ["--no-browser", "--data", str(home)]
    process = subprocess.Popen([*program, *options], cwd=cwd, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    try:
        line = process.stdout.readline()
        address = line.partition(": ")[2].strip()
        assert address.startswith("http://127.0.0.1:"), line
        yield address, process.stdout
    finally:
        process.terminate()
        try:
            assert process.wait(30) == 0
        finally:
            process.kill()
            process.stdout.close()
