"""The journal of a folder on disk: its events in one file, to which lines are only added, and every file taken in."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from cchc_score.errors import ReportError, WriteError
from cchc_score.files.disk import digest, is_there, make_folder, read_bytes, write_atomic
from cchc_score.files.growing_file import add_to_file
from cchc_score.findings import Finding, Place
from cchc_score.journal.event_lines import read_journal
from cchc_score.journal.events import Event, event_line
from cchc_score.journal.fold import JournalState, fold
from cchc_score.journal.state_bodies import BrokenBody
from cchc_score.year.journal_place import EVENTS, FOLDER, KEPT

MAX_BYTES = 512 * 1024 * 1024
"""Of the file of events: a province's year has some fifty thousand, of about a thousand letters each."""


@dataclass(frozen=True, slots=True)
class Journal:
    """The journal of a folder: its events, the state that they give, and how many bytes of the file they are.

    `findings` tell of a line left half by a run that was ended while it wrote; the next event takes its place. `tried`
    are where the bytes of versions lie that are only tried, by their hash.
    """

    root: Path
    events: tuple[Event, ...] = ()
    state: JournalState = field(default_factory=JournalState)
    size: int = 0
    findings: tuple[Finding, ...] = ()
    tried: Mapping[str, Path] = field(default_factory=lambda: MappingProxyType({}))

    def kept(self, sha256: str, path: str) -> Path:
        """Where the bytes of a version of a file are kept; its ending says how it is read."""
        if sha256 in self.tried:
            return self.tried[sha256]
        return self.root / FOLDER / KEPT / f"{sha256}{PurePosixPath(path).suffix.lower()}"


def has_journal(root: Path) -> bool:
    """Whether a folder has a journal."""
    return is_there(root / FOLDER / EVENTS)


def load_journal(root: Path) -> Journal:
    """The journal of a folder, an empty one where there is none; a ReportError tells where its chain breaks."""
    if not has_journal(root):
        return Journal(root)
    name = f"{FOLDER}/{EVENTS}"
    data = read_bytes(root / FOLDER / EVENTS, name, MAX_BYTES)
    read = read_journal(data, name)
    if read.faults:
        raise ReportError(read.faults)
    state = folded(read.events, name)
    torn = (Finding("journal-torn", Place(name, len(read.events) + 1)),) if read.torn else ()
    return Journal(root, read.events, state, len(data) - read.torn, torn)


def folded(events: Iterable[Event], name: str, state: JournalState | None = None) -> JournalState:
    """The state after some more events; a ReportError where one says nothing of its kind."""
    try:
        return fold(events, state)
    except BrokenBody as broken:
        (number,) = broken.args
        raise ReportError([Finding("journal-kind", Place(name, number), {"number": number})]) from None


def add_events(journal: Journal, events: Iterable[Event], files: Mapping[str, Path]) -> None:
    """Keep the bytes of new files, then write the events; a WriteError where somebody else has written meanwhile.

    `files` are where the bytes of each file of the events stand, by the path that the events name.
    """
    added = tuple(events)
    keep_files(journal, added, files)
    lines = "".join(f"{event_line(event)}\n" for event in added).encode()
    make_folder(journal.root / FOLDER)
    # Last: an event never names bytes that are not there.
    add_to_file(journal.root / FOLDER / EVENTS, lines, journal.size)


def keep_files(journal: Journal, events: Iterable[Event], files: Mapping[str, Path]) -> None:
    """Keep the bytes of the files that events take in, each under its hash."""
    for event in events:
        happening = event.happening
        if happening.kind == "file":
            keep_file(journal, happening.body["sha256"], happening.target, files[happening.target])


def keep_file(journal: Journal, sha256: str, path: str, source: Path) -> None:
    """Keep the bytes of a version of a file; a WriteError where they are not those of its hash."""
    target = journal.kept(sha256, path)
    if is_there(target):
        return
    data = read_bytes(source, path)
    make_folder(target.parent)
    write_atomic(target, data, force=True)
    # What was hashed and what was read are one: a file that changed in between is not taken in under the old hash.
    if digest(target, path) != sha256:
        target.unlink()
        raise WriteError([Finding("file-changing", Place(path))])


def lost_files(journal: Journal) -> list[Finding]:
    """Versions of files whose bytes are gone, or are no longer those that were taken in."""
    found = []
    for path, versions in sorted(journal.state.files.items()):
        for version in versions:
            kept = journal.kept(version.sha256, path)
            if version.sha256 and not (kept.is_file() and digest(kept, path) == version.sha256):
                name = os.path.relpath(kept, journal.root).replace(os.sep, "/")
                found.append(Finding("journal-file-lost", Place(name), {"name": path, "number": version.number}))
    return found
