"""A cell's text as a fact: numbers as Vietnamese and English write them, dates, answers; never a guess."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from math import floor

from cchc_score.facts import MAX_VALUE
from cchc_score.findings import Words
from cchc_score.intake.folded_text import fold
from cchc_score.intake.ticked_boxes import ticked_answer
from cchc_score.model import NUMBERS, Answer, Indicator, Value
from cchc_score.text import nfc

_YES = {"có": True, "yes": True, "true": True, "không": False, "no": False, "false": False}
# In a column of days 'không' says that the day never came, which is known and not the same as blank.
_NEVER = ("không", "never", "no")
# Two groups at least: '1.340.000' can only be thousands, where '1.340' cannot be told.
_GROUPED = re.compile(r"[1-9][0-9]{0,2}([., \u00a0\u202f])[0-9]{3}(?:\1[0-9]{3})+")
# One group is enough here, since nobody writes decimals after a space.
_SPACED = re.compile(r"[1-9][0-9]{0,2}([ \u00a0\u202f])[0-9]{3}")
_SPACES = re.compile(r"[1-9][0-9]{0,2}([ \u00a0\u202f])[0-9]{3}(?:\1[0-9]{3})*[.,][0-9]+")
_NEGATIVE = re.compile("[-\u2010-\u2014\u2212] ?[0-9]")
"""Also with the signs that word processors put for a minus."""
_BOTH = re.compile(r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+,|(?:,[0-9]{3})+\.)[0-9]+")
_POINT = re.compile(r"([0-9]+)[.,]([0-9]+)")
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_DAY = re.compile(r"(?P<day>[0-9]{1,2})(?P<mark>[/.-])(?P<month>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})")
_IN_WORDS = re.compile(
    r"(?:ngày\s+)?(?P<day>[0-9]{1,2})\s+tháng\s+(?P<month>[0-9]{1,2})\s+năm\s+(?P<year>[0-9]{4})", re.IGNORECASE
)
"""As every Vietnamese paper writes a day."""
# A spreadsheet writes the hour beside a day that was typed with one, and no deadline asks for it.
_TIME = re.compile(r"[ T](?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?$")
_YEARS = range(1900, 2101)
MAX_LENGTH = 60
SMALL_KINDS = frozenset({"percent", "points"})
"""Kinds of which nobody has a thousand: in '8.148' the mark can only be that of decimals."""
SURE_DIGITS = 15
"""A whole number of so many digits is below the largest that a fact may be."""


StoredValue = Fraction | date | bool
"""What the file of a cell may store beside the text that it shows."""


class Unreadable(Exception):
    """A text that is no fact of its indicator; `code` is the finding's."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def parse_fact(indicator: Indicator, text: str, legend: Sequence[Answer] = ()) -> Value:
    """The fact that a cell's text says; an Unreadable names what is wrong with it."""
    # Nearly all cells of a nation's table are such, and this gives what the whole way below would give.
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
    # Only of a share: a count of '5%' is refused like any other word beside a number.
    if indicator.kind == "percent" and text.endswith("%"):
        text = text[:-1].rstrip()
    small, whole = indicator.kind in SMALL_KINDS, not indicator.decimals
    return check_number(indicator, parse_number(text, thousands=not small, whole=whole and not small))


def cell_fact(indicator: Indicator, text: str, stored: StoredValue | None, legend: Sequence[Answer] = ()) -> Value:
    """The fact that a cell in a table of many units says: what it stores, where that is of the indicator's kind.

    Anything else is read as its text: a number may be the legend's number of an answer.
    """
    if isinstance(stored, bool) and indicator.kind == "yes_no":
        return stored
    if isinstance(stored, date) and indicator.kind == "date":
        return check_day(stored)
    # A cell that shows 5% holds no count of 5: its text says so.
    as_number = indicator.kind == "percent" or (indicator.kind in NUMBERS and not text.endswith("%"))
    if isinstance(stored, Fraction) and as_number and len(text) <= MAX_LENGTH:
        return check_number(indicator, rounded(indicator, stored))
    return parse_fact(indicator, text, legend)


def stored_fact(indicator: Indicator, stored: StoredValue, text: str, legend: Sequence[Answer] = ()) -> Value:
    """The fact that the cell of a spreadsheet holds as a number, a day or yes and no: never ambiguous."""
    if isinstance(stored, date | bool):
        kind = "date" if isinstance(stored, date) else "yes_no"
        if indicator.kind != kind:
            raise Unreadable("value-kind")
        return check_day(stored) if isinstance(stored, date) else stored
    if indicator.kind not in NUMBERS:
        # A number in a column of answers is the legend's number of one.
        return parse_fact(indicator, str(stored), legend)
    if text.endswith("%") and indicator.kind != "percent":
        raise Unreadable("value-percent")
    return check_number(indicator, rounded(indicator, stored))


def rounded(indicator: Indicator, stored: Fraction) -> Fraction:
    """A number that a spreadsheet stores, half up to the decimals of its indicator; what has none stays as it is.

    A share that is computed there has more decimals than anybody prints, and percentages mostly are.
    """
    if not indicator.decimals and indicator.kind != "percent":
        return stored
    unit = 10**indicator.decimals
    return Fraction(floor(stored * unit + Fraction(1, 2)), unit)


def cell_remarks(
    indicator: Indicator, text: str, stored: StoredValue | None, legend: Sequence[Answer]
) -> Iterator[tuple[str, dict[str, object]]]:
    """What a reader should know of a cell that can be read: codes of findings with their arguments."""
    digits = text.isascii() and text.isdecimal()
    # The format of a sheet may show '01' where the cell stores 1.
    bare = stored is None and not legend and indicator.kind in NUMBERS
    if digits and bare and text != "0" and text.startswith("0"):
        yield "value-leading-zero", {"text": text, "value": int(text)}
    # People write 0 for 'nothing', where the legend gives it to an answer that may earn points.
    if legend and digits and int(text) == 0:
        meant = next((entry for entry in legend if entry.number == 0), None)
        if meant is not None and meant.option != "no":
            yield "value-coded-zero", {"fact": indicator.words, "answer": meant.text}
    if isinstance(stored, Fraction) and not legend and indicator.kind in NUMBERS:
        value = rounded(indicator, stored)
        if value != stored:
            yield "value-rounded", {"fact": indicator.words, "text": text[:MAX_LENGTH], "value": value}


def check_number(indicator: Indicator, value: Fraction) -> Fraction:
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


def parse_number(text: str, thousands: bool = True, whole: bool = False) -> Fraction:
    """A plain number; one such as '1.340', which is 1340 to some and 1,34 to others, is refused.

    Without `thousands`, where the number can be none so large, it is 1,34; of what is counted as a `whole` it is 1340.
    """
    # Any number with a minus, however it is grouped, gets the finding about negative ones and not that about odd texts.
    if _NEGATIVE.match(text):
        raise Unreadable("value-negative")
    if text.isascii() and text.isdecimal():
        return Fraction(int(text))
    if _BOTH.fullmatch(text):
        front, rest = re.split(r"[.,](?=[0-9]+$)", text)
        # Of two different marks the last is that of the decimals, in Vietnamese and in English.
        return Fraction(re.sub(r"[.,]", "", front) + "." + rest)
    if _GROUPED.fullmatch(text) or _SPACED.fullmatch(text):
        return Fraction(int(re.sub(r"[., \u00a0\u202f]", "", text)))
    if _SPACES.fullmatch(text):
        return Fraction(re.sub(r"[ \u00a0\u202f]", "", text).replace(",", "."))
    if match := _POINT.fullmatch(text):
        # Three digits after one mark are thousands or decimals; after a lone 0, or four digits, only decimals.
        if thousands and len(match[2]) == 3 and len(match[1]) <= 3 and not match[1].startswith("0"):
            if whole:
                return Fraction(int(match[1] + match[2]))
            raise Unreadable("value-ambiguous")
        return Fraction(f"{match[1]}.{match[2]}")
    raise Unreadable("value-unreadable")


def _legend_answer(text: str, legend: Sequence[Answer]) -> str | None:
    """The option that a legend's number, or its own words, stand for."""
    # A number with a leading zero ('01') is still the number that the legend names.
    if text.isascii() and text.isdecimal():
        return next((entry.option for entry in legend if entry.number == int(text)), None)
    return next((entry.option for entry in legend if fold(entry.text) == fold(text)), None)


def _yes_no(text: str, legend: Sequence[Answer]) -> bool:
    ticked = ticked_answer(text)
    answer = "" if ticked is None else _legend_answer(ticked, legend) or ticked.casefold()
    if answer not in _YES:
        raise Unreadable("value-yes-no")
    return _YES[answer]


def _option(indicator: Indicator, text: str, legend: Sequence[Answer]) -> str:
    ticked = ticked_answer(text)
    answer = "" if ticked is None else _legend_answer(ticked, legend) or ticked
    for option in indicator.options:
        if answer.casefold() in (
            option.code.casefold(),
            option.name.casefold(),
            (option.name_en or option.name).casefold(),
        ):
            return option.code
    english = [option.code for option in indicator.options if answer.casefold() == option.name_en.casefold() != ""]
    if len(english) == 1:
        return english[0]
    raise Unreadable("value-option")


def _date(text: str) -> date | None:
    if text.casefold() in _NEVER:
        return None
    try:
        return check_day(parse_day(_TIME.sub("", text)))
    except ValueError:
        raise Unreadable("value-day") from None


def parse_day(text: str, marks: str = "/.-") -> date:
    """The day in a text such as '2026-03-31', '31/3/2026' (with one of `marks` between) or '31 tháng 3 năm 2026'.

    A ValueError for anything else.
    """
    match = _ISO.fullmatch(text) or _DAY.fullmatch(text) or _IN_WORDS.fullmatch(text)
    # An ISO day has no mark of its own and is never mistaken: day and month cannot be exchanged in it.
    if match is None or match.groupdict().get("mark", marks) not in marks:
        raise ValueError(text)
    return date(int(match["year"]), int(match["month"]), int(match["day"]))


def check_day(day: date) -> date:
    """A day that can be meant: one in the year 23 or 2203 is a slip, and would be early or late for any deadline."""
    if day.year not in _YEARS:
        raise Unreadable("value-day")
    return day


def unreadable_args(indicator: Indicator, text: str) -> dict[str, object]:
    """The arguments of the finding about a cell that cannot be read."""
    answers = ["có", "không"] if indicator.kind == "yes_no" else [option.code for option in indicator.options]
    return {
        "fact": indicator.words,
        "text": text[:MAX_LENGTH],
        "decimals": indicator.decimals,
        "answers": answers,
        **_both_readings(text.strip()),
    }


def _both_readings(text: str) -> dict[str, object]:
    """What a number such as '1.340' is as thousands and as decimals, each so written that it can be nothing else."""
    whole, mark, rest = text.replace(",", ".").partition(".")
    if not (mark and (whole + rest).isascii() and (whole + rest).isdecimal() and len(text) <= MAX_LENGTH):
        return {"thousands": "", "fraction": ""}
    # A fourth digit, since with three the mark may be that of thousands again.
    return {"thousands": whole + rest, "fraction": Words(f"{whole},{rest}0", f"{whole}.{rest}0")}
