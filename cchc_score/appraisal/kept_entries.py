"""Entries that were read before, held against the scheme of today: what it no longer knows cannot be used."""

from collections.abc import Iterable
from contextlib import suppress

from cchc_score.appraisal.appraisal_model import Entry
from cchc_score.appraisal.entries_toml import entry_keys
from cchc_score.appraisal.entry_reading import EntryReader, Unusable
from cchc_score.appraisal.work_context import WorkContext
from cchc_score.facts import Origin
from cchc_score.files.toml_file import KeyPath
from cchc_score.findings import Finding, Place


class _KeptPlaces:
    """Where an entry stood when it was read; its keys are not told apart."""

    def __init__(self, origin: Origin) -> None:
        self._origin = origin

    def place(self, path: KeyPath, **at: object) -> Place:
        """The place of the entry."""
        unit, criterion = str(at.get("unit", "")), str(at.get("criterion", ""))
        return Place(self._origin.file, self._origin.line, unit=unit, criterion=criterion, cell=self._origin.cell)


def usable_entries(entries: Iterable[Entry], context: WorkContext) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
    """The entries that can be used, as they are, and why the others cannot."""
    usable: list[Entry] = []
    findings: list[Finding] = []
    for entry in entries:
        reader = EntryReader(_KeptPlaces(entry.origin), context, findings)
        with suppress(Unusable):
            # By the reader that reads a file: what it would refuse there it refuses here.
            reader.entry(entry_keys(entry, "en"), (), entry.origin)
            usable.append(entry)
    return tuple(usable), tuple(findings)
