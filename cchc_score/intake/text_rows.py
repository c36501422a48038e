"""The rows of a printed appendix: found by code and label, read up to the next row, nothing guessed or lost."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cchc_score.intake.folded_text import BLANK, NEWLINE, PAGE, FoldedText, cut_out, fold, fold_lines
from cchc_score.intake.form_rows import PrintedRow
from cchc_score.intake.label_rows import SIGNS
from cchc_score.intake.report_titles import title_end, unit_before
from cchc_score.intake.text_values import past_value
from cchc_score.model import Form, FormRow


@dataclass(frozen=True, slots=True)
class TextAppendix:
    """What a text shows of a form: its rows in the form's order, whose it is, and what belongs to no row.

    `first_line` is where the appendix begins; what stands above is prose. `faults` are the tables of the form that
    could not be told, as (line, code and values of the finding).
    """

    rows: tuple[PrintedRow, ...]
    unit: str
    year: int | None
    unmatched: tuple[tuple[int, str], ...]
    twice: tuple[tuple[int, str], ...] = ()
    first_line: int = 0
    faults: tuple[tuple[int, str, Mapping[str, object]], ...] = ()


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a row begins, and where its code and label end."""

    at: int
    end: int
    row: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class _Pages:
    """How pages end: where repeated headings were cut out; in a `loose` text empty lines part most lines."""

    seams: frozenset[int]
    loose: bool


@dataclass(slots=True)
class _Found:
    """The rows read so far, the texts that belong to no row, and the rows that come twice."""

    rows: dict[str, PrintedRow] = field(default_factory=dict)
    unmatched: list[tuple[int, str]] = field(default_factory=list)
    twice: dict[str, int] = field(default_factory=dict)


def find_rows(lines: Sequence[tuple[int, str]], form: Form) -> TextAppendix:
    """The rows of a form that a text shows; a row matches by its code and its whole label.

    Spaces and line ends do not count, digits do: a label with another year in it is another label.
    """
    whole = fold_lines(lines)
    headings = list(table_headings(whole, form))
    first = headings[0][0] if headings else 0
    year = next((year for _, _, year in headings if year is not None), None)
    # Prose quotes labels: rows are looked for in what is left without it and without headings that a new page repeats.
    body = cut_out(whole, [(0, first), *((start, end) for start, end, _ in headings)])
    # The places, in the body, at which a repeated heading was cut out.
    pages = _Pages(_seams(first, headings), body.loose)
    starts = _starts(body, form)
    found = _Found()
    if not starts:
        return TextAppendix((), "", year, ())
    _leave(body, 0, starts[0].at, found)
    second, again = _second(body, form, starts), body
    if second is not None:
        body, starts = cut_out(body, [(second, len(body.text))]), [one for one in starts if one.end <= second]
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        _read(body, form, start, following, pages, found)
    # In the whole text, since the title stands in the part that was cut off.
    unit = unit_before(whole, form, first if headings else _body_start(whole, body, starts[0].at))
    starts_at = body.lines[starts[0].at]
    rows = tuple(found.rows[code] for code in form.rows if code in found.rows)
    faults = () if second is None else (_told(again, form, second),)
    twice = tuple((line, row) for row, line in found.twice.items())
    return TextAppendix(
        rows=rows,
        unit=unit,
        year=year,
        unmatched=tuple(found.unmatched),
        twice=twice,
        first_line=whole.lines[first] if headings else starts_at,
        faults=faults,
    )


def _second(body: FoldedText, form: Form, starts: Sequence[_Start]) -> int | None:
    """Where the title of a second appendix ends, of which rows come again; None without one."""
    again = next((start.at for start in starts if start.again), None)
    end = None if again is None else title_end(body, form, again)
    return end if end is not None and end > starts[0].at else None


def _told(body: FoldedText, form: Form, at: int) -> tuple[int, str, Mapping[str, object]]:
    """The finding about a second appendix, with the unit that its title names."""
    return body.lines[at - 1], "text-appendix-second", {"name": unit_before(body, form, len(body.text))}


def _body_start(whole: FoldedText, body: FoldedText, at: int) -> int:
    return at + len(whole.text) - len(body.text)


def table_headings(whole: FoldedText, form: Form) -> Iterator[tuple[int, int, int | None]]:
    """Where the table's headings stand: the first two, then any of the others, with the year among them."""
    # One word alone, such as 'Số liệu', stands in prose too.
    if len(form.headings) < 2:
        return
    parts = [re.escape(fold(heading)) for heading in form.headings]
    # '()' where there is no year, so that the first group is the year's in either case.
    year = rf"(?:\(?{re.escape(fold(form.title_year))}([0-9]{{4}})\)?)?" if form.title_year else "()"
    use = rf"(?:{re.escape(fold('(Sử dụng trong kỳ báo cáo'))}[^)]{{0,80}}\))?"
    pattern = parts[0] + parts[1] + use + year + "".join(f"(?:{part})?" for part in parts[2:])
    for match in re.finditer(pattern, whole.folded):
        # Without its spaces a heading could be met across the end of one word and the beginning of the next.
        if whole.begins(match.start()):
            yield match.start(), match.end(), int(match[1]) if match[1] else None


def _seams(first: int, headings: Sequence[tuple[int, int, int | None]]) -> frozenset[int]:
    seams, cut = set(), first
    for start, end, _ in headings:
        seams.add(start - cut)
        cut += end - start
    return frozenset(seams - {0})


def _starts(body: FoldedText, form: Form) -> list[_Start]:
    coded = [row for row in form.rows.values() if "/" not in row.code]
    # By place and not by the form: communes move rows, and each ends where the next one on paper begins.
    starts = sorted((start for row in coded for start in _coded(body, row)), key=lambda start: start.at)
    parts = [row for row in form.rows.values() if "/" in row.code]
    found = list(starts)
    ends = [*(following.at for following in starts[1:]), len(body.text)]
    for start, end in zip(starts, ends, strict=False):
        # The parts of a row have labels of their own but no codes: they are looked for inside the row only.
        own = [row for row in parts if row.code.partition("/")[0] == start.row]
        # Of two parts with one label nobody can tell in a text which stands where.
        labels = Counter(fold(row.label) for row in own)
        own = [row for row in own if labels[fold(row.label)] == 1]
        found += [part for row in own for part in _labelled(body, row, start.end, end, start.again)]
    return sorted(found, key=lambda start: (start.at, -start.end))


def _coded(body: FoldedText, row: FormRow) -> Iterator[_Start]:
    # Code and label together, for codes alone are numbers as any value, and labels alone are too alike.
    found = sorted({span for key in coded_keys(row) for span in spans(body, key, 0, len(body.text))})
    return (_Start(at, end, row.code, number > 0) for number, (at, end) in enumerate(found))


def coded_keys(row: FormRow) -> tuple[str, str]:
    """The code and the label of a row as folded text, without and with a dot after the code."""
    code, label = fold(row.printed_code), fold(row.label)
    return code + label, f"{code}.{label}"


def _labelled(body: FoldedText, row: FormRow, start: int, end: int, again: bool) -> Iterator[_Start]:
    found = spans(body, fold(row.label), start, end)
    return (_Start(at, stop, row.code, again or number > 0) for number, (at, stop) in enumerate(found))


def spans(body: FoldedText, key: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a folded text stands between two places, as words of its own."""
    at = body.folded.find(key, start, end)
    while at >= 0:
        # 'mức độ 3' must not be met in 'mức độ 34'.
        if body.begins(at) and body.begins(at + len(key)):
            yield at, at + len(key)
        at = body.folded.find(key, at + len(key), end)


def _read(body: FoldedText, form: Form, start: _Start, following: _Start | None, pages: _Pages, found: _Found) -> None:
    """Read one row: unit or legend, then the value, then the remark, up to the row that follows."""
    end = following.at if following else len(body.text)
    if start.again:
        found.twice.setdefault(start.row, body.lines[start.at])
        return
    row = form.rows[start.row]
    # 'Trong đó' belongs to the parts that follow; left here, it would be the remark of this row.
    end = _before_group(body, form, start.end, end)
    after_unit = _past_unit(body, form, row, start.end, end)
    page = _page_number(body, after_unit, end, pages)
    value_end, fault = past_value(body, after_unit, page, row.unit)
    value = body.words(after_unit, value_end)
    if value and not pages.loose and after_unit not in pages.seams and body.gaps[after_unit] == BLANK:
        # An empty line between lines that have none is an empty cell: the figure stands in the column behind its own.
        fault = fault or "value-or-remark"
    if not value:
        # What stands where a page ends may be the value or the number of the page: nobody can tell, so it is not taken.
        _leave(body, page, end, found)
    remark_end = page
    if following is None:
        # After the last row the document goes on: signatures, addressees.
        remark_end = next((at for at, _ in body.tokens(value_end, page) if body.gaps[at] >= BLANK), page)
        _leave(body, remark_end, page, found)
    if not value:
        _leave(body, value_end, remark_end, found)
    found.rows[start.row] = PrintedRow(
        row=start.row,
        line=body.lines[start.at],
        value=value,
        remark=body.words(value_end, remark_end) if value else "",
        value_line=body.lines[after_unit] if value else 0,
        unit=body.words(start.end, after_unit),
        fault=fault,
    )


def _leave(body: FoldedText, start: int, end: int, found: _Found) -> None:
    if start < end:
        found.unmatched.append((body.lines[start], body.words(start, end)))


def _before_group(body: FoldedText, form: Form, start: int, end: int) -> int:
    """The end of a row without the group word ('Trong đó') that stands before the parts after it."""
    for group in form.groups:
        key = fold(group)
        if body.folded.endswith(key, start, end) and body.begins(end - len(key)):
            return end - len(key)
    # A dash at the beginning of its line, with words after it, is that of the row to come, and no value of this one.
    own = end < len(body.text) and body.gaps[end] < NEWLINE
    dash = own and end - 1 > start and body.text[end - 1] in SIGNS and body.gaps[end - 1] >= NEWLINE
    return end - 1 if dash else end


def _past_unit(body: FoldedText, form: Form, row: FormRow, at: int, end: int) -> int:
    if row.legend:
        return _past_legend(body, row, at, end)
    for word in (row.unit, *form.dittos):
        key = fold(word)
        if key and body.folded.startswith(key, at, end) and body.begins(at + len(key)):
            return at + len(key)
    return at


def _past_legend(body: FoldedText, row: FormRow, at: int, end: int) -> int:
    """The end of a printed legend; its entries may stand in any order and lack their number."""
    # The longest first, for 'Có' is also the beginning of longer answers.
    entries = sorted(((fold(entry.text), str(entry.number)) for entry in row.legend), key=lambda entry: -len(entry[0]))
    while entries:
        match = next((entry for entry in entries if body.folded.startswith(entry[0], at, end)), None)
        if match is None:
            return at
        entries.remove(match)
        at += len(match[0])
        if body.folded.startswith(f"={match[1]}", at, end) and body.begins(at + 1 + len(match[1])):
            at += 1 + len(match[1])
    return at


def _page_number(body: FoldedText, start: int, end: int, pages: _Pages) -> int:
    """The end of a row without the number alone on its line that stands where a page ends."""
    tokens = list(body.tokens(start, end))
    if not tokens:
        return end
    first, last = tokens[-1]
    before, after = body.gaps[first], body.gaps[end] if end < len(body.text) else BLANK
    if before < NEWLINE or after < NEWLINE or not body.text[first:last].isdecimal():
        return end
    # Only where a page ends: anywhere else a number on its own line is a value. Empty lines around it say so where
    # there is none between other lines.
    apart = before >= BLANK and after >= BLANK and not pages.loose
    return first if end in pages.seams or PAGE in (before, after) or apart else end
