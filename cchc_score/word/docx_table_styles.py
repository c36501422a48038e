"""Which parts of a table's style a cell of a Word table has: those of its first row, its last column, its band."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from cchc_score.word.docx_xml import Element, ancestor, attribute, outermost, part, setting

_BITS = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200, "noVBand": 0x400,
}  # fmt: skip
_ON = ("1", "true", "on")


@dataclass(slots=True)
class TablePlaces:
    """The places of cells in their tables."""

    _rows: dict[Element, dict[Element, int]] = field(default_factory=dict)

    def of(self, cell: Element) -> Iterator[str]:
        """The parts of a style that a cell has, each after those that it overrides."""
        row, table = ancestor(cell, "tr"), ancestor(cell, "tbl")
        if row is None or table is None:
            return
        if table not in self._rows:
            self._rows[table] = {one: at for at, (_, one) in enumerate(outermost(table, ("tr",)))}
        rows = self._rows[table]
        cells = [one for _, one in outermost(row, ("tc",))]
        if row in rows and cell in cells:
            yield from _parts(_looked_at(table), (rows[row], len(rows)), (cells.index(cell), len(cells)))


def _looked_at(table: Element) -> frozenset[str]:
    """What a table says of its style's parts: which it has, and which bands it has not."""
    look = part(table, "tblPr", "tblLook")
    if look is None:
        return frozenset()
    try:
        bits = int((setting(table, "tblPr", "tblLook") or "0")[:8], 16)
    except ValueError:
        bits = 0
    # Newer programs write the words, older ones the bits alone.
    said = {name: attribute(look, name) for name in _BITS}
    return frozenset(name for name, bit in _BITS.items() if said[name] in _ON or (said[name] is None and bits & bit))


def _parts(looked: frozenset[str], row: tuple[int, int], column: tuple[int, int]) -> Iterator[str]:
    yield "wholeTable"
    (at, rows), (across, columns) = row, column
    first_row, last_row = "firstRow" in looked and at == 0, "lastRow" in looked and at == rows - 1
    first, last = "firstColumn" in looked and across == 0, "lastColumn" in looked and across == columns - 1
    if "noVBand" not in looked and not (first or last):
        yield f"band{1 + (across - ('firstColumn' in looked)) % 2}Vert"
    if "noHBand" not in looked and not (first_row or last_row):
        yield f"band{1 + (at - ('firstRow' in looked)) % 2}Horz"
    yield from (name for name, holds in (("firstCol", first), ("lastCol", last)) if holds)
    yield from (name for name, holds in (("firstRow", first_row), ("lastRow", last_row)) if holds)
    corners = {
        "nwCell": (first_row, first), "neCell": (first_row, last),
        "swCell": (last_row, first), "seCell": (last_row, last),
    }  # fmt: skip
    yield from (name for name, holds in corners.items() if all(holds))
