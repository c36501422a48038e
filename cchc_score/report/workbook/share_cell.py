"""A cell with the share of points in what could be reached."""

from fractions import Fraction
from typing import Any

from cchc_score.report.workbook.book_pen import Look, Pen
from cchc_score.report.workbook.book_plan import BookPlan
from cchc_score.report.workbook.fact_cells import NOT_APPLICABLE, is_live
from cchc_score.report.workbook.parent_formulas import share_formula
from cchc_score.report.workbook.points_sheet import Value
from cchc_score.sheet import Mark


def write_share(
    pen: Pen, tab: Any, row: int, column: int, plan: BookPlan, cells: tuple[str, str], mark: Mark, points: Value,
    kind: str = "",
) -> None:  # fmt: skip
    """The share in percent of the points in one of two cells in the maximum in the other; `points` stand there."""
    scheme = plan.scored.sheet.scheme
    is_number = isinstance(points, Fraction) and bool(mark.reachable)
    value: Value = mark.index if is_number and mark.index is not None else NOT_APPLICABLE
    # Where a method failed there is a sum of the others, and no index.
    live = is_live(scheme) and is_number == isinstance(value, Fraction)
    look = Look("percent", scheme.index_decimals, row=kind, fixed=not live)
    if live:
        pen.formula(tab, row, column, share_formula(*cells, scheme.decimals), value, look)
    else:
        pen.value(tab, row, column, value, look)
