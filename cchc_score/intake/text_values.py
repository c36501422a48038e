"""The value of a row in a text, where nothing but spaces and lines part its columns: one figure, or none."""

from cchc_score.intake.folded_text import JOINED, NEWLINE, WIDE, FoldedText, fold

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_WORDS = frozenset(fold(word) for word in ("Có", "Không", "x", *_DASHES))
# '~5' and '<5' are to be refused as numbers, not to pass for remarks beside a blank cell.
_SIGNS = _DASHES + "+~≈<>≤≥"


def past_value(body: FoldedText, at: int, end: int, unit: str) -> tuple[int, str]:
    """The end of the value that stands at a place, and the code of the finding about one that nobody can tell.

    `at` itself is the end where there is no value; `unit` is the unit of measure of the row.
    """
    first = next(body.tokens(at, end), None)
    if first is None:
        return at, ""
    start, stop = first
    # 'Không' is an answer alone in its line; before other words it begins a remark.
    if body.folded[start:stop] in _WORDS:
        return (stop if stop >= end or body.gaps[stop] >= NEWLINE else at), ""
    # Whatever looks like a number is one, to be read or refused: it must not pass for a remark.
    if not _figure(body, start, stop) or start != at:
        return at, ""
    return _past_figure(body, start, stop, end, unit)


def _past_figure(body: FoldedText, start: int, stop: int, end: int, unit: str) -> tuple[int, str]:
    several = False
    for following, last in body.tokens(stop, end):
        gap = body.gaps[following]
        if gap >= NEWLINE:
            # A figure alone on the next line is that of a second column.
            alone = last >= end or body.gaps[last] >= NEWLINE
            if alone and _figure(body, following, last):
                return last, "value-several"
            break
        if body.folded[following:last] == "%":
            stop = last
        elif _figure(body, following, last):
            # '1 340' may be one number or two, unless its space is one that holds a number together.
            if gap == WIDE and not _alone(body, last, end):
                break
            several |= gap != JOINED
            stop = last
        else:
            if gap < WIDE and _noun(body, following, last, end, unit):
                return _line_end(body, stop, end), "value-or-remark"
            break
    return stop, "value-several" if several else ""


def _figure(body: FoldedText, start: int, stop: int) -> bool:
    return body.folded[start:stop].lstrip(_SIGNS)[:1].isnumeric()


def _alone(body: FoldedText, at: int, end: int) -> bool:
    """Whether nothing follows on the line but further columns."""
    return at >= end or body.gaps[at] >= WIDE


def _noun(body: FoldedText, start: int, stop: int, end: int, unit: str) -> bool:
    """Whether a word behind a number makes it the beginning of a remark: '15 thủ tục đang chờ'."""
    key = fold(unit)
    return body.text[start:stop][:1].islower() or bool(key and body.folded.startswith(key, start, end))


def _line_end(body: FoldedText, at: int, end: int) -> int:
    return next((first for first, _ in body.tokens(at, end) if body.gaps[first] >= NEWLINE), end)
