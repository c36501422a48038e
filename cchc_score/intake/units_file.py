"""The list of units: who is scored this year, in which order, and who is ranked."""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from cchc_score.errors import ReportError
from cchc_score.files.csv_file import Rows, even_row, read_csv
from cchc_score.findings import Finding, Place
from cchc_score.intake.printed_values import parse_day
from cchc_score.intake.said_totals import says_total
from cchc_score.model import Unit
from cchc_score.text import common_noun, nearest, nfc

COLUMNS = ("code", "name", "kind", "grade", "valid_from", "valid_to", "predecessors", "ranked")
HEADINGS: Mapping[str, str] = MappingProxyType(
    {
        "mã": "code",
        "mã đơn vị": "code",
        "tên": "name",
        "tên đơn vị": "name",
        "đơn vị": "name",
        "loại": "kind",
        "loại đơn vị": "kind",
        "loại đơn vị hành chính": "grade",
        "từ ngày": "valid_from",
        "đến ngày": "valid_to",
        "đơn vị trước": "predecessors",
        "xếp hạng": "ranked",
    }
)
"""The columns by the Vietnamese headings that they may have, in small letters."""
_REMARKS = frozenset({"stt", "tt", "ghi chú", "remarks", "notes"})
"""Columns that people add for themselves."""
_MOST_ABOVE = 20
"""The headings stand among so many first rows."""
_CODES = re.compile(r"[^\s,;]+")
_RANKED = {"": True, "yes": True, "có": True, "no": False, "không": False}


def read_units(data: bytes, name: str) -> tuple[Unit, ...]:
    """The units of a CSV file with the columns `code,name` and optionally the rest; a ReportError tells all faults.

    A heading may stand there in Vietnamese, a title above the headings, and a line that adds up below the units.
    """
    return units_of_rows(read_csv(data, name), name)


def units_of_rows(rows: Rows, name: str, strict: bool = True) -> tuple[Unit, ...]:
    """The units of a table by its rows, each a line number and texts; a ReportError tells all faults.

    A `strict` one has no column that nobody knows; elsewhere only one that looks like a known one is a fault.
    """
    findings: list[Finding] = []
    # Without any the first row is told to lack them.
    start = _headings_at(rows) or 0
    written = [nfc(" ".join(cell.split())) for cell in rows[start][1]] if rows else []
    header = [_known(cell) for cell in written]
    for column in ("code", "name"):
        if column not in header:
            findings.append(Finding("units-column-absent", Place(name, 1), {"column": column}))
    # A column under a wrong name would be left out in silence, and with it who is ranked or dissolved.
    for column, heading in zip(header, written, strict=True):
        odd = column not in COLUMNS and column not in _REMARKS
        if (odd and (strict or _is_near(heading))) or (column in COLUMNS and header.count(column) > 1):
            findings.append(Finding("units-column", Place(name, 1), {"column": heading, "columns": COLUMNS}))
    if findings:
        raise ReportError(findings)
    units: list[Unit] = []
    lines: list[int] = []
    for line, row_cells in rows[start + 1 :]:
        cells = even_row(row_cells, len(header))
        if len(cells) != len(header):
            findings.append(Finding("csv-width", Place(name, line), {"cells": len(cells), "columns": len(header)}))
            continue
        row = {column: nfc(" ".join(cell.split())) for column, cell in zip(header, cells, strict=True)}
        if says_total(row["code"], "" if row["code"] else row["name"]):
            continue
        units.append(_unit(row, Place(name, line), findings))
        lines.append(line)
    findings += _repeated_codes(units, name, lines)
    if not units and not findings:
        findings.append(Finding("units-empty", Place(name)))
    if findings:
        raise ReportError(findings)
    return tuple(units)


def heads_units_table(rows: Rows) -> bool:
    """Whether a table has the headings of codes and names."""
    return _headings_at(rows) is not None


def _headings_at(rows: Rows) -> int | None:
    """The index of the first row that has the headings of codes and names."""
    for at, (_, cells) in enumerate(rows[:_MOST_ABOVE]):
        if {"code", "name"} <= {_known(nfc(" ".join(cell.split()))) for cell in cells}:
            return at
    return None


def _known(heading: str) -> str:
    """The column that a heading stands for; any other heading as it is, in small letters where it is a remark."""
    plain = common_noun(heading)
    return HEADINGS.get(plain, plain if plain in _REMARKS else heading)


def _is_near(heading: str) -> bool:
    """Whether a heading is nearly one that is known: its column would be left out in silence."""
    return bool(nearest(common_noun(heading), [*COLUMNS, *HEADINGS]))


def _unit(row: Mapping[str, str], place: Place, findings: list[Finding]) -> Unit:
    if not row["code"] or not row["name"]:
        findings.append(Finding("units-code", place))
    ranked = row.get("ranked", "").casefold()
    if ranked not in _RANKED:
        findings.append(Finding("units-ranked", place, {"value": ranked}))
    return Unit(
        code=row["code"],
        name=row["name"],
        kind=common_noun(row.get("kind", "")),
        grade=row.get("grade", ""),
        ranked=_RANKED.get(ranked, True),
        valid_from=_day(row.get("valid_from", ""), place, findings),
        valid_to=_day(row.get("valid_to", ""), place, findings),
        predecessors=tuple(_CODES.findall(row.get("predecessors", ""))),
    )


def _day(text: str, place: Place, findings: list[Finding]) -> date | None:
    if not text:
        return None
    try:
        # Lists of units have only ever taken the slash: a day with points or dashes in it stays a finding.
        return parse_day(text, "/")
    except ValueError:
        findings.append(Finding("units-date", place, {"value": text[:40]}))
        return None


def _repeated_codes(units: list[Unit], name: str, lines: list[int]) -> list[Finding]:
    codes = Counter(unit.code for unit in units)
    return [
        Finding("units-twice", Place(name, line), {"value": unit.code})
        for unit, line in zip(units, lines, strict=True)
        if unit.code and codes[unit.code] > 1
    ]
