"""The formulas of points and of what can be reached: of leaves, parents and areas, for every unit of a workbook."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from cchc_score.engine import Leaf
from cchc_score.model import Criterion
from cchc_score.report.workbook.book_plan import (
    POINTS_FIRST,
    BookPlan,
)
from cchc_score.report.workbook.fact_sheet import VALUE_COLUMN, fact_cells
from cchc_score.report.workbook.leaf_formulas import (
    NOT_APPLICABLE,
    FactCells,
    LeafFormula,
    NoFormula,
    is_live,
    leaf_formula,
)
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
        scored = self.plan.scored
        method = scored.methods[criterion.method]
        # What others have decides it: units that are not in the workbook too.
        if method.peers or any(self._is_parent(gate.criterion) for gate in criterion.gates):
            return None
        leaf = Leaf(scored.sheet.scheme, criterion, method, scored.sheet.table)
        if any(self._is_parent(gate.criterion) for gate in leaf.gates):
            return None
        try:
            return leaf_formula(leaf, self.facts, self.points_cell)
        except NoFormula:
            return None

    def _is_parent(self, number: str) -> bool:
        criterion = self.plan.criterion(number) if number else None
        return criterion is not None and not criterion.is_leaf

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
        for position in range(len(plan.lines)):
            first = plan.fact_row(position)
            yield formula.template.format(*[first + offset for offset in offsets], row=plan.points_row(position))
