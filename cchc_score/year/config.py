"""`cchc.toml`: where the scheme, the units and the reports of a year are."""

from dataclasses import dataclass
from pathlib import Path

from cchc_score.borders import Border, Line, validated
from cchc_score.errors import ReportError, SchemeError
from cchc_score.files import read_bytes
from cchc_score.findings import Finding
from cchc_score.toml_file import read_toml

NAME = "cchc.toml"


class ConfigTable(Border):
    """The keys of `cchc.toml`; paths are relative to it."""

    scheme: Line
    form: Line | None = None
    units: Line | None = None
    reports: Line | list[Line] = "reports"
    plugins: Line | list[Line] = []


@dataclass(frozen=True, slots=True)
class Config:
    """The configuration of one folder."""

    root: Path
    scheme: str
    form: str | None
    units: str | None
    reports: tuple[str, ...]
    plugins: tuple[str, ...]


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
    if table is None:
        raise SchemeError(findings)
    return Config(path.parent, table.scheme, table.form, table.units, _many(table.reports), _many(table.plugins))


def _many(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
