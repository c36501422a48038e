"""Evidence that an appraiser should look at twice: a file of two units, or one older than the document it proves."""

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Literal

from cchc_score.appraisal.appraisal_model import Claim, Evidence
from cchc_score.files.disk import is_there, read_bytes
from cchc_score.journal.fold import FileVersion
from cchc_score.year.journal_files import Journal

EvidenceDoubtKind = Literal["shared", "older"]
_PDF_DAY = re.compile(rb"/(?:ModDate|CreationDate)\s*\(D:(\d{4})(\d{2})(\d{2})")
_OFFICE_DAY = re.compile(rb"<dcterms:(?:modified|created)[^>]*>(\d{4})-(\d{2})-(\d{2})")
_MOST_PROPERTIES = 100_000
"""The part of an office file that says when it was changed is far smaller."""


@dataclass(frozen=True, slots=True)
class EvidenceDoubt:
    """What is odd about the file at a path, which a unit cites for a criterion.

    `shared`: `units` are the others of which the same bytes came. `older`: the file is of `day`, before the day
    `claimed` of the document that it is to prove.
    """

    kind: EvidenceDoubtKind
    unit: str
    criterion: str
    path: str
    units: tuple[str, ...] = ()
    day: date | None = None
    claimed: date | None = None


def evidence_doubts(journal: Journal, claims: Iterable[Claim]) -> tuple[EvidenceDoubt, ...]:
    """What is odd about the files that claims cite, as a journal took them in."""
    versions = journal.state.counting
    owners, first = _owners(journal), _first_days(journal)
    days: dict[str, date | None] = {}
    found = []
    for claim in claims:
        for evidence in claim.evidence:
            version = versions.get(evidence.file)
            if version is None:
                continue
            others = tuple(sorted(owners[version.sha256] - {claim.unit}))
            if others:
                found.append(EvidenceDoubt("shared", claim.unit, claim.criterion, evidence.file, units=others))
            if version.sha256 not in days:
                days[version.sha256] = _file_day(journal, version, evidence.file, first)
            day, claimed = days[version.sha256], _claimed_day(evidence, claim)
            if day is not None and claimed is not None and day < claimed:
                found.append(
                    EvidenceDoubt("older", claim.unit, claim.criterion, evidence.file, day=day, claimed=claimed)
                )
    return tuple(found)


def _claimed_day(evidence: Evidence, claim: Claim) -> date | None:
    """The day of the document that a file proves: its own, or that of the only document cited beside it."""
    days = {one.day for one in claim.evidence if one.day is not None}
    return evidence.day or (next(iter(days)) if len(days) == 1 else None)


def _owners(journal: Journal) -> Mapping[str, set[str]]:
    """The units of which each file came, by the hash of its bytes."""
    found: dict[str, set[str]] = defaultdict(set)
    for versions in journal.state.files.values():
        for version in versions:
            if version.sha256 and version.unit:
                found[version.sha256].add(version.unit)
    return found


def _first_days(journal: Journal) -> Mapping[str, date]:
    """The day on which each file was there already, by the hash of its bytes."""
    found: dict[str, date] = {}
    for versions in journal.state.files.values():
        for version in versions:
            day = date.fromisoformat(version.time[:10])
            found[version.sha256] = min(day, found.get(version.sha256, day))
    return found


def _file_day(journal: Journal, version: FileVersion, path: str, first: Mapping[str, date]) -> date | None:
    """The last day of which a file can be: the one that it says itself, or on which it was taken in."""
    kept = journal.kept(version.sha256, path)
    # What is lost is told by the proof of the journal.
    said = said_day(read_bytes(kept, path)) if is_there(kept) else None
    came = first.get(version.sha256)
    return min((day for day in (said, came) if day is not None), default=None)


def said_day(data: bytes) -> date | None:
    """The day on which a PDF or an office document says that it was last changed; None where it says none."""
    if data.startswith(b"PK"):
        data = _properties(data)
        days = list(_days(_OFFICE_DAY, data))
    else:
        days = list(_days(_PDF_DAY, data)) if data.startswith(b"%PDF") else []
    return max(days, default=None)


def _properties(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            part = archive.getinfo("docProps/core.xml")
            return archive.read(part) if part.file_size <= _MOST_PROPERTIES else b""
    # Somebody else's file: whatever is wrong with it, it says no day.
    except (KeyError, OSError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile, EOFError):
        return b""


def _days(pattern: re.Pattern[bytes], data: bytes) -> Iterator[date]:
    for match in pattern.finditer(data):
        try:
            yield date(*map(int, match.groups()))
        except ValueError:
            continue
