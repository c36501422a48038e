"""Ranks and classes, unit by unit, on exact fractions: the specification that the columns are held against."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from cchc_score.engine.combine import summed_criteria
from cchc_score.engine.known_facts import answer_of, silent_units, unknown_outcome
from cchc_score.engine.leaves import groups_of
from cchc_score.engine.ranking import classify, compared_index, rank
from cchc_score.model import ClassLimit, Outcome
from cchc_score.sheet import Cells, ScoreSheet


def ranks_of(sheet: ScoreSheet, cells: Cells) -> list[int]:
    """The ranks of all units by one column's index, as the scheme compares; 0 for a unit that has none."""
    scheme, table = sheet.scheme, sheet.table
    silent = silent_rows(sheet)
    values = [
        compared_index(sheet.mark(row, cells).index, scheme.ranking, scheme.index_decimals)
        if row not in silent and _rankable(sheet, cells, row)
        else None
        for row in range(len(table.units))
    ]
    return rank(values, groups_of(scheme, table), scheme.ranking.ties)


def classes_of(sheet: ScoreSheet) -> list[int]:
    """The position of each unit's class in the scheme; -1 for a unit that has none."""
    silent = silent_rows(sheet)
    return [-1 if row in silent else _class(sheet, row) for row in range(len(sheet.table.units))]


def silent_rows(sheet: ScoreSheet) -> frozenset[int]:
    """The units that have sent nothing and got no points by hand, where such have neither rank nor class.

    Of self-scores: the units that claim nothing, whatever they have reported.
    """
    if sheet.scheme.ranking.silent == "ranked":
        return frozenset()
    by_hand = {(row, number): sheet.criteria[number].outcome[row] for row, number in sheet.by_hand}
    heard = {row for (row, _), outcome in by_hand.items() if outcome == Outcome.SCORED}
    absent = {row for (row, _), outcome in by_hand.items() if outcome == Outcome.MISSING}
    # Most sheets have no such marks, and need not make a column of every leaf.
    leaves = [sheet.criteria[leaf.number].outcome for leaf in sheet.scheme.leaves] if absent else []
    claimless = {row for row in absent if all(outcome[row] != Outcome.SCORED for outcome in leaves)}
    silent = silent_units(sheet.scheme, sheet.table, heard) | claimless
    # While nobody has sent anything, nobody stands back behind others.
    return silent if len(silent) < len(sheet.table.units) else frozenset()


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
    # Indices of areas and criteria are worked out only for a scheme whose classes ask for them.
    by_area = any(limit.each_area_from is not None for limit in scheme.classes)
    by_criterion = any(limit.each_criterion_from is not None for limit in scheme.classes)
    areas = _indices(sheet, row, [sheet.areas[area.code] for area in scheme.areas] if by_area else [])
    numbers = summed_criteria(scheme) if by_criterion else []
    criteria = _indices(sheet, row, [sheet.criteria[number] for number in numbers])
    classes = limits_for(sheet, row)
    return -1 if classes is None else classify(sheet.mark(row, sheet.total).index, areas, criteria, classes)


def limits_for(sheet: ScoreSheet, row: int) -> Sequence[ClassLimit] | None:
    """The classes with the limits that hold for a unit; None while the answer that decides them is unknown."""
    scheme, found = sheet.scheme, []
    for limit in scheme.classes:
        if limit.by_answer is not None:
            if unknown_outcome(scheme, sheet.table, row, (limit.by_answer.fact,)) is not None:
                return None
            answer = answer_of(sheet.table, row, limit.by_answer.fact)
            limit = replace(limit, at_least=limit.by_answer.values[answer])
        found.append(limit)
    return found


def _indices(sheet: ScoreSheet, row: int, columns: Sequence[Cells]) -> list[Fraction]:
    indices = (sheet.mark(row, cells).index for cells in columns)
    return [index for index in indices if index is not None]
