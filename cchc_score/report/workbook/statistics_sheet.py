"""The statistics: units, highest, mean and lowest index, and the classes, of each group and each kind of units."""

from typing import Any

from cchc_score.pages.statistics_notes import class_name
from cchc_score.report.workbook.book_pen import Look, Pen
from cchc_score.report.workbook.book_plan import BookPlan
from cchc_score.report.workbook.fact_cells import NOT_APPLICABLE
from cchc_score.report.workbook.points_sheet import Value
from cchc_score.report.workbook.sheet_frame import FIRST, Heading, close_sheet, open_sheet
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
        Heading(pick(lang, "Nhóm đơn vị", "Units"), 22),
        Heading(pick(lang, "Số đơn vị", "Number"), 9),
        Heading(pick(lang, "Có hạng", "Ranked"), 9),
        Heading(pick(lang, "Chỉ số cao nhất", "Highest index"), 10),
        Heading(pick(lang, "Chỉ số trung bình", "Mean index"), 10),
        Heading(pick(lang, "Chỉ số thấp nhất", "Lowest index"), 10),
    ]
    for name in names:
        headings += [Heading(name, 11), Heading(pick(lang, f"{name} (%)", f"{name} (%)"), 9)]
    open_sheet(pen, tab, pick(lang, "THỐNG KÊ", "STATISTICS"), plan.subtitle, headings, 1)
    for at, one in enumerate((*groups, *kinds), FIRST):
        _write(pen, tab, at, plan, one, names)
    close_sheet(tab, FIRST + len(groups) + len(kinds) - 1, len(headings), filtered=False)


def _write(pen: Pen, tab: Any, row: int, plan: BookPlan, one: UnitStatistics, names: list[str]) -> None:
    lang, decimals = plan.lang, plan.scored.sheet.scheme.index_decimals
    pen.text(tab, row, 0, one.group or pick(lang, "Tất cả", "All"), Look("name"))
    pen.number(tab, row, 1, one.units, Look("count"))
    pen.number(tab, row, 2, one.ranked, Look("count"))
    indices = one.indices
    for column, index in enumerate((indices.highest, indices.mean, indices.lowest) if indices else (), 3):
        pen.number(tab, row, column, index, Look("percent", decimals))
    for column in range(3, 3 if indices else 6):
        pen.text(tab, row, column, NOT_APPLICABLE, Look("percent"))
    given = {class_name(share, lang): share for share in one.classes}
    for at, name in enumerate(names):
        count: Value = NOT_APPLICABLE if name not in given else str(given[name].count)
        if name in given:
            pen.number(tab, row, 6 + 2 * at, given[name].count, Look("count"))
            pen.number(tab, row, 7 + 2 * at, given[name].share, Look("percent", SHARE_DECIMALS))
        else:
            pen.text(tab, row, 6 + 2 * at, str(count), Look("count"))
            pen.text(tab, row, 7 + 2 * at, NOT_APPLICABLE, Look("count"))
