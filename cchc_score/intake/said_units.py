"""Which offices a document speaks of, as its letterhead and its prose name them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from cchc_score.text import nfc, same_name

OFFICE = ("UBND", "Ủy ban nhân dân", "Uỷ ban nhân dân")
"""How the office of a commune is written before its name."""
_OFFICE = re.compile(r"(?<!\w)(?:ubnd|ủy\s+ban\s+nhân\s+dân|uỷ\s+ban\s+nhân\s+dân)\s", re.IGNORECASE)
_EDGES = ".,;:()[]\"'“”‘’…"
HEAD_LINES = 15
"""A letterhead stands on so many first lines that are not empty."""
MOST_WORDS, MOST_LETTERS, MOST_NAMED = 8, 120, 200

_KINDS = ("xã", "phường", "thị trấn", "đặc khu")
_NO_NAMES = frozenset(
    {"báo", "cộng", "kế", "kết", "năm", "phụ", "quý", "số", "thống", "tổng", "về", "biểu", "bảng", "cchc"}
)
"""Words that follow 'xã' in headlines and are no name."""
_SHOWN = 4

Owner = TypeVar("Owner")


@dataclass(frozen=True, slots=True)
class SaidUnit:
    """The words that follow the name of an office, whether in the letterhead; the unit's name is their beginning."""

    words: tuple[str, ...]
    line: int
    head: bool = False

    def of(self, names: Mapping[str, Owner]) -> Owner | None:
        """What the longest known name at the beginning of the words belongs to."""
        # A line may end the name's last word, or a comma: what follows is no part of it.
        for end in range(len(self.words), 0, -1):
            found = names.get(same_name(" ".join(self.words[:end])))
            if found is not None:
                return found
        return None


def commune_in(words: Sequence[str]) -> str:
    """The name of a commune with which some words begin, as far as its end can be guessed; '' for other words."""
    for kind in _KINDS:
        length = len(kind.split())
        after = words[length] if len(words) > length else ""
        named = after[:1].isupper() and len(after) > 2 and after.casefold() not in _NO_NAMES
        if named and " ".join(words[:length]).casefold() == kind:
            following = words[length : length + _SHOWN]
            end = next((at for at, word in enumerate(following) if not word[:1].isupper()), len(following))
            return " ".join(words[: length + end])
    return ""


def begins_with(words: Sequence[str], name: str) -> bool:
    """Whether words begin with a name, in any spelling of it."""
    return same_name(" ".join(words[: len(name.split())])) == same_name(name)


def said_units(lines: Sequence[tuple[int, str]]) -> tuple[SaidUnit, ...]:
    """The offices that some lines name, each with its words once; a name may be broken over lines."""
    found: dict[tuple[str, ...], SaidUnit] = {}
    filled = [(line, nfc(text)) for line, text in lines if text.strip()]
    for at, (line, text) in enumerate(filled):
        # The next lines belong to the words of an office whose name is broken.
        joined = " ".join([text, *(following for _, following in filled[at + 1 : at + 3])])
        for match in _OFFICE.finditer(text + " "):
            after = joined[match.end() - 1 : match.end() + MOST_LETTERS]
            words = tuple(word.strip(_EDGES) for word in after.split()[:MOST_WORDS])
            if words and len(found) < MOST_NAMED:
                found.setdefault(words, SaidUnit(words, line, at < HEAD_LINES))
    return tuple(found.values())
