"""How the cells of an .xlsb look: its parts are passed through, whose records are those of an .xlsx in binary."""

import struct
from collections.abc import Iterator, Mapping

from openpyxl.utils import get_column_letter

from cchc_score.excel.sheet_look import ERRORS, Budget, SheetLook
from cchc_score.excel.xlsx_parts import legacy_name
from cchc_score.excel.xlsx_sheet import MAX_COLUMN, MAX_ROW
from cchc_score.excel.xlsx_styles import PLAIN, WHITE, CellLook, look_of
from cchc_score.files.archives import relations, relations_path

BOOK = "xl/workbook.bin"
_ROW, _ERROR, _FORMULA_ERROR, _FONT, _FORMAT, _FILL, _XF, _COLUMNS = 0, 3, 11, 43, 44, 45, 47, 60
_SHEET, _MERGED, _BEGIN_STYLES, _END_STYLES = 156, 176, 617, 618
_CELLS = range(1, 12)
"""Records of cells, which all begin with column and style; the row stands before them."""
_WHITE = bytes.fromhex(WHITE)


def xlsb_looks(members: Mapping[str, bytes], main: str) -> list[SheetLook]:
    """The look of each sheet of a workbook by its main part; other exceptions than TooLarge mean that it is broken."""
    folded = {name.casefold(): data for name, data in members.items()}
    named = {one.id: one for one in relations(folded[relations_path(main).casefold()], main)}
    styles = next((folded[one.path.casefold()] for one in named.values() if one.kind == "styles"), b"")
    budget = Budget()
    looks, spare = _looks(styles, budget)
    listed = [_text(record, 8)[0] for kind, record in _records(members[main], budget) if kind == _SHEET]
    # One budget for all: two hundred sheets may be one part.
    return [_sheet_look(folded[named[one].path.casefold()], looks, spare, budget) for one in listed]


def _records(part: bytes, budget: Budget) -> Iterator[tuple[int, bytes]]:
    start = 0
    while start < len(part):
        budget.spend()
        kind, start = _varying(part, start, 2)
        size, start = _varying(part, start, 4)
        yield kind, part[start : start + size]
        start += size


def _varying(part: bytes, start: int, most: int) -> tuple[int, int]:
    """A number of up to so many bytes, of each of which the first bit says whether another follows; and its end."""
    number = 0
    for place in range(most):
        byte = part[start + place]
        number |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            return number, start + place + 1
    return number, start + most


def _text(record: bytes, start: int) -> tuple[str, int]:
    (letters,) = struct.unpack_from("<I", record, start)
    # A text that is not there has this length.
    letters = 0 if letters == 0xFFFFFFFF else letters
    end = start + 4 + 2 * letters
    return record[start + 4 : end].decode("utf-16-le"), end


def _looks(styles: bytes, budget: Budget) -> tuple[tuple[CellLook, ...], bool]:
    """The looks of cells by the number of their style; and whether a font strikes out or raises that no style has."""
    formats: dict[int, str] = {}
    fonts: list[tuple[bool, bool, str]] = []
    fills: list[bool] = []
    found: list[CellLook] = []
    used: set[int] = set()
    within = False
    for kind, record in _records(styles, budget):
        within = kind == _BEGIN_STYLES or (within and kind != _END_STYLES)
        if kind == _FORMAT:
            formats[struct.unpack_from("<H", record)[0]] = _text(record, 2)[0]
        elif kind == _FONT:
            _, marks, _, raised = struct.unpack_from("<HHHH", record)
            # Of eight bytes of colour the last four are red, green, blue and how much of it is seen.
            legacy = legacy_name(_text(record, 21)[0])
            fonts.append((bool(marks & 8) or raised in (1, 2), record[16:19] == _WHITE, legacy))
        elif kind == _FILL:
            fills.append(struct.unpack_from("<I", record)[0] != 0)
        elif kind == _XF:
            _, number, font, fill = struct.unpack_from("<HHHH", record)
            used.add(font)
            if not within:
                continue
            marked, white, legacy = fonts[font]
            look = look_of(number, formats)
            colour = WHITE if white and not fills[fill] else look.font
            found.append(look._replace(marked=marked, font=colour, legacy=legacy))
    return tuple(found), any(marked for place, (marked, *_) in enumerate(fonts) if place not in used)


def _sheet_look(part: bytes, looks: tuple[CellLook, ...], spare: bool, budget: Budget) -> SheetLook:
    sheet = SheetLook(marked_texts=spare)
    row = 0
    for kind, record in _records(part, budget):
        if kind == _ROW:
            row = struct.unpack_from("<I", record)[0] + 1
            if row > MAX_ROW:
                raise ValueError("a row that no sheet has")
            if record[11] & 0x10:
                sheet.hidden_rows.add(row)
        elif kind in _CELLS:
            column, style = struct.unpack_from("<II", record)
            if column >= MAX_COLUMN:
                raise ValueError("a column that no sheet has")
            spot = row, column + 1
            # The last byte is none of the style's number.
            look = looks[style & 0xFFFFFF] if looks else PLAIN
            if look != PLAIN:
                sheet.looks[spot] = look
            if kind in (_ERROR, _FORMULA_ERROR):
                sheet.faults[spot] = ERRORS.get(record[8], "#?"), "cell-error"
        elif kind == _COLUMNS:
            _hide(sheet, record)
        elif kind == _MERGED:
            first, last, left, right = struct.unpack_from("<IIII", record)
            sheet.merged.append(f"{get_column_letter(left + 1)}{first + 1}:{get_column_letter(right + 1)}{last + 1}")
    return sheet


def _hide(sheet: SheetLook, record: bytes) -> None:
    first, last, width, _, flags = struct.unpack_from("<IIIIH", record)
    if (flags & 1 or not width) and first <= last:
        sheet.hidden_columns.append(range(first + 1, min(last, MAX_COLUMN - 1) + 2))
    if sum(map(len, sheet.hidden_columns)) > MAX_COLUMN:
        raise ValueError("columns that no sheet has")
