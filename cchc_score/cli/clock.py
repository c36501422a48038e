"""The clock of the command line: now, or the day and hour that somebody says instead."""

from datetime import date, datetime

from cchc_score.appraisal.typed_moments import typed_moment
from cchc_score.cli.command import WrongWord


def now() -> datetime:
    """The time, with the zone of this machine."""
    return datetime.now().astimezone()


def moment_asked(word: str, option: str = "--on") -> date:
    """The moment that an option says, now without a word; a WrongWord for one that says none.

    With an hour, as '20/12/2023 16:30', it is a `datetime` without zone.
    """
    if not word:
        return now().replace(tzinfo=None, microsecond=0)
    moment = typed_moment(word)
    if moment is None:
        raise WrongWord("usage-day", name=option, word=word)
    return moment
