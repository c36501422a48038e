"""Files that people hand to the server: into the journal, bytes and all, and into the folder of the year."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from cchc_score.files.disk import file_name, is_there
from cchc_score.journal.bodies import Statement
from cchc_score.journal.events import Event, Happening
from cchc_score.journal.statement_events import file_happening, statement_happening
from cchc_score.text import nfc
from cchc_web.database_source import DatabaseSource
from cchc_web.models import KeptYear
from cchc_web.transfer import renew_folder
from cchc_web.year_journal import year_root

_MOST_OF_ENDING = 10
"""So many signs has the ending of a name."""


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file of a year: its path in the year's folder, the code of the unit that it is of, its kind, and its bytes.

    The kinds are those of the journal: 'report', 'self-score', 'survey', 'items', 'appraisal', 'rules', 'other'.
    `reason` is why it stands for an earlier one, where somebody has to say so.
    """

    path: str
    unit: str
    kind: str
    data: bytes
    reason: str = ""

    @property
    def sha256(self) -> str:
        """The hash of the bytes."""
        return sha256(self.data).hexdigest()


def take_files(
    year: KeptYear,
    files: Sequence[NewFile],
    by: str,
    time: str,
    gone: Sequence[tuple[str, str]] = (),
    statements: Iterable[Statement] = (),
    since: int | None = None,
    gone_for: str = "",
) -> tuple[Event, ...]:
    """Take files in, and what was stated with them, all of it or nothing; the events.

    `gone` are the units and paths of files that these stand for and that leave the year, `gone_for` why, where nothing
    stands for them. `since` is as of
    `JournalSource.add`; a file that says what its newest version says is passed over.
    """
    source = DatabaseSource(year)
    state = source.present_journal().state
    new = [file for file in files if getattr(state.newest(file.path), "sha256", "") != file.sha256]
    leaving = [(unit, path) for unit, path in gone if getattr(state.newest(path), "sha256", "")]
    happenings = [
        *(Happening("file-gone", unit, path, body={"reason": gone_for} if gone_for else {}) for unit, path in leaving),
        *(file_happening(file.path, file.unit, file.sha256, file.kind, (), file.reason) for file in new),
        *map(statement_happening, statements),
    ]
    if not happenings:
        return ()
    with TemporaryDirectory(prefix="nhan-", dir=year_root(year).parent) as folder:
        paths: dict[str, Path] = {}
        for number, file in enumerate(new):
            paths[file.path] = Path(folder) / str(number)
            paths[file.path].write_bytes(file.data)
        events = source.add(happenings, by, time, paths, since)
        renew_folder(year, events, paths)
    return events


def free_path(year: KeptYear, folder: str, name: str, taken: Collection[str] = ()) -> str:
    """A path below a folder of the year that no file has had yet, for a file that somebody calls by a name.

    None of those that are `taken` by other files to come. Only the last part of the name is kept, and of that letters,
    digits, dots, spaces and dashes, as many as every file system takes.
    """
    # A Mac sends a letter and its accents as several signs, and an accent alone is no letter.
    last = nfc(name).replace("\\", "/").rpartition("/")[2]
    plain = "".join(sign if sign.isalnum() or sign in " .-_" else "-" for sign in last).strip(" .-") or "tep"
    path = PurePosixPath(plain)
    stem, suffix = file_name(path.stem, ""), path.suffix[:_MOST_OF_ENDING]
    known = {*DatabaseSource(year).present_journal().state.files, *taken}
    names = (f"{folder}/{stem}{f'-{number}' if number else ''}{suffix}" for number in count())
    return next(one for one in names if one not in known and not is_there(year_root(year) / one))
