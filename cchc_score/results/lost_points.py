"""Where points are lost: what each criterion costs all units together, and what one unit could regain."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_score.model import Criterion, Outcome
from cchc_score.results.claim_gaps import lines_of
from cchc_score.results.scored import ScoredStage
from cchc_score.sheet import Cells, plain_steps


@dataclass(frozen=True, slots=True)
class CriterionCost:
    """What a criterion costs: the points `lost` by so many `units`, of all those `asked`, to whom it applies."""

    criterion: Criterion
    lost: Fraction
    units: int
    asked: int

    @property
    def mean(self) -> Fraction:
        """The points that it costs a unit to which it applies."""
        return self.lost / self.asked if self.asked else Fraction(0)


@dataclass(frozen=True, slots=True)
class UnitLoss:
    """The points that one unit has lost by a criterion that adds to its total."""

    criterion: Criterion
    lost: Fraction


def criterion_costs(scored: ScoredStage, rows: Sequence[int]) -> tuple[CriterionCost, ...]:
    """What each criterion costs some units, the dearest first; none for one that costs nobody anything."""
    costs = [_cost(scored, number, rows) for number in _costing(scored)]
    # `sorted` keeps the order of the scheme among equals.
    return tuple(sorted((one for one in costs if one.lost), key=lambda one: -one.lost))


def unit_losses(scored: ScoredStage, row: int) -> tuple[UnitLoss, ...]:
    """What a unit has lost by each criterion, the most first."""
    criteria = scored.sheet.scheme.criteria
    found = [UnitLoss(criteria[number], lost_points(scored, row, number)) for number in _costing(scored)]
    return tuple(sorted((one for one in found if one.lost), key=lambda one: -one.lost))


def lost_points(scored: ScoredStage, row: int, number: str) -> Fraction:
    """The points that a unit has lost by a criterion; a penalty costs what it takes off."""
    return Fraction(_lost_steps(scored.sheet.criteria[number], row, number in _penalties(scored))) / _step(scored)


def _costing(scored: ScoredStage) -> list[str]:
    """The criteria that can cost anything: nobody loses a bonus that it has not earned."""
    scheme = scored.sheet.scheme
    bonus = {area.code for area in scheme.areas if area.kind == "bonus"}
    return [
        number for number in lines_of(scheme) if scheme.criteria[number].area not in bonus and number in scored.assessed
    ]


def _penalties(scored: ScoredStage) -> frozenset[str]:
    scheme = scored.sheet.scheme
    codes = {area.code for area in scheme.areas if area.kind == "penalty"}
    return frozenset(number for number, criterion in scheme.criteria.items() if criterion.area in codes)


def _step(scored: ScoredStage) -> int:
    return int(10**scored.sheet.scheme.decimals)


def _cost(scored: ScoredStage, number: str, rows: Sequence[int]) -> CriterionCost:
    cells, penalty = scored.sheet.criteria[number], number in _penalties(scored)
    asked = [row for row in rows if cells.outcome[row] != int(Outcome.NOT_APPLICABLE)]
    lost = [steps for row in asked if (steps := _lost_steps(cells, row, penalty))]
    total = Fraction(sum(lost)) / _step(scored)
    return CriterionCost(scored.sheet.scheme.criteria[number], total, len(lost), len(asked))


def _lost_steps(cells: Cells, row: int, penalty: bool) -> int | Fraction:
    if cells.outcome[row] == int(Outcome.NOT_APPLICABLE):
        return 0
    low = plain_steps(cells.low[row])
    return low if penalty else plain_steps(cells.reachable[row]) - low
