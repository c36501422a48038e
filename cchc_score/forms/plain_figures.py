"""The report form as plain tables, for Word and CSV, with the figures that are known."""

from collections.abc import Iterator

from cchc_score.forms.commune_plan import CommunePlan
from cchc_score.forms.figure_tables import BLANK_LINES, FigureLine, FigureTable, value_text
from cchc_score.forms.form_words import report_title, unit_lines, year_line
from cchc_score.model import Unit
from cchc_score.office.form_sheet import FormColumn, FormSheet, FormValue

_CODE, _LISTED_CODE, _LABEL, _UNIT, _FIGURE, _REMARK = 7, 30, 56, 18, 14, 20


def figure_sheets(plan: CommunePlan, unit: Unit | None, row: int) -> Iterator[FormSheet]:
    """The tables of a unit's report, in the order of the form; only the first has the head."""
    form, lang = plan.year.form, plan.lang
    title = report_title(form, unit, lang)
    for at, table in enumerate(plan.tables):
        section = tuple(filter(None, dict.fromkeys((table.section.name, table.section.title))))
        head = (year_line(form, plan.scheme, lang), *unit_lines(unit, lang))
        # Right above its table, by which readers know which of the form's tables it is.
        lines = (*head, *section) if at == 0 else section[1:]
        yield FormSheet(
            name=table.section.name or "1",
            title=title if at == 0 else "".join(section[:1]),
            lines=lines,
            columns=_columns(plan, table),
            rows=[_row(plan, table, line, row) for line in table.lines] or _free(table),
            titles=frozenset(n for n, line in enumerate(table.lines) if line.kind == "area"),
        )


def _free(table: FigureTable) -> list[tuple[FormValue, ...]]:
    """The empty lines of a table in which each is one of many alike."""
    return [(None,) * (len(table.columns) + 4)] * BLANK_LINES


def _columns(plan: CommunePlan, table: FigureTable) -> tuple[FormColumn, ...]:
    code, label, unit, remark = table.headings(plan.year.form, plan.lang)
    width = _LISTED_CODE if table.listed else _CODE
    paths = table.paths(plan.year.form, plan.scheme.period, plan.lang)
    figures = [FormColumn(path[-1], _FIGURE, True, above=" ".join(path[:-1])) for path in paths]
    first = (FormColumn(code, width, words=True), FormColumn(label, _LABEL, words=True), FormColumn(unit, _UNIT))
    return (*first, *figures, FormColumn(remark, _REMARK, True, words=True))


def _row(plan: CommunePlan, table: FigureTable, line: FigureLine, row: int) -> tuple[FormValue, ...]:
    return (line.code, line.label, line.unit, *(_value(plan, line, name, row) for name in table.columns), None)


def _value(plan: CommunePlan, line: FigureLine, column: str, row: int) -> FormValue:
    own, facts = line.cells.get(column), plan.year.sheet.table
    if own is None or own.indicator is None or not facts.known(row, own.indicator):
        return None
    return value_text(plan.scheme.indicators[own.indicator], own, facts.value(row, own.indicator), plan.lang)
