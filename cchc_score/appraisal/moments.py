"""Days and hours of the working year, by one clock: that of whoever keeps the year. A day may have its hour or not."""

from datetime import date, datetime, time

Moment = date
"""A day; or a `datetime` without zone, where the hour is known as well."""


def day_of(moment: Moment) -> date:
    """The day of a moment."""
    return moment.date() if isinstance(moment, datetime) else moment


def start_of(moment: Moment) -> datetime:
    """A moment by which moments can be put into order: a day without its hour comes before every hour of it."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time())


def is_by(moment: Moment, limit: Moment) -> bool:
    """Whether a moment is not after a limit, which belongs to the time that it ends.

    Where one of the two has no hour their days decide: nobody can say that a paper of the last day came too late.
    """
    if isinstance(moment, datetime) and isinstance(limit, datetime):
        return moment <= limit
    return day_of(moment) <= day_of(limit)


def moment_of(text: str) -> Moment:
    """The moment that ISO 8601 says, as `isoformat` writes it; a ValueError for anything else."""
    moment = datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        raise ValueError(text)
    return moment


def moment_words(moment: Moment) -> str:
    """A moment as people of both languages read it: '15/12/2023', '17:00 15/12/2023'."""
    if isinstance(moment, datetime):
        return f"{moment:%H:%M:%S %d/%m/%Y}" if moment.second else f"{moment:%H:%M %d/%m/%Y}"
    return f"{moment:%d/%m/%Y}"
