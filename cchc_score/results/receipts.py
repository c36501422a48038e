"""What commands that write files have made, each with its JSON: a folder, reports, entries, a merged folder."""

from dataclasses import dataclass
from typing import Any

from cchc_score.appraisal.acts import Confirmation
from cchc_score.appraisal.appraisal_model import Entry
from cchc_score.appraisal.entry_states import state_code
from cchc_score.findings import Finding, Severity
from cchc_score.merging.merge import Merged
from cchc_score.model import Scheme, Unit
from cchc_score.results.result_json import SCHEMA_VERSION, findings_data
from cchc_score.review.read_files import ReadFile
from cchc_score.text import Lang


@dataclass(frozen=True, slots=True)
class FolderReceipt:
    """A new folder and its files: of a whole year, or of a skeleton for a scheme, a form or a plugin."""

    kind: str
    folder: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DraftReceipt:
    """A draft of a scheme that was written: how many leaves it has, of how many the rule was recognised."""

    file: str
    leaves: int
    recognised: int
    findings: tuple[Finding, ...]


def draft_data(receipt: DraftReceipt, lang: Lang) -> dict[str, Any]:
    """The file and what of it was recognised."""
    return {
        "schema_version": SCHEMA_VERSION,
        "file": receipt.file,
        "criteria": receipt.leaves,
        "recognised": receipt.recognised,
        "findings": findings_data(receipt.findings, lang),
    }


@dataclass(frozen=True, slots=True)
class KeptReceipt:
    """The scheme that went along in the file of an annex, and the file into which it was written."""

    file: str
    scheme: Scheme


def kept_data(receipt: KeptReceipt) -> dict[str, Any]:
    """The file and which scheme it is; every rule of it is that of the scheme, and none a draft."""
    scheme, leaves = receipt.scheme, len(receipt.scheme.leaves)
    return {
        "schema_version": SCHEMA_VERSION,
        "file": receipt.file,
        "scheme": {"code": scheme.code, "version": scheme.version, "period": scheme.period, "sha256": scheme.sha256},
        "criteria": leaves,
        "recognised": leaves,
        "findings": [],
    }


@dataclass(frozen=True, slots=True)
class ImportedReport:
    """One report that an import makes: whose it is, its file, how many facts it has, how many in doubt, or drafts.

    `pictures` are the cells of scanned pages, each by the name of its file beside the report's.
    """

    unit: Unit
    file: str
    facts: int
    doubts: int
    findings: tuple[Finding, ...]
    text: str
    drafts: int = 0
    pictures: tuple[tuple[str, bytes], ...] = ()

    def count(self, severity: Severity) -> int:
        """How many findings of a severity there are about it."""
        return sum(finding.severity == severity for finding in self.findings)


@dataclass(frozen=True, slots=True)
class ImportReceipt:
    """The reports that an import has written into a folder, and every file that it was to read."""

    folder: str
    reports: tuple[ImportedReport, ...]
    documents: tuple[ReadFile, ...] = ()


@dataclass(frozen=True, slots=True)
class AppraisalReceipt:
    """The entries about some units that were written into a file, and the marks that are kept."""

    file: str
    scheme: Scheme
    units: tuple[Unit, ...]
    entries: tuple[Entry, ...]
    kept: tuple[Confirmation, ...] = ()

    @property
    def kept_count(self) -> int:
        """How many marks are kept as they are."""
        return sum(len(act.seen) for act in self.kept)


@dataclass(frozen=True, slots=True)
class MergeReceipt:
    """The folder that was made of two others, and what these are called."""

    folder: str
    names: tuple[str, str]
    merged: Merged


def folder_data(receipt: FolderReceipt) -> dict[str, Any]:
    """The new folder and its files."""
    return {"schema_version": SCHEMA_VERSION, "folder": receipt.folder, "files": list(receipt.files)}


def import_data(receipt: ImportReceipt, lang: Lang) -> dict[str, Any]:
    """The files that an import has written, and those that it has read, with what is wrong in each."""
    return {
        "schema_version": SCHEMA_VERSION,
        "folder": receipt.folder,
        "files": [_report_data(report) for report in receipt.reports],
        "documents": [_document_data(document, lang) for document in receipt.documents],
    }


def _document_data(document: ReadFile, lang: Lang) -> dict[str, Any]:
    return {
        "file": document.file,
        "read": document.read,
        "converted": document.converted or None,
        "carried": document.carried or None,
        "draft": document.draft,
        "units": [unit.code for unit in document.units],
        "years": list(document.years),
        "figures": document.figures,
        "rows": document.rows,
        "blank": document.blank,
        "in_doubt": document.doubts,
        "drafts": document.drafts,
        "errors": document.count("error"),
        "warnings": document.count("warning"),
        "look": document.look_words(lang) or None,
    }


def _report_data(report: ImportedReport) -> dict[str, Any]:
    return {
        "unit": report.unit.code,
        "name": report.unit.name,
        "file": report.file,
        "facts": report.facts,
        "in_doubt": report.doubts,
        "drafts": report.drafts,
        "errors": report.count("error"),
        "warnings": report.count("warning"),
    }


def appraisal_data(receipt: AppraisalReceipt) -> dict[str, Any]:
    """The new entries, with old and new state as an entry's TOML says them."""
    return {
        "schema_version": SCHEMA_VERSION,
        "file": receipt.file,
        "entries": [_entry_data(entry) for entry in receipt.entries],
        "kept": receipt.kept_count,
    }


def _entry_data(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "round": entry.round,
        "unit": entry.unit,
        "criterion": entry.criterion,
        "indicator": entry.indicator,
        # The criterion tells what no state means: the rule computes a mark, while a figure is unknown.
        "old": state_code(entry.old, entry.criterion),
        "new": state_code(entry.new, entry.criterion),
        "supersedes": entry.supersedes,
    }


def merge_data(receipt: MergeReceipt) -> dict[str, Any]:
    """Every file of the merged folder, and from where it was taken."""
    return {
        "schema_version": SCHEMA_VERSION,
        "folder": receipt.folder,
        "files": [{"file": name, "source": taken.source} for name, taken in receipt.merged.files.items()],
    }
