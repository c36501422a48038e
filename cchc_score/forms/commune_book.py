"""The workbook of one commune: its figures, its self-score, and what connects them."""

import io
from collections.abc import Callable
from datetime import datetime
from typing import Any

from cchc_score.forms.claim_formulas import ClaimFormulas
from cchc_score.forms.commune_plan import CommunePlan
from cchc_score.forms.figure_tab import FigureTab
from cchc_score.forms.other_figures_tab import write_other_figures
from cchc_score.forms.self_score_tab import SelfScoreTab
from cchc_score.model import Unit
from cchc_score.office.repacked import library_absent
from cchc_score.report.workbook.book_pen import Pen
from cchc_score.report.workbook.fact_cells import is_live

_MADE = datetime(2000, 1, 1)
_QUIET = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""The library would otherwise turn texts into formulas and links."""
CommuneBook = Callable[[Unit | None], bytes]


def commune_books(plan: CommunePlan) -> CommuneBook:
    """What writes the workbook of a unit, or of nobody in particular; what all of them share is made once."""
    formulas = ClaimFormulas(plan)
    return lambda unit: _book(plan, formulas, unit)


def _book(plan: CommunePlan, formulas: ClaimFormulas, unit: Unit | None) -> bytes:
    try:
        import xlsxwriter
    except ImportError:
        raise library_absent("report") from None
    stream = io.BytesIO()
    book: Any = xlsxwriter.Workbook(stream, {"in_memory": True, **_QUIET})
    # A new workbook has the present time here.
    book.set_properties({"author": "cchc-score", "created": _MADE})
    pen, row = Pen(book, plan.lang, is_live(plan.scheme)), plan.year.row_of(unit)
    for table, name in zip(plan.tables, plan.figure_tabs, strict=True):
        FigureTab(pen, book.add_worksheet(name), plan, table).write(unit, row)
    if plan.claims:
        SelfScoreTab(pen, book.add_worksheet(plan.claim_tab), formulas, row).write(unit)
        if plan.other_codes:
            write_other_figures(pen, book.add_worksheet(plan.other_tab), plan, formulas, row)
    book.close()
    return stream.getvalue()
