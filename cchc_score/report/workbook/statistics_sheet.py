"""The statistics: units, highest, mean and lowest index, and the classes, of each group and each kind of units."""

from fractions import Fraction
from typing import Any

from cchc_score.pages.difference_words import as_printed
from cchc_score.pages.statistics_notes import class_name
from cchc_score.report.workbook.book_pen import Look, Pen
from cchc_score.report.workbook.book_plan import BookPlan
from cchc_score.report.workbook.fact_cells import NOT_APPLICABLE
from cchc_score.report.workbook.points_sheet import Value
from cchc_score.report.workbook.sheet_frame import FIRST, HEAD, SheetHeading, close_sheet, open_sheet
from cchc_score.report.workbook.statistics_formulas import MEAN, MEAN_DECIMALS, UnitLines, simple, unit_lines
from cchc_score.results.ranking_statistics import (
    SHARE_DECIMALS,
    UnitStatistics,
    group_statistics,
    kind_statistics,
)
from cchc_score.text import pick


def write_statistics(pen: Pen, tab: Any, plan: BookPlan) -> None:
    """A line for all units or each group of them, then for each kind."""
    lang, ranking = plan.lang, plan.report.ranking
    groups, kinds = group_statistics(ranking), kind_statistics(ranking)
    names = list(dict.fromkeys(class_name(given, lang) for one in (*groups, *kinds) for given in one.classes))
    headings = [
        SheetHeading(pick(lang, "Nhóm đơn vị", "Units"), 22),
        SheetHeading(pick(lang, "Số đơn vị", "Number"), 9),
        SheetHeading(pick(lang, "Có hạng", "Ranked"), 9),
        SheetHeading(pick(lang, "Chỉ số cao nhất", "Highest index"), 10),
        SheetHeading(pick(lang, "Chỉ số trung bình", "Mean index"), 10),
        SheetHeading(pick(lang, "Chỉ số thấp nhất", "Lowest index"), 10),
    ]
    for name in names:
        headings += [SheetHeading(name, 11), SheetHeading(pick(lang, f"{name} (%)", f"{name} (%)"), 9)]
    open_sheet(pen, tab, pick(lang, "THỐNG KÊ", "STATISTICS"), plan.subtitle, headings, 1)
    lines = unit_lines(plan)
    for at, one in enumerate((*groups, *kinds), FIRST):
        _write_indices(pen, tab, at, plan, one, lines.get(one))
        _write_classes(pen, tab, at, plan, one, names, lines.get(one))
    close_sheet(tab, FIRST + len(groups) + len(kinds) - 1, len(headings), filtered=False)


def _write_indices(pen: Pen, tab: Any, row: int, plan: BookPlan, one: UnitStatistics, lines: UnitLines | None) -> None:
    look = Look("percent", plan.scored.sheet.scheme.index_decimals)
    pen.text(tab, row, 0, one.group or pick(plan.lang, "Tất cả", "All"), Look("name"))
    pen.number(tab, row, 1, one.units, Look("count"))
    _write(pen, tab, row, 2, lines.ranked() if lines else None, Fraction(one.ranked), Look("count"))
    for column, function in enumerate(_FUNCTIONS, 3):
        formula = lines.index(function, f"$C{row + 1}") if lines else None
        _write(pen, tab, row, column, formula, _index(one, function), look)


def _index(one: UnitStatistics, function: str) -> Value:
    if one.indices is None:
        return NOT_APPLICABLE
    if function == MEAN:
        return as_printed(one.indices.mean, MEAN_DECIMALS)
    return one.indices.highest if function == _HIGHEST else one.indices.lowest


_HIGHEST, _LOWEST = "_xlfn.MAXIFS", "_xlfn.MINIFS"
"""As files name functions that came after the format."""
_FUNCTIONS = (_HIGHEST, MEAN, _LOWEST)


def _write_classes(
    pen: Pen, tab: Any, row: int, plan: BookPlan, one: UnitStatistics, names: list[str], lines: UnitLines | None
) -> None:
    from xlsxwriter.utility import xl_col_to_name

    given = {class_name(share, plan.lang): share for share in one.classes}
    # A unit without a class has a dash in its line, and words in the heading.
    known = simple([share.name for share in one.classes if share.name is not None])
    for at, name in enumerate(names):
        column = 6 + 2 * at
        if name not in given:
            pen.text(tab, row, column, NOT_APPLICABLE, Look("count"))
            pen.text(tab, row, column + 1, NOT_APPLICABLE, Look("count"))
            continue
        count, letter = Fraction(given[name].count), xl_col_to_name(column)
        asked = f"${letter}${HEAD + 1}" if given[name].name is not None else f'"{NOT_APPLICABLE}"'
        _write(pen, tab, row, column, lines.with_class(asked) if lines and known else None, count, Look("count"))
        share = f"=100*${letter}{row + 1}/$B{row + 1}"
        look = Look("percent", SHARE_DECIMALS)
        _write(pen, tab, row, column + 1, share if lines and known else None, given[name].share, look)


def _write(pen: Pen, tab: Any, row: int, column: int, formula: str | None, value: Value, look: Look) -> None:
    if formula is None:
        pen.value(tab, row, column, value, look._replace(fixed=True))
    else:
        pen.formula(tab, row, column, formula, value, look)
