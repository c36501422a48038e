"""Figures that the prose of a report names beside its appendix: proposals, never facts."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from cchc_score.intake.stream import Stream, fold, stream
from cchc_score.intake.told import Claim
from cchc_score.intake.values import Unreadable, number
from cchc_score.model import Form, Prose

FAR = 160
"""'...' in a pattern stands for at most so many letters of one sentence."""
MOST_SHOWN = 120
_SLOTS = {
    "{number}": r"(?P<number>[0-9][0-9.,]*)(?<![.,])",
    "{percent}": r"(?P<number>[0-9]+(?:[.,][0-9]{1,2})?)%",
    "{list}": r"(?P<list>[^.;:0-9]{1,400})",
}
_BETWEEN = re.compile(r"\s*(?:,|\bvà\b)\s*")


def claims(lines: Sequence[tuple[int, str]], form: Form) -> Iterator[Claim]:
    """What the patterns of a form find in paragraphs, each with its sentence and line."""
    if not form.prose:
        return
    whole = stream(lines)
    for prose in form.prose:
        for pattern in prose.find:
            for match in re.finditer(_compiled(pattern), whole.folded):
                claim = _claim(prose, match, whole)
                if claim is not None:
                    yield claim


def _compiled(pattern: str) -> str:
    """A pattern as an expression over text without spaces; '...' stays within a sentence."""
    tokens = re.split(r"(\.\.\.|\{\w+\})", pattern)
    return "".join(rf"[^.;]{{0,{FAR}}}?" if one == "..." else _SLOTS.get(one, re.escape(fold(one))) for one in tokens)


def _claim(prose: Prose, match: re.Match[str], whole: Stream) -> Claim | None:
    start, end = match.span()
    if not whole.begins(start):
        return None
    slots = match.groupdict()
    if slots.get("list") is not None:
        names = [name for name in _BETWEEN.split(whole.words(*match.span("list"))) if name.strip()]
        value = Fraction(len(names))
    else:
        try:
            value = number(slots["number"])
        except Unreadable:
            return None
    digits = (slots.get("number") or "").replace(",", ".").partition(".")[2]
    return Claim(prose, value, whole.words(start, end)[:MOST_SHOWN], whole.lines[start], len(digits))
