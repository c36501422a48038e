"""Files that somebody has sent and not confirmed yet: kept beside the years for a day, and for that person alone."""

import json
import re
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from secrets import token_urlsafe
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from cchc_score.files.disk import make_folder, write_atomic
from cchc_score.findings import Words

MAX_FILE = 25 * 1024 * 1024
"""Bytes of one file: a scanned report of a commune has a few million."""
MAX_FILES = 400
"""So many files at once: two of each commune of a large province."""
MAX_ALL = 400 * 1024 * 1024
"""Bytes of all files that are sent at once."""
_KEPT_FOR = 24 * 3600
# No reader knows a longer one, and file systems refuse names of more than 255 bytes.
_LONGEST_ENDING = 16
_TOKEN = re.compile(r"[\w-]{20,40}")


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as it was sent: the name that its sender gave it, and its bytes."""

    name: str
    data: bytes


def sent_files(files: "Sequence[UploadedFile[bytes]]") -> tuple[list[SentFile], Words | None]:
    """The files of a form, or why they are too many, too large or empty."""
    if not files:
        return [], Words("Chọn ít nhất một tệp.", "Choose at least one file.")
    if len(files) > MAX_FILES or sum(file.size or 0 for file in files) > MAX_ALL:
        return [], Words(
            f"Nhiều quá: mỗi lần nhiều nhất {MAX_FILES} tệp, {MAX_ALL // 2**20} MB.",
            f"Too much: at most {MAX_FILES} files of {MAX_ALL // 2**20} MB at once.",
        )
    large = next((file for file in files if (file.size or 0) > MAX_FILE), None)
    if large is not None:
        return [], Words(
            f"Tệp '{large.name}' lớn quá {MAX_FILE // 2**20} MB.",
            f"The file '{large.name}' has more than {MAX_FILE // 2**20} MB.",
        )
    empty = next((file for file in files if not file.size), None)
    if empty is not None:
        return [], Words(f"Tệp '{empty.name}' rỗng.", f"The file '{empty.name}' is empty.")
    return [SentFile(file.name or "tep", file.read()) for file in files], None


@contextmanager
def on_disk(data: bytes, name: str) -> Iterator[Path]:
    """A file for as long as it is read: under a name of the server's own, with the ending by which it is known."""
    with TemporaryDirectory(prefix="doc-") as folder:
        path = Path(folder) / f"tep{PurePosixPath(name).suffix.lower()[:_LONGEST_ENDING]}"
        path.write_bytes(data)
        yield path


def keep_pending(owner: str, files: Sequence[SentFile]) -> str:
    """Keep files until they are confirmed; the word by which their sender finds them again."""
    _forget_old()
    token = token_urlsafe(24)
    folder = _folder(token)
    make_folder(folder)
    for number, file in enumerate(files):
        write_atomic(folder / str(number), file.data)
    told = {"owner": owner, "names": [file.name for file in files]}
    write_atomic(folder / "ten.json", json.dumps(told, ensure_ascii=False).encode())
    return token


def pending_files(owner: str, token: str) -> list[SentFile] | None:
    """The files behind a word; None for a word that is none, is somebody else's, or is too old."""
    if not _TOKEN.fullmatch(token) or not (_folder(token) / "ten.json").is_file():
        return None
    folder = _folder(token)
    told = json.loads((folder / "ten.json").read_bytes())
    if told["owner"] != owner:
        return None
    return [SentFile(name, (folder / str(number)).read_bytes()) for number, name in enumerate(told["names"])]


def forget_pending(token: str) -> None:
    """Take files away that were confirmed or given up."""
    if _TOKEN.fullmatch(token):
        shutil.rmtree(_folder(token), ignore_errors=True)


def _forget_old() -> None:
    for folder in _home().glob("*"):
        if time.time() - folder.stat().st_mtime > _KEPT_FOR:
            shutil.rmtree(folder, ignore_errors=True)


def _home() -> Path:
    home: Path = settings.HOME
    return home / "cho-xac-nhan"


def _folder(token: str) -> Path:
    return _home() / token
