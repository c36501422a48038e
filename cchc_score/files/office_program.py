"""An installed LibreOffice turns documents into .docx: in its own process, within limits, without macros or network."""

import contextlib
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

SETTING = "CCHC_SOFFICE"
"""The environment variable that names the program where it is found in no usual place."""
MAX_SECONDS = 60
"""So long it may work at one document; a long report takes a second."""
MAX_MEMORY = 4 * 1024 * 1024 * 1024
MAX_WRITTEN = 128 * 1024 * 1024
"""So much it may write into one file, of its own too."""
MAX_FOLDER = 512 * 1024 * 1024
"""So much may stand in its folder at a time."""
MOST_IN_VAIN = 3
"""After so many starts in a row that made nothing, the program is taken for one that makes nothing at all."""
_POLL = 0.05
_NAMES = ("soffice.com", "soffice.exe") if os.name == "nt" else ("soffice", "libreoffice")
_USUAL = (
    "/usr/lib/libreoffice/program", "/usr/lib64/libreoffice/program", "/opt/libreoffice*/program",
    "/snap/bin", "/Applications/LibreOffice.app/Contents/MacOS",
)  # fmt: skip
# The first: no link to the network or to another file is followed. The proxy leads nowhere, whatever is asked for.
_SETTINGS = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Save/Document", "AutoSave", "false"),
    ("Common/Misc", "FirstRun", "false"),
    ("Writer/Content/Update", "Link", "2"),
    ("Writer/Content/Update", "Field", "false"),
    ("Writer/Content/Update", "Chart", "false"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
# The limits hold for whatever it starts; where a system knows one of them not, the others hold.
_LIMITED = (
    f'ulimit -c 0; ulimit -v {MAX_MEMORY // 1024} 2>/dev/null; ulimit -f {MAX_WRITTEN // 512} 2>/dev/null; exec "$@"'
)

Ending = Literal["done", "failed", "stopped"]
"""Converted; not a document to the program; ended by a limit, or ended the program."""


class ConvertedFile(NamedTuple):
    """How the conversion of one document ended, and the .docx where it is done."""

    ending: Ending
    data: bytes = b""


def find_program() -> Path | None:
    """The program that the environment names, else the first in the folders of PATH and in the usual ones."""
    named = os.environ.get(SETTING)
    if named is not None:
        return Path(named) if _runs(Path(named)) else None
    return next((folder / name for folder in _folders() for name in _NAMES if _runs(folder / name)), None)


def _folders() -> Iterator[Path]:
    # Not `shutil.which`: on Windows it looks into the working folder first, where reports of strangers may stand.
    yield from (Path(entry) for entry in os.environ.get("PATH", "").split(os.pathsep) if Path(entry).is_absolute())
    for variable in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"):
        if variable in os.environ:
            yield Path(os.environ[variable], "LibreOffice", "program")
    if os.name != "nt":
        for pattern in _USUAL:
            yield from sorted(Path("/").glob(pattern.lstrip("/")), reverse=True)


def _runs(path: Path) -> bool:
    try:
        return path.is_file() and os.access(path, os.X_OK)
    except (OSError, ValueError):
        return False


def convert_files(files: Sequence[tuple[str, bytes]], program: Path) -> list[ConvertedFile]:
    """Each file, given as (ending of its name, content), as .docx, all of them in as few starts as possible.

    One that ends the program or reaches a limit is left out, and the others are converted without it. An OSError says
    that there is no room for them.
    """
    with tempfile.TemporaryDirectory(prefix="cchc-office-", ignore_cleanup_errors=True) as name:
        # Named by number: a name may hold what a command line or a file system does not take.
        sources = [Path(name, f"{number:05}{suffix}") for number, (suffix, _) in enumerate(files, 1)]
        for source, (_, data) in zip(sources, files, strict=True):
            source.write_bytes(data)
        ended: dict[int, ConvertedFile] = {}
        in_vain = 0
        while left := [place for place in range(len(files)) if place not in ended]:
            whole, made = _run(program, Path(name), [sources[place] for place in left])
            in_vain = 0 if made else in_vain + 1
            for place in left:
                found = made.get(sources[place].stem)
                if found is not None:
                    ended[place] = ConvertedFile("done", found)
                elif whole:
                    ended[place] = ConvertedFile("failed")
                else:
                    # It takes them in their order: the first that is absent was in its hands when it was ended.
                    ended[place] = ConvertedFile("stopped")
                    if in_vain < MOST_IN_VAIN:
                        break
        return [ended[place] for place in range(len(files))]


def _run(program: Path, folder: Path, sources: Sequence[Path]) -> tuple[bool, dict[str, bytes]]:
    """Convert some documents in one start: whether the program came to its end by itself, and what it made by name."""
    # A folder for each start: what one leaves behind must not count against the next.
    with tempfile.TemporaryDirectory(prefix="start-", dir=folder, ignore_cleanup_errors=True) as name:
        work, target = Path(name), Path(name, "out")
        target.mkdir()
        command = [
            str(program), f"-env:UserInstallation={_profile(work).as_uri()}", "--headless", "--norestore", "--nologo",
            "--nodefault", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(target),
            *map(str, sources),
        ]  # fmt: skip
        if os.name != "nt":
            command = ["/bin/sh", "-c", _LIMITED, "sh", *command]
        nothing = subprocess.DEVNULL
        with subprocess.Popen(
            command,
            stdin=nothing,
            stdout=nothing,
            stderr=nothing,
            cwd=work,
            env=_environment(work),
            start_new_session=True,
        ) as process:
            try:
                whole = _ended(process, work, target)
            finally:
                _end(process)
        return whole, {path.stem: path.read_bytes() for path in sorted(target.glob("*.docx"))}


def _ended(process: "subprocess.Popen[bytes]", work: Path, target: Path) -> bool:
    """Wait for the end of a process; False where it works too long at one document, writes too much, or fails."""
    done, since = 0, time.monotonic()
    while process.poll() is None:
        time.sleep(_POLL)
        now = sum(1 for _ in target.iterdir())
        if now > done:
            done, since = now, time.monotonic()
        if time.monotonic() - since > MAX_SECONDS or _size(work) > MAX_FOLDER:
            return False
    return process.returncode == 0


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process and all that it started: the program begins with a script that starts others."""
    if os.name == "nt":
        ended = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
        if process.poll() is None:
            subprocess.run(ended, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        return
    # Often nothing of it is left.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def _profile(work: Path) -> Path:
    """A profile of its own for one start, with settings of its own: nobody's macros, extensions or trusted places."""
    profile = work / "profile"
    items = "".join(
        f'<item oor:path="/org.openoffice.{path if path.startswith("Inet") else f"Office.{path}"}">'
        f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>\n',
        encoding="utf-8",
    )
    return profile


def _environment(work: Path) -> dict[str, str]:
    # A screen is asked for nothing, and what it leaves behind is left in its own folder.
    own = {"HOME": str(work), "TMPDIR": str(work), "SAL_USE_VCLPLUGIN": "svp", "SAL_DISABLE_OPENCL": "1"}
    return {**{key: value for key, value in os.environ.items() if key != "DISPLAY"}, **(own if os.name != "nt" else {})}


def _size(folder: Path) -> int:
    """The bytes of all files in a folder; of one that goes meanwhile none."""
    found = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            try:
                found += os.lstat(os.path.join(parent, name)).st_size
            except OSError:
                continue
    return found
