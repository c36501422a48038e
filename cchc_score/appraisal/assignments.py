"""Who appraises what: cells by unit and area, as the last assignment that covers each of them says."""

from collections.abc import Iterable, Mapping

from cchc_score.appraisal.acts import Act, Assignment
from cchc_score.appraisal.cell_states import appraised_leaves
from cchc_score.appraisal.moments import start_of
from cchc_score.appraisal.stages import Stages

Appraisers = Mapping[tuple[int, str], tuple[str, ...]]
"""The names of those who appraise a cell, by the unit's row and the criterion's number; without a name nobody does."""


def assigned(stages: Stages, round: int) -> Appraisers:
    """Who appraises each cell in a round."""
    rows = {unit.code: row for row, unit in enumerate(stages.reported_table.units)}
    areas = {number: stages.scheme.criteria[number].area for number in appraised_leaves(stages)}
    found: dict[tuple[int, str], tuple[str, ...]] = {}
    for act in _in_order(stages.acts, round):
        own = [rows[code] for code in act.units if code in rows] if act.units else range(len(rows))
        numbers = [number for number, area in areas.items() if not act.areas or area in act.areas]
        found |= {(row, number): act.appraisers for row in own for number in numbers}
    return found


def appraisers_of(stages: Stages, round: int, unit: str, criterion: str) -> tuple[str, ...]:
    """Who appraises one cell, by the unit's code and the criterion's number; as `assigned`, which looks at all."""
    leaf = stages.scheme.criteria.get(criterion)
    covering = [
        act
        for act in _in_order(stages.acts, round)
        if leaf is not None and (not act.units or unit in act.units) and (not act.areas or leaf.area in act.areas)
    ]
    known = covering and any(one.code == unit for one in stages.reported_table.units)
    return covering[-1].appraisers if known and criterion in appraised_leaves(stages) else ()


def _in_order(acts: Iterable[Act], round: int) -> list[Assignment]:
    """The assignments for a round, the one that counts last; of equal time by what they say, not where they stand."""
    own = [act for act in acts if isinstance(act, Assignment) and act.round in (0, round)]
    return sorted(own, key=lambda act: (start_of(act.on), act.round, act.appraisers, act.units, act.areas, act.by))
