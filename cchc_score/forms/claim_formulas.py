"""The formulas of the self-score: points by a unit's own figures, and what its own points add up to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from cchc_score.appraisal.marks import OUTCOMES
from cchc_score.catalogue.labels import MARK_OUTCOMES
from cchc_score.engine import Leaf
from cchc_score.forms.commune_plan import (
    EVIDENCE,
    FIGURES,
    HEAD_ROWS,
    MOST,
    NUMBER,
    POINTS,
    CommunePlan,
    cell_name,
    letter,
    text_in_formula,
)
from cchc_score.model import Area, Criterion
from cchc_score.points import plain
from cchc_score.report.workbook.derived_cells import derived_formula
from cchc_score.report.workbook.fact_cells import OPEN, FactCells, LeafFormula, NoFormula, is_live
from cchc_score.report.workbook.leaf_formulas import leaf_formula
from cchc_score.report.workbook.parent_formulas import area_points, parent_points, summed
from cchc_score.text import Lang, pick
from cchc_score.text import number as number_words

PROOFLESS = ("Thiếu tài liệu kiểm chứng. ", "Evidence is missing. ")
DIFFERS = ("Khác điểm theo số liệu.", "Differs from the points by figures.")
"""What is odd about points that a unit claims."""


@dataclass(frozen=True)
class ClaimFormulas:
    """The formulas of a workbook, equal for all units: each is made once."""

    plan: CommunePlan

    @cached_property
    def facts(self) -> FactCells:
        """The cells of the figures."""
        return self.plan.fact_cells()

    def cell(self, place: str, column: int) -> str:
        """The cell of an area or a criterion."""
        return cell_name(self.plan.place_rows[place], column)

    def figures_cell(self, place: str) -> str:
        """The cell of the points by figures."""
        return self.cell(place, FIGURES)

    @cached_property
    def by_figures(self) -> Mapping[str, str]:
        """The formulas of points by figures, of those places that have one."""
        found: dict[str, str] = {}
        # From below: a criterion stands behind those that it is a part of.
        for place in reversed(self.plan.places) if is_live(self.plan.scheme) else ():
            name = place.code if isinstance(place, Area) else place.number
            text = self._leaf(place) if isinstance(place, Criterion) and place.is_leaf else self._sum(place, found)
            if text is not None:
                found[name] = text
        return found

    def is_whole(self, place: str, formulas: Mapping[str, str]) -> bool:
        """Whether a place and all that it is made of are among some formulas."""
        return place in formulas and self._has_parts(place, formulas)

    def _has_parts(self, place: str, formulas: Mapping[str, str]) -> bool:
        return all(self.is_whole(part, formulas) for part in self.parts_of(place))

    def parts_of(self, place: str) -> tuple[str, ...]:
        """What of an area, by its code, or of a criterion, by its number, is assessed this year."""
        criterion = self.plan.scheme.criteria.get(place)
        areas = {area.code: area.criteria for area in self.plan.scheme.areas}
        return tuple(one for one in (criterion.parts if criterion else areas[place]) if one in self.plan.held)

    def _sum(self, place: Area | Criterion, found: Mapping[str, str]) -> str | None:
        """The formula of an area, or of a criterion with parts; None where it cannot do with some of its parts."""
        scheme = self.plan.scheme
        self.facts.slots.clear()
        # Of what a survey or the council gives there is nothing to add up.
        if not any(part in found for part in self.parts_of(place.code if isinstance(place, Area) else place.number)):
            return None
        if isinstance(place, Area):
            return "=" + area_points(self._held_area(place), self.figures_cell, scheme.decimals)
        simple = place.combine in ("sum", "capped", "best") and place.factor is None
        if not (simple or self._has_parts(place.number, found)) or self._asks_others(place):
            return None
        held = self._held_parent(place)
        text = parent_points(scheme, held, self.figures_cell, self._reachable, self.facts)
        return self._filled(LeafFormula(f"={text}", tuple(self.facts.slots)))

    def _held_area(self, area: Area) -> Area:
        return replace(area, criteria=self.parts_of(area.code))

    def _held_parent(self, criterion: Criterion) -> Criterion:
        return replace(criterion, parts=self.parts_of(criterion.number))

    def _asks_others(self, criterion: Criterion) -> bool:
        """Whether the choice or the factor of a parent hangs on a figure that has no cell here."""
        refs = [criterion.chosen_by, criterion.factor.fact if criterion.factor else None]
        return any(code not in self.plan.cells for ref in refs if ref is not None for code in ref.codes)

    def _reachable(self, number: str) -> str:
        # What does not apply has no number beside it to be compared with.
        return plain(self.plan.scheme.criteria[number].max_points)

    def _leaf(self, criterion: Criterion) -> str | None:
        plan = self.plan
        if not plan.is_own(criterion):
            return None
        leaf = Leaf(plan.scheme, criterion, plan.year.methods[criterion.method], plan.year.sheet.table)
        looked_at = [gate.criterion for gate in leaf.gates if gate.criterion]
        if any(number not in plan.place_rows or plan.scheme.criteria[number].parts for number in looked_at):
            return None
        try:
            formula = leaf_formula(leaf, self.facts, self.figures_cell)
        except (NoFormula, KeyError):
            # A KeyError where a gate or a factor asks for a figure that has no cell here.
            return None
        return self._filled(LeafFormula(f'=IFERROR({formula.template[1:]},"{OPEN}")', formula.codes))

    def _filled(self, formula: LeafFormula) -> str | None:
        if any(code not in self.plan.cells for code in formula.codes):
            return None
        return formula.template.format(*[self.plan.cells[code] for code in formula.codes])

    def derived(self, code: str) -> str | None:
        """The formula of a figure that follows from others; None for one that does not."""
        try:
            formula = derived_formula(self.plan.scheme.indicators[code], self.facts)
        except KeyError:
            return None
        return None if formula is None else self._filled(formula)

    def own_points(self, place: Area | Criterion) -> str:
        """The formula of what a unit's own points add up to in an area or a criterion with parts; '' where nothing."""
        if isinstance(place, Area):
            text, cells = self._area_sum(place), self._points_cells(self._held_area(place).criteria)
        else:
            cells = self._points_cells(self._held_parent(place).parts)
            text = self._parent_sum(place, cells)
        return f'=IF(COUNT({",".join(cells)})=0,"",{text})'

    def _points_cells(self, numbers: Sequence[str]) -> list[str]:
        return [self.cell(number, POINTS) for number in numbers]

    def _area_sum(self, area: Area) -> str:
        text = summed(self._points_cells(self._held_area(area).criteria), self.plan.scheme.decimals)
        if area.kind == "normal":
            return text
        capped = f"MIN({text},{plain(area.max_points)})"
        return f"0-{capped}" if area.kind == "penalty" else capped

    def _parent_sum(self, criterion: Criterion, cells: Sequence[str]) -> str:
        whole = summed(cells, self.plan.scheme.decimals)
        if criterion.combine == "capped":
            return f"MIN({whole},{plain(criterion.max_points)})"
        if criterion.combine == "best":
            return f"MAX({','.join(cells)})"
        if criterion.combine == "all":
            parts = self._held_parent(criterion).parts
            full = [f"{cell}={self._reachable(part)}" for cell, part in zip(cells, parts, strict=True)]
            return f"IF(AND({','.join(full)}),{plain(criterion.max_points)},0)"
        return whole

    def total(self, column: int) -> str:
        """The formula of the total of a column of points: areas added up, of which a penalty is below 0."""
        areas = [place for place in self.plan.places if isinstance(place, Area)]
        cells = [self.cell(area.code, column) for area in areas]
        text = summed(cells, self.plan.scheme.decimals)
        return f'=IF(COUNT({",".join(cells)})=0,"",MAX({text},0))'

    def check(self, leaf: Criterion) -> str:
        """The formula of what is wrong, or odd, with a unit's own points of a leaf."""
        lang, points = self.plan.lang, self.cell(leaf.number, POINTS)
        figures, proof = self.cell(leaf.number, FIGURES), self.cell(leaf.number, EVIDENCE)
        proofless, differs = (text_in_formula(pick(lang, *both)) for both in (PROOFLESS, DIFFERS))
        odd = (
            f'IF(AND({points}>0,{proof}=""),{proofless},"")&'
            f'IF(ISNUMBER({figures}),IF(ROUND({points}-{figures},6)<>0,{differs},""),"")'
        )
        wrong = f'IF({self.fault(leaf)},{text_in_formula(_limits(leaf, lang))},IF(ISNUMBER({points}),{odd},""))'
        return f'=IF({points}="","",{wrong})'

    def fault(self, leaf: Criterion) -> str:
        """The condition on which a unit's own points of a leaf cannot be used."""
        return self._fault(self.cell(leaf.number, POINTS), plain(leaf.max_points))

    def wrong_points(self) -> str:
        """The same for every criterion of the sheet, as the condition of a format that begins at the first."""
        first = HEAD_ROWS + 2
        points, most, number = (f"${letter(column)}{first}" for column in (POINTS, MOST, NUMBER))
        # No area has a dot in its number, and the points of a penalty are below 0.
        return f'=IF(ISNUMBER(FIND(".",{number})),{self._fault(points, most)},FALSE)'

    def _fault(self, points: str, most: str) -> str:
        step = 10**self.plan.scheme.decimals
        words = ",".join(f"{points}={text_in_formula(word)}" for word in OUTCOMES)
        fine = f"ABS({points}*{step}-ROUND({points}*{step},0))>0.000001"
        number = f"OR({points}<0,{points}>{most},{fine})"
        return f'IF({points}="",FALSE,IF(ISNUMBER({points}),{number},NOT(OR({words}))))'


def _limits(leaf: Criterion, lang: Lang) -> str:
    most, (vi, en) = leaf.max_points, MARK_OUTCOMES["NOT_APPLICABLE"]
    return pick(
        lang,
        f"Ghi điểm từ 0 đến {number_words(most, lang='vi')}, hoặc: {vi}.",
        f"Write points from 0 to {number_words(most, lang='en')}, or: {en}.",
    )
