"""The engine's one door: from a scheme and facts to points, index, ranks and classes."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from cchc_score.engine.combine import NOTHING, Parts, area_parts, choice_of, combine, total_parts
from cchc_score.engine.leaves import answer, groups_of, score_leaf, unknown
from cchc_score.facts import Table
from cchc_score.findings import Finding, ordered
from cchc_score.methods import Method
from cchc_score.model import Criterion, Outcome, Scheme
from cchc_score.ranking import classify, compared, rank
from cchc_score.sheet import Cells, ScoreSheet

Columns = Mapping[str, Cells]


def score(scheme: Scheme, methods: Mapping[str, Method], table: Table) -> ScoreSheet:
    """The score sheet of all units of a table. Pure: the same arguments give the same sheet."""
    leaves, findings = _leaves(scheme, methods, table)
    criteria, areas, total = _combined(scheme, table, leaves)
    bare = ScoreSheet(scheme, table, criteria, areas, total, (), {}, (), ordered(findings))
    return _ranked(bare)


def held(scheme: Scheme) -> frozenset[str]:
    """The criteria that are assessed this year: themselves, all above them, and their area."""
    areas = {area.code for area in scheme.areas if area.held}
    numbers: set[str] = set()
    for criterion in scheme.criteria.values():
        parent = criterion.number.rpartition(".")[0]
        if criterion.held and criterion.area in areas and (parent in numbers or parent not in scheme.criteria):
            numbers.add(criterion.number)
    return frozenset(numbers)


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


def not_chosen(scheme: Scheme, table: Table, row: int) -> frozenset[str]:
    """The criteria that do not matter for a unit, because another alternative was chosen."""
    numbers: set[str] = set()
    for criterion in scheme.criteria.values():
        parent = scheme.criteria.get(criterion.number.rpartition(".")[0])
        chosen = _choice(scheme, table, parent, row) if parent else None
        if parent and (parent.number in numbers or chosen not in (None, criterion.choice)):
            numbers.add(criterion.number)
    return frozenset(numbers)


def _choice(scheme: Scheme, table: Table, parent: Criterion, row: int) -> str | None:
    """The answer that chooses among a parent's parts; None while it is unknown."""
    if parent.chosen_by is None or unknown(scheme, table, row, (parent.chosen_by,)) is not None:
        return None
    return answer(table, row, parent.chosen_by)


def _ranked(sheet: ScoreSheet) -> ScoreSheet:
    scheme, table = sheet.scheme, sheet.table
    rows = range(len(table.units))
    area_ranks = {area.code: ranks_of(sheet, sheet.areas[area.code]) for area in scheme.areas}
    classes = [_class(sheet, row) for row in rows]
    return ScoreSheet(
        scheme,
        table,
        sheet.criteria,
        sheet.areas,
        sheet.total,
        ranks_of(sheet, sheet.total),
        area_ranks,
        classes,
        sheet.findings,
    )


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
    areas = _indices(sheet, row, [sheet.areas[area.code] for area in scheme.areas])
    criteria = _indices(sheet, row, [sheet.criteria[leaf.number] for leaf in _counted(scheme)])
    return classify(sheet.mark(row, sheet.total).index, areas, criteria, scheme.classes)


def _counted(scheme: Scheme) -> list[Criterion]:
    normal = {area.code for area in scheme.areas if area.kind == "normal"}
    return [leaf for leaf in scheme.leaves if leaf.area in normal]


def _indices(sheet: ScoreSheet, row: int, columns: Sequence[Cells]) -> list[Fraction]:
    indices = (sheet.mark(row, cells).index for cells in columns)
    return [index for index in indices if index is not None]
