"""LibreOffice as a judge of workbooks: told to calculate everything anew, many books in one run."""

import io
import subprocess
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal, localcontext

import openpyxl

from tests.report.judges import formulas, without_values

ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>
"""
SECONDS = 300
"""So long the program may take for a book, also where others use the machine."""


def recalculated(books: Mapping[str, bytes], folder) -> dict[str, bytes]:
    """Workbooks as LibreOffice saves them once it has calculated every formula, by name."""
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True, exist_ok=True)
    (profile / "registrymodifications.xcu").write_text(ALWAYS, encoding="utf-8")
    asked = ["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out")]
    own = f"-env:UserInstallation=file://{folder / 'profile'}"
    paths = [folder / f"{name}.xlsx" for name in books]
    for path, data in zip(paths, books.values(), strict=True):
        path.write_bytes(without_values(data))
    subprocess.run(
        ["soffice", own, *asked, *map(str, paths)], check=True, capture_output=True, timeout=SECONDS * len(books)
    )
    return {name: (folder / "out" / f"{name}.xlsx").read_bytes() for name in books}


def differing(data: bytes, again: bytes) -> list[str]:
    """Every formula whose value is another in the workbook that LibreOffice saved."""
    book = openpyxl.load_workbook(io.BytesIO(again), data_only=True)
    return [
        f"{tab}!{cell} {formula}: {book[tab][cell].value}, not {cached}"
        for (tab, cell), (formula, cached) in formulas(data).items()
        if not same(cached, book[tab][cell].value)
    ]


def as_written(number: float) -> Decimal:
    """A number as LibreOffice writes it into a file: with 15 digits, of those that tell it from its neighbours."""
    with localcontext(prec=15, rounding=ROUND_HALF_UP):
        return +Decimal(repr(number))


def same(cached, value) -> bool:
    """Whether both are the same number, to the 15 digits that LibreOffice writes, or the same text."""
    if isinstance(cached, int | float) and isinstance(value, int | float):
        return float(as_written(cached)) == float(value)
    return (cached or "") == (value or "")
