"""What the computer refuses, as findings: no space, a name too long, too few open files."""

import errno
import os
from collections.abc import Mapping

from cchc_score.findings import Finding, Place

CODES: Mapping[int, str] = {
    errno.ENAMETOOLONG: "name-long",
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EMFILE: "open-files",
    errno.ENFILE: "open-files",
    errno.ENOMEM: "memory-full",
}
"""The finding of each cause that has a remedy of its own."""
# Windows has more causes than errno has names: a name that is too long counts there as one that is not found, and a
# file that Excel holds open as one without permission.
WINDOWS_CODES: Mapping[int, str] = {
    8: "memory-full", 14: "memory-full", 32: "file-in-use", 33: "file-in-use", 39: "disk-full", 112: "disk-full",
    206: "name-long", 1450: "memory-full",
}  # fmt: skip
"""The same by the numbers of Windows."""


def refusal(error: OSError, name: str, otherwise: str) -> Finding:
    """What to tell of a path that the computer refuses; `otherwise` is the finding of every other cause."""
    return Finding(_code(error) or otherwise, Place(name))


def _code(error: OSError) -> str | None:
    # Only on Windows an error has a number of Windows.
    own: int | None = getattr(error, "winerror", None)
    return WINDOWS_CODES.get(own or 0) or CODES.get(error.errno or 0)


def uncaught(error: OSError) -> Finding:
    """What to tell of a refusal that nobody expected at its place."""
    # The working folder has no name of its own any more once it is gone.
    if isinstance(error, FileNotFoundError) and error.filename is None:
        return Finding("folder-gone")
    name = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else ""
    args = {"detail": os.strerror(error.errno) if error.errno else type(error).__name__}
    code = _code(error) or ("path-forbidden" if isinstance(error, PermissionError) else "system-refuses")
    return Finding(code, Place(name), {} if code == "path-forbidden" else args)


def as_os_error(error: BaseException) -> BaseException:
    """An error as the OSError that it stands for, where lxml met one while it wrote a part of a workbook."""
    # By its name, because only few runs have loaded lxml.
    if type(error).__module__ != "lxml.etree" or not str(error).startswith("IO_"):
        return error
    number = getattr(errno, str(error).removeprefix("IO_"), errno.EIO)
    return OSError(number, os.strerror(number))
