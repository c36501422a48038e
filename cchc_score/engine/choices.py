"""Which alternatives matter for a unit, where a parent chooses one of its parts."""

from cchc_score.engine.leaves import answer, unknown
from cchc_score.facts import Table
from cchc_score.model import Criterion, Scheme


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
