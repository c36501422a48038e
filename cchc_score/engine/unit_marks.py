"""One unit's marks of parents, areas and total, from those of its leaves: the specification of what columns add up."""

from collections.abc import Mapping, Sequence
from functools import partial

from cchc_score.engine.combine import NOTHING, Parts, area_parts, choice_of, combine, keep_share, total_parts
from cchc_score.engine.known_facts import answer_of, share_kept, unknown_outcome
from cchc_score.engine.leaf_points import round_steps
from cchc_score.facts import Table
from cchc_score.model import Criterion, Scheme
from cchc_score.sheet import Cells


def unit_marks(
    scheme: Scheme, table: Table, leaves: Mapping[str, Cells], assessed: frozenset[str], row: int
) -> tuple[dict[str, Parts], dict[str, Parts], Parts]:
    """One unit's marks of all criteria, of the areas, and of the total; `leaves` are the columns of the leaves."""
    marks = criterion_marks(scheme, table, leaves, assessed, row, list(scheme.criteria.values()))
    step = 10**scheme.decimals
    areas = {
        area.code: area_parts(area, [marks[number] for number in area.criteria], int(area.max_points * step))
        for area in scheme.areas
    }
    return marks, areas, total_parts(list(areas.values()), scheme.ranking)


def criterion_marks(
    scheme: Scheme,
    table: Table,
    leaves: Mapping[str, Cells],
    assessed: frozenset[str],
    row: int,
    criteria: Sequence[Criterion],
) -> dict[str, Parts]:
    """One unit's marks of some criteria, each of which stands before its parts."""
    marks: dict[str, Parts] = {}
    # Going backwards every part is there before its parent is combined.
    for criterion in reversed(criteria):
        if criterion.is_leaf:
            cells = leaves[criterion.number]
            marks[criterion.number] = Parts(cells.outcome[row], cells.low[row], cells.high[row], cells.reachable[row])
        elif criterion.number in assessed:
            marks[criterion.number] = _parent(scheme, table, criterion, marks, row)
        else:
            marks[criterion.number] = NOTHING
    return marks


def _parent(scheme: Scheme, table: Table, criterion: Criterion, marks: Mapping[str, Parts], row: int) -> Parts:
    parts = {number: marks[number] for number in criterion.parts}
    choice: str | int | None = None
    if criterion.chosen_by is not None:
        absent = unknown_outcome(scheme, table, row, (criterion.chosen_by,))
        given = "" if absent is not None else answer_of(table, row, criterion.chosen_by)
        choice = choice_of({number: scheme.criteria[number] for number in parts}, absent, given)
    whole = combine(criterion, parts, int(criterion.max_points * 10**scheme.decimals), choice)
    if criterion.factor is None:
        return whole
    return keep_share(whole, share_kept(scheme, table, criterion.factor, row), partial(round_steps, scheme, criterion))
