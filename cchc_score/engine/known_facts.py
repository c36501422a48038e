"""What a unit's facts say before any rule is asked: which are unknown, what was answered, what was chosen."""

from collections.abc import Collection, Sequence
from fractions import Fraction

from cchc_score.facts import Table
from cchc_score.model import Criterion, Factor, FactRef, Indicator, Outcome, Scheme


def unknown_outcome(scheme: Scheme, table: Table, row: int, refs: Sequence[FactRef | None]) -> Outcome | None:
    """MISSING or PENDING when any fact asked for is unknown; a missing one weighs more than a pending one."""
    absent = [code for ref in refs if ref for code in ref.codes if not table.known(row, code)]
    if not absent:
        return None
    pending = all(scheme.indicators[code].source != "report" for code in absent)
    return Outcome.PENDING if pending else Outcome.MISSING


def answer_of(table: Table, row: int, ref: FactRef) -> str:
    """A known answer as its code; yes/no as 'yes' or 'no'."""
    return code_of(table.value(row, ref.codes[0]))


def code_of(value: object) -> str:
    """The code of an answer that is known: a yes/no question has 'yes' and 'no', as in a scheme."""
    return ("no", "yes")[value] if isinstance(value, bool) else str(value)


def share_kept(scheme: Scheme, table: Table, factor: Factor, row: int) -> Fraction | Outcome:
    """The share of the points that a factor leaves a unit; an outcome while its answer is awaited."""
    if factor.unsaid is not None and not table.known(row, factor.fact.codes[0]):
        return factor.unsaid
    absent = unknown_outcome(scheme, table, row, (factor.fact,))
    return factor.values[answer_of(table, row, factor.fact)] if absent is None else absent


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
    if parent.chosen_by is None or unknown_outcome(scheme, table, row, (parent.chosen_by,)) is not None:
        return None
    return answer_of(table, row, parent.chosen_by)


def silent_units(scheme: Scheme, table: Table, heard: Collection[int] = ()) -> frozenset[int]:
    """The rows of the units that have sent nothing, where the scheme gives such neither rank nor class.

    Nothing of theirs is known that units report, while of others something is; `heard` are rows that have points by a
    person's hand.
    """
    if scheme.ranking.silent == "ranked":
        return frozenset()
    known = [bytes(column.known) for code, column in table.columns.items() if is_sent(scheme.indicators[code])]
    # As one long number each, so that a nation's table takes a moment.
    some = 0
    for column in known:
        some |= int.from_bytes(column, "big")
    spoken = some.to_bytes(len(table.units), "big")
    if not any(spoken):
        return frozenset()
    return frozenset(row for row, sent in enumerate(spoken) if not sent and row not in heard)


def is_sent(indicator: Indicator) -> bool:
    """Whether a fact of this year comes from the unit itself, and not from the list of units or the year before."""
    listed = indicator.derived is not None and indicator.derived.kind == "unit"
    return indicator.source == "report" and not listed and not indicator.last_year_of
