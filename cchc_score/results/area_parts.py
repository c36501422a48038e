"""Each area in its two parts, what was appraised and what a survey gave, each on a maximum of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cchc_score.appraisal.survey import survey_leaves
from cchc_score.engine import held_criteria
from cchc_score.engine.combine import Parts, add_parts, summed_criteria
from cchc_score.engine.leaf_order import criteria_under
from cchc_score.model import Outcome, Scheme
from cchc_score.results.ranked_units import UnitRanking
from cchc_score.results.result_json import number_data, points_data
from cchc_score.results.scored import ScoredStage
from cchc_score.sheet import Cells, Mark


@dataclass(frozen=True, slots=True)
class AreaParts:
    """The two parts of a normal area, as columns by unit; None for a part that the area does not have."""

    code: str
    appraised: Cells | None
    survey: Cells | None


def area_parts(scored: ScoredStage) -> tuple[AreaParts, ...]:
    """The parts of every normal area of a stage."""
    scheme = scored.sheet.scheme
    surveyed, held = _surveyed(scheme, scored), held_criteria(scheme)
    numbers = [number for number in summed_criteria(scheme) if number in held]
    found = []
    for area in scheme.areas:
        own = [number for number in numbers if scheme.criteria[number].area == area.code]
        if own:
            parts = [[number for number in own if (number in surveyed) == is_survey] for is_survey in (False, True)]
            found.append(AreaParts(area.code, *(_added(scored, part) if part else None for part in parts)))
    return tuple(found)


def _surveyed(scheme: Scheme, scored: ScoredStage) -> frozenset[str]:
    """The criteria all of whose leaves rest on a survey."""
    leaves = set(survey_leaves(scheme, scored.methods))
    return frozenset(
        number
        for number in scheme.criteria
        if all(one.number in leaves for one in criteria_under(scheme.criteria, number) if one.is_leaf)
    )


def _added(scored: ScoredStage, numbers: Sequence[str]) -> Cells:
    columns = [scored.sheet.criteria[number] for number in numbers]
    rows = []
    for row in range(len(scored.sheet.table.units)):
        marks = [Parts(cells.outcome[row], cells.low[row], cells.high[row], cells.reachable[row]) for cells in columns]
        rows.append(add_parts([mark for mark in marks if mark.outcome != Outcome.NOT_APPLICABLE]))
    return Cells(*zip(*rows, strict=True)) if rows else Cells((), (), (), ())


def parts_data(result: UnitRanking, parts: Sequence[AreaParts]) -> list[dict[str, Any]]:
    """For each unit in the order of the ranking the parts of every area."""
    return [
        {"code": line.unit.code, "areas": [_area_data(result.scored, area, line.row) for area in parts]}
        for line in result.lines
    ]


def _area_data(scored: ScoredStage, area: AreaParts, row: int) -> dict[str, Any]:
    return {
        "code": area.code,
        **{
            name: None if cells is None else _part_data(scored, area.code, scored.sheet.mark(row, cells))
            for name, cells in named_parts(area).items()
        },
    }


def named_parts(area: AreaParts) -> Mapping[str, Cells | None]:
    """The parts by name, what was appraised first."""
    return {"appraised": area.appraised, "survey": area.survey}


def _part_data(scored: ScoredStage, area: str, mark: Mark) -> dict[str, Any]:
    index = mark.index
    return {
        "outcome": mark.outcome.name,
        **points_data(mark, scored.decimals_at(area)),
        "index": None if index is None else number_data(index, scored.sheet.scheme.index_decimals),
    }
