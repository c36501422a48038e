"""What counts as read in a cell, and why it is in doubt: of two engines that disagree neither is believed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from cchc_score.findings import Words
from cchc_score.text import bare

SURE_LINE = 90.0
SURE_WORDS = 80.0
"""Below so many of 100 an engine is not sure of what it has read."""
NOTHING = Words("không đọc được gì", "nothing")


@dataclass(frozen=True, slots=True)
class PictureReading:
    """The text of a cell; `doubt` is the code of the finding about it, or ''."""

    text: str = ""
    doubt: str = ""
    args: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


def reading_of(cell: Mapping[str, Any]) -> PictureReading:
    """What is read in a cell with ink, by what each engine says: `line`, `digits` and `words` as [text, how sure]."""
    line, digits, words = (_said(cell, key) for key in ("line", "digits", "words"))
    if digits is not None and line is not None:
        return _judged(line[0], line[1] >= SURE_LINE, _close(line[0]) == _close(digits[0]), digits[0])
    text, sure = words or ("", 0.0)
    if line is None:
        return PictureReading(text, "" if sure >= SURE_WORDS else "scan-unsure", {"text": text})
    # One engine knows no accents: what it says of words is compared without them.
    same = _close(bare(line[0])) == _close(bare(text))
    return _judged(text or line[0], sure >= SURE_WORDS, same, line[0] if text else "")


def _judged(text: str, sure: bool, same: bool, other: str) -> PictureReading:
    if not same:
        return PictureReading(text, "scan-differs", {"text": text, "other": other or NOTHING})
    return PictureReading(text, "" if sure else "scan-unsure", {"text": text})


def _said(cell: Mapping[str, Any], key: str) -> tuple[str, float] | None:
    found = cell.get(key)
    return None if found is None else (str(found[0]), float(found[1]))


def _close(text: str) -> str:
    return "".join(text.split())
