"""The process in which scanned pages are read: bytes come in on standard input, JSON goes out; no file is written.

Run as `python -m cchc_score.scans.scan_child PROGRAM [PAGE ...]`: Tesseract's path, then the pages of a PDF that are
pictures; without them the bytes are a picture. Tesseract runs within the limits of this process.
"""

import base64
import json
import logging
import subprocess
import sys
import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np

from cchc_score.files.child_process import limit_process
from cchc_score.scans.cell_pictures import CellPicture, InkedPage, cell_pictures, inked_page, png, written
from cchc_score.scans.digit_engine import DigitEngine, ModelsAbsent
from cchc_score.scans.page_pictures import Picture, PictureTooLarge, image_pictures, pdf_pictures
from cchc_score.scans.read_cells import ReadCell, read_cells, turn_of
from cchc_score.scans.ruled_cells import RuledTable, ruled_tables, rules_of
from cchc_score.scans.scan_limits import MEGABYTES, SECONDS
from cchc_score.scans.straight_page import flattened, ink_of, straightened
from cchc_score.scans.word_engine import PAGE, read_words


def read_scan(data: bytes, program: str, numbers: Sequence[int]) -> dict[str, Any]:
    """Pages as data for JSON: `number`, `tables` as {rows, above}, where `above` are the lines of text above one."""
    engine = DigitEngine()
    pictures = pdf_pictures(data, numbers) if numbers else image_pictures(data)
    return {"pages": [_page(number, picture, program, engine) for number, picture in pictures]}


def _page(number: int, picture: Picture, program: str, engine: DigitEngine) -> dict[str, Any]:
    inked, tables = _ruled(picture)
    cells = [cell for table in tables for cell in cell_pictures(inked, table) if cell is not None]
    turn = turn_of(cells, program, SECONDS) if cells else 0
    if turn:
        inked, tables = _ruled(np.ascontiguousarray(np.rot90(picture, turn)))
    above = _above(inked, tables, program)
    read = [
        {"rows": _rows(inked, table, program, engine), "above": lines}
        for table, lines in zip(tables, above, strict=True)
    ]
    return {"number": number, "tables": read}


def _ruled(picture: Picture) -> tuple[InkedPage, list[RuledTable]]:
    """A page with level lines, and its tables."""
    page, _ = straightened(flattened(picture))
    ink = ink_of(page)
    rules = rules_of(ink)
    return inked_page(page, ink, rules), ruled_tables(rules)


def _above(inked: InkedPage, tables: Sequence[RuledTable], program: str) -> list[list[str]]:
    """The lines of text between each table and the one before it, or the top of the page."""
    bottoms = [0, *(table.box[3] for table in tables)]
    width = inked.page.shape[1]
    places = [(0, bottom, width, table.box[1]) for bottom, table in zip(bottoms, tables, strict=False)]
    texts = [written(inked, box) if box[3] > box[1] else None for box in places]
    read = iter(read_words(program, [text.writing for text in texts if text is not None], PAGE, SECONDS))
    return [list(next(read).lines) if text is not None else [] for text in texts]


def _rows(inked: InkedPage, table: RuledTable, program: str, engine: DigitEngine) -> list[list[Any]]:
    """The rows of a table: a cell is its data, [data] of the merged cell above that goes on, or null."""
    pictures = cell_pictures(inked, table)
    with_ink = [cell for cell in pictures if cell is not None]
    read = iter(read_cells(with_ink, program, engine, SECONDS))
    rows: list[list[Any]] = [[None] * len(table.lefts) for _ in table.tops]
    for (first, column, last, _), picture in zip(table.cells, pictures, strict=True):
        data = {} if picture is None else _data(picture, next(read))
        rows[first][column] = data
        for row in range(first + 1, last + 1):
            rows[row][column] = [data]
    return rows


def _data(picture: CellPicture, read: ReadCell) -> dict[str, Any]:
    """A cell as data: what each engine read as [text, how sure], and the picture."""
    found: dict[str, Any] = {"png": base64.b64encode(png(picture.shown)).decode("ascii")}
    found |= {
        key: [own.text, own.sure]
        for key, own in (("line", read.line), ("digits", read.digits), ("words", read.words))
        if own is not None
    }
    return found


def refusal(error: BaseException) -> str:
    """The code of the finding about what went wrong."""
    if isinstance(error, ModelsAbsent | ImportError):
        return "reader-absent"
    # One that a limit has ended leaves a number below 0.
    if isinstance(error, subprocess.CalledProcessError) and error.returncode > 0:
        return "tesseract-absent"
    names = {kind.__name__ for kind in type(error).__mro__}
    if isinstance(error, PictureTooLarge) or names & {"DecompressionBombError", "DecompressionBombWarning"}:
        return "scan-large"
    return "scan-heavy" if isinstance(error, MemoryError | subprocess.SubprocessError) else "scan-broken"


def main() -> None:
    """Read one scan and write what it holds, or why it is refused."""
    limit_process(MEGABYTES, SECONDS)
    # Of what the libraries remark nobody would hear.
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    program, *pages = sys.argv[1:]
    try:
        answer = read_scan(sys.stdin.buffer.read(), program, [int(page) for page in pages])
    except Exception as error:
        answer = {"refused": refusal(error)}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


if __name__ == "__main__":
    main()
