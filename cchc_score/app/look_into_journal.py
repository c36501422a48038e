"""Look into a journal: its events, whether it is whole, a receipt for a file, and the folder that it says."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from cchc_score.app.request_errors import UnknownFile
from cchc_score.appraisal.acts_toml import acts_text
from cchc_score.appraisal.appraisal_model import Entry
from cchc_score.appraisal.entries_toml import entries_text, explanations_text
from cchc_score.errors import ReportError
from cchc_score.findings import Finding, Place
from cchc_score.journal.bodies import statement_key
from cchc_score.journal.events import Event
from cchc_score.journal.receipt import Receipt, receipt_of, verdict
from cchc_score.results.journal_results import CheckedJournal, receipt_read
from cchc_score.year.config import Config
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.journal_files import Journal, has_journal, load_journal, lost_files
from cchc_score.year.journal_source import JournalSource
from cchc_score.year.opened_year import by_journal


def journal_of(source: FolderSource) -> Journal:
    """The journal of the year's folder; a ReportError where it has none, or where its chain breaks."""
    root = source.config.root if source.config else source.asked_folder
    if not has_journal(root):
        raise ReportError([Finding("journal-absent", Place(source.asked_folder.as_posix()))])
    return load_journal(root)


def kept_by_journal(source: FolderSource) -> JournalSource:
    """The year by its journal; a ReportError where it has none, or where its chain breaks."""
    if isinstance(source, JournalSource):
        return source
    journal_of(source)
    return by_journal(source)


def chosen_events(journal: Journal, units: Collection[str], kinds: Collection[str]) -> tuple[Event, ...]:
    """The events about some units, of some kinds; all where none are named."""
    return tuple(
        event
        for event in journal.events
        if (not units or event.happening.unit in units) and (not kinds or event.happening.kind in kinds)
    )


def verify_journal(journal: Journal, receipt: Receipt | None = None) -> CheckedJournal:
    """Whether every file that was taken in is there, to the byte, and whether a receipt is one of this journal."""
    said = verdict(receipt, journal.events) if receipt else None
    findings = [*journal.findings, *lost_files(journal)]
    if receipt is not None and said == "unknown":
        findings.append(Finding("receipt-unknown", args={"number": receipt.number}))
    if receipt is not None and said == "altered":
        findings.append(Finding("receipt-altered", args={"number": receipt.number}))
    return CheckedJournal(
        count=journal.state.number,
        head=journal.state.head,
        findings=tuple(findings),
        receipt=receipt,
        verdict=said,
    )


def receipt_in(data: bytes, name: str) -> Receipt:
    """The receipt in a file; a ReportError for anything else."""
    receipt = receipt_read(data)
    if receipt is None:
        raise ReportError([Finding("receipt-broken", Place(name))])
    return receipt


@dataclass(frozen=True, slots=True)
class FileReceipt:
    """The receipt for the newest version of a file, which version it is, and the journal's name for the file."""

    receipt: Receipt
    version: int
    path: str


def receipt_for(journal: Journal, path: str) -> FileReceipt:
    """The receipt for the newest version of a file that was taken in; an UnknownFile for any other."""
    versions = journal.state.files.get(path)
    if not versions:
        raise UnknownFile(path, tuple(sorted(journal.state.files)))
    return FileReceipt(receipt_of(journal.events[versions[-1].number - 1]), len(versions), path)


def folder_image(journal: Journal, config: Config) -> dict[str, bytes | Path]:
    """The folder that a journal says: every file by its path, in the version that counts, to the byte.

    Entries and explanations still count where their file was taken away, which is there again; those that were taken
    out of a file, and those that never stood in one, stand in new files of the folder of the appraisal.
    """
    appraisal = config.entries_folder
    state = journal.state
    kept = dict(state.counting)
    for path, versions in state.files.items():
        said = [version for version in versions if version.says]
        if said and path not in kept:
            kept[path] = said[-1]
    files: dict[str, bytes | Path] = {path: journal.kept(kept[path].sha256, path) for path in sorted(kept)}
    said_in_files = {key for version in kept.values() for key in version.says}
    by_round: dict[str, list[Entry]] = defaultdict(list)
    for entry in state.entries.values():
        if statement_key(entry) not in said_in_files:
            by_round[f"vong-{entry.round}"].append(entry)
    for name, entries in sorted(by_round.items()):
        files[_free(f"{appraisal}/{name}", files)] = entries_text(entries, (), "vi").encode()
    answers = [answer for answer in state.explanations if statement_key(answer) not in said_in_files]
    if answers:
        files[_free(f"{appraisal}/giai-trinh", files)] = explanations_text(answers, "vi").encode()
    acts = [act for act in state.acts if statement_key(act) not in said_in_files]
    if acts:
        files[_free(f"{appraisal}/viec-khac", files)] = acts_text(acts).encode()
    return files


def _free(stem: str, files: Collection[str]) -> str:
    """The name of a TOML file that is not there yet."""
    names = (f"{stem}{'-' + str(number) if number else ''}.toml" for number in count())
    return next(name for name in names if name not in files)
