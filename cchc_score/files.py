"""The only door to the disk: limits before reading, and writing that leaves the old file or the whole new one."""

import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from cchc_score.errors import ReportError, WriteError
from cchc_score.findings import Finding, Place

MAX_BYTES = 64 * 1024 * 1024


def read_bytes(path: Path, shown: str | None = None, limit: int = MAX_BYTES) -> bytes:
    """The content of a regular file of at most `limit` bytes; a ReportError says why a file cannot be read."""
    name = shown or path.as_posix()
    with _opened(path, name) as handle:
        data, size = _content(handle, name, limit)
    if len(data) > limit or len(data) != size:
        raise ReportError([Finding("file-changing", Place(name))])
    return data


def real(path: Path) -> Path:
    """Where a path leads, its links followed; links that lead in a circle are left as they stand."""
    # Path.resolve raises for a circle before Python 3.13, and does not since.
    return Path(os.path.realpath(path))


def lies_in(path: Path, folder: Path) -> bool:
    """Whether a path leads to something that is there, in a folder; a name that nothing can have does not."""
    try:
        return path.exists() and real(path).is_relative_to(real(folder))
    except (OSError, ValueError):
        return False


def digest(path: Path, shown: str) -> str:
    """The SHA-256 of a regular file of any size."""
    found = sha256()
    with _opened(path, shown) as handle:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise ReportError([Finding("file-not-regular", Place(shown))])
        with os.fdopen(handle, "rb", closefd=False) as file:
            while piece := file.read(1024 * 1024):
                found.update(piece)
    return found.hexdigest()


@contextmanager
def _opened(path: Path, name: str) -> Iterator[int]:
    try:
        # Non-blocking, so that a FIFO without a writer cannot stop the run before it is seen to be one.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise ReportError([Finding("file-absent", Place(name))]) from None
    except (OSError, ValueError):
        raise ReportError([Finding("file-unreadable", Place(name))]) from None
    try:
        yield handle
    except OSError:
        raise ReportError([Finding("file-unreadable", Place(name))]) from None
    finally:
        os.close(handle)


def _content(handle: int, name: str, limit: int) -> tuple[bytes, int]:
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        raise ReportError([Finding("file-not-regular", Place(name))])
    if status.st_size > limit:
        raise ReportError([Finding("file-too-large", Place(name), {"limit": limit // 1024 // 1024})])
    with os.fdopen(handle, "rb", closefd=False) as file:
        data = file.read(limit + 1)
    if os.fstat(handle).st_mtime_ns != status.st_mtime_ns:
        raise ReportError([Finding("file-changing", Place(name))])
    return data, status.st_size


def limited(data: bytes, name: str, limit: int) -> bytes:
    """The same bytes, where one kind of file is read up to so many megabytes only."""
    if len(data) > limit * 1024 * 1024:
        raise ReportError([Finding("file-too-large", Place(name), {"limit": limit})])
    return data


def decode(data: bytes, name: str) -> str:
    """UTF-8 text with or without a byte order mark, line ends as \\n."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ReportError([Finding("file-not-utf8", Place(name, line))]) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def make_folder(path: Path) -> None:
    """A folder, made where it is not there yet."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise WriteError([Finding("output-no-folder", Place(path.as_posix()))]) from None
    except OSError:
        raise WriteError([Finding("output-unwritable", Place(path.as_posix()))]) from None


def write_folder(path: Path, content: Mapping[str, bytes | Path]) -> None:
    """Write a folder that is not there yet, or is empty: all its files by their paths in it, or nothing.

    A file is its bytes, or another file to copy.
    """
    if path.is_dir() and any(path.iterdir()):
        raise WriteError([Finding("output-not-empty", Place(path.as_posix()))])
    import tempfile  # with all that it needs: only for those who write

    make_folder(path.absolute().parent)
    try:
        with tempfile.TemporaryDirectory(prefix=f".{path.name}.", dir=path.absolute().parent) as temporary:
            whole = Path(temporary) / "whole"
            whole.mkdir()
            for name, data in content.items():
                target = whole / name
                target.parent.mkdir(parents=True, exist_ok=True)
                if isinstance(data, Path):
                    shutil.copyfile(data, target)
                else:
                    target.write_bytes(data)
            # An empty folder is replaced by the renaming on POSIX; Windows wants it gone.
            if path.is_dir():
                path.rmdir()
            os.rename(whole, path)
    except OSError:
        raise WriteError([Finding("output-unwritable", Place(path.as_posix()))]) from None


def write_atomic(path: Path, data: bytes, force: bool = False) -> None:
    """Write beside the target, flush, and put into place; an existing file stays unless `force`."""
    if path.is_dir():
        raise WriteError([Finding("output-folder", Place(path.as_posix()))])
    if path.exists() and not force:
        raise WriteError([Finding("output-exists", Place(path.as_posix()))])
    import tempfile  # with all that it needs: only for those who write

    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError:
        raise WriteError([Finding("output-unwritable", Place(path.as_posix()))]) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(temporary, 0o666 & ~umask)
        if force:
            os.replace(temporary, path)
        else:
            _place_new(temporary, path)
    except OSError:
        raise WriteError([Finding("output-unwritable", Place(path.as_posix()))]) from None
    finally:
        # Gone already where it was put into place; left over whatever else happened, an interruption too.
        Path(temporary).unlink(missing_ok=True)


def _place_new(temporary: str, path: Path) -> None:
    # A hard link fails where the target has appeared meanwhile; a rename would overwrite it.
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise WriteError([Finding("output-exists", Place(path.as_posix()))]) from None
    except OSError:
        os.replace(temporary, path)
