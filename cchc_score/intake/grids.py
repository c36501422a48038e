"""A table of many units: a header of indicator codes or row codes, one unit a line, empty is unknown."""

from collections.abc import Container, Iterator, Mapping, Sequence

from cchc_score.documents import Grid
from cchc_score.findings import Finding, Place
from cchc_score.intake.blocks import Block, Heading, Line, read_columns, suspects
from cchc_score.intake.told import Report
from cchc_score.intake.values import unreadable_args
from cchc_score.model import Form, Indicator
from cchc_score.text import nearest, nfc

ABOUT = ("unit", "name", "kind")


def from_grid(
    grid: Grid, name: str, form: Form | None, indicators: Mapping[str, Indicator], year: int
) -> tuple[Report, ...]:
    """One report for each line; a fault of the header comes with the first of them.

    A table does not say its year: it is taken for the year that is scored.
    """
    if not grid.rows:
        return (Report(Place(name), "", findings=(Finding("csv-empty", Place(name)),)),)
    first, cells = grid.rows[0]
    header = [nfc(cell.strip()) for cell in cells]
    findings: list[Finding] = []
    # A line with a cell too many has lost its columns: which figure belongs where is anybody's guess.
    lines = [(line, row) for line, row in grid.rows[1:] if len(row) == len(header)]
    texts = list(zip(*(row for _, row in lines), strict=True)) or [()] * len(header)
    odd = [(Place(name, line), row) for line, row in grid.rows[1:] if len(row) != len(header)]
    empty = frozenset(at for at, text in enumerate(header) if not text and _nothing(at, texts, odd))
    headings = list(_headings(header, Place(name, first), form, indicators, findings, empty))
    if "unit" not in header:
        findings.append(Finding("csv-unit-absent", Place(name, first)))
        return (Report(Place(name), "", findings=tuple(findings)),)
    columns = read_columns(headings, texts)
    block = Block(name, [line for line, _ in lines], columns, suspects(columns))
    about = {key: texts[header.index(key)] if key in header else [""] * len(lines) for key in ABOUT}
    reports = [
        *(_report(block, row, [nfc(one[row].strip()) for one in about.values()], year) for row in range(len(lines))),
        *(_odd(place, len(row), len(header)) for place, row in odd),
    ]
    if odd:
        reports.sort(key=lambda report: report.place.line)
    return (Report(Place(name), "", findings=tuple(findings)), *reports) if findings else tuple(reports)


def _nothing(at: int, texts: Sequence[Sequence[str]], odd: Sequence[tuple[Place, Sequence[str]]]) -> bool:
    """Whether nothing stands in a column at all: a spreadsheet may save some such after the last one."""
    return not any(map(str.strip, texts[at])) and not any(row[at].strip() for _, row in odd if len(row) > at)


def _headings(
    header: Sequence[str],
    place: Place,
    form: Form | None,
    indicators: Mapping[str, Indicator],
    findings: list[Finding],
    empty: Container[int],
) -> Iterator[Heading]:
    rows = {row.indicator: row for row in form.rows.values() if row.indicator} if form else {}
    seen: set[str] = set()
    for at, text in enumerate(header):
        row = form.rows.get(text.rstrip(".")) if form else None
        code = row.indicator if row and row.indicator else text
        if code in seen and at not in empty:
            findings.append(Finding("csv-column-twice", place, {"column": text}))
            continue
        seen.add(code)
        if text in ABOUT or at in empty:
            continue
        if code not in indicators:
            near = nearest(text, indicators)
            args = {"word": text, "near": near}
            findings.append(Finding("csv-column-near" if near else "csv-column", place, args))
            continue
        own = row or rows.get(code)
        yield Heading(at, indicators[code], own.code if own else "", own.legend if own else ())


def _report(block: Block, row: int, about: Sequence[str], year: int) -> Report:
    unit, name, kind = about
    place = Place(block.file, block.lines[row])
    if not unit:
        return Report(place, "", findings=(Finding("csv-unit-empty", place),))
    findings = [
        Finding(
            column.faults[column.texts[row]],
            Place(block.file, block.lines[row], name or unit, column.heading.row),
            unreadable_args(column.heading.indicator, column.texts[row].strip()),
        )
        for column in block.faulty
        if column.texts[row] in column.faults
    ]
    return Report(place, unit, name, kind, year, Line(block, row), tuple(findings))


def _odd(place: Place, cells: int, columns: int) -> Report:
    return Report(place, "", findings=(Finding("csv-width", place, {"cells": cells, "columns": columns}),))
