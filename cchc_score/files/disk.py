"""The only door to the disk: limits before reading, and writing that leaves the old file or the whole new one."""

import os
import re
import shutil
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from cchc_score.errors import ReportError, WriteError
from cchc_score.files.leftovers import own_prefix, sweep
from cchc_score.files.refusals import refusal
from cchc_score.files.text_encoding import encoding_of
from cchc_score.findings import Finding, Place
from cchc_score.recoding import coded_args, texts_encoding

MAX_BYTES = 64 * 1024 * 1024
UNFINISHED = "CHUA-GHI-XONG.txt"
"""Stands in a folder while its files are written, and stays where that came to no end."""
PICTURES = "hinh-quet"
"""Holds the pictures of cells that were read in scans, a folder for each unit, beside the files with their figures."""
_UNFINISHED_WORDS = (
    "Thư mục này đang được ghi, hoặc lần ghi trước chưa xong: có thể thiếu tệp. Chạy lại lệnh đã ghi với --force.\n"
    "This folder is being written, or writing it came to no end: files may be missing. Run the command again with"
    " --force.\n"
)
_MOST_BYTES = 120
"""Of a file's name: most file systems take 255 bytes, and beside the name there are its ending and its folder's."""
# What Windows does not take in names is replaced everywhere: the folder of a year goes from machine to machine.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])", re.IGNORECASE)


def read_bytes(path: Path, shown: str | None = None, limit: int = MAX_BYTES) -> bytes:
    """The content of a regular file of at most `limit` bytes; a ReportError says why a file cannot be read."""
    name = shown or path.as_posix()
    with _opened(path, name) as handle:
        data, size = _content(handle, name, limit)
    # The size was told before reading: a file can have changed since.
    if len(data) > limit or len(data) != size:
        raise ReportError([Finding("file-changing", Place(name))])
    return data


def real_path(path: Path) -> Path:
    """Where a path leads, its links followed; links that lead in a circle are left as they stand."""
    # Path.resolve raises for a circle before Python 3.13, and does not since.
    return Path(os.path.realpath(path))


def is_there(path: Path) -> bool:
    """Whether something stands under a path; a ReportError where that cannot be seen."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        # A link that leads nowhere was put there by somebody who meant something by it.
        if os.path.lexists(path):
            raise ReportError([Finding("file-absent", Place(path.as_posix()))]) from None
        return False
    except OSError as error:
        # Before Python 3.14 `Path.exists` raises for these too, since then it says that nothing is there.
        raise ReportError([refusal(error, path.as_posix(), "folder-unreadable")]) from None
    return True


def lies_in(path: Path, folder: Path) -> bool:
    """Whether a path leads to something that is there, in a folder; a name that nothing can have does not."""
    try:
        # Links are followed on both sides: one in the folder may lead out of it, and the folder may be one itself.
        return path.exists() and real_path(path).is_relative_to(real_path(folder))
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
    except FileNotFoundError as error:
        raise ReportError([refusal(error, name, "file-absent")]) from None
    except OSError as error:
        # Windows opens no folder as a file, and calls that a matter of permission.
        otherwise = "file-not-regular" if os.path.isdir(path) else "file-unreadable"
        raise ReportError([refusal(error, name, otherwise)]) from None
    # A name that holds what no name can.
    except ValueError:
        raise ReportError([Finding("file-unreadable", Place(name))]) from None
    try:
        yield handle
    except OSError as error:
        raise ReportError([refusal(error, name, "file-unreadable")]) from None
    finally:
        os.close(handle)


def _content(handle: int, name: str, limit: int) -> tuple[bytes, int]:
    # Of the open file, not of its path, under which another file may stand by now.
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        raise ReportError([Finding("file-not-regular", Place(name))])
    if status.st_size > limit:
        raise ReportError([Finding("file-too-large", Place(name), {"limit": limit // 1024 // 1024})])
    with os.fdopen(handle, "rb", closefd=False) as file:
        data = file.read(limit + 1)
    # A file that was written over in its own length shows that in its time only.
    if os.fstat(handle).st_mtime_ns != status.st_mtime_ns:
        raise ReportError([Finding("file-changing", Place(name))])
    return data, status.st_size


def check_size(data: bytes, name: str, limit: int) -> bytes:
    """The same bytes, where one kind of file is read up to so many megabytes only."""
    if len(data) > limit * 1024 * 1024:
        raise ReportError([Finding("file-too-large", Place(name), {"limit": limit})])
    return data


def decode_text(data: bytes, name: str, recoded: bool = False) -> str:
    """UTF-8 or UTF-16 text with or without a byte order mark, line ends as \\n.

    `recoded` says that a file of this kind can be read in an encoding of before Unicode, if somebody asks for it.
    """
    encoding = encoding_of(data)
    try:
        # Excel saves CSV in UTF-8 with a byte order mark, which would become a part of the first heading.
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        coded = texts_encoding(data.decode("latin-1").split("\n")) if recoded and encoding.startswith("utf-8") else None
        if coded is not None:
            raise ReportError([Finding("text-legacy-unread", Place(name), coded_args(*coded))]) from None
        line = data[: error.start].decode(encoding, "ignore").count("\n") + 1
        raise ReportError([Finding("file-not-utf8", Place(name, line))]) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def make_folder(path: Path) -> None:
    """A folder, made where it is not there yet."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise WriteError([Finding("output-no-folder", Place(path.as_posix()))]) from None
    except OSError as error:
        raise WriteError([refusal(error, path.as_posix(), "output-unwritable")]) from None


def write_folder(
    path: Path, content: Mapping[str, bytes | Path], folders: Iterable[str] = (), check: Callable[[], object] = bool
) -> None:
    """Write a folder that is not there yet, or is empty: all its files by their paths in it, or nothing.

    A file is its bytes, or another file to copy. `folders` are there even without files in them. `check` is called
    before the folder appears, and may raise.
    """
    if path.is_dir() and any(path.iterdir()):
        raise WriteError([Finding("output-not-empty", Place(path.as_posix()))])
    import tempfile  # with all that it needs: only for those who write

    make_folder(path.absolute().parent)
    try:
        sweep(path.absolute().parent)
        with tempfile.TemporaryDirectory(prefix=own_prefix(), dir=path.absolute().parent) as temporary:
            # The temporary folder is open to its owner alone and cleaned up at the end: one inside it is moved.
            whole = Path(temporary) / "whole"
            whole.mkdir()
            for name, data in content.items():
                target = whole / name
                target.parent.mkdir(parents=True, exist_ok=True)
                if isinstance(data, Path):
                    shutil.copyfile(data, target)
                else:
                    target.write_bytes(data)
            for name in folders:
                (whole / name).mkdir(parents=True, exist_ok=True)
            check()
            # An empty folder is replaced by the renaming on POSIX; Windows wants it gone.
            if path.is_dir():
                path.rmdir()
            os.rename(whole, path)
    except OSError as error:
        raise WriteError([refusal(error, path.as_posix(), "output-unwritable")]) from None


def write_files(folder: Path, files: Sequence[tuple[str, bytes]], force: bool = False) -> None:
    """Put all files into a folder by their names, or none where one of them is there already; a name may lead deeper.

    A run that is ended in between leaves a file that says so.
    """
    # All are looked at before the first is written: half a folder of new files beside old ones could not be told apart.
    there = [folder / name for name, _ in files if os.path.lexists(folder / name)]
    if there and not force:
        raise WriteError(Finding("output-exists", Place(target.as_posix())) for target in there)
    # Windows and macOS take names that differ in case only for one file, and the second would replace the first.
    counts = Counter(name.casefold() for name, _ in files)
    twice = sorted({name for name, _ in files if counts[name.casefold()] > 1})
    if twice:
        raise WriteError(Finding("output-twice", Place((folder / name).as_posix())) for name in twice)
    make_folder(folder)
    for parent in sorted({(folder / name).parent for name, _ in files}):
        make_folder(parent)
    if len(files) < 2:
        for name, data in files:
            write_atomic(folder / name, data, force)
        return
    mark = folder / UNFINISHED
    write_atomic(mark, _UNFINISHED_WORDS.encode(), True)
    first, *others = files
    try:
        write_atomic(folder / first[0], first[1], force)
    except WriteError:
        # Nothing of it is there, so that nothing is missing.
        mark.unlink(missing_ok=True)
        raise
    for name, data in others:
        write_atomic(folder / name, data, force)
    try:
        mark.unlink()
    except OSError as error:
        raise WriteError([refusal(error, mark.as_posix(), "output-unwritable")]) from None


def write_atomic(path: Path, data: bytes, force: bool = False) -> None:
    """Write beside the target, flush, and put into place; an existing file stays unless `force`."""
    if path.is_dir():
        raise WriteError([Finding("output-folder", Place(path.as_posix()))])
    if path.exists() and not force:
        raise WriteError([Finding("output-exists", Place(path.as_posix()))])
    if not path.parent.exists():
        raise WriteError([Finding("output-nowhere", Place(path.as_posix()), {"name": path.parent.as_posix()})])
    import tempfile  # with all that it needs: only for those who write

    try:
        sweep(path.parent)
        # In the same folder, for only within one file system is a file put into place in one step.
        handle, temporary = tempfile.mkstemp(prefix=own_prefix(), dir=path.parent)
    except OSError as error:
        raise WriteError([refusal(error, path.as_posix(), "output-unwritable")]) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            # Renaming may reach the disk before the content does: after a power cut the file would be there and empty.
            os.fsync(file.fileno())
        # mkstemp lets nobody else read its file; the usual rights hang on the umask, which is only told when it is set.
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(temporary, 0o666 & ~umask)
        if force:
            os.replace(temporary, path)
        else:
            _place_new(temporary, path)
    except OSError as error:
        raise WriteError([refusal(error, path.as_posix(), "output-unwritable")]) from None
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


def file_name(code: str, suffix: str) -> str:
    """The name of a unit's file: its code, without what a file system does not take."""
    # Windows drops points and spaces at the ends of names in silence, so that two codes could become one file.
    safe = _FORBIDDEN.sub("-", code).strip(" .")
    # In bytes, as file systems count: a letter with accents has up to three. One that is cut in half goes.
    short = safe.encode("utf-8", "backslashreplace")[:_MOST_BYTES].decode("utf-8", "ignore").strip(" .")
    stem, point, rest = short.partition(".")
    # Under these names Windows has a printer or a console, whatever ending stands behind.
    return f"{stem or '-'}{'-' if is_device(stem) else ''}{point}{rest}{suffix}"


def is_device(name: str) -> bool:
    """Whether Windows takes a name, with any ending, for a device and not for a file."""
    return _DEVICES.fullmatch(name.rstrip()) is not None
