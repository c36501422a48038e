"""What the formulas of a self-score give for one unit: the values that stand beside them when the file is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_score.catalogue.labels import MARK_OUTCOMES
from cchc_score.forms.claim_formulas import DIFFERS, PROOFLESS, ClaimFormulas
from cchc_score.forms.commune_plan import CommunePlan
from cchc_score.model import Area, Criterion, Outcome
from cchc_score.report.workbook.fact_cells import NOT_APPLICABLE, OPEN
from cchc_score.sheet import HandMark
from cchc_score.text import Lang, pick

Value = Fraction | str


@dataclass(frozen=True, slots=True)
class ClaimValues:
    """The values of the formulas for the unit in some row of the year's tables."""

    formulas: ClaimFormulas
    row: int

    @property
    def plan(self) -> CommunePlan:
        """What the workbook holds."""
        return self.formulas.plan

    def total(self, values: Sequence[Value]) -> Value:
        """What the values of the areas add up to."""
        known = [value for value in values if isinstance(value, Fraction)]
        return max(sum(known, Fraction(0)), Fraction(0)) if known else ""

    def by_figures(self, place: str) -> Value:
        """What the formula of the points by figures gives: of a place without some of its parts, what these give."""
        formulas = self.formulas.by_figures
        if place not in formulas:
            return ""
        criterion = self.plan.scheme.criteria.get(place)
        if self.formulas.is_whole(place, formulas):
            mark = self.plan.year.sheet.mark(self.row, self.plan.year.sheet.at(place))
            if mark.outcome == Outcome.NOT_APPLICABLE:
                return NOT_APPLICABLE
            leaf = criterion is not None and criterion.is_leaf
            return OPEN if leaf and mark.outcome != Outcome.SCORED else mark.low
        area = next((one for one in self.plan.scheme.areas if one.code == place), None)
        values = [self.by_figures(part) for part in self.formulas.parts_of(place)]
        if all(value == NOT_APPLICABLE for value in values):
            return NOT_APPLICABLE
        known = [value for value in values if isinstance(value, Fraction)]
        if area is not None:
            return _combined(area, known)
        assert criterion is not None
        return _combined_parts(criterion, known)

    def own(self, place: Area | Criterion) -> Value:
        """What a unit's own points of the parts of a place add up to, as its formula has it."""
        parts = self.formulas.parts_of(place.code if isinstance(place, Area) else place.number)
        values = [self._claimed(number) for number in parts]
        known = [value for value in values if isinstance(value, Fraction)]
        if not known:
            return ""
        if isinstance(place, Area):
            return _combined(place, known)
        if place.combine == "all":
            full = [self.plan.scheme.criteria[part].max_points for part in parts]
            return place.max_points if known == full else Fraction(0)
        return _combined_parts(place, known)

    def _claimed(self, number: str) -> Value:
        criterion = self.plan.scheme.criteria[number]
        if criterion.parts:
            return self.own(criterion)
        claim = self.plan.year.claims.get((self.row, number))
        return mark_value(claim.mark, "vi") if claim else ""

    def odd(self, leaf: Criterion) -> str:
        """What the formula of the check says of a claim that could be read."""
        claim = self.plan.year.claims.get((self.row, leaf.number))
        if claim is None or claim.mark.outcome != Outcome.SCORED:
            return ""
        by_figures = self.by_figures(leaf.number) if leaf.number in self.formulas.by_figures else ""
        lang = self.plan.lang
        proofless = pick(lang, *PROOFLESS) if claim.mark.points and not claim.evidence else ""
        differs = isinstance(by_figures, Fraction) and by_figures != claim.mark.points
        return proofless + (pick(lang, *DIFFERS) if differs else "")


def _combined(area: Area, known: Sequence[Fraction]) -> Fraction:
    """What the points of its criteria give an area."""
    total = sum(known, Fraction(0))
    if area.kind == "normal":
        return total
    return min(total, area.max_points) * (-1 if area.kind == "penalty" else 1)


def _combined_parts(criterion: Criterion, known: Sequence[Fraction]) -> Fraction:
    """What the points of its parts give a criterion that adds them up, or takes the best."""
    if criterion.combine == "best":
        return max(known, default=Fraction(0))
    total = sum(known, Fraction(0))
    return min(total, criterion.max_points) if criterion.combine == "capped" else total


def mark_value(mark: HandMark, lang: Lang) -> Value:
    """A claimed mark as a cell holds it."""
    return mark.points if mark.outcome == Outcome.SCORED else pick(lang, *MARK_OUTCOMES[mark.outcome.name])
