"""What somebody has typed into a form, read by the project's own readers; every fault beside its field."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from typing import Any

from cchc_score.appraisal.moments import Moment, is_by, moment_words
from cchc_score.appraisal.typed_moments import typed_moment
from cchc_score.findings import Finding, Words
from cchc_score.intake.printed_values import Unreadable, parse_number
from cchc_score.text import Lang, number, pick

MOST_LETTERS = 10_000
"""Of one field: more than any explanation of a commune has."""
NEEDED = Words("Phải điền ô này.", "This field has to be filled in.")


class Typed:
    """The fields of a form as they were sent; `faults` fills while they are read, by the names of the fields."""

    def __init__(self, sent: Mapping[str, str]) -> None:
        self._sent = sent
        self.faults: dict[str, Words] = {}

    def text(self, name: str, needed: bool = True) -> str:
        """A text without spaces around it; lines end by a single sign."""
        text = self._sent.get(name, "").replace("\r\n", "\n").strip()
        if needed and not text:
            self.faults[name] = NEEDED
        if len(text) > MOST_LETTERS or "\0" in text:
            self.faults[name] = Words(
                f"Dài quá: nhiều nhất {number(MOST_LETTERS, 0, 'vi')} chữ.",
                f"Too long: at most {number(MOST_LETTERS, 0, 'en')} letters.",
            )
        return text

    def choice(self, name: str, choices: Collection[str]) -> str:
        """One of some words."""
        word = self._sent.get(name, "")
        if word not in choices:
            self.faults[name] = Words("Chọn một mục.", "Choose one.")
        return word

    def moment(self, name: str, needed: bool = True, since: Moment | None = None) -> Moment | None:
        """A day or an hour; None where there is none, or none that can be read, or one before `since`."""
        text = self.text(name, needed)
        moment = typed_moment(text) if text else None
        if moment is not None and since is not None and not is_by(since, moment):
            first = since.replace(second=0, microsecond=0) if isinstance(since, datetime) else since
            day = moment_words(first)
            self.faults[name] = Words(f"Phải từ {day} trở đi.", f"Not before {day}.")
            return None
        if text and moment is None:
            self.faults[name] = Words(
                "Không đọc được ngày giờ; ghi như 20/12/2026 17:00.",
                "Neither day nor hour; write it like 20/12/2026 17:00.",
            )
        return moment

    def number(self, name: str, needed: bool = True) -> Fraction | None:
        """A number as Vietnamese and English write it; None where there is none, or none that can be read."""
        text = self.text(name, needed)
        if not text:
            return None
        try:
            return parse_number(text)
        except Unreadable:
            self.faults[name] = Words(
                "Không đọc được số; ghi như 1.234,56 hoặc 1234,56.", "No number; write it like 1234.56 or 1,234.56."
            )
            return None


def field_values(
    values: Mapping[str, str], faults: Mapping[str, Words] | None, findings: Sequence[Finding], lang: Lang
) -> dict[str, Any]:
    """What a template of a form takes: `typed` and `faults` with a text for every field, and `findings` as texts.

    A field about which there is nothing to say has an empty text.
    """
    told = {name: pick(lang, *words) for name, words in (faults or {}).items()}
    return {
        "typed": defaultdict(str, values),
        "faults": defaultdict(str, told),
        "findings": [finding.words(lang) for finding in findings],
    }
