"""Scanned pages as a document of tables, all of whose figures are drafts with the picture of their cell."""

import base64
import json
from collections.abc import Mapping, Sequence
from typing import Any

from cchc_score.documents import Cell, CellPlace, CellReading, CellTable, Tables, cell_name
from cchc_score.errors import ReportError
from cchc_score.files.child_process import ChildTimeout, run_child
from cchc_score.findings import Finding, Place
from cchc_score.scans.cell_reading import reading_of
from cchc_score.scans.scan_limits import MAX_PAGES, MAX_PIXELS, MEGABYTES, SECONDS
from cchc_score.scans.tesseract_program import find_tesseract


def read_scans(data: bytes, name: str, pages: Sequence[int] = ()) -> Tables:
    """The tables on some pages of a PDF that are pictures; without pages the file is itself a picture.

    A ReportError says why they cannot be read.
    """
    if len(pages) > MAX_PAGES:
        raise ReportError([Finding("scan-pages", Place(name), {"limit": MAX_PAGES})])
    program = find_tesseract()
    if program is None:
        raise ReportError([Finding("tesseract-absent", Place(name))])
    return _document(_answer(data, name, program, pages)["pages"], name)


def _answer(data: bytes, name: str, program: str, pages: Sequence[int]) -> Mapping[str, Any]:
    """What the child process says of the pages."""
    try:
        written = run_child(("-m", "cchc_score.scans.scan_child", program, *map(str, pages)), data, SECONDS)
    except ChildTimeout:
        written = None
    try:
        # A process that was ended has said nothing, or half of it.
        answer = json.loads(written) if written is not None else {"refused": "scan-heavy"}
    except ValueError:
        answer = {"refused": "scan-heavy"}
    if "refused" not in answer:
        return dict(answer)
    limits: dict[str, dict[str, object]] = {
        "scan-heavy": {"seconds": SECONDS, "megabytes": MEGABYTES},
        "scan-large": {"limit": MAX_PAGES, "most": MAX_PIXELS // 1_000_000},
        "reader-absent": {"extra": "ocr"},
    }
    code = str(answer["refused"])
    raise ReportError([Finding(code, Place(name), limits.get(code, {}))])


def _document(pages: Sequence[Mapping[str, Any]], name: str) -> Tables:
    lines: list[tuple[int, str]] = []
    tables: list[CellTable] = []
    readings: dict[CellPlace, CellReading] = {}
    for page in pages:
        for place, table in enumerate(page["tables"], 1):
            lines += [(len(lines) + at, str(text)) for at, text in enumerate(table["above"], 1)]
            number = place if len(page["tables"]) > 1 else 0
            tables.append(_table(table["rows"], int(page["number"]), number, len(lines), readings))
    numbers = [str(page["number"]) for page in pages]
    findings = [Finding("scan-read", Place(name), {"pages": numbers})]
    bare = [str(page["number"]) for page in pages if not page["tables"]]
    if bare:
        findings.append(Finding("scan-no-table", Place(name), {"pages": bare}))
    return Tables(tuple(tables), tuple(lines), tuple(findings), draft=True, readings=readings)


def _table(
    rows: Sequence[Sequence[Any]], page: int, number: int, after: int, readings: dict[CellPlace, CellReading]
) -> CellTable:
    found = []
    for line, cells in enumerate(rows, 1):
        made = []
        for column, cell in enumerate(cells):
            at = cell_name(column, line)
            if isinstance(cell, list):
                made.append(Cell(at=at, merged=reading_of(cell[0]).text if cell[0] else ""))
            elif not cell:
                made.append(Cell(at=at))
            else:
                read = reading_of(cell)
                made.append(Cell(read.text, fault="" if read.text else "scan-unread", at=at))
                picture = base64.b64decode(cell["png"])
                readings[page, number, at] = CellReading(picture, read.doubt, read.args)
        found.append((line, tuple(made)))
    return CellTable(tuple(found), number=number, after=after, page=page)
