"""The server on one PC: its own folder, its own database, one address with a word for this start, or a demo."""

import os
import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_urlsafe
from typing import Any
from urllib.parse import quote

from cchc_score.files.disk import make_folder
from cchc_score.findings import Finding

HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class LocalServer:
    """Where a server keeps its data, in whose name it writes, and the word without which it lets nobody in.

    A server without a word has people sign in.
    """

    home: Path
    owner: str
    token: str


def open_server(home: Path, owner: str, accounts: bool = False) -> LocalServer:
    """Make the server's folder and its tables ready, once in a process; a new word, or accounts, let browsers in."""
    make_folder(home)
    server = LocalServer(home, owner, "" if accounts else token_urlsafe(24))
    os.environ |= {
        "CCHC_WEB_HOME": str(home.absolute()),
        "CCHC_WEB_SECRET": token_urlsafe(48),
        "CCHC_WEB_TOKEN": server.token,
        "CCHC_WEB_OWNER": owner,
        "DJANGO_SETTINGS_MODULE": "cchc_web.settings",
    }
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    return server


def take_folder_in(folder: Path, owner: str, clock: Callable[[], datetime]) -> tuple[str, tuple[Finding, ...]]:
    """The name of the year that a folder is on this server, taken in now where it is new; what was noticed."""
    from cchc_web.transfer import bring_folder_in

    year, findings = bring_folder_in(folder, owner, clock)
    return year.folder, findings


def listening_socket(port: int) -> socket.socket:
    """A socket on this machine alone; any free port for 0. An OSError where somebody else has the port."""
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name != "nt":
        # Otherwise a port stays taken for minutes after a server has ended.
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((HOST, port))
        # At once: a browser that is opened before the server answers waits, and is not turned away.
        made.listen(64)
    except OSError:
        made.close()
        raise
    return made


def address(server: LocalServer, listening: socket.socket, year: str) -> str:
    """What a person opens in the browser to see a year, or to sign in."""
    own = f"http://{HOST}:{listening.getsockname()[1]}/"
    return f"{own}nam/{quote(year)}/?token={server.token}" if server.token else own


def serve_until_stopped(listening: socket.socket, threads: int = 8) -> None:
    """Answer until the person interrupts the program, or the system ends it."""
    import waitress

    from cchc_web.wsgi import application

    # Whoever runs it as a service ends it by this; both ends are the same.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    options: dict[str, Any] = {"sockets": [listening], "threads": threads, "ident": None}
    waitress.serve(application, **options)
