"""A new year from the last: its folder, of the rules that go on and of what somebody has confirmed of each row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from cchc_score.app.next_year_rows import RowReading, plan_next_year, scheme_row
from cchc_score.appraisal.appraisal_model import Phases, Window
from cchc_score.appraisal.moments import Moment
from cchc_score.files.disk import read_bytes
from cchc_score.findings import Words
from cchc_score.merging.folders import read_folder
from cchc_score.model import Scheme, Unit
from cchc_score.schemes.golden_cases import SUFFIX
from cchc_score.schemes.moved_values import moved_values, with_values
from cchc_score.year.config import NAME, Config
from cchc_score.year.config_text import for_next_year, with_phases
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.packaged import names_a_file
from cchc_score.year.units_text import units_csv

UNITS = "units.csv"
_DEFAULTS = {"reports": "reports", "self_scores": "self-scores", "appraisal": "appraisal", "items": "items"}


@dataclass(frozen=True, slots=True)
class NewYearFolder:
    """The files of a new year by their paths, its empty folders; what is wrong with the rows, by their names."""

    files: Mapping[str, bytes]
    folders: Sequence[str]
    faults: Mapping[str, Words]


def new_year_folder(
    source: FolderSource, config: Config, last_year: str, texts: Mapping[str, str], confirmed: frozenset[str]
) -> NewYearFolder:
    """The folder of the next year with what was typed for each row; without files where anything is wrong.

    `last_year` is where the new folder finds this one. Work and figures of the year stay where they are.
    """
    plan = plan_next_year(source, config)
    reading = RowReading(plan, texts, confirmed)
    said = {row.name: reading.said(row) for row in plan.rows}
    if reading.faults:
        return NewYearFolder({}, (), reading.faults)
    scheme, name = source.rules().scheme, _scheme_name(source, config)
    values = {value.place: _in_scheme(said[scheme_row(value).name]) for value in moved_values(plan.scheme)}
    files = {name: with_values(plan.scheme, values).encode()}
    if plan.cases is not None:
        files[name.removesuffix(".toml") + SUFFIX] = with_values(plan.cases, {}).encode()
    files |= _other_rules(source, config, scheme)
    keys = {"scheme": name, "last_year": last_year}
    units = source.units()
    if units is not None:
        files[UNITS] = units_csv(_units(units, said))
        keys["units"] = UNITS
    folders = _folders(config)
    # A file in the place of a folder held the figures of its year: the new one begins with the folder.
    keys |= {key: folder for key, folder in folders.items() if key != "survey" and not _is_named(config, key, folder)}
    own = read_bytes(config.root / NAME, NAME)
    files[NAME] = with_phases(for_next_year(own, keys), _phases(config.phases, said))
    return NewYearFolder(files, tuple(folders.values()), {})


def _in_scheme(said: Moment | str) -> str:
    return said if isinstance(said, str) else said.isoformat()


def _phases(before: Phases, said: Mapping[str, Moment | str]) -> Phases:
    def moved(kind: str, round: int, window: Window) -> Window:
        ends = [said.get(f"phase-{kind}-{round}-{end}") for end in ("first", "last")]
        return Window(*(None if end is None or isinstance(end, str) else end for end in ends))

    appraisal, explanation = (
        tuple(moved(kind, round, window) for round, window in enumerate(windows, 1))
        for kind, windows in (("appraisal", before.appraisal), ("explanation", before.explanation))
    )
    return Phases(moved("self_score", 0, before.self_score), appraisal, explanation)


def _units(units: Sequence[Unit], said: Mapping[str, Moment | str]) -> list[tuple[Unit, date | None]]:
    """The units that are still there, each with its end."""
    ends = {unit.code: said.get(f"unit-{unit.code}") for unit in units}
    return [(unit, None if isinstance(end, str) else end) for unit in units if (end := ends[unit.code]) != ""]


def _scheme_name(source: FolderSource, config: Config) -> str:
    """The path of the new scheme: as of the last, with the year in its name moved."""
    period = source.rules().scheme.period
    path = (
        PurePosixPath(config.scheme)
        if names_a_file(config.scheme)
        else PurePosixPath(f"{config.scheme.rpartition(':')[2]}.toml")
    )
    return path.with_name(path.name.replace(str(period), str(period + 1))).as_posix()


def _other_rules(source: FolderSource, config: Config, scheme: Scheme) -> dict[str, bytes]:
    """The form, the frame and the plugins that lie in the year's folder, as they are."""
    found = read_folder(config.root).files
    beside = PurePosixPath(config.scheme).parent
    own = {config.scheme, (beside / scheme.frame).as_posix()} if scheme.frame else {config.scheme}
    named = (source.folder_rules.files_in_year() | own) - {config.scheme}
    wanted = [path for path in found if path in named or _is_plugin(path, config.plugins)]
    return {path: read_bytes(found[path].path, path) for path in wanted}


def _is_plugin(path: str, plugins: Sequence[str]) -> bool:
    return any(path == name or path.startswith(f"{name.rstrip('/')}/") for name in plugins)


def _folders(config: Config) -> dict[str, str]:
    """The empty folders of a new year, by the keys that name them."""
    named = {**{key: getattr(config, key) for key in _DEFAULTS}, "survey": config.survey}
    folders = {}
    for key, names in named.items():
        usual = _DEFAULTS.get(key, "survey")
        first = next(iter(names), usual)
        folders[key] = usual if (config.root / first).is_file() else first
    return folders


def _is_named(config: Config, key: str, folder: str) -> bool:
    return folder in getattr(config, key)


def folder_of_next(name: str, period: int) -> str:
    """What the folder of the next year may be called: as the last, with the year in its name moved."""
    moved = name.replace(str(period), str(period + 1))
    return moved if moved != name else f"{name}-{period + 1}"
