"""Days and hours as people type them: '20/12/2023', '20/12/2023 16:30', '16 giờ 30 ngày 20/12/2023'."""

import re
from datetime import datetime

from cchc_score.appraisal.moments import Moment
from cchc_score.appraisal.self_score_sheet import read_day

_HOUR = r"(?P<hour>[01]?\d|2[0-3])(?::|h|g|\s*giờ\s*)(?P<minute>[0-5]\d)?"
_SHAPES = tuple(
    re.compile(shape) for shape in (rf"(?P<day>\S+)[T ]\s*{_HOUR}(?::00)?", rf"{_HOUR}\s+(?:ngày\s+)?(?P<day>\S.*)")
)


def typed_moment(text: str) -> Moment | None:
    """The day that a text says, a `datetime` without zone where it says the hour too; None for any other text."""
    word = " ".join(text.split())
    # Before days alone, which are read with any hour behind them.
    for shape in _SHAPES:
        said = shape.fullmatch(word)
        day = read_day(said["day"]) if said else None
        if said is not None and day is not None:
            return datetime(day.year, day.month, day.day, int(said["hour"]), int(said["minute"] or 0))
    return read_day(word)
