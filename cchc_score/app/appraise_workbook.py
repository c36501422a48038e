"""Appraise: what a council has filled into a workbook becomes entries of the year."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from cchc_score.appraisal.acts import Confirmation
from cchc_score.appraisal.appraisal_model import Entry, Window
from cchc_score.appraisal.present_values import PresentValues
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.timeliness import as_exact
from cchc_score.appraisal.work_context import work_context
from cchc_score.appraisal.workbook_export import AppraisalRows, appraisal_rows, consequences, round_start
from cchc_score.appraisal.workbook_import import AppraisalSession, read_workbook
from cchc_score.appraisal.year_steps import frozen_finding
from cchc_score.documents import Grid, Tables
from cchc_score.errors import ReportError
from cchc_score.findings import Finding, Place, ordered
from cchc_score.intake.unit_lookup import UnitLookup
from cchc_score.text import Lang
from cchc_score.year.document_files import DocumentSource, read_all
from cchc_score.year.load import no_progress, whole_stages
from cchc_score.year.parallel import Progress
from cchc_score.year.source import YearSource


@dataclass(frozen=True, slots=True)
class Appraisal:
    """What a workbook asks for, entries and marks that are kept; what was noticed, and the stages of the year.

    `passed` are the rows that say what the year has already.
    """

    stages: Stages
    entries: tuple[Entry, ...]
    kept: tuple[Confirmation, ...]
    findings: tuple[Finding, ...]
    basis: str
    passed: int = 0

    def keep(self, source: YearSource) -> None:
        """Add all of it to the year; refused where that has changed since the old values were compared with it."""
        source.add_entries(self.entries, self.kept, self.basis)


def appraise_workbook(
    source: YearSource, workbook: DocumentSource, asked: AppraisalSession, progress: Progress = no_progress
) -> Appraisal:
    """The entries in a workbook, all of them good; a ReportError tells everything for which it is refused."""
    # Before anything is read, so that a change while the workbook is read is seen as well.
    basis = source.fingerprint()
    stages, _ = whole_stages(source, progress)
    return workbook_entries(source, stages, basis, workbook, asked, progress)


def workbook_entries(
    source: YearSource,
    stages: Stages,
    basis: str,
    workbook: DocumentSource,
    asked: AppraisalSession,
    progress: Progress = no_progress,
) -> Appraisal:
    """The same for a year whose stages are known, read when `basis` was its fingerprint.

    Where entries may differ from those of others, that they do is no reason to refuse them.
    """
    frozen = frozen_finding(stages.acts, Place(workbook.name))
    if frozen is not None:
        raise ReportError([frozen])
    document = _tables(source, workbook, progress)
    units = stages.reported_table.units
    start = round_start(stages, asked.round)

    asked = replace(asked, on=as_exact(asked.on, stages.phases.appraised_in(asked.round) or Window()))

    # Asked for with every row of the workbook, which alone says in which language it was written.
    @cache
    def expected(lang: Lang) -> AppraisalRows:
        return appraisal_rows(stages, start, range(len(units)), lang)

    context = work_context(stages.scheme, UnitLookup(units, units))
    found = read_workbook(document, workbook.name, context, start, expected, asked)
    entries, passed = found.entries, found.passed
    if asked.rivals:
        values = PresentValues(stages, asked.round)
        stated = [values.beside_others(entry) for entry in entries]
        entries = tuple(entry for entry in stated if entry is not None)
        passed += len(stated) - len(entries)
    after = _conflicts_told(consequences(stages, entries), workbook.name)
    told = ordered((*found.findings, *after))
    if any(finding.severity == "error" for finding in told):
        raise ReportError(told)
    return Appraisal(stages=stages, entries=entries, kept=found.kept, findings=told, basis=basis, passed=passed)


def _conflicts_told(findings: Iterable[Finding], workbook: str) -> Iterator[Finding]:
    """The findings, with one for each row that differs from what somebody else has entered: that keeps nothing out."""
    for finding in findings:
        if finding.code != "entry-conflict":
            yield finding
        # The other side of it stands in the year, and is told by every command from now on.
        elif finding.place.file == workbook:
            args = {key: finding.args[key] for key in ("mine", "theirs", "other")}
            yield Finding("workbook-conflict", finding.place, args)


def _tables(source: YearSource, workbook: DocumentSource, progress: Progress) -> Grid | Tables:
    reading = read_all([workbook], source.rules().registry.readers, progress)
    if reading.faults or reading.findings:
        raise ReportError((*reading.faults, *reading.findings))
    ((_, document),) = reading.documents
    if isinstance(document, Grid):
        return document
    if not isinstance(document, Tables) or document.draft or document.attached is not None:
        raise ReportError([Finding("workbook-nothing", Place(workbook.name))])
    return document
