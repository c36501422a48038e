"""The score sheet: for every unit and criterion an outcome and exact points, and from them index, rank and class."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from cchc_score.facts import Table
from cchc_score.findings import Finding
from cchc_score.model import Criterion, FactRef, Outcome, Scheme, gates_before

Steps = int | Fraction
"""An amount of points counted in the scheme's smallest step; a Fraction only where nothing is rounded."""


class Ints(Protocol):
    """Whole numbers by row: a list, or an array of NumPy."""

    def __getitem__(self, row: int, /) -> Any:
        """One of them."""

    def __len__(self) -> int:
        """How many there are."""

    def __iter__(self) -> Iterator[Any]:
        """All of them."""


Column = Sequence[Steps] | Ints


@dataclass(frozen=True, slots=True)
class Mark:
    """What one unit has of one criterion, area or total: from `low` (what is certain) to `high`, of `reachable`."""

    outcome: Outcome
    low: Fraction
    high: Fraction
    reachable: Fraction

    @property
    def index(self) -> Fraction | None:
        """The share reached in percent; None when nothing was reachable, or a method failed."""
        if not self.reachable or self.outcome == Outcome.FAILED:
            return None
        return 100 * self.low / self.reachable

    @property
    def index_high(self) -> Fraction | None:
        """The share in percent if everything missing or pending were full."""
        return None if self.index is None else 100 * self.high / self.reachable


class HandMark(NamedTuple):
    """What a person says that a unit has of a leaf, in place of what its rule gives; points only where SCORED."""

    outcome: Outcome
    points: Fraction = Fraction(0)


HandMarks = Mapping[tuple[int, str], HandMark]
"""The marks set by hand, by the unit's place and the criterion's number. Points are whole steps within the maximum."""


@dataclass(frozen=True, slots=True)
class Cells:
    """The marks of one criterion, area or total for all units, as columns; points in steps."""

    outcome: Ints
    low: Column
    high: Column
    reachable: Column


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """All that scoring gives. `ranks` are 0 for a unit that has none; `classes` are places in the scheme, or -1.

    `findings` tell of contradictory facts and of methods that failed; `by_hand` are the marks that no rule gave, by
    the unit's place and the criterion's number.
    """

    scheme: Scheme
    table: Table
    criteria: Mapping[str, Cells]
    areas: Mapping[str, Cells]
    total: Cells
    ranks: Ints
    area_ranks: Mapping[str, Ints]
    classes: Ints
    findings: tuple[Finding, ...] = ()
    by_hand: frozenset[tuple[int, str]] = frozenset()

    def mark(self, row: int, cells: Cells) -> Mark:
        """One unit's mark in a column, in points."""
        step = int(10**self.scheme.decimals)
        low, high, reachable = (
            _points(plain_steps(steps[row]), step) for steps in (cells.low, cells.high, cells.reachable)
        )
        return Mark(Outcome(int(cells.outcome[row])), low, high, reachable)

    def indices(self, cells: Cells) -> list[Fraction | None]:
        """The share that every unit reached in one column, as `Mark.index` gives it."""
        # A number of NumPy is slow to compare with the member of an enumeration.
        failed = int(Outcome.FAILED)
        columns = map(plain_column, (cells.outcome, cells.low, cells.reachable))
        return [
            Fraction(100 * low, reachable) if reachable and outcome != failed else None
            for outcome, low, reachable in zip(*columns, strict=True)
        ]

    def at(self, place: str) -> Cells:
        """The column of 'total', of an area's code, or of a criterion's number; a KeyError for anything else."""
        # No area has this code: a scheme in which one had is refused.
        if place == "total":
            return self.total
        return self.areas[place] if place in self.areas else self.criteria[place]

    def class_name(self, row: int) -> str | None:
        """The class of a unit."""
        place = int(self.classes[row])
        # -1 would be the last class: Python counts negative places from the end.
        return None if place < 0 else self.scheme.classes[place].name


# A sheet has thousands of marks and few different points, and a fraction looks for a common divisor.
@lru_cache(maxsize=1 << 14)
def _points(steps: Steps, step: int) -> Fraction:
    return Fraction(steps, step)


def plain_steps(steps: Any) -> Steps:
    """Steps as Python's own number, also from an array."""
    # A Fraction made of a number of NumPy keeps it inside, with a range that arithmetic can leave in silence.
    # `int` first: Python finds out at once that a number is one, and slowly that it is a Fraction.
    return steps if isinstance(steps, (int, Fraction)) else int(steps)


def plain_column(column: Column) -> list[Steps]:
    """A column as Python's own numbers, which are quick to compare and to look up; an array gives them all at once."""
    as_list: Callable[[], list[Steps]] | None = getattr(column, "tolist", None)
    return list(map(plain_steps, column)) if as_list is None else as_list()


def facts_of(scheme: Scheme, criterion: Criterion, parameters: Sequence[FactRef | None]) -> tuple[str, ...]:
    """The indicators that decide a criterion, each once, in order: gates, rule, factor."""
    gates = [ref for gate in gates_before(scheme.criteria, criterion) for ref in gate.refs]
    refs = [*gates, *parameters, criterion.factor and criterion.factor.fact]
    return tuple(dict.fromkeys(code for ref in refs if ref for code in ref.codes))
