"""Relations between figures, looked for in whole columns of a wide table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import add, gt

from cchc_score.facts import MAX_DECIMALS
from cchc_score.figure_relations import MOST_TOGETHER, FigureRelation, relations_of
from cchc_score.intake.text_columns import TextColumn
from cchc_score.model import NUMBERS


def suspect_rows(columns: Mapping[str, TextColumn], year: int | None = None) -> frozenset[int]:
    """The rows in which a relation between indicators may be broken.

    No row that breaks one is left out; some that are named may turn out to break none when looked at fact by fact.
    So it is of days that are far from the `year`, where it is given.
    """
    numbers = {code: column for code, column in columns.items() if column.indicator.kind in NUMBERS}
    indicators = {code: column.indicator for code, column in numbers.items()}
    found: set[int] = set()
    if year is not None:
        found.update(_far_rows(columns.values(), year))
    for code, column in numbers.items():
        if column.indicator.kind == "percent":
            # Values stand as whole numbers of the last decimal, so that the limit does too.
            unit = 10**column.indicator.decimals
            found.update(row for row, value in enumerate(column.values) if value > 100 * unit or 0 < value <= unit)
        for relation in relations_of(code, indicators):
            # A figure in another file may break it too; but a unit with two reports is looked at fact by fact anyway.
            if all(other in numbers for other in relation.others):
                found.update(_rows_of(relation, column, [numbers[other] for other in relation.others]))
    return frozenset(found)


def _far_rows(columns: Iterable[TextColumn], year: int) -> Iterator[int]:
    # A year that is no calendar year reaches further, and such rows then turn out well.
    near = range(date(max(year - 1, 1), 1, 1).toordinal(), date(year + 1, 12, 31).toordinal() + 1)
    for column in columns:
        if column.indicator.kind == "date":
            # A day that never came stands as 0.
            yield from (row for row, value in enumerate(column.values) if value and value not in near)


def _rows_of(relation: FigureRelation, column: TextColumn, others: Sequence[TextColumn]) -> Iterator[int]:
    """The rows in which `FigureRelation.broken` may hold; a test holds one against the other."""
    if relation.kind == "sum_of":
        # With one addend unknown a sum says nothing, as in `FigureRelation.broken`.
        every = zip(column.known, *(part.known for part in others), strict=True)
        return (row for row, known in enumerate(every) if all(known) and _differs(column, others, row))
    (other,) = others
    if relation.kind == "part_of":
        # An unknown whole stands as 0 and is no suspicion; an unknown part is above nothing.
        above = map(gt, *_even(column, other))
        return (row for row, exceeds in enumerate(above) if exceeds and other.known[row])
    together = map(add, *_even(column, other))
    most = MOST_TOGETHER * 10 ** max(column.indicator.decimals, other.indicator.decimals)
    return (row for row, value in enumerate(together) if value > most)


def _even(first: TextColumn, second: TextColumn) -> tuple[Sequence[int], Sequence[int]]:
    """The values of two columns, both with the decimals of the finer one."""
    more = first.indicator.decimals - second.indicator.decimals
    return _times(first.values, -more), _times(second.values, more)


def _times(values: Sequence[int], decimals: int) -> Sequence[int]:
    return values if decimals <= 0 else [value * 10**decimals for value in values]


def _differs(column: TextColumn, parts: Sequence[TextColumn], row: int) -> bool:
    whole, *others = (
        # All with the most decimals that there can be, so that whole numbers are compared.
        addend.values[row] * 10 ** (MAX_DECIMALS - addend.indicator.decimals)
        for addend in (column, *parts)
    )
    return bool(whole != sum(others))
