"""The formulas of the statistics, over the lines of the ranking: counts, highest, mean and lowest index, classes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from cchc_score.report.workbook.book_plan import BookPlan
from cchc_score.report.workbook.fact_cells import NOT_APPLICABLE, is_live
from cchc_score.report.workbook.ranking_sheet import KIND, RANK, rank_column
from cchc_score.report.workbook.sheet_frame import FIRST
from cchc_score.results.ranking_statistics import UnitStatistics, group_statistics, kind_statistics

MEAN = "AVERAGEIFS"
MEAN_DECIMALS = 8
"""A mean is rounded to so many, since spreadsheets do not add up many numbers alike to the last digit."""
_SIMPLE = re.compile(r"[^\W\d_][^\W_]*(?: [^\W_]+)*")
"""Texts that stand for themselves where a spreadsheet looks for them: no sign of comparison, no placeholder."""


@dataclass(frozen=True, slots=True)
class UnitLines:
    """The lines of some units in the ranking: the columns asked for, from one row to another, and of which kind.

    `only` is the end of each condition; empty where the lines are those of the units alone.
    """

    ranks: str
    indices: str
    classes: str
    only: str

    def ranked(self) -> str:
        """How many have a rank."""
        return f'=COUNTIFS({self.ranks},">0"{self.only})'

    def index(self, function: str, ranked: str) -> str:
        """The highest, lowest or mean index, of two ranked units and more; `ranked` is the cell that counts them."""
        found = f'{function}({self.indices},{self.ranks},">0"{self.only})'
        found = f"ROUND({found},{MEAN_DECIMALS})" if function == MEAN else found
        return f'=IF({ranked}<2,"{NOT_APPLICABLE}",{found})'

    def with_class(self, name: str) -> str:
        """How many have the class whose name stands in a cell."""
        return f"=COUNTIFS({self.classes},{name}{self.only})"


def simple(names: list[str]) -> bool:
    """Whether a spreadsheet finds each of some names and no other of them: it takes capitals for small letters."""
    return all(map(_SIMPLE.fullmatch, names)) and len({name.casefold() for name in names}) == len(names)


def unit_lines(plan: BookPlan) -> Mapping[UnitStatistics, UnitLines]:
    """The lines of each group and each kind; none where the ranking is not in the book, or never rounded."""
    if "ranking" not in plan.report.pieces or not is_live(plan.scored.sheet.scheme):
        return {}
    ranking = plan.report.ranking
    found, row = {}, FIRST + 1
    for one in group_statistics(ranking):
        found[one] = _lines(plan, row, row + one.units - 1, "")
        row += one.units
    kinds = kind_statistics(ranking)
    if simple([one.group for one in kinds]):
        for at, one in enumerate(kinds, FIRST + 1 + len(found)):
            found[one] = _lines(plan, FIRST + 1, row - 1, f"$A{at}")
    return found


def _lines(plan: BookPlan, first: int, last: int, kind: str) -> UnitLines:
    from xlsxwriter.utility import xl_col_to_name

    columns = rank_column(plan)

    def span(column: int) -> str:
        letter = xl_col_to_name(column)
        return f"{plan.quoted('ranking')}${letter}${first}:${letter}${last}"

    only = f",{span(KIND)},{kind}" if kind else ""
    return UnitLines(span(RANK), span(columns["index"]), span(columns["class"]), only)
