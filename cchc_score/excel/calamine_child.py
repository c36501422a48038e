"""The program of the child process that reads .xls, .xlsb and .ods by calamine: bytes come in, JSON goes out.

The library ends its whole process on some hostile files, or asks for all memory. It is run as a script, and imports
nothing of this program, so that it starts soon. It answers file after file; before each stands its length in 8 bytes,
before each answer too, with a byte more, which is 1 where this process ends.
"""

import json
import sys
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from io import BytesIO
from time import process_time
from typing import Any

MEMORY = 1024 * 1024 * 1024
SECONDS = 30
MAX_SHEETS = 200
MAX_CELLS = 400_000
MAX_SQUARE = 5_000_000
MAX_LETTERS = 20_000_000
MOST_FILES = 200
"""After so many files another process takes over: nothing that one of them leaves behind can grow."""

Stored = tuple[int, str, str]
"""The column of a cell from 1, its kind ('n' number, 's' text, 'b' yes and no, 'd' date, 'o' other), and its text."""


class WorkbookRefused(Exception):
    """Why a workbook is not read, as its message."""


def limit_process() -> None:
    """Let this process have so much memory and no more, where the system can; and write no file."""
    _limit(AS=MEMORY, CORE=0, FSIZE=0)


def limit_file() -> None:
    """Let this process work so much longer and no more."""
    # What it has used for other files is not taken from this one.
    _limit(CPU=int(process_time()) + 1 + SECONDS)


def _limit(**limits: int) -> None:
    # Windows has no such limits; there the parent's clock alone ends it.
    with suppress(ImportError):
        import resource

        for kind, most in limits.items():
            with suppress(AttributeError, ValueError, OSError):
                number = getattr(resource, f"RLIMIT_{kind}")
                # The hard limit stays, for the time is set anew for each file.
                hard = resource.getrlimit(number)[1] if kind == "CPU" else most
                resource.setrlimit(number, (most, hard))


def read_workbook(data: bytes) -> dict[str, Any]:
    """The `count` of all sheets of a workbook, and its worksheets.

    Each has its `place` among all, `name`, `hidden`, `rows` as (number, cells), `merged` as corners from 0.
    """
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(BytesIO(data))
    listed = book.sheets_metadata
    if len(listed) > MAX_SHEETS:
        raise WorkbookRefused("many")
    left = MAX_CELLS, MAX_LETTERS
    sheets: list[dict[str, Any]] = []
    for place, sheet in enumerate(listed):
        # A chart or a macro has no cells.
        if sheet.typ == SheetTypeEnum.WorkSheet:
            stored = book.get_sheet_by_index(place)
            last_row, last_column = stored.end or (0, 0)
            if (last_row + 1) * (last_column + 1) > MAX_SQUARE:
                raise WorkbookRefused("far")
            # From the first cell that holds something on: what the library pads before it differs between its ways.
            rows, left = _rows(stored.to_python(skip_empty_area=True), stored.start or (0, 0), left)
            hidden = sheet.visible != SheetVisibleEnum.Visible
            merged = (stored.merged_cell_ranges or [])[:MAX_CELLS]
            sheets.append({"place": place, "name": sheet.name, "hidden": hidden, "rows": rows, "merged": merged})
    return {"count": len(listed), "sheets": sheets}


def _rows(
    rows: list[list[Any]], start: tuple[int, int], left: tuple[int, int]
) -> tuple[list[tuple[int, list[Stored]]], tuple[int, int]]:
    """The rows that hold something, and what is left of the cells and letters that may be read."""
    cells, letters = left
    found = []
    for number, values in enumerate(rows, start[0] + 1):
        stored = [(column, *_stored(value)) for column, value in enumerate(values, start[1] + 1) if value != ""]
        cells -= len(stored)
        letters -= sum(len(text) for *_, text in stored)
        if cells < 0 or letters < 0:
            raise WorkbookRefused("large")
        if stored:
            found.append((number, stored))
    return found, (cells, letters)


def _stored(value: object) -> tuple[str, str]:
    # To Python a bool is an int, and a datetime a date.
    if isinstance(value, bool):
        return "b", str(value)
    if isinstance(value, int | float):
        return "n", repr(value)
    if isinstance(value, datetime | date):
        return "d", value.isoformat()
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(abs(value.total_seconds())), 60)
        return "o", f"{'-' if value < timedelta() else ''}{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    if isinstance(value, time):
        return "o", value.isoformat("seconds")
    return "s", str(value)


def answer(data: bytes) -> tuple[bool, dict[str, Any]]:
    """What a workbook stores, or why it is refused; and whether the library is as it was before it."""
    try:
        return True, read_workbook(data)
    except WorkbookRefused as refused:
        return True, {"refused": str(refused)}
    # A panic of the library is no Exception, and a file without a password it can read is told by its own class.
    except BaseException as error:
        return False, {"refused": "password" if type(error).__name__ == "PasswordError" else "broken"}


def main() -> None:
    """Answer each workbook from standard input with what it stores, or why it is refused."""
    asked, told = sys.stdin.buffer, sys.stdout.buffer
    limit_process()
    for number in range(1, MOST_FILES + 1):
        head = asked.read(8)
        if len(head) < 8:
            return
        data = asked.read(int.from_bytes(head, "big"))
        limit_file()
        sound, found = answer(data)
        written = json.dumps(found).encode()
        last = not sound or number == MOST_FILES
        told.write(len(written).to_bytes(8, "big") + bytes([last]) + written)
        told.flush()
        if last:
            return


if __name__ == "__main__":
    main()
