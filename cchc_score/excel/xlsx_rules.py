"""Conditional formats of a worksheet: which of them may hide, strike out or change the figure of which cells."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from openpyxl.utils.cell import range_boundaries

from cchc_score.documents import Cell
from cchc_score.excel.xlsx_formats import as_shown
from cchc_score.excel.xlsx_parts import MAIN, MAX_CELLS, OnEnd, OnStart, PartTooLarge, Texts, parse_part
from cchc_score.excel.xlsx_styles import WHITE, CellLook, RuleLook, color_name

_LATER = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
_FORMULAS = "http://schemas.microsoft.com/office/excel/2006/main"
MAX_RANGES = 20_000
MAX_LOOKS = 10 * MAX_CELLS
"""So many times a cell is held against a range: rules that cover each other a thousand times are no workbook's."""
_NUMBER = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,30})?")
_TEXT = re.compile(r'"([^"]*)"')
_OWN = re.compile(r"(\$?)([A-Z]{1,3})(\$?)([1-9][0-9]{0,6})\s*(<=|>=|<>|=|<|>)\s*(.{1,60})")
_OPERATORS = {
    "=": "equal", "<>": "notEqual", "<": "lessThan", ">": "greaterThan",
    "<=": "lessThanOrEqual", ">=": "greaterThanOrEqual",
}  # fmt: skip
_NEVER = ("containsBlanks", "containsErrors")
_ALWAYS = ("notContainsBlanks", "notContainsErrors")
_OFF = ("0", "false")
_NOTHING = RuleLook()


@dataclass(slots=True)
class CellRule:
    """One conditional format: when it holds and what it changes; `bare` shows a bar or an icon without the number."""

    kind: str
    operator: str = ""
    text: str = ""
    look: RuleLook = _NOTHING
    bare: bool = False
    formulas: list[str] = field(default_factory=list)

    def holds(self, cell: Cell, row: int, column: int, corner: tuple[int, int]) -> bool | None:
        """Whether it holds for a cell; None where that cannot be said. `corner` is the first cell of its ranges."""
        if self.kind in _NEVER:
            return False
        if self.kind in _ALWAYS or self.bare:
            return True
        if self.kind == "cellIs":
            return _compared(self.operator, self.formulas, cell)
        if self.kind == "expression" and self.formulas:
            return _expressed(self.formulas[0].strip(), cell, (row, column), corner)
        text, sought = cell.text.casefold(), self.text.casefold()
        found = {
            "containsText": sought in text,
            "notContainsText": sought not in text,
            "beginsWith": text.startswith(sought),
            "endsWith": text.endswith(sought),
        }
        return found.get(self.kind) if sought else None


def _operand(formula: str) -> Fraction | str | None:
    bare = formula.strip()
    if _NUMBER.fullmatch(bare):
        return Fraction(bare)
    text = _TEXT.fullmatch(bare)
    return text[1].casefold() if text else None


def _compared(operator: str, formulas: Sequence[str], cell: Cell) -> bool | None:
    operands = [_operand(formula) for formula in formulas]
    if None in operands or not operands:
        return None
    number = cell.value if isinstance(cell.value, Fraction) else None
    if number is not None and cell.text.endswith("%"):
        number /= 100
    own: Fraction | str = cell.text.casefold() if number is None else number
    if operator in ("between", "notBetween"):
        if len(operands) != 2 or not all(isinstance(one, Fraction) for one in operands) or number is None:
            return None
        low, high = sorted(one for one in operands if isinstance(one, Fraction))
        return (low <= number <= high) == (operator == "between")
    other = operands[0]
    if operator in ("equal", "notEqual"):
        return (type(own) is type(other) and own == other) == (operator == "equal")
    if not isinstance(other, Fraction) or number is None:
        return None
    return {
        "lessThan": number < other,
        "lessThanOrEqual": number <= other,
        "greaterThan": number > other,
        "greaterThanOrEqual": number >= other,
    }.get(operator)


def _expressed(formula: str, cell: Cell, at: tuple[int, int], corner: tuple[int, int]) -> bool | None:
    """Whether a formula holds that only compares the cell itself with a constant; None for any other formula."""
    if formula.upper() in ("TRUE", "FALSE"):
        return formula.upper() == "TRUE"
    match = _OWN.fullmatch(formula)
    if match is None:
        return None
    left, top, _, _ = range_boundaries(match[2] + match[4])
    # A place without '$' moves along with the cell.
    row = top if match[3] or top is None else top + at[0] - corner[0]
    column = left if match[1] or left is None else left + at[1] - corner[1]
    return _compared(_OPERATORS[match[5]], [match[6]], cell) if (row, column) == at else None


_Range = tuple[int, int, int, int]


@dataclass(slots=True)
class Rules:
    """The rules of a worksheet that may take a figure from its reader, by the columns of their ranges."""

    columns: dict[int, list[tuple[_Range, tuple[int, int], CellRule]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    wide: list[tuple[_Range, tuple[int, int], CellRule]] = field(default_factory=list)
    count: int = 0
    looks: int = 0

    def add(self, ranges: str, rule: CellRule) -> None:
        """A rule for the cells of some ranges, as 'A1:B9 D4'."""
        if not rule.bare and rule.look.harmless:
            return
        bounds = [_bounds(one) for one in ranges.split()]
        self.count += len(bounds)
        if self.count > MAX_RANGES:
            raise PartTooLarge
        corner = (min((one[1] for one in bounds), default=1), min((one[0] for one in bounds), default=1))
        for one in bounds:
            # Of a range as wide as the sheet it costs less to ask each cell.
            listed = range(one[0], one[2] + 1) if one[2] - one[0] < 50 else None
            for column in listed or ():
                self.columns[column].append((one, corner, rule))
            if listed is None:
                self.wide.append((one, corner, rule))

    def seen(self, cell: Cell, row: int, column: int, look: CellLook) -> Cell:
        """A cell as the rules leave it: one that may lose its figure has a fault."""
        if cell.fault or not cell.text.strip():
            return cell
        for bounds, corner, rule in (*self.columns.get(column, ()), *self.wide):
            self.looks += 1
            if self.looks > MAX_LOOKS:
                raise PartTooLarge
            if not (bounds[0] <= column <= bounds[2] and bounds[1] <= row <= bounds[3]):
                continue
            if _takes(rule, cell, look) and rule.holds(cell, row, column, corner) is not False:
                return Cell(cell.text, cell.value, "cell-conditional", cell.at)
        return cell


def _bounds(reference: str) -> _Range:
    left, top, right, bottom = range_boundaries(reference)
    # A whole column or a whole row has no ends in one direction.
    return left or 1, top or 1, right or 16_384, bottom or 1_048_576


def _takes(rule: CellRule, cell: Cell, look: CellLook) -> bool:
    """Whether a rule takes the figure, or the word, of a cell where it holds."""
    numeric = any(map(str.isnumeric, cell.text))
    if rule.bare or (rule.look.marked and numeric):
        return rule.look.marked or isinstance(cell.value, Fraction)
    font = look.font if rule.look.font is None else rule.look.font
    fill = look.fill if rule.look.fill is None else rule.look.fill
    if font == fill:
        return True
    if rule.look.code is None or not isinstance(cell.value, Fraction):
        return False
    _, value, fault = as_shown(rule.look.code, cell.text, cell.value)
    return bool(fault) or value is None


def read_rules(data: bytes, looks: Sequence[RuleLook]) -> Rules:
    """The rules of a worksheet's XML; `looks` are what the workbook's conditional formats change."""
    scan = _Scan(looks)
    # Most sheets have none, and are passed through once.
    if b"conditionalFormatting" in data:
        parse_part(data, scan.starts(), scan.ends(), scan.texts.pieces.append, (*MAIN, _LATER, _FORMULAS))
    return scan.rules


class _Scan:
    """Gathers rules while the XML of a worksheet passes: those of every Excel, and those that newer ones add."""

    def __init__(self, looks: Sequence[RuleLook]) -> None:
        self.rules = Rules()
        self.texts = Texts()
        self._looks = looks
        self._ranges = ""
        self._rule: CellRule | None = None
        self._listed: list[CellRule] = []
        self._within_fill = False

    def starts(self) -> dict[str, OnStart]:
        """What to call where elements begin."""
        return {
            "conditionalFormatting": self._begin, "cfRule": self._start, "dataBar": self._bar, "iconSet": self._bar,
            "formula": self.texts.begin, "f": self.texts.begin, "sqref": self.texts.begin,
            "strike": lambda attrs: self._change("marked", attrs.get("val", "1") not in _OFF),
            "vertAlign": lambda attrs: self._change("marked", attrs.get("val") in ("superscript", "subscript")),
            "numFmt": lambda attrs: self._change("code", attrs.get("formatCode", "")),
            "color": lambda attrs: self._change("font", color_name(attrs)),
            "bgColor": lambda attrs: self._change("fill", color_name(attrs)),
            "patternFill": lambda attrs: self._change("fill", WHITE) if attrs.get("patternType") == "none" else None,
        }  # fmt: skip

    def ends(self) -> dict[str, OnEnd]:
        """What to call where elements end."""
        return {
            "conditionalFormatting": self._end, "cfRule": self._end_rule, "formula": self._formula, "f": self._formula,
            "sqref": self._end_ranges,
        }  # fmt: skip

    def _begin(self, attrs: dict[str, str]) -> None:
        self._ranges = attrs.get("sqref", "")
        self._listed = []

    def _start(self, attrs: dict[str, str]) -> None:
        number = attrs.get("dxfId", "")
        known = number.isascii() and number.isdecimal() and len(number) < 9 and int(number) < len(self._looks)
        look = self._looks[int(number)] if known else _NOTHING
        self._rule = CellRule(attrs.get("type", ""), attrs.get("operator", ""), attrs.get("text", ""), look)

    def _bar(self, attrs: dict[str, str]) -> None:
        if self._rule is not None:
            self._rule.bare = attrs.get("showValue", "1") in _OFF

    def _change(self, name: str, value: str | bool) -> None:
        """What a newer rule says of its look itself; older ones name one of the workbook."""
        # The colours of bars and icons are none of a cell.
        if self._rule is not None and value and self._rule.kind not in ("dataBar", "iconSet", "colorScale"):
            changed: dict[str, Any] = {name: value}
            self._rule.look = self._rule.look._replace(**changed)

    def _formula(self) -> None:
        if self._rule is not None:
            self._rule.formulas.append(self.texts.text())

    def _end_rule(self) -> None:
        if self._rule is not None:
            self._listed.append(self._rule)
        self._rule = None

    def _end_ranges(self) -> None:
        self._ranges = self.texts.text()

    def _end(self) -> None:
        for rule in self._listed:
            self.rules.add(self._ranges, rule)
        self._listed = []
