"""The classes with their limits, which formulas of other sheets look up here."""

from fractions import Fraction
from typing import Any

from cchc_score.model import ClassLimit
from cchc_score.points import plain
from cchc_score.report.workbook.book_pen import Look, Pen
from cchc_score.report.workbook.book_plan import BookPlan
from cchc_score.report.workbook.fact_cells import NOT_APPLICABLE
from cchc_score.report.workbook.sheet_frame import FIRST, SheetHeading, close_sheet, open_sheet
from cchc_score.rule_words import class_from_words
from cchc_score.text import number, pick


def write_classes(pen: Pen, tab: Any, plan: BookPlan) -> None:
    """A line a class, from the highest down."""
    lang, scheme = plan.lang, plan.scored.sheet.scheme
    headings = [
        SheetHeading(pick(lang, "Xếp loại", "Class"), 22),
        SheetHeading(pick(lang, "Từ chỉ số (%)", "From index (%)"), 14),
        SheetHeading(pick(lang, "Điều kiện khác", "Other conditions"), 60),
    ]
    title = pick(lang, "THANG XẾP LOẠI", "CLASSES")
    open_sheet(pen, tab, title, plan.subtitle, headings, 1, upright=True)
    for at, limit in enumerate(scheme.classes, FIRST):
        pen.text(tab, at, 0, limit.name, Look("name"))
        decimals = len(plain(limit.at_least).partition(".")[2])
        pen.number(tab, at, 1, limit.at_least, Look("points", decimals, edited=classes_live(plan)))
        pen.text(tab, at, 2, _conditions(plan, limit), Look())
    close_sheet(tab, FIRST + len(scheme.classes) - 1, len(headings), filtered=False)


def _conditions(plan: BookPlan, limit: ClassLimit) -> str:
    lang = plan.lang
    parts = []
    if limit.by_answer is not None:
        parts.append(class_from_words(plan.scored.sheet.scheme, limit, lang))
    if limit.each_area_from is not None:
        share = number(limit.each_area_from, None, lang)
        parts.append(pick(lang, f"mỗi lĩnh vực từ {share}%", f"every area from {share}%"))
    if limit.each_criterion_from is not None:
        share = number(limit.each_criterion_from, None, lang)
        parts.append(pick(lang, f"mỗi tiêu chí từ {share}%", f"every criterion from {share}%"))
    return "; ".join(parts)


def classes_live(plan: BookPlan) -> bool:
    """Whether the index alone decides the class, so that a formula can give it."""
    return all(
        limit.by_answer is None and limit.each_area_from is None and limit.each_criterion_from is None
        for limit in plan.scored.sheet.scheme.classes
    )


def class_formula(plan: BookPlan, index: str) -> str:
    """The class for an index in a cell; the names and limits are those on the sheet of the classes."""
    tab = plan.quoted("classes")
    text = f'"{NOT_APPLICABLE}"'
    for at in reversed(range(len(plan.scored.sheet.scheme.classes))):
        row = FIRST + 1 + at
        text = f"IF({index}>={tab}$B${row},{tab}$A${row},{text})"
    return f'=IF(ISNUMBER({index}),{text},"{NOT_APPLICABLE}")'


def class_cell(plan: BookPlan, row: int) -> str:
    """The class that a unit has, or a dash."""
    return plan.scored.sheet.class_name(row) or NOT_APPLICABLE


def class_is_live(plan: BookPlan, row: int) -> bool:
    """Whether a formula gives the class of a unit: it has one, or its index reaches none."""
    if not plan.scored.sheet.scheme.classes or not classes_live(plan):
        return False
    return plan.scored.sheet.class_name(row) is not None or not _reaches(plan, row)


def _reaches(plan: BookPlan, row: int) -> bool:
    index: Fraction | None = plan.scored.sheet.mark(row, plan.scored.sheet.total).index
    limits = plan.scored.sheet.scheme.classes
    return index is not None and any(index >= limit.at_least for limit in limits)
