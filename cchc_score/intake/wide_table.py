"""A table of many units: a header of indicator codes or row codes, one unit a line, empty is unknown."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from pathlib import PurePosixPath

from cchc_score.documents import Cell, CellTable, Grid
from cchc_score.files.csv_file import even_row
from cchc_score.findings import Finding, Place
from cchc_score.intake.agreement import folders_of
from cchc_score.intake.headings import HeadingNames, find_headings, unit_columns, wide_row
from cchc_score.intake.printed_values import StoredValue
from cchc_score.intake.report_titles import said_above, year_in
from cchc_score.intake.reports import Report
from cchc_score.intake.said_periods import SaidPeriod, said_period
from cchc_score.intake.said_totals import says_total
from cchc_score.intake.wide_columns import CellFault, RowFacts, WideCells, read_rows
from cchc_score.model import Form, Indicator
from cchc_score.points import plain
from cchc_score.text import nfc

_TOLD_YEAR = re.compile(r"(?:năm\s+)?(20[0-9]{2})", re.IGNORECASE)
_ANY = Form("", "", {})
MOST_ABOVE = 60
"""A header stands among so many first rows."""


@dataclass(frozen=True, slots=True)
class WideTable:
    """A table with a line for each unit: its rows as (line number, texts).

    Of a sheet there are its name, the letters of its columns and, for each row, the values that its cells store;
    `faults` are the cells that have no figure, by line and column.
    `converted` is the program that turned its file into one that can be read. Of a document of pages there is
    the page.
    """

    rows: Sequence[tuple[int, Sequence[str]]]
    stored: Sequence[Sequence[StoredValue | None]] = ()
    sheet: str = ""
    letters: Sequence[str] = ()
    faults: Mapping[tuple[int, int], CellFault] = field(default_factory=dict)
    converted: str = ""
    page: int = 0


def from_grid(
    grid: Grid, name: str, form: Form | None, indicators: Mapping[str, Indicator], year: int
) -> tuple[Report, ...]:
    """The reports of a table of texts, as `from_wide` gives them."""
    return from_wide(WideTable(grid.rows, sheet=grid.name, letters=grid.letters), name, form, indicators, year)


def wide_table(table: CellTable, form: Form | None, indicators: Mapping[str, Indicator]) -> WideTable | None:
    """A table of cells with a line for each unit; None for any other table."""
    known = HeadingNames(form, indicators)
    at = wide_row(([cell.text for cell in row] for _, row in table.rows[:MOST_ABOVE]), known, form)
    if at is None:
        return None
    header = table.rows[at][1]
    letters = tuple(cell.at.rstrip("0123456789") for cell in header)
    rows = [
        (line, [cell.text if number <= at else _own(cell) for cell in row])
        for number, (line, row) in enumerate(table.rows)
    ]
    filled = [any(text.strip() for text in texts) for _, texts in rows]
    # A cell with struck-out digits or an error may still store a number, which nobody can vouch for.
    stored = [[cell.value if not cell.fault else None for cell in row] for _, row in table.rows]
    return WideTable(
        [row for row, any_text in zip(rows, filled, strict=True) if any_text],
        [row for row, any_text in zip(stored, filled, strict=True) if any_text],
        table.name,
        letters if all(letters) else (),
        {(line, at): fault for line, row in table.rows for at, cell in enumerate(row) if (fault := _fault(cell))},
        page=table.page,
    )


def _fault(cell: Cell) -> CellFault | None:
    if cell.merged and not cell.text:
        return CellFault("cell-merged", cell.merged)
    return CellFault(cell.fault, cell.text) if cell.fault else None


def _own(cell: Cell) -> str:
    # A figure merged over several units is that of none; it must not look like a blank.
    if cell.merged and not cell.text:
        return f"#{cell.merged}"
    # A code such as '00123' or 'M01' is what its format shows.
    text = cell.text
    padded = text.startswith("0") and text.isdecimal()
    coded = padded or (isinstance(cell.value, Fraction) and text[:1].isalpha())
    return text if coded and not cell.fault else _shown(cell)


def _shown(cell: Cell) -> str:
    """The text of a cell as findings and explanations show it, whatever format the sheet gives its number."""
    value = cell.value
    if cell.fault:
        # Shown in a way that is no number, as Excel shows a date that cannot be.
        return cell.text if cell.text.startswith(("#", "=")) else f"#{cell.text}"
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, date):
        return value.isoformat()
    if value is None:
        return cell.text
    text = plain(value)
    # Whoever reads '1.234' may take it for thousands; '1.2340' cannot be.
    text = f"{text}0" if len(text.partition(".")[2]) == 3 else text
    return f"{text}%" if cell.text.endswith("%") else text


def from_wide(
    table: WideTable, name: str, form: Form | None, indicators: Mapping[str, Indicator], year: int
) -> tuple[Report, ...]:
    """One report for each line; a fault of the header comes with the first of them.

    Where neither what stands above a table nor its file's name says a year, it is that which is scored.
    """
    if not table.rows:
        return (_only(Finding("csv-empty", Place(name))),)
    known = HeadingNames(form, indicators)
    # Above the header a spreadsheet may have a title.
    start = wide_row((texts for _, texts in table.rows[:MOST_ABOVE]), known, form) or 0
    first, texts = table.rows[start]
    header = [nfc(text.strip()) for text in texts]
    cells, odd = _under(table, start, name)
    short = [(line, row) for line, row in table.rows[start + 1 :] if 1 < len(row) < len(header)]
    empty = frozenset(at for at, text in enumerate(header) if not text and _nothing(at, cells.texts, odd))
    findings: list[Finding] = []
    named = list(find_headings(header, Place(name, first), known, findings, empty))
    if "unit" not in unit_columns(header):
        return (_only(*findings, Finding("csv-unit-absent", Place(name, first))),)
    above = [(line, text) for line, row in table.rows[:start] for text in row if text.strip()]
    periods = tuple(said_above(above, form or _ANY))
    # A name or a folder that says otherwise is told where reports are joined.
    own_year = _year_above(table.rows[:start], form) or _said_year(periods) or _year_in_name(name) or year
    reports = [
        *_reports(cells, read_rows(cells, named, own_year), unit_columns(header), own_year, periods),
        *(_odd("csv-width", Place(name, line), len(row), len(header)) for line, row in odd),
        *(_odd("csv-short", Place(name, line), len(row), len(header)) for line, row in short),
    ]
    if odd or short:
        reports.sort(key=lambda report: report.place.line)
    return (_only(*findings), *reports) if findings else tuple(reports)


def _only(*findings: Finding) -> Report:
    """A report of nothing but findings, about the file of the last one."""
    return Report(Place(findings[-1].place.file), "", findings=findings)


def _under(table: WideTable, start: int, name: str) -> tuple[WideCells, list[tuple[int, Sequence[str]]]]:
    """The cells under the header, and the rows that are wider or narrower than it.

    A line with a cell too many has lost its columns: which figure belongs where is anybody's guess.
    """
    width, under = len(table.rows[start][1]), table.rows[start + 1 :]
    evened = [(line, even_row(row, width)) for line, row in under]
    fitting = [(line, row) for line, row in evened if len(row) == width]
    texts = list(zip(*(row for _, row in fitting), strict=True)) or [()] * width
    values = [row for row in table.stored[start + 1 :] if len(row) == width]
    cells = WideCells(
        file=name,
        lines=[line for line, _ in fitting],
        texts=texts,
        stored=list(zip(*values, strict=True)),
        sheet=table.sheet,
        letters=table.letters,
        faults=table.faults,
        converted=table.converted,
        page=table.page,
    )
    return cells, [(line, row) for line, row in evened if len(row) != width]


def _year_above(rows: Sequence[tuple[int, Sequence[str]]], form: Form | None) -> int | None:
    """The year that stands above the header in the form's own words."""
    return year_in([(line, text) for line, row in rows for text in row], form) if form else None


def _year_in_name(name: str) -> int | None:
    """The only year in a file's name."""
    said = [said_period(text, "file") for text in (PurePosixPath(name).stem, *reversed(folders_of(name)))]
    # Of two years in a name ('2022-2023') nobody can tell which is meant.
    return next((one.year for one in said if one is not None and one.year is not None), None)


def _said_year(periods: Sequence[SaidPeriod]) -> int | None:
    return next((one.year for one in periods if one.year is not None), None)


def _nothing(at: int, texts: Sequence[Sequence[str]], odd: Sequence[tuple[int, Sequence[str]]]) -> bool:
    """Whether nothing stands in a column at all: a spreadsheet may save some such after the last one."""
    return not any(map(str.strip, texts[at])) and not any(row[at].strip() for _, row in odd if len(row) > at)


def _reports(
    cells: WideCells, rows: Sequence[RowFacts], columns: Mapping[str, int], year: int, periods: tuple[SaidPeriod, ...]
) -> Iterator[Report]:
    """One report for each row, about the unit that its first columns name."""
    nothing = [""] * len(rows)
    keys = ("unit", "name", "kind", "year")
    about_units = [
        [nfc(text.strip()) for text in cells.texts[columns[key]]] if key in columns else nothing for key in keys
    ]
    for number, (facts, unit, name, kind, told) in enumerate(zip(rows, *about_units, strict=True)):
        place = Place(cells.file, cells.lines[number], cell=cells.name(number, 0), page=cells.page)
        if says_total(unit, name) or _says_nothing(cells, number):
            continue
        if not unit:
            yield Report(place, "", findings=(Finding("csv-unit-empty", place),))
            continue
        # What the line says of itself outweighs what stands above the table.
        own_year = _told_year(told) if told else year
        if own_year is None:
            yield Report(place, "", findings=(Finding("csv-year", place, {"text": told[:40]}),))
            continue
        findings = tuple(facts.noticed(name or unit))
        yield Report(place, unit, name=name, kind=kind, year=own_year, facts=facts, findings=findings, periods=periods)


def _says_nothing(cells: WideCells, number: int) -> bool:
    """Whether nothing stands in a row: in a spreadsheet it may be one that somebody has only coloured."""
    return bool(cells.sheet) and not any(column[number].strip() for column in cells.texts)


def _told_year(text: str) -> int | None:
    """The year that a cell says: '2025', 'Năm 2025'; None for a part of one, or anything else."""
    found = _TOLD_YEAR.fullmatch(text)
    return int(found[1]) if found else None


def _odd(code: str, place: Place, cells: int, columns: int) -> Report:
    return Report(place, "", findings=(Finding(code, place, {"cells": cells, "columns": columns}),))
