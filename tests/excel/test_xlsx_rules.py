"""Conditional formats that hide, strike out or change a figure: told where they hold, or where nobody can say."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.formatting.rule import CellIsRule, DataBarRule, FormulaRule, IconSetRule, Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

from cchc_score.builtin.readers import read_xlsx
from cchc_score.excel.xlsx_parts import PartTooLarge
from cchc_score.excel.xlsx_rules import MAX_RANGES, CellRule, Rules, read_rules
from cchc_score.excel.xlsx_styles import RuleLook
from tests.excel.test_xlsx_reader import one_sheet
from tests.strategies import examples
from tests.workbooks import MAIN, saved

WHITE = Font(color="FFFFFFFF")
DARK = PatternFill(bgColor="FF000080")
WHITE_FILL = PatternFill(bgColor="FFFFFFFF")


def faults(rule, value=15, cells="A1", look=None):
    """The faults of the first cells of a sheet with a rule over them."""
    book = Workbook()
    book.active["A1"], book.active["B2"] = value, 7
    if look:
        look(book.active["A1"])
    book.active.conditional_formatting.add(cells, rule)
    found = read_xlsx(saved(book), "a.xlsx").tables[0]
    return [cell.fault for _, row in found.rows for cell in row if cell.text]


def styled(**style):
    """A rule that always holds."""
    return Rule(type="expression", formula=["TRUE"], dxf=DifferentialStyle(**style))


TOLD = {
    "white": FormulaRule(["TRUE"], font=WHITE),
    "struck out": FormulaRule(["TRUE"], font=Font(strike=True)),
    "the colour of its own ground": FormulaRule(["TRUE"], font=Font(color="FFFF0000"), fill=PatternFill(bgColor="FFFF0000")),
    "a format that shows nothing": styled(numFmt=NumberFormat(numFmtId=170, formatCode=";;;")),
    "a word in its place": styled(numFmt=NumberFormat(numFmtId=170, formatCode='"Đạt"')),
    "thousands left out": styled(numFmt=NumberFormat(numFmtId=170, formatCode="0,")),
    "a comparison that holds": CellIsRule("greaterThan", ["10"], font=WHITE),
    "a range of numbers": CellIsRule("between", ["10", "20"], font=WHITE),
    "a formula about the cell that holds": FormulaRule(["A1>=15"], font=WHITE),
    "a formula about another cell": FormulaRule(["$B$2=7"], font=WHITE),
    "a formula that nobody reads here": FormulaRule(["LEN(A1)>1"], font=WHITE),
    "a comparison with another cell": CellIsRule("equal", ["$B$2"], font=WHITE),
    "a rule about all values": Rule(type="duplicateValues", dxf=DifferentialStyle(font=WHITE)),
    "a bar without the number": DataBarRule("min", None, "max", None, color="FF638EC6", showValue=False),
    "an icon without the number": IconSetRule("3Arrows", "percent", [0, 33, 67], showValue=False),
    "not blank": Rule(type="notContainsBlanks", dxf=DifferentialStyle(font=WHITE)),
}  # fmt: skip


@pytest.mark.parametrize("rule", TOLD.values(), ids=TOLD)
def test_a_figure_that_a_rule_takes_or_may_take_is_told(rule):
    assert faults(rule) == ["cell-conditional", ""]


READ = {
    "white where 0": CellIsRule("equal", ["0"], font=WHITE),
    "white where a formula says 0": FormulaRule(["A1=0"], font=WHITE),
    "white where blank": Rule(type="containsBlanks", dxf=DifferentialStyle(font=WHITE)),
    "white where an error": Rule(type="containsErrors", dxf=DifferentialStyle(font=WHITE)),
    "white where small": CellIsRule("lessThan", ["10"], font=WHITE),
    "white outside of a range": CellIsRule("notBetween", ["10", "20"], font=WHITE),
    "white where a word": CellIsRule("equal", ['"x"'], font=WHITE),
    "never": FormulaRule(["FALSE"], font=WHITE),
    "red": FormulaRule(["$B$2=7"], font=Font(color="FFFF0000")),
    "a ground": FormulaRule(["$B$2=7"], fill=PatternFill(bgColor="FFFFFF00")),
    "white on a dark ground": FormulaRule(["TRUE"], font=WHITE, fill=DARK),
    "a format that shows it": styled(numFmt=NumberFormat(numFmtId=170, formatCode="#,##0")),
    "a bar beside the number": DataBarRule("min", None, "max", None, color="FFFFFFFF"),
    "an icon beside the number": IconSetRule("3Arrows", "percent", [0, 33, 67]),
}  # fmt: skip


@pytest.mark.parametrize("rule", READ.values(), ids=READ)
def test_a_figure_that_no_rule_takes_is_read(rule):
    assert faults(rule) == ["", ""]


def test_a_rule_is_about_the_cells_of_its_ranges_and_moves_along():
    assert faults(FormulaRule(["A1=7"], font=WHITE), cells="A1:B9") == ["", "cell-conditional"]
    assert faults(FormulaRule(["$A$1=15"], font=WHITE), cells="A1:B9") == ["cell-conditional"] * 2
    assert faults(FormulaRule(["TRUE"], font=WHITE), cells="B1:XFD1048576") == ["", "cell-conditional"]
    assert faults(FormulaRule(["TRUE"], font=WHITE), cells="C3 D4:E5") == ["", ""]


def test_words_are_compared_as_words():
    rule = Rule(type="containsText", text="không", operator="containsText", dxf=DifferentialStyle(font=WHITE))
    assert faults(rule, "Không có") == ["cell-conditional", ""]
    assert faults(rule, "Có") == ["", ""]
    assert faults(CellIsRule("equal", ['"Có"'], font=WHITE), "có") == ["cell-conditional", ""]
    # Struck out, a word is another thing than a figure, and its cell may say more.
    assert faults(FormulaRule(["TRUE"], font=Font(strike=True)), "Có") == ["", ""]


def dark(cell):
    cell.fill = PatternFill("solid", fgColor="FF000080")


def white(cell):
    dark(cell)
    cell.font = WHITE


def test_what_a_rule_leaves_as_it_is_counts_too():
    assert faults(FormulaRule(["TRUE"], font=WHITE), look=dark) == ["", ""]
    assert faults(FormulaRule(["TRUE"], fill=WHITE_FILL), look=white) == ["cell-conditional", ""]
    percent = CellIsRule("greaterThan", ["0.9"], font=WHITE)
    assert faults(percent, 0.95, look=lambda cell: setattr(cell, "number_format", "0%")) == ["cell-conditional", ""]
    assert faults(percent, 0.5, look=lambda cell: setattr(cell, "number_format", "0%")) == ["", ""]


X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
XM = "http://schemas.microsoft.com/office/excel/2006/main"


def later(rule, ranges="A1:A9"):
    """The faults under a rule as newer programs write it, which says its look itself."""
    after = (
        f'<extLst><ext xmlns:x14="{X14}" xmlns:xm="{XM}"><x14:conditionalFormattings><x14:conditionalFormatting>{rule}'
        f"<xm:sqref>{ranges}</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>"
    )
    data = one_sheet('<row r="1"><c r="A1"><v>15</v></c></row>', after=after)
    return [cell.fault for _, row in read_xlsx(data, "a.xlsx").tables[0].rows for cell in row]


def test_a_rule_of_a_newer_program_is_read_too():
    formula, font = "<xm:f>Trang2!$A$1=1</xm:f>", '<x14:dxf><font><color rgb="FFFFFFFF"/></font></x14:dxf>'
    assert later(f'<x14:cfRule type="expression">{formula}{font}</x14:cfRule>') == ["cell-conditional"]
    assert later(f'<x14:cfRule type="expression">{formula}{font}</x14:cfRule>', "B1") == [""]
    assert later('<x14:cfRule type="dataBar"><x14:dataBar showValue="0"/></x14:cfRule>') == ["cell-conditional"]
    dark = '<x14:dxf><font><color rgb="FFFFFFFF"/></font><fill><patternFill><bgColor rgb="FF000080"/></patternFill></fill></x14:dxf>'  # fmt: skip
    assert later(f'<x14:cfRule type="expression">{formula}{dark}</x14:cfRule>') == [""]


def test_rules_without_end_are_refused():
    rules = Rules()
    with pytest.raises(PartTooLarge):
        rules.add(" ".join(["A1"] * (MAX_RANGES + 1)), CellRule("expression", look=RuleLook(marked=True)))
    # A rule that takes nothing is not even kept.
    harmless = Rules()
    harmless.add(" ".join(["A1"] * (MAX_RANGES + 1)), CellRule("expression"))
    assert not harmless.count


@examples(100)
@given(st.data())
def test_broken_rules_break_nothing_but_their_sheet(data):
    text = f'<worksheet xmlns="{MAIN}"><conditionalFormatting sqref="A1:B2"><cfRule type="cellIs" dxfId="0" operator="equal"><formula>0</formula></cfRule></conditionalFormatting></worksheet>'  # fmt: skip
    words = re.split(r'(?<=")|(?=")', text)
    at = data.draw(st.integers(0, len(words) - 1))
    words[at] = data.draw(st.sampled_from(["", "-1", "A0", "9" * 30, "A1:XFD1048576", "\u00b2", "between"]))
    try:
        rules = read_rules("".join(words).encode(), (RuleLook(marked=True),))
    except Exception:
        return
    assert rules.count <= 2
