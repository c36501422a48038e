"""One document of the year's work: self-scores, entries, explanations and acts, and evidence that is not there."""

from collections.abc import Iterable
from pathlib import Path

from cchc_score.appraisal.appraisal_model import Claim, Entry, Explanation, WorkReading
from cchc_score.appraisal.entries_toml import from_work_record
from cchc_score.appraisal.self_score_tables import from_work_tables
from cchc_score.appraisal.work_context import WorkContext
from cchc_score.documents import Document, Lines, Record, Tables, carried
from cchc_score.files.disk import lies_in
from cchc_score.findings import Finding, Place


def read_work(document: Document, name: str, context: WorkContext, is_report: bool = False) -> WorkReading:
    """What a document of any shape says of the year's work.

    In a folder of reports and self-scores alike each file `is_report` too, and need hold nothing of the work.
    """
    document = carried(document)
    if isinstance(document, Record):
        return WorkReading() if is_report and "report" in document.data else from_work_record(document, name, context)
    if isinstance(document, Lines):
        return WorkReading(findings=() if is_report else (Finding("claims-kind", Place(name)),))
    # A claim decides points, and nobody could confirm one that was misread.
    if isinstance(document, Tables) and document.draft:
        told = () if is_report else (*document.findings, Finding("pdf-claims", Place(name)))
        return WorkReading(findings=told)
    found = from_work_tables(document, name, context)
    if is_report and any(finding.code == "claims-nowhere" for finding in found.findings):
        return WorkReading()
    return found


def absent_files(items: Iterable[Claim | Entry | Explanation], root: Path) -> list[Finding]:
    """Evidence that names a file which is not in the year's folder."""
    cited = [(item.origin, evidence.file) for item in items for evidence in item.evidence]
    return [
        Finding("evidence-file-absent", origin.place(), {"name": file})
        for origin, file in cited
        # A path such as '../x' leads to a file that does not go along when the folder is handed on.
        if file and not (lies_in(root / file, root) and (root / file).is_file())
    ]
