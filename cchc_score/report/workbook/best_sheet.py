"""The best of each group, which formulas of points look up, and by what each unit is held against it."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from cchc_score.report.workbook.best_cells import WIDTH, BestCells, PeerColumns
from cchc_score.report.workbook.book_pen import Look, Pen
from cchc_score.report.workbook.book_plan import BookPlan
from cchc_score.report.workbook.sheet_frame import FIRST, SheetHeading, close_sheet, fit_height, open_sheet
from cchc_score.text import pick

_NAME_WIDTH = 26
_COUNT, _SHARE, _NAME = Look("points"), Look("points", 6), Look("name")
_BEST_COUNT, _BEST_SHARE = Look("points", row="most"), Look("points", 6, row="most")


def write_best(pen: Pen, tab: Any, plan: BookPlan, best: BestCells) -> None:
    """A line a group with the best of it, then a line for each ranked unit; numbers are whole, in the smallest unit."""
    lang = plan.lang
    headings = [
        SheetHeading(pick(lang, "Mã", "Code"), 9),
        SheetHeading(pick(lang, "Đơn vị", "Unit"), _NAME_WIDTH),
        SheetHeading(pick(lang, "Nhóm", "Group"), 14),
    ]
    for number in best.leaves:
        headings += [
            SheetHeading(pick(lang, f"{number}: tử số", f"{number}: numerator"), 14),
            SheetHeading(pick(lang, f"{number}: mẫu số", f"{number}: divisor"), 14),
            SheetHeading(pick(lang, f"{number}: để so sánh", f"{number}: compared"), 12),
        ]
    line = pick(
        lang,
        "Các tiêu chí chấm so với đơn vị cao nhất trong nhóm; chỉ so với đơn vị được xếp hạng.",
        "Criteria scored against the best of the group; only ranked units are compared with.",
    )
    title = pick(lang, "CAO NHẤT CỦA TỪNG NHÓM", "BEST OF EACH GROUP")
    open_sheet(pen, tab, title, (plan.subtitle[1], line), headings, 3, wide=True)
    _write_names(pen, tab, plan, best)
    for columns in best.leaves.values():
        numbers = best.numbers(columns)
        _write_groups(pen, tab, plan, best, columns, numbers)
        _write_units(pen, tab, plan, best, columns, numbers)
    close_sheet(tab, FIRST + len(plan.groups) + len(plan.peers) - 1, len(headings), filtered=False)


def _write_names(pen: Pen, tab: Any, plan: BookPlan, best: BestCells) -> None:
    everybody = pick(plan.lang, "Tất cả", "All")
    for group in plan.groups:
        row = plan.best_row(group) - 1
        pen.text(tab, row, 0, "", Look("code", row="most"))
        pen.text(tab, row, 1, pick(plan.lang, "Cao nhất", "Best"), Look("name", row="most"))
        pen.text(tab, row, 2, group or everybody, Look("name", row="most"))
    for place, line in enumerate(plan.peers):
        row = best.own_row(place) - 1
        pen.text(tab, row, 0, line.unit.code, Look("code"))
        pen.text(tab, row, 1, line.unit.name, _NAME)
        fit_height(tab, row, [(line.unit.name, _NAME_WIDTH)])
        pen.text(tab, row, 2, line.group or everybody)


Numbers = Mapping[int, tuple[int, int]]


def _write_groups(pen: Pen, tab: Any, plan: BookPlan, best: BestCells, columns: PeerColumns, numbers: Numbers) -> None:
    """The best of each group: the unit with the largest quotient, 0 / 1 where nobody takes part."""
    for group in plan.groups:
        row = plan.best_row(group)
        places = [place for place, line in enumerate(plan.peers) if line.group == group]
        taking = [numbers[line.row] for line in plan.peers if line.group == group and line.row in numbers]
        top = max((own for own in taking if own[1]), key=lambda own: Fraction(*own), default=(0, 1))
        if not places:
            for at, value in enumerate((*top, 0)):
                pen.number(tab, row - 1, columns.column + at, value, _BEST_COUNT)
            continue
        first, last = best.own_row(places[0]), best.own_row(places[-1])
        spans = [f"{letter}${first}:{letter}${last}" for letter in columns.letters]
        quotient = f"{columns.letters[2]}{row}"
        for at, nothing in ((0, 0), (1, 1)):
            found = f"INDEX({spans[at]},MATCH({quotient},{spans[2]},0))"
            text = f"=IF(COUNT({spans[2]})=0,{nothing},{found})"
            pen.formula(tab, row - 1, columns.column + at, text, top[at], _BEST_COUNT)
        text = f"=IF(COUNT({spans[2]})=0,0,MAX({spans[2]}))"
        pen.formula(tab, row - 1, columns.column + WIDTH - 1, text, Fraction(*top), _BEST_SHARE)


def _write_units(pen: Pen, tab: Any, plan: BookPlan, best: BestCells, columns: PeerColumns, numbers: Numbers) -> None:
    num_letter, den_letter, _ = columns.letters
    offsets = [plan.codes.index(code) for code in columns.num.codes]
    for place, line in enumerate(plan.peers):
        row, position = best.own_row(place), plan.position[line.row]
        rows = [plan.fact_row(position) + offset for offset in offsets]
        own = numbers.get(line.row)
        for at, formula in enumerate((columns.num, columns.den)):
            text = formula.template.format(*rows, row=plan.points_row(position), own=row)
            pen.formula(tab, row - 1, columns.column + at, text, own[at] if own else "", _COUNT)
        num, den = f"{num_letter}{row}", f"{den_letter}{row}"
        text = f'=IF(ISNUMBER({den}),IF({den}=0,"",{num}/{den}),"")'
        quotient = Fraction(*own) if own and own[1] else ""
        pen.formula(tab, row - 1, columns.column + WIDTH - 1, text, quotient, _SHARE)
