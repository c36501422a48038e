"""The files of a year's folder by their paths in it, without what hides or leads out of it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cchc_score.errors import ReportError
from cchc_score.files.disk import digest, lies_in
from cchc_score.files.refusals import refusal
from cchc_score.findings import Finding, Place
from cchc_score.text import nfc
from cchc_score.year.config import NAME
from cchc_score.year.document_files import MAX_FILES, ODD

FolderState = tuple[tuple[str, int, int, int], ...]
"""Of each file its path, size, number and time of change."""


@dataclass(frozen=True)
class FolderFile:
    """One file of a folder, known by what it holds."""

    path: Path
    shown: str

    @cached_property
    def digest(self) -> str:
        """The same for equal files."""
        return digest(self.path, self.shown)


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder of a year: what to call it, its files by their paths in it, and the folders in it, empty ones too.

    `state` tells whether anything in it has changed since it was looked at.
    """

    root: Path
    shown: str
    files: Mapping[str, FolderFile]
    folders: frozenset[str] = frozenset()
    state: FolderState = ()

    def check_unchanged(self) -> None:
        """A ReportError where somebody has changed something in it since: what is new would be lost."""
        if _state(_walk(self.root, [])) != self.state:
            raise ReportError([Finding("file-changing", Place(self.shown))])


def read_folder(root: Path) -> Folder:
    """The files of a folder with a `cchc.toml`; a ReportError tells everything for which it cannot be merged."""
    shown = root.as_posix()
    if not (root / NAME).is_file():
        raise ReportError([Finding("merge-folder", Place(shown))])
    findings: list[Finding] = []
    files: dict[str, FolderFile] = {}
    spelled: dict[str, str] = {}
    walked = _walk(root, findings)
    state = _state(walked)
    for path in walked.files:
        # macOS used to store names with their accents apart: one file would be two.
        name = nfc(path.relative_to(root).as_posix())
        place = Place(f"{shown}/{name}")
        # Some file systems take two such names for one.
        other = spelled.setdefault(name.casefold(), name)
        if other != name or name in files:
            findings.append(Finding("merge-name", place, {"name": other}))
        files[name] = FolderFile(path, place.file)
        if len(files) > MAX_FILES:
            raise ReportError([Finding("files-many", Place(shown), {"limit": MAX_FILES})])
    if findings:
        raise ReportError(findings)
    folders = frozenset(nfc(path.relative_to(root).as_posix()) for path in walked.folders)
    return Folder(root, shown, files, folders, state)


def _state(walked: "_Walked") -> FolderState:
    states = [(path, path.stat()) for path in walked.files if path.exists()]
    return tuple((path.as_posix(), one.st_size, one.st_ino, one.st_mtime_ns) for path, one in states)


@dataclass(frozen=True, slots=True)
class _Walked:
    """The files and the folders below a folder, in the order of their names."""

    files: tuple[Path, ...]
    folders: tuple[Path, ...]


def _walk(root: Path, findings: list[Finding]) -> _Walked:
    files: list[Path] = []
    below: list[Path] = []

    def closed(error: OSError) -> None:
        findings.append(refusal(error, Path(os.fsdecode(error.filename)).as_posix(), "folder-unreadable"))

    # Without `onerror` what is in a folder that cannot be read would be lost.
    for folder, folders, names in os.walk(root, onerror=closed):
        # In place, which is how os.walk is told not to go into '.git' and the like. What Python makes of a plugin comes
        # and goes while the folder is read.
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "__pycache__")
        listed = sorted(name for name in names if not name.startswith((".", "~$")) and name not in ODD)
        for name in (*folders, *listed):
            path = Path(folder) / name
            # A link to a folder may lead into a circle; one out of the folder would copy what nobody meant to hand on.
            if path.is_symlink() and (name in folders or not lies_in(path, root)):
                findings.append(Finding("merge-link", Place(path.as_posix())))
            else:
                (files if name in listed else below).append(path)
    return _Walked(tuple(files), tuple(below))
