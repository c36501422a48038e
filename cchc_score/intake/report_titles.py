"""The title of an appendix: whose it is, and of which year, as offices write it."""

import re
from collections.abc import Iterator, Sequence

from cchc_score.intake.folded_text import BLANK, NEWLINE, FoldedText, fold, fold_lines
from cchc_score.intake.said_periods import SaidPeriod, plain_words, said_by_subject, said_in
from cchc_score.intake.said_units import OFFICE
from cchc_score.model import Form
from cchc_score.text import nfc, same_name

MOST_CHARACTERS = 100
MOST_UNTITLED = 6
"""Without the form's title so many lines above the headings count as one."""
_FOLLOWS = re.compile(
    r"[(\[,;:]|(?<!\w)(?:năm\s*:?\s*[0-9]|năm\s+báo\s+cáo|(?:[0-9]+|sáu|chín)\s+tháng|(?:quý|quí)\s+(?:iv|i{1,3}|[1-4])(?!\w)"
    r"|(?:lũy|luỹ)\s+kế|kèm\s+theo|ban\s+hành|(?:từ\s+|tính\s+đến\s+)?ngày\s|tháng\s+[0-9]|tính\s+đến|số\s+liệu|báo\s+cáo"
    r"|đơn\s+vị\s+tính|(?<=\s)(?:huyện|quận|thị\s+xã|thành\s+phố|tỉnh)\s)",
    re.IGNORECASE,
)
"""What offices write behind the name of a unit: a year, a date, the district."""


_UNIT_LINE = re.compile(
    r"(?:(?:tên\s+)?đơn\s+vị|unit)\s*:\s*(?P<name>.+?)\s*\((?P<code>[\w.-]*[0-9][\w.-]*)\)\s*", re.IGNORECASE
)
"""Only with a code, in which there is a digit: 'Đơn vị: triệu đồng (đ)' is a unit of measure."""


def code_line(lines: Sequence[tuple[int, str]], title: str) -> tuple[str, str]:
    """Code and name of the unit in a line such as 'Đơn vị: Xã Hoằng Cát (15865)' above a table; empty without one.

    The line must agree with the title, where that names a unit: it says which of several units of one name is meant.
    """
    for _, text in lines:
        found = _UNIT_LINE.fullmatch(" ".join(nfc(text).split()))
        if found and (
            not title
            or same_name(found["name"]).endswith(same_name(title))
            or same_name(found["name"]).startswith(same_name(title))
        ):
            return found["code"], found["name"]
    return "", ""


def unit_before(whole: FoldedText, form: Form, end: int) -> str:
    """The name between the title's last words and a place: up to the next empty line, a year or a district."""
    start = title_end(whole, form, end)
    if start is None:
        return ""
    stop = min(_name_end(whole, start, end), end)
    name = whole.words(start, stop)
    follows = _FOLLOWS.search(name, 1)
    return (name[: follows.start()] if follows else name)[:MOST_CHARACTERS].strip(" -–.")


def title_end(whole: FoldedText, form: Form, end: int) -> int | None:
    """Where the last title above a place ends, in any spelling of the office's name; None without one."""
    if not form.title_before_unit:
        return None
    # The last one, for the prose above may quote the title.
    found = [(at, at + len(title)) for title in _titles(form) if (at := whole.folded.rfind(title, 0, end)) >= 0]
    return max(found)[1] if found else None


def _titles(form: Form) -> set[str]:
    title = fold(form.title_before_unit)
    offices = [fold(office) for office in OFFICE]
    own = next((office for office in offices if title.endswith(office)), None)
    return {title} if own is None else {title.removesuffix(own) + office for office in offices}


def _name_end(whole: FoldedText, start: int, end: int) -> int:
    """The end of a name that may go on on the next line: an empty line, or one in other letters."""
    capitals = True
    for words, (first, last) in enumerate(whole.tokens(start, end)):
        new = whole.gaps[first] >= NEWLINE and first > start
        upper = whole.text[first:last].isupper() or not any(map(str.isalpha, whole.text[first:last]))
        # A title in capitals ends where small letters begin: 'XÃ HOẰNG CÁT' and 'Biểu số 1' are two lines.
        if new and (whole.gaps[first] >= BLANK or (words > 1 and capitals and not upper)):
            return first
        capitals = capitals and upper
    return end


def title_of(lines: Sequence[tuple[int, str]], form: Form) -> str:
    """The unit that paragraphs or cells above a table name after the title."""
    whole = _parted(lines)
    return unit_before(whole, form, len(whole.text))


def _parted(lines: Sequence[tuple[int, str]]) -> FoldedText:
    # An empty line after each paragraph, because the name of a unit ends with its own.
    return fold_lines([part for number, text in lines for part in ((number, text), (number, ""))])


def year_in(lines: Sequence[tuple[int, str]], form: Form) -> int | None:
    """The year after the form's own words for it, in what stands above a table."""
    if not form.title_year:
        return None
    found = re.findall(
        re.escape(fold(form.title_year)) + r":?([0-9]{4})(?![0-9])", " ".join(fold(text) for _, text in lines)
    )
    # The last one stands nearest to the table; a title may name the year before as well.
    return int(found[-1]) if found else None


def _titled(text: str) -> bool:
    return text.isupper() or plain_words(text).startswith(("phụ lục", "biểu", "mẫu", "("))


def title_at(lines: Sequence[tuple[int, str]], form: Form) -> int:
    """The index of the line in which the title above a table ends, of the last lines where there is none."""
    numbered = _parted([(at, text) for at, (_, text) in enumerate(lines)])
    end = title_end(numbered, form, len(numbered.text))
    return max(0, len(lines) - MOST_UNTITLED) if end is None else numbered.lines[end - 1]


def said_above(lines: Sequence[tuple[int, str]], form: Form) -> Iterator[SaidPeriod]:
    """What the title above a table and the subject of its report say of the period; `lines` are all above the rows."""
    lines = [line for line in lines if line[1].strip()]
    at = title_at(lines, form)
    # A title may begin above the form's own words for it.
    while at > 0 and _titled(lines[at - 1][1]):
        at -= 1
    yield from said_in(lines[at:], "title")
    subject = said_by_subject(lines[:at])
    if subject is not None:
        yield subject
