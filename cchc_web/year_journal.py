"""The journal of a year in the database: read as it grows, and added to by one writer at a time."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from threading import Lock

from django.conf import settings
from django.db import connection, transaction

from cchc_score.errors import ReportError
from cchc_score.findings import Finding, Place
from cchc_score.journal.event_lines import read_journal
from cchc_score.journal.events import Event, Happening, added, event_line
from cchc_score.year.journal_files import Journal, folded, keep_files
from cchc_score.year.journal_place import EVENTS, FOLDER
from cchc_web.models import JournalLine, KeptYear

NAME = f"{FOLDER}/{EVENTS}"
"""What the journal is called in findings: the file that it is in an exported folder."""
_LOCK_OF_YEARS = 0x0CC4C
"""The first half of the number under which PostgreSQL locks a year; the second is the year's."""

Check = Callable[[Journal], None]
"""Raises a CchcError where what is to be added does not hold for the journal as it is now."""


def year_root(year: KeptYear) -> Path:
    """The folder of a year: its rules, its evidence, and the bytes of every file that was taken in."""
    home: Path = settings.HOME
    return home / "nam" / str(year.folder)


class JournalReader:
    """The journals as this process has read them so far: only what is new is read again, and proved, each time."""

    def __init__(self) -> None:
        self._read: dict[int, Journal] = {}
        self._lock = Lock()

    def journal(self, year: KeptYear) -> Journal:
        """The journal of a year by now; a ReportError tells where its chain breaks."""
        with self._lock:
            known = self._read.get(year.pk) or Journal(year_root(year))
            journal = grown(known, year)
            self._read[year.pk] = journal
        return journal


def grown(journal: Journal, year: KeptYear) -> Journal:
    """A journal with what has been added since it was read."""
    new = JournalLine.objects.filter(year=year, number__gt=journal.state.number).order_by("number")
    lines = list(new.values_list("line", flat=True))
    if not lines:
        return journal
    last = journal.events[-1] if journal.events else None
    read = read_journal("".join(f"{line}\n" for line in lines).encode(), NAME, last)
    if read.faults:
        raise ReportError(read.faults)
    return replace(journal, events=(*journal.events, *read.events), state=folded(read.events, NAME, journal.state))


READER = JournalReader()


def add_to_journal(
    year: KeptYear,
    happenings: Iterable[Happening],
    by: str,
    time: str,
    files: Mapping[str, Path] | None = None,
    check: Check | None = None,
) -> tuple[Event, ...]:
    """Write what happened behind the last event of a year, all of it or nothing; the events.

    `time` is ISO 8601 with zone, `files` are where the bytes of each new file stand. `check` is asked while nobody
    else can write, so that what it finds still holds when the events stand there.
    """
    # Never inside another transaction: what it undid would have been read as written.
    with transaction.atomic(durable=True):
        _become_the_writer(year)
        journal = READER.journal(year)
        if check is not None:
            check(journal)
        last = journal.events[-1] if journal.events else None
        events = tuple(added(last, happenings, time, by))
        # First: an event never names bytes that are not there.
        keep_files(journal, events, files or {})
        write_lines(year, events)
    return events


def write_lines(year: KeptYear, events: Iterable[Event]) -> None:
    """Put events as they are into a year's journal."""
    JournalLine.objects.bulk_create(
        [
            JournalLine(
                year=year,
                number=event.number,
                time=event.time,
                by=event.by,
                kind=event.happening.kind,
                unit=event.happening.unit,
                line=event_line(event),
            )
            for event in events
        ],
        batch_size=500,
    )


def _become_the_writer(year: KeptYear) -> None:
    """Wait until nobody else writes into a year; SQLite's transactions are alone from their beginning."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_LOCK_OF_YEARS, year.pk])


def differing_columns(year: KeptYear, journal: Journal) -> list[Finding]:
    """Lines whose other columns say something else than the line: somebody wrote past the program."""
    events = {event.number: event for event in journal.events}
    found = []
    for row in JournalLine.objects.filter(year=year, number__lte=journal.state.number).order_by("number"):
        event = events[row.number]
        said = (event.time, event.by, event.happening.kind, event.happening.unit)
        if (row.time, row.by, row.kind, row.unit) != said:
            found.append(Finding("journal-altered", Place(NAME, row.number), {"number": row.number}))
    return found
