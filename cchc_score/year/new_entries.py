"""A new file of entries and confirmations: what goes into it, and everything for which it is refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cchc_score.appraisal.acts import Confirmation
from cchc_score.appraisal.acts_toml import acts_text
from cchc_score.appraisal.appraisal_model import Entry
from cchc_score.appraisal.entries_toml import entries_text
from cchc_score.documents import Reader, Record
from cchc_score.errors import WriteError
from cchc_score.files.disk import make_folder, write_atomic
from cchc_score.findings import Finding, Place
from cchc_score.text import Lang
from cchc_score.year.document_files import DocumentSource, ReadingTask, read_one


@dataclass(frozen=True, slots=True)
class NewEntriesFile:
    """Where new entries go: a file that is not there yet; `origin` is the file that they come from.

    The name of that file stands above them as a comment, in findings about all of them its path. `by` and `at` are who
    writes it and when (ISO 8601 with zone), for a year with a journal.
    """

    path: Path
    origin: Path
    lang: Lang = "vi"
    by: str = ""
    at: str = ""


def write_new_entries(
    file: NewEntriesFile, entries: Sequence[Entry], kept: Sequence[Confirmation], readers: Mapping[str, Reader]
) -> bytes:
    """What was written; a WriteError where the file is there, or would be one that cannot be read."""
    target = file.path
    # Entries are never overwritten, not even by the same ones.
    if target.exists():
        raise WriteError([Finding("entries-exist", Place(target.as_posix()))])
    text = entries_text(entries, [file.origin.name], file.lang)
    data = (text + ("\n" if entries and kept else "") + acts_text(kept)).encode()
    task = ReadingTask(DocumentSource(target.as_posix(), data=data), readers["toml"])
    # Read by the reader that will read it, whose limits are then the same: a broken file would stop the whole year.
    if not isinstance(read_one(task), Record):
        raise WriteError([Finding("entries-many", Place(file.origin.as_posix()), {"value": len(entries)})])
    make_folder(target.parent)
    write_atomic(target, data)
    return data
