"""A table of many units: a header of indicator codes or row codes, one unit a line, empty is unknown."""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from cchc_score.documents import Grid
from cchc_score.findings import Finding, Place
from cchc_score.intake.blocks import Block, Line, read_columns, suspects
from cchc_score.intake.headings import Columns, about, headings, is_wide
from cchc_score.intake.owners import YEAR
from cchc_score.intake.titles import year_in
from cchc_score.intake.told import Report
from cchc_score.intake.values import unreadable_args
from cchc_score.model import Form, Indicator
from cchc_score.text import nfc

MOST_ABOVE = 60
"""A header stands among so many first rows."""


def from_grid(
    grid: Grid, name: str, form: Form | None, indicators: Mapping[str, Indicator], year: int
) -> tuple[Report, ...]:
    """One report for each line; a fault of the header comes with the first of them.

    Where neither what stands above a table nor its file's name says a year, it is that which is scored.
    """
    if not grid.rows:
        return (Report(Place(name), "", findings=(Finding("csv-empty", Place(name)),)),)
    known = Columns(form, indicators)
    # Above the header a spreadsheet may have a title.
    start = next((at for at, (_, cells) in enumerate(grid.rows[:MOST_ABOVE]) if is_wide(cells, known)), 0)
    first, cells = grid.rows[start]
    header = [nfc(cell.strip()) for cell in cells]
    findings: list[Finding] = []
    # A line with a cell too many has lost its columns: which figure belongs where is anybody's guess.
    lines = [(line, row) for line, row in grid.rows[start + 1 :] if len(row) == len(header)]
    texts = list(zip(*(row for _, row in lines), strict=True)) or [()] * len(header)
    odd = [(Place(name, line), row) for line, row in grid.rows[start + 1 :] if len(row) != len(header)]
    empty = frozenset(at for at, text in enumerate(header) if not text and _nothing(at, texts, odd))
    named = list(headings(header, Place(name, first), known, findings, empty))
    told = about(header)
    if "unit" not in told:
        findings.append(Finding("csv-unit-absent", Place(name, first)))
        return (Report(Place(name), "", findings=tuple(findings)),)
    years = {int(one) for one in YEAR.findall(PurePosixPath(name).stem)}
    above = [(line, text) for line, row in grid.rows[:start] for text in row]
    told_year = (year_in(above, form) if form else None) or (years.pop() if len(years) == 1 else year)
    columns = read_columns(named, texts)
    block = Block(name, [line for line, _ in lines], columns, suspects(columns), grid.name, grid.letters)
    nothing = [""] * len(lines)
    who = [texts[told[key]] if key in told else nothing for key in ("unit", "name", "kind")]
    reports = [
        *(_report(block, row, [nfc(one[row].strip()) for one in who], told_year) for row in range(len(lines))),
        *(_odd(place, len(row), len(header)) for place, row in odd),
    ]
    if odd:
        reports.sort(key=lambda report: report.place.line)
    return (Report(Place(name), "", findings=tuple(findings)), *reports) if findings else tuple(reports)


def _nothing(at: int, texts: Sequence[Sequence[str]], odd: Sequence[tuple[Place, Sequence[str]]]) -> bool:
    """Whether nothing stands in a column at all: a spreadsheet may save some such after the last one."""
    return not any(map(str.strip, texts[at])) and not any(row[at].strip() for _, row in odd if len(row) > at)


def _report(block: Block, row: int, who: Sequence[str], year: int) -> Report:
    unit, name, kind = who
    place = Place(block.file, block.lines[row], cell=block.cell(row, 0))
    if not unit:
        return Report(place, "", findings=(Finding("csv-unit-empty", place),))
    findings = [
        Finding(
            column.faults[column.texts[row]],
            block.origin(row, column.heading.indicator.code).place(name or unit),
            unreadable_args(column.heading.indicator, column.texts[row].strip()),
        )
        for column in block.faulty
        if column.texts[row] in column.faults
    ]
    return Report(place, unit, name, kind, year, Line(block, row), tuple(findings))


def _odd(place: Place, cells: int, columns: int) -> Report:
    return Report(place, "", findings=(Finding("csv-width", place, {"cells": cells, "columns": columns}),))
