"""The figures that decide points and that the report form does not ask for: what follows from others, or is known."""

from datetime import date
from fractions import Fraction
from typing import Any

from cchc_score.forms.claim_formulas import ClaimFormulas
from cchc_score.forms.commune_plan import OTHER_FIRST, OTHER_VALUE, CommunePlan
from cchc_score.forms.figure_tables import cell_value
from cchc_score.forms.form_head import fit_row, set_up_sheet
from cchc_score.model import FormRow, Indicator
from cchc_score.report.workbook.book_pen import Look, Pen
from cchc_score.rule_words import derived_words, origin_words
from cchc_score.text import Lang, pick

_WIDTHS = (60.0, 18.0, 16.0, 50.0)


def write_other_figures(pen: Pen, tab: Any, plan: CommunePlan, formulas: ClaimFormulas, row: int) -> None:
    """The figures of a unit, in some row of the year's tables; nobody fills anything in here."""
    lang = plan.lang
    pen.text(tab, 0, 0, pick(lang, "SỐ LIỆU KHÁC DÙNG ĐỂ TÍNH ĐIỂM", "OTHER FIGURES THAT DECIDE POINTS"), Look("title"))
    note = pick(
        lang,
        "Không phải điền: biểu số liệu không hỏi các số này; chúng được tính ra từ biểu, hoặc lấy từ nguồn khác.",
        "Nothing to fill in: these figures follow from the report, or come from somewhere else.",
    )
    pen.text(tab, 1, 0, note, Look("line"))
    words = (("Tên", "Name"), ("Tính theo", "Counted in"), ("Giá trị", "Value"), ("Từ đâu", "From"))
    headings = [pick(lang, *both) for both in words]
    for column, (text, width) in enumerate(zip(headings, _WIDTHS, strict=True)):
        pen.text(tab, OTHER_FIRST - 1, column, text, Look("head"))
        tab.set_column(column, column, width)
    for at, code in enumerate(plan.other_codes, OTHER_FIRST):
        _line(pen, tab, at, plan, formulas, code, row)
    last = OTHER_FIRST + len(plan.other_codes) - 1
    set_up_sheet(tab, (OTHER_FIRST - 1, OTHER_FIRST), (last, len(_WIDTHS) - 1), 0)


def _line(pen: Pen, tab: Any, at: int, plan: CommunePlan, formulas: ClaimFormulas, code: str, row: int) -> None:
    indicator, table = plan.scheme.indicators[code], plan.year.sheet.table
    known = table.known(row, code)
    source = _source(indicator, plan.lang) or (origin_words(table, row, code, plan.lang) if known else "")
    pen.text(tab, at, 0, indicator.label(plan.lang), Look("text"))
    pen.text(tab, at, 1, indicator.unit or ("%" if indicator.kind == "percent" else ""), Look("text"))
    pen.text(tab, at, OTHER_VALUE + 1, source, Look("text"))
    fit_row(tab, at, [(indicator.label(plan.lang), _WIDTHS[0]), (source, _WIDTHS[3])])
    shown = cell_value(indicator, FormRow("", ""), table.value(row, code), plan.lang) if known else None
    look = Look("date" if indicator.kind == "date" else "free" if indicator.decimals else "points", row="most")
    formula = formulas.derived(code)
    if formula is not None:
        value = shown if isinstance(shown, Fraction | str) else ""
        pen.formula(tab, at, OTHER_VALUE, formula, value, look)
    elif isinstance(shown, date):
        pen.day(tab, at, OTHER_VALUE, shown, look)
    elif shown is None:
        tab.write_blank(at, OTHER_VALUE, None, pen.format(look))
    else:
        pen.value(tab, at, OTHER_VALUE, shown if isinstance(shown, Fraction) else str(shown), look)


def _source(indicator: Indicator, lang: Lang) -> str:
    if indicator.derived is not None:
        return derived_words(indicator.derived, lang)
    return pick(lang, "số liệu năm trước", "the figure of last year") if indicator.last_year_of else ""
