"""Ranks and classes, unit by unit, on exact fractions: the specification that the columns are held against."""

from collections.abc import Sequence
from fractions import Fraction

from cchc_score.engine.combine import counted
from cchc_score.engine.leaves import groups_of
from cchc_score.model import Outcome
from cchc_score.ranking import classify, compared, rank
from cchc_score.sheet import Cells, ScoreSheet


def ranks_of(sheet: ScoreSheet, cells: Cells) -> list[int]:
    """The ranks of all units by one column's index, as the scheme compares; 0 for a unit that has none."""
    scheme, table = sheet.scheme, sheet.table
    values = [
        compared(sheet.mark(row, cells).index, scheme.ranking, scheme.decimals)
        if _rankable(sheet, cells, row)
        else None
        for row in range(len(table.units))
    ]
    return rank(values, groups_of(scheme, table), scheme.ranking.ties)


def classes_of(sheet: ScoreSheet) -> list[int]:
    """The place of each unit's class in the scheme; -1 for a unit that has none."""
    return [_class(sheet, row) for row in range(len(sheet.table.units))]


def _rankable(sheet: ScoreSheet, cells: Cells, row: int) -> bool:
    outcome = cells.outcome[row]
    if sheet.total.outcome[row] == Outcome.FAILED or not sheet.table.units[row].ranked:
        return False
    return outcome not in (Outcome.MISSING, Outcome.PENDING) or sheet.scheme.ranking.incomplete == "low"


def _class(sheet: ScoreSheet, row: int) -> int:
    scheme = sheet.scheme
    outcome = sheet.total.outcome[row]
    if outcome in (Outcome.MISSING, Outcome.PENDING) and scheme.ranking.incomplete == "unranked":
        return -1
    by_area = any(one.each_area_from is not None for one in scheme.classes)
    by_criterion = any(one.each_criterion_from is not None for one in scheme.classes)
    areas = _indices(sheet, row, [sheet.areas[area.code] for area in scheme.areas] if by_area else [])
    numbers = counted(scheme) if by_criterion else []
    criteria = _indices(sheet, row, [sheet.criteria[number] for number in numbers])
    return classify(sheet.mark(row, sheet.total).index, areas, criteria, scheme.classes)


def _indices(sheet: ScoreSheet, row: int, columns: Sequence[Cells]) -> list[Fraction]:
    indices = (sheet.mark(row, cells).index for cells in columns)
    return [index for index in indices if index is not None]
