"""What a year of the server may not name: a file of the server's disk that does not lie in the year's own folder."""

from collections.abc import Callable
from pathlib import Path

from cchc_score.errors import ReportError
from cchc_score.files.disk import real_path
from cchc_score.findings import Finding, Place
from cchc_score.year.config import NAME as CONFIG
from cchc_score.year.config import Config
from cchc_score.year.folder_rules import NamedFile
from cchc_score.year.packaged import names_a_file


def refuse_outside(config: Config) -> None:
    """A ReportError where a configuration names what is not below the year's folder; rules are another matter."""
    named = (*config.plugins, *config.reports, *config.self_scores, *config.appraisal, *config.survey, *config.items)
    paths = [config.root / name for name in (*named, *([config.units] if config.units else []))]
    root = config.root.resolve()
    outside = {path for path in paths if not path.resolve().is_relative_to(root)}
    # The year before may stand beside the year.
    if config.last_year and not (before := config.root / config.last_year).resolve().is_relative_to(root.parent):
        outside.add(before)
    if outside:
        raise ReportError(map(_finding, sorted(path.as_posix() for path in outside)))


def rules_within(folder: Path) -> Callable[[NamedFile], None]:
    """What refuses, before it is read, a scheme or form that does not lie in a folder: for FolderRules."""

    def check(named: NamedFile) -> None:
        name, base = named
        if name and names_a_file(name) and not real_path(base / name).is_relative_to(real_path(folder)):
            raise ReportError([_finding(name)])

    return check


def _finding(name: str) -> Finding:
    return Finding("server-outside", Place(CONFIG), {"name": name})
