"""The points of every unit in every criterion, and what it could reach there: two sheets of one shape."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from cchc_score.engine import held_criteria
from cchc_score.model import Area, Outcome
from cchc_score.points import plain
from cchc_score.report.workbook.book_pen import Look, Pen
from cchc_score.report.workbook.book_plan import (
    FIRST_PLACE,
    INDEX,
    MOST,
    POINTS_FIRST,
    TOTAL,
    BookPlan,
)
from cchc_score.report.workbook.fact_cells import NOT_APPLICABLE, OPEN, LeafFormula, is_live
from cchc_score.report.workbook.parent_formulas import (
    share_formula,
    summed,
)
from cchc_score.report.workbook.point_formulas import PointFormulas
from cchc_score.report.workbook.sheet_frame import (
    FIRST,
    HEAD,
    SheetHeading,
    close_sheet,
    fit_height,
    open_sheet,
    write_bars,
)
from cchc_score.sheet import Cells, plain_steps
from cchc_score.text import brief, pick

FAILED = "!"
"""What stands in place of points that a method failed to give."""
_NAME_WIDTH = 24
Value = Fraction | str


def point_values(plan: BookPlan, place: str) -> list[Value]:
    """The points of every unit in a place: a number, or a sign in its place."""
    sheet = plan.scored.sheet
    cells = sheet.at(place)
    step = 10**sheet.scheme.decimals
    leaf = (criterion := plan.criterion(place)) is not None and criterion.is_leaf
    return [_value(cells, line.row, step, leaf) for line in plan.lines]


def _value(cells: Cells, row: int, step: int, leaf: bool) -> Value:
    outcome = Outcome(int(cells.outcome[row]))
    if outcome == Outcome.NOT_APPLICABLE:
        return NOT_APPLICABLE
    if leaf and outcome == Outcome.FAILED:
        return FAILED
    if leaf and outcome in (Outcome.MISSING, Outcome.PENDING):
        return OPEN
    return Fraction(plain_steps(cells.low[row])) / step


def write_points(pen: Pen, tab: Any, plan: BookPlan, formulas: PointFormulas) -> None:
    """The sheet of the points: a line a unit, a column an area or a criterion."""
    lang = plan.lang
    _begin(pen, tab, plan, pick(lang, "ĐIỂM TỪNG TIÊU CHÍ", "POINTS OF EVERY CRITERION"), _legend(plan))
    _columns(pen, tab, plan, formulas, formulas.points_formula, point_values)
    _totals(pen, tab, plan, formulas)
    close_sheet(tab, POINTS_FIRST + len(plan.lines) - 1, FIRST_PLACE + len(plan.places), filtered=False)
    if plan.lines:
        tab.autofilter(HEAD + 1, 0, POINTS_FIRST + len(plan.lines) - 1, FIRST_PLACE + len(plan.places) - 1)
        write_bars(tab, POINTS_FIRST, POINTS_FIRST + len(plan.lines) - 1, INDEX)


def _legend(plan: BookPlan) -> str:
    return pick(
        plan.lang,
        f"'{OPEN}' chưa có số liệu; '{NOT_APPLICABLE}' không áp dụng; chữ nghiêng: giá trị cố định, không tính lại.",
        f"'{OPEN}' figures missing; '{NOT_APPLICABLE}' not applicable; italics: a fixed value, not calculated.",
    )


def _letter(column: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(column))


def _begin(pen: Pen, tab: Any, plan: BookPlan, title: str, line: str) -> None:
    lang = plan.lang
    first = [
        SheetHeading(pick(lang, "Mã", "Code"), 9),
        SheetHeading(pick(lang, "Đơn vị", "Unit"), _NAME_WIDTH),
        SheetHeading(pick(lang, "Tổng điểm", "Total"), 9),
        SheetHeading(pick(lang, "Điểm tối đa", "Out of"), 9),
        SheetHeading(pick(lang, "Chỉ số (%)", "Index (%)"), 10),
    ]
    scheme = plan.scored.sheet.scheme
    areas = {area.code: area for area in scheme.areas}
    headings = [*first, *(SheetHeading(_place_name(plan, place, areas), 7.5) for place in plan.places)]
    open_sheet(pen, tab, title, (plan.subtitle[1], line), headings, FIRST_PLACE, wide=True)
    for column, place in enumerate(plan.places, FIRST_PLACE):
        look = Look("turned", row="area" if place in areas else "")
        pen.text(tab, HEAD, column, _place_name(plan, place, areas), look)
    tab.set_row(HEAD, 170)
    _maxima(pen, tab, plan)


def _place_name(plan: BookPlan, place: str, areas: dict[str, Area]) -> str:
    if place in areas:
        return f"{areas[place].number}. {areas[place].label(plan.lang)}"
    return f"{place} {brief(plan.scored.sheet.scheme.criteria[place].title, 90)}"


def _maxima(pen: Pen, tab: Any, plan: BookPlan) -> None:
    scheme = plan.scored.sheet.scheme
    pen.text(tab, FIRST, 0, "", Look("code", row="most"))
    pen.text(tab, FIRST, 1, pick(plan.lang, "Điểm tối đa", "Maximum"), Look("name", row="most"))
    pen.number(tab, FIRST, TOTAL, scheme.max_points, _most_look(scheme.max_points))
    for column in (MOST, INDEX):
        pen.text(tab, FIRST, column, "", Look("code", row="most"))
    areas = {area.code: area.max_points for area in scheme.areas}
    for column, place in enumerate(plan.places, FIRST_PLACE):
        most = areas[place] if place in areas else scheme.criteria[place].max_points
        pen.number(tab, FIRST, column, most, _most_look(most))


def _most_look(most: Fraction) -> Look:
    return Look("points", len(plain(most).partition(".")[2]), row="most")


def _columns(
    pen: Pen,
    tab: Any,
    plan: BookPlan,
    formulas: PointFormulas,
    formula_of: Callable[[str], LeafFormula | None],
    values_of: Callable[[BookPlan, str], Sequence[Value]],
) -> None:
    held, scheme = held_criteria(plan.scored.sheet.scheme), plan.scored.sheet.scheme
    areas = {area.code: area for area in scheme.areas}
    for place, column in plan.columns.items():
        row_kind = "area" if place in areas else ""
        look = Look("points", plan.scored.decimals_at(place), row=row_kind)
        fixed = Look("points", plan.scored.decimals_at(place), row=row_kind, fixed=True)
        values = values_of(plan, place)
        formula = formula_of(place) if place in held or place in areas else None
        texts = formulas.filled(formula) if formula is not None else [""] * len(values)
        for at, (line, value, text) in enumerate(zip(plan.lines, values, texts, strict=True)):
            row = POINTS_FIRST + at
            if text and not _is_fixed(plan, formulas, line.row, place, values_of is point_values):
                pen.formula(tab, row, column, text, value, look)
            else:
                pen.value(tab, row, column, value, look if place not in held and row_kind == "" else fixed)


def _is_fixed(plan: BookPlan, formulas: PointFormulas, row: int, place: str, points: bool) -> bool:
    """Whether what a unit has in a place is nothing that its figures alone decide."""
    sheet, criterion = plan.scored.sheet, plan.criterion(place)
    if criterion is None:
        area = next(area for area in sheet.scheme.areas if area.code == place)
        cells = sheet.areas[place]
        return points and area.absent == "full" and bool(cells.high[row] != cells.low[row])
    if not points:
        return False
    if not criterion.is_leaf:
        return False
    cells = sheet.criteria[place]
    outcome = int(cells.outcome[row])
    if (row, place) in sheet.by_hand or (row, place) in plan.taken_out or outcome == int(Outcome.FAILED):
        return True
    # Points of which nobody is sure while figures of others are unknown, or not even whether there are any.
    if outcome == int(Outcome.MISSING):
        return place in formulas.best.leaves and formulas.best.leaves[place].leaf.ruled(row)
    return outcome == int(Outcome.SCORED) and cells.high[row] != cells.low[row]


def _totals(pen: Pen, tab: Any, plan: BookPlan, formulas: PointFormulas) -> None:
    scheme, sheet = plan.scored.sheet.scheme, plan.scored.sheet
    text, name = Look("code"), Look("name")
    live = is_live(scheme)
    areas = [formulas.points_cell(area.code) for area in scheme.areas]
    total = f"=MAX({summed(areas, scheme.decimals)},0)"
    most_cell = f"{plan.quoted('reachable')}${_letter(TOTAL)}{{row}}"
    if scheme.ranking.above_100 == "cap":
        total = f"=MIN({total[1:]},{most_cell})"
    most = "=" + most_cell
    index = share_formula(f"${_letter(TOTAL)}{{row}}", f"${_letter(MOST)}{{row}}", scheme.decimals)
    values = point_values(plan, "total")
    for at, (line, value) in enumerate(zip(plan.lines, values, strict=True)):
        row, mark = POINTS_FIRST + at, sheet.mark(line.row, sheet.total)
        pen.text(tab, row, 0, line.unit.code, text)
        pen.text(tab, row, 1, line.unit.name, name)
        fit_height(tab, row, [(line.unit.name, _NAME_WIDTH)])
        decimals = plan.scored.decimals_at("total", line.row)
        cells = (
            (TOTAL, total, value, decimals, value != NOT_APPLICABLE),
            (MOST, most, mark.reachable, len(plain(mark.reachable).partition(".")[2]), True),
            (INDEX, index, index_value(plan, line.row), index_decimals(plan, line.row), mark.outcome != Outcome.FAILED),
        )
        for column, formula, cached, places, calculated in cells:
            look = Look("points", places, row="area", fixed=not (live and calculated))
            if live and calculated:
                pen.formula(tab, row, column, formula.format(row=row + 1), cached, look)
            else:
                pen.value(tab, row, column, cached, look)


def index_value(plan: BookPlan, row: int) -> Value:
    """The index of a unit in percent, or a dash."""
    index = plan.scored.sheet.mark(row, plan.scored.sheet.total).index
    return NOT_APPLICABLE if index is None else index


def index_decimals(plan: BookPlan, row: int) -> int:
    """How many decimals tell a unit's index from those of other ranks."""
    printed = plan.scored.indices[row] or ""
    return 6 if "/" in printed else len(printed.partition(".")[2])


def write_reachable(pen: Pen, tab: Any, plan: BookPlan, formulas: PointFormulas) -> None:
    """The sheet of what every unit could reach."""
    title = pick(plan.lang, "ĐIỂM TỐI ĐA CỦA TỪNG ĐƠN VỊ", "WHAT EVERY UNIT COULD REACH")
    line = pick(
        plan.lang,
        "Tiêu chí không áp dụng cho một đơn vị thì không tính vào điểm tối đa của đơn vị ấy.",
        "A criterion that does not apply to a unit is left out of its maximum.",
    )
    _begin(pen, tab, plan, title, line)
    _columns(pen, tab, plan, formulas, formulas.reachable_formula, _reachable_values)
    scheme, sheet = plan.scored.sheet.scheme, plan.scored.sheet
    areas = [formulas.points_cell(area.code) for area in scheme.areas]
    total = "=" + summed(areas, scheme.decimals)
    live = is_live(scheme)
    for at, unit_line in enumerate(plan.lines):
        row, most = POINTS_FIRST + at, sheet.mark(unit_line.row, sheet.total).reachable
        pen.text(tab, row, 0, unit_line.unit.code, Look("code"))
        pen.text(tab, row, 1, unit_line.unit.name, Look("name"))
        fit_height(tab, row, [(unit_line.unit.name, _NAME_WIDTH)])
        look = Look("points", len(plain(most).partition(".")[2]), row="area", fixed=not live)
        if live:
            pen.formula(tab, row, TOTAL, total.format(row=row + 1), most, look)
        else:
            pen.value(tab, row, TOTAL, most, look)
        for column in (MOST, INDEX):
            pen.text(tab, row, column, "", Look("code", row="area"))
    close_sheet(tab, POINTS_FIRST + len(plan.lines) - 1, FIRST_PLACE + len(plan.places), filtered=False)
    tab.set_column(MOST, INDEX, None, None, {"hidden": True})


def _reachable_values(plan: BookPlan, place: str) -> list[Value]:
    sheet = plan.scored.sheet
    cells, step = sheet.at(place), 10**sheet.scheme.decimals
    return [Fraction(plain_steps(cells.reachable[line.row])) / step for line in plan.lines]
