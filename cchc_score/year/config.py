"""`cchc.toml`: where the scheme, the units, the reports and the work of a year are, and its deadlines."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import AfterValidator

from cchc_score.appraisal.appraisal_model import OPEN, Phases, TakenOut
from cchc_score.errors import ReportError, SchemeError
from cchc_score.facts import Origin
from cchc_score.files.disk import is_there, read_bytes
from cchc_score.files.toml_file import TomlFile, read_toml
from cchc_score.findings import Finding, Place
from cchc_score.validation import Border, Line, validated
from cchc_score.year.letterhead import BLANK, Letterhead, read_letterhead
from cchc_score.year.phase_tables import read_phases

NAME = "cchc.toml"


def _writable(name: str) -> str:
    if any(unicodedata.category(char) == "Cc" for char in name):
        raise ValueError("value-control")
    return name


Name = Annotated[Line, AfterValidator(_writable)]
"""The name of a file or a folder, in which no system takes a control character."""


class ConfigTable(Border):
    """The keys of `cchc.toml`; paths are relative to it."""

    scheme: Name
    form: Name | None = None
    units: Name | None = None
    last_year: Name | None = None
    reports: Name | list[Name] = "reports"
    plugins: Name | list[Name] = []
    items: Name | list[Name] = "items"
    self_scores: Name | list[Name] = "self-scores"
    appraisal: Name | list[Name] = "appraisal"
    # Tables in tables stay raw here and are checked by themselves, so that faults in all of them are told at once.
    survey: dict[str, Any] = {}
    phases: dict[str, Any] = {}
    taken_out: list[Any] = []
    annex: dict[str, Any] = {}


class TakenOutTable(Border):
    """One `[[taken_out]]`: a criterion that a council takes out of the maximum, of everybody or of some units."""

    criterion: Line
    units: list[Line] | None = None
    reason: Line
    decision: Line = ""


class SurveyTable(Border):
    """`[survey]`: where its figures are, or that none is held, and why."""

    files: Name | list[Name] = "survey"
    held: bool = True
    reason: Line = ""


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
    phases: Phases = OPEN
    taken_out: tuple[TakenOut, ...] = ()
    last_year: str | None = None
    items: tuple[str, ...] = ()
    named: tuple[tuple[str, Place], ...] = ()
    """The folders of work that the file names itself, and where: without that, a folder may well not be there."""
    letterhead: Letterhead = BLANK
    names_reports: bool = True

    @property
    def report_paths(self) -> list[Path]:
        """Where the reports are; beside work alone there need be none, unless the file names their folder."""
        paths = [self.root / name for name in self.reports]
        there = [path for path in paths if is_there(path)]
        if self.names_reports:
            return paths
        # Of the default names those count that are there; where nothing at all is, the first is missed.
        return there if there or self.worked else paths[:1]

    @property
    def entries_folder(self) -> str:
        """Where entries stand that came without a file of their own."""
        return self.appraisal[0] if self.appraisal else "appraisal"

    @property
    def worked(self) -> bool:
        """Whether there is more than reports: a folder of work, or a decision on the maximum."""
        folders = (*self.self_scores, *self.appraisal, *self.survey)
        return bool(self.no_survey or self.taken_out) or any(is_there(self.root / name) for name in folders)

    def absent(self) -> list[Finding]:
        """The folders of work that the file names and that are not there."""
        gone = [(name, place) for name, place in self.named if not is_there(self.root / name)]
        return [Finding("folder-absent", place, {"name": name}) for name, place in gone]


def find_config(start: Path) -> Path | None:
    """The nearest `cchc.toml` in a folder or above it; for a file, from its folder on."""
    # Not resolved: through a link the folders above are those that the person sees.
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
        # A broken configuration ends a run as a broken scheme does, with another exit code than a broken report.
        raise SchemeError(error.findings) from None
    findings: list[Finding] = []
    table = validated(ConfigTable, dict(file.data), file, (), findings)
    survey = validated(SurveyTable, table.survey, file, ("survey",), findings) if table else None
    phases = read_phases(table.phases, file, findings) if table else None
    taken_out = _taken_out(table.taken_out, file, findings) if table else ()
    letterhead = read_letterhead(table.annex, file, findings) if table else BLANK
    # Criteria leave the maximum for this: whoever reads the result must be told why.
    if survey is not None and not survey.held and not survey.reason:
        findings.append(Finding("survey-reason", file.place(("survey",))))
    if table is None or survey is None or phases is None or findings:
        raise SchemeError(findings)
    return Config(
        root=path.parent,
        scheme=table.scheme,
        form=table.form,
        units=table.units,
        reports=_folders(table, "reports", path.parent),
        plugins=_many(table.plugins),
        self_scores=_folders(table, "self_scores", path.parent),
        appraisal=_folders(table, "appraisal", path.parent),
        survey=_folders(survey, "files", path.parent) if survey.held else (),
        no_survey="" if survey.held else survey.reason,
        phases=phases,
        taken_out=taken_out,
        last_year=table.last_year,
        items=_folders(table, "items", path.parent),
        named=_named(table, survey, file),
        letterhead=letterhead,
        names_reports="reports" in table.model_fields_set,
    )


def _taken_out(raw: list[Any], file: TomlFile, findings: list[Finding]) -> tuple[TakenOut, ...]:
    paths = [("taken_out", str(place)) for place in range(len(raw))]
    tables = [validated(TakenOutTable, one, file, path, findings) for one, path in zip(raw, paths, strict=True)]
    for table, path in zip(tables, paths, strict=True):
        # An empty list names nobody, and would be read as everybody.
        if table is not None and table.units == []:
            findings.append(Finding("value-empty", file.place((*path, "units")), {"key": "units"}))
    return tuple(
        TakenOut(
            criterion=table.criterion,
            units=tuple(table.units or ()),
            reason=table.reason,
            decision=table.decision,
            origin=Origin(file.name, file.line(path)),
        )
        for table, path in zip(tables, paths, strict=True)
        if table is not None
    )


def _named(table: ConfigTable, survey: SurveyTable, file: TomlFile) -> tuple[tuple[str, Place], ...]:
    folders = [
        (table, ("self_scores",)),
        (table, ("appraisal",)),
        (table, ("items",)),
        *([(survey, ("survey", "files"))] if survey.held else []),
    ]
    # Only folders that somebody has named are missed: those of the defaults come with the work, one after the other.
    written = [(one, path) for one, path in folders if path[-1] in one.model_fields_set]
    return tuple((name, file.place(path)) for one, path in written for name in _many(getattr(one, path[-1])))


_VIETNAMESE: Mapping[str, str] = MappingProxyType(
    {
        "reports": "bao-cao",
        "self_scores": "tu-cham",
        "appraisal": "tham-dinh",
        "files": "dieu-tra",
        "items": "danh-sach",
    }
)
"""The other name of each folder that the file need not name."""


def _folders(table: ConfigTable | SurveyTable, key: str, root: Path) -> tuple[str, ...]:
    """The folders under a key; those that are not named have an English and a Vietnamese name, and may have both."""
    names = _many(getattr(table, key))
    if key in table.model_fields_set:
        return names
    # First the one that is there: what is written anew goes into it.
    return tuple(sorted((*names, _VIETNAMESE[key]), key=lambda name: not is_there(root / name)))


def _many(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
