"""A file to which is only added: one writer at a time, whole pieces, and what was there stays as it is."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cchc_score.errors import WriteError
from cchc_score.files.refusals import refusal
from cchc_score.findings import Finding, Place

_FAR = 1 << 40
"""Where the lock stands on Windows, which refuses readers what is locked: far behind any end."""


def add_to_file(path: Path, data: bytes, size: int) -> None:
    """Put bytes behind the first `size` ones of a file, which is made where it is not there.

    `size` is how much of it the new bytes rest on. A WriteError refuses them where whole lines stand behind it, or
    where it is shorter: somebody else has written meanwhile. Half a line, which an ended run has left, gives way.
    """
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
    except OSError as error:
        raise WriteError([refusal(error, path.as_posix(), "output-unwritable")]) from None
    try:
        with os.fdopen(handle, "r+b", buffering=0) as file, _locked(handle):
            end = file.seek(0, os.SEEK_END)
            file.seek(size)
            if end < size or b"\n" in (file.read() or b""):
                raise WriteError([Finding("file-changing", Place(path.as_posix()))])
            file.truncate(size)
            file.seek(size)
            # The system may take less at once than it is given.
            while data:
                data = data[file.write(data) or 0 :]
            os.fsync(handle)
    except OSError as error:
        raise WriteError([refusal(error, path.as_posix(), "output-unwritable")]) from None


@contextmanager
def _locked(handle: int) -> Iterator[None]:
    """While no other program that asks for the lock writes into the file; it waits for its turn."""
    if os.name == "nt":
        import msvcrt

        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined, unused-ignore]
        try:
            yield
        finally:
            os.lseek(handle, _FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined, unused-ignore]
        return
    import fcntl

    fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(handle, fcntl.LOCK_UN)
