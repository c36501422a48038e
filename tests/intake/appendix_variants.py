"""The real form of 77 rows as people fill it in in spreadsheets: one sheet, and some eighty manners of changing it."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from tests.reports import appendix_rows, printed_cells

TITLE = "PHỤ LỤC THỐNG KÊ SỐ LIỆU VỀ KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH CỦA UBND XÃ HOẰNG CÁT"
PROSE = (
    "ỦY BAN NHÂN DÂN",
    "XÃ HOẰNG CÁT",
    "BÁO CÁO",
    "Kết quả thực hiện công tác cải cách hành chính năm 2023",
    "Trong năm, UBND xã Hoằng Cát đã tiếp nhận hồ sơ qua cổng dịch vụ công.",
)
HEADINGS = ("STT", "Chỉ tiêu thống kê\n(Báo cáo năm 2023)", "Đơn vị tính", "Số liệu", "Ghi chú")
VALUES: Mapping[str, Any] = {
    "1.1.1": 27, "1.1.2": 26, "1.1.3": 5, "1.2.1": 4, "1.2.2": 9, "1.2.3": 7, "1.3.1": 18, "1.3.2": 14, "1.3.3": 3,
    "1.4.1": 61, "1.4.2": 1, "1.5": 1, "2.1": 11, "2.2": 12, "2.3": 13, "2.4": 8, "2.5": 6, "3.1.1": 19, "3.1.2": 21,
    "3.1.3": 212, "3.2.1": 22, "3.2.2": 87, "3.2.3": 99, "3.2.4": 93.5, "3.2.5": 88.25, "3.3.1": 903, "3.3.1/1": 159,
    "3.3.1/2": 89, "3.3.1/3": 510, "3.3.1/4": 145, "3.3.2": 893, "3.3.2/1": 152, "3.3.2/2": 87, "3.3.2/3": 509,
    "3.3.2/4": 145, "3.3.3": 31, "3.3.4": 32, "3.4.1": 33, "3.4.2": 892, "3.4.3": 34, "3.5": 2, "4.1": 10, "4.2": 8,
    "4.3": 17, "5.2": 1, "5.3": 0, "5.4": 2, "6.1": 1, "6.2": 1, "7.1": 1, "7.2.1": 1340, "7.2.2": 329, "7.2.2/1": 61.5,
    "7.2.2/2": 38.5, "7.3": 1, "7.4": 1, "7.5.1": 30, "7.5.2": 26, "7.6": 1,
}  # fmt: skip
"""Every row has its own figure, as far as it can, so that one that has moved shows; all relations hold."""
CODE, LABEL, UNIT, VALUE, REMARK = range(5)
_LETTERS = "ABCDEFGHIJKLMNOP"


@dataclass(frozen=True)
class Sheet:
    """A sheet with the appendix: `codes` are the rows of the form that its lines are, by their numbers from 1.

    `unsaid` are rows of which the page shows no figure that could be taken, `other` that it shows nothing of the unit
    and the year. `second` is every figure of a second commune under a title of its own.
    """

    grid: list[list[Any]]
    codes: dict[str, int]
    formats: dict[str, str] = field(default_factory=dict)
    struck: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    hidden: bool = False
    unsaid: frozenset[str] = frozenset()
    other: bool = False
    second: int | None = None

    def cell(self, code: str, column: int = VALUE) -> str:
        """The name of a cell of a row."""
        return f"{_LETTERS[column]}{self.codes[code]}"


def clean() -> Sheet:
    """The sheet as the form asks for it: numbers as numbers, codes as texts."""
    grid: list[list[Any]] = [[text] for text in (*PROSE, TITLE)]
    grid.append(list(HEADINGS))
    codes: dict[str, int] = {}
    for row in appendix_rows():
        code, label, unit, _, _ = printed_cells(row)
        key = row["code_as_printed"].strip("().")
        grid.append([code, label, unit, VALUES.get(key, ""), ""])
        codes[key] = len(grid)
    grid += [
        [],
        ["", "Hoằng Cát, ngày 15 tháng 12 năm 2023"],
        ["", "CHỦ TỊCH"],
        ["", "Nơi nhận: UBND huyện (b/c); Lưu VT, 2 bản"],
    ]
    return Sheet(grid, codes)


def _copied(sheet: Sheet) -> Sheet:
    return replace(sheet, grid=[list(row) for row in sheet.grid])


def values(
    change: Callable[[str, Any], Any], unsaid: Callable[[str], bool] = lambda _: False
) -> Callable[[Sheet], Sheet]:
    """Another way of writing every figure, by its row and itself."""

    def make(sheet: Sheet) -> Sheet:
        for code in VALUES:
            sheet.grid[sheet.codes[code] - 1][VALUE] = change(code, VALUES[code])
        return replace(sheet, unsaid=frozenset(code for code in VALUES if unsaid(code)))

    return make


def texts(column: int, change: Callable[[str], str]) -> Callable[[Sheet], Sheet]:
    """Another way of writing every text of a column."""

    def make(sheet: Sheet) -> Sheet:
        for line in sheet.codes.values():
            sheet.grid[line - 1][column] = change(str(sheet.grid[line - 1][column]))
        return sheet

    return make


def one(code: str, value: Any, said: bool = False, column: int = VALUE, **looks: Any) -> Callable[[Sheet], Sheet]:
    """Something else in one cell, of which nobody can take the figure, or which is the same figure (`said`)."""

    def make(sheet: Sheet) -> Sheet:
        sheet.grid[sheet.codes[code] - 1][column] = value
        cell = sheet.cell(code, column)
        own = {
            "formats": {cell: looks["format"]} if "format" in looks else {},
            "struck": (cell,) if looks.get("struck") else (),
        }
        return replace(sheet, unsaid=frozenset() if said else frozenset({code}), **own)

    return make


def insert(at: Callable[[Sheet], int], *rows: list[Any], **changes: Any) -> Callable[[Sheet], Sheet]:
    """More rows before the line of a number."""

    def make(sheet: Sheet) -> Sheet:
        line = at(sheet)
        sheet.grid[line - 1 : line - 1] = [list(row) for row in rows]
        moved = {code: own + len(rows) * (own >= line) for code, own in sheet.codes.items()}
        return replace(sheet, codes=moved, **changes)

    return make


def columns(order: Callable[[list[Any]], list[Any]], **changes: Any) -> Callable[[Sheet], Sheet]:
    """Other columns: what becomes of the five cells of a row."""

    def make(sheet: Sheet) -> Sheet:
        first = min(sheet.codes.values()) - 2
        for place in range(first, max(sheet.codes.values())):
            sheet.grid[place] = order((sheet.grid[place] + [""] * 5)[:5])
        return replace(sheet, **changes)

    return make


def headings(**named: str) -> Callable[[Sheet], Sheet]:
    """Other words for headings, by the names of the columns."""

    def make(sheet: Sheet) -> Sheet:
        line = min(sheet.codes.values()) - 2
        for name, text in named.items():
            sheet.grid[line][globals()[name.upper()]] = text
        return sheet

    return make


def title(text: str, other: bool = False) -> Callable[[Sheet], Sheet]:
    """Another title."""

    def make(sheet: Sheet) -> Sheet:
        sheet.grid[len(PROSE)] = [text]
        return replace(sheet, other=other)

    return make


def looks(**own: Any) -> Callable[[Sheet], Sheet]:
    """Looks of cells and rows alone."""
    return lambda sheet: replace(sheet, **{key: make(sheet) for key, make in own.items()})


def both(*steps: Callable[[Sheet], Sheet]) -> Callable[[Sheet], Sheet]:
    """One change after the other."""

    def make(sheet: Sheet) -> Sheet:
        for step in steps:
            sheet = step(sheet)
        return sheet

    return make


def _thousands(mark: str) -> Callable[[str, Any], Any]:
    return lambda _, value: f"{value:,}".replace(",", mark) if isinstance(value, int) and value > 999 else value


def _before(code: str) -> Callable[[Sheet], int]:
    return lambda sheet: sheet.codes[code]


def _table_head(sheet: Sheet) -> int:
    return min(sheet.codes.values()) - 1


def _percent(sheet: Sheet) -> Sheet:
    shares = [code for code in VALUES if isinstance(VALUES[code], float)]
    for code in shares:
        sheet.grid[sheet.codes[code] - 1][VALUE] = round(VALUES[code] / 100, 6)
    return replace(sheet, formats={sheet.cell(code): "0%" for code in shares})


def _shares(code: str, value: Any) -> Any:
    return round(value / 100, 6) if isinstance(value, float) else value


def _old_values_hidden(sheet: Sheet) -> Sheet:
    sheet = columns(lambda row: [*row[:3], row[3], row[3], row[4]])(sheet)
    for code in VALUES:
        sheet.grid[sheet.codes[code] - 1][VALUE] = 77
    sheet.grid[_table_head(sheet) - 1][VALUE] = "Số liệu"
    return replace(sheet, hidden_columns=(VALUE + 1,))


def _hidden_before(sheet: Sheet) -> Sheet:
    line = sheet.codes["3.1.3"]
    sheet = insert(_before("3.1.3"), [*sheet.grid[line - 1][:3], 999, ""])(sheet)
    return replace(sheet, hidden_rows=(line,))


def _swapped(sheet: Sheet) -> Sheet:
    rows = [sheet.codes[code] - 1 for code in ("1.1.1", "1.1.2")]
    for first, second in (rows,):
        sheet.grid[first][CODE], sheet.grid[second][CODE] = sheet.grid[second][CODE], sheet.grid[first][CODE]
    return replace(sheet, unsaid=frozenset({"1.1.1", "1.1.2"}))


def _without_accents(sheet: Sheet) -> Sheet:
    changed = [code for code in VALUES if "Số" in sheet.grid[sheet.codes[code] - 1][LABEL]]
    return replace(texts(LABEL, lambda label: label.replace("Số", "So"))(sheet), unsaid=frozenset(changed))


def _joined_code(sheet: Sheet) -> Sheet:
    for line in sheet.codes.values():
        row = sheet.grid[line - 1]
        row[LABEL] = f"{row[CODE]} {row[LABEL]}".strip()
        row[CODE] = ""
    return sheet


def _no_codes(sheet: Sheet) -> Sheet:
    for line in sheet.codes.values():
        sheet.grid[line - 1][CODE] = ""
    return replace(sheet, other=True)


def _numbers_as_codes(sheet: Sheet) -> Sheet:
    for line in sheet.codes.values():
        code = str(sheet.grid[line - 1][CODE]).rstrip(".")
        if code.count(".") < 2 and code:
            sheet.grid[line - 1][CODE] = float(code) if "." in code else int(code)
    return sheet


def _merged_over_two(sheet: Sheet) -> Sheet:
    sheet.grid[sheet.codes["2.5"] - 1][VALUE] = ""
    return replace(sheet, merged=(f"{sheet.cell('2.4')}:{sheet.cell('2.5')}",), unsaid=frozenset({"2.4", "2.5"}))


def _merged_heading(sheet: Sheet) -> Sheet:
    at = _table_head(sheet)
    sheet.grid[at - 1 : at] = [
        ["STT", HEADINGS[LABEL], "Kết quả thống kê", "", "Ghi chú"],
        ["", "", "Đơn vị tính", "Số liệu", ""],
    ]
    moved = {code: line + 1 for code, line in sheet.codes.items()}
    merged = (f"A{at}:A{at + 1}", f"B{at}:B{at + 1}", f"C{at}:D{at}", f"E{at}:E{at + 1}")
    return replace(sheet, codes=moved, merged=merged)


def _shifted_up(sheet: Sheet) -> Sheet:
    # The relations of the row below tell it: more are done than were asked for.
    sheet.grid[sheet.codes["1.1.1"] - 1][VALUE] = VALUES["1.1.2"] - 20
    return replace(sheet, unsaid=frozenset({"1.1.1"}))


def _second_commune(sheet: Sheet) -> Sheet:
    rows = [list(row) for row in sheet.grid[_table_head(sheet) - 1 : max(sheet.codes.values())]]
    for row in rows:
        row[VALUE] = 5 if isinstance(row[VALUE], int | float) else row[VALUE]
    sheet.grid.extend([[], [TITLE.replace("HOẰNG CÁT", "HOẰNG QUÝ")], *rows])
    return replace(sheet, second=5)


def _moved_to(row: int, column: int) -> Callable[[Sheet], Sheet]:
    def make(sheet: Sheet) -> Sheet:
        sheet = insert(lambda _: 1, *[[] for _ in range(row)])(sheet)
        sheet.grid[:] = [[""] * column + row if row else [] for row in sheet.grid]
        return sheet

    return make


def _year_columns(*names: str) -> Callable[[Sheet], Sheet]:
    def make(sheet: Sheet) -> Sheet:
        at = len(names) - 1
        sheet = columns(lambda row: [*row[:3], *[55 if isinstance(row[3], int | float) else ""] * at, row[3], row[4]])(
            sheet
        )
        sheet.grid[_table_head(sheet) - 1][VALUE : VALUE + len(names)] = list(names)
        return sheet

    return make


NFD = "NFD"
VARIANTS: Mapping[str, Callable[[Sheet], Sheet]] = {
    # How figures are written.
    "as the form asks": lambda sheet: sheet,
    "figures as texts": values(lambda _, value: f"{value}".replace(".", ",")),
    "decimals with a point": values(lambda _, value: f"{value}"),
    "thousands with a point": values(_thousands(".")),
    "thousands with a comma": values(_thousands(",")),
    "thousands with a space": values(_thousands(" ")),
    "thousands with a hard space": values(_thousands("\u00a0")),
    "spaces around figures": values(lambda _, value: f" {value} ".replace(".", ",")),
    "a hard space behind figures": values(lambda _, value: f"{value}\u00a0".replace(".", ",")),
    "an apostrophe kept": one("1.1.1", "'27"),
    "a leading zero": one("1.3.3", "03", said=True),
    "a leading zero by its format": one("1.3.3", 3, said=True, format="00"),
    "shares by their format": _percent,
    "shares as fractions": values(_shares, lambda code: isinstance(VALUES[code], float)),
    "shares with a sign": values(lambda _, value: f"{value}%".replace(".", ",") if isinstance(value, float) else value),
    "a share with binary noise": one("3.2.4", 93.5 + 1e-13, said=True),
    "a share above all": one("3.2.4", 935),
    "a count of decimals": one("1.1.1", 27.4),
    "a count with a percent format": one("1.1.3", 0.05, format="0%"),
    "a count of one with a percent format": one("1.1.3", 1, format="0%"),
    "a count with a date's format": one("1.1.3", date(1900, 2, 5), format="dd/mm/yyyy"),
    "a negative count": one("1.1.3", -5),
    "a count beyond belief": one("1.1.3", 1e30),
    "a power of ten": one("1.1.3", "5e0"),
    "wide digits": one("1.1.3", "５"),
    "a fraction": one("1.1.3", "41/45"),
    "a figure with its unit": one("1.1.3", "5 văn bản"),
    "a figure with a word": one("1.1.3", "khoảng 5"),
    "a dash": one("1.1.3", "-"),
    "nothing in words": one("1.1.3", "Không có"),
    "dots to fill": one("1.1.3", "......"),
    "nothing": one("1.1.3", ""),
    "a space alone": one("1.1.3", " "),
    "an error in words": one("1.1.3", "#N/A"),
    "a zero-width space in a figure": one("1.1.3", "5\u200b"),
    "struck out": one("1.1.3", 5, struck=True),
    "a struck text": one("1.1.3", "5", struck=True),
    "shown by no format": one("1.1.3", 5, format=";;;"),
    "a figure beside its cell": both(one("1.1.3", ""), one("1.1.3", 5, column=REMARK)),
    "a figure in the unit's cell": both(one("1.1.3", ""), one("1.1.3", "5", column=UNIT)),
    "answers in words": values(lambda code, value: {"1.5": "Có", "7.1": "Có", "1.4.2": "Phát phiếu"}.get(code, value)),
    "answers as yes and no": one("1.5", True, said=True),
    "an answer of no number": one("7.1", 3),
    # How codes and labels are written.
    "codes as numbers": _numbers_as_codes,
    "codes with a point": texts(CODE, lambda code: f"{code.rstrip('.')}." if code else code),
    "codes with spaces": texts(CODE, lambda code: f" {code}  "),
    "codes with soft hyphens": texts(CODE, lambda code: code.replace(".", ".\u00ad")),
    "labels in capitals": texts(LABEL, str.upper),
    "labels with marks apart": texts(LABEL, lambda label: unicodedata.normalize(NFD, label)),
    "labels with spaces and lines": texts(LABEL, lambda label: label.replace(" ", "  \n", 1)),
    "labels with hard spaces": texts(LABEL, lambda label: label.replace(" ", "\u00a0")),
    "labels with a colon": texts(LABEL, lambda label: f"{label}:"),
    "labels with zero-width spaces": texts(LABEL, lambda label: label[:3] + "\u200b" + label[3:]),
    "labels without accents": _without_accents,
    "two codes exchanged": _swapped,
    "codes within labels": _joined_code,
    "no codes at all": _no_codes,
    "units in capitals": texts(UNIT, str.upper),
    "another unit of measure": one("7.2.1", "Nghìn văn bản", column=UNIT),
    "an answer's numbers exchanged": one("7.1", "Có = 0\nChưa có = 1", column=UNIT),
    # How the table stands on the sheet.
    "further down and to the right": _moved_to(6, 3),
    "empty rows between": insert(_before("3"), [], []),
    "headings once more": insert(_before("4"), list(HEADINGS)),
    "a page's number between": insert(_before("4"), ["", "", "", 3, ""]),
    "columns numbered": insert(lambda sheet: _table_head(sheet) + 1, ["(1)", "(2)", "(3)", "(4)", "(5)"]),
    "columns lettered": insert(lambda sheet: _table_head(sheet) + 1, ["A", "B", "1", "2", "3"]),
    "headings in two rows": _merged_heading,
    "headings in capitals": headings(
        code="TT", label="CHỈ TIÊU THỐNG KÊ", unit="ĐVT", value="SỐ LIỆU", remark="GHI CHÚ"
    ),
    "columns in another order": columns(lambda row: [row[0], row[1], row[3], row[2], row[4]]),
    "no remarks": columns(lambda row: row[:4]),
    "no units": columns(lambda row: [row[0], row[1], row[3], row[4]]),
    "an empty column between": columns(lambda row: [row[0], row[1], "", *row[2:]]),
    "two years side by side": _year_columns("Năm 2022", "Năm 2023"),
    "the quarter beside the year so far": both(
        _year_columns("Quý IV", "Lũy kế từ đầu năm"), lambda s: replace(s, other=True)
    ),
    "figures of another year": both(headings(value="Số liệu năm 2022"), lambda sheet: replace(sheet, other=True)),
    "a row twice": lambda s: insert(_before("2"), [*s.grid[s.codes["1.5"] - 1][:3], 0, ""])(
        replace(s, unsaid=frozenset({"1.5"}))
    ),
    "a row left out": lambda s: replace(
        insert(_before("2.2"))(s),
        grid=[*s.grid[: s.codes["2.1"] - 1], *s.grid[s.codes["2.1"] :]],
        unsaid=frozenset({"2.1"}),
    ),
    "a total below": insert(lambda sheet: max(sheet.codes.values()) + 1, ["", "Tổng cộng", "", 12345, ""]),
    "figures merged over two rows": _merged_over_two,
    "fewer planned than done": _shifted_up,
    "a second commune below": _second_commune,
    # What nobody sees.
    "a hidden row of figures": looks(hidden_rows=lambda s: (s.codes["2.1"],), unsaid=lambda _: frozenset({"2.1"})),
    "hidden rows before those that are seen": _hidden_before,
    "hidden figures of another year": _old_values_hidden,
    "the column of figures hidden": looks(hidden_columns=lambda _: (VALUE + 1,), other=lambda _: True),
    "the sheet hidden": looks(hidden=lambda _: True, other=lambda _: True),
    # Whose and when.
    "another commune's title": title(TITLE.replace("HOẰNG CÁT", "HOẰNG QUÝ"), other=True),
    "half a year": title(f"{TITLE} (6 tháng đầu năm 2023)", other=True),
    "last year's title": title(f"{TITLE} NĂM 2022", other=True),
    "the year in the title": title(f"{TITLE} NĂM 2023"),
    "the district in the title": title(f"{TITLE}, HUYỆN HOẰNG HÓA NĂM 2023"),
}
"""Each makes of the clean sheet another one."""


def variant(name: str) -> Sheet:
    """One of the variants, of a sheet of its own."""
    return VARIANTS[name](_copied(clean()))
