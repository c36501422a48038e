"""Judges of a workbook: what its formulas are, what stands cached beside them, and what two spreadsheet engines make of them."""

import io
import re
import zipfile
from dataclasses import dataclass

import formualizer
import ironcalc
import openpyxl

WRONG = "-7"
"""What every cached value is made before a judge calculates, so that none can pass for a calculated one."""
_CACHED = re.compile(r"(</f>)<v>[^<]*</v>")


@dataclass(frozen=True)
class Judged:
    """A formula with the value that the program gives, and that of a judge."""

    place: str
    formula: str
    cached: object
    judged: object

    @property
    def equal(self) -> bool:
        """Whether both are the same number, to the last bit, or the same text."""
        if isinstance(self.cached, int | float) and isinstance(self.judged, int | float):
            return float(self.cached) == float(self.judged)
        # An empty text of a formula is nothing to some engines.
        return (self.cached or "") == (self.judged or "")


def without_values(data: bytes) -> bytes:
    """The same workbook with wrong values beside all its formulas."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename.startswith("xl/worksheets/"):
                content = _CACHED.sub(rf"\1<v>{WRONG}</v>", content.decode()).encode()
            new.writestr(member, content)
    return stream.getvalue()


def formulas(data: bytes) -> dict[tuple[str, str], tuple[str, object]]:
    """Every formula of a workbook with its cached value, by sheet and cell."""
    shown = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    found = {}
    for tab in openpyxl.load_workbook(io.BytesIO(data)):
        for row in tab.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    found[tab.title, cell.coordinate] = (cell.value, shown[tab.title][cell.coordinate].value)
    return found


def by_ironcalc(data: bytes, folder) -> list[Judged]:
    """Every formula as ironcalc calculates it."""
    path = folder / "judged.xlsx"
    path.write_bytes(without_values(data))
    model = ironcalc.load_from_xlsx(str(path), "en", "UTC")
    model.evaluate()
    names = [sheet["name"] for sheet in model.get_worksheets_properties()]
    judged = []
    for (tab, cell), (formula, cached) in formulas(data).items():
        letters, row = re.fullmatch(r"([A-Z]+)(\d+)", cell).groups()
        value = model.get_cell_value(names.index(tab), int(row), ironcalc.column_number_from_name(letters))
        judged.append(Judged(f"{tab}!{cell}", formula, cached, value))
    return judged


def by_formualizer(data: bytes) -> list[Judged]:
    """Every formula as formualizer calculates it."""
    again = formualizer.recalculate_xlsx_bytes(without_values(data))["bytes"]
    book = openpyxl.load_workbook(io.BytesIO(again), data_only=True)
    return [
        Judged(f"{tab}!{cell}", formula, cached, book[tab][cell].value)
        for (tab, cell), (formula, cached) in formulas(data).items()
    ]
