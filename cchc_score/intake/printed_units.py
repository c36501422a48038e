"""What a row prints beside its figure, a unit of measure or a legend, held against what the form means."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from cchc_score.intake.folded_text import fold
from cchc_score.model import Answer, Indicator

_PERCENT, _PER_MILLE = "%", "‰"
_TIMES = {
    "nghìn": 10**3,
    "ngàn": 10**3,
    "1000": 10**3,
    "1.000": 10**3,
    "triệu": 10**6,
    "tr": 10**6,
    "tỷ": 10**9,
    "tỉ": 10**9,
}
_MONEY = frozenset({"đồng", "đ", "vnđ", "vnd"})
_MULTIPLE = re.compile(r"(nghìn|ngàn|1\.?000|triệu|tr|tỷ|tỉ)\.?\s*(.*)")
_PAIR = re.compile(r"\s*(.+?)\s*=\s*([0-9]{1,3})\s*[;,.]?")


class Measure(NamedTuple):
    """A unit of measure: how many of what, as 1,000 đồng; '%' and '‰' are such too."""

    times: int
    what: str


def measure(text: str) -> Measure:
    """The unit of measure that a text says."""
    words = " ".join(text.casefold().split()).strip("().")
    if "%" in words or "phần trăm" in words:
        return Measure(1, _PERCENT)
    if "‰" in words or "phần nghìn" in words:
        return Measure(1, _PER_MILLE)
    multiple = _MULTIPLE.fullmatch(words)
    # 'Tỷ lệ' and 'trường hợp' begin with the letters of a multiple and are none.
    if multiple is not None and (multiple[2] in _MONEY or words.startswith(multiple[1] + " ")) and multiple[2] != "lệ":
        return Measure(_TIMES[multiple[1]], "đồng" if multiple[2] in _MONEY else multiple[2])
    return Measure(1, "đồng" if words in _MONEY else words)


def unit_differs(printed: str, indicator: Indicator, units: Collection[str]) -> bool:
    """Whether a row prints another unit of measure than its indicator has.

    Words for things ('Số lượng', 'nt') vary; another thing is only what another indicator of the form counts: `units`.
    """
    own = Measure(1, _PERCENT) if indicator.kind == "percent" else measure(indicator.unit)
    said = measure(printed)
    if not said.what or not own.what or said == own:
        return False
    if said.times != own.times or {said.what, own.what} & {_PERCENT, _PER_MILLE} & {said.what}:
        return True
    # Of one thing people say more or less: 'hồ sơ', 'Số hồ sơ đã giải quyết'.
    alike = said.what in own.what or own.what in said.what
    return not alike and any(said.what == measure(unit).what for unit in units)


def legend_differs(printed: str, legend: Sequence[Answer]) -> bool:
    """Whether a row prints another number for an answer than the form does, as 'Có = 0, Chưa có = 1'."""
    numbers = {fold(entry.text): entry.number for entry in legend}
    said = [(fold(text), int(number)) for text, number in _PAIR.findall(printed)]
    return any(text in numbers and numbers[text] != number for text, number in said)
