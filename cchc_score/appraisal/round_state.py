"""What has been accepted after some rounds of an appraisal, and what became of every entry."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from cchc_score.appraisal.appraisal_model import Entry, EntryEnding
from cchc_score.appraisal.relations import DoubtReasons
from cchc_score.facts import Table
from cchc_score.findings import Finding
from cchc_score.sheet import HandMarks


@dataclass(frozen=True, slots=True)
class RoundState:
    """What has been accepted after some rounds: facts and marks, the entries that count, and what was noticed.

    `replaced` are the entries that others of their round supersede; `refused` are those that do not count. `reasons`
    are why facts are still in doubt, `settled` what was found in the reports and no longer holds. `disputed` are
    entries that differ, together for each target; `chosen` stand for what the council chose between such.
    """

    table: Table
    marks: HandMarks
    applied: tuple[Entry, ...] = ()
    replaced: tuple[Entry, ...] = ()
    refused: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()
    reasons: DoubtReasons = field(default_factory=dict)
    settled: tuple[Finding, ...] = ()
    disputed: tuple[tuple[Entry, ...], ...] = ()
    chosen: tuple[Entry, ...] = ()

    def endings(self) -> Iterator[tuple[Entry, EntryEnding]]:
        """Every entry with what the round left of it."""
        yield from ((entry, "applied") for entry in self.applied)
        yield from ((entry, "replaced") for entry in self.replaced)
        yield from ((entry, "refused") for entry in self.refused)
