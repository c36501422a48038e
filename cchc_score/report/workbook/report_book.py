"""The report of a year as one workbook: which sheets it has, in which order."""

import io
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from cchc_score.office.repacked import library_absent
from cchc_score.pages.compare_page import differences_page
from cchc_score.pages.difference_words import side_words
from cchc_score.pages.findings_page import findings_sheet
from cchc_score.pages.notes import scheme_notes
from cchc_score.report.workbook.area_sheet import write_areas
from cchc_score.report.workbook.best_sheet import write_best
from cchc_score.report.workbook.book_pen import Pen
from cchc_score.report.workbook.book_plan import BookPlan
from cchc_score.report.workbook.class_sheet import write_classes
from cchc_score.report.workbook.fact_cells import is_live
from cchc_score.report.workbook.fact_sheet import write_facts
from cchc_score.report.workbook.page_tab import write_page_table
from cchc_score.report.workbook.point_formulas import PointFormulas
from cchc_score.report.workbook.points_sheet import write_points, write_reachable
from cchc_score.report.workbook.ranking_sheet import write_ranking
from cchc_score.report.workbook.scheme_table import scheme_table
from cchc_score.report.workbook.statistics_sheet import write_statistics
from cchc_score.report.workbook.unit_form import write_unit
from cchc_score.report.workbook.work_tables import changes_table, inapplicable_table
from cchc_score.results.differences import Differences
from cchc_score.results.stage_marks import StageMarks
from cchc_score.results.year_report import YearReport
from cchc_score.text import Lang, pick

_MADE = datetime(2000, 1, 1)
_QUIET = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""The library would otherwise turn texts into formulas and links."""
Write = Callable[[Pen, Any, BookPlan], None]


def report_book(report: YearReport, lang: Lang) -> bytes:
    """The workbook with every piece of a report."""
    try:
        import xlsxwriter
    except ImportError:
        raise library_absent("report") from None
    stream = io.BytesIO()
    book: Any = xlsxwriter.Workbook(stream, {"in_memory": True, **_QUIET})
    # A new workbook has the present time here.
    book.set_properties({"author": "cchc-score", "created": _MADE})
    plan = BookPlan(report, lang)
    pen = Pen(book, lang, is_live(report.scored.sheet.scheme))
    sheets = _sheets(plan)
    tabs = {name: book.add_worksheet(plan.tabs[name]) for name in sheets}
    for name, write in sheets.items():
        write(pen, tabs[name], plan)
    marks = StageMarks(report.scored)
    for sheet in report.sheets if plan.unit_tabs else ():
        write_unit(pen, book.add_worksheet(plan.unit_tabs[sheet.row]), plan, sheet, marks)
    if not plan.ranked and plan.unit_tabs:
        # A file of one unit opens on its form.
        book.worksheets()[-1].activate()
    book.close()
    return stream.getvalue()


def _sheets(plan: BookPlan) -> dict[str, Write]:
    """The sheets of a report in their order, with what writes each."""
    formulas = PointFormulas(plan)
    pieces: dict[str, Write] = {
        "ranking": write_ranking,
        "summary": write_statistics,
        "areas": write_areas,
        "changes": _write_changes,
        "not-applicable": _write_inapplicable,
    }
    basis: dict[str, Write] = {
        "points": lambda pen, tab, plan: write_points(pen, tab, plan, formulas),
        "reachable": lambda pen, tab, plan: write_reachable(pen, tab, plan, formulas),
        "facts": write_facts,
        "best": lambda pen, tab, plan: write_best(pen, tab, plan, formulas.best),
        "classes": write_classes,
        "scheme": _write_scheme,
        "findings": _write_findings,
    }
    wanted = {name: write for name, write in pieces.items() if name in plan.report.pieces}
    if not formulas.best.leaves:
        basis.pop("best")
    return wanted | _compared(plan) | basis


def _compared(plan: BookPlan) -> dict[str, Write]:
    """The sheets of comparisons: with the first stage, and with the year before."""
    compared = {"comparison": plan.report.comparison, "last-year": plan.report.last_year}
    return {name: partial(_write_differences, found) for name, found in compared.items() if found is not None}


def _write_changes(pen: Pen, tab: Any, plan: BookPlan) -> None:
    title = pick(plan.lang, "NỘI DUNG ĐIỀU CHỈNH KHI THẨM ĐỊNH", "WHAT THE APPRAISAL CHANGED")
    write_page_table(pen, tab, plan, title, [changes_table(plan)])


def _write_inapplicable(pen: Pen, tab: Any, plan: BookPlan) -> None:
    title = pick(plan.lang, "TIÊU CHÍ KHÔNG ÁP DỤNG", "CRITERIA THAT DO NOT APPLY")
    write_page_table(pen, tab, plan, title, [inapplicable_table(plan)])


def _write_differences(found: Differences, pen: Pen, tab: Any, plan: BookPlan) -> None:
    before, after = (side_words(side, found, plan.lang) for side in (found.before, found.after))
    page = differences_page(found, (before, after), plan.lang)
    write_page_table(pen, tab, plan, page.title, page.sheets, page.notes)


def _write_scheme(pen: Pen, tab: Any, plan: BookPlan) -> None:
    write_page_table(
        pen, tab, plan, plan.scored.sheet.scheme.title, [scheme_table(plan)], scheme_notes(plan.scored, plan.lang)
    )


def _write_findings(pen: Pen, tab: Any, plan: BookPlan) -> None:
    title = pick(plan.lang, "NHỮNG ĐIỀU CẦN LƯU Ý", "WHAT WAS FOUND")
    units = {unit.label for unit in plan.report.units}
    told = [one for one in plan.scored.findings if plan.ranked or not one.place.unit or one.place.unit in units]
    write_page_table(pen, tab, plan, title, [findings_sheet(told, plan.lang)])
