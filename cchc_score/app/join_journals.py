"""Take in another year's journal that shares its beginning with this one: nothing is lost, and nothing counts twice."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from cchc_score.app.look_into_journal import journal_of
from cchc_score.app.take_into_journal import Clock, TakenIn, changed_files, kept_digests
from cchc_score.errors import ReportError
from cchc_score.files.disk import make_folder, read_bytes, real_path, write_atomic
from cchc_score.findings import Finding, Place
from cchc_score.journal.events import Event, added
from cchc_score.journal.joining import FreeName, Joining, joining, shared_beginning
from cchc_score.merging.folders import read_folder
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.journal_files import Journal, add_events, keep_file, load_journal
from cchc_score.year.journal_place import FOLDER
from cchc_score.year.journal_source import refuse_frozen


def join_journals(source: FolderSource, other: FolderSource, by: str, clock: Clock) -> TakenIn:
    """Add to a journal what another one has besides, and to the folder the files that come with it.

    Where this one has nothing besides, it becomes the other one, event by event. A ReportError tells everything for
    which nothing is taken in: journals that share nothing, folders with changes that no journal has, files and
    entries that both changed in different ways, a year that is frozen.
    """
    ours, theirs = journal_of(source), journal_of(other)
    common = shared_beginning(ours.events, theirs.events)
    if not common:
        raise ReportError([Finding("journal-join-apart", Place(theirs.root.as_posix()))])
    behind = [finding for journal in (ours, theirs) for finding in _not_taken_in(journal)]
    if behind:
        raise ReportError(behind)
    new = theirs.events[common:]
    if common == len(ours.events):
        return _followed(ours, theirs, new)
    if new:
        for journal in (ours, theirs):
            refuse_frozen(journal)
    found = joining(ours.events, theirs.events, FreeName((*ours.state.files, *theirs.state.files)))
    if found.findings:
        raise ReportError(found.findings)
    time = clock().replace(microsecond=0).isoformat()
    events = tuple(added(ours.events[-1], found.happenings, time, by))
    return _written(ours, theirs, events, found)


def _followed(ours: Journal, theirs: Journal, new: tuple[Event, ...]) -> TakenIn:
    """This journal becomes the other one, whose events keep their numbers, hours and hashes."""
    paths = {event.happening.target for event in new if event.happening.kind in ("file", "file-gone")}
    newest = {path: theirs.state.newest(path) for path in sorted(paths)}
    files = {path: (version.sha256 if version else "", path) for path, version in newest.items()}
    return _written(ours, theirs, new, Joining(files=files))


def _written(ours: Journal, theirs: Journal, events: tuple[Event, ...], found: Joining) -> TakenIn:
    if not events:
        return TakenIn(ours, (), ())
    unsafe = [path for event in events for path in _unsafe(event, ours.root)]
    if unsafe:
        raise ReportError(Finding("journal-join-path", Place(path)) for path in unsafe)
    there = {here: path for here, (_, path) in found.files.items()}
    for event in events:
        if event.happening.kind == "file":
            target, sha256 = event.happening.target, event.happening.body["sha256"]
            keep_file(ours, sha256, target, theirs.kept(sha256, there.get(target, target)))
    # Before the events: a file that they name and the folder lacks would be taken for one that somebody deleted.
    _write_files(ours.root, theirs, found.files)
    kept = {event.happening.target: ours.root / event.happening.target for event in events}
    add_events(ours, events, kept)
    return TakenIn(load_journal(ours.root), events, ())


def _write_files(root: Path, theirs: Journal, files: Mapping[str, tuple[str, str]]) -> None:
    for here, (sha256, path) in files.items():
        target = root / here
        if not sha256:
            target.unlink(missing_ok=True)
            continue
        make_folder(target.parent)
        write_atomic(target, read_bytes(theirs.kept(sha256, path), path), force=True)


def _unsafe(event: Event, root: Path) -> Iterator[str]:
    """The path of a file that would not lie in the year's folder, or in that of its journal."""
    if event.happening.kind in ("file", "file-gone"):
        path = event.happening.target
        parts = PurePosixPath(path).parts
        plain = bool(parts) and ".." not in parts and "\\" not in path and parts[0].casefold() != FOLDER
        if not plain or PurePosixPath(path).is_absolute() or not real_path(root / path).is_relative_to(real_path(root)):
            yield path


def _not_taken_in(journal: Journal) -> Iterator[Finding]:
    changed = changed_files(read_folder(journal.root), kept_digests(journal.state))
    if changed:
        yield Finding(
            "journal-join-behind", Place(journal.root.as_posix()), {"count": len(changed), "name": changed[0]}
        )
