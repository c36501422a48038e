"""The documents of a year: which files there are, read one by one, all faults told together."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cchc_score.documents import Document, Grid, Lines, Reader, Record, Tables
from cchc_score.errors import CchcError, PluginError, ReportError
from cchc_score.files import read_bytes
from cchc_score.findings import Finding, Place
from cchc_score.text import described, nfc
from cchc_score.year.parallel import Progress, each

MAX_FILES = 20_000
ODD = ("Thumbs.db", "desktop.ini")
"""What Windows leaves in folders by itself."""


@dataclass(frozen=True, slots=True)
class Source:
    """One document: the name to show, and where its bytes are (in `data`, or in a file)."""

    name: str
    path: Path | None = None
    data: bytes = b""
    reader: str = ""


def sources(paths: Sequence[Path], root: Path) -> tuple[Source, ...]:
    """The files meant by files and folders, in an order that depends on their names alone."""
    found: dict[str, Source] = {}
    for path in paths:
        for file in _files(path):
            name = _shown(file, root)
            found.setdefault(name, Source(name, file))
            if len(found) > MAX_FILES:
                raise ReportError([Finding("files-many", Place(_shown(path, root)), {"limit": MAX_FILES})])
    return tuple(found[name] for name in sorted(found))


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading gave: the documents by name, what was noticed, and why some files could not be read."""

    documents: tuple[tuple[str, Document], ...]
    findings: tuple[Finding, ...]
    faults: tuple[Finding, ...]


def read_all(sources: Sequence[Source], readers: Mapping[str, Reader], progress: Progress) -> Reading:
    """Every document under its name; a file that cannot be read never keeps another from being read."""
    by_suffix = {suffix: reader for reader in readers.values() for suffix in reader.suffixes}
    tasks: list[tuple[Source, Reader]] = []
    faults: list[Finding] = []
    findings: list[Finding] = []
    for source in sources:
        suffix = source.path.suffix.lower() if source.path else ""
        reader = readers[source.reader] if source.reader else by_suffix.get(suffix)
        if source.path and not source.path.exists():
            faults.append(Finding("file-absent", Place(source.name)))
        elif reader is None:
            findings.append(Finding("file-kind", Place(source.name), {"suffixes": sorted(by_suffix)}))
        else:
            tasks.append((source, reader))
    documents = []
    for (source, _), read in zip(tasks, each(read_one, tasks, progress), strict=True):
        if read is None:
            faults.append(Finding("file-crashed", Place(source.name)))
        elif isinstance(read, CchcError):
            if not isinstance(read, ReportError):
                raise read
            faults += read.findings
        else:
            documents.append((source.name, read))
    return Reading(tuple(documents), tuple(findings), tuple(faults))


def read_one(task: tuple[Source, Reader]) -> Document | CchcError:
    """One document, or why it is none."""
    source, reader = task
    try:
        data = read_bytes(source.path, source.name) if source.path else source.data
        return _read(reader, data, source.name)
    except CchcError as error:
        return error


def _read(reader: Reader, data: bytes, name: str) -> Document:
    try:
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


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        # '~$' marks the lock file of a document that is open in an office program.
        yield from (
            Path(folder) / name for name in sorted(names) if not name.startswith((".", "~$")) and name not in ODD
        )


def _shown(path: Path, root: Path) -> str:
    full, base = Path(os.path.normpath(path.absolute())), Path(os.path.normpath(root.absolute()))
    return nfc((full.relative_to(base) if full.is_relative_to(base) else path).as_posix())
