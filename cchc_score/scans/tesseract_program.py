"""The installed Tesseract, and whether it knows Vietnamese."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

SETTING = "CCHC_TESSERACT"
"""The environment variable that names the program where it is found in no usual place."""
_NAME = "tesseract.exe" if os.name == "nt" else "tesseract"
_SECONDS = 30


def find_tesseract() -> str | None:
    """The program that the environment names, else the first in PATH and the usual folders; None without Vietnamese."""
    named = os.environ.get(SETTING)
    places = [Path(named)] if named is not None else [folder / _NAME for folder in _folders()]
    return next((str(path) for path in places if _is_program(path) and _knows_vietnamese(path)), None)


def _folders() -> Iterator[Path]:
    # Not `shutil.which`: on Windows it looks into the working folder first, where reports of strangers may stand.
    yield from (Path(entry) for entry in os.environ.get("PATH", "").split(os.pathsep) if Path(entry).is_absolute())
    yield from (
        Path(os.environ[name], "Tesseract-OCR") for name in ("ProgramFiles", "ProgramW6432") if name in os.environ
    )
    if os.name != "nt":
        yield from (Path("/opt/homebrew/bin"), Path("/usr/local/bin"))


def _is_program(path: Path) -> bool:
    try:
        return path.is_file() and os.access(path, os.X_OK)
    except (OSError, ValueError):
        return False


def _knows_vietnamese(path: Path) -> bool:
    try:
        done = subprocess.run(
            [str(path), "--list-langs"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError):
        return False
    # Older versions tell their languages on standard error.
    return b"vie" in (done.stdout + done.stderr).split()
