"""A scheme for the next year: every date and year in it moved, each line marked, and nothing scored until confirmed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from cchc_score.model import Scheme

MovedKind = Literal["period", "date", "text", "kept"]
"""The period, a day, a year in a text; 'kept' for what names a paper, which no arithmetic can make anew."""
MARK = "# dời năm"
_DATE = re.compile(r"(?<![0-9])(20[0-9]{2})-([0-9]{2})-([0-9]{2})(?![0-9])")
_PERIOD = re.compile(r"^(\s*period\s*=\s*)(20[0-9]{2})\b")
_YEAR = re.compile(r"(?<![0-9/.,])(20[0-9]{2})(?![0-9]|[.,/][0-9])")
_KEY = re.compile(r"^\s*([A-Za-z0-9_\"-]+)\s*=")
_KEPT = frozenset({"decision", "form", "frame"})
"""Names of papers and files: the new one must be put in by somebody who knows it."""
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


@dataclass(frozen=True, slots=True)
class MovedLine:
    """A line that carries a year: its number in the new file, as it was and as it is now."""

    line: int
    kind: MovedKind
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class NextYear:
    """The text of a scheme, or of its golden cases, for another year, and every line that carries a year."""

    text: str
    moved: tuple[MovedLine, ...]


def next_year(text: str, period: int, years: int = 1) -> NextYear:
    """A scheme's text moved by some years; `period` is the year that it scores.

    In texts only the period and the years beside it are moved: others are those of papers and laws. Comments stay.
    """
    lines: list[str] = []
    moved: list[MovedLine] = []
    for own in text.splitlines():
        line, kind = _moved(own, period, years)
        lines.append(f"{line}   {MARK}" if kind not in (None, "kept") and MARK not in line else line)
        if kind is not None:
            moved.append(MovedLine(len(lines), kind, own.strip(), line.strip()))
        if own.strip() == "[scheme]":
            lines.append("draft      = true   # xóa khi mọi dòng có 'dời năm' và số quyết định đã được xác nhận")
    return NextYear("\n".join(lines) + "\n", tuple(moved))


def _moved(line: str, period: int, years: int) -> tuple[str, MovedKind | None]:
    code = line.lstrip()
    if code.startswith("#"):
        return line, None
    key = _KEY.match(line)
    if key and key[1] in _KEPT:
        return line, "kept"
    # A reference names a paragraph of a paper, which has its own year for ever.
    if key and key[1] == "reference":
        return line, None
    if _PERIOD.match(line):
        return _PERIOD.sub(lambda found: f"{found[1]}{int(found[2]) + years}", line), "period"
    # Before years, for every date holds one.
    dated = "".join(_dates_moved(line, years))
    if dated != line:
        return dated, "date"
    near = range(period - 1, period + 2)
    worded = _STRING.sub(lambda found: _years_moved(found[0], near, years), line)
    return worded, "text" if worded != line else None


def _dates_moved(line: str, years: int) -> Iterator[str]:
    """A line piece by piece, dates outside its texts moved; a text may name the date of a paper."""
    at = 0
    for found in _STRING.finditer(line):
        yield _DATE.sub(lambda day: _later(day, years), line[at : found.start()])
        yield found[0]
        at = found.end()
    yield _DATE.sub(lambda day: _later(day, years), line[at:])


def _later(found: re.Match[str], years: int) -> str:
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        # In a comment anything may look like a day.
        return found[0]
    return years_later(day, years).isoformat()


def years_later(day: date, years: int) -> date:
    """The same day some years later, or earlier for a number below 0."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        # The 29th of February has no day a year later: the month's last one stands for it.
        return day.replace(year=day.year + years, day=28)


def scheme_in_year(scheme: Scheme, period: int) -> Scheme:
    """A scheme for the units and the reports of another year; the days of its rules stay."""
    years = period - scheme.period
    days, day = scheme.days, scheme.ranking.units_on
    return replace(
        scheme,
        period=period,
        days=None if days is None else (years_later(days[0], years), years_later(days[1], years)),
        ranking=replace(scheme.ranking, units_on=None if day is None else years_later(day, years)),
    )


def _years_moved(text: str, near: range, years: int) -> str:
    return _YEAR.sub(lambda found: str(int(found[1]) + years) if int(found[1]) in near else found[0], text)
