"""A year moved in and out: the folder that a USB stick carries, and the journal of the server."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from itertools import count
from pathlib import Path, PurePosixPath
from shutil import copyfile, rmtree
from tempfile import TemporaryDirectory

from django.db import transaction

from cchc_score.app.look_into_journal import folder_image
from cchc_score.app.take_into_journal import differences, folder_config, folder_digests, take_in
from cchc_score.errors import WriteError
from cchc_score.files.disk import is_there, make_folder, write_folder
from cchc_score.findings import Finding, Place
from cchc_score.journal.events import Event, event_line
from cchc_score.merging.folders import read_folder
from cchc_score.year.folder_rules import FolderRules
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.journal_files import Journal
from cchc_score.year.journal_place import EVENTS, FOLDER, KEPT
from cchc_score.year.request import Request
from cchc_web.database_source import DatabaseSource
from cchc_web.models import JournalLine, KeptYear
from cchc_web.outside import refuse_outside, rules_within
from cchc_web.year_journal import NAME, READER, add_to_journal, write_lines, year_root

Clock = Callable[[], datetime]


def bring_folder_in(folder: Path, by: str, clock: Clock) -> tuple[KeptYear, tuple[Finding, ...]]:
    """The year of a folder, with what has changed in it since it was last brought in; and what was noticed.

    What people did on the server meanwhile stays. A CchcError tells everything for which nothing is taken in.
    """
    origin = str(folder.resolve())
    year = KeptYear.objects.filter(origin=origin).first()
    config = folder_config(FolderSource(Request((folder,))))
    if config.last_year and config.last_year.startswith("../"):
        before = folder / config.last_year
        # A stick may carry one year alone to a server that has the one before it.
        if is_there(before) or not KeptYear.objects.filter(folder=before.name).exists():
            bring_folder_in(before, by, clock)
    if year is None:
        return import_year(folder, _free_name(folder.resolve().name), by, clock)
    state = READER.journal(year).state
    found = differences(FolderSource(Request((folder,))), state, year.taken)
    found.folder.check_unchanged()

    def unchanged(journal: Journal) -> None:
        if journal.state.head != state.head:
            raise WriteError([Finding("file-changing", Place(NAME))])

    if found.happenings:
        time = clock().replace(microsecond=0).isoformat()
        events = add_to_journal(year, found.happenings, by, time, found.paths, unchanged)
        renew_folder(year, events, found.paths)
        year.taken = folder_digests(found.folder)
        year.save(update_fields=["taken"])
    return year, found.findings


def import_year(folder: Path, name: str, by: str, clock: Clock) -> tuple[KeptYear, tuple[Finding, ...]]:
    """Take a folder in as a new year called `name`: with its journal, if it has one, and what differs from that.

    The folder itself is only read. A CchcError tells everything for which nothing is taken in. What was noticed is
    given with the year.
    """
    read = read_folder(folder)
    refuse_outside(folder_config(FolderSource(Request((folder,)))))
    with transaction.atomic(durable=True):
        year = KeptYear.objects.create(folder=name, origin=str(folder.resolve()), taken=folder_digests(read))
        root = year_root(year)
        write_folder(root, {path: file.path for path, file in read.files.items()}, read.folders, read.check_unchanged)
        try:
            request = Request((root,))
            taken = take_in(FolderSource(request, folder_rules=FolderRules(request, rules_within(root))), by, clock)
            write_lines(year, taken.journal.events)
            # From here on the database has it; a second one would grow old beside it.
            (root / FOLDER / EVENTS).unlink(missing_ok=True)
        except BaseException:
            rmtree(root, ignore_errors=True)
            raise
    return year, taken.findings


def import_new_year(
    files: Mapping[str, bytes], folders: Iterable[str], name: str, by: str, clock: Clock
) -> tuple[KeptYear, tuple[Finding, ...]]:
    """Take files in as a new year called `name` that came from no folder; a CchcError as for `import_year`."""
    with TemporaryDirectory(prefix="nam-moi-") as place:
        folder = Path(place) / name
        write_folder(folder, files, folders)
        year, findings = import_year(folder, name, by, clock)
    year.origin = ""
    year.save(update_fields=["origin"])
    return year, findings


def of_one_journal(year: KeptYear) -> KeptYear | None:
    """Another year of the server whose journal begins with the same event, as of a copy that was changed elsewhere."""
    first = JournalLine.objects.filter(year=year, number=1).first()
    if first is None:
        return None
    alike = JournalLine.objects.filter(number=1, line=first.line).exclude(year=year).first()
    return alike.year if alike else None


def is_free_name(name: str) -> bool:
    """Whether no year of the server has a name, and no folder stands where its own would."""
    return not KeptYear.objects.filter(folder=name).exists() and not is_there(year_root(KeptYear(folder=name)))


def _free_name(name: str) -> str:
    """A name that no year of the server has yet."""
    names = (f"{name[:90]}-{number}" if number else name[:90] for number in count())
    return next(free for free in names if not KeptYear.objects.filter(folder=free).exists())


def renew_folder(year: KeptYear, events: Iterable[Event], files: Mapping[str, Path]) -> None:
    """Let the year's folder have the files that events took in, and lose those that they took away."""
    root = year_root(year)
    for event in events:
        happening = event.happening
        target = root / happening.target
        if happening.kind == "file":
            make_folder(target.parent)
            copyfile(files[happening.target], target)
        elif happening.kind == "file-gone":
            target.unlink(missing_ok=True)


def export_year(year: KeptYear, folder: Path) -> Journal:
    """Write a year as a folder with its journal, for a folder that is not there yet; the journal that it has.

    The year before goes along, in the folder beside it that the year names, where nothing stands there yet.
    """
    journal, source = _export(year, folder), DatabaseSource(year)
    before = source.last_year()
    if before is not None and isinstance(before[1], DatabaseSource):
        beside = folder.parent / PurePosixPath(before[0]).name
        if not is_there(beside):
            _export(before[1].year, beside)
    return journal


def _export(year: KeptYear, folder: Path) -> Journal:
    journal = READER.journal(year)
    config = DatabaseSource(year).config
    assert config is not None, "a year of the server has its configuration"
    # What was said without any file is in the journal alone; files of it would be new beside it.
    image = folder_image(journal, config)
    content: dict[str, bytes | Path] = {path: data for path, data in image.items() if path in journal.state.files}
    content[f"{FOLDER}/{EVENTS}"] = "".join(f"{event_line(event)}\n" for event in journal.events).encode()
    kept = {
        journal.kept(version.sha256, path)
        for path, versions in journal.state.files.items()
        for version in versions
        if version.sha256
    }
    content |= {f"{FOLDER}/{KEPT}/{path.name}": path for path in sorted(kept) if is_there(path)}
    write_folder(folder, content)
    return journal
