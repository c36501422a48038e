"""The files of a year's folder by their paths in it, without what hides or leads out of it."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cchc_score.errors import ReportError
from cchc_score.files import digest, lies_in
from cchc_score.findings import Finding, Place
from cchc_score.text import nfc
from cchc_score.year.config import NAME
from cchc_score.year.documents import MAX_FILES, ODD


@dataclass(frozen=True)
class Content:
    """One file of a folder, known by what it holds."""

    path: Path
    shown: str

    @cached_property
    def digest(self) -> str:
        """The same for equal files."""
        return digest(self.path, self.shown)


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder of a year: what to call it, and its files by their paths in it."""

    root: Path
    shown: str
    files: Mapping[str, Content]


def read_folder(root: Path) -> Folder:
    """The files of a folder with a `cchc.toml`; a ReportError tells everything for which it cannot be merged."""
    shown = root.as_posix()
    if not (root / NAME).is_file():
        raise ReportError([Finding("merge-folder", Place(shown))])
    findings: list[Finding] = []
    files: dict[str, Content] = {}
    spelled: dict[str, str] = {}
    for path in _walk(root, findings):
        name = nfc(path.relative_to(root).as_posix())
        place = Place(f"{shown}/{name}")
        # Some file systems take two such names for one.
        other = spelled.setdefault(name.casefold(), name)
        if other != name or name in files:
            findings.append(Finding("merge-name", place, {"name": other}))
        files[name] = Content(path, place.file)
        if len(files) > MAX_FILES:
            raise ReportError([Finding("files-many", Place(shown), {"limit": MAX_FILES})])
    if findings:
        raise ReportError(findings)
    return Folder(root, shown, files)


def _walk(root: Path, findings: list[Finding]) -> Iterator[Path]:
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        listed = sorted(name for name in names if not name.startswith((".", "~$")) and name not in ODD)
        for name in (*folders, *listed):
            path = Path(folder) / name
            if path.is_symlink() and (name in folders or not lies_in(path, root)):
                findings.append(Finding("merge-link", Place(path.as_posix())))
            elif name in listed:
                yield path
