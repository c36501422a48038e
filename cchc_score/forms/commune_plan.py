"""Where everything stands in the workbook of a commune: its sheets, the cell of every figure and every criterion."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cchc_score.appraisal.own_figures import rests_on_reports
from cchc_score.engine import held_criteria
from cchc_score.forms.figure_tables import FigureTable, answer_words, figure_tables, listed_table
from cchc_score.model import Area, Criterion, FormLines, FormRow, Indicator, Scheme
from cchc_score.report.workbook.fact_cells import FactCells, largest_value
from cchc_score.report.workbook.sheet_names import sheet_names
from cchc_score.results.form_year import FormYear
from cchc_score.rule_words import used, with_parts
from cchc_score.text import Lang, pick

HEAD_ROWS = 9
"""The rows above the headings of a sheet of figures, and of the self-score."""
CODE, LABEL, UNIT, VALUE = range(4)
"""The first columns of a sheet of figures; behind the figures stand remark, last year and check."""
NUMBER, TITLE, RULE, MOST, FIGURES, POINTS, EVIDENCE, EXPLANATION, CHECK = range(9)
"""The columns of the self-score."""
OTHER_VALUE = 2
"""The column of a figure among those that the form does not ask for."""
OTHER_FIRST = 4
"""The row of the first of them."""
LARGEST = 10**9
"""A figure that is typed may be so large; points are calculated exactly up to it."""


# Without slots, for `cached_property` keeps its value in the dictionary of the instance.
@dataclass(frozen=True)
class CommunePlan:
    """What a workbook holds, and where; equal for all units of a year.

    `summed` is the form as somebody types it field by field: of a table of free lines what they add up to.
    """

    year: FormYear
    lang: Lang
    figures: bool = True
    claims: bool = True
    summed: bool = False

    @property
    def scheme(self) -> Scheme:
        """The scheme, as far as it is assessed this year."""
        return self.year.sheet.scheme

    @cached_property
    def tables(self) -> tuple[FigureTable, ...]:
        """The tables of the report form, and behind them the figures that the scheme asks for and the form does not."""
        if not self.figures:
            return ()
        form, indicators = self.year.form, self.scheme.indicators
        printed = tuple(figure_tables(form, indicators, self.lang, self.summed)) if form else ()
        there = {row.indicator for row in form.rows.values()} if form else set()
        there |= {code for table in printed if table.section.lines for code in _taken(table.section.lines)}
        more = [code for code in self._asked if code not in there and _is_reported(indicators[code])]
        return (*printed, listed_table(more, indicators, self.lang)) if more else printed

    @cached_property
    def _names(self) -> list[str]:
        lang = self.lang
        figures = [table.section.name or pick(lang, "Số liệu", "Figures") for table in self.tables]
        return sheet_names([*figures, pick(lang, "Tự chấm", "Self-score"), pick(lang, "Số liệu khác", "Other figures")])

    @property
    def figure_tabs(self) -> list[str]:
        """The names of the sheets of figures."""
        return self._names[:-2]

    @property
    def claim_tab(self) -> str:
        """The name of the sheet of the self-score."""
        return self._names[-2]

    @property
    def other_tab(self) -> str:
        """The name of the sheet of the figures that the form does not ask for."""
        return self._names[-1]

    def first_line(self, table: FigureTable) -> int:
        """The row of the first line of a sheet of figures, from 0."""
        return HEAD_ROWS + max(len(path) for path in table.paths(self.year.form, self.scheme.period, self.lang))

    @cached_property
    def figure_cells(self) -> Mapping[str, str]:
        """The cells of the figures that the form asks for, by indicator, with the names of their sheets."""
        return {row.indicator: self.row_cells[row.code] for row in self.figure_rows if row.indicator is not None}

    @cached_property
    def figure_rows(self) -> list[FormRow]:
        """The rows of the form that ask for a figure, in one column each, and those beyond the form."""
        # Backwards, so that of two rows for one figure the first stays.
        return [row for table in self.tables for line in table.lines for row in line.cells.values()][::-1]

    @cached_property
    def row_cells(self) -> Mapping[str, str]:
        """The cells of all rows of the form, by their codes, with the names of their sheets."""
        found = {}
        for table, tab in zip(self.tables, self.figure_tabs, strict=True):
            for at, line in enumerate(table.lines, self.first_line(table)):
                for row in line.cells.values():
                    column = VALUE + table.columns.index(row.column)
                    found[row.code] = f"{quoted(tab)}!{cell_name(at, column)}"
        return found

    @cached_property
    def other_codes(self) -> tuple[str, ...]:
        """The figures that decide what a unit may claim and that it does not report itself."""
        own = self._decisive([leaf for leaf in self.leaves if self.is_own(leaf)])
        return tuple(code for code in own if code not in self.figure_cells)

    @cached_property
    def _asked(self) -> tuple[str, ...]:
        """The figures that decide anything, choices and factors of parents too, and what they follow from."""
        held = [one for one in self.scheme.criteria.values() if one.number in self.held]
        return self._decisive(held)

    def _decisive(self, leaves: Sequence[Criterion]) -> tuple[str, ...]:
        asked = [code for leaf in leaves for code in used(self.scheme, leaf, self.year.methods)]
        return with_parts(dict.fromkeys(asked), self.scheme.indicators)

    @cached_property
    def cells(self) -> Mapping[str, str]:
        """The cells of all figures by indicator."""
        others = {
            code: f"{quoted(self.other_tab)}!{cell_name(OTHER_FIRST + at, OTHER_VALUE)}"
            for at, code in enumerate(self.other_codes)
        }
        return {**self.figure_cells, **others}

    @cached_property
    def held(self) -> frozenset[str]:
        """The criteria that are assessed this year."""
        return frozenset(held_criteria(self.scheme))

    @cached_property
    def leaves(self) -> tuple[Criterion, ...]:
        """The leaves that are assessed this year."""
        return tuple(leaf for leaf in self.scheme.leaves if leaf.number in self.held)

    def is_own(self, leaf: Criterion) -> bool:
        """Whether a unit's own figures alone decide a leaf: none of a survey or the council, and nobody else's."""
        methods = self.year.methods
        return not methods[leaf.method].peers and rests_on_reports(leaf, self.scheme, methods)

    @cached_property
    def places(self) -> tuple[Area | Criterion, ...]:
        """The lines of the self-score: areas, each with its criteria behind it; none of which nothing is assessed."""
        found: list[Area | Criterion] = []
        for area in self.scheme.areas:
            own = [one for one in self.scheme.criteria.values() if one.area == area.code and one.number in self.held]
            found += [area, *own] if own else []
        return tuple(found)

    @cached_property
    def place_rows(self) -> Mapping[str, int]:
        """The rows of areas, by code, and of criteria, by number, on the sheet of the self-score, from 0."""
        return {
            place.code if isinstance(place, Area) else place.number: at
            for at, place in enumerate(self.places, HEAD_ROWS + 1)
        }

    def fact_cells(self) -> FactCells:
        """The figures in formulas: their slots are filled with whole addresses."""
        indicators = self.scheme.indicators
        rows = {row.indicator: row for row in self.figure_rows}
        words = {
            code: {
                answer: formula_text(word)
                for answer, word in answer_words(indicators[code], rows.get(code, FormRow("", "")), self.lang).items()
            }
            for code in self.cells
            if indicators[code].kind in ("yes_no", "option")
        }
        return FactCells(self.scheme, self._largest, words, "")

    def _largest(self, code: str) -> int:
        indicator = self.scheme.indicators[code]
        bound: int = (100 if indicator.kind == "percent" else LARGEST) * 10**indicator.decimals
        return max(bound, largest_value(self.year.sheet.table, code))


def _is_reported(indicator: Indicator) -> bool:
    """Whether a unit reports a figure itself: none that follows from others, or from another year."""
    followed = indicator.derived is not None or indicator.last_year_of is not None or indicator.over_items is not None
    return indicator.source == "report" and not followed


def _taken(lines: FormLines) -> Iterator[str]:
    """The figures that the lines of a table give."""
    yield from lines.sums.values()
    yield from lines.items.values()


def quoted(tab: str) -> str:
    """The name of a sheet as it stands in formulas."""
    return "'" + tab.replace("'", "''") + "'"


def cell_name(row: int, column: int) -> str:
    """The address of a cell, from 0, which stays what it is wherever it is copied to."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True))


def letter(column: int) -> str:
    """The letters of a column, from 0."""
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(column))


def text_in_formula(text: str) -> str:
    """A text as a formula holds it, with its quotation marks."""
    return '"' + text.replace('"', '""') + '"'


def formula_text(text: str) -> str:
    """A text as it stands between quotation marks in the template of a formula."""
    return text.replace('"', '""').replace("{", "{{").replace("}", "}}")
