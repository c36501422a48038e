"""The rows of a printed appendix: found by code and label, read up to the next row, nothing guessed or lost."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cchc_score.intake.printed import PrintedRow
from cchc_score.intake.stream import BLANK, NEWLINE, Stream, fold, stream, without
from cchc_score.intake.titles import unit_before
from cchc_score.model import Form, FormRow

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_WORDS = frozenset(fold(word) for word in ("Có", "Không", "x", *_DASHES))
_SIGNS = _DASHES + "+~≈<>≤≥"


@dataclass(frozen=True, slots=True)
class Printed:
    """What a text shows of a form: its rows in the form's order, whose it is, and what belongs to no row.

    `first_line` is where the appendix begins; what stands above is prose.
    """

    rows: tuple[PrintedRow, ...]
    unit: str
    year: int | None
    unmatched: tuple[tuple[int, str], ...]
    twice: tuple[tuple[int, str], ...] = ()
    first_line: int = 0


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a row begins, and where its code and label end."""

    at: int
    end: int
    row: str
    again: bool = False


@dataclass(slots=True)
class _Found:
    """What reading has gathered so far."""

    rows: dict[str, PrintedRow] = field(default_factory=dict)
    unmatched: list[tuple[int, str]] = field(default_factory=list)
    twice: dict[str, int] = field(default_factory=dict)


def printed_rows(lines: Sequence[tuple[int, str]], form: Form) -> Printed:
    """The rows of a form that a text shows; a row matches by its code and its whole label, digits and all."""
    whole = stream(lines)
    headings = list(_headings(whole, form))
    first = headings[0][0] if headings else 0
    year = next((year for _, _, year in headings if year is not None), None)
    body = without(whole, [(0, first), *((start, end) for start, end, _ in headings)])
    # The places, in the body, at which a repeated heading was cut out.
    seams = _seams(first, headings)
    starts = _starts(body, form)
    found = _Found()
    if not starts:
        return Printed((), "", year, ())
    _leave(body, 0, starts[0].at, found)
    for one, following in zip(starts, [*starts[1:], None], strict=True):
        _read(body, form, one, following, seams, found)
    unit = unit_before(whole, form, first if headings else _body_start(whole, body, starts[0].at))
    starts_at = body.lines[starts[0].at]
    rows = tuple(found.rows[code] for code in form.rows if code in found.rows)
    twice = tuple((line, row) for row, line in found.twice.items())
    return Printed(rows, unit, year, tuple(found.unmatched), twice, whole.lines[first] if headings else starts_at)


def _body_start(whole: Stream, body: Stream, at: int) -> int:
    return at + len(whole.text) - len(body.text)


def _headings(whole: Stream, form: Form) -> Iterator[tuple[int, int, int | None]]:
    """Where the table's headings stand: the first two, then any of the others, with the year among them."""
    if len(form.headings) < 2:
        return
    parts = [re.escape(fold(heading)) for heading in form.headings]
    year = rf"(?:\(?{re.escape(fold(form.title_year))}([0-9]{{4}})\)?)?" if form.title_year else "()"
    pattern = parts[0] + parts[1] + year + "".join(f"(?:{part})?" for part in parts[2:])
    for match in re.finditer(pattern, whole.folded):
        if whole.begins(match.start()):
            yield match.start(), match.end(), int(match[1]) if match[1] else None


def _seams(first: int, headings: Sequence[tuple[int, int, int | None]]) -> frozenset[int]:
    seams, cut = set(), first
    for start, end, _ in headings:
        seams.add(start - cut)
        cut += end - start
    return frozenset(seams - {0})


def _starts(body: Stream, form: Form) -> list[_Start]:
    coded = [row for row in form.rows.values() if "/" not in row.code]
    starts = sorted((one for row in coded for one in _coded(body, row)), key=lambda one: one.at)
    parts = [row for row in form.rows.values() if "/" in row.code]
    for place, one in enumerate(list(starts)):
        end = starts[place + 1].at if place + 1 < len(starts) else len(body.text)
        if not one.again:
            own = [row for row in parts if row.code.partition("/")[0] == one.row]
            starts = [*starts, *(part for row in own for part in _labelled(body, row, one.end, end))] if own else starts
    return sorted(starts, key=lambda one: (one.at, -one.end))


def _coded(body: Stream, row: FormRow) -> Iterator[_Start]:
    keys = [fold(row.code) + dot + fold(row.label) for dot in ("", ".")]
    found = sorted({place for key in keys for place in _places(body, key, 0, len(body.text))})
    return (_Start(at, end, row.code, number > 0) for number, (at, end) in enumerate(found))


def _labelled(body: Stream, row: FormRow, start: int, end: int) -> Iterator[_Start]:
    found = _places(body, fold(row.label), start, end)
    return (_Start(at, stop, row.code, number > 0) for number, (at, stop) in enumerate(found))


def _places(body: Stream, key: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = body.folded.find(key, start, end)
    while at >= 0:
        if body.begins(at) and body.begins(at + len(key)):
            yield at, at + len(key)
        at = body.folded.find(key, at + len(key), end)


def _read(
    body: Stream, form: Form, one: _Start, following: _Start | None, seams: frozenset[int], found: _Found
) -> None:
    """One row: unit or legend, then the value, then the remark, up to the row that follows."""
    end = following.at if following else len(body.text)
    if one.again:
        found.twice.setdefault(one.row, body.lines[one.at])
        return
    row = form.rows[one.row]
    end = _before_group(body, form, one.end, end)
    after_unit = _past_unit(body, form, row, one.end, end)
    page = _page_number(body, after_unit, end, seams)
    value_end = _past_value(body, after_unit, page)
    value = body.words(after_unit, value_end)
    if not value:
        # What stands where a page ends may be the value or the number of the page: nobody can tell, so it is not taken.
        _leave(body, page, end, found)
    remark_end = page
    if following is None:
        # After the last row the document goes on: signatures, addressees.
        remark_end = next((at for at, _ in body.tokens(value_end, page) if body.gaps[at] == BLANK), page)
        _leave(body, remark_end, page, found)
    if not value:
        _leave(body, value_end, remark_end, found)
    found.rows[one.row] = PrintedRow(
        one.row,
        body.lines[one.at],
        value,
        body.words(value_end, remark_end),
        body.lines[after_unit] if value else 0,
        body.words(one.end, after_unit),
    )


def _leave(body: Stream, start: int, end: int, found: _Found) -> None:
    if start < end:
        found.unmatched.append((body.lines[start], body.words(start, end)))


def _before_group(body: Stream, form: Form, start: int, end: int) -> int:
    """The end of a row without the group word ('Trong đó') that stands before the parts after it."""
    for group in form.groups:
        key = fold(group)
        if body.folded.endswith(key, start, end) and body.begins(end - len(key)):
            return end - len(key)
    return end


def _past_unit(body: Stream, form: Form, row: FormRow, at: int, end: int) -> int:
    if row.legend:
        return _past_legend(body, row, at, end)
    for word in (row.unit, *form.dittos):
        key = fold(word)
        if key and body.folded.startswith(key, at, end) and body.begins(at + len(key)):
            return at + len(key)
    return at


def _past_legend(body: Stream, row: FormRow, at: int, end: int) -> int:
    """The end of a printed legend; its entries may stand in any order and lack their number."""
    entries = sorted(((fold(entry.text), str(entry.number)) for entry in row.legend), key=lambda one: -len(one[0]))
    while entries:
        match = next((one for one in entries if body.folded.startswith(one[0], at, end)), None)
        if match is None:
            return at
        entries.remove(match)
        at += len(match[0])
        if body.folded.startswith(f"={match[1]}", at, end) and body.begins(at + 1 + len(match[1])):
            at += 1 + len(match[1])
    return at


def _page_number(body: Stream, start: int, end: int, seams: frozenset[int]) -> int:
    """The end of a row without the number alone on its line that stands where a page ends."""
    tokens = list(body.tokens(start, end)) if end in seams else []
    if not tokens:
        return end
    first, last = tokens[-1]
    return first if body.gaps[first] >= NEWLINE and body.text[first:last].isdecimal() else end


def _past_value(body: Stream, at: int, end: int) -> int:
    """The end of the value cell: the word in its place if that is a value, with what belongs to the number."""
    tokens = body.tokens(at, end)
    first = next(tokens, None)
    if first is None:
        return at
    start, stop = first
    word = body.folded[start:stop]
    if word in _WORDS:
        return stop if stop >= end or body.gaps[stop] >= NEWLINE else at
    # Whatever looks like a number is one, to be read or refused: it must not pass for a remark.
    if not word.lstrip(_SIGNS)[:1].isnumeric() or start != at:
        return at
    for following, last in tokens:
        # '1 340' is one number, and so is '100 %'; a number on another line belongs to the remark.
        joined = body.folded[following].isdecimal() or body.folded[following:last] == "%"
        if not joined or body.gaps[following] >= NEWLINE:
            break
        stop = last
    return stop
