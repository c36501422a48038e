"""What a number format makes people see of a number: its digits with words around them, another word, or nothing."""

import operator
import re
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import NamedTuple

MAX_FORMAT = 255
"""No format in use is as long, and some take openpyxl half a minute."""
# A text in quotes, a sign after a backslash, room as wide as a sign, a sign that fills the cell, words in brackets.
_TOKEN = re.compile(r'"([^"]*)"?|\\(.)|_(.)|\*(.)|\[([^\]]*)\]?|(General)|(.)', re.IGNORECASE | re.DOTALL)
_CONDITION = re.compile(r"(<=|>=|<>|=|<|>)\s*(-?[0-9]{1,30}(?:\.[0-9]{1,30})?)")
_COMPARE: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "<=": operator.le, ">=": operator.ge, "<>": operator.ne, "=": operator.eq, "<": operator.lt, ">": operator.gt,
}  # fmt: skip
_DIGITS = "0#?"
_DASHES = frozenset("-\u2013\u2014()")
_ALL_OF_IT = ("word", "whole", "text")
_GROUPS = frozenset(".,'\u00a0\u202f ")

Shown = tuple[str, Fraction | None, str]
"""The text, the value and the fault of a cell with a number."""


class Section(NamedTuple):
    """A part of a format, for numbers of one kind: its pieces as (kind, text), and for which numbers it is.

    The kinds are 'digit', 'point', 'comma', 'percent', 'word', 'whole' (all of the number), 'text' (that of the cell)
    and 'other': fractions, exponents. A `white` one is written in white.
    """

    pieces: tuple[tuple[str, str], ...]
    compare: str = ""
    limit: Fraction = Fraction(0)
    white: bool = False

    def holds(self, number: Fraction) -> bool:
        """Whether the section's condition, if it has one, holds for a number."""
        return not self.compare or _COMPARE[self.compare](number, self.limit)

    @property
    def words(self) -> str:
        """What stands around the digits."""
        return "".join(text for kind, text in self.pieces if kind == "word")

    @property
    def digits(self) -> str:
        """The places of digits."""
        return "".join(text for kind, text in self.pieces if kind == "digit")

    def has(self, *kinds: str) -> bool:
        """Whether it has a piece of one of some kinds."""
        return any(kind in kinds for kind, _ in self.pieces)


# A workbook has only a few formats, and each is asked for by every cell.
@cache
def sections_of(code: str) -> tuple[Section, ...]:
    """The sections of a format, at most four; none of a format that is too long to be one."""
    if len(code) > MAX_FORMAT:
        return ()
    found: list[list[tuple[str, str]]] = [[]]
    rules: list[dict[str, object]] = [{}]
    for match in _TOKEN.finditer(code):
        quoted, escaped, room, fill, bracket, general, sign = match.groups()
        if sign == ";":
            found.append([])
            rules.append({})
        elif bracket is not None:
            _bracket(bracket, found[-1], rules[-1])
        elif room is not None or fill is not None:
            # As wide as a sign, which itself is not shown; between digits it parts nothing.
            continue
        elif general is not None:
            found[-1].append(("whole", ""))
        else:
            found[-1].append(_piece(quoted, escaped, sign))
    # mypy cannot see which of the rules is which.
    return tuple(Section(tuple(pieces), **own) for pieces, own in zip(found[:4], rules[:4], strict=True))  # type: ignore[arg-type]


def _bracket(text: str, pieces: list[tuple[str, str]], rules: dict[str, object]) -> None:
    condition = _CONDITION.fullmatch(text.strip())
    if condition:
        rules |= {"compare": condition[1], "limit": Fraction(condition[2])}
    elif text.casefold() in ("white", "color2", "color 2"):
        rules["white"] = True
    elif text.startswith("$"):
        # A currency, with the number of its language behind it.
        pieces.append(("word", text[1:].partition("-")[0]))


def _piece(quoted: str | None, escaped: str | None, sign: str) -> tuple[str, str]:
    if quoted is not None:
        return "word", quoted
    if escaped is not None:
        return "word", escaped
    if sign in _DIGITS:
        return "digit", sign
    kinds = {".": "point", ",": "comma", "%": "percent", "@": "text", "/": "other", "E": "other", "e": "other"}
    return kinds.get(sign, "word"), sign


def as_shown(code: str, text: str, value: Fraction) -> Shown:
    """A number as a format shows it: `text` are its plain digits, and a `value` in percent stands for a hundredth.

    A fault where the page shows nothing, other digits, or digits that read as another number.
    """
    plain, hidden = (text, value, ""), (text, value, "cell-marked")
    section = _section(sections_of(code), value / 100 if text.endswith("%") else value)
    if section is None or not code.strip():
        return plain
    words = section.words.strip()
    if section.white or not section.pieces:
        return hidden
    if section.has("whole", "text"):
        shown = "".join(own if kind == "word" else text for kind, own in section.pieces if kind in _ALL_OF_IT)
        return shown.strip(), value, "cell-marked" if _numeric(words) else ""
    if section.has("other"):
        return plain
    if value == 0 and words and set(words) <= _DASHES:
        # Accountants write nothing as a dash.
        return plain
    if not section.digits:
        return hidden if not words or _numeric(words) else (words, None, "")
    if value == 0 and "0" not in section.digits:
        # '#' shows no 0: the page has a blank there.
        return hidden
    return _digits(section, text, value)


def hides_text(code: str) -> bool:
    """Whether a format does not show the text of a cell: its fourth section is for texts, and has no place for one."""
    sections = sections_of(code)
    return len(sections) == 4 and not sections[3].has("text", "whole")


def _section(sections: tuple[Section, ...], number: Fraction) -> Section | None:
    """The section for a number; None where there is none."""
    numbers = sections[:3]
    if any(section.compare for section in numbers):
        return next((section for section in numbers if section.holds(number)), None)
    if number < 0 and len(numbers) > 1:
        return numbers[1]
    if not number and len(numbers) > 2:
        return numbers[2]
    return numbers[0] if numbers else None


def _numeric(text: str) -> bool:
    return any(map(str.isnumeric, text))


def _digits(section: Section, text: str, value: Fraction) -> Shown:
    """A section with places for digits, and words around and between them."""
    kinds = [kind for kind, _ in section.pieces]
    point = kinds.index("point") if "point" in kinds else len(kinds)
    front, behind = _Part.of(section.pieces[:point]), _Part.of(section.pieces[point + 1 :])
    whole, _, rest = text.removesuffix("%").removeprefix("-").partition(".")
    shown, parted = _with_words(front.digits, whole)
    odd = parted or front.scaled or behind.scaled or _has_words(behind.digits) or _numeric(section.words)
    fault = "cell-marked" if odd else ""
    # The sign of a negative number may be one of the words.
    if not section.words.strip() or value < 0:
        return text, value, fault
    rest = rest.ljust(sum(own == "0" for _, own in behind.digits), "0")
    percent = "%" if text.endswith("%") else ""
    number = f"{shown}.{rest}{percent}" if rest else f"{shown}{percent}"
    return f"{front.before}{number}{front.after}{behind.before}{behind.after}".strip(), value, fault


class _Part(NamedTuple):
    """What stands on one side of the point: from the first to the last place of a digit, and the words around those."""

    before: str
    digits: tuple[tuple[str, str], ...]
    after: str
    scaled: bool

    @classmethod
    def of(cls, pieces: tuple[tuple[str, str], ...]) -> "_Part":
        places = [at for at, (kind, _) in enumerate(pieces) if kind == "digit"]
        first, last = (places[0], places[-1] + 1) if places else (len(pieces), len(pieces))
        before, after = (
            "".join(own for kind, own in some if kind == "word") for some in (pieces[:first], pieces[last:])
        )
        # A comma behind the digits leaves out three of them.
        return cls(before, pieces[first:last], after, any(kind == "comma" for kind, _ in pieces[last:]))


def _has_words(digits: tuple[tuple[str, str], ...]) -> bool:
    return any(kind == "word" for kind, _ in digits)


def _with_words(places: tuple[tuple[str, str], ...], whole: str) -> tuple[str, bool]:
    """Whole digits with the words of a format between them, and whether they read as another number by that."""
    if not places:
        return whole, False
    left = whole.zfill(sum(own == "0" for _, own in places))
    shown: list[str] = []
    filled, parted = 0, False
    # From the right, as places are filled; the first takes all digits that are left.
    for at, (kind, own) in reversed(list(enumerate(places))):
        if kind == "word":
            grouped = set(own) <= _GROUPS and (not own.strip() or (filled % 3 == 0 and bool(left)))
            parted = parted or not grouped
            shown.append(own)
        elif kind == "digit":
            filled += 1
            taken = len(left) if at == 0 else 1
            shown.append(left[-taken:] if left else "")
            left = left[:-taken] if left else ""
    return "".join(reversed(shown)), parted
