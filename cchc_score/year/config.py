"""`cchc.toml`: where the scheme, the units, the reports and the work of a year are, and its deadlines."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import Field

from cchc_score.borders import Border, Line, validated
from cchc_score.errors import ReportError, SchemeError
from cchc_score.files import read_bytes
from cchc_score.findings import Finding, Place
from cchc_score.toml_file import TomlFile, read_toml

NAME = "cchc.toml"


class ConfigTable(Border):
    """The keys of `cchc.toml`; paths are relative to it."""

    scheme: Line
    form: Line | None = None
    units: Line | None = None
    reports: Line | list[Line] = "reports"
    plugins: Line | list[Line] = []
    self_scores: Line | list[Line] = "self-scores"
    appraisal: Line | list[Line] = "appraisal"
    survey: dict[str, Any] = {}
    phases: dict[str, Any] = {}


class SurveyTable(Border):
    """`[survey]`: where its figures are, or that none is held, and why."""

    files: Line | list[Line] = "survey"
    held: bool = True
    reason: Line = ""


class PhaseTable(Border):
    """The first and last day of a phase."""

    first: date | None = Field(None, alias="from")
    last: date | None = Field(None, alias="to")


class PhasesTable(Border):
    """`[phases]`: one table a phase, for appraisals and explanations one a round."""

    self_score: dict[str, Any] = {}
    appraisal: list[dict[str, Any]] = []
    explanation: list[dict[str, Any]] = []


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The first and last days of the phases, both included; None where they are open."""

    self_score: tuple[date | None, date | None] = (None, None)
    appraisal: tuple[tuple[date | None, date | None], ...] = ()
    explanation: tuple[tuple[date | None, date | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """The configuration of one folder."""

    root: Path
    scheme: str
    form: str | None
    units: str | None
    reports: tuple[str, ...]
    plugins: tuple[str, ...]
    self_scores: tuple[str, ...] = ()
    appraisal: tuple[str, ...] = ()
    survey: tuple[str, ...] = ()
    no_survey: str = ""
    deadlines: Deadlines = field(default_factory=Deadlines)
    named: tuple[tuple[str, Place], ...] = ()
    """The folders of work that the file names itself, and where: without that, a folder may well not be there."""

    @property
    def worked(self) -> bool:
        """Whether there is more than reports: a folder of self-scores, entries or survey figures, or no survey."""
        folders = (*self.self_scores, *self.appraisal, *self.survey)
        return bool(self.no_survey) or any((self.root / name).exists() for name in folders)

    def absent(self) -> list[Finding]:
        """The folders of work that the file names and that are not there."""
        gone = [(name, place) for name, place in self.named if not (self.root / name).exists()]
        return [Finding("folder-absent", place, {"name": name}) for name, place in gone]


def find_config(start: Path) -> Path | None:
    """The nearest `cchc.toml` in a folder or above it; for a file, from its folder on."""
    here = start.absolute()
    for folder in (here, *here.parents):
        candidate = folder / NAME
        if candidate.is_file():
            return candidate
    return None


def read_config(path: Path) -> Config:
    """The configuration in a file; a SchemeError tells all its faults."""
    try:
        file = read_toml(read_bytes(path, NAME), NAME)
    except ReportError as error:
        raise SchemeError(error.findings) from None
    findings: list[Finding] = []
    table = validated(ConfigTable, dict(file.data), file, (), findings)
    survey = validated(SurveyTable, table.survey, file, ("survey",), findings) if table else None
    deadlines = _deadlines(table.phases, file, findings) if table else None
    if survey is not None and not survey.held and not survey.reason:
        findings.append(Finding("survey-reason", file.place(("survey",))))
    if table is None or survey is None or deadlines is None or findings:
        raise SchemeError(findings)
    return Config(
        path.parent,
        table.scheme,
        table.form,
        table.units,
        _many(table.reports),
        _many(table.plugins),
        _many(table.self_scores),
        _many(table.appraisal),
        _many(survey.files) if survey.held else (),
        "" if survey.held else survey.reason,
        deadlines,
        _named(table, survey, file),
    )


def _named(table: ConfigTable, survey: SurveyTable, file: TomlFile) -> tuple[tuple[str, Place], ...]:
    folders = [
        (table, ("self_scores",)),
        (table, ("appraisal",)),
        *([(survey, ("survey", "files"))] if survey.held else []),
    ]
    written = [(one, path) for one, path in folders if path[-1] in one.model_fields_set]
    return tuple((name, file.place(path)) for one, path in written for name in _many(getattr(one, path[-1])))


def _deadlines(raw: object, file: TomlFile, findings: list[Finding]) -> Deadlines | None:
    table = validated(PhasesTable, raw, file, ("phases",), findings)
    if table is None:
        return None

    def days(raw: object, *path: str) -> tuple[date | None, date | None]:
        one = validated(PhaseTable, raw, file, ("phases", *path), findings)
        if one is None:
            return None, None
        if one.first and one.last and one.first > one.last:
            findings.append(Finding("phase-order", file.place(("phases", *path))))
        return one.first, one.last

    appraisal, explanation = (
        tuple(days(raw, name, str(place)) for place, raw in enumerate(rounds))
        for name, rounds in (("appraisal", table.appraisal), ("explanation", table.explanation))
    )
    return Deadlines(days(table.self_score, "self_score"), appraisal, explanation)


def _many(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
