"""Evidence files: known by what is in them, kept by their hash beside the drafts, and in the journal when handed in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from cchc_score.files.disk import file_name, is_there, make_folder, write_atomic
from cchc_score.findings import Words
from cchc_score.journal.fold import JournalState
from cchc_web.file_intake import NewFile, free_path
from cchc_web.models import KeptYear

if TYPE_CHECKING:
    # The class takes no parameter while a program runs.
    Upload = UploadedFile[Any]
else:
    Upload = UploadedFile
MOST_BYTES = 20 * 1024 * 1024
FOLDER = "minh-chung"
"""The folder of a year in which evidence stands, a folder below it for each unit."""
_BEGINNINGS: Mapping[str, tuple[bytes, ...]] = {
    ".pdf": (b"%PDF-",),
    ".docx": (b"PK\x03\x04",),
    ".xlsx": (b"PK\x03\x04",),
    ".doc": (b"\xd0\xcf\x11\xe0",),
    ".xls": (b"\xd0\xcf\x11\xe0",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".zip": (b"PK\x03\x04",),
}
"""What a file of each kind begins with; a name alone says nothing."""
ACCEPTED = ",".join(_BEGINNINGS)
_LINE = re.compile(r"([0-9a-f]{64}) (.{1,200})")


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of a sheet: the hash of its bytes, and what people call it. In a field it is a line of both."""

    sha256: str
    name: str

    @property
    def line(self) -> str:
        """The file as a field holds it."""
        return f"{self.sha256} {self.name}"


def files_in(text: str) -> Iterator[KeptFile]:
    """The files that the lines of a field name; a path of the year, which no draft holds, is none."""
    for line in text.split("\n"):
        if match := _LINE.fullmatch(line):
            yield KeptFile(match[1], match[2])


def upload_fault(file: Upload) -> Words | None:
    """Why a file cannot be evidence; None where it can."""
    name = str(file.name or "")
    suffix = Path(name).suffix.lower()
    if suffix not in _BEGINNINGS:
        kinds = ", ".join(kind.removeprefix(".") for kind in _BEGINNINGS)
        return Words(f"{name}: chỉ nhận tệp {kinds}.", f"{name}: only files of these kinds are taken: {kinds}.")
    if not 0 < (file.size or 0) <= MOST_BYTES:
        most = MOST_BYTES // 1024**2
        return Words(
            f"{name}: tệp rỗng hoặc lớn hơn {most} MB.", f"{name}: the file is empty, or larger than {most} MB."
        )
    first = file.read(16)
    file.seek(0)
    if not any(first.startswith(beginning) for beginning in _BEGINNINGS[suffix]):
        return Words(
            f"{name}: nội dung không phải là tệp {suffix.removeprefix('.')}. Lưu lại đúng loại rồi gửi lần nữa.",
            f"{name}: what is in it is no {suffix.removeprefix('.')} file. Save it as what it is and send it again.",
        )
    return None


def draft_folder(year: KeptYear, unit: str) -> Path:
    """Where files are kept that a unit has put beside its drafts."""
    home: Path = settings.HOME
    return home / "nhap" / str(year.folder) / file_name(unit, "")


def keep_upload(year: KeptYear, unit: str, file: Upload) -> KeptFile:
    """Keep the bytes of a file beside the drafts of a unit."""
    data = file.read()
    kept = KeptFile(sha256(data).hexdigest(), _shown_name(str(file.name or "tep")))
    folder = draft_folder(year, unit)
    make_folder(folder)
    path = folder / kept.sha256
    if not is_there(path):
        write_atomic(path, data, force=True)
    return kept


def _shown_name(name: str) -> str:
    """The last part of a name, on one line, its ending kept."""
    last = " ".join(name.replace("\\", "/").rpartition("/")[2].split())
    path = Path("".join(sign for sign in last if sign.isprintable()) or "tep")
    return f"{path.stem[:120]}{path.suffix[:20]}"


@dataclass(frozen=True, slots=True)
class EvidencePaths:
    """Where the files that fields name are in the year, by their lines there; and which of them are new."""

    paths: Mapping[str, str]
    new: tuple[NewFile, ...]


def evidence_paths(year: KeptYear, unit: str, texts: Mapping[str, str], state: JournalState) -> EvidencePaths:
    """The places of all files that the fields of a sheet name, of those also that are to be taken in."""
    folder = f"{FOLDER}/{file_name(unit, '')}"
    known = {version.sha256: path for path, version in state.counting.items() if path.startswith(f"{folder}/")}
    paths: dict[str, str] = {}
    new: dict[str, NewFile] = {}
    for text in texts.values():
        for file in files_in(text):
            path = known.get(file.sha256)
            kept = draft_folder(year, unit) / file.sha256
            if path is None and is_there(kept):
                path = free_path(year, folder, file.name, [one.path for one in new.values()])
                new[file.sha256] = NewFile(path, unit, "other", kept.read_bytes())
                known[file.sha256] = path
            if path is not None:
                paths[file.line] = path
    return EvidencePaths(paths, tuple(new.values()))


def named_files(state: JournalState) -> dict[str, str]:
    """The lines of the files of a year, by their paths in it."""
    return {
        path: KeptFile(version.sha256, path.rpartition("/")[2]).line
        for path, version in state.counting.items()
        if path.startswith(f"{FOLDER}/")
    }
