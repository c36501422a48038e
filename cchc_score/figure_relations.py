"""The relations between figures that indicators declare, which of them figures break, and days far from their year."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from cchc_score.model import Indicator

RelationKind = Literal["part_of", "sum_of", "exclusive_with"]
MOST_TOGETHER = 100
"""Figures that exclude each other are shares of one whole, in percent."""


@dataclass(frozen=True, slots=True)
class FigureRelation:
    """What one indicator declares about others.

    `part_of`: it is at most the one other. `sum_of`: it is the sum of the others. `exclusive_with`: it and the one
    other are together at most 100.
    """

    kind: RelationKind
    code: str
    others: tuple[str, ...]

    def broken(self, number: Callable[[str], Fraction | None]) -> bool:
        """Whether the figures contradict the relation; an unknown one (None) contradicts nothing."""
        value, others = number(self.code), [number(other) for other in self.others]
        known = [figure for figure in others if figure is not None]
        if value is None or len(known) < len(others):
            return False
        if self.kind == "part_of":
            return value > known[0]
        if self.kind == "sum_of":
            return value != sum(known)
        return value + known[0] > MOST_TOGETHER


def relations_of(code: str, indicators: Mapping[str, Indicator]) -> Iterator[FigureRelation]:
    """The relations that an indicator declares: its whole, its parts, then what it excludes.

    Two indicators may each name the other as exclusive: that is one relation, of the one whose code comes first.
    """
    indicator = indicators[code]
    if indicator.part_of is not None:
        yield FigureRelation("part_of", code, (indicator.part_of,))
    if indicator.sum_of:
        yield FigureRelation("sum_of", code, indicator.sum_of)
    for other in indicator.exclusive_with:
        mutual = other in indicators and code in indicators[other].exclusive_with
        if code < other or not mutual:
            yield FigureRelation("exclusive_with", code, (other,))


def broken_relations(
    code: str, indicators: Mapping[str, Indicator], number: Callable[[str], Fraction | None]
) -> Iterator[FigureRelation]:
    """Of the relations that an indicator declares, those that the figures break."""
    return (relation for relation in relations_of(code, indicators) if relation.broken(number))


def is_far(day: date, days: tuple[date, date]) -> bool:
    """Whether a day lies in no year of a period, nor in the year before or after it: it is rather a slip.

    `days` are the first and the last day of the period.
    """
    return not days[0].year - 1 <= day.year <= days[1].year + 1
