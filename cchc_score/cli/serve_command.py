"""The command `serve`: the web application for one person, on this machine alone."""

import getpass
import os
import sys
import webbrowser
from datetime import datetime
from pathlib import Path

from cchc_score.cli.exits import Exit
from cchc_score.cli.run import Options
from cchc_score.cli.words import say
from cchc_score.errors import ReportError, WriteError
from cchc_score.findings import Finding, Place
from cchc_score.registry.guard import results
from cchc_score.year.config import NAME as CONFIG


def serve(options: Options, folder: Path, port: int, browser: bool, home: Path | None, by: str) -> Exit:
    """Take the year of a folder in and show it in the browser until the person ends the program."""
    try:
        import django  # noqa: F401
        import waitress  # noqa: F401
    except ImportError:
        raise WriteError([Finding("server-absent")]) from None
    from cchc_web.serving import address, listening_socket, open_server, serve_until_stopped, take_folder_in

    if not (folder / CONFIG).is_file():
        raise ReportError([Finding("server-folder", Place(folder.as_posix()))])
    try:
        listening = listening_socket(port)
    except OSError:
        raise WriteError([Finding("server-port", args={"port": str(port)})]) from None
    with listening:
        server = open_server(home or data_folder(), by.strip() or person_name())
        year, findings = take_folder_in(folder, server.owner, lambda: datetime.now().astimezone())
        options.console.findings(findings)
        url = address(server, listening, year)
        print(f"{say(options.lang, 'serving')}: {url}", file=results(), flush=True)
        if not options.quiet:
            print(say(options.lang, "serving-end"), file=sys.stderr, flush=True)
        if browser:
            webbrowser.open_new_tab(url)
        serve_until_stopped(listening)
    return Exit.DONE


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
