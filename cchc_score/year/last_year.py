"""Figures of the year before, for rules that compare with it: taken from where that year is kept."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from cchc_score.facts import Origin, Table
from cchc_score.model import Scheme, Unit
from cchc_score.year.added_figures import Figures


@dataclass(frozen=True, slots=True)
class LastYear:
    """The figures of the year before; `name` is what people call the place where they are kept."""

    name: str
    table: Table


def last_years_figures(scheme: Scheme, table: Table, last: LastYear) -> Figures:
    """The values that indicators had the year before, for the units of this year.

    A unit made of several has no last year of its own: nothing is added up for it. Nor has one whose predecessor is
    still a unit: those figures are that one's.
    """
    asked = {code: this for code, one in scheme.indicators.items() if (this := one.last_year_of) is not None}
    rows = rows_before(table.units, last.table.units)
    found = {}
    for row in range(len(table.units)):
        before = rows[row]
        for code, this in asked.items():
            if before is not None and last.table.known(before, this):
                found[row, code] = (last.table.value(before, this), _origin(last, before, this))
    return found


def rows_before(units: Sequence[Unit], before: Sequence[Unit]) -> list[int | None]:
    """The row of the year before about each unit; None for one that has no year before of its own."""
    rows = {unit.code: row for row, unit in enumerate(before)}
    present = {unit.code for unit in units}
    return [_row_of(unit, rows, present) for unit in units]


def _row_of(unit: Unit, rows: Mapping[str, int], present: Set[str]) -> int | None:
    """The row of last year's table about a unit: under its own code, or that of the only one that it was before."""
    if unit.code in rows:
        return rows[unit.code]
    sole = unit.predecessors[0] if len(unit.predecessors) == 1 else ""
    return rows.get(sole) if sole not in present else None


def _origin(last: LastYear, row: int, code: str) -> Origin:
    """Where a figure stands: in a file of the year before."""
    origin = last.table.origins.get((row, code)) or Origin("")
    return origin._replace(file=f"{last.name}/{origin.file}" if origin.file else last.name)
