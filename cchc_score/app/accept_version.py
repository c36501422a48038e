"""Accept: a file that a unit sent again after the appraisal had begun counts from now on."""

from collections.abc import Sequence

from cchc_score.app.look_into_journal import kept_by_journal
from cchc_score.app.request_errors import UnknownFile
from cchc_score.app.take_into_journal import Clock, TakenIn
from cchc_score.journal.events import Happening
from cchc_score.journal.fold import ACCEPTED
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.journal_source import refuse_frozen


def accept_version(source: FolderSource, path: str, by: str, reason: str, clock: Clock) -> TakenIn:
    """Write down that the newest version of a file counts, and why; an UnknownFile where none waits under that name."""
    return accept_versions(source, [path], by, reason, clock)


def accept_versions(source: FolderSource, paths: Sequence[str], by: str, reason: str, clock: Clock) -> TakenIn:
    """The same of several files, all or none."""
    year = kept_by_journal(source)
    journal = year.journal
    refuse_frozen(journal)
    waiting = journal.state.waiting()
    unknown = next((path for path in paths if path not in waiting), None)
    if unknown is not None:
        raise UnknownFile(unknown, tuple(waiting))
    time = clock().replace(microsecond=0).isoformat()
    happenings = [
        Happening(
            "act",
            waiting[path].unit,
            path,
            body={"act": ACCEPTED, "sha256": waiting[path].sha256, "reason": reason},
        )
        for path in paths
    ]
    events = year.add(happenings, by, time, since=journal.state.number)
    return TakenIn(year.present_journal(), events, ())
