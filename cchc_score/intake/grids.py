"""A table of many units: a header of indicator codes or row codes, one unit a line, empty is unknown."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cchc_score.documents import Grid
from cchc_score.facts import Origin
from cchc_score.findings import Finding, Place
from cchc_score.intake.told import Report, Told
from cchc_score.intake.values import Unreadable, fact, unreadable_args
from cchc_score.model import Answer, Form, Indicator
from cchc_score.text import nearest, nfc

ABOUT = ("unit", "name", "kind")


@dataclass(frozen=True, slots=True)
class Heading:
    """What one column of the table holds."""

    place: int
    indicator: Indicator
    row: str
    legend: tuple[Answer, ...]


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
    headings = list(_headings(header, Place(name, first), form, indicators, findings, _empty(grid)))
    if "unit" not in header:
        findings.append(Finding("csv-unit-absent", Place(name, first)))
        return (Report(Place(name), "", findings=tuple(findings)),)
    reports = [_report(name, line, header, cells, headings, year) for line, cells in grid.rows[1:]]
    return (Report(Place(name), "", findings=tuple(findings)), *reports) if findings else tuple(reports)


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


def _empty(grid: Grid) -> frozenset[int]:
    """The columns in which nothing stands at all: a spreadsheet may save some after the last one."""
    width = max((len(cells) for _, cells in grid.rows), default=0)
    filled = {place for _, cells in grid.rows for place, cell in enumerate(cells) if cell.strip()}
    return frozenset(range(width)) - filled


def _report(
    name: str, line: int, header: Sequence[str], cells: Sequence[str], headings: Sequence[Heading], year: int
) -> Report:
    place = Place(name, line)
    if len(cells) != len(header):
        # A line with a cell too many has lost its columns: which figure belongs where is anybody's guess.
        args = {"cells": len(cells), "columns": len(header)}
        return Report(place, "", findings=(Finding("csv-width", place, args),))
    about = {key: nfc(cells[header.index(key)].strip()) if key in header else "" for key in ABOUT}
    if not about["unit"]:
        return Report(place, "", findings=(Finding("csv-unit-empty", place),))
    findings: list[Finding] = []
    told = []
    for heading in headings:
        text = cells[heading.place].strip()
        if not text:
            continue
        origin = Origin(name, line, heading.row, text)
        try:
            told.append(Told(heading.indicator.code, fact(heading.indicator, text, heading.legend), origin))
        except Unreadable as fault:
            where = Place(name, line, about["name"] or about["unit"], heading.row)
            findings.append(Finding(fault.code, where, unreadable_args(heading.indicator, text)))
    return Report(place, about["unit"], about["name"], about["kind"], year, tuple(told), tuple(findings))
