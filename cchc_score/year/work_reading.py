"""One document of the year's work: self-scores, entries, explanations and acts, and evidence that is not there."""

from collections.abc import Iterable
from pathlib import Path

from cchc_score.appraisal.appraisal_model import Claim, Entry, Explanation
from cchc_score.appraisal.entries_toml import from_work_record
from cchc_score.appraisal.self_score_tables import from_work_tables
from cchc_score.appraisal.work_context import WorkContext
from cchc_score.appraisal.work_read import WorkReading
from cchc_score.documents import Document, Lines, Record, Tables, carried
from cchc_score.files.disk import lies_in
from cchc_score.findings import Finding, Place


def read_work(document: Document, name: str, context: WorkContext) -> WorkReading:
    """What a document of any shape says of the year's work."""
    document = carried(document)
    if isinstance(document, Record):
        return from_work_record(document, name, context)
    if isinstance(document, Lines):
        return WorkReading(findings=(Finding("claims-kind", Place(name)),))
    # A claim decides points, and nobody could confirm one that was misread.
    if isinstance(document, Tables) and document.draft:
        return WorkReading(findings=(*document.findings, Finding("pdf-claims", Place(name))))
    return from_work_tables(document, name, context)


def absent_files(items: Iterable[Claim | Entry | Explanation], root: Path) -> list[Finding]:
    """Evidence that names a file which is not in the year's folder."""
    cited = [(item.origin, evidence.file) for item in items for evidence in item.evidence]
    return [
        Finding("evidence-file-absent", origin.place(), {"name": file})
        for origin, file in cited
        # A path such as '../x' leads to a file that does not go along when the folder is handed on.
        if file and not (lies_in(root / file, root) and (root / file).is_file())
    ]
