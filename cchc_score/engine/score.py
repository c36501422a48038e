"""The engine's one door: from a scheme and facts to points, index, ranks and classes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from cchc_score.engine.combine import NOTHING, Parts, area_parts, choice_of, combine, held, total_parts
from cchc_score.engine.leaves import answer, score_leaf, unknown
from cchc_score.engine.places import classes_of, ranks_of
from cchc_score.facts import Table
from cchc_score.findings import Finding, ordered
from cchc_score.methods import Method
from cchc_score.model import Criterion, Outcome, Scheme
from cchc_score.sheet import Cells, HandMark, HandMarks, ScoreSheet

Columns = Mapping[str, Cells]


MANY = 5_000
"""From so many marks of leaves on, columns repay the loading of NumPy."""
NONE: HandMarks = MappingProxyType({})


def score(scheme: Scheme, methods: Mapping[str, Method], table: Table, marks: HandMarks = NONE) -> ScoreSheet:
    """The score sheet of all units of a table. Pure: the same arguments give the same sheet, in rows or columns.

    `marks` stand in place of what the rules of leaves give; those of leaves that are not held count for nothing.
    """
    if len(table.units) * len(scheme.leaves) >= MANY and table.cells is not None:
        from cchc_score.engine.columns import OutOfRange, prepare, score_columns

        try:
            return score_columns(prepare(scheme, methods, tuple(table.columns)), table, marks)
        except OutOfRange:
            pass
    return score_rows(scheme, methods, table, marks)


def score_rows(scheme: Scheme, methods: Mapping[str, Method], table: Table, marks: HandMarks = NONE) -> ScoreSheet:
    """The score sheet, unit by unit: the specification."""
    leaves, findings = _leaves(scheme, methods, table)
    leaves |= _by_hand(scheme, leaves, marks)
    criteria, areas, total = _combined(scheme, table, leaves)
    bare = ScoreSheet(scheme, table, criteria, areas, total, (), {}, (), ordered(findings), frozenset(marks))
    return _ranked(bare)


def _by_hand(scheme: Scheme, leaves: Columns, marks: HandMarks) -> dict[str, Cells]:
    """The columns of the leaves in which a person has set a mark."""
    own: dict[str, dict[int, HandMark]] = defaultdict(dict)
    for (row, number), mark in marks.items():
        own[number][row] = mark
    step, assessed = 10**scheme.decimals, held(scheme)
    columns = {}
    for number in own.keys() & assessed:
        cells, most = leaves[number], int(scheme.criteria[number].max_points * step)
        parts = [Parts(*one) for one in zip(cells.outcome, cells.low, cells.high, cells.reachable, strict=True)]
        for row, mark in own[number].items():
            parts[row] = _set(mark, int(mark.points * step), most)
        columns[number] = _column(parts)
    return columns


def _set(mark: HandMark, steps: int, most: int) -> Parts:
    if mark.outcome == Outcome.NOT_APPLICABLE:
        return NOTHING
    if mark.outcome == Outcome.SCORED:
        return Parts(mark.outcome, steps, steps, most)
    return Parts(mark.outcome, 0, most, most)


def _leaves(scheme: Scheme, methods: Mapping[str, Method], table: Table) -> tuple[dict[str, Cells], list[Finding]]:
    count = len(table.units)
    columns: dict[str, Cells] = {}
    findings: list[Finding] = []
    assessed = held(scheme)
    for leaf in scheme.leaves:
        if leaf.number in assessed:
            columns[leaf.number], found = score_leaf(scheme, leaf, methods[leaf.method], table)
            findings += found
        else:
            columns[leaf.number] = _column([NOTHING] * count)
    return columns, findings


def _combined(scheme: Scheme, table: Table, leaves: Columns) -> tuple[dict[str, Cells], dict[str, Cells], Cells]:
    assessed = held(scheme)
    units = [_unit(scheme, table, leaves, assessed, row) for row in range(len(table.units))]
    criteria = {number: _column([unit[0][number] for unit in units]) for number in scheme.criteria}
    areas = {area.code: _column([unit[1][area.code] for unit in units]) for area in scheme.areas}
    return criteria, areas, _column([unit[2] for unit in units])


def _column(parts: Sequence[Parts]) -> Cells:
    return Cells(*zip(*parts, strict=True)) if parts else Cells((), (), (), ())


def _unit(
    scheme: Scheme, table: Table, leaves: Columns, assessed: frozenset[str], row: int
) -> tuple[dict[str, Parts], dict[str, Parts], Parts]:
    marks: dict[str, Parts] = {}
    # A part stands after its parent, so going backwards every part is there before its parent is combined.
    for criterion in reversed(list(scheme.criteria.values())):
        if criterion.is_leaf:
            cells = leaves[criterion.number]
            marks[criterion.number] = Parts(cells.outcome[row], cells.low[row], cells.high[row], cells.reachable[row])
        elif criterion.number in assessed:
            marks[criterion.number] = _parent(scheme, table, criterion, marks, row)
        else:
            marks[criterion.number] = NOTHING
    step = 10**scheme.decimals
    areas = {
        area.code: area_parts(area, [marks[number] for number in area.criteria], int(area.max_points * step))
        for area in scheme.areas
    }
    return marks, areas, total_parts(list(areas.values()), scheme.ranking)


def _parent(scheme: Scheme, table: Table, criterion: Criterion, marks: Mapping[str, Parts], row: int) -> Parts:
    parts = {number: marks[number] for number in criterion.parts}
    choice: str | int | None = None
    if criterion.chosen_by is not None:
        absent = unknown(scheme, table, row, (criterion.chosen_by,))
        given = "" if absent is not None else answer(table, row, criterion.chosen_by)
        choice = choice_of({number: scheme.criteria[number] for number in parts}, absent, given)
    return combine(criterion, parts, int(criterion.max_points * 10**scheme.decimals), choice)


def _ranked(sheet: ScoreSheet) -> ScoreSheet:
    return replace(
        sheet,
        ranks=ranks_of(sheet, sheet.total),
        area_ranks={area.code: ranks_of(sheet, sheet.areas[area.code]) for area in sheet.scheme.areas},
        classes=classes_of(sheet),
    )
