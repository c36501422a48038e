"""Whose a report is and of which year, from what is printed above its table."""

import re
from collections.abc import Sequence

from cchc_score.intake.stream import BLANK, Stream, fold, stream
from cchc_score.model import Form

MOST_CHARACTERS = 100


def unit_before(whole: Stream, form: Form, end: int) -> str:
    """The name between the title's last words and a place: the words up to the next empty line."""
    if not form.title_before_unit:
        return ""
    title = fold(form.title_before_unit)
    at = whole.folded.rfind(title, 0, end)
    if at < 0:
        return ""
    start = at + len(title)
    stop = next((first for first, _ in whole.tokens(start, end) if first > start and whole.gaps[first] == BLANK), end)
    return whole.words(start, min(stop, end))[:MOST_CHARACTERS]


def title_of(lines: Sequence[tuple[int, str]], form: Form) -> str:
    """The unit that paragraphs or cells above a table name after the title."""
    parted = [part for number, text in lines for part in ((number, text), (number, ""))]
    whole = stream(parted)
    return unit_before(whole, form, len(whole.text))


def year_in(lines: Sequence[tuple[int, str]], form: Form) -> int | None:
    """The year after the form's own words for it, in what stands above a table."""
    if not form.title_year:
        return None
    found = re.findall(
        re.escape(fold(form.title_year)) + r"([0-9]{4})(?![0-9])", " ".join(fold(text) for _, text in lines)
    )
    return int(found[-1]) if found else None
