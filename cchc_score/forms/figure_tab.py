"""A sheet of figures of a commune's workbook: a table of the report form with what is known, to be filled in."""

from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any

from cchc_score.forms.commune_plan import CODE, HEAD_ROWS, LABEL, UNIT, VALUE, CommunePlan, cell_name
from cchc_score.forms.figure_checks import CheckedCells, check_formula, check_words
from cchc_score.forms.figure_tables import BLANK_LINES, FigureLine, FigureTable, cell_value
from cchc_score.forms.form_head import fit_row, set_up_sheet, write_head, write_signatures
from cchc_score.forms.form_validation import possible_days, validate_figure
from cchc_score.forms.form_words import report_title, year_line
from cchc_score.model import FormRow, Indicator, Unit, Value
from cchc_score.report.workbook.book_pen import Look, Pen
from cchc_score.report.workbook.sheet_frame import HIGH
from cchc_score.text import pick

_CODE, _LISTED_CODE, _LABEL, _UNIT = 7.0, 22.0, 58.0, 17.0
_FIGURE, _REMARK, _LAST, _CHECK = 14.0, 20.0, 12.0, 34.0


class FigureTab:
    """One sheet of figures while it is written."""

    def __init__(self, pen: Pen, tab: Any, plan: CommunePlan, table: FigureTable) -> None:
        self.pen, self.tab, self.plan, self.table = pen, tab, plan, table
        count = len(table.columns)
        self.remark = VALUE + count
        # Of several columns nobody could tell beside which one a figure of last year stands.
        self.last = self.remark + 1 if plan.year.before and count == 1 else None
        self.check = self.remark + (1 if self.last is None else 2)
        self.first = plan.first_line(table)

    def write(self, unit: Unit | None, row: int) -> None:
        """The whole sheet of a unit, which has some row in the year's tables."""
        plan, form = self.plan, self.plan.year.form
        section = " – ".join(filter(None, dict.fromkeys((self.table.section.name, self.table.section.title))))
        titles = (report_title(form, unit, plan.lang), year_line(form, plan.scheme, plan.lang), section)
        write_head(self.pen, self.tab, titles, unit, UNIT, self.check)
        self._headings()
        lines = self.table.lines or self._free_lines()
        for at, line in enumerate(lines, self.first):
            self._line(at, line, row)
        end = self.first + len(lines)
        self._mark_faults(end - 1)
        end = write_signatures(self.pen, self.tab, end, (LABEL, self.remark), plan.lang)
        set_up_sheet(self.tab, (HEAD_ROWS, self.first), (end, self.check), VALUE)

    def _free_lines(self) -> tuple[FigureLine, ...]:
        rows = {name: FormRow("", "", indicator=None, column=name) for name in self.table.columns}
        return tuple(FigureLine("", "", "leaf", "", rows) for _ in range(BLANK_LINES))

    def _headings(self) -> None:
        form, lang = self.plan.year.form, self.plan.lang
        code, label, unit, remark = self.table.headings(form, lang)
        names = {CODE: code, LABEL: label, UNIT: unit, self.remark: remark, self.check: pick(lang, "Kiểm tra", "Check")}
        if self.last is not None:
            names[self.last] = pick(lang, "Năm trước", "Last year")
        for column, text in names.items():
            self._heading(HEAD_ROWS, self.first - 1, column, column, text)
        self._figure_headings()
        code_width = _LISTED_CODE if self.table.listed else _CODE
        widths = {CODE: code_width, LABEL: _LABEL, UNIT: _UNIT, self.remark: _REMARK, self.check: _CHECK}
        widths |= {VALUE + at: _FIGURE for at in range(len(self.table.columns))}
        for column, width in (widths if self.last is None else {**widths, self.last: _LAST}).items():
            self.tab.set_column(column, column, width)
        self.tab.set_row(self.first - 1, 2 * HIGH)

    def _figure_headings(self) -> None:
        """The headings of the figures, of which one may stand over several columns."""
        paths = self.table.paths(self.plan.year.form, self.plan.scheme.period, self.plan.lang)
        for at, path in enumerate(paths):
            for level, text in enumerate(path[:-1]):
                if at and paths[at - 1][: level + 1] == path[: level + 1] and len(paths[at - 1]) > level + 1:
                    continue
                same = [n for n in range(at, len(paths)) if paths[n][: level + 1] == path[: level + 1]]
                self._heading(HEAD_ROWS + level, HEAD_ROWS + level, VALUE + at, VALUE + same[-1], text)
            self._heading(HEAD_ROWS + len(path) - 1, self.first - 1, VALUE + at, VALUE + at, path[-1])

    def _heading(self, top: int, bottom: int, left: int, right: int, text: str) -> None:
        if (top, left) != (bottom, right):
            self.tab.merge_range(top, left, bottom, right, "", self.pen.format(Look("head")))
        self.pen.text(self.tab, top, left, text, Look("head"))

    def _line(self, at: int, line: FigureLine, row: int) -> None:
        pen, tab = self.pen, self.tab
        kind = "area" if line.kind == "area" else ""
        free = not self.table.lines
        name = Look("name" if line.kind == "header" else "text", row=kind, edited=free, unlocked=free)
        pen.text(tab, at, CODE, line.code, Look("code", row=kind))
        pen.text(tab, at, LABEL, line.label, name)
        pen.text(tab, at, UNIT, line.unit, Look("text", row=kind))
        for column, name_of in enumerate(self.table.columns, VALUE):
            own = line.cells.get(name_of)
            if own is None or own.kind != "leaf":
                pen.text(tab, at, column, "", Look("text", row=kind or "most"))
            else:
                self._figure(at, column, own, row)
        fill = line.kind == "leaf"
        pen.text(tab, at, self.remark, "", Look("text", row=kind, edited=fill, unlocked=fill))
        self._beside(at, line, row, kind)
        fit_row(tab, at, [(line.label, _LABEL), (line.unit, _UNIT)])

    def _figure(self, at: int, column: int, own: FormRow, row: int) -> None:
        indicator = self.plan.scheme.indicators[own.indicator] if own.indicator else None
        look = _look(indicator)
        table = self.plan.year.sheet.table
        if indicator is not None:
            validate_figure(self.tab, at, column, own, indicator, self.plan)
        if indicator is None or not table.known(row, indicator.code):
            self.tab.write_blank(at, column, None, self.pen.format(look))
        else:
            self._value(at, column, own, indicator, table.value(row, indicator.code), look)

    def _value(self, at: int, column: int, own: FormRow, indicator: Indicator, value: Value, look: Look) -> None:
        shown = cell_value(indicator, own, value, self.plan.lang)
        if isinstance(shown, Fraction):
            self.pen.number(self.tab, at, column, shown, look)
        elif isinstance(shown, date):
            self.pen.day(self.tab, at, column, shown, look)
        else:
            self.pen.text(self.tab, at, column, str(shown), look)

    def _beside(self, at: int, line: FigureLine, row: int, kind: str) -> None:
        """Last year's figure, and what is wrong with this one."""
        asked = [
            (column, own)
            for column, name in enumerate(self.table.columns, VALUE)
            if (own := line.cells.get(name)) is not None and own.indicator is not None
        ]
        if self.last is not None:
            self.pen.text(self.tab, at, self.last, "", Look("text", row=kind))
            for _, own in asked:
                self._last_year(at, own, row)
        checks = [
            check_formula(own, self.plan.scheme.indicators[own.indicator], cell_name(at, column), self._checked)
            for column, own in asked
            if own.indicator is not None
        ]
        if checks:
            said = " ".join(filter(None, (self._said(own, row) for _, own in asked)))
            self.pen.formula(self.tab, at, self.check, f"=TRIM({'&'.join(checks)})", said, Look("check"))
        else:
            self.pen.text(self.tab, at, self.check, "", Look("check", row=kind))

    def _said(self, own: FormRow, row: int) -> str:
        """What the check says of a figure that is known."""
        assert own.indicator is not None
        table = self.plan.year.sheet.table

        def number(code: str) -> Fraction | None:
            value = table.value(row, code) if table.known(row, code) else None
            return value if isinstance(value, Fraction) else None

        return check_words(self.plan.scheme.indicators[own.indicator], self._checked, number)

    def _last_year(self, at: int, own: FormRow, row: int) -> None:
        assert own.indicator is not None
        assert self.last is not None
        if (row, own.indicator) in self.plan.year.before:
            indicator = self.plan.scheme.indicators[own.indicator]
            look = _look(indicator)._replace(edited=False, unlocked=False, fixed=True)
            self._value(at, self.last, own, indicator, self.plan.year.before[row, own.indicator], look)

    @cached_property
    def _checked(self) -> CheckedCells:
        plan = self.plan
        names = {
            own.indicator: line.name
            for table in plan.tables
            for line in table.lines
            for own in line.cells.values()
            if own.indicator
        }
        return CheckedCells(
            indicators=plan.scheme.indicators,
            cells=plan.figure_cells,
            names=names,
            days=possible_days(plan),
            lang=plan.lang,
        )

    def _mark_faults(self, last: int) -> None:
        wrong = self.pen.format(Look("wrong"))
        check = cell_name(self.first, self.check).replace("$", "")
        condition = {"type": "formula", "criteria": f'=${check}<>""', "format": wrong}
        if self.table.lines:
            self.tab.conditional_format(self.first, VALUE, last, self.remark - 1, condition)


def _look(indicator: Indicator | None) -> Look:
    """How a figure looks that is to be filled in."""
    if indicator is None:
        return Look("free", edited=True, unlocked=True)
    if indicator.kind in ("yes_no", "option"):
        return Look("text", edited=True, unlocked=True)
    kind = "date" if indicator.kind == "date" else "free" if indicator.decimals else "points"
    return Look(kind, edited=True, unlocked=True)
