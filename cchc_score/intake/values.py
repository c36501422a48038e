"""A cell's text as a fact: numbers as Vietnamese and English write them, dates, answers; never a guess."""

import re
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from cchc_score.facts import MAX_VALUE
from cchc_score.model import NUMBERS, Answer, Indicator, Value
from cchc_score.text import nfc

_YES = {"có": True, "yes": True, "true": True, "không": False, "no": False, "false": False}
_NEVER = ("không", "never", "no")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}([., \u00a0\u202f])[0-9]{3}(?:\1[0-9]{3})+")
_SPACED = re.compile(r"[1-9][0-9]{0,2}([ \u00a0\u202f])[0-9]{3}")
_SPACES = re.compile(r"[1-9][0-9]{0,2}([ \u00a0\u202f])[0-9]{3}(?:\1[0-9]{3})*[.,][0-9]+")
_NEGATIVE = re.compile("[-\u2010-\u2014\u2212] ?[0-9]")
"""Also with the signs that word processors put for a minus."""
_BOTH = re.compile(r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+,|(?:,[0-9]{3})+\.)[0-9]+")
_POINT = re.compile(r"([0-9]+)[.,]([0-9]+)")
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_DAY = re.compile(r"(?P<day>[0-9]{1,2})(?P<mark>[/.-])(?P<month>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})")
_YEARS = range(1900, 2101)
MAX_LENGTH = 60
SURE_DIGITS = 15
"""A whole number of so many digits is below the largest that a fact may be."""


class Unreadable(Exception):
    """A text that is no fact of its indicator; `code` is the finding's."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def fact(indicator: Indicator, text: str, legend: Sequence[Answer] = ()) -> Value:
    """The fact that a cell's text says; an Unreadable names what is wrong with it."""
    if text.isascii() and text.isdecimal() and len(text) <= SURE_DIGITS and indicator.kind in NUMBERS:
        return Fraction(int(text))
    text = nfc(text).strip()
    if len(text) > MAX_LENGTH:
        raise Unreadable("value-unreadable")
    if indicator.kind == "yes_no":
        return _yes_no(text, legend)
    if indicator.kind == "option":
        return _option(indicator, text, legend)
    if indicator.kind == "date":
        return _date(text)
    if indicator.kind == "percent" and text.endswith("%"):
        text = text[:-1].rstrip()
    return checked(indicator, number(text))


def stored_fact(
    indicator: Indicator, stored: Fraction | date | bool, text: str, legend: Sequence[Answer] = ()
) -> Value:
    """The fact that the cell of a spreadsheet holds as a number, a day or yes and no: never ambiguous."""
    if isinstance(stored, date | bool):
        kind = "date" if isinstance(stored, date) else "yes_no"
        if indicator.kind != kind:
            raise Unreadable("value-kind")
        return checked_day(stored) if isinstance(stored, date) else stored
    if indicator.kind not in NUMBERS:
        return fact(indicator, str(stored), legend)
    if text.endswith("%") and indicator.kind != "percent":
        raise Unreadable("value-percent")
    return checked(indicator, stored)


def checked(indicator: Indicator, value: Fraction) -> Fraction:
    """A number that its indicator can hold."""
    if indicator.kind not in NUMBERS:
        raise Unreadable("value-kind")
    if value < 0:
        raise Unreadable("value-negative")
    if value > MAX_VALUE:
        raise Unreadable("value-large")
    if (value * 10**indicator.decimals).denominator != 1:
        raise Unreadable("value-decimals" if indicator.decimals else "value-not-whole")
    return value


def number(text: str) -> Fraction:
    """A plain number; one such as '1.340', which is 1340 to some and 1,34 to others, is refused."""
    if _NEGATIVE.match(text):
        raise Unreadable("value-negative")
    if text.isascii() and text.isdecimal():
        return Fraction(int(text))
    if _BOTH.fullmatch(text):
        whole, rest = re.split(r"[.,](?=[0-9]+$)", text)
        return Fraction(re.sub(r"[.,]", "", whole) + "." + rest)
    if _GROUPED.fullmatch(text) or _SPACED.fullmatch(text):
        return Fraction(int(re.sub(r"[., \u00a0\u202f]", "", text)))
    if _SPACES.fullmatch(text):
        return Fraction(re.sub(r"[ \u00a0\u202f]", "", text).replace(",", "."))
    if match := _POINT.fullmatch(text):
        # Three digits after one mark are thousands or decimals; after a lone 0, or four digits, only decimals.
        if len(match[2]) == 3 and len(match[1]) <= 3 and not match[1].startswith("0"):
            raise Unreadable("value-ambiguous")
        return Fraction(f"{match[1]}.{match[2]}")
    raise Unreadable("value-unreadable")


def _numbered(text: str, legend: Sequence[Answer]) -> str | None:
    # A number with a leading zero ('01') is still the number that the legend names.
    if not (text.isascii() and text.isdecimal()):
        return None
    return next((entry.option for entry in legend if entry.number == int(text)), None)


def _yes_no(text: str, legend: Sequence[Answer]) -> bool:
    answer = _numbered(text, legend) or text.casefold()
    if answer not in _YES:
        raise Unreadable("value-yes-no")
    return _YES[answer]


def _option(indicator: Indicator, text: str, legend: Sequence[Answer]) -> str:
    answer = _numbered(text, legend) or text
    for option in indicator.options:
        if answer.casefold() in (option.code.casefold(), option.name.casefold()):
            return option.code
    raise Unreadable("value-option")


def _date(text: str) -> date | None:
    if text.casefold() in _NEVER:
        return None
    match = _ISO.fullmatch(text) or _DAY.fullmatch(text)
    if match is None:
        raise Unreadable("value-day")
    try:
        return checked_day(date(int(match["year"]), int(match["month"]), int(match["day"])))
    except ValueError:
        raise Unreadable("value-day") from None


def checked_day(day: date) -> date:
    """A day that can be meant: one in the year 23 or 2203 is a slip, and would be early or late for any deadline."""
    if day.year not in _YEARS:
        raise Unreadable("value-day")
    return day


def unreadable_args(indicator: Indicator, text: str) -> dict[str, object]:
    """What the finding about an unreadable cell names."""
    answers = ["có", "không"] if indicator.kind == "yes_no" else [option.code for option in indicator.options]
    return {
        "fact": indicator.words,
        "text": text[:MAX_LENGTH],
        "decimals": indicator.decimals,
        "answers": answers,
    }
