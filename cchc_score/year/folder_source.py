"""A year kept in a folder: `cchc.toml`, the list of units, reports, and the files of those who work at it."""

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_score.appraisal.acts import Confirmation, SentThing, Settlement
from cchc_score.appraisal.appraisal_model import Entry
from cchc_score.documents import Document, Record, carried
from cchc_score.errors import ReportError, SchemeError, WriteError
from cchc_score.files.disk import digest, is_there, read_bytes, real_path
from cchc_score.findings import Finding, Place
from cchc_score.intake.units_file import read_units
from cchc_score.legacy_text import ENCODINGS
from cchc_score.model import Unit
from cchc_score.recoding import recode_bytes
from cchc_score.registry.registry import Registry
from cchc_score.year.config import NAME as CONFIG
from cchc_score.year.config import Config
from cchc_score.year.document_files import DocumentSource, FoundFiles, read_all, sources
from cchc_score.year.folder_rules import FolderRules
from cchc_score.year.parallel import Progress
from cchc_score.year.request import Request
from cchc_score.year.source import GoldenCases, HandedIn, Reading, YearRules, YearWork

if TYPE_CHECKING:
    from cchc_score.appraisal.work_context import WorkContext
    from cchc_score.schemes.frame_file import Frame
    from cchc_score.year.new_entries import NewEntriesFile


class FolderSource:
    """The year of a folder, or of some reports and a scheme without any; each piece is read when it is asked for."""

    def __init__(
        self,
        request: Request,
        new_entries: "NewEntriesFile | None" = None,
        open_year: "Callable[[Request], FolderSource] | None" = None,
        folder_rules: FolderRules | None = None,
    ) -> None:
        """`open_year` says how the folder of another year is opened; else by this class.

        `folder_rules` are the rules that the request means, where not every file may be read for them.
        """
        self.request, self.new_entries, self._open_year = request, new_entries, open_year or FolderSource
        self.folder_rules = folder_rules or FolderRules(request)
        self._settled: tuple[Settlement, ...] = ()
        self._read_before: dict[DocumentSource, Document] = {}

    def beside(self, settled: Sequence[Settlement]) -> "FolderSource":
        """The same folder, whose answers may be about what a council chose in the journal alone."""
        source = copy(self)
        source._settled = tuple(settled)
        return source

    @property
    def config(self) -> Config | None:
        """The configuration of the year's folder; None where there is none."""
        return self.folder_rules.config

    @property
    def registry(self) -> Registry:
        """The plugins of the program, of the folder and of the request."""
        return self.folder_rules.registry

    @property
    def asked_folder(self) -> Path:
        """The folder or file that is meant, as it was asked for."""
        return next(iter(self.request.paths), Path())

    def rules(self) -> YearRules:
        """Plugins, scheme, form and phases; a CchcError tells everything that is wrong with them."""
        return self.folder_rules.read

    def scheme_file(self) -> bytes:
        """The file of the scheme as it stands, to the byte."""
        return self.folder_rules.scheme_file()

    def golden_cases(self) -> GoldenCases:
        """The cases in the file beside the scheme, and files of cases beside it that belong to no scheme."""
        return self.folder_rules.golden_cases

    def failing_cases(self) -> tuple[Finding, ...]:
        """Those that the scheme does not meet as one finding, and what is wrong with their files."""
        return self.folder_rules.failing_cases

    def frame(self) -> "Frame | None":
        """The frame that the scheme names, looked for beside the scheme."""
        return self.folder_rules.frame()

    def last_year(self) -> "tuple[str, FolderSource] | None":
        """The folder that the configuration names; a year before that one is not looked for."""
        config = self.config
        if config is None or config.last_year is None or self.request.is_last_year:
            return None
        folder = config.root / config.last_year
        if not (folder / CONFIG).is_file():
            raise SchemeError([Finding("last-year-absent", Place(CONFIG), {"name": config.last_year})])
        request = Request((folder,), is_last_year=True, processes=self.request.processes)
        asked = replace(request, encoding=self.request.encoding, accept_drafts=self.request.accept_drafts)
        return config.last_year, self._open_year(asked)

    def units(self) -> tuple[Unit, ...] | None:
        """The units of the file that the configuration names."""
        config = self.config
        if config is None or not config.units:
            return None
        if not config.units.lower().endswith((".csv", ".txt")):
            # Loaded only for a list that a spreadsheet has saved.
            from cchc_score.year.units_document import units_of_document

            return units_of_document(config.root / config.units, config.units, self.registry.readers)
        data, encoding = read_bytes(config.root / config.units, config.units), ENCODINGS.get(self.request.encoding)
        return read_units(recode_bytes(data, encoding, config.units)[0] if encoding else data, config.units)

    @property
    def has_reports(self) -> bool:
        """Whether any reports are named, or a folder that may hold some."""
        return bool(self.config is not None or self.request.paths or self.request.given)

    def documents(self, progress: Progress) -> Reading:
        """The reports that the paths mean; folders of work that the configuration names and that are not there."""
        config = self.config
        found = self.found_files(self._report_paths())
        reading = self._read_all((*found.sources, *self.request.given), progress, self.request.ocr)
        # In a folder of reports and self-scores alike the work of the year asks for the same documents once more.
        shared = self._also_reports(config) if config and not self.request.ocr else frozenset()
        if shared:
            read = dict(reading.documents)
            self._read_before = {
                one: read[one.name] for one in found.sources if one.name in shared and one.name in read
            }
        absent = config.absent() if config else []
        documents = tuple(one for one in reading.documents if one[0] not in shared or not _is_of_work(one[1]))
        findings, faults = (*absent, *reading.findings), (*found.faults, *reading.faults)
        return replace(reading, documents=documents, findings=findings, faults=faults)

    def path_of(self, name: str) -> Path | None:
        """The file of a document by the name that is shown; for data that a file carries, that file."""
        root = self.config.root if self.config else Path()
        places = (base / part for part in (name, name.rpartition("/")[0]) if part for base in (root, Path()))
        return next((place for place in places if place.is_file()), None)

    def items(self, progress: Progress) -> Reading:
        """The files of lists of items that the configuration names, or those of its folder 'items'."""
        config = self.config
        if config is None:
            return Reading(())
        found = self.found_files(self._there(config.items))
        reading = self._read_all(found.sources, progress)
        return replace(reading, faults=(*found.faults, *reading.faults))

    def _there(self, names: Sequence[str]) -> list[Path]:
        """The folders of some names that hold something of the year."""
        root = self.config.root if self.config else Path()
        return [root / name for name in names if self.has_folder(root / name)]

    def has_folder(self, path: Path) -> bool:
        """Whether something of the year stands under a path."""
        return is_there(path)

    def found_files(self, paths: Sequence[Path]) -> FoundFiles:
        """The documents that files and folders of the year mean."""
        return sources(paths, self.config.root if self.config else Path())

    def _report_paths(self) -> list[Path]:
        """The reports that a path means: itself, or, for the folder of the configuration, what that says."""
        config, request = self.config, self.request
        given = request.paths or (() if request.given or config is None else (config.root,))
        paths: list[Path] = []
        for path in given:
            # By where both lead: '.', a link and a full path may all mean the folder of the year.
            if config is not None and real_path(path) == real_path(config.root):
                paths += self.report_folders(config)
            else:
                paths.append(path)
        return paths

    def report_folders(self, config: Config) -> list[Path]:
        """Where the reports of the whole year are."""
        return config.report_paths

    def has_work(self) -> bool:
        """Whether a folder of self-scores, entries or survey figures is there, or a decision on the maximum."""
        return self.config is not None and self.config.worked

    def work(self, context: "WorkContext", progress: Progress) -> YearWork:
        """The self-scores, entries and answers in the folders that the configuration names."""
        config = self.config
        if config is None:
            return YearWork()
        reading = self._read(self.work_files(config), progress)
        # Only a year with such work pays for what reads it.
        from cchc_score.year.work_reading import gathered_work

        return gathered_work(reading, context, config.root, self._also_reports(config), self._settled)

    def _also_reports(self, config: Config) -> frozenset[str]:
        """The files of the work that are reports as well, where both are kept in one folder, by the shown names."""
        shared = {real_path(path) for path in self.report_folders(config)}
        shared &= {real_path(config.root / name) for name in (*config.self_scores, *config.appraisal)}
        return frozenset(one.name for one in self.found_files(sorted(shared)).sources) if shared else frozenset()

    def work_files(self, config: Config) -> tuple[str, ...]:
        """The folders and files of self-scores, entries and answers, by their paths in the year's folder."""
        return (*config.self_scores, *config.appraisal)

    def handed_in(self) -> Mapping[tuple[str, SentThing], HandedIn]:
        """Nothing: files of a folder say nothing of the order in which they were sent."""
        return {}

    def survey(self, progress: Progress) -> Reading:
        """The documents in the folders of the survey."""
        return self._read(self.config.survey, progress) if self.config else Reading(())

    def _read(self, names: Sequence[str], progress: Progress) -> Reading:
        """The documents in some folders of the year; a folder that is not there holds none."""
        assert self.config is not None
        found = self.found_files(self._there(names))
        reading = self._read_all(found.sources, progress)
        return replace(reading, faults=(*found.faults, *reading.faults))

    def _read_all(self, found: Sequence[DocumentSource], progress: Progress, ocr: bool = False) -> Reading:
        request = self.request
        # Kept for one use, so that nobody who asks later is given what a file said before.
        before = {} if ocr else {one.name: self._read_before.pop(one) for one in found if one in self._read_before}
        others = [one for one in found if one.name not in before]
        reading = read_all(others, self.registry.readers, progress, request.processes, request.encoding, ocr)
        if not before:
            return reading
        documents = dict(reading.documents) | before
        in_order = tuple((one.name, documents[one.name]) for one in found if one.name in documents)
        return replace(reading, documents=in_order)

    def fingerprint(self) -> str:
        """The SHA-256 over names and contents: configuration, rules, and all files of the year and of last year."""
        found = sha256()
        for path in self._files():
            # No name holds a NUL or the digest a line end, so that no two lists of files give one text.
            found.update(f"{path.as_posix()}\0{digest(path, path.as_posix())}\n".encode())
        before = self.last_year()
        if before is not None:
            found.update(before[1].fingerprint().encode())
        return found.hexdigest()

    def _files(self) -> list[Path]:
        """Every file from which the year comes, but for what the program and its plugins bring."""
        config = self.config
        folders = list(self._report_paths())
        named: list[Path | None] = [*self.folder_rules.paths]
        if config is not None:
            named += [config.root / CONFIG, config.root / config.units if config.units else None]
            work = (*config.self_scores, *config.appraisal, *config.survey, *config.items)
            folders += [config.root / name for name in work]
        within = sources([path for path in folders if is_there(path)], config.root if config else Path())
        if within.faults:
            raise ReportError(within.faults)
        return sorted({path for path in (*named, *(source.path for source in within.sources)) if path is not None})

    def add_entries(self, entries: Sequence[Entry], kept: Sequence[Confirmation], basis: str) -> None:
        """Write the entries and confirmations into their new file.

        A WriteError refuses them where the year has changed since `basis`, or where the file cannot be made.
        """
        self.write_entries(entries, kept, basis)

    def write_entries(self, entries: Sequence[Entry], kept: Sequence[Confirmation], basis: str) -> bytes:
        """The same; what was written."""
        from cchc_score.year.new_entries import write_new_entries

        assert self.new_entries is not None, "a source for new entries knows their file"
        # What is written next must not rest on figures that somebody has changed meanwhile.
        if self.fingerprint() != basis:
            raise WriteError([Finding("file-changing", Place(self.new_entries.path.parent.as_posix()))])
        return write_new_entries(self.new_entries, entries, kept, self.registry.readers)

    def keeps_entries_in(self, target: Path) -> bool:
        """Whether a file stands where the year keeps its appraisal; without a configuration nothing says so."""
        if self.config is None:
            return True
        folders = [real_path(self.config.root / name) for name in self.config.appraisal]
        return any(real_path(target).is_relative_to(folder) for folder in folders)


def _is_of_work(document: Document) -> bool:
    """Whether a document of a folder for both is a record of the work, and no report."""
    record = carried(document)
    return isinstance(record, Record) and "report" not in record.data
