"""Gates as columns: on a sum or a share of facts, on answers, or on another criterion."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, NamedTuple

import numpy as np

from cchc_score.engine.columns.fact_terms import (
    Array,
    SumColumns,
    Terms,
    answer_codes,
    one_or_column,
    stack_sums,
    sum_terms,
)
from cchc_score.model import Bounds, Criterion, Gate, Scheme, gates_before
from cchc_score.signed_sums import sum_decimals


class GateEnd(NamedTuple):
    """One end of a gate, in whole numbers: `times` x value is at least `limit` (x whole), or at most where `upper`.

    Where `open`, it is more, or less, than that. Of many gates the numbers may be columns, a row a gate.
    """

    times: Any
    limit: Any
    upper: bool
    open: bool


@dataclass(frozen=True, slots=True)
class GateTerms:
    """A gate on facts as columns: its leaf's position in the plan, its terms, the columns it needs.

    Then its ends, each with the terms that it is compared with (`whole`, or none) as `ends` has them; or its answers.
    """

    position: int
    terms: Terms
    whole: Terms | None
    ends: tuple[GateEnd, ...]
    answers: tuple[int, ...] | None
    otherwise: str
    reported: tuple[int, ...]
    others: tuple[int, ...]

    @property
    def signed(self) -> bool:
        """Whether known facts can make a sum less than 0."""
        return any(factor < 0 for _, factor in (*self.terms, *(self.whole or ())))

    @property
    def shape(self) -> object:
        """What gates of one block have in common."""
        ends = tuple((end.upper, end.open) for end in self.ends)
        columns = len(self.reported), len(self.others)
        return self.whole is None, ends, self.answers, self.otherwise, *columns, self.signed


@dataclass(frozen=True, slots=True)
class CriterionGate:
    """A gate on another criterion: on its certain points, in steps, between `ends`, or on whether it `applies`."""

    position: int
    criterion: str
    ends: tuple[GateEnd, ...]
    applies: bool
    otherwise: str

    @property
    def largest(self) -> tuple[tuple[int, int], ...]:
        """The magnitudes of the numbers of each end."""
        return tuple((end.times, abs(end.limit)) for end in self.ends)


@dataclass(frozen=True, slots=True)
class GateBlock:
    """Gates of one shape before as many leaves, looked at in one pass.

    `rows` are the positions of the leaves, `sums` and `wholes` their terms. The numbers of `ends` are one for all
    gates, or a row a gate; `largest` are their largest magnitudes. `reported` and `others` have by turns a column for
    each gate.
    """

    gates: tuple[GateTerms, ...]
    rows: Array
    sums: SumColumns
    wholes: SumColumns | None
    ends: tuple[GateEnd, ...]
    largest: tuple[tuple[int, int], ...]
    reported: tuple[Array, ...]
    others: tuple[Array, ...]

    @property
    def first(self) -> GateTerms:
        """One gate, as all others but for its numbers and columns."""
        return self.gates[0]


def leaf_gates(
    scheme: Scheme, leaf: Criterion, position: int, where: Mapping[str, int]
) -> tuple[GateTerms | CriterionGate, ...]:
    """The gates of a leaf from the last to the first: the first that is not open is written over those after it."""
    return tuple(
        CriterionGate(
            position=position,
            criterion=gate.criterion,
            ends=() if gate.bounds is None else _ends(gate.bounds, 10**scheme.decimals),
            applies=gate.applies,
            otherwise=gate.otherwise,
        )
        if gate.criterion
        else _gate(scheme, gate, position, where)
        for gate in reversed(gates_before(scheme.criteria, leaf))
    )


def _gate(scheme: Scheme, gate: Gate, position: int, where: Mapping[str, int]) -> GateTerms:
    assert gate.fact is not None
    unknown = len(where)
    scale = 10 ** max(sum_decimals(ref, scheme.indicators) for ref in gate.refs)
    reported: list[int] = []
    others: list[int] = []
    for code in dict.fromkeys(code for ref in gate.refs for code in ref.codes):
        own = reported if scheme.indicators[code].source == "report" else others
        own.append(where.get(code, unknown))
    answers = None
    if gate.bounds is None:
        codes = answer_codes(scheme.indicators[gate.fact.codes[0]])
        answers = tuple(codes.index(answer) for answer in gate.answers)
    return GateTerms(
        position=position,
        terms=sum_terms(scheme.indicators, gate.fact, scale, where),
        whole=None if gate.whole is None else sum_terms(scheme.indicators, gate.whole, scale, where),
        ends=() if gate.bounds is None else _ends(gate.bounds, scale if gate.whole is None else Fraction(1, 100)),
        answers=answers,
        otherwise=gate.otherwise,
        reported=tuple(reported),
        others=tuple(others),
    )


def _ends(bounds: Bounds, unit: int | Fraction) -> tuple[GateEnd, ...]:
    """The ends of bounds on whole numbers of 1 / unit; a share is compared with its whole, in hundredths."""
    ends = ((bounds.from_, False, bounds.open_from), (bounds.to, True, bounds.open_to))
    return tuple(
        GateEnd(limit.denominator, limit.numerator, upper, is_open)
        for end, upper, is_open in ends
        if end is not None
        for limit in [end * unit]
    )


def gate_blocks(gates_of_leaves: Iterable[Sequence[GateTerms | CriterionGate]]) -> tuple[GateBlock, ...]:
    """Blocks of the gates of many leaves, in the order in which they are looked at; each leaf once in a block."""
    groups: dict[object, list[GateTerms]] = defaultdict(list)
    for gates in gates_of_leaves:
        for turn, gate in enumerate(gates):
            assert isinstance(gate, GateTerms)
            groups[turn, gate.shape].append(gate)
    # What is looked at later is written over what came before: by turns, whatever the shape.
    turns = sorted(groups.items(), key=lambda group: group[0][0])  # type: ignore[index]
    return tuple(gate_block(members) for _, members in turns)


def gate_block(gates: Sequence[GateTerms]) -> GateBlock:
    """The block of some gates of one shape."""
    first = gates[0]
    ends = list(zip(*(gate.ends for gate in gates), strict=True))
    return GateBlock(
        gates=tuple(gates),
        rows=np.array([gate.position for gate in gates]),
        sums=stack_sums([gate.terms for gate in gates]),
        wholes=None if first.whole is None else stack_sums([gate.whole or () for gate in gates]),
        ends=tuple(_end(same) for same in ends),
        largest=tuple((max(end.times for end in same), max(abs(end.limit) for end in same)) for same in ends),
        reported=tuple(np.array([gate.reported[turn] for gate in gates]) for turn in range(len(first.reported))),
        others=tuple(np.array([gate.others[turn] for gate in gates]) for turn in range(len(first.others))),
    )


def _end(same: Sequence[GateEnd]) -> GateEnd:
    """One end of several gates, its numbers arranged as columns."""
    times, limits = one_or_column([end.times for end in same]), one_or_column([end.limit for end in same])
    return GateEnd(times, limits, same[0].upper, same[0].open)
