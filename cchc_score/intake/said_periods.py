"""Which period a title, a heading or a file's name says: a year, or only a part of one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from cchc_score.text import brief, nfc

Source = Literal["title", "heading", "subject", "file", "folder"]

_DAYS = re.compile(
    r"(?:ngày\s+|(?<![0-9]))[0-9]{1,2}\s+tháng\s+[0-9]{1,2}\s+năm\s+[0-9]{4}"
    r"|[0-9]{1,2}\s*([/.-])\s*[0-9]{1,2}\s*\1\s*[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"
)
"""The day on which something was signed or sent says nothing about the period that it is about."""
_EVERY = re.compile(r"(?:hàng|hằng)\s+(?:tháng|quý|quí|năm)[^)]*|(?:kỳ|kì)\s+báo\s+cáo[^)]*")
"""A form lists all periods for which it is used."""
_AFTER = re.compile(r"phương\s+hướng|nhiệm\s+vụ|kế\s+hoạch|đề\s+xuất")
"""What a subject says behind such words is about the time to come."""
_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
_YEAR_WORD = re.compile(r"năm\s*:?\s*(20[0-9]{2})(?![0-9])")
_PART = re.compile(
    r"(?<!\w)(?:"
    r"(?:0?[369]|ba|sáu|chín)\s+tháng(?:\s+(?:đầu|cuối))?"
    r"|(?:quý|quí)\s+(?:iv|i{1,3}|[1-4])(?!\w)"
    r"|(?:lũy|luỹ)\s+kế(?!\s+(?:cả\s+|trong\s+)?năm(?!\w))(?!\s+đến\s+(?:hết\s+)?(?:ngày\s+)?31\s*[/.-]\s*12)"
    r"|cộng\s+dồn)"
)
_NAMED_PART = re.compile(
    r"(?<!\w)(?:0?[369]\s*th(?:á|a)ng|qu[ýíy]\s+(?:iv|i{1,3}|[1-4](?=\s+(?:n(?:ă|a)m|20)))(?!\w)|l[ũu][ỹy]?\s+k[ếe](?!\w))"
)
"""In names of files, which people write without accents; 'Hoằng Quý 2' may be the second file of a commune."""
_PROSE = re.compile(
    r"(?:[0-9]+|[ivx]+|[a-zđ])\s*[.)/]|kính gửi|căn cứ|thực hiện (?:công|kế|quyết|chỉ|hướng|nghị|chương|thông|văn)"
)
MOST_LINES, MOST_LETTERS = 40, 300


@dataclass(frozen=True, slots=True)
class SaidPeriod:
    """A period as one place says it: its year, or None; `part` are the words for less than a year, or ''."""

    source: Source
    year: int | None
    part: str
    line: int = 0


def plain_words(text: str) -> str:
    """A text in small letters, composed, its words parted by one space."""
    return " ".join(nfc(text).casefold().split())


def said_period(text: str, source: Source, line: int = 0) -> SaidPeriod | None:
    """What a text says of a period; None where it says nothing. Of two years nobody can tell which is meant."""
    words = _EVERY.sub(" ", plain_words(text[:MOST_LETTERS]))
    bare = _DAYS.sub(" ", words)
    if source in ("file", "folder"):
        # People part the words of a name by hyphens and underscores as well.
        words = bare = " ".join("".join(char if char.isalnum() else " " for char in bare).split())
    part = (_NAMED_PART if source in ("file", "folder") else _PART).search(words)
    # In prose a number such as 2000 may be a count.
    pattern = _YEAR_WORD if source in ("title", "subject") else _YEAR
    named = {int(year) for year in pattern.findall(bare)}
    year = named.pop() if len(named) == 1 else None
    if year is None and part is None:
        return None
    return SaidPeriod(source, year, brief(part[0].strip()) if part else "", line)


def said_in(lines: Iterable[tuple[int, str]], source: Source) -> Iterator[SaidPeriod]:
    """What each of some lines says of a period."""
    for line, text in lines:
        said = said_period(text, source, line)
        if said is not None:
            yield said


def said_by_subject(lines: Sequence[tuple[int, str]]) -> SaidPeriod | None:
    """The period in the subject of a report: the lines under the words 'BÁO CÁO' at its head."""
    filled = [(line, text) for line, text in lines[: 4 * MOST_LINES] if text.strip()][:MOST_LINES]
    # In capitals, for a line of prose may begin with the same words.
    at = next((at for at, (_, text) in enumerate(filled) if nfc(text).strip().startswith("BÁO CÁO")), None)
    if at is None:
        return None
    subject = [plain_words(filled[at][1])]
    for words in (plain_words(text) for _, text in filled[at + 1 : at + 4]):
        if _PROSE.match(words):
            break
        subject.append(words)
    return said_period(_AFTER.split(" ".join(subject)[:MOST_LETTERS])[0], "subject", filled[at][0])
