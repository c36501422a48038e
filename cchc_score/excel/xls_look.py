"""How the cells of an .xls look: its records are passed through for formats, errors, formulas and what is hidden."""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cchc_score.excel.sheet_look import ERRORS, Budget, SheetLook
from cchc_score.excel.xlsx_parts import PartTooLarge, legacy_name
from cchc_score.excel.xlsx_styles import PLAIN, WHITE, CellLook, look_of

MAX_COLUMN = 256
_BOF, _EOF, _BOUNDSHEET, _FONT, _FORMAT, _XF, _ROW, _COLINFO = 0x809, 0x0A, 0x85, 0x31, 0x41E, 0xE0, 0x208, 0x7D
_FORMULA, _BOOLERR, _MULRK = 0x06, 0x205, 0xBD
_CELLS = frozenset((_FORMULA, _BOOLERR, 0x203, 0x204, 0x27E, 0xFD, 0xD6))
"""Records of one cell, which all begin with its row, its column and its style: also numbers and texts."""
_PASSWORD = 0x2F
_BIFF8 = 0x0600
_WHITE = (1, 9)
"""The places of white among the colours."""
_CALCULATE_ON_OPENING = 2
_NOTHING = b"\x03\0\0\0\0\0\xff\xff"
"""The result of a formula that gives an empty text."""


class Encrypted(Exception):
    """A workbook that a password protects: its records are no longer what they say."""


def xls_looks(stream: bytes) -> list[SheetLook]:
    """The look of each sheet of a workbook's stream, in its order.

    Other exceptions than Encrypted and PartTooLarge mean that it is broken.
    """
    book = _Book()
    budget = Budget()
    for kind, record in _records(stream, 0, budget):
        if kind == _PASSWORD:
            raise Encrypted
        book.take(kind, record)
    looks = tuple(book.looks())
    spare = book.spare_marks()
    found = []
    for start in book.starts:
        sheet = SheetLook(marked_texts=spare)
        # One budget for all: sheets that begin at one place would be passed through again and again.
        for kind, record in _records(stream, start, budget):
            if kind == _MULRK:
                budget.spend(len(record) // 6)
            _take(sheet, kind, record, looks)
        found.append(sheet)
    # An empty text may be a result; where no formula has another one, none was ever calculated.
    if not any(sheet.calculated for sheet in found):
        for sheet in found:
            sheet.faults.update(dict.fromkeys(sheet.empty_formulas, ("=", "cell-uncalculated")))
    return found


def _records(stream: bytes, start: int, budget: Budget) -> Iterator[tuple[int, bytes]]:
    """The records from a place on to the end of what begins there; charts within it are passed over."""
    depth = 0
    while True:
        budget.spend()
        kind, size = struct.unpack_from("<HH", stream, start)
        record = stream[start + 4 : start + 4 + size]
        start += 4 + size
        depth += (kind == _BOF) - (kind == _EOF)
        if depth < 1:
            return
        if depth == 1:
            yield kind, record


@dataclass(slots=True)
class _Font:
    marked: bool
    white: bool
    legacy: str


@dataclass(slots=True)
class _Book:
    """What the cells of all sheets refer to, while the records of the workbook pass."""

    version: int = _BIFF8
    starts: list[int] = field(default_factory=list)
    fonts: list[_Font] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=dict)
    styles: list[tuple[int, int, bool]] = field(default_factory=list)

    def take(self, kind: int, record: bytes) -> None:
        if kind == _BOF:
            self.version = struct.unpack_from("<H", record)[0]
        elif kind == _BOUNDSHEET:
            self.starts.append(struct.unpack_from("<I", record)[0])
        elif kind == _FONT:
            _, marks, colour, _, raised = struct.unpack_from("<HHHHH", record)
            legacy = legacy_name(self._text(record, 14, 1))
            self.fonts.append(_Font(bool(marks & 8) or raised in (1, 2), colour in _WHITE, legacy))
        elif kind == _FORMAT:
            self.formats[struct.unpack_from("<H", record)[0]] = self._text(record, 2, 2)
        elif kind == _XF:
            font, number = struct.unpack_from("<HH", record)
            filled = self.version != _BIFF8 or struct.unpack_from("<I", record, 14)[0] >> 26 != 0
            # There is no font of the number 4.
            self.styles.append((font - (font > 4), number, filled))

    def _text(self, record: bytes, at: int, size: int) -> str:
        """The text at a place of a record, whose length is a number of so many bytes; of one in workbooks of before."""
        if self.version != _BIFF8:
            return record[at + 1 : at + 1 + record[at]].decode("latin-1")
        letters, start = int.from_bytes(record[at : at + size], "little"), at + size + 1
        wide = record[start - 1] & 1
        text = record[start : start + letters * (1 + wide)]
        return text.decode("utf-16-le" if wide else "latin-1")

    def looks(self) -> Iterator[CellLook]:
        """The looks of cells by the number of their style."""
        known: Mapping[int, str] = self.formats
        for font, number, filled in self.styles:
            look = look_of(number, known)
            own = self.fonts[font]
            colour = WHITE if own.white and not filled else look.font
            yield look._replace(marked=own.marked, font=colour, legacy=own.legacy)

    def spare_marks(self) -> bool:
        """Whether a font strikes out or raises that no style has: some part of a text has it, and none says which."""
        used = {font for font, _, _ in self.styles}
        return any(font.marked for place, font in enumerate(self.fonts) if place not in used)


def _take(sheet: SheetLook, kind: int, record: bytes, looks: tuple[CellLook, ...]) -> None:
    """Note what one record says of its cell, its row or its columns."""
    if kind in _CELLS:
        row, column, style = struct.unpack_from("<HHH", record)
        if column >= MAX_COLUMN:
            raise ValueError("a column that no sheet has")
        _look(sheet, row, column, looks[style])
        _fault(sheet, kind, record, (row + 1, column + 1))
    elif kind == _MULRK:
        row, first = struct.unpack_from("<HH", record)
        for place in range((len(record) - 6) // 6):
            _look(sheet, row, first + place, looks[struct.unpack_from("<H", record, 4 + 6 * place)[0]])
    elif kind == _ROW:
        (flags,) = struct.unpack_from("<H", record, 12)
        if flags & 0x20:
            sheet.hidden_rows.add(struct.unpack_from("<H", record)[0] + 1)
    elif kind == _COLINFO:
        first, last, width, _, flags = struct.unpack_from("<HHHHH", record)
        if (flags & 1 or not width) and first <= last:
            sheet.hidden_columns.append(range(first + 1, min(last, MAX_COLUMN - 1) + 2))
        # Each column is told of once: as many as a sheet can have are told of at most.
        if len(sheet.hidden_columns) > MAX_COLUMN:
            raise PartTooLarge


def _look(sheet: SheetLook, row: int, column: int, look: CellLook) -> None:
    if look != PLAIN:
        sheet.looks[row + 1, column + 1] = look


def _fault(sheet: SheetLook, kind: int, record: bytes, spot: tuple[int, int]) -> None:
    """Note an error, or a formula whose result is to be calculated only when a person opens the file."""
    if kind == _BOOLERR:
        value, is_error = struct.unpack_from("<BB", record, 6)
        if is_error:
            sheet.faults[spot] = ERRORS.get(value, "#?"), "cell-error"
    elif kind == _FORMULA:
        result, (options,) = record[6:14], struct.unpack_from("<H", record, 14)
        is_number = result[6:] != b"\xff\xff"
        if not is_number and result[0] == 2:
            sheet.faults[spot] = ERRORS.get(result[2], "#?"), "cell-error"
        # Who writes a workbook without calculating leaves 0 or nothing, and asks for it to be done on opening.
        elif not any(result) and options & _CALCULATE_ON_OPENING:
            sheet.faults[spot] = "=", "cell-uncalculated"
        elif result == _NOTHING:
            sheet.empty_formulas.append(spot)
        else:
            sheet.calculated = True
