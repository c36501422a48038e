"""Where the best of each group stands, and by what its units are held against each other: cells of a sheet of its own.

A leaf whose points hang on others has three columns there: numerator and divisor of what is compared, and their
quotient. A line for each group has the best of it; below them each ranked unit has a line of its own.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from cchc_score.engine import Leaf
from cchc_score.formulas import Quotient, Term
from cchc_score.model import Criterion
from cchc_score.report.workbook.book_plan import BookPlan
from cchc_score.report.workbook.fact_cells import FactCells, LeafFormula, NoFormula
from cchc_score.report.workbook.leaf_formulas import own_formulas, own_numbers
from cchc_score.report.workbook.sheet_frame import FIRST
from cchc_score.rule_words import unheld

FIRST_COLUMN, WIDTH = 3, 3
"""The column of the first numerator, from 0, and how many columns a leaf has."""


@dataclass(frozen=True, slots=True)
class PeerColumns:
    """The columns of a leaf: the first of the three, and the formulas of a unit's numerator and divisor."""

    leaf: Leaf
    column: int
    num: LeafFormula
    den: LeafFormula

    @property
    def letters(self) -> tuple[str, str, str]:
        """The letters of numerator, divisor and quotient."""
        from xlsxwriter.utility import xl_col_to_name

        first, second, third = (f"${xl_col_to_name(self.column + at)}" for at in range(WIDTH))
        return first, second, third


# Without slots, for `cached_property` keeps its value in the dictionary of the instance.
@dataclass(frozen=True)
class BestCells:
    """The cells of a workbook with the best of its groups; `points_away` names that of a criterion on another sheet."""

    plan: BookPlan
    facts: FactCells
    points_away: Callable[[str], str]

    @cached_property
    def leaves(self) -> Mapping[str, PeerColumns]:
        """The leaves whose points hang on others, by number: those that can be written as formulas."""
        found: dict[str, PeerColumns] = {}
        # What units have that are not in the book cannot be looked up in it.
        for criterion in self.plan.scored.sheet.scheme.criteria.values() if self.plan.ranked else ():
            columns = self._columns(criterion, FIRST_COLUMN + WIDTH * len(found))
            if columns is not None:
                found[criterion.number] = columns
        return found

    def _columns(self, criterion: Criterion, column: int) -> PeerColumns | None:
        from xlsxwriter.utility import xl_col_to_name

        scored = self.plan.scored
        if not criterion.is_leaf or not scored.methods[criterion.method].peers:
            return None
        # What nobody is assessed by holds nobody against others.
        if unheld(scored.sheet.scheme, criterion) is not None:
            return None
        leaf = self.plan.leaf(criterion)
        if leaf is None:
            return None
        try:
            formulas = own_formulas(leaf, self.facts, self.points_away, f"${xl_col_to_name(column)}{{own}}")
        except NoFormula:
            return None
        return PeerColumns(leaf, column, *formulas)

    def top(self, number: str, own: Quotient) -> Quotient:
        """The best of the unit's group in a leaf, where units are held against each other by `own`."""
        num, den, _ = self.leaves[number].letters
        tab = self.plan.quoted("best")
        # Where nobody takes part its divisor is 1.
        most = max(own.den.most, 1)
        return Quotient(Term(f"{tab}{num}${{group}}", own.num.most), Term(f"{tab}{den}${{group}}", most))

    def own_row(self, place: int) -> int:
        """The row of a unit by its place among the ranked ones, as spreadsheets count."""
        return FIRST + 1 + len(self.plan.groups) + place

    def numbers(self, columns: PeerColumns) -> dict[int, tuple[int, int]]:
        """Numerator and divisor of every ranked unit that takes part, by its row in the score sheet."""
        own = {line.row: own_numbers(columns.leaf, self.facts, line.row) for line in self.plan.peers}
        return {row: numbers for row, numbers in own.items() if numbers is not None}
