"""The engine's one door: from a scheme and facts to points, index, ranks and classes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from cchc_score.engine.combine import NOTHING, Parts, held_criteria
from cchc_score.engine.derived_facts import with_derived
from cchc_score.engine.leaf_order import criteria_under, gates_on_criteria, leaf_order
from cchc_score.engine.leaves import score_leaf
from cchc_score.engine.standings import classes_of, ranks_of
from cchc_score.engine.unit_marks import criterion_marks, unit_marks
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

    `methods` are those of the registry, by name. `marks`, set by hand, stand in place of what the rules of leaves
    give; a mark of a leaf that is not held this year is ignored. A method that breaks its contract is a finding of
    the sheet and the outcome FAILED, not an error. The sheet's table also has the facts that follow from others.
    """
    table = with_derived(scheme, table)
    if len(table.units) * len(scheme.leaves) >= MANY and table.cells is not None:
        try:
            from cchc_score.engine.columns.fact_terms import OutOfRange
            from cchc_score.engine.columns.prepared import prepare
            from cchc_score.engine.columns.scoring import score_columns
        except ImportError:
            # Without NumPy, or with one that does not load here: slower, with the same result.
            return score_rows(scheme, methods, table, marks)
        try:
            return score_columns(prepare(scheme, methods, tuple(table.columns)), table, marks)
        except OutOfRange:
            # Exactness comes before speed: rows have no largest number.
            pass
    return score_rows(scheme, methods, table, marks)


def score_rows(scheme: Scheme, methods: Mapping[str, Method], table: Table, marks: HandMarks = NONE) -> ScoreSheet:
    """The score sheet, unit by unit: the specification."""
    table = with_derived(scheme, table)
    return _sheet(scheme, table, *_leaves(scheme, methods, table, marks), marks)


def with_marks(sheet: ScoreSheet, methods: Mapping[str, Method], marks: HandMarks) -> ScoreSheet:
    """A sheet of rows without marks by hand, with such marks: what `score` gives of the same facts and these marks.

    Only rules that look at other criteria are asked again, for marks change nothing that the others ask for.
    """
    again = {leaf.number for leaf in sheet.scheme.leaves if gates_on_criteria(sheet.scheme.criteria, leaf)}
    known = {leaf.number: sheet.criteria[leaf.number] for leaf in sheet.scheme.leaves if leaf.number not in again}
    leaves, findings = _leaves(sheet.scheme, methods, sheet.table, marks, known)
    kept = [finding for finding in sheet.findings if finding.place.criterion not in again]
    return _sheet(sheet.scheme, sheet.table, leaves, [*kept, *findings], marks)


def _sheet(scheme: Scheme, table: Table, leaves: Columns, findings: Sequence[Finding], marks: HandMarks) -> ScoreSheet:
    criteria, areas, total = _combined(scheme, table, leaves)
    bare = ScoreSheet(
        scheme=scheme,
        table=table,
        criteria=criteria,
        areas=areas,
        total=total,
        ranks=(),
        area_ranks={},
        classes=(),
        findings=ordered(findings),
        by_hand=frozenset(marks),
    )
    return _ranked(bare)


def total_with(scheme: Scheme, method: Method, table: Table, leaf: Criterion, others: Columns) -> Cells:
    """The total of all units by the rule of one leaf, where the columns of all other leaves are given."""
    table, assessed = with_derived(scheme, table), held_criteria(scheme)
    gates = {
        number: _criterion_column(scheme, table, others, assessed, number)
        for number in gates_on_criteria(scheme.criteria, leaf)
    }
    cells, _ = score_leaf(scheme, leaf, method, table, gates)
    return _combined(scheme, table, {**others, leaf.number: cells})[2]


def total_of(scheme: Scheme, table: Table, leaves: Columns) -> Cells:
    """The total of all units, where the columns of all leaves are given."""
    return _combined(scheme, with_derived(scheme, table), leaves)[2]


def _by_leaf(marks: HandMarks) -> Mapping[str, Mapping[int, HandMark]]:
    """Marks set by hand, by leaf first: a column is taken apart once, however many of its marks are set."""
    own: dict[str, dict[int, HandMark]] = defaultdict(dict)
    for (row, number), mark in marks.items():
        own[number][row] = mark
    return own


def _by_hand(scheme: Scheme, leaf: Criterion, cells: Cells, marks: Mapping[int, HandMark]) -> Cells:
    """The column of a leaf in which a person has set some marks."""
    step = 10**scheme.decimals
    parts = [Parts(*mark) for mark in zip(cells.outcome, cells.low, cells.high, cells.reachable, strict=True)]
    for row, mark in marks.items():
        parts[row] = _set(mark, int(mark.points * step), int(leaf.max_points * step))
    return _column(parts)


def _set(mark: HandMark, steps: int, most: int) -> Parts:
    if mark.outcome == Outcome.NOT_APPLICABLE:
        return NOTHING
    if mark.outcome == Outcome.SCORED:
        return Parts(mark.outcome, steps, steps, most)
    return Parts(mark.outcome, 0, most, most)


def _leaves(
    scheme: Scheme, methods: Mapping[str, Method], table: Table, marks: HandMarks, known: Columns = MappingProxyType({})
) -> tuple[dict[str, Cells], list[Finding]]:
    """The columns of all leaves, and what was found; the columns that are `known` are as their rules give them."""
    count = len(table.units)
    columns: dict[str, Cells] = {}
    findings: list[Finding] = []
    assessed, by_hand = held_criteria(scheme), _by_leaf(marks)
    for leaf in leaf_order(scheme.criteria):
        if leaf.number not in assessed:
            columns[leaf.number] = _column([NOTHING] * count)
            continue
        if leaf.number in known:
            columns[leaf.number] = known[leaf.number]
        else:
            others = {
                number: _criterion_column(scheme, table, columns, assessed, number)
                for number in gates_on_criteria(scheme.criteria, leaf)
            }
            columns[leaf.number], own = score_leaf(scheme, leaf, methods[leaf.method], table, others)
            findings += own
        if leaf.number in by_hand:
            columns[leaf.number] = _by_hand(scheme, leaf, columns[leaf.number], by_hand[leaf.number])
    return columns, findings


def _criterion_column(scheme: Scheme, table: Table, leaves: Columns, assessed: frozenset[str], number: str) -> Cells:
    """The marks of one criterion whose leaves are scored."""
    under = list(criteria_under(scheme.criteria, number))
    return _column(
        [criterion_marks(scheme, table, leaves, assessed, row, under)[number] for row in range(len(table.units))]
    )


def _combined(scheme: Scheme, table: Table, leaves: Columns) -> tuple[dict[str, Cells], dict[str, Cells], Cells]:
    assessed = held_criteria(scheme)
    units = [unit_marks(scheme, table, leaves, assessed, row) for row in range(len(table.units))]
    criteria = {number: _column([unit[0][number] for unit in units]) for number in scheme.criteria}
    areas = {area.code: _column([unit[1][area.code] for unit in units]) for area in scheme.areas}
    return criteria, areas, _column([unit[2] for unit in units])


def _column(parts: Sequence[Parts]) -> Cells:
    return Cells(*zip(*parts, strict=True)) if parts else Cells((), (), (), ())


def _ranked(sheet: ScoreSheet) -> ScoreSheet:
    return replace(
        sheet,
        ranks=ranks_of(sheet, sheet.total),
        area_ranks={area.code: ranks_of(sheet, sheet.areas[area.code]) for area in sheet.scheme.areas},
        classes=classes_of(sheet),
    )
