"""A server of a test process: SQLite in a folder of its own, or the PostgreSQL that CCHC_TEST_DATABASE_URL names."""

import os
import uuid
from datetime import timedelta
from urllib.parse import urlsplit

import pytest

from cchc_score.app.start_folder import start_year
from cchc_score.files.disk import write_folder
from tests.web.server import MOMENT, TOKEN, brought_in, own_database


@pytest.fixture(scope="session", autouse=True)
def server(tmp_path_factory):
    """Django with its tables, once a process."""
    home = tmp_path_factory.mktemp("may-chu")
    url = os.environ.get("CCHC_TEST_DATABASE_URL", "")
    os.environ |= {
        "CCHC_WEB_HOME": str(home),
        "CCHC_WEB_SECRET": uuid.uuid4().hex,
        "CCHC_WEB_TOKEN": TOKEN,
        "CCHC_WEB_OWNER": "Trần Thị Bình",
        "DATABASE_URL": own_database(url, f"cchc_{uuid.uuid4().hex}") if url else "",
        "DJANGO_SETTINGS_MODULE": "cchc_web.settings",
    }
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    django.setup()
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    call_command("migrate", verbosity=0, interactive=False)
    assert connection.vendor == ("postgresql" if urlsplit(url).scheme else "sqlite")
    yield home
    connection.close()


@pytest.fixture
def clock():
    """An hour that does not pass."""
    return lambda: MOMENT


@pytest.fixture
def folder(tmp_path):
    """The folder of the sample year, with all its work."""
    write_folder(tmp_path / "nam", start_year("minh-hoa").files)
    return tmp_path / "nam"


@pytest.fixture
def year(folder):
    """The sample year on the server; a module that needs another one says so."""
    return brought_in(folder)


@pytest.fixture
def browser():
    """A browser that has opened the address printed at the start."""
    from django.test import Client

    client = Client()
    client.get("/", {"token": TOKEN})
    return client


@pytest.fixture
def passing_time(monkeypatch):
    """A clock of the server that moves on by a minute whenever it is asked."""
    from cchc_web import visits

    class Passing:
        now = MOMENT

        def localtime(self):
            self.now += timedelta(minutes=1)
            return self.now

    monkeypatch.setattr(visits, "timezone", Passing())
