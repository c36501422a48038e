"""A year kept in a folder with a journal: what has been taken in counts, whatever stands in the folder by now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from cchc_score.appraisal.acts import Confirmation, SentThing
from cchc_score.appraisal.appraisal_model import Entry
from cchc_score.appraisal.year_steps import frozen_finding
from cchc_score.errors import ReportError, SchemeError, WriteError
from cchc_score.facts import Origin
from cchc_score.files.disk import digest, is_there, real_path
from cchc_score.files.toml_file import read_toml
from cchc_score.findings import Finding, Place
from cchc_score.journal.bodies import Statement
from cchc_score.journal.events import Event, Happening, added
from cchc_score.journal.statement_events import file_happening, statement_happening
from cchc_score.year.config import Config
from cchc_score.year.document_files import DocumentSource, FoundFiles
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.journal_files import Journal, add_events, load_journal
from cchc_score.year.journal_place import EVENTS, FOLDER
from cchc_score.year.parallel import Progress
from cchc_score.year.source import HandedIn, Reading, YearRules, YearWork

if TYPE_CHECKING:
    from cchc_score.appraisal.work_context import WorkContext

SENT = ("report", "self-score", "appraisal", "survey", "items")
"""Kinds of files from which points come, beside the rules."""
SENT_THINGS: tuple[SentThing, ...] = ("report", "self-score")


class JournalSource(FolderSource):
    """The year as its journal says it: files by the versions that count, entries and explanations by their events."""

    @cached_property
    def journal(self) -> Journal:
        """The journal of the folder, whose chain is whole."""
        return load_journal(self._config.root)

    def present_journal(self) -> Journal:
        """The journal as it is by now, whatever was read before."""
        return load_journal(self._config.root)

    def add(
        self,
        happenings: Iterable[Happening],
        by: str,
        time: str,
        files: Mapping[str, Path] | None = None,
        since: int | None = None,
    ) -> tuple[Event, ...]:
        """Write what happened behind the last event, all of it or nothing; the events.

        `time` is ISO 8601 with zone, `files` are where the bytes of each new file stand. `since` is the number of the
        last event that was known when it was decided: a WriteError refuses what rests on something else by now.
        """
        journal, new = self.present_journal(), tuple(happenings)
        refuse_outdated(journal, new, since)
        last = journal.events[-1] if journal.events else None
        events = tuple(added(last, new, time, by))
        add_events(journal, events, files or {})
        return events

    @property
    def _config(self) -> Config:
        assert self.config is not None, "a folder with a journal is a year's"
        return self.config

    def rules(self) -> YearRules:
        """The rules as the folder has them; a SchemeError where they are no longer those that were taken in."""
        changed = self._changed_rules
        if changed:
            raise SchemeError(Finding("journal-rules", Place(path)) for path in changed)
        return super().rules()

    @cached_property
    def rule_files(self) -> Mapping[str, str]:
        """The hash of each file of the rules as it was taken in, by its path: configuration, plugins, scheme, form."""
        kept = self.journal.state.counting
        return {path: version.sha256 for path, version in kept.items() if version.kind == "rules"}

    @cached_property
    def _changed_rules(self) -> tuple[str, ...]:
        root = self._config.root
        return tuple(
            path
            for path, sha256 in self.rule_files.items()
            if not is_there(root / path) or digest(root / path, path) != sha256
        )

    def documents(self, progress: Progress) -> Reading:
        """The reports that were taken in, and what of the folder was not, or does not count yet."""
        reading = super().documents(progress)
        return replace(reading, findings=(*reading.findings, *self._waiting(), *self._behind()))

    def _waiting(self) -> Iterator[Finding]:
        for path, version in self.journal.state.waiting().items():
            yield Finding("journal-waits", Place(path), {"number": version.number})

    def _behind(self) -> Iterator[Finding]:
        """One finding about all files of the folder that are not as the journal has them."""
        config, state = self._config, self.journal.state
        work = (*config.self_scores, *config.appraisal, *config.survey, *config.items)
        folders = [config.root / name for name in (*config.reports, *work)]
        found = super().found_files([path for path in folders if is_there(path)])
        there = {source.name: digest(source.path, source.name) for source in found.sources if source.path}
        kept = {
            path: versions[-1].sha256
            for path, versions in state.files.items()
            if versions[-1].sha256 and versions[-1].kind in SENT
        }
        differing = sorted(path for path in there.keys() | kept.keys() if there.get(path) != kept.get(path))
        if differing:
            yield Finding("journal-behind", Place(FOLDER), {"count": len(differing), "name": differing[0]})

    def has_folder(self, path: Path) -> bool:
        """Whether any file was taken in below a path; outside of the year's folder, whether something stands there."""
        within = self.path_in_year(path)
        return super().has_folder(path) if within is None else within in self._places

    def found_files(self, paths: Sequence[Path]) -> FoundFiles:
        """The documents that paths mean, as they were taken in; those outside of the year's folder as they stand."""
        found: dict[str, DocumentSource] = {}
        faults: list[Finding] = []
        for path in paths:
            within = self.path_in_year(path)
            if within is None:
                outside = super().found_files([path])
                found |= {source.name: source for source in outside.sources}
                faults += outside.faults
                continue
            counting = self.journal.state.counting
            for name in self._files_below(within):
                found[name] = DocumentSource(name, self.journal.kept(counting[name].sha256, name))
        return FoundFiles(tuple(found[name] for name in sorted(found)), tuple(faults))

    def path_in_year(self, path: Path) -> str | None:
        """A path as the journal writes it; None for one that leads out of the year's folder."""
        if path not in self._in_year:
            root, full = self._real_root, real_path(path)
            self._in_year[path] = full.relative_to(root).as_posix() if full.is_relative_to(root) else None
        return self._in_year[path]

    @cached_property
    def _in_year(self) -> dict[Path, str | None]:
        """The paths that were asked for, as the journal writes them: links are followed once."""
        return {}

    @cached_property
    def _real_root(self) -> Path:
        return real_path(self._config.root)

    @cached_property
    def _places(self) -> frozenset[str]:
        """The files that count, and every folder above one."""
        return frozenset(place for name in self._counting for place in (name, *map(str, PurePosixPath(name).parents)))

    def _files_below(self, path: str) -> list[str]:
        """The files that count at a path, or in the folder that it is."""
        if path not in self._places:
            return []
        if path in self.journal.state.files:
            return [path]
        return [name for name in self._counting if name == path or path == "." or name.startswith(f"{path}/")]

    @cached_property
    def _counting(self) -> tuple[str, ...]:
        return tuple(name for name, version in self.journal.state.counting.items() if version.kind in SENT)

    def has_work(self) -> bool:
        """Whether anything but reports was taken in, or the configuration decides on the maximum."""
        config, state = self._config, self.journal.state
        work = any(version.kind in SENT[1:4] for version in state.counting.values())
        said = state.entries or state.explanations or state.acts
        return bool(work or said or config.no_survey or config.taken_out)

    def work(self, context: "WorkContext", progress: Progress) -> YearWork:
        """The self-scores from their files, entries and explanations from their events."""
        from cchc_score.appraisal.kept_entries import usable_entries
        from cchc_score.year.work_reading import absent_files

        read = super().work(context, progress)
        state = self.journal.state
        entries, findings = usable_entries(state.entries.values(), context)
        answers = state.explanations
        cited = absent_files((*entries, *answers), self._config.root)
        return replace(
            read, entries=entries, answers=answers, acts=state.acts, findings=(*read.findings, *findings, *cited)
        )

    def work_files(self, config: Config) -> tuple[str, ...]:
        """The files that hold self-scores: everything else of the work is in the events."""
        kept = self.journal.state.counting
        return tuple(name for name, version in kept.items() if version.kind == "self-score")

    def report_folders(self, config: Config) -> list[Path]:
        """All that the configuration names: what was taken in counts, even where its folder is gone."""
        return [config.root / name for name in config.reports]

    def handed_in(self) -> Mapping[tuple[str, SentThing], HandedIn]:
        """What came again after it was returned, and what waits to be accepted."""
        found: dict[tuple[str, SentThing], HandedIn] = {}
        for event in self.journal.events:
            happening = event.happening
            for thing in SENT_THINGS:
                if happening.kind == "file" and happening.body.get("of") == thing:
                    found[happening.unit, thing] = "again"
                if happening.body.get("act") == "returned" and happening.target == thing:
                    found.pop((happening.unit, thing), None)
        for version in self.journal.state.waiting().values():
            found |= {(version.unit, thing): "waits" for thing in SENT_THINGS if version.kind == thing}
        return found

    def add_entries(self, entries: Sequence[Entry], kept: Sequence[Confirmation], basis: str) -> None:
        """Write the entries into their new file, and that file and what it says into the journal."""
        data = self.write_entries(entries, kept, basis)
        new = self.new_entries
        assert new is not None, "a source for new entries knows their file"
        path = self.path_in_year(new.path)
        # A file elsewhere counts in no year, whatever stands in it.
        if path is None or not self.keeps_entries_in(new.path):
            return
        file = read_toml(data, path)
        placed: list[Statement] = [
            *(replace(entry, origin=Origin(path, file.line(("entry", str(at))))) for at, entry in enumerate(entries)),
            *(replace(act, origin=Origin(path, file.line(("confirmation", str(at))))) for at, act in enumerate(kept)),
        ]
        taken_in = file_happening(path, "", file.sha256, "appraisal", placed)
        last = self.journal.events[-1] if self.journal.events else None
        events = added(last, [taken_in, *map(statement_happening, placed)], new.at, new.by)
        add_events(self.journal, events, {path: new.path})

    def fingerprint(self) -> str:
        """The hash of the events as they are now, and of the rules: nothing else changes a year with a journal."""
        root = self._config.root
        events = digest(root / FOLDER / EVENTS, f"{FOLDER}/{EVENTS}")
        before = self.last_year()
        parts = (events, *map(str, self._changed_rules), before[1].fingerprint() if before else "")
        return sha256("\0".join(parts).encode()).hexdigest()


def refuse_frozen(journal: Journal, name: str = FOLDER) -> None:
    """A ReportError where nothing more comes into a year; `name` is what the journal is called."""
    finding = frozen_finding(journal.state.acts, Place(name))
    if finding is not None:
        raise ReportError([finding])


def refuse_outdated(
    journal: Journal, happenings: Sequence[Happening], since: int | None, name: str = f"{FOLDER}/{EVENTS}"
) -> None:
    """A WriteError where an event after the number `since` is about the same units, or about all of them."""
    if since is None:
        return
    units = {happening.unit for happening in happenings}
    later = {event.happening.unit for event in journal.events[since:]}
    if later and ("" in units or "" in later or units & later):
        raise WriteError([Finding("file-changing", Place(name))])
