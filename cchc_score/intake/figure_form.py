"""A form for figures of many units: a line for each, a column for each figure, with what is known filled in."""

from collections.abc import Iterable, Sequence
from datetime import date

from cchc_score.catalogue.labels import NEVER
from cchc_score.facts import Table
from cchc_score.intake.headings import ABOUT, HeadingNames
from cchc_score.intake.printed_values import Unreadable, parse_fact
from cchc_score.model import Indicator, Unit, Value
from cchc_score.office.form_sheet import FormColumn, FormSheet, FormValue
from cchc_score.text import Lang, pick

_CODE, _NAME, _FIGURE, _ANSWER = 12, 26, 16, 24
"""Widths in characters."""


def figure_form(
    name: str,
    title: str,
    lines: Sequence[str],
    indicators: Sequence[Indicator],
    names: HeadingNames,
    units: Iterable[tuple[int, Unit]],
    known: Table,
    lang: Lang,
) -> FormSheet:
    """The form for some units, each with its row in the table of what is known."""
    columns = [*unit_headings(lang), *(_column(one, names, lang) for one in indicators)]
    rows = [
        (unit.code, unit.name, *(_cell(known, row, indicator, lang) for indicator in indicators)) for row, unit in units
    ]
    return FormSheet(name, title, (*lines, *answers_lines(indicators, lang)), tuple(columns), rows, held=2)


def unit_headings(lang: Lang) -> tuple[FormColumn, FormColumn]:
    """The columns that say which unit a line is about."""
    code, unit = (ABOUT[key][1] if lang == "vi" else key for key in ("unit", "name"))
    return FormColumn(code, _CODE, words=True), FormColumn(unit, _NAME, words=True)


def _column(indicator: Indicator, names: HeadingNames, lang: Lang) -> FormColumn:
    choices = _choices(indicator, lang)
    return FormColumn(
        heading=names.heading_of(indicator, lang),
        width=_ANSWER if choices else _FIGURE,
        filled=True,
        words=bool(choices),
        choices=choices,
    )


def _choices(indicator: Indicator, lang: Lang) -> tuple[str, ...]:
    """The answers to a question that has only some."""
    values: list[Value] = []
    if indicator.kind == "yes_no":
        values = [True, False]
    elif indicator.kind == "option":
        values = [option.code for option in indicator.options]
    return tuple(str(figure_cell(indicator, value, lang)) for value in values)


def answers_lines(indicators: Iterable[Indicator], lang: Lang) -> tuple[str, ...]:
    """What may stand in a column of answers, in so many words."""
    found = []
    for indicator in indicators:
        if indicator.kind == "option":
            found.append(f"{indicator.label(lang)}: {'; '.join(_choices(indicator, lang))}")
    return tuple(found)


def _cell(known: Table, row: int, indicator: Indicator, lang: Lang) -> FormValue:
    if not known.known(row, indicator.code):
        return None
    return figure_cell(indicator, known.value(row, indicator.code), lang)


def figure_cell(indicator: Indicator, value: Value, lang: Lang) -> FormValue:
    """A figure as a cell holds it, so that it is the same when it is read again."""
    if isinstance(value, bool):
        return pick(lang, *(("có", "yes") if value else ("không", "no")))
    if isinstance(value, str):
        names = {option.code: (option.name, option.name_en or option.name) for option in indicator.options}
        name = pick(lang, *names.get(value, (value, value)))
        return name if _leads_to(indicator, name, value) else value
    if isinstance(value, date):
        return value
    return pick(lang, *NEVER) if value is None else value


def _leads_to(indicator: Indicator, name: str, code: str) -> bool:
    """Whether the name of an answer is read as that answer."""
    try:
        return parse_fact(indicator, name) == code
    except Unreadable:
        return False
