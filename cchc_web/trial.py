"""A try: what a year would be with some more files, before anything is written; nothing of it stays."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory

from cchc_score.app.score_stage import year_of
from cchc_score.app.take_into_journal import folder_config
from cchc_score.appraisal.stages import Stages
from cchc_score.errors import ReportError
from cchc_score.findings import Finding, Place, Words, ordered
from cchc_score.journal.events import Event, Happening, added
from cchc_score.journal.fold import ACCEPTED, fold
from cchc_score.journal.statement_events import file_happening
from cchc_score.year.config import NAME as CONFIG
from cchc_score.year.journal_place import FOLDER
from cchc_score.year.load import Year, YearStages, load_stages
from cchc_web.database_source import DatabaseSource
from cchc_web.file_intake import NewFile
from cchc_web.models import KeptYear
from cchc_web.outside import refuse_outside
from cchc_web.scored_years import WorkingYear
from cchc_web.year_journal import year_root

UNDOES = Words(
    "Chưa ghi gì. Ghi vào năm thì các nội dung thẩm định dưới đây không còn được tính.",
    "Nothing is written yet. If this is taken in, the entries of appraisers below count no more.",
)


@dataclass(frozen=True, slots=True)
class TriedYear:
    """The year that some files would give, and what it has to be told of beside what it is told of without them.

    `waits` says that they come after somebody has appraised the unit: it is the year once they are accepted.
    """

    year: Year
    staged: YearStages
    stages: Stages
    findings: tuple[Finding, ...]
    waits: bool

    @property
    def undone(self) -> tuple[Finding, ...]:
        """The entries of appraisers that would not count any more, each as it would be told."""
        return tuple(finding for finding in self.findings if finding.code.startswith("entry-"))


def try_files(
    kept: KeptYear, working: WorkingYear, files: Sequence[NewFile], gone: Sequence[tuple[str, str]] = ()
) -> TriedYear:
    """The year with some files taken in, and others, by unit and path, taken away.

    A CchcError tells everything for which they cannot be taken in.
    """
    before = working.source.journal
    happenings = [
        *(Happening("file-gone", unit, path) for unit, path in gone),
        *(file_happening(file.path, file.unit, file.sha256, file.kind, ()) for file in files),
    ]
    paths = [happening.target for happening in happenings]
    waiting = fold(added(_last(before.events), happenings, "", ""), before.state).waiting()
    accepted = [Happening("act", target=path, body={"act": ACCEPTED}) for path in paths if path in waiting]
    events = tuple(added(_last(before.events), [*happenings, *accepted], "", ""))
    with TemporaryDirectory(prefix="thu-") as folder:
        places: dict[str, Path] = {}
        for file in files:
            # Its ending says how it is read.
            places[file.sha256] = Path(folder) / f"{file.sha256}{Path(file.path).suffix.lower()}"
            places[file.sha256].write_bytes(file.data)
        tried = replace(before, events=(*before.events, *events), state=fold(events, before.state), tried=places)
        source = DatabaseSource(kept, tried=tried, root=_with_rules(kept, files, Path(folder)))
        if any(file.kind == "rules" for file in files):
            _check_rules(source, working.source, files)
        year, staged = year_of(source)
        stages = staged.stages or load_stages(source, year).stages
        assert stages is not None, "a year that is loaded has its stages"
    told = set(map(_said, _all_findings(working.year, working.staged, working.stages)))
    new = [one for one in _all_findings(year, staged, stages) if _said(one) not in told]
    return TriedYear(year, staged, stages, ordered(new), bool(accepted))


def _with_rules(kept: KeptYear, files: Sequence[NewFile], folder: Path) -> Path | None:
    """A copy of the year's folder in which some rules have changed; None where none of the files is a rule."""
    rules = [file for file in files if file.kind == "rules"]
    if not rules:
        return None
    root = folder / "nam"
    copytree(year_root(kept), root, ignore=ignore_patterns(FOLDER))
    for file in rules:
        (root / file.path).write_bytes(file.data)
    return root


def _check_rules(source: DatabaseSource, before: DatabaseSource, files: Sequence[NewFile]) -> None:
    """A ReportError, before anything of them is read, for rules that name what is not the year's, or that are plugins.

    A plugin is a program: whoever may send one would command the server.
    """
    config = folder_config(source)
    refuse_outside(config)
    known, named = folder_config(before).plugins, config.plugins
    own = [file.path for file in files if any(PurePosixPath(file.path).is_relative_to(folder) for folder in known)]
    changed = own or sorted(set(named) ^ set(known))
    if changed:
        raise ReportError(Finding("server-plugin", Place(CONFIG), {"name": name}) for name in changed)


def _last(events: Sequence[Event]) -> Event | None:
    return events[-1] if events else None


def _all_findings(year: Year, staged: YearStages, stages: Stages) -> tuple[Finding, ...]:
    scoring = stages.sheet(stages.names[-1]).findings
    return (*year.gathered.findings, *staged.findings, *stages.findings, *scoring)


def _said(finding: Finding) -> tuple[object, ...]:
    return finding.place, finding.code, finding.words()
