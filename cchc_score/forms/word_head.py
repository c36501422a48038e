"""The head and the foot of a form in Word: who reports, the nation, and who signs."""

from typing import Any

from cchc_score.forms.form_words import NATION_LINES, SIGNED, agency_lines
from cchc_score.model import Unit
from cchc_score.report.annex.docx_head import two_columns
from cchc_score.report.annex.docx_paragraphs import add_paragraph, add_rule, write_text
from cchc_score.text import Lang, pick

_AGENCY_SHARE, _RULE_CM = 0.42, 6.2
_ROOM_LINES = 4
"""So many empty lines are left for the hand and the seal."""


def write_word_head(made: Any, width: float, unit: Unit | None, lang: Lang) -> None:
    """The agency beside the name of the nation and its motto."""
    own = width * _AGENCY_SHARE
    left, right = two_columns(made, (own, width - own))
    office, name = agency_lines(unit, lang)
    nation, motto = (pick(lang, *words) for words in NATION_LINES)
    write_text(left.paragraphs[0], office, bold=True, size=12, side="center")
    add_paragraph(left, name, bold=True, size=12, side="center")
    add_rule(left, own, 0.3)
    write_text(right.paragraphs[0], nation, bold=True, size=12, side="center")
    add_paragraph(right, motto, bold=True, size=13, side="center")
    add_rule(right, width - own, _RULE_CM / (width - own))


def write_word_foot(
    made: Any, width: float, lang: Lang, words: tuple[tuple[str, str], tuple[str, str]] = SIGNED
) -> None:
    """Where the form is signed, in two columns, by whom in both languages."""
    add_paragraph(made, "", with_next=True)
    for cell, who in zip(two_columns(made, (width / 2, width / 2)), words, strict=True):
        write_text(cell.paragraphs[0], pick(lang, *who), bold=True, size=12, side="center")
        for _ in range(_ROOM_LINES):
            add_paragraph(cell, "")
