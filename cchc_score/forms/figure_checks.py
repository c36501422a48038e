"""What is wrong with a figure that somebody types, as a formula of its sheet: a text in words, empty where nothing is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cchc_score.figure_relations import MOST_TOGETHER, FigureRelation, relations_of
from cchc_score.forms.figure_tables import NEVER, answer_words
from cchc_score.formulas import serial
from cchc_score.model import FormRow, Indicator
from cchc_score.text import Lang, brief, pick

_FINEST = 6
"""Sums are compared to so many decimals, more than any figure has."""


@dataclass(frozen=True, slots=True)
class CheckedCells:
    """The figures of a form: their cells and what people call their rows, by indicator; the days that are possible."""

    indicators: Mapping[str, Indicator]
    cells: Mapping[str, str]
    names: Mapping[str, str]
    days: tuple[date, date]
    lang: Lang


def check_formula(row: FormRow, indicator: Indicator, cell: str, form: CheckedCells) -> str:
    """The formula of all that can be wrong with a figure; `cell` is its address."""
    relations = "&".join(
        _relation(one, form) for one in relations_of(indicator.code, form.indicators) if _there(one, form)
    )
    kind = _kind_check(row, indicator, cell, form)
    return f'IF({cell}="","",{kind})' + (f"&{relations}" if relations else "")


def _said(text: str) -> str:
    """A sentence as a text of a formula."""
    return '"' + text.replace('"', '""') + '"'


def _kind_check(row: FormRow, indicator: Indicator, cell: str, form: CheckedCells) -> str:
    """What is wrong with the figure by itself."""
    lang = form.lang
    if indicator.kind in ("yes_no", "option"):
        words = answer_words(indicator, row, lang)
        known = [f"{cell}={_said(word)}" for word in words.values()]
        known += [f"{cell}={answer.number}" for answer in row.legend]
        shown = brief(" / ".join(words.values()), 150)
        return f'IF(OR({",".join(known)}),"",{_said(pick(lang, f"Chọn một trong: {shown}. ", f"Choose one of: {shown}. "))})'
    if indicator.kind == "date":
        first, last = serial(form.days[0]), serial(form.days[1])
        never = "OR(" + ",".join(f"{cell}={_said(word)}" for word in NEVER) + ")"
        told = pick(
            lang,
            "Ghi ngày/tháng/năm, gần năm báo cáo; ngày không có thì ghi: không. ",
            "Write a day near the year of the report, or: never. ",
        )
        return f'IF(OR({never},AND(ISNUMBER({cell}),{cell}>={first},{cell}<={last})),"",{_said(told)})'
    return _number_check(indicator, cell, lang)


def _number_check(indicator: Indicator, cell: str, lang: Lang) -> str:
    faults = [
        (f"NOT(ISNUMBER({cell}))", pick(lang, "Phải là số, không có chữ. ", "Must be a number without words. ")),
        (f"{cell}<0", pick(lang, "Không được âm. ", "Must not be negative. ")),
    ]
    if indicator.kind == "percent":
        faults.append((f"{cell}>100", pick(lang, "Tỷ lệ không quá 100. ", "A share is 100 at most. ")))
    else:
        unit = 10**indicator.decimals
        told = pick(lang, "Phải là số nguyên. ", "Must be a whole number. ")
        if indicator.decimals:
            told = pick(
                lang, f"Nhiều nhất {indicator.decimals} chữ số lẻ. ", f"At most {indicator.decimals} decimals. "
            )
        faults.append((f"ABS({cell}*{unit}-ROUND({cell}*{unit},0))>0.000001", told))
    text = '""'
    for fault, told in reversed(faults):
        text = f"IF({fault},{_said(told)},{text})"
    return text


def _there(relation: FigureRelation, form: CheckedCells) -> bool:
    return all(code in form.cells for code in (relation.code, *relation.others))


def _relation(relation: FigureRelation, form: CheckedCells) -> str:
    """What is wrong with a figure beside others."""
    lang, own = form.lang, form.cells[relation.code]
    others = [form.cells[code] for code in relation.others]
    names = brief(", ".join(form.names[code] for code in relation.others), 180)
    known = f"COUNT({','.join((own, *others))})={len(others) + 1}"
    if relation.kind == "part_of":
        told = _said(pick(lang, f"Lớn hơn dòng {names}. ", f"Larger than row {names}. "))
        return f'IF({known},IF({own}>{others[0]},{told},""),"")'
    if relation.kind == "sum_of":
        total = "+".join(others)
        told = _said(pick(lang, f"Phải bằng tổng các dòng {names}, là ", f"Must be the sum of rows {names}, which is "))
        return f'IF({known},IF(ROUND({own}-({total}),{_FINEST})<>0,{told}&({total})&". ",""),"")'
    told = _said(
        pick(lang, f"Cộng với dòng {names} quá {MOST_TOGETHER}. ", f"With row {names} more than {MOST_TOGETHER}. ")
    )
    return f'IF({known},IF({own}+{others[0]}>{MOST_TOGETHER},{told},""),"")'
