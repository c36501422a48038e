"""A year as the database has it: its journal, and the bytes of its files beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path, PurePosixPath

from cchc_score.appraisal.acts import Confirmation
from cchc_score.appraisal.appraisal_model import Entry
from cchc_score.appraisal.year_steps import frozen_finding
from cchc_score.errors import SchemeError, WriteError
from cchc_score.findings import Finding, Place
from cchc_score.journal.events import Event, Happening
from cchc_score.journal.statement_events import statement_happening
from cchc_score.year.config import NAME as CONFIG
from cchc_score.year.document_files import DocumentSource
from cchc_score.year.folder_rules import FolderRules
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.journal_files import Journal
from cchc_score.year.journal_place import KEPT
from cchc_score.year.journal_source import JournalSource, refuse_outdated
from cchc_score.year.kept_readings import KeptReadings
from cchc_score.year.opened_year import open_year
from cchc_score.year.parallel import Progress
from cchc_score.year.request import Request
from cchc_score.year.source import Reading
from cchc_web.models import KeptYear
from cchc_web.outside import rules_within
from cchc_web.year_journal import NAME, READER, add_to_journal, year_root

ReadRules = tuple[Mapping[str, str], FolderRules]
"""The hashes of files of rules by their paths, and the rules that were read from them."""


class DatabaseSource(JournalSource):
    """A year of the server; `by` and `at` are who asks and when (ISO 8601 with zone), for entries that are added.

    `tried` is a journal with more than the database has, to see what would become of the year; `root` the folder with
    its rules then, where they change. `kept` is what was read before, of the same year.
    """

    def __init__(
        self,
        year: KeptYear,
        by: str = "",
        at: str = "",
        tried: Journal | None = None,
        root: Path | None = None,
        kept: KeptReadings | None = None,
        is_last_year: bool = False,
    ) -> None:
        folder = root or year_root(year)
        request = Request((folder,), is_last_year=is_last_year, processes=False)
        # Who may replace rules in a browser may not read the server's disk by them.
        self._own_rules = FolderRules(request, rules_within(folder))
        super().__init__(request, None, open_year, self._own_rules)
        self._year, self._by, self._at, self._tried, self._kept = year, by, at, tried, kept

    @cached_property
    def journal(self) -> Journal:
        """The journal as it was when it was first asked for: one answer to a browser never mixes two states."""
        return self._tried or READER.journal(self._year)

    def last_year(self) -> tuple[str, FolderSource] | None:
        """The year that stands beside this one on the server, by its own journal; or a folder within this one."""
        config = self.config
        if config is None or config.last_year is None or self.request.is_last_year:
            return None
        path = PurePosixPath(config.last_year)
        if path.parts != ("..", path.name):
            return super().last_year()
        # Of two folders of one name that were taken in, it is the one that stood beside this year's.
        origin = str((Path(self._year.origin) / path).resolve()) if self._year.origin else ""
        found = KeptYear.objects.filter(origin=origin) if origin else KeptYear.objects.none()
        kept = found.first() or KeptYear.objects.filter(folder=path.name).first()
        if kept is None:
            raise SchemeError([Finding("last-year-absent", Place(CONFIG), {"name": config.last_year})])
        return config.last_year, DatabaseSource(kept, is_last_year=True)

    def present_journal(self) -> Journal:
        """The journal as it is by now, whatever was read before."""
        return READER.journal(self._year)

    def add(
        self,
        happenings: Iterable[Happening],
        by: str,
        time: str,
        files: Mapping[str, Path] | None = None,
        since: int | None = None,
    ) -> tuple[Event, ...]:
        """Write what happened behind the last event, all of it or nothing; the events.

        A WriteError refuses what rests on something else by now, as in a folder.
        """
        new = tuple(happenings)
        return add_to_journal(
            self._year, new, by, time, files, lambda journal: refuse_outdated(journal, new, since, NAME)
        )

    def _behind(self) -> Iterator[Finding]:
        """Nothing: a server's folder holds the bytes of its journal, and no other work."""
        return iter(())

    def add_entries(self, entries: Sequence[Entry], kept: Sequence[Confirmation], basis: str) -> None:
        """Write entries and confirmations as events; a WriteError where the year has changed since `basis`."""

        def unchanged(journal: Journal) -> None:
            frozen = frozen_finding(journal.state.acts, Place(NAME))
            if frozen is not None:
                raise WriteError([frozen])
            if self._fingerprint(journal) != basis:
                raise WriteError([Finding("file-changing", Place(NAME))])

        happenings = [*map(statement_happening, entries), *map(statement_happening, kept)]
        add_to_journal(self._year, happenings, self._by, self._at, check=unchanged)

    def _read_all(self, found: Sequence[DocumentSource], progress: Progress, ocr: bool = False) -> Reading:
        kept = self._kept
        if kept is None:
            return super()._read_all(found, progress, ocr)
        known = kept.documents
        reading = super()._read_all([one for one in found if (one.name, one.path) not in known], progress, ocr)
        new = dict(reading.documents)
        paths = {one.name: one.path for one in found}
        # Of each file the newest version alone is asked for again.
        for name, path in [key for key in known if paths.get(key[0], key[1]) != key[1]]:
            del known[name, path]
        for name, path in paths.items():
            # Only there a file is called by the hash of its bytes, and so never another one later.
            if name in new and path is not None and path.parent.name == KEPT:
                known[name, path] = new[name]
        documents = {name: known.get((name, path)) or new.get(name) for name, path in paths.items()}
        read = tuple((name, document) for name, document in documents.items() if document is not None)
        return replace(reading, documents=read, kept=kept)

    def share_rules(self, known: ReadRules | None) -> ReadRules | None:
        """Take the rules that were read of the same files, where they are `known`; the rules of this year, to be known.

        Reading plugins and scheme anew for every event would take as long as everything that the event changes.
        """
        if known is not None and known[0] == self.rule_files:
            self.folder_rules = known[1]
        if not self._changed_rules:
            return self.rule_files, self.folder_rules
        # What stands on the disk now is none of the year's rules, and is not to be kept as such.
        self.folder_rules = self._own_rules
        return None

    def fingerprint(self) -> str:
        """The hash of the last event, and of rules that are not those that were taken in."""
        return self._fingerprint(READER.journal(self._year))

    def state(self) -> str:
        """The fingerprint of the year as this source has it, whatever was written since."""
        return self._fingerprint(self.journal)

    def _fingerprint(self, journal: Journal) -> str:
        return sha256("\0".join((journal.state.head, *self.rules_state())).encode()).hexdigest()

    def rules_state(self) -> tuple[str, ...]:
        """What a year rests on beside its events: rules that are not those that were taken in, and the year before."""
        before = self.last_year()
        return (*self._changed_rules, before[1].fingerprint() if before else "")

    @property
    def year(self) -> KeptYear:
        """The year that the server keeps."""
        return self._year
