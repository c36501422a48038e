"""The list of units: who is scored this year, in which order, and who is ranked."""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date

from cchc_score.csv_file import read_csv
from cchc_score.errors import ReportError
from cchc_score.findings import Finding, Place
from cchc_score.model import Unit
from cchc_score.text import common_noun, nfc

COLUMNS = ("code", "name", "kind", "valid_from", "valid_to", "predecessors", "ranked")
_CODES = re.compile(r"[^\s,;]+")
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_DAY = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})")
_RANKED = {"": True, "yes": True, "có": True, "no": False, "không": False}


def read_units(data: bytes, name: str) -> tuple[Unit, ...]:
    """The units of a CSV file with the columns `code,name` and optionally the rest; a ReportError tells all faults."""
    rows = read_csv(data, name)
    findings: list[Finding] = []
    header = [nfc(cell.strip()) for cell in rows[0][1]] if rows else []
    for column in ("code", "name"):
        if column not in header:
            findings.append(Finding("units-column-absent", Place(name, 1), {"column": column}))
    for column in header:
        if column not in COLUMNS or header.count(column) > 1:
            findings.append(Finding("units-column", Place(name, 1), {"column": column, "columns": COLUMNS}))
    if findings:
        raise ReportError(findings)
    units: list[Unit] = []
    lines: list[int] = []
    for line, cells in rows[1:]:
        if len(cells) != len(header):
            findings.append(Finding("csv-width", Place(name, line), {"cells": len(cells), "columns": len(header)}))
            continue
        row = {column: nfc(cell.strip()) for column, cell in zip(header, cells, strict=True)}
        units.append(_unit(row, Place(name, line), findings))
        lines.append(line)
    findings += _twice(units, name, lines)
    if not units and not findings:
        findings.append(Finding("units-empty", Place(name)))
    if findings:
        raise ReportError(findings)
    return tuple(units)


def _unit(row: Mapping[str, str], place: Place, findings: list[Finding]) -> Unit:
    if not row["code"] or not row["name"]:
        findings.append(Finding("units-code", place))
    ranked = row.get("ranked", "").casefold()
    if ranked not in _RANKED:
        findings.append(Finding("units-ranked", place, {"value": ranked}))
    return Unit(
        row["code"],
        row["name"],
        common_noun(row.get("kind", "")),
        _RANKED.get(ranked, True),
        _day(row.get("valid_from", ""), place, findings),
        _day(row.get("valid_to", ""), place, findings),
        tuple(_CODES.findall(row.get("predecessors", ""))),
    )


def _day(text: str, place: Place, findings: list[Finding]) -> date | None:
    if not text:
        return None
    match = _ISO.fullmatch(text) or _DAY.fullmatch(text)
    try:
        if match is None:
            raise ValueError(text)
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        findings.append(Finding("units-date", place, {"value": text[:40]}))
        return None


def _twice(units: list[Unit], name: str, lines: list[int]) -> list[Finding]:
    codes = Counter(unit.code for unit in units)
    return [
        Finding("units-twice", Place(name, line), {"value": unit.code})
        for unit, line in zip(units, lines, strict=True)
        if unit.code and codes[unit.code] > 1
    ]
