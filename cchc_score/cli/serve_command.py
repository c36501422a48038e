"""The command `serve`: the web application for one person, on this machine alone."""

import getpass
import os
import socket
import sys
import webbrowser
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from cchc_score.cli.exits import Exit
from cchc_score.cli.run import Options
from cchc_score.cli.words import say
from cchc_score.errors import ReportError, WriteError
from cchc_score.findings import Finding, Place
from cchc_score.registry.guard import results
from cchc_score.year.config import NAME as CONFIG

if TYPE_CHECKING:
    from cchc_web.serving import LocalServer


def serve(options: Options, folder: Path, port: int, browser: bool, home: Path | None, by: str) -> Exit:
    """Take the year of a folder in and show it in the browser until the person ends the program."""
    _check_library()
    if not (folder / CONFIG).is_file():
        raise ReportError([Finding("server-folder", Place(folder.as_posix()))])
    from cchc_web.serving import open_server

    with _listening(port) as listening:
        server = open_server(home or data_folder(), by.strip() or person_name())
        _show(options, listening, server, folder, browser)
    return Exit.DONE


def serve_demo(options: Options, port: int, browser: bool, home: Path | None, by: str) -> Exit:
    """Show a made-up province in the browser, with accounts in every role; without `home` it ends with the program."""
    _check_library()
    from cchc_web.serving import open_server

    with _listening(port) as listening, TemporaryDirectory(prefix="cchc-", ignore_cleanup_errors=True) as kept:
        server = open_server(home or Path(kept), by.strip() or person_name(), accounts=True)
        # Tables come with the server, and these write into them.
        from cchc_web.demo import open_demo_accounts, write_demo_year
        from cchc_web.role_words import roles_text

        logins = [
            f"  {row.login:<12} {password}   "
            + ", ".join((row.name, roles_text(row.roles, options.lang).lower(), *row.units))
            for row, password in open_demo_accounts()
        ]
        _show(options, listening, server, write_demo_year(server.home), browser, logins)
    return Exit.DONE


def _check_library() -> None:
    try:
        import django  # noqa: F401
        import waitress  # noqa: F401
    except ImportError:
        raise WriteError([Finding("server-absent")]) from None


def _listening(port: int) -> socket.socket:
    from cchc_web.serving import listening_socket

    try:
        return listening_socket(port)
    except OSError:
        raise WriteError([Finding("server-port", args={"port": str(port)})]) from None


def _show(
    options: Options,
    listening: socket.socket,
    server: "LocalServer",
    folder: Path,
    browser: bool,
    logins: Sequence[str] = (),
) -> None:
    from cchc_web.serving import address, serve_until_stopped, take_folder_in

    year, findings = take_folder_in(folder, server.owner, lambda: datetime.now().astimezone())
    options.console.findings(findings)
    url = address(server, listening, year)
    print(f"{say(options.lang, 'serving')}: {url}", *logins, sep="\n", file=results(), flush=True)
    if not options.quiet:
        print(say(options.lang, "serving-end"), file=sys.stderr, flush=True)
    if browser:
        webbrowser.open_new_tab(url)
    serve_until_stopped(listening)


def data_folder() -> Path:
    """Where this system keeps the data of a person's programs."""
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    elif sys.platform == "darwin":
        base = "~/Library/Application Support"
    else:
        base = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(base).expanduser() / "cchc-score"


def person_name() -> str:
    """What this system calls the person; a word where it has no name for them."""
    try:
        return getpass.getuser()
    # What it raises differs between systems and versions.
    except (OSError, KeyError, ImportError):
        return "cchc-score"
