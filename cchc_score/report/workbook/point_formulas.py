"""The formulas of points and of what can be reached: of leaves, parents and areas, for every unit of a workbook."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from cchc_score.model import Criterion
from cchc_score.report.workbook.best_cells import BestCells
from cchc_score.report.workbook.book_plan import (
    POINTS_FIRST,
    BookPlan,
)
from cchc_score.report.workbook.fact_cells import NOT_APPLICABLE, FactCells, LeafFormula, NoFormula, is_live
from cchc_score.report.workbook.fact_sheet import VALUE_COLUMN, fact_cells
from cchc_score.report.workbook.leaf_formulas import leaf_formula
from cchc_score.report.workbook.parent_formulas import (
    area_points,
    parent_points,
    parent_reachable,
    summed,
)


@dataclass(frozen=True)
class PointFormulas:
    """The formulas and values of points by place and unit."""

    plan: BookPlan

    @cached_property
    def letters(self) -> dict[str, str]:
        """The letters of the columns of areas and criteria."""
        from xlsxwriter.utility import xl_col_to_name

        return {place: xl_col_to_name(column) for place, column in self.plan.columns.items()}

    @cached_property
    def facts(self) -> FactCells:
        """The cells of the facts."""
        return fact_cells(self.plan, f"{self.plan.quoted('facts')}{VALUE_COLUMN}")

    @cached_property
    def best(self) -> BestCells:
        """The cells of the best of each group."""
        return BestCells(self.plan, self.facts, self.points_away)

    def points_cell(self, place: str) -> str:
        """The cell of a place in the row of the unit, on the sheet of the points."""
        return f"${self.letters[place]}{{row}}"

    def points_away(self, place: str) -> str:
        """The same from another sheet."""
        return f"{self.plan.quoted('points')}{self.points_cell(place)}"

    def reachable_away(self, place: str) -> str:
        """The cell of what is reachable, from another sheet."""
        return f"{self.plan.quoted('reachable')}{self.points_cell(place)}"

    def points_formula(self, place: str) -> LeafFormula | None:
        """The formula of an area or a criterion; None where it has none."""
        scheme, criterion = self.plan.scored.sheet.scheme, self.plan.criterion(place)
        if not is_live(scheme):
            return None
        self.facts.slots.clear()
        if criterion is None:
            area = next(area for area in scheme.areas if area.code == place)
            return self._of("=" + area_points(area, self.points_cell, scheme.decimals))
        if criterion.is_leaf:
            return self._leaf(criterion)
        return self._of("=" + parent_points(scheme, criterion, self.points_cell, self.reachable_away, self.facts))

    def _leaf(self, criterion: Criterion) -> LeafFormula | None:
        number, peers = criterion.number, self.plan.scored.methods[criterion.method].peers
        if peers and number not in self.best.leaves:
            return None
        leaf = self.best.leaves[number].leaf if peers else self.plan.leaf(criterion)
        if leaf is None:
            return None
        try:
            return leaf_formula(leaf, self.facts, self.points_cell, lambda own: self.best.top(number, own))
        except NoFormula:
            return None

    def _of(self, text: str) -> LeafFormula:
        return LeafFormula(text, tuple(self.facts.slots))

    def reachable_formula(self, place: str) -> LeafFormula | None:
        """The formula of what is reachable in an area or a criterion."""
        scheme, criterion = self.plan.scored.sheet.scheme, self.plan.criterion(place)
        if not is_live(scheme):
            return None
        self.facts.slots.clear()
        if criterion is None:
            area = next(area for area in scheme.areas if area.code == place)
            parts = [self.points_cell(number) for number in area.criteria]
            return self._of("=" + (summed(parts, scheme.decimals) if area.kind == "normal" else "0"))
        if criterion.is_leaf:
            most = f"{self.letters[place]}${POINTS_FIRST}"
            return self._of(f'=IF({self.points_away(place)}="{NOT_APPLICABLE}",0,{most})')
        return self._of("=" + parent_reachable(scheme, criterion, self.points_away, self.points_cell, self.facts))

    def filled(self, formula: LeafFormula) -> Iterator[str]:
        """A formula for every unit of the book."""
        plan = self.plan
        offsets = [plan.codes.index(code) for code in formula.codes]
        for position, line in enumerate(plan.lines):
            rows = [plan.fact_row(position) + offset for offset in offsets]
            yield formula.template.format(*rows, row=plan.points_row(position), group=plan.best_row(line.group))
