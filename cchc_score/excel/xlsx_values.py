"""What a cell stores as what it shows and what it means, by the number format of its style."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from openpyxl.utils.datetime import from_excel

from cchc_score.documents import Cell
from cchc_score.excel.xlsx_formats import as_shown
from cchc_score.excel.xlsx_parts import Texts, decode_escapes
from cchc_score.excel.xlsx_styles import PLAIN, CellLook, RuleLook, shows_no_text
from cchc_score.legacy_text import is_coded
from cchc_score.symbol_fonts import in_symbols

Shown = tuple[str, Fraction | date | bool | None, str]
"""The text, the value and the fault of a cell."""
_REMEMBERED = 20_000
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
# Written out, a number of 1E+999999999 would be a text of a gigabyte.
_LARGEST = 30
# Excel calculates in binary and shows 15 digits: 0.30000000000000004 is 0.3.
_DIGITS = Context(prec=15, rounding=ROUND_HALF_UP)
_BOOLS = {"1": True, "0": False, "true": True, "false": False}


def text_cell(texts: Texts, at: str = "") -> Cell:
    """The text that was gathered as a cell; digits that are struck out, raised or white leave no figure."""
    fault = "cell-marked" if texts.marked else ""
    font = texts.font
    text = texts.taken()
    return Cell(text, fault=fault, at=at, font=font if is_coded(text) else "")


@dataclass(frozen=True, slots=True)
class CellValues:
    """What the cells of a workbook refer to: its texts, the looks of its styles and rules, and its first day."""

    strings: Sequence[Cell]
    looks: Sequence[CellLook]
    epoch: datetime
    rules: Sequence[RuleLook] = ()
    _seen: dict[tuple[str, str, str], Shown] = field(default_factory=dict)

    def cell(self, at: str, kind: str, style: str, raw: str) -> Cell:
        """A cell by its place, its type ('n', 's', ...), its style and the text that it stores."""
        look = self.look(style)
        cell = self._stored(at, kind, look if look is not None else PLAIN, raw)
        # Only of a number the style decides what it is.
        if look is None and kind == "n":
            raise ValueError("no such style")
        return cell if look is None or look is PLAIN else self.seen(cell, look)

    def seen(self, cell: Cell, look: CellLook) -> Cell:
        """A cell as its style shows it: digits that are struck out or raised, and what is not to be seen, are none."""
        if look.legacy and not cell.font and is_coded(cell.text):
            cell = replace(cell, font=look.legacy)
        if look.symbol and cell.value is None:
            cell = replace(cell, text=in_symbols(look.symbol, cell.text))
        if cell.fault or not cell.text.strip():
            return cell
        unseen = look.unseen or (look.symbol != "" and cell.value is not None)
        if unseen or (cell.value is None and shows_no_text(look)):
            return replace(cell, fault="cell-marked" if any(map(str.isnumeric, cell.text)) else "cell-hidden")
        # A word that is struck out as a whole is an answer that somebody took back.
        return replace(cell, fault="cell-marked") if look.marked else cell

    def look(self, style: str) -> CellLook | None:
        """The look of a style; None for one that there is not."""
        if not style:
            return PLAIN
        number = _natural(style)
        return self.looks[number] if number < len(self.looks) else None

    def _stored(self, at: str, kind: str, look: CellLook, raw: str) -> Cell:
        if kind == "s":
            stored = self.strings[_natural(raw)]
            return Cell(stored.text, fault=stored.fault, at=at, font=stored.font)
        if kind == "str":
            return Cell(decode_escapes(raw), at=at)
        if kind == "n":
            kind = look.kind
        key = kind, raw.strip(), look.code
        shown = self._seen.get(key)
        if shown is None:
            # Emptied rather than left to grow: a sheet of numbers that are all different would be held twice.
            if len(self._seen) >= _REMEMBERED:
                self._seen.clear()
            shown = _READ[kind](key[1], self.epoch)
            if look.code and isinstance(shown[1], Fraction):
                shown = as_shown(look.code, shown[0], shown[1])
            self._seen[key] = shown
        text, value, fault = shown
        if look.whole and isinstance(value, Fraction):
            text = _padded(text, look)
        return Cell(text, value, fault, at)


def _padded(text: str, look: CellLook) -> str:
    """A number with the digits that its format asks for; one of more decimals is shown in full, and never rounded."""
    whole, _, rest = text.removeprefix("-").partition(".")
    rest = rest.ljust(look.decimals, "0")
    sign = "-" if text.startswith("-") else ""
    return f"{sign}{whole.zfill(look.whole)}" + (f".{rest}" if rest else "")


def _natural(raw: str) -> int:
    number = int(raw)
    # In Python an index of -1 is the last of a list: a wrong text or style, and no error.
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
    # Below 1 a number is an hour of no day. It is shown, but no fact is an hour.
    if isinstance(found, time):
        return found.isoformat("seconds"), None, ""
    # A datetime is a date in Python too, so that the order of these questions matters.
    if not isinstance(found, datetime):
        return found.isoformat(), found, ""
    shown = found.replace(tzinfo=None).isoformat(" ", "seconds") if found.time() != time() else found.date().isoformat()
    return shown, found.date(), ""


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
    # Anything else is a KeyError, as is any other break of the format: the file counts as broken.
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
