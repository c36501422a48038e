"""What looking into a journal gives, as JSON: its events, whether it is whole, and receipts."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cchc_score.findings import Finding
from cchc_score.journal.events import Event
from cchc_score.journal.receipt import Receipt, Verdict
from cchc_score.results.result_json import SCHEMA_VERSION, findings_data
from cchc_score.text import Lang

KIND = "cchc-score-receipt"


@dataclass(frozen=True, slots=True)
class ShownEvents:
    """Some events of a journal, how many it has, and the hash of its last; `names` are of the units by their codes."""

    events: tuple[Event, ...]
    count: int
    head: str
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class CheckedJournal:
    """What was found out about a journal: its length and head, what is lost, and what it says to a receipt."""

    count: int
    head: str
    findings: tuple[Finding, ...]
    receipt: Receipt | None = None
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class WrittenImage:
    """The folder that was written from a journal, and its files."""

    folder: Path
    files: tuple[str, ...]


def events_data(shown: ShownEvents) -> dict[str, Any]:
    """The events as their lines have them."""
    return {
        "schema_version": SCHEMA_VERSION,
        "count": shown.count,
        "head": shown.head,
        "events": [
            {
                "number": event.number,
                "time": event.time,
                "by": event.by,
                "on_behalf": event.happening.on_behalf,
                "kind": event.happening.kind,
                "unit": event.happening.unit,
                "target": event.happening.target,
                "body": dict(event.happening.body),
                "hash": event.hash,
            }
            for event in shown.events
        ],
    }


def checked_data(checked: CheckedJournal, lang: Lang) -> dict[str, Any]:
    """Whether the journal is whole: with findings of the severity 'error' it is not."""
    return {
        "schema_version": SCHEMA_VERSION,
        "count": checked.count,
        "head": checked.head,
        "receipt": checked.verdict,
        "findings": findings_data(checked.findings, lang),
    }


def image_data(image: WrittenImage) -> dict[str, Any]:
    """The files of the folder."""
    return {"schema_version": SCHEMA_VERSION, "folder": image.folder.as_posix(), "files": list(image.files)}


def receipt_data(receipt: Receipt, version: int) -> dict[str, Any]:
    """A receipt as a file that `receipt_read` reads again."""
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": KIND,
        "number": receipt.number,
        "time": receipt.time,
        "file": receipt.target,
        "version": version,
        "sha256": receipt.sha256,
        "hash": receipt.hash,
    }


def receipt_read(data: bytes) -> Receipt | None:
    """The receipt in a file; None for anything else."""
    try:
        found = json.loads(data)
        texts = [found[key] for key in ("time", "hash", "file", "sha256")]
        right = found["kind"] == KIND and type(found["number"]) is int and found["number"] > 0
    except (ValueError, RecursionError, TypeError, KeyError):
        return None
    if not right or not all(isinstance(text, str) for text in texts):
        return None
    time, hash, target, sha256 = texts
    return Receipt(found["number"], time, hash, target, sha256)


def event_people(events: Sequence[Event]) -> int:
    """How many people have written events."""
    return len({event.by for event in events})
