"""Take in: what differs between a folder and its journal becomes events, in the name of whoever takes it in."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from cchc_score.appraisal.acts import Act, Settlement
from cchc_score.appraisal.appraisal_model import Entry, Explanation
from cchc_score.appraisal.moments import start_of
from cchc_score.appraisal.survey_batches import survey_batches
from cchc_score.appraisal.year_steps import frozen_finding
from cchc_score.errors import ReportError
from cchc_score.findings import Finding, Place, ordered
from cchc_score.journal.bodies import Statement, statement_key
from cchc_score.journal.events import Event, Happening, added
from cchc_score.journal.fold import JournalState
from cchc_score.journal.statement_events import file_happening, statement_happening
from cchc_score.merging.folders import Folder, read_folder
from cchc_score.year.config import NAME as CONFIG
from cchc_score.year.config import Config
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.journal_files import Journal, add_events, load_journal
from cchc_score.year.journal_place import FOLDER
from cchc_score.year.load import load_stages, load_year, no_progress
from cchc_score.year.parallel import Progress

Clock = Callable[[], datetime]
"""The time, with its zone."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The events that were written, the journal that they stand in, and what was noticed."""

    journal: Journal
    events: tuple[Event, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Work:
    """What a folder says now: whose each file of the units is, and what people did in its files."""

    owners: Mapping[str, str]
    claimed: Collection[str]
    entries: tuple[Entry, ...]
    explanations: tuple[Explanation, ...]
    acts: tuple[Act, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Everything that people did, in no order."""
        return (*self.entries, *self.explanations, *self.acts)


@dataclass(frozen=True, slots=True)
class FolderDifferences:
    """What a folder says that a journal does not, as happenings; the folder that was read, and what was noticed."""

    happenings: tuple[Happening, ...]
    folder: Folder
    findings: tuple[Finding, ...]

    @property
    def paths(self) -> dict[str, Path]:
        """Where each file of the folder stands, by the path that happenings name."""
        return {name: file.path for name, file in self.folder.files.items()}


def take_in(source: FolderSource, by: str, clock: Clock, progress: Progress = no_progress) -> TakenIn:
    """Write down what has changed in a folder since its journal's last event; the first time, everything in it.

    `source` is the folder as it stands. A ReportError tells everything for which nothing is taken in: documents that
    cannot be read, entries that say something else than when they were taken in.
    """
    root = folder_config(source).root
    journal = load_journal(root)
    found = differences(source, journal.state, kept_digests(journal.state), progress)
    time = clock().replace(microsecond=0).isoformat()
    last = journal.events[-1] if journal.events else None
    events = tuple(added(last, found.happenings, time, by))
    # What was read is what is written down: nobody has changed anything in between.
    found.folder.check_unchanged()
    if events:
        add_events(journal, events, found.paths)
    return TakenIn(load_journal(root), events, ordered((*journal.findings, *found.findings)))


def folder_config(source: FolderSource) -> Config:
    """The configuration of a folder that is to be taken in; a ReportError where it has none."""
    if source.config is None:
        raise ReportError([Finding("merge-folder", Place(source.asked_folder.as_posix()))])
    return source.config


def differences(
    source: FolderSource, state: JournalState, before: Mapping[str, str], progress: Progress = no_progress
) -> FolderDifferences:
    """What has changed in a folder since its files had the hashes `before`, and what of its work no event says.

    A ReportError tells everything for which nothing of it can be taken in.
    """
    config = folder_config(source)
    folder = read_folder(config.root)
    # What the council chose by a command stands in no file, and units answer it in files.
    settled = [act for act in state.acts if isinstance(act, Settlement) and not act.origin.file]
    work = _work(source.beside(settled), config, progress)
    changed = changed_files(folder, before)
    findings = [*_entry_findings(work, state, before), *_closed_batches(changed, work, state)]
    if any(finding.severity == "error" for finding in findings):
        raise ReportError(ordered(findings))
    _refuse_frozen(work, state, bool(changed))
    known = _known(work, state)
    rules = {CONFIG, *source.folder_rules.files_in_year(), *([config.units] if config.units else [])}
    happenings = (
        *(_file_happening(path, folder, rules, config, known) for path in changed),
        *_statement_happenings(work, state),
    )
    return FolderDifferences(happenings, folder, tuple(findings))


def kept_digests(state: JournalState) -> dict[str, str]:
    """The hash of the newest version of each file of a journal, counting or not, but for those that are gone."""
    return {path: versions[-1].sha256 for path, versions in state.files.items() if versions[-1].sha256}


def folder_digests(folder: Folder) -> dict[str, str]:
    """The hash of each file of a folder, but for those of its journal."""
    return {path: file.digest for path, file in folder.files.items() if not path.startswith(f"{FOLDER}/")}


def _refuse_frozen(work: _Work, state: JournalState, changed: bool) -> None:
    """A ReportError where the year is frozen and would change, unless it is opened again by an act among the new."""
    finding = frozen_finding(state.acts, Place(FOLDER))
    new = any(True for _ in _statement_happenings(work, state))
    if finding is not None and (changed or new) and frozen_finding((*state.acts, *work.acts), Place(FOLDER)):
        raise ReportError([finding])


def _closed_batches(changed: Collection[str], work: _Work, state: JournalState) -> Iterator[Finding]:
    """Changed files of survey batches that are closed, and that no new act opens again."""
    before, now = survey_batches(state.acts), survey_batches((*state.acts, *work.acts))
    for path in changed:
        batch = before.batch_of(path)
        if batch is not None and batch.state == "closed" and now.state_of(path) == "closed":
            yield Finding("survey-closed", Place(path), {"name": batch.batch})


def changed_files(folder: Folder, before: Mapping[str, str]) -> list[str]:
    """The paths of files that are new, other than they were, or gone, in order."""
    own = folder_digests(folder)
    return [path for path in sorted(own.keys() | before.keys()) if own.get(path, "") != before.get(path, "")]


def _work(source: FolderSource, config: Config, progress: Progress) -> _Work:
    """What the folder says; a ReportError where a part of it cannot be read."""
    year = load_year(source, progress)
    staged = load_stages(source, year, progress)
    stages = staged.stages
    assert stages is not None, "a year that is loaded has its stages"
    # A file of entries is taken in by what it says: an entry that cannot be used would be lost without a word.
    unusable = [
        finding
        for finding in staged.findings
        if finding.severity == "error" and _lies_below(finding.place.file, config.appraisal)
    ]
    faults = (*year.unread, *staged.unread, *unusable)
    if faults:
        raise ReportError(ordered(faults))
    owners: dict[str, set[str]] = defaultdict(set)
    units = year.gathered.table.units
    for (row, _), origin in year.gathered.table.origins.items():
        owners[origin.file].add(units[row].code)
    for claim in stages.claimed:
        owners[claim.origin.file].add(claim.unit)
    return _Work(
        owners={path: next(iter(codes)) for path, codes in owners.items() if len(codes) == 1},
        claimed={claim.origin.file for claim in stages.claimed},
        entries=stages.entries,
        explanations=stages.explanations,
        acts=stages.acts,
    )


def _known(work: _Work, state: JournalState) -> _Work:
    """What the folder says, with the units of earlier versions for files that no longer tell whose they are."""
    before = {path: versions[-1].unit for path, versions in state.files.items() if versions[-1].unit}
    return replace(work, owners=before | dict(work.owners))


def _file_happening(path: str, folder: Folder, rules: Collection[str], config: Config, work: _Work) -> Happening:
    unit = work.owners.get(path, "")
    if path not in folder.files:
        return Happening("file-gone", unit, path)
    own = [one for one in work.statements if one.origin.file == path]
    return file_happening(path, unit, folder.files[path].digest, _kind(path, rules, config, work), own)


def _kind(path: str, rules: Collection[str], config: Config, work: _Work) -> str:
    """What a file of the year is to it; `rules` are its files of rules beside the folders of plugins."""
    if path in rules or _lies_below(path, config.plugins):
        return "rules"
    # By what it says: a file in the folder of the appraisal may hold self-scores too, and is then read for them.
    if path in work.claimed:
        return "self-score"
    folders = {
        "self-score": config.self_scores,
        "appraisal": config.appraisal,
        "survey": config.survey,
        "items": config.items,
        "report": config.reports,
    }
    return next((kind for kind, names in folders.items() if _lies_below(path, names)), "other")


def _lies_below(path: str, names: Collection[str]) -> bool:
    return any(path == name or path.startswith(f"{name.rstrip('/')}/") for name in names)


def _entry_findings(work: _Work, state: JournalState, before: Mapping[str, str]) -> list[Finding]:
    """Entries that say something else than when they were taken in, and those that are no longer in the folder."""
    found = []
    there = {(entry.unit, entry.id): entry for entry in work.entries}
    for key, kept in state.entries.items():
        entry = there.get(key)
        if entry is None:
            # What came into the journal by another way never stood in the folder.
            if kept.origin.file not in before:
                continue
            found.append(Finding("journal-entry-gone", Place(kept.origin.file, unit=kept.unit), {"id": kept.id}))
        elif statement_key(entry) != statement_key(kept):
            found.append(Finding("journal-entry-changed", entry.origin.place(entry.unit), {"id": entry.id}))
    return found


def _statement_happenings(work: _Work, state: JournalState) -> Iterator[Happening]:
    """The entries, explanations and acts that no event says yet, in the order of their days."""
    said = {statement_key(one) for one in (*state.entries.values(), *state.explanations, *state.acts)}
    new = [one for one in work.statements if statement_key(one) not in said]
    for one in sorted(new, key=lambda one: (start_of(one.on), one.origin.file, one.origin.line)):
        yield statement_happening(one)
