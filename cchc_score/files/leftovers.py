"""The names of files that are being written, and what a run that was killed left under such names."""

import contextlib
import os
import re
import shutil
import time
from hashlib import sha256
from pathlib import Path

_NAME = re.compile(r"^\.cchc-([0-9a-f]{8})-([0-9]+)-")
_OLD = 3600
"""After so many seconds nobody is still writing a file, on whatever computer."""


def own_prefix() -> str:
    """How the names of this run's unfinished files begin: hidden, and telling which computer and process writes."""
    return f".cchc-{_computer()}-{os.getpid()}-"


def sweep(folder: Path) -> None:
    """Remove from a folder what runs that ended in the middle left behind; what another run is writing stays."""
    # Somebody else may be sweeping too, and what cannot be removed now will be by a later run.
    with contextlib.suppress(OSError):
        for path in sorted(folder.iterdir()):
            if _abandoned(path):
                shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)


def _abandoned(path: Path) -> bool:
    found = _NAME.match(path.name)
    if found is None:
        return False
    if found[1] == _computer() and not _runs(int(found[2])):
        return True
    # On another computer, or under a number that some other program has by now.
    return time.time() - path.lstat().st_mtime > _OLD


def _runs(process: int) -> bool:
    # On Windows signal 0 is Ctrl+C for the process that it asks about.
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _computer() -> str:
    # Only who writes needs it.
    from socket import gethostname

    # A shared folder is written to from several, each with processes of its own.
    return sha256(gethostname().encode()).hexdigest()[:8]
