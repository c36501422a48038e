"""Lines of a page joined to paragraphs, as they were before the page was laid out."""

from collections.abc import Iterable

from cchc_score.pdf.pdf_letters import TextLine

FULL = 0.88
"""A line that reaches so far over the page goes on in the next one."""
WIDE = 0.5
"""So wide is a line of a title in capitals that goes on in the middle of the next line."""
SPACING = 1.1
"""Lines of one paragraph stand no further apart than so many times their size."""
INDENT = 8.0


def paragraphs(lines: Iterable[TextLine]) -> list[tuple[float, str]]:
    """The paragraphs that lines make, each with where it begins; texts side by side are one each, and join no other."""
    whole = [list(line.pieces()) for line in lines]
    whole = [pieces for pieces in whole if pieces]
    if not whole:
        return []
    left = min(pieces[0].left for pieces in whole)
    right = max(pieces[-1].right for pieces in whole)
    found: list[tuple[float, str]] = []
    before: TextLine | None = None
    for pieces in whole:
        alone = pieces[0] if len(pieces) == 1 else None
        if before is not None and alone is not None and _goes_on(before, alone, left, right):
            top, text = found.pop()
            found.append((top, f"{text} {alone.text}"))
        else:
            found += [(piece.top, piece.text) for piece in pieces]
        before = alone
    return [(top, text) for top, text in found if text]


def _goes_on(line: TextLine, other: TextLine, left: float, right: float) -> bool:
    """Whether a line goes on in the one below it."""
    size = line.letters[0].size
    if abs(other.letters[0].size - size) > 0.15 * size or other.top - line.bottom > SPACING * size:
        return False
    if line.text.isupper() and other.text.isupper():
        centred = abs(line.left + line.right - other.left - other.right) < 2 * INDENT
        return centred and line.right - line.left > WIDE * (right - left)
    indented = line.left < left + INDENT / 2 and other.left > left + INDENT
    return line.right > left + FULL * (right - left) and not indented
