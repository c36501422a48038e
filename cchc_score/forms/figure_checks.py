"""What is wrong with a figure that somebody types, as a formula of its sheet: words, empty where nothing is wrong."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cchc_score.figure_relations import MOST_TOGETHER, FigureRelation, relations_of
from cchc_score.forms.commune_plan import text_in_formula
from cchc_score.forms.figure_tables import NEVER, answer_words
from cchc_score.formulas import serial
from cchc_score.model import FormRow, Indicator
from cchc_score.points import plain
from cchc_score.text import Lang, brief, pick

_FINEST = 6
"""Sums are compared to so many decimals, more than any figure has."""
_MOST_NAMES, _MOST_ANSWERS = 180, 150
"""So many letters of names and answers stand in a sentence: a text in a formula has 255 at most."""


@dataclass(frozen=True, slots=True)
class CheckedCells:
    """The figures of a form: their cells and what people call their rows, by indicator; the days that are possible."""

    indicators: Mapping[str, Indicator]
    cells: Mapping[str, str]
    names: Mapping[str, str]
    days: tuple[date, date]
    lang: Lang

    def relations(self, code: str) -> Iterator[FigureRelation]:
        """The relations of a figure all of whose figures have cells."""
        for relation in relations_of(code, self.indicators):
            if all(one in self.cells for one in (relation.code, *relation.others)):
                yield relation


def check_formula(row: FormRow, indicator: Indicator, cell: str, form: CheckedCells) -> str:
    """The formula of all that can be wrong with a figure; `cell` is its address."""
    kind = f'IF({cell}="","",{_kind_check(row, indicator, cell, form)})'
    return "&".join([kind, *(_relation_check(one, form) for one in form.relations(indicator.code))])


def check_words(indicator: Indicator, form: CheckedCells, number: Callable[[str], Fraction | None]) -> str:
    """What the formula says of figures that could be read: which relations they break."""
    said = []
    for relation in form.relations(indicator.code):
        if relation.broken(number):
            others = sum((number(code) or Fraction(0) for code in relation.others), Fraction(0))
            told = _relation_words(relation, form)
            said.append(f"{told}{plain(others)}. " if relation.kind == "sum_of" else told)
    return " ".join("".join(said).split())


def _kind_check(row: FormRow, indicator: Indicator, cell: str, form: CheckedCells) -> str:
    """What is wrong with the figure by itself."""
    if indicator.kind in ("yes_no", "option"):
        return _answer_check(row, indicator, cell, form.lang)
    if indicator.kind == "date":
        return _day_check(cell, form)
    return _number_check(indicator, cell, form.lang)


def _answer_check(row: FormRow, indicator: Indicator, cell: str, lang: Lang) -> str:
    words = answer_words(indicator, row, lang).values()
    known = [f"{cell}={text_in_formula(word)}" for word in words]
    known += [f"{cell}={answer.number}" for answer in row.legend]
    shown = brief(" / ".join(words), _MOST_ANSWERS)
    told = pick(lang, f"Chọn một trong: {shown}. ", f"Choose one of: {shown}. ")
    return f'IF(OR({",".join(known)}),"",{text_in_formula(told)})'


def _day_check(cell: str, form: CheckedCells) -> str:
    first, last = (serial(day) for day in form.days)
    never = ",".join(f"{cell}={text_in_formula(word)}" for word in NEVER)
    told = pick(
        form.lang,
        "Ghi ngày/tháng/năm, gần năm báo cáo; ngày không có thì ghi: không. ",
        "Write a day near the year of the report, or: never. ",
    )
    within = f"IF(ISNUMBER({cell}),AND({cell}>={first},{cell}<={last}),FALSE)"
    return f'IF(OR({never},{within}),"",{text_in_formula(told)})'


def _number_check(indicator: Indicator, cell: str, lang: Lang) -> str:
    faults = [
        (f"NOT(ISNUMBER({cell}))", pick(lang, "Phải là số, không có chữ. ", "Must be a number without words. ")),
        (f"{cell}<0", pick(lang, "Không được âm. ", "Must not be negative. ")),
    ]
    unit, decimals = 10**indicator.decimals, indicator.decimals
    if indicator.kind == "percent":
        faults.append((f"{cell}>100", pick(lang, "Tỷ lệ không quá 100. ", "A share is 100 at most. ")))
    elif decimals:
        told = pick(lang, f"Nhiều nhất {decimals} chữ số thập phân. ", f"At most {decimals} decimals. ")
        faults.append((f"ABS({cell}*{unit}-ROUND({cell}*{unit},0))>0.000001", told))
    else:
        faults.append((f"{cell}<>INT({cell})", pick(lang, "Phải là số nguyên. ", "Must be a whole number. ")))
    text = '""'
    for fault, told in reversed(faults):
        text = f"IF({fault},{text_in_formula(told)},{text})"
    return text


def _relation_check(relation: FigureRelation, form: CheckedCells) -> str:
    """What is wrong with a figure beside others."""
    own, others = form.cells[relation.code], [form.cells[code] for code in relation.others]
    told = text_in_formula(_relation_words(relation, form))
    known = f"COUNT({','.join((own, *others))})={len(others) + 1}"
    if relation.kind == "sum_of":
        total = "+".join(others)
        return f'IF({known},IF(ROUND({own}-({total}),{_FINEST})<>0,{told}&ROUND({total},{_FINEST})&". ",""),"")'
    broken = f"{own}>{others[0]}" if relation.kind == "part_of" else f"{own}+{others[0]}>{MOST_TOGETHER}"
    return f'IF({known},IF({broken},{told},""),"")'


def _relation_words(relation: FigureRelation, form: CheckedCells) -> str:
    """What is said where a relation is broken; of a sum the right number follows."""
    names = brief(", ".join(form.names[code] for code in relation.others), _MOST_NAMES)
    if relation.kind == "part_of":
        return pick(form.lang, f"Lớn hơn dòng {names}. ", f"Larger than row {names}. ")
    if relation.kind == "sum_of":
        return pick(form.lang, f"Phải bằng tổng các dòng {names}, là ", f"Must be the sum of rows {names}, which is ")
    most = MOST_TOGETHER
    return pick(form.lang, f"Cộng với dòng {names} quá {most}. ", f"Together with row {names} more than {most}. ")
