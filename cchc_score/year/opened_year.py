"""A year opened: by its journal where its folder has one, else as the folder stands."""

from typing import TYPE_CHECKING

from cchc_score.files.disk import is_there
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.journal_place import EVENTS, FOLDER
from cchc_score.year.request import Request

if TYPE_CHECKING:
    from cchc_score.year.journal_source import JournalSource
    from cchc_score.year.new_entries import NewEntriesFile


def open_year(request: Request, new_entries: "NewEntriesFile | None" = None) -> FolderSource:
    """The year that a request means."""
    folder = FolderSource(request, new_entries, open_year)
    # What the command line gives by itself stands in no journal.
    if folder.config is None or request.given or not is_there(folder.config.root / FOLDER / EVENTS):
        return folder
    return by_journal(folder)


def by_journal(source: FolderSource) -> "JournalSource":
    """The year of a folder as its journal says it."""
    # Only a year with a journal pays for what reads one.
    from cchc_score.year.journal_source import JournalSource

    return JournalSource(source.request, source.new_entries, open_year)
