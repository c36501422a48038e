"""Everything that a command needs, loaded once: plugins, scheme, form, units, facts."""

import os
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from cchc_score.errors import ReportError, SchemeError
from cchc_score.files import read_bytes, real
from cchc_score.findings import Finding, Place, ordered
from cchc_score.intake.join import Gathered, join
from cchc_score.intake.read import reports_of
from cchc_score.intake.told import Report
from cchc_score.model import Form, Scheme, Unit
from cchc_score.plugins import Registry, load
from cchc_score.text import bare
from cchc_score.units import read_units
from cchc_score.year.config import Config, find_config, read_config
from cchc_score.year.documents import Source, read_all, sources
from cchc_score.year.parallel import Progress
from cchc_score.year.shipped import load_form, load_scheme, place

MOST_NAMES = 5


@dataclass(frozen=True, slots=True)
class Request:
    """What a person asks for; what it leaves out, the folder's `cchc.toml` says.

    `unit` and `year` stand for what the documents do not say, or say wrongly.
    """

    paths: tuple[Path, ...] = ()
    scheme: str | None = None
    form: str | None = None
    plugins: tuple[Path, ...] = ()
    given: tuple[Source, ...] = field(default=())
    unit: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Setup:
    """The rules of a year, before any report is read."""

    config: Config | None
    registry: Registry
    scheme: Scheme
    form: Form | None
    scheme_path: Path | None


@dataclass(frozen=True, slots=True)
class Year:
    """The rules and the facts of a year; `unread` tells of files that could not be read."""

    setup: Setup
    gathered: Gathered
    unread: tuple[Finding, ...] = ()


def configuration(paths: Sequence[Path]) -> Config | None:
    """The configuration above the first path, or above the working directory."""
    if paths and not os.path.lexists(paths[0]):
        raise ReportError([Finding("file-absent", Place(paths[0].as_posix()))])
    path = find_config(paths[0] if paths else Path())
    return read_config(path) if path else None


def registry_for(request: Request, config: Config | None) -> Registry:
    """The plugins of the program, of the folder and of the command line."""
    own = [config.root / folder for folder in config.plugins] if config else []
    unique = {real(folder): folder for folder in (*own, *request.plugins)}
    return load(list(unique.values()))


def set_up(request: Request) -> Setup:
    """Plugins, scheme and form; a CchcError tells everything that is wrong with them."""
    config = configuration(request.paths)
    registry = registry_for(request, config)
    name, base = request.scheme, Path()
    if name is None and config is not None:
        name, base = config.scheme, config.root
    if name is None:
        raise SchemeError([Finding("scheme-unnamed")])
    scheme = load_scheme(name, base, registry.methods, registry.indicators)
    scheme_path = place(name, base)
    return Setup(config, registry, scheme, _form(request, config, scheme, scheme_path), scheme_path)


def _form(request: Request, config: Config | None, scheme: Scheme, scheme_path: Path | None) -> Form | None:
    if request.form:
        return load_form(request.form, Path(), scheme.indicators)
    if config is not None and config.form:
        return load_form(config.form, config.root, scheme.indicators)
    if scheme.form:
        return load_form(scheme.form, scheme_path.parent if scheme_path else Path(), scheme.indicators)
    return None


def load_year(request: Request, setup: Setup, progress: Progress) -> Year:
    """The rules and facts of a year; what is wrong with the facts is among the findings."""
    config, scheme = setup.config, setup.scheme
    period = request.year or scheme.period
    units = None
    if config is not None and config.units:
        units = read_units(read_bytes(config.root / config.units, config.units), config.units)
    found = sources(_report_paths(request, config), config.root if config else Path())
    reading = read_all((*found, *request.given), setup.registry.readers, progress)
    reports = [
        _asked(report, request)
        for name, document in reading.documents
        for report in reports_of(document, name, setup.form, scheme.indicators, period)
    ]
    gathered = join(reports, units, period, setup.form, scheme.indicators)
    absent = config.absent() if config else ()
    findings = ordered((*absent, *gathered.findings, *reading.findings, *_kinds(scheme, gathered.table.units)))
    return Year(setup, replace(gathered, findings=findings), reading.faults)


def _kinds(scheme: Scheme, units: Sequence[Unit]) -> list[Finding]:
    """What would rank units apart that belong together, where each kind is ranked by itself."""
    if scheme.ranking.group_by != "kind":
        return []
    absent = [unit.label for unit in units if not unit.kind]
    alike: dict[str, list[str]] = defaultdict(list)
    for kind in sorted({unit.kind for unit in units}):
        alike[bare(kind)].append(kind)
    shown = (*absent[:MOST_NAMES], *(["..."] if len(absent) > MOST_NAMES else []))
    found = [Finding("unit-kind-absent", args={"units": shown})] if absent else []
    return [*found, *(Finding("unit-kinds-alike", args={"kinds": kinds}) for kinds in alike.values() if len(kinds) > 1)]


def _asked(report: Report, request: Request) -> Report:
    """A report as the command line says that it is to be taken."""
    if (not request.unit and request.year is None) or not report.told:
        return report
    if request.unit:
        report = replace(report, unit=request.unit, name="")
    return replace(report, year=request.year) if request.year is not None else report


def _report_paths(request: Request, config: Config | None) -> list[Path]:
    """The reports that a path means: itself, or, for the folder of the configuration, what that says."""
    paths: list[Path] = []
    given = request.paths or (() if request.given or config is None else (config.root,))
    for path in given:
        if config is not None and real(path) == real(config.root):
            paths += [config.root / name for name in config.reports]
        else:
            paths.append(path)
    return paths
