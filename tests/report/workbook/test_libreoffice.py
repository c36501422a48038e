"""LibreOffice, told to calculate everything anew, says what the engine says."""

import io
import subprocess
from decimal import ROUND_HALF_UP, Decimal, localcontext

import openpyxl
import pytest

from tests.report.judges import formulas, without_values
from tests.running import EXAMPLES, command

pytestmark = [pytest.mark.full, pytest.mark.filterwarnings("ignore:.*extension is not supported.*:UserWarning")]

ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>
"""


def recalculated(data: bytes, folder) -> bytes:
    """The workbook as LibreOffice saves it once it has calculated every formula."""
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(ALWAYS, encoding="utf-8")
    (folder / "in.xlsx").write_bytes(without_values(data))
    asked = ["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out")]
    own = f"-env:UserInstallation=file://{folder / 'profile'}"
    subprocess.run(["soffice", own, *asked, str(folder / "in.xlsx")], check=True, capture_output=True, timeout=300)
    return (folder / "out" / "in.xlsx").read_bytes()


@pytest.mark.parametrize("name", ["hoang-hoa-2023", "khung-ha-noi", "bo-chi-so-766"])
def test_libreoffice_calculates_what_the_engine_says(tmp_path, name):
    command("report", EXAMPLES / name, "-o", tmp_path / "a.xlsx")
    data = (tmp_path / "a.xlsx").read_bytes()
    book = openpyxl.load_workbook(io.BytesIO(recalculated(data, tmp_path)), data_only=True)
    wrong = [
        (tab, cell, formula, cached, book[tab][cell].value)
        for (tab, cell), (formula, cached) in formulas(data).items()
        if not same(cached, book[tab][cell].value)
    ]
    assert not wrong


def as_written(number: float) -> Decimal:
    """A number as LibreOffice writes it into a file: with 15 digits, of those that tell it from its neighbours."""
    with localcontext(prec=15, rounding=ROUND_HALF_UP):
        return +Decimal(repr(number))


def same(cached, value) -> bool:
    """Whether both are the same number, to the 15 digits that LibreOffice writes, or the same text."""
    if isinstance(cached, int | float) and isinstance(value, int | float):
        return float(as_written(cached)) == float(value)
    return (cached or "") == (value or "")
