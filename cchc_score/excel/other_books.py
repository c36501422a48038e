"""Workbooks of other kinds (.xls, .xlsb, .ods): their values by calamine in a child process, their looks by themselves.

The library knows values and nothing of how they look: no percentage, no error, no formula, no hidden row.
"""

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import WINDOWS_EPOCH

from cchc_score.documents import Cell, CellTable, Tables
from cchc_score.errors import ReportError
from cchc_score.excel import calamine_child
from cchc_score.excel.sheet_look import SheetLook
from cchc_score.excel.xlsx_parts import MAX_CELLS, PartTooLarge
from cchc_score.excel.xlsx_sheet import StoredSheet
from cchc_score.excel.xlsx_styles import CellLook
from cchc_score.excel.xlsx_table import MAX_SQUARE, TooFar, hidden_findings, sheet_table
from cchc_score.excel.xlsx_values import CellValues
from cchc_score.files.child_process import ChildTimeout
from cchc_score.files.child_server import ask_child
from cchc_score.files.refusals import refusal as disk_refusal
from cchc_score.findings import Finding, Place

SECONDS = 60
"""By the clock, for a machine that does much else; what the child itself may use is less."""
_REFUSALS = {
    "password": "archive-encrypted",
    "broken": "archive-broken",
    "many": "sheets-many",
    "large": "sheets-large",
    "far": "sheets-large",
    "unseen": "sheets-unseen",
}


def read_other_book(data: bytes, name: str, looks: Sequence[SheetLook]) -> Tables:
    """The worksheets of a workbook whose sheets, of any kind, have these looks.

    A ReportError says why it cannot be read.
    """
    answer = _answer(data, name)
    # Whose look is whose would be a guess.
    if len(looks) != answer["count"]:
        raise refusal("unseen", name)
    tables: list[CellTable] = []
    findings: list[Finding] = []
    cells = 0
    for sheet in answer["sheets"]:
        stored = _stored_sheet(sheet, looks[sheet["place"]])
        try:
            table = sheet_table(stored, sheet["name"], len(tables) + 1, sheet["hidden"])
        except TooFar as far:
            raise ReportError([Finding("sheet-far", Place(name, cell=f"{sheet['name']}!{far}"))]) from None
        except PartTooLarge:
            raise refusal("large", name) from None
        # Summed over the sheets: many that are small enough by themselves fill the memory as well.
        cells += sum(len(row) for _, row in table.rows)
        if cells > MAX_SQUARE:
            raise refusal("large", name)
        tables.append(table)
        findings += hidden_findings(stored, table, sheet["hidden"], name)
    return Tables(tuple(tables), findings=tuple(findings))


def refusal(why: str, name: str) -> ReportError:
    """Why a workbook is not read, by a word for it, as a finding."""
    args = {"limit": calamine_child.MAX_SHEETS if why == "many" else MAX_CELLS}
    return ReportError([Finding(_REFUSALS[why], Place(name), args)])


def _answer(data: bytes, name: str) -> dict[str, Any]:
    """What the child process says of a workbook; a ReportError where it refuses, ends or takes too long."""
    # By its path, without the libraries of this environment: it imports nothing of ours, and starts sooner.
    program = ("-S", "-X", "utf8", str(Path(calamine_child.__file__)))
    try:
        written = ask_child(program, data, SECONDS)
        # It was ended by the library or by a limit, in the middle of its answer or before it.
        read: dict[str, Any] = json.loads(written or b"")
    except ChildTimeout:
        raise ReportError([Finding("file-slow", Place(name), {"limit": SECONDS})]) from None
    except OSError as error:
        raise ReportError([disk_refusal(error, name, "file-crashed")]) from None
    except ValueError:
        raise ReportError([Finding("file-crashed", Place(name))]) from None
    if "refused" in read:
        raise refusal(read["refused"], name)
    return read


def _stored_sheet(sheet: dict[str, Any], own: SheetLook) -> StoredSheet:
    stored = StoredSheet(hidden_rows=own.hidden_rows, hidden_columns=own.hidden_columns)
    merged = ((_at(top + 1, left + 1), _at(bottom + 1, right + 1)) for (top, left), (bottom, right) in sheet["merged"])
    stored.merged = [*own.merged, *map(":".join, merged)]
    for number, cells in sheet["rows"]:
        row = stored.rows[number] = {}
        for column, kind, text in cells:
            row[column] = _cell(_at(number, column), kind, text, own.look((number, column), kind, text))
    # Of an error the library says nothing, and of a formula that was never calculated 0.
    for (number, column), (text, fault) in own.faults.items():
        stored.rows.setdefault(number, {})[column] = Cell(text, fault=fault, at=_at(number, column))
    return stored


def _at(row: int, column: int) -> str:
    return f"{get_column_letter(column)}{row}"


def _cell(at: str, kind: str, text: str, look: CellLook) -> Cell:
    # A day that the library takes for none: it alone knows the first day of its workbook, from which days are counted.
    if kind == "n" and look.kind == "date":
        return Cell(text, fault="cell-error", at=at)
    if kind in ("n", "b", "d"):
        return _values(look).cell(at, kind, "0", text)
    return _values(look).seen(Cell(text, at=at), look)


@lru_cache(maxsize=64)
def _values(look: CellLook) -> CellValues:
    # No day is counted here, so that the first day of the workbook does not matter.
    return CellValues((), (look,), WINDOWS_EPOCH)
