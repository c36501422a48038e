"""A list of units as the text that `read_units` reads."""

import csv
from collections.abc import Iterable
from datetime import date
from io import StringIO

from cchc_score.intake.units_file import COLUMNS
from cchc_score.model import Unit


def units_csv(units: Iterable[tuple[Unit, date | None]]) -> bytes:
    """Units, each with its last day if it has one, as a CSV file."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(unit, end) for unit, end in units)
    return text.getvalue().encode()


def _row(unit: Unit, end: date | None) -> list[str]:
    first, last = (day.isoformat() if day else "" for day in (unit.valid_from, end))
    ranked = "yes" if unit.ranked else "no"
    return [unit.code, unit.name, unit.kind, unit.grade, first, last, " ".join(unit.predecessors), ranked]
