"""What commands share: where a year is, how its result is written, and how a command ends."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_score.app.endings import RunEnding, scored_ending, scored_findings
from cchc_score.app.request_errors import (
    AmbiguousUnit,
    NameTaken,
    NothingToCopy,
    RequestError,
    TooManySheets,
    UnknownCriterion,
    UnknownExplanation,
    UnknownFile,
    UnknownFindingKind,
    UnknownOrigin,
    UnknownPiece,
    UnknownPlace,
    UnknownSkeleton,
    UnknownStage,
    UnknownUnit,
    UnknownUnitKind,
    UnusableName,
)
from cchc_score.appraisal.appraisal_model import vietnamese_stage
from cchc_score.cli.command import WrongChoice, WrongWord
from cchc_score.cli.exits import Exit
from cchc_score.cli.output import Console, deliver, written
from cchc_score.errors import ReportError
from cchc_score.files.disk import MAX_BYTES
from cchc_score.files.refusals import refusal
from cchc_score.findings import Finding, Place
from cchc_score.formats import Format, Page
from cchc_score.legacy_text import ENCODINGS
from cchc_score.registry.candidates import DISTRIBUTION
from cchc_score.registry.registry import Registry
from cchc_score.results.scored import ScoredStage
from cchc_score.text import Lang, visible
from cchc_score.year.config import NAME as CONFIG
from cchc_score.year.document_files import DocumentSource
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.opened_year import open_year
from cchc_score.year.request import Request

if TYPE_CHECKING:
    from cchc_score.year.new_entries import NewEntriesFile


# Without slots, for `cached_property` keeps its value in the dictionary of the instance.
@dataclass(frozen=True)
class Options:
    """What the command line says besides the command's own words."""

    paths: tuple[str, ...] = ()
    scheme: str | None = None
    form: str | None = None
    plugins: tuple[Path, ...] = ()
    reader: str = "text"
    encoding: str = ""
    accept_drafts: bool = False
    ocr: bool = False
    format: str | None = None
    output: Path | None = None
    force: bool = False
    lang: Lang = "vi"
    quiet: bool = False
    verbose: bool = False
    debug: bool = False

    @property
    def console(self) -> Console:
        """How to talk."""
        return Console(self.lang, self.quiet, self.verbose, self.debug)

    def with_path(self, path: str) -> "Options":
        """The same with one more path before the others."""
        return replace(self, paths=(path, *self.paths))

    @property
    def known_encoding(self) -> str:
        """The encoding of before Unicode that documents may be in; '' for none, another word is a wrong one."""
        if self.encoding and self.encoding not in ENCODINGS:
            raise WrongChoice("--encoding", self.encoding, list(ENCODINGS))
        return self.encoding

    @cached_property
    def request(self) -> Request:
        """Which year is meant; a '-' among the paths is read from standard input here, once."""
        given: tuple[DocumentSource, ...] = ()
        if "-" in self.paths:
            given = (DocumentSource("-", data=_standard_input(), reader=self.reader),)
        paths = tuple(Path(path) for path in self.paths if path != "-")
        folders = [path for path in paths if (path / CONFIG).is_file()]
        # Two folders would be two years with rules of their own, of which only the first would count.
        if len(paths) > 1 and folders:
            raise WrongWord("usage-folders", name=folders[-1].as_posix())
        return Request(
            paths,
            self.scheme,
            self.form,
            self.plugins,
            given,
            encoding=self.known_encoding,
            accept_drafts=self.accept_drafts,
            ocr=self.ocr,
        )

    def source(self, new_entries: "NewEntriesFile | None" = None) -> FolderSource:
        """The year, with its rules read; a format or a reader that its plugins do not give is a wrong word."""
        source = open_year(self.request, new_entries)
        registry = source.rules().registry
        # Before any report is read: a misspelt format must not cost the wait for its result.
        chosen_format(self, registry)
        readers = [name for name, reader in registry.readers.items() if self.ocr or not reader.scans_only]
        if self.reader not in readers:
            raise WrongChoice("--reader", self.reader, readers)
        return source


def _standard_input() -> bytes:
    # What was closed before the program began is no stream.
    if sys.stdin is None:
        raise ReportError([Finding("input-closed", Place("-"))])
    try:
        # One byte more than is allowed tells that there is more, however much that is.
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        raise ReportError([refusal(error, "-", "file-unreadable")]) from None
    if len(data) > MAX_BYTES:
        raise ReportError([Finding("file-too-large", Place("-"), {"limit": MAX_BYTES // 1024 // 1024})])
    return data


@contextmanager
def worded_requests(unit: str = "--unit", stage: str = "--stage") -> Iterator[None]:
    """What a use case is asked for in vain becomes a wrong word of the command line: of a unit, of a stage, ..."""
    try:
        yield
    except RequestError as error:
        raise _usage_error(error, unit, stage) from None


_MOST_FILES = 10
"""So many files of a journal are named where one is asked for in vain."""


def _usage_error(error: RequestError, unit: str, stage: str) -> WrongChoice | WrongWord:
    match error:
        case UnknownStage():
            return WrongChoice(stage, error.stage, [f"{name} ({vietnamese_stage(name)})" for name in error.known])
        case UnknownUnit():
            names = ", ".join(error.known) + (", ..." if error.more else "")
            return WrongWord("usage-unknown", what=unit, word=error.word, names=names)
        case AmbiguousUnit():
            return WrongWord("usage-ambiguous", word=visible(error.word), names=", ".join(error.known))
        case UnknownUnitKind():
            return WrongWord("usage-unknown", what="--group", word=error.word, names=", ".join(error.known))
        case UnknownPlace():
            return WrongWord("usage-by", word=error.word, places=", ".join(error.known))
        case UnknownCriterion():
            return _near_word("usage-criterion", error.word, error.near)
        case UnknownFindingKind():
            return _near_word("usage-finding", error.word, error.near)
        case UnusableName():
            return _near_word("usage-name", error.word, error.near)
        case TooManySheets():
            return WrongWord("usage-sheets", count=str(error.count), most=str(error.most))
        case UnknownPiece():
            return WrongChoice("--what", error.word, list(error.known))
        case UnknownSkeleton():
            return WrongChoice("KIND", error.word, list(error.known))
        case UnknownOrigin():
            return WrongChoice("--from", error.word, list(error.known))
        case NothingToCopy():
            return WrongWord("usage-copy", name=f"--{error.word}")
        case UnknownFile():
            few = ", ".join(map(visible, error.known[:_MOST_FILES])) + (", ..." if error.known[_MOST_FILES:] else "")
            return WrongWord("usage-journal-file", word=visible(error.word), names=few or "-")
        case UnknownExplanation():
            names = ", ".join(error.known) or "-"
            return WrongWord("usage-explanation", word=visible(error.word), unit=error.unit, names=names)
        case NameTaken():
            return WrongWord("usage-name-taken", word=error.word)
    raise error


def _near_word(phrase: str, word: str, near: str) -> WrongWord:
    """A wrong word, with the one probably meant where there is one."""
    return WrongWord(f"{phrase}-near" if near else phrase, word=visible(word), near=near)


EXITS: Mapping[RunEnding, Exit] = {
    "done": Exit.DONE,
    "data": Exit.DATA,
    "method": Exit.RULES,
    "nothing": Exit.NOTHING,
}
"""The exit code of each ending."""


def end_scored(options: Options, *scored: ScoredStage) -> Exit:
    """Print the findings of some results, each once, and give the exit code that they ask for."""
    options.console.findings(scored_findings(*scored))
    return EXITS[scored_ending(*scored)]


def end_written(text: str) -> Exit:
    """The end of a command that has written what it was asked for."""
    # A path may hold bytes that are no text; they are shown as escapes rather than ending the command.
    deliver(f"{text}\n".encode("utf-8", "backslashreplace"), None, False)
    return Exit.DONE


def write_page(page: Page, options: Options, registry: Registry) -> None:
    """Print a page, or put it into a file, in the format that is asked for."""
    # Pages are made without it: of the built-in formats only HTML says the language.
    page = replace(page, lang=options.lang)
    deliver(written(page, chosen_format(options, registry)), options.output, options.force)


def chosen_format(options: Options, registry: Registry) -> Format:
    """The format asked for: by name, else by the ending of the file to write."""
    if options.format is not None:
        if options.format not in registry.formats:
            raise WrongChoice("--format", options.format, list(registry.formats))
        return registry.formats[options.format]
    if options.output is None:
        return registry.formats["table"]
    suffixes = _by_suffix(registry)
    name = options.output.name.lower()
    # '.tsv.gz' before '.gz': the longest ending says most.
    suffix = next((end for end in sorted(suffixes, key=len, reverse=True) if end and name.endswith(end.lower())), None)
    if suffix is None:
        raise WrongWord("usage-suffix", name=options.output.name, suffixes=", ".join(sorted(suffixes)))
    return suffixes[suffix]


def _by_suffix(registry: Registry) -> dict[str, Format]:
    """The formats by the ending of their files; a plugin's format never takes that of a built-in one."""
    built_in = {name for plugin in registry.plugins if plugin.origin == DISTRIBUTION for name in plugin.formats}
    # Built-in ones last, because the last one that a dict is given for a key stays.
    ordered = sorted(registry.formats.values(), key=lambda form: form.name in built_in)
    return {form.suffix: form for form in ordered}
