"""Preview: what a file of a unit says, read as it would be read in the year, before anybody hands it in."""

from dataclasses import dataclass
from pathlib import Path

from cchc_score.appraisal.appraisal_model import Claim
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.work_context import work_context
from cchc_score.facts import Origin, Table
from cchc_score.findings import Finding, ordered
from cchc_score.intake.join import Gathered, join
from cchc_score.intake.read_document import as_told, read_document
from cchc_score.intake.reports import ReadDocument
from cchc_score.intake.unit_lookup import UnitLookup
from cchc_score.model import Unit, Value
from cchc_score.year.document_files import DocumentSource, read_all
from cchc_score.year.load import no_progress
from cchc_score.year.source import Reading, YearRules
from cchc_score.year.work_reading import read_work

_OF_OTHERS = frozenset({"unit-without-report", "journal-behind", "claims-nowhere", "report-self-score"})
"""What is found in a single file because it is not the whole year."""


@dataclass(frozen=True, slots=True)
class PreviewedFigure:
    """A figure of a file: where it was read, what is doubtful about it, and whether it is a draft to be confirmed."""

    code: str
    value: Value
    origin: Origin
    doubts: tuple[Finding, ...]
    draft: bool


@dataclass(frozen=True, slots=True)
class FilePreview:
    """What a file says of a unit; `others` are further units that it names, of which nothing is taken."""

    unit: Unit
    figures: tuple[PreviewedFigure, ...]
    claims: tuple[Claim, ...]
    others: tuple[Unit, ...]
    findings: tuple[Finding, ...]

    @property
    def says_anything(self) -> bool:
        """Whether there is anything to take over."""
        return bool(self.figures or self.claims)


def preview_file(path: Path, name: str, rules: YearRules, stages: Stages, unit: Unit) -> FilePreview:
    """What the file at a path says, which is called by a name; one that names no unit is taken for that of `unit`."""
    reading, documents = _read(path, name, rules)
    scheme, units = stages.scheme, stages.reported_table.units
    gathered = _gathered(documents, rules, stages)
    if not gathered.used:
        gathered = _gathered([as_told(document, unit.code, None) for document in documents], rules, stages)
    context = work_context(scheme, UnitLookup(units, units))
    works = [read_work(document, name, context, is_report=True) for _, document in reading.documents]
    claims = [claim for work in works for claim in work.claims]
    told = {owner.code for owners in gathered.used.values() for owner, _ in owners} | {one.unit for one in claims}
    found = (
        *reading.findings,
        *reading.faults,
        *(one for one in gathered.findings if one.place.file == name or one.place.unit == unit.label),
        *(finding for work in works for finding in work.findings),
    )
    return FilePreview(
        unit=unit,
        figures=_figures(gathered, units.index(unit)),
        claims=tuple(claim for claim in claims if claim.unit == unit.code),
        others=tuple(one for one in units if one.code in told - {unit.code}),
        findings=ordered(tuple(one for one in found if one.code not in _OF_OTHERS)),
    )


def figures_of_file(path: Path, name: str, rules: YearRules, stages: Stages) -> tuple[Table, tuple[Finding, ...]]:
    """The figures of the file at a path for all units, and what was found about it; no draft is among them."""
    reading, documents = _read(path, name, rules)
    gathered = _gathered(documents, rules, stages)
    own = (one for one in gathered.findings if one.place.file == name)
    return gathered.table, ordered((*reading.findings, *reading.faults, *own))


def units_of_file(path: Path, name: str, rules: YearRules, stages: Stages) -> tuple[Unit, ...]:
    """The units that the file at a path has figures or claims of, in the order of the list; none for other files."""
    reading, documents = _read(path, name, rules)
    scheme, units = stages.scheme, stages.reported_table.units
    context = work_context(scheme, UnitLookup(units, units))
    works = [read_work(document, name, context, is_report=True) for _, document in reading.documents]
    gathered = _gathered(documents, rules, stages)
    told = {owner.code for owners in gathered.used.values() for owner, _ in owners}
    told |= {claim.unit for work in works for claim in work.claims}
    return tuple(unit for unit in units if unit.code in told)


def _read(path: Path, name: str, rules: YearRules) -> tuple[Reading, list[ReadDocument]]:
    """The file at a path, and what it says as a document of reports."""
    reading = read_all([DocumentSource(name, path)], rules.registry.readers, no_progress, processes=False)
    form, scheme = rules.form, rules.scheme
    return reading, [
        read_document(document, name, form, scheme.indicators, scheme.period) for _, document in reading.documents
    ]


def _gathered(documents: list[ReadDocument], rules: YearRules, stages: Stages) -> Gathered:
    scheme = stages.scheme
    return join(
        [report for document in documents for report in document.reports],
        stages.reported_table.units,
        scheme.period,
        rules.form,
        scheme.indicators,
        scheme.days,
        units_on=scheme.ranking.units_on,
    )


def _figures(gathered: Gathered, row: int) -> tuple[PreviewedFigure, ...]:
    table = gathered.table
    drafts = {code: fact for (at, code), fact in gathered.drafts.items() if at == row}
    codes = [code for code in table.columns if table.known(row, code)]
    known = [
        PreviewedFigure(
            code=code,
            value=table.value(row, code),
            origin=table.origins.get((row, code), Origin("")),
            doubts=gathered.reasons.get((row, code), ()),
            draft=False,
        )
        for code in codes
    ]
    waiting = [
        PreviewedFigure(code, fact.value, fact.origin, gathered.reasons.get((row, code), ()), draft=True)
        for code, fact in drafts.items()
    ]
    return (*known, *waiting)
