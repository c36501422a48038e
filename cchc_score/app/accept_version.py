"""Accept: a file that a unit sent again after the appraisal had begun counts from now on."""

from cchc_score.app.look_into_journal import journal_of
from cchc_score.app.request_errors import UnknownFile
from cchc_score.app.take_into_journal import Clock, TakenIn
from cchc_score.app.write_acts import refuse_frozen
from cchc_score.journal.events import Happening, added
from cchc_score.journal.fold import ACCEPTED
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.journal_files import add_events, load_journal


def accept_version(source: FolderSource, path: str, by: str, reason: str, clock: Clock) -> TakenIn:
    """Write down that the newest version of a file counts, and why; an UnknownFile where none waits under that name."""
    journal = journal_of(source)
    refuse_frozen(journal)
    waiting = journal.state.waiting()
    if path not in waiting:
        raise UnknownFile(path, tuple(waiting))
    version = waiting[path]
    body = {"act": ACCEPTED, "sha256": version.sha256, "reason": reason}
    time = clock().replace(microsecond=0).isoformat()
    events = tuple(added(journal.events[-1], [Happening("act", version.unit, path, body=body)], time, by))
    add_events(journal, events, {})
    return TakenIn(load_journal(journal.root), events, ())
