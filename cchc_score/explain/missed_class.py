"""Why a unit has not the class that its index alone would give: the areas and criteria below the share it asks for."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from cchc_score.engine.combine import summed_criteria
from cchc_score.engine.ranking import distinct_prints
from cchc_score.engine.standings import limits_for
from cchc_score.model import ClassLimit, Outcome
from cchc_score.sheet import Cells, ScoreSheet, plain_steps


@dataclass(frozen=True, slots=True)
class UnmetCondition:
    """An area by its code or a criterion by its number, its share in percent, and the share that the class asks for."""

    kind: Literal["area", "criterion"]
    place: str
    index: Fraction
    at_least: Fraction

    def printed(self, decimals: int) -> str:
        """The share for machines, with as many more decimals as keep it from seeming to reach what is asked for."""
        (text,) = distinct_prints([self.index], [0], [""], [self.at_least], decimals)
        return text or ""


@dataclass(frozen=True, slots=True)
class MissedClass:
    """A class from whose index on a unit is, and what keeps it from it."""

    name: str
    conditions: tuple[UnmetCondition, ...]


def missed_class(sheet: ScoreSheet, row: int) -> MissedClass | None:
    """The highest class that a unit misses by its conditions alone; None where its index gives no higher one."""
    scheme, own = sheet.scheme, int(sheet.classes[row])
    # Most schemes have no conditions, and a ranking asks for every unit.
    if all(limit.each_area_from is None and limit.each_criterion_from is None for limit in scheme.classes):
        return None
    # Nothing is above the first class, which many units have.
    if own == 0:
        return None
    index, limits = _index(row, sheet.total), limits_for(sheet, row)
    unranked = scheme.ranking.incomplete == "unranked"
    if index is None or limits is None:
        return None
    if unranked and sheet.total.outcome[row] in (Outcome.MISSING, Outcome.PENDING):
        return None
    for limit in limits if own < 0 else limits[:own]:
        if index >= limit.at_least:
            unmet = _unmet(sheet, row, limit)
            # Whoever has sent nothing has no class either, and no condition kept it from any.
            return MissedClass(limit.name, unmet) if unmet else None
    return None


def _index(row: int, cells: Cells) -> Fraction | None:
    """The share that a unit reached in one column, as `Mark.index` gives it; thousands of units ask for little else."""
    reachable = plain_steps(cells.reachable[row])
    if not reachable or cells.outcome[row] == int(Outcome.FAILED):
        return None
    return Fraction(100 * plain_steps(cells.low[row]), reachable)


def _unmet(sheet: ScoreSheet, row: int, limit: ClassLimit) -> tuple[UnmetCondition, ...]:
    found: list[UnmetCondition] = []
    if limit.each_area_from is not None:
        for area in sheet.scheme.areas:
            index = _index(row, sheet.areas[area.code])
            if index is not None and index < limit.each_area_from:
                found.append(UnmetCondition("area", area.code, index, limit.each_area_from))
    if limit.each_criterion_from is not None:
        for number in summed_criteria(sheet.scheme):
            index = _index(row, sheet.criteria[number])
            if index is not None and index < limit.each_criterion_from:
                found.append(UnmetCondition("criterion", number, index, limit.each_criterion_from))
    return tuple(found)
