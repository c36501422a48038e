"""Typed figures: what somebody has typed into the form of a unit, read, and written as the report of the unit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cchc_score.facts import table
from cchc_score.figure_relations import is_far
from cchc_score.findings import Finding, Words
from cchc_score.intake.canonical_toml import report_toml
from cchc_score.intake.join import Gathered
from cchc_score.intake.printed_values import Unreadable, parse_fact, unreadable_args
from cchc_score.model import FormRow, Indicator, Unit, Value
from cchc_score.text import brief, number

_FAR_TIMES, _FAR_LEAST, _FAR_POINTS = 2, 10, 30
"""A number is unlike the last one when it is so many times as large or small, and differs by so much at least; a share,
when it differs by so many percentage points."""


@dataclass(frozen=True, slots=True)
class TypedFigures:
    """The figures that could be read, by indicator, and why others could not; what is empty is among neither."""

    values: Mapping[str, Value]
    faults: Mapping[str, Finding]


def typed_figures(
    texts: Mapping[str, str], asked: Mapping[str, FormRow], indicators: Mapping[str, Indicator]
) -> TypedFigures:
    """The figures that texts say, by the codes of the indicators that rows of a form ask for."""
    values: dict[str, Value] = {}
    faults: dict[str, Finding] = {}
    for code, row in asked.items():
        text = " ".join(texts.get(code, "").split())
        if not text:
            continue
        try:
            values[code] = parse_fact(indicators[code], text, row.legend)
        except Unreadable as fault:
            faults[code] = Finding(fault.code, args=unreadable_args(indicators[code], brief(text)))
    return TypedFigures(values, faults)


def figures_toml(
    unit: Unit, values: Mapping[str, Value], indicators: Mapping[str, Indicator], year: int, form: str = ""
) -> str:
    """The report of a unit with some figures and no others, as an import would write it."""
    facts = table((unit,), indicators, {(0, code): value for code, value in values.items()})
    return report_toml(Gathered(facts, ()), 0, year, form, (unit.label,), "vi")


def oddities(
    values: Mapping[str, Value],
    before: Mapping[str, Value],
    indicators: Mapping[str, Indicator],
    days: tuple[date, date],
) -> dict[str, Words]:
    """What is odd about figures by themselves: days far from the year, numbers unlike those of the year before."""
    found: dict[str, Words] = {}
    for code, value in values.items():
        last = before.get(code)
        if isinstance(value, date) and is_far(value, days):
            found[code] = Words(
                f"Ngày không gần năm báo cáo {days[1].year}.", f"The day is not near the year {days[1].year}."
            )
        elif isinstance(value, Fraction) and isinstance(last, Fraction) and is_unlike(indicators[code], value, last):
            found[code] = Words(f"Khác nhiều so với năm trước ({number(last)}).", _unlike_en(last))
    return found


def _unlike_en(last: Fraction) -> str:
    return f"Far from that of last year ({number(last, lang='en')})."


def is_unlike(indicator: Indicator, value: Fraction, last: Fraction) -> bool:
    """Whether a number is so far from that of the year before that somebody should look at it twice."""
    difference = abs(value - last)
    if indicator.kind == "percent":
        return difference > _FAR_POINTS
    return difference >= _FAR_LEAST and max(value, last) >= _FAR_TIMES * min(value, last)


def pasted(text: str, rows: Sequence[str]) -> dict[str, str]:
    """The texts of a column copied out of a spreadsheet, by the figures that the rows of a table ask for.

    `rows` are the codes of the figures, '' for a row that asks for none. As many lines as there are figures are these
    alone; otherwise each line is one of the rows. Of lines with several cells the last filled one counts.
    """
    # A blank line is a blank cell; only the end of the last line is none.
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
    cells = [[cell.strip() for cell in line.split("\t") if cell.strip()] for line in lines]
    asked = [code for code in rows if code]
    own = asked if len(lines) == len(asked) else rows
    return {code: found[-1] if found else "" for code, found in zip(own, cells, strict=False) if code}


def as_choice(indicator: Indicator, row: FormRow, text: str) -> str:
    """A text as the field of a figure holds it: an answer by its code, where the text says one; else as it is."""
    if indicator.kind not in ("yes_no", "option") or not text:
        return text
    try:
        value = parse_fact(indicator, text, row.legend)
    except Unreadable:
        return text
    return value if isinstance(value, str) else "yes" if value else "no"
