"""The tables of a report form, line by line, as they are printed for somebody to fill in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from cchc_score.intake.figure_columns import ABOVE
from cchc_score.intake.figure_list import LIST_HEADINGS
from cchc_score.intake.label_rows import SIGNS
from cchc_score.model import Form, FormRow, FormSection, Indicator, Value
from cchc_score.office.form_sheet import FormValue
from cchc_score.points import plain
from cchc_score.text import Lang, pick

BLANK_LINES = 40
"""So many lines are left in a table in which every line is one of many alike."""
_LONGEST = 100
"""An answer with more letters is written as its code."""
NEVER = ("không", "never")
"""What is written where a day never came, and is read back."""


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One printed row: its code, label and unit of measure, and for each column of figures the row of the form."""

    code: str
    label: str
    kind: str
    unit: str
    cells: Mapping[str, FormRow]

    @property
    def name(self) -> str:
        """What people call the row: its code, or its label where it has none."""
        return self.code if self.code.strip(SIGNS) else f"'{self.label}'"


@dataclass(frozen=True, slots=True)
class FigureTable:
    """One table of a form: its columns of figures by name ('' where there is one), and its lines.

    A table in which each line is one of many alike has none: they are free. One that is `summed` has what they add up
    to, a line each. A `listed` one belongs to no form: its lines are figures by their own codes.
    """

    section: FormSection
    columns: tuple[str, ...]
    lines: tuple[FigureLine, ...]
    listed: bool = False
    summed: bool = False

    def headings(self, form: Form | None, lang: Lang) -> tuple[str, str, str, str]:
        """The headings of code, label, unit of measure and remark."""
        roles = ("code", "label", "unit", "remark")
        if self.listed or form is None:
            return tuple(pick(lang, *LIST_HEADINGS[role]) for role in roles)  # type: ignore[return-value]
        code, label, unit, remark = (form.columns[role][0] for role in roles)
        lines = None if self.summed else self.section.lines
        return code, lines.names[0] if lines else label, unit, remark

    def paths(self, form: Form | None, year: int, lang: Lang) -> list[tuple[str, ...]]:
        """The headings of each column of figures, the highest first."""
        if self.listed or form is None:
            return [(pick(lang, *LIST_HEADINGS["value"]),)]
        if self.summed or not self.section.figures:
            return [(form.columns["value"][0],)]
        # A column without headings of its own is known by its name.
        first = [(self.section.figures[name] or (name,))[0] for name in self.columns]
        years = {"{year}": str(year), "{last_year}": str(year - 1)}
        return [tuple(_filled_in(part, years) for part in heading.split(ABOVE)) for heading in first]


def _filled_in(heading: str, years: Mapping[str, str]) -> str:
    for sign, year in years.items():
        heading = heading.replace(sign, year)
    return heading.strip()


def figure_tables(
    form: Form, indicators: Mapping[str, Indicator], lang: Lang, summed: bool = False
) -> Iterator[FigureTable]:
    """The tables of a form in their order; where `summed`, what free lines add up to in place of them."""
    for section in form.tables:
        rows = [row for row in form.rows.values() if row.section == section.name]
        columns = tuple(section.figures) or ("",)
        if section.lines is None:
            yield FigureTable(section, columns, tuple(_lines(rows, section, indicators, lang)))
        elif summed and rows:
            yield FigureTable(section, ("",), tuple(_sums(rows, section, indicators, lang)), summed=True)
        else:
            yield FigureTable(section, columns, ())


def _sums(
    rows: Sequence[FormRow], section: FormSection, indicators: Mapping[str, Indicator], lang: Lang
) -> Iterator[FigureLine]:
    """What the lines of a table add up to: a line for each column, called by its headings."""
    for row in rows:
        heading = (section.figures[row.column] or (row.column,))[0]
        label = " – ".join(part.strip() for part in heading.split(ABOVE))
        yield FigureLine("", label, "leaf", _measure(row, indicators, lang), {"": replace(row, column="")})


def listed_table(codes: Sequence[str], indicators: Mapping[str, Indicator], lang: Lang) -> FigureTable:
    """Figures that no form asks for, by their own codes."""
    rows = [FormRow(code, indicators[code].label(lang), indicator=code) for code in codes]
    lines = [FigureLine(row.code, row.label, "leaf", _measure(row, indicators, lang), {"": row}) for row in rows]
    name = pick(lang, "Số liệu bổ sung", "More figures")
    return FigureTable(FormSection(name), ("",), tuple(lines), listed=True)


def _lines(
    rows: Sequence[FormRow], section: FormSection, indicators: Mapping[str, Indicator], lang: Lang
) -> Iterator[FigureLine]:
    printed: dict[str, list[FormRow]] = {}
    for row in rows:
        printed.setdefault(row.line_code, []).append(row)
    for own in printed.values():
        first = own[0]
        yield FigureLine(
            code=_printed_code(first, section.coded),
            label=first.label,
            kind=first.kind,
            unit=_measure(first, indicators, lang),
            cells={row.column: row for row in own if row.column or not section.figures},
        )


def _printed_code(row: FormRow, coded: bool) -> str:
    """The code as it is printed; a part of a row that has none has a dash there, a part of that a plus."""
    code = row.printed_code
    depth = code.count("/")
    if not coded:
        return ""
    return code if depth == 0 else "-" if depth == 1 else "+"


def _measure(row: FormRow, indicators: Mapping[str, Indicator], lang: Lang) -> str:
    """The unit of measure of a row, or what may be answered there."""
    if row.legend:
        return "; ".join(f"{answer.text} = {answer.number}" for answer in row.legend)
    if row.unit or row.indicator is None:
        return row.unit
    indicator = indicators[row.indicator]
    if indicator.kind == "date":
        return pick(lang, "ngày/tháng/năm", "day/month/year")
    if indicator.kind in ("yes_no", "option"):
        return " / ".join(answer_words(indicator, row, lang).values())
    return indicator.unit or ("%" if indicator.kind == "percent" else "")


def answer_words(indicator: Indicator, row: FormRow, lang: Lang) -> dict[str, str]:
    """What is written in a cell for each answer to a question, by the answer's code; readers know it again."""
    if row.legend:
        return {answer.option: answer.text for answer in row.legend}
    if indicator.kind == "yes_no":
        return {"yes": pick(lang, "có", "yes"), "no": pick(lang, "không", "no")}
    words = {
        option.code: option.name_en if lang == "en" and option.name_en else option.name for option in indicator.options
    }
    # Two answers of one name can only be told apart by their codes; a text in a formula cannot be as long as one likes.
    usable = len({one.casefold() for one in words.values()}) == len(words) and max(map(len, words.values())) <= _LONGEST
    return words if usable else {code: code for code in words}


def cell_value(indicator: Indicator, row: FormRow, value: Value, lang: Lang) -> FormValue:
    """A known figure as a cell holds it."""
    if isinstance(value, bool):
        return answer_words(indicator, row, lang)["yes" if value else "no"]
    if isinstance(value, Fraction | date):
        return value
    if value is None:
        return pick(lang, *NEVER)
    return answer_words(indicator, row, lang).get(value, value)


def value_text(indicator: Indicator, row: FormRow, value: Value, lang: Lang) -> str:
    """A known figure as a text that can be read in one way only: without marks of thousands."""
    shown = cell_value(indicator, row, value, lang)
    if isinstance(shown, Fraction):
        return exact_text(shown, lang)
    return f"{shown:%d/%m/%Y}" if isinstance(shown, date) else str(shown)


def exact_text(number: Fraction, lang: Lang) -> str:
    """A number without marks of thousands, and never with three decimals, of which '1,340' could be either."""
    whole, _, decimals = plain(number).partition(".")
    # With a fourth the mark can only be that of decimals.
    decimals += "0" if len(decimals) == 3 else ""
    return f"{whole}{pick(lang, ',', '.')}{decimals}" if decimals else whole
