"""The figures of all units, one below the other, each with its source: what a reader changes to see what moves."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from functools import cache, partial
from typing import Any

from cchc_score.catalogue.labels import DRAFTS
from cchc_score.model import Indicator, Value
from cchc_score.report.workbook.answer_lists import write_answer_lists
from cchc_score.report.workbook.book_pen import Look, Pen
from cchc_score.report.workbook.book_plan import FACT_VALUE, BookPlan
from cchc_score.report.workbook.derived_cells import derived_formula, follows
from cchc_score.report.workbook.fact_cells import FactCells, LeafFormula, largest_value
from cchc_score.report.workbook.sheet_frame import FIRST, SheetHeading, close_sheet, fit_height, open_sheet
from cchc_score.rule_words import origin_words, unknown_words
from cchc_score.text import Lang, pick

VALUE_COLUMN = "$G"
"""The column of a figure's value, as it stands in formulas."""


def answer_words(indicator: Indicator, lang: Lang) -> dict[str, str]:
    """What is written in a cell for each answer to a question, by the answer's code."""
    if indicator.kind == "yes_no":
        return {"yes": pick(lang, "có", "yes"), "no": pick(lang, "không", "no")}
    return {option.code: option.code for option in indicator.options}


def write_facts(pen: Pen, tab: Any, plan: BookPlan) -> None:
    """A line for every figure that decides anything, of every unit."""
    lang, scored = plan.lang, plan.scored
    headings = [
        SheetHeading(pick(lang, "Mã đơn vị", "Unit code"), 9),
        SheetHeading(pick(lang, "Đơn vị", "Unit"), 20),
        SheetHeading(pick(lang, "Tiêu chí", "Criteria"), 9),
        SheetHeading(pick(lang, "Mã số liệu", "Figure code"), 16),
        SheetHeading(pick(lang, "Số liệu", "Figure"), 36),
        SheetHeading(pick(lang, "Đơn vị tính, trả lời", "Unit, answers"), 16),
        SheetHeading(pick(lang, "Giá trị", "Value"), 12),
        SheetHeading(pick(lang, "Nguồn", "Source"), 26),
        SheetHeading(pick(lang, "Dòng của biểu", "Row of form"), 8),
        SheetHeading(pick(lang, "Ghi chú", "Remarks"), 16),
    ]
    title = pick(lang, "SỐ LIỆU VÀ NGUỒN", "FIGURES AND THEIR SOURCES")
    help_line = pick(
        lang,
        "Sửa một giá trị ở cột tô vàng thì điểm, chỉ số, thứ hạng, xếp loại ở các trang khác tính lại.",
        "Change a value in the yellow column, and points, index, rank and class on the other sheets follow.",
    )
    open_sheet(pen, tab, title, (plan.subtitle[1], help_line), headings, 2)
    used: dict[str, list[str]] = {code: [] for code in plan.codes}
    for number, codes in scored.facts.items():
        for code in codes:
            used[code].append(number)
    indicators = [scored.sheet.scheme.indicators[code] for code in plan.codes]
    constant = [
        (", ".join(used[one.code]), one.code, one.label(lang), _measure(one, lang), _looks(one)) for one in indicators
    ]
    at = FIRST
    live = _live_facts(plan)
    text, code_look = Look(), Look("code")
    for line in plan.lines:
        for indicator, (numbers, code, name, measure, looks) in zip(indicators, constant, strict=True):
            pen.text(tab, at, 0, line.unit.code, code_look)
            pen.text(tab, at, 1, line.unit.name, text)
            pen.text(tab, at, 2, numbers, text)
            pen.text(tab, at, 3, code, text)
            pen.text(tab, at, 4, name, text)
            pen.text(tab, at, 5, measure, text)
            formula = live.get(code)
            if formula is not None and follows(scored.sheet.table, indicator, line.row):
                _write_formula(pen, tab, at, plan, line.row, formula, looks)
            else:
                _write_value(pen, tab, at, plan, line.row, indicator, looks)
            origin = scored.sheet.table.origins.get((line.row, code))
            source, remarks = _source(plan, line.row, code), _remark(plan, line.row, code)
            pen.text(tab, at, 7, source, text)
            pen.text(tab, at, 8, origin.row if origin else "", text)
            pen.text(tab, at, 9, remarks, text)
            texts = (line.unit.name, numbers, code, name, measure, "", source, "", remarks)
            fit_height(tab, at, [(one, heading.width) for one, heading in zip(texts, headings[1:], strict=True)])
            at += 1
    close_sheet(tab, at - 1, len(headings))
    _write_lists(tab, plan, indicators)


def _write_lists(tab: Any, plan: BookPlan, indicators: Sequence[Indicator]) -> None:
    """Lists to choose from where an answer is asked for."""
    for offset, indicator in enumerate(indicators):
        words = tuple(answer_words(indicator, plan.lang).values())
        if words and indicator.derived is None:
            rows = [plan.fact_row(position) - 1 + offset for position in range(len(plan.lines))]
            write_answer_lists(tab, FACT_VALUE, rows, words, plan.lang)


def _live_facts(plan: BookPlan) -> dict[str, LeafFormula]:
    """The formulas of the facts that follow from others."""
    indicators = plan.scored.sheet.scheme.indicators
    cells = fact_cells(plan, VALUE_COLUMN)
    found = {code: derived_formula(indicators[code], cells) for code in plan.codes}
    return {code: formula for code, formula in found.items() if formula is not None}


def fact_cells(plan: BookPlan, column: str) -> FactCells:
    """The cells of facts in formulas, in the column of their values, with the name of the sheet where it is another."""
    scheme = plan.scored.sheet.scheme
    words = {
        code: answer_words(scheme.indicators[code], plan.lang)
        for code in plan.codes
        if scheme.indicators[code].kind in ("yes_no", "option")
    }
    # Every unit's formulas ask for the same figures.
    largest = cache(partial(largest_value, plan.scored.sheet.table))
    return FactCells(scheme, largest, words, column)


def _write_formula(
    pen: Pen, tab: Any, at: int, plan: BookPlan, row: int, formula: LeafFormula, looks: tuple[Look, Look]
) -> None:
    table, first = plan.scored.sheet.table, plan.fact_row(plan.position[row])
    code = plan.codes[at + 1 - first]
    text = formula.template.format(*[first + plan.codes.index(part) for part in formula.codes])
    value = table.value(row, code) if table.known(row, code) else ""
    assert isinstance(value, Fraction | str)
    pen.formula(tab, at, FACT_VALUE, text, value, looks[1]._replace(fixed=False))


def _measure(indicator: Indicator, lang: Lang) -> str:
    if indicator.kind == "yes_no":
        return " / ".join(answer_words(indicator, lang).values())
    if indicator.kind == "option":
        return "; ".join(
            f"{option.code}: {option.name_en if lang == 'en' and option.name_en else option.name}"
            for option in indicator.options
        )
    return indicator.unit or ("%" if indicator.kind == "percent" else "")


def _looks(indicator: Indicator) -> tuple[Look, Look]:
    """How a known value looks, and one that follows from others, which nobody edits."""
    kind = "date" if indicator.kind == "date" else "text" if indicator.kind in ("yes_no", "option") else "points"
    return Look(kind, indicator.decimals, edited=True), Look(kind, indicator.decimals, fixed=True)


def _write_value(
    pen: Pen, tab: Any, at: int, plan: BookPlan, row: int, indicator: Indicator, looks: tuple[Look, Look]
) -> None:
    table = plan.scored.sheet.table
    look = looks[indicator.derived is not None]
    if not table.known(row, indicator.code):
        tab.write_blank(at, FACT_VALUE, None, pen.format(look))
        return
    value: Value = table.value(row, indicator.code)
    if isinstance(value, bool):
        pen.text(tab, at, FACT_VALUE, answer_words(indicator, plan.lang)["yes" if value else "no"], look)
    elif isinstance(value, Fraction):
        pen.number(tab, at, FACT_VALUE, value, look)
    elif isinstance(value, date):
        pen.day(tab, at, FACT_VALUE, value, look)
    elif value is None:
        pen.text(tab, at, FACT_VALUE, pick(plan.lang, "không có", "never"), look)
    else:
        pen.text(tab, at, FACT_VALUE, value, look)


def _source(plan: BookPlan, row: int, code: str) -> str:
    table = plan.scored.sheet.table
    if table.known(row, code):
        return origin_words(table, row, code, plan.lang)
    return unknown_words(table, row, code, plan.lang)


def _remark(plan: BookPlan, row: int, code: str) -> str:
    table = plan.scored.sheet.table
    origin = table.origins.get((row, code))
    doubt = pick(plan.lang, "nghi vấn", "in doubt") if (row, code) in table.doubts else ""
    draft = pick(plan.lang, *DRAFTS[table.known(row, code)]) if origin and origin.draft else ""
    return "; ".join(part for part in (doubt, draft, origin.remark if origin else "") if part)
