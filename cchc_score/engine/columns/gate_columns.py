"""Gates as columns: on a sum or a share of facts, on answers, or on another criterion."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from cchc_score.engine.columns.fact_terms import Terms, answer_codes, sum_terms
from cchc_score.model import Bounds, Criterion, Gate, Scheme, gates_before
from cchc_score.signed_sums import sum_decimals


class GateEnd(NamedTuple):
    """One end of a gate, in whole numbers: `times` x value is at least `limit` (x whole), or at most where `upper`.

    Where `open`, it is more, or less, than that.
    """

    times: int
    limit: int
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


@dataclass(frozen=True, slots=True)
class CriterionGate:
    """A gate on another criterion: on its certain points, in steps, between `ends`, or on whether it `applies`."""

    position: int
    criterion: str
    ends: tuple[GateEnd, ...]
    applies: bool
    otherwise: str


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
