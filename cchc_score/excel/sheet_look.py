"""What a workbook says of its cells besides their values, where the library that reads these cannot see it."""

from dataclasses import dataclass, field

from cchc_score.excel.xlsx_parts import MAX_CELLS, PartTooLarge
from cchc_score.excel.xlsx_styles import PLAIN, CellLook

Spot = tuple[int, int]
"""A row and a column, counted from 1."""

ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
"""The errors of cells by the numbers that stand for them in binary workbooks."""


@dataclass(slots=True)
class SheetLook:
    """How the cells of a worksheet look: those whose number is more than a number, and those without a value.

    `faults` are the text and the fault of a cell; `marked_texts` says that texts may have digits struck out in places
    that are not known. Of formulas with an empty result nobody knows whether they were `calculated`, but by the others.
    """

    looks: dict[Spot, CellLook] = field(default_factory=dict)
    faults: dict[Spot, tuple[str, str]] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[range] = field(default_factory=list)
    marked_texts: bool = False
    empty_formulas: list[Spot] = field(default_factory=list)
    calculated: bool = False

    def look(self, spot: Spot, kind: str, text: str) -> CellLook:
        """The look of a cell, whose kind 's' is text."""
        found = self.looks.get(spot, PLAIN)
        doubtful = self.marked_texts and kind == "s" and any(map(str.isnumeric, text))
        return found._replace(marked=True) if doubtful else found


@dataclass(slots=True)
class Budget:
    """How many records of a binary workbook may still be passed through: a cell has one, and a row."""

    left: int = 2 * MAX_CELLS

    def spend(self, count: int = 1) -> None:
        """Pass through some records; a PartTooLarge where there are too many."""
        self.left -= count
        if self.left < 0:
            raise PartTooLarge
