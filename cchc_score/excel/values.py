"""What a cell stores as what it shows and what it means, by the number format of its style."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import Literal

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils.datetime import from_excel

from cchc_score.documents import Cell
from cchc_score.excel.parts import Texts, decoded

Kind = Literal["number", "percent", "date", "duration"]
Shown = tuple[str, Fraction | date | bool | None, str]
"""The text, the value and the fault of a cell."""
_MAX_FORMAT = 255
_REMEMBERED = 20_000
_NOT_SHOWN = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
_LARGEST = 30
# Excel calculates in binary and shows 15 digits: 0.30000000000000004 is 0.3.
_DIGITS = Context(prec=15, rounding=ROUND_HALF_UP)
_BOOLS = {"1": True, "0": False, "true": True, "false": False}


def kind_of(number: int, own: Mapping[int, str]) -> Kind:
    """What a number format makes of a number; `own` are the formats that the workbook defines itself."""
    code = own.get(number, BUILTIN_FORMATS.get(number, ""))
    if len(code) > _MAX_FORMAT:
        return "number"
    if is_timedelta_format(code):
        return "duration"
    if is_date_format(code):
        return "date"
    return "percent" if "%" in _NOT_SHOWN.sub("", code.split(";")[0]) else "number"


def text_cell(texts: Texts, at: str = "") -> Cell:
    """The text that was gathered as a cell; digits that are struck out or raised leave no figure."""
    fault = "cell-marked" if texts.marked else ""
    return Cell(texts.taken(), fault=fault, at=at)


@dataclass(frozen=True, slots=True)
class Values:
    """What the cells of a workbook refer to: its texts, the kinds of its styles, and its first day."""

    strings: Sequence[Cell]
    kinds: Sequence[Kind]
    epoch: datetime
    _seen: dict[tuple[str, str], Shown] = field(default_factory=dict)

    def cell(self, at: str, kind: str, style: str, raw: str) -> Cell:
        """A cell by its place, its type ('n', 's', ...), its style and the text that it stores."""
        if kind == "s":
            stored = self.strings[_natural(raw)]
            return Cell(stored.text, fault=stored.fault, at=at)
        if kind == "str":
            return Cell(decoded(raw), at=at)
        if kind == "n":
            kind = self.kinds[_natural(style)] if style else "number"
        key = kind, raw.strip()
        shown = self._seen.get(key)
        if shown is None:
            if len(self._seen) >= _REMEMBERED:
                self._seen.clear()
            shown = self._seen[key] = _READ[kind](key[1], self.epoch)
        text, value, fault = shown
        return Cell(text, value, fault, at)


def _natural(raw: str) -> int:
    number = int(raw)
    if number < 0:
        raise ValueError("no place in a list")
    return number


def _decimal(raw: str) -> Decimal | None:
    number = _DIGITS.create_decimal(raw) if _NUMBER.fullmatch(raw) else None
    return number if number is not None and abs(number.adjusted()) <= _LARGEST else None


def _plain(number: Decimal) -> str:
    if not number:
        return "0"
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _number(raw: str, _: datetime) -> Shown:
    number = _decimal(raw)
    return (raw, None, "cell-error") if number is None else (_plain(number), Fraction(number), "")


def _percent(raw: str, _: datetime) -> Shown:
    number = _decimal(raw)
    if number is None:
        return raw, None, "cell-error"
    number = number.scaleb(2, _DIGITS)
    return f"{_plain(number)}%", Fraction(number), ""


def _date(raw: str, epoch: datetime) -> Shown:
    number = _decimal(raw)
    try:
        found = from_excel(float(number), epoch) if number is not None and number >= 0 else None
    except (OverflowError, ValueError):
        found = None
    # Excel shows a date before its first day or after its last as '#####'.
    return (raw, None, "cell-error") if found is None else _day(found)


def _day(found: date | time) -> Shown:
    if isinstance(found, time):
        return found.isoformat("seconds"), None, ""
    if not isinstance(found, datetime):
        return found.isoformat(), found, ""
    if found.time() != time():
        return found.replace(tzinfo=None).isoformat(" ", "seconds"), None, ""
    return found.date().isoformat(), found.date(), ""


def _duration(raw: str, epoch: datetime) -> Shown:
    number = _decimal(raw)
    try:
        found = from_excel(float(number), epoch, timedelta=True) if number is not None else None
    except (OverflowError, ValueError):
        found = None
    if not isinstance(found, timedelta):
        return raw, None, "cell-error"
    minutes, seconds = divmod(abs(found).days * 86400 + abs(found).seconds, 60)
    sign = "-" if found < timedelta() else ""
    return f"{sign}{minutes // 60}:{minutes % 60:02}:{seconds:02}", None, ""


def _iso(raw: str, _: datetime) -> Shown:
    try:
        return _day(datetime.fromisoformat(raw))
    except ValueError:
        return raw, None, ""


def _bool(raw: str, _: datetime) -> Shown:
    value = _BOOLS[raw.lower()]
    return str(value).upper(), value, ""


def _error(raw: str, _: datetime) -> Shown:
    return raw, None, "cell-error"


_READ = {
    "number": _number,
    "percent": _percent,
    "date": _date,
    "duration": _duration,
    "d": _iso,
    "b": _bool,
    "e": _error,
}
