"""The documents of a year: which files there are, read one by one, all faults told together."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from cchc_score.documents import Converted, Document, Grid, Lines, Reader, Record, Tables
from cchc_score.errors import CchcError, PluginError, ReportError
from cchc_score.files.disk import PICTURES, UNFINISHED, read_bytes
from cchc_score.files.refusals import refusal
from cchc_score.findings import Finding, Place
from cchc_score.text import described, nfc
from cchc_score.year.parallel import MANY, Progress, each
from cchc_score.year.source import Reading

MAX_FILES = 20_000
AT_ONCE = 50
"""So many files are handed to another program in one start: it takes long to start, and memory for each file."""
TEXTS = (".toml", ".csv", ".txt")
"""Files that are read at once, as text."""
ODD = ("Thumbs.db", "desktop.ini")
"""What Windows leaves in folders by itself."""


@dataclass(frozen=True, slots=True)
class DocumentSource:
    """One document: the name to show, and where its bytes are (in `data`, or in a file)."""

    name: str
    path: Path | None = None
    data: bytes = b""
    reader: str = ""
    converted: Converted | None = None
    """What stands in its place where another program had to open it first."""


class ReadingTask(NamedTuple):
    """One document to read, by which reader, and in which encoding of before Unicode its text may be; '' for none.

    `ocr` asks to read also pages that are only pictures.
    """

    source: DocumentSource
    reader: Reader
    encoding: str = ""
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """The files that paths mean, and what could not be looked into, each of which may hide other files."""

    sources: tuple[DocumentSource, ...]
    faults: tuple[Finding, ...] = ()


def sources(paths: Sequence[Path], root: Path) -> FoundFiles:
    """The files meant by files and folders, in an order that depends on their names alone."""
    found: dict[str, DocumentSource] = {}
    faults: list[Finding] = []
    for path in paths:
        for file in _files(path, root, faults):
            name = _shown(file, root)
            # A file that is named twice, or by its folder and by itself, is one report and not two.
            found.setdefault(name, DocumentSource(name, file))
            if len(found) > MAX_FILES:
                raise ReportError([Finding("files-many", Place(_shown(path, root)), {"limit": MAX_FILES})])
    return FoundFiles(tuple(found[name] for name in sorted(found)), tuple(faults))


def read_all(
    sources: Sequence[DocumentSource],
    readers: Mapping[str, Reader],
    progress: Progress,
    processes: bool = True,
    encoding: str = "",
    ocr: bool = False,
) -> Reading:
    """Every document under its name; a file that cannot be read never keeps another from being read.

    Many are read in several processes, or without `processes` in this one. Text in an `encoding` of before Unicode,
    'tcvn3' or 'vni', is put into Unicode. `ocr` reads also pages that are only pictures.
    """
    pictures = {suffix for reader in readers.values() if reader.scans_only for suffix in reader.suffixes}
    readers = {name: reader for name, reader in readers.items() if ocr or not reader.scans_only}
    by_suffix = {suffix: reader for reader in readers.values() for suffix in reader.suffixes}
    tasks: list[ReadingTask] = []
    faults: list[Finding] = []
    findings: list[Finding] = []
    for source in sources:
        # Some programs write '.DOCX'.
        suffix = source.path.suffix.lower() if source.path else ""
        reader = readers[source.reader] if source.reader else by_suffix.get(suffix)
        if reader is not None:
            tasks.append(ReadingTask(source, reader, encoding, ocr))
        # Of a kind that is read the reading will tell it.
        elif source.path and not os.path.exists(source.path):
            faults.append(Finding("file-absent", Place(source.name)))
        elif suffix in pictures:
            findings.append(Finding("picture-unread", Place(source.name)))
        else:
            findings.append(Finding("file-kind", Place(source.name), {"suffixes": sorted(by_suffix)}))
    # A text file is read in less time than another process needs to begin.
    slow = sum(not source.path or source.path.suffix.lower() not in TEXTS for source, *_ in tasks)
    documents = []
    tasks = _converted(tasks, progress)
    for (source, *_), read in zip(tasks, each(read_one, tasks, progress, processes and slow >= MANY), strict=True):
        if read is None:
            faults.append(Finding("file-crashed", Place(source.name)))
        elif isinstance(read, CchcError):
            # A plugin that is broken is no fault of this one file: it ends the run.
            if not isinstance(read, ReportError):
                raise read
            faults += read.findings
        else:
            documents.append((source.name, read))
    return Reading(tuple(documents), tuple(findings), tuple(faults))


def _converted(tasks: Sequence[ReadingTask], progress: Progress) -> list[ReadingTask]:
    """The tasks, those of readers that convert with what another program has made of their files."""
    done = list(tasks)
    # By reader, for each has a program of its own.
    for reader in {id(task.reader): task.reader for task in tasks if task.reader.convert}.values():
        places = [place for place, task in enumerate(tasks) if task.reader is reader]
        for first in range(0, len(places), AT_ONCE):
            progress(first, len(places))
            batch = places[first : first + AT_ONCE]
            made = _convert(reader, [tasks[place].source for place in batch])
            for place, converted in zip(batch, made, strict=True):
                task = tasks[place]
                done[place] = task._replace(source=replace(task.source, converted=converted))
    return done


def _convert(reader: Reader, sources: Sequence[DocumentSource]) -> list[Converted]:
    contents: list[bytes | CchcError] = []
    for source in sources:
        try:
            contents.append(_content(source))
        except ReportError as error:
            contents.append(error)
    found = [
        (source.name, content)
        for source, content in zip(sources, contents, strict=True)
        if not isinstance(content, CchcError)
    ]
    made = iter(_made(reader, found) if found else ())
    return [
        Converted(findings=content.findings) if isinstance(content, CchcError) else next(made) for content in contents
    ]


def _made(reader: Reader, files: Sequence[tuple[str, bytes]]) -> Sequence[Converted]:
    """What a reader converts files into; a PluginError where it fails, or does not give one for each."""
    assert reader.convert is not None
    place = Place(files[0][0])
    try:
        made = list(reader.convert(files))
    except CchcError:
        raise
    except (Exception, SystemExit) as error:
        args = {"reader": reader.name, "detail": described(error)}
        raise PluginError([Finding("reader-raised", place, args)]) from None
    odd = next((one for one in made if not isinstance(one, Converted)), None)
    if odd is not None or len(made) != len(files):
        detail = f"{len(made)} / {len(files)}" if odd is None else type(odd).__name__
        raise PluginError([Finding("reader-type", place, {"reader": reader.name, "detail": detail})])
    return made


def _content(source: DocumentSource) -> bytes:
    data = read_bytes(source.path, source.name) if source.path else source.data
    # As a copy that broke off leaves it: to a reader it may be a document that says nothing.
    if not data.strip():
        raise ReportError([Finding("file-empty", Place(source.name))])
    return data


def read_one(task: ReadingTask) -> Document | CchcError:
    """One document, or why it is none."""
    source = task.source
    converted = source.converted
    try:
        if converted is None:
            return _read(task, _content(source))
        if not converted.data:
            raise ReportError(converted.findings)
        document = _read(task, converted.data)
        if isinstance(document, Tables):
            findings = (*converted.findings, *document.findings)
            return replace(document, findings=findings, converted=converted.by)
        return document
    # Given back rather than raised: it comes from another process, and the other files are still to be read.
    except CchcError as error:
        return error


def _read(task: ReadingTask, data: bytes) -> Document:
    reader, name = task.reader, task.source.name
    try:
        if task.encoding and reader.read_coded is not None:
            document = reader.read_coded(data, name, task.encoding)
        elif task.ocr and reader.read_scan is not None:
            document = reader.read_scan(data, name)
        else:
            document = reader.read(data, name)
    except CchcError:
        raise
    except (Exception, SystemExit) as error:
        detail = described(error)
        raise PluginError([Finding("reader-raised", Place(name), {"reader": reader.name, "detail": detail})]) from None
    if not isinstance(document, Lines | Grid | Record | Tables):
        args = {"reader": reader.name, "detail": type(document).__name__}
        raise PluginError([Finding("reader-type", Place(name), args)])
    return document


def _files(path: Path, root: Path, faults: list[Finding]) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return

    def closed(error: OSError) -> None:
        faults.append(refusal(error, _shown(Path(os.fsdecode(error.filename)), root), "folder-unreadable"))

    # Without `onerror` a folder that cannot be read would be an empty one.
    for folder, folders, names in os.walk(path, onerror=closed):
        # In place, which is how os.walk is told not to go into '.git' and the like.
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if Path(folder, name).is_symlink()]
        faults += [Finding("folder-linked", Place(_shown(Path(folder, name), root))) for name in links]
        # '~$' marks the lock file of a document that is open in an office program.
        seen = [name for name in sorted(names) if not name.startswith((".", "~$")) and name not in ODD]
        if Path(folder).parent.name == PICTURES:
            # Beside figures that were read in a scan, `import` puts the pictures of their cells.
            seen = [name for name in seen if not name.endswith(".png")]
        faults += [
            Finding("folder-unfinished", Place(_shown(Path(folder, name), root))) for name in seen if name == UNFINISHED
        ]
        yield from (Path(folder) / name for name in seen if name != UNFINISHED)


def _shown(path: Path, root: Path) -> str:
    # Without following links, so that a name is the one under which the person knows the file.
    full, base = Path(os.path.normpath(path.absolute())), Path(os.path.normpath(root.absolute()))
    return nfc((full.relative_to(base) if full.is_relative_to(base) else path).as_posix())
