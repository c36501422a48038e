"""Correct imported reports: what a person has filled into the workbook of a review goes into their TOML files."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cchc_score.documents import Tables
from cchc_score.errors import ReportError, WriteError
from cchc_score.files.disk import decode_text, read_bytes, write_files
from cchc_score.files.toml_file import TomlFile, read_toml
from cchc_score.findings import Finding, Place, ordered
from cchc_score.results.correction_receipt import CorrectionReceipt
from cchc_score.review.corrected_toml import FACTS
from cchc_score.review.corrections import Correction, read_corrections
from cchc_score.review.report_changes import FigureChange, changed_report, figure_changes
from cchc_score.year.document_files import DocumentSource, read_all, sources
from cchc_score.year.load import no_progress
from cchc_score.year.parallel import Progress
from cchc_score.year.source import YearSource


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A report of a folder as it stands: its path, bytes and text, and the TOML in it."""

    path: Path
    data: bytes
    text: str
    file: TomlFile


@dataclass(frozen=True, slots=True)
class CorrectedReports:
    """What becomes of the corrections of a workbook, and the text of each report after them."""

    receipt: CorrectionReceipt
    texts: tuple[tuple[KeptReport, str], ...] = ()

    def keep(self) -> None:
        """Write the reports that change; refused where one has changed since its figures were compared."""
        changed = [(kept, text) for kept, text in self.texts if text != kept.text]
        others = [kept for kept, _ in changed if read_bytes(kept.path, kept.file.name) != kept.data]
        if others:
            raise WriteError(Finding("file-changing", Place(kept.file.name)) for kept in others)
        by_folder: dict[Path, list[tuple[str, bytes]]] = defaultdict(list)
        for kept, text in changed:
            by_folder[kept.path.parent].append((kept.path.name, text.encode()))
        for folder, files in by_folder.items():
            write_files(folder, files, force=True)


def correct_reports(
    source: YearSource, workbook: DocumentSource, folder: Path, by: str = "", progress: Progress = no_progress
) -> CorrectedReports:
    """The corrections of a workbook applied to the reports of a folder.

    A row with a fault is among the findings, and the others are applied. `by` stands for the name of whoever corrects
    where the workbook gives none. A ReportError says why the workbook or a report cannot be read.
    """
    rules, found = source.rules(), list[Finding]()
    indicators = rules.scheme.indicators
    document = _workbook(source, workbook, progress)
    corrections = read_corrections(document, workbook.name, indicators, rules.form, by, found)
    reports = _reports(folder)
    changes: list[FigureChange] = []
    texts: list[tuple[KeptReport, str]] = []
    for unit, own in _by_unit(corrections).items():
        kept = _only(reports.get(unit, ()), own, found)
        if kept is not None:
            wanted = list(figure_changes(kept.file, own, rules.form, indicators, found))
            text, made = changed_report(kept.file, kept.text, wanted, found)
            changes += made
            texts.append((kept, text))
    receipt = CorrectionReceipt(workbook.name, folder.as_posix(), tuple(changes), ordered(found))
    return CorrectedReports(receipt, tuple(texts))


def _workbook(source: YearSource, workbook: DocumentSource, progress: Progress) -> Tables:
    reading = read_all([workbook], source.rules().registry.readers, progress)
    if reading.faults or reading.findings:
        raise ReportError((*reading.faults, *reading.findings))
    ((_, document),) = reading.documents
    if not isinstance(document, Tables):
        raise ReportError([Finding("review-nothing", Place(workbook.name))])
    return document


def _reports(folder: Path) -> Mapping[str, list[KeptReport]]:
    """The TOML reports of a folder by the unit that they name; a ReportError where one cannot be read."""
    within = sources([folder], folder)
    faults = list(within.faults)
    reports: dict[str, list[KeptReport]] = defaultdict(list)
    for one in within.sources:
        if one.path is None or one.path.suffix.lower() != ".toml":
            continue
        try:
            data = read_bytes(one.path, one.name)
            kept = KeptReport(one.path, data, decode_text(data, one.name), read_toml(data, one.name))
        except ReportError as error:
            faults += error.findings
            continue
        head, facts = (kept.file.data.get(key) for key in ("report", FACTS))
        if isinstance(head, Mapping) and isinstance(facts, Mapping):
            reports[str(head.get("unit", ""))].append(kept)
    if faults:
        raise ReportError(faults)
    return reports


def _by_unit(corrections: Sequence[Correction]) -> Mapping[str, list[Correction]]:
    found: dict[str, list[Correction]] = defaultdict(list)
    for correction in corrections:
        found[correction.unit].append(correction)
    return dict(sorted(found.items()))


def _only(reports: Sequence[KeptReport], corrections: Sequence[Correction], found: list[Finding]) -> KeptReport | None:
    """The one report of a unit; without one, or with several, each correction is told as one that goes nowhere."""
    if len(reports) == 1:
        return reports[0]
    names = [kept.file.name for kept in reports]
    for correction in corrections:
        if names:
            found.append(Finding("review-files", correction.place, {"files": names}))
        else:
            found.append(Finding("review-unit", correction.place, {"word": correction.unit}))
    return None
