"""The work of a year besides its reports: self-scores, appraisal and survey, loaded from its folder."""

from collections.abc import Sequence
from pathlib import Path

from cchc_score.appraisal.nouns import Claim, Entry, Explanation, Phases, Window
from cchc_score.appraisal.records import Work, from_work_record
from cchc_score.appraisal.rules import Rules, rules
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.survey import without_survey
from cchc_score.appraisal.tables import from_work_tables
from cchc_score.documents import Document, Lines, Record
from cchc_score.facts import Table
from cchc_score.files import lies_in
from cchc_score.findings import Finding, Place
from cchc_score.intake.join import join
from cchc_score.intake.owners import Owners
from cchc_score.intake.read import reports_of
from cchc_score.year.config import Config
from cchc_score.year.documents import Reading, read_all, sources
from cchc_score.year.load import Setup, Year
from cchc_score.year.parallel import Progress

Loaded = tuple[Stages, tuple[Finding, ...], tuple[Finding, ...]]


def load_stages(year: Year, progress: Progress) -> Loaded:
    """The stages of a year, what was noticed while reading its work, and the files that could not be read."""
    setup, table = year.setup, year.gathered.table
    config = setup.config
    if config is None:
        return Stages(setup.scheme, setup.registry.methods, table), (), ()
    reading = _read(setup, config, (*config.self_scores, *config.appraisal), progress)
    methods = setup.registry.methods
    scheme = without_survey(setup.scheme, methods, config.no_survey)[0] if config.no_survey else setup.scheme
    known = rules(scheme, Owners(table.units, table.units))
    works = [_work(document, name, known) for name, document in reading.documents]
    claims, entries, explanations = (
        tuple(one for work in works for one in getattr(work, name)) for name in ("claims", "entries", "explanations")
    )
    survey, surveyed = _survey(year, config, progress)
    stages = Stages(
        setup.scheme, methods, table, claims, entries, explanations, survey, config.no_survey,
        _phases(config), year.gathered.reasons,
    )  # fmt: skip
    noticed = [one for work in works for one in work.findings]
    noticed += [one for work in works for one in _absent_files(work, config.root)]
    findings = (*reading.findings, *surveyed.findings, *noticed)
    return stages, findings, (*reading.faults, *surveyed.faults)


def _read(setup: Setup, config: Config, names: Sequence[str], progress: Progress) -> Reading:
    """The documents in some folders of the year; a folder that is not there holds none."""
    there = [config.root / name for name in names if (config.root / name).exists()]
    return read_all(sources(there, config.root), setup.registry.readers, progress)


def _work(document: Document, name: str, known: Rules) -> Work:
    if isinstance(document, Record):
        return from_work_record(document, name, known)
    if isinstance(document, Lines):
        return Work(findings=(Finding("claims-kind", Place(name)),))
    return from_work_tables(document, name, known)


def _absent_files(work: Work, root: Path) -> list[Finding]:
    """Evidence that names a file which is not in the year's folder."""
    told: list[Claim | Entry | Explanation] = [*work.claims, *work.entries, *work.explanations]
    cited = [(one.origin, evidence.file) for one in told for evidence in one.evidence]
    return [
        Finding("evidence-file-absent", origin.place(), {"name": file})
        for origin, file in cited
        if file and not (lies_in(root / file, root) and (root / file).is_file())
    ]


def _survey(year: Year, config: Config, progress: Progress) -> tuple[Table | None, Reading]:
    setup = year.setup
    reading = _read(setup, config, config.survey, progress)
    if not reading.documents:
        return None, reading
    scheme = setup.scheme
    reports = [
        report
        for name, document in reading.documents
        for report in reports_of(document, name, None, scheme.indicators, scheme.period)
    ]
    gathered = join(reports, year.gathered.table.units, scheme.period, None, scheme.indicators)
    # A unit that no survey reached is pending, which its sheet says.
    findings = [one for one in gathered.findings if one.code != "unit-without-report"]
    return gathered.table, Reading(reading.documents, (*reading.findings, *findings), reading.faults)


def _phases(config: Config) -> Phases:
    deadlines = config.deadlines
    return Phases(
        Window(*deadlines.self_score),
        tuple(Window(*one) for one in deadlines.appraisal),
        tuple(Window(*one) for one in deadlines.explanation),
    )
