"""The clock of the command line: now, or the day and hour that somebody says instead."""

import re
from datetime import date, datetime

from cchc_score.appraisal.self_score_sheet import read_day
from cchc_score.cli.command import WrongWord

_HOUR = r"(?P<hour>[01]?\d|2[0-3])(?::|h|g|\s*giờ\s*)(?P<minute>[0-5]\d)?"
_SHAPES = tuple(
    re.compile(shape) for shape in (rf"(?P<day>\S+)[T ]\s*{_HOUR}(?::00)?", rf"{_HOUR}\s+(?:ngày\s+)?(?P<day>\S.*)")
)


def now() -> datetime:
    """The time, with the zone of this machine."""
    return datetime.now().astimezone()


def moment_asked(word: str, option: str = "--on") -> date:
    """The moment that an option says, now without a word; a WrongWord for one that says none.

    With an hour, as '20/12/2023 16:30', it is a `datetime` without zone.
    """
    if not word:
        return now().replace(tzinfo=None, microsecond=0)
    moment = _read(" ".join(word.split()))
    if moment is None:
        raise WrongWord("usage-day", name=option, word=word)
    return moment


def _read(word: str) -> date | None:
    # Before days alone, which are read with any hour behind them.
    for shape in _SHAPES:
        said = shape.fullmatch(word)
        day = read_day(said["day"]) if said else None
        if said is not None and day is not None:
            return datetime(day.year, day.month, day.day, int(said["hour"]), int(said["minute"] or 0))
    return read_day(word)
