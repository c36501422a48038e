"""The ranking: a line a unit in the order of the ranks, which formulas follow when a figure is changed."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from cchc_score.pages.unit_notes import unit_remarks
from cchc_score.points import plain
from cchc_score.report.workbook.book_pen import Look, Pen
from cchc_score.report.workbook.book_plan import INDEX, MOST, TOTAL, BookPlan
from cchc_score.report.workbook.class_sheet import class_cell, class_formula, class_is_live
from cchc_score.report.workbook.fact_cells import NOT_APPLICABLE, is_live
from cchc_score.report.workbook.points_sheet import Value, index_decimals, index_value, point_values
from cchc_score.report.workbook.sheet_frame import FIRST, SheetHeading, close_sheet, fit_height, open_sheet, write_bars
from cchc_score.results.ranked_units import RankingLine
from cchc_score.text import pick

RANK, CODE, NAME, KIND = 0, 1, 2, 3
FIRST_AREA = 4


def rank_column(plan: BookPlan) -> dict[str, int]:
    """The columns behind the areas, by what they hold."""
    first = FIRST_AREA + len(plan.scored.sheet.scheme.areas)
    return {name: first + at for at, name in enumerate(("total", "most", "index", "class", "remarks", "compared"))}


def write_ranking(pen: Pen, tab: Any, plan: BookPlan) -> None:
    """Every unit with its rank, areas, total, index, class and remarks."""
    lang, scheme = plan.lang, plan.scored.sheet.scheme
    lines = plan.report.ranking.lines
    remarks = unit_remarks(plan.scored, [line.row for line in lines], "total", lang)
    columns = rank_column(plan)
    headings = [
        SheetHeading(pick(lang, "Hạng", "Rank"), 6.5),
        SheetHeading(pick(lang, "Mã", "Code"), 8),
        SheetHeading(pick(lang, "Đơn vị", "Unit"), 25),
        SheetHeading(pick(lang, "Loại", "Kind"), 8.5),
        *(SheetHeading(f"{area.number}. {area.label(lang)}", 8.5) for area in scheme.areas),
        SheetHeading(pick(lang, "Tổng điểm", "Total"), 9),
        SheetHeading(pick(lang, "Điểm tối đa", "Out of"), 8),
        SheetHeading(pick(lang, "Chỉ số (%)", "Index (%)"), 9.5),
        SheetHeading(pick(lang, "Xếp loại", "Class"), 11),
        SheetHeading(pick(lang, "Ghi chú", "Remarks"), 24 if any(remarks) else 12),
    ]
    title = pick(lang, "KẾT QUẢ XẾP HẠNG CHỈ SỐ CẢI CÁCH HÀNH CHÍNH", "RANKING BY THE ADMINISTRATIVE REFORM INDEX")
    open_sheet(pen, tab, title, plan.subtitle, headings, 3)
    blocks = _blocks(lines)
    cells = {place: dict(zip(plan.position, point_values(plan, place), strict=True)) for place in _places(plan)}
    for at, (line, remark) in enumerate(zip(lines, remarks, strict=True)):
        row = FIRST + at
        pen.text(tab, row, CODE, line.unit.code, Look("code"))
        pen.text(tab, row, NAME, line.unit.name, Look("name"))
        pen.text(tab, row, KIND, line.unit.kind, Look())
        for column, area in enumerate(scheme.areas, FIRST_AREA):
            look = Look("points", plan.scored.decimals_at(area.code))
            _link(pen, tab, row, column, plan, line, plan.columns[area.code], cells[area.code][line.row], look)
        _standing(pen, tab, row, plan, line, cells["total"][line.row], blocks[at])
        pen.text(tab, row, columns["remarks"], remark, Look())
        fit_height(tab, row, [(line.unit.name, headings[NAME].width), (remark, headings[-1].width)])
    tab.set_column(columns["compared"], columns["compared"], None, None, {"hidden": True})
    close_sheet(tab, FIRST + len(lines) - 1, columns["remarks"] + 1)
    write_bars(tab, FIRST, FIRST + len(lines) - 1, columns["index"])


def _places(plan: BookPlan) -> list[str]:
    return [*(area.code for area in plan.scored.sheet.scheme.areas), "total"]


def _blocks(lines: Sequence[RankingLine]) -> list[tuple[int, int]]:
    """For each line the first and the last row of its group, as spreadsheets count."""
    ends: dict[str, tuple[int, int]] = {}
    for at, line in enumerate(lines):
        row = FIRST + 1 + at
        ends[line.group] = (ends.get(line.group, (row, row))[0], row)
    return [ends[line.group] for line in lines]


def _link(
    pen: Pen, tab: Any, row: int, column: int, plan: BookPlan, line: RankingLine, source: int, value: Value, look: Look
) -> None:
    """A number that stands among the points."""
    pen.formula(tab, row, column, f"={plan.cell('points', line.row, source)}", value, look)


def _standing(
    pen: Pen, tab: Any, row: int, plan: BookPlan, line: RankingLine, total: Value, block: tuple[int, int]
) -> None:
    """Total, maximum, index, class and rank of a unit."""
    from xlsxwriter.utility import xl_col_to_name

    columns, scored = rank_column(plan), plan.scored
    mark = scored.sheet.mark(line.row, scored.sheet.total)
    places = scored.decimals_at("total", line.row)
    _link(pen, tab, row, columns["total"], plan, line, TOTAL, total, Look("points", places, row="area"))
    most = Look("points", len(plain(mark.reachable).partition(".")[2]))
    _link(pen, tab, row, columns["most"], plan, line, MOST, mark.reachable, most)
    index_look = Look("percent", index_decimals(plan, line.row), row="area")
    _link(pen, tab, row, columns["index"], plan, line, INDEX, index_value(plan, line.row), index_look)
    index = f"${xl_col_to_name(columns['index'])}${row + 1}"
    name = class_cell(plan, line.row)
    if class_is_live(plan, line.row):
        pen.formula(tab, row, columns["class"], class_formula(plan, index), name, Look("code"))
    else:
        pen.text(tab, row, columns["class"], name, Look("code", fixed=bool(scored.sheet.scheme.classes)))
    _rank(pen, tab, row, plan, line, index, block)


def _rank(pen: Pen, tab: Any, row: int, plan: BookPlan, line: RankingLine, index: str, block: tuple[int, int]) -> None:
    """The rank, and in a hidden column what it compares: the index, or the index as it is printed."""
    from xlsxwriter.utility import xl_col_to_name

    column = rank_column(plan)["compared"]
    rank: Value = NOT_APPLICABLE if line.rank is None else Fraction(line.rank)
    if line.rank is None:
        pen.text(tab, row, column, "", Look())
        pen.value(tab, row, RANK, rank, Look("count", row="area", fixed=True))
        return
    compared, value = _compared(plan, line, index, row + 1)
    ranking, live = plan.scored.sheet.scheme.ranking, is_live(plan.scored.sheet.scheme)
    if live:
        pen.formula(tab, row, column, compared, value, Look("points", 6))
    else:
        pen.value(tab, row, column, value, Look("points", 6))
    letter = xl_col_to_name(column)
    span = f"${letter}${block[0]}:${letter}${block[1]}"
    own = f"${letter}${row + 1}"
    if live and ranking.ties == "standard":
        formula = f'=IF(ISNUMBER({own}),RANK({own},{span}),"{NOT_APPLICABLE}")'
        pen.formula(tab, row, RANK, formula, rank, Look("count", row="area"))
    else:
        pen.value(tab, row, RANK, rank, Look("count", row="area", fixed=True))


def _compared(plan: BookPlan, line: RankingLine, index: str, row: int) -> tuple[str, Fraction]:
    from xlsxwriter.utility import xl_col_to_name

    mark = plan.scored.sheet.mark(line.row, plan.scored.sheet.total)
    assert mark.index is not None
    scheme = plan.scored.sheet.scheme
    if scheme.ranking.compare == "exact":
        return f"={index}", mark.index
    # The index as it is printed, rounded half up in whole steps.
    total, most = (f"${xl_col_to_name(rank_column(plan)[name])}{row}" for name in ("total", "most"))
    step, scale = 10**scheme.index_decimals, 10**scheme.decimals
    above, below = f"ROUND({total}*{scale},0)", f"ROUND({most}*{scale},0)"
    printed = f"INT(({200 * step}*{above}+{below})/(2*{below}))"
    return f'=IF(ISNUMBER({index}),{printed},"")', Fraction((2 * mark.index * step + 1) // 2)
