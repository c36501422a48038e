"""The documents of the year's work: self-scores, entries, explanations and acts, and evidence that is not there."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from cchc_score.appraisal.acts import Settlement
from cchc_score.appraisal.answer_rows import AnsweredRow, AnswerReading, matched_answers, read_answers
from cchc_score.appraisal.appraisal_model import Claim, Entry, Explanation
from cchc_score.appraisal.assignment_rows import read_assignments
from cchc_score.appraisal.entries_toml import from_work_record
from cchc_score.appraisal.self_score_tables import from_work_tables
from cchc_score.appraisal.settlements import entries_of_council
from cchc_score.appraisal.work_context import WorkContext
from cchc_score.appraisal.work_read import WorkReading
from cchc_score.documents import Document, Grid, Lines, Record, Tables, carried
from cchc_score.files.disk import lies_in
from cchc_score.findings import Finding, Place
from cchc_score.year.source import Reading, YearWork


def gathered_work(
    reading: Reading,
    context: WorkContext,
    root: Path,
    also_reports: frozenset[str],
    settled: Sequence[Settlement] = (),
) -> YearWork:
    """What the documents of a year say together; answers in forms meet the entries, wherever those stand.

    `also_reports` are the names of documents that are reports of the year as well. `settled` is what a council chose
    elsewhere than in these documents: that too may be answered.
    """
    works: list[WorkReading] = []
    rows: list[AnsweredRow] = []
    told: list[Finding] = []
    owners = context.owners
    before = reading.kept.of("work", (context.scheme, context.assessed, owners.units, owners.gone, also_reports))

    def read(name: str, document: Document) -> AnswerReading | WorkReading:
        return before.made(name, [document], lambda: _answers_or_work(document, name, context, name in also_reports))

    for name, document in reading.documents:
        answers = read(name, document)
        if isinstance(answers, WorkReading):
            works.append(answers)
        else:
            rows += answers.rows
            told += answers.findings
    entries = tuple(entry for work in works for entry in work.entries)
    given = tuple(answer for work in works for answer in work.explanations)
    acts = tuple(act for work in works for act in work.acts)
    written = {act.id for act in acts if isinstance(act, Settlement)}
    acts += tuple(act for act in settled if act.id not in written)
    chosen = entries_of_council([act for act in acts if isinstance(act, Settlement)], entries)
    answered, unmet = matched_answers(rows, (*entries, *chosen), given, context.scheme)
    claims = tuple(claim for work in works for claim in work.claims)
    noticed = [finding for work in works for finding in work.findings]
    absent = absent_files((*claims, *entries, *given, *answered), root)
    return YearWork(
        claims=claims,
        entries=entries,
        answers=(*given, *answered),
        acts=acts,
        findings=(*reading.findings, *noticed, *told, *unmet, *absent),
        faults=reading.faults,
    )


def _answers_or_work(
    document: Document, name: str, context: WorkContext, is_report: bool
) -> AnswerReading | WorkReading:
    form = answers_of(document, name, context) or assignments_of(document, name, context)
    return form or read_work(document, name, context, is_report)


def answers_of(document: Document, name: str, context: WorkContext) -> AnswerReading | None:
    """The answers of a form for them; None for any other document."""
    document = carried(document)
    # A figure of a page may be misread; what is no sure table is left to those who say so.
    if not isinstance(document, Grid | Tables) or (isinstance(document, Tables) and document.draft):
        return None
    return read_answers(document, name, context)


def assignments_of(document: Document, name: str, context: WorkContext) -> WorkReading | None:
    """Who appraises what, by a form for that; None for any other document."""
    document = carried(document)
    if not isinstance(document, Grid | Tables) or (isinstance(document, Tables) and document.draft):
        return None
    return read_assignments(document, name, context)


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
    return [
        Finding("evidence-file-absent", item.origin.place(), {"name": evidence.file})
        for item in items
        for evidence in item.evidence
        # A path such as '../x' leads to a file that does not go along when the folder is handed on.
        if evidence.file and not (lies_in(root / evidence.file, root) and (root / evidence.file).is_file())
    ]
