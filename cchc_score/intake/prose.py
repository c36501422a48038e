"""Figures that the prose of a report names beside its appendix: proposals, never facts."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from cchc_score.intake.folded_text import FoldedText, fold, fold_lines
from cchc_score.intake.printed_values import Unreadable, parse_number
from cchc_score.intake.reports import ProseFigure
from cchc_score.model import Form, Prose

FAR = 160
"""'...' in a pattern stands for at most so many letters of one sentence."""
MOST_SHOWN = 120
_SLOTS = {
    # The point at the end of a sentence is no part of the number before it.
    "{number}": r"(?P<number>[0-9][0-9.,]*)(?<![.,])",
    "{percent}": r"(?P<number>[0-9]+(?:[.,][0-9]{1,2})?)%",
    "{list}": r"(?P<list>[^.;:0-9]{1,400})",
}
_BETWEEN = re.compile(r"\s*(?:,|\bvà\b)\s*")


def find_prose_figures(lines: Sequence[tuple[int, str]], form: Form) -> Iterator[ProseFigure]:
    """What the patterns of a form find in paragraphs, each with its sentence and line."""
    if not form.prose:
        return
    whole = fold_lines(lines)
    for prose in form.prose:
        for pattern in prose.find:
            for match in re.finditer(_expression(pattern), whole.folded):
                figure = _figure(prose, match, whole)
                if figure is not None:
                    yield figure


def _expression(pattern: str) -> str:
    """A pattern as an expression over text without spaces; '...' stays within a sentence."""
    tokens = re.split(r"(\.\.\.|\{\w+\})", pattern)
    return "".join(
        # Bounded and within a sentence, or far words would be joined and the search of a long text take ever longer.
        rf"[^.;]{{0,{FAR}}}?" if token == "..." else _SLOTS.get(token, re.escape(fold(token)))
        for token in tokens
    )


def _figure(prose: Prose, match: re.Match[str], whole: FoldedText) -> ProseFigure | None:
    start, end = match.span()
    if not whole.begins(start):
        return None
    slots = match.groupdict()
    if slots.get("list") is not None:
        # From the text with its spaces, in which 'và' can be seen to be a word of its own.
        names = [name for name in _BETWEEN.split(whole.words(*match.span("list"))) if name.strip()]
        value = Fraction(len(names))
    else:
        try:
            value = parse_number(slots["number"])
        except Unreadable:
            return None
    # How exactly people said it: a figure of one decimal agrees with all that round to it.
    digits = (slots.get("number") or "").replace(",", ".").partition(".")[2]
    return ProseFigure(prose, value, whole.words(start, end)[:MOST_SHOWN], whole.lines[start], len(digits))
