"""Facts as columns: a sum brought to one power of ten, answers by their place, shares over one denominator."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any

import numpy as np

from cchc_score.model import Criterion, FactRef, Indicator, Scheme

Array = np.ndarray[Any, Any]
Terms = tuple[tuple[int, int], ...]
"""A fact as columns and factors: a signed sum, brought to one power of ten."""
WIDE = 2**62
"""What is below it can be added to its like within 64 bits."""
_SINGLE = 2**24
"""What is below it is exactly a float of 32 bits."""


def whole_quotients(num: Array | int, den: Array | int, largest: int) -> Array:
    """num // den for 0 <= num, 1 <= den, both at most `largest`; of 32 bits by floats, which divide much faster.

    The floats decide nothing: both numbers are floats exactly, and a quotient below a whole number is below it by
    1 / den at least, where rounding to 24 (53) bits moves it by num / den / 2^24 (2^53) at most. Only a `num` of 2^24
    (2^53) could be rounded up to that whole number, so that the part before the point is always the whole quotient.
    """
    num, den = np.asarray(num), np.asarray(den)
    if not num.dtype == den.dtype == np.int32:
        return np.asarray(num // den)
    width: Any = np.float32 if largest < _SINGLE else np.float64
    return np.asarray(np.divide(num, den, dtype=width).astype(np.int32))


class OutOfRange(Exception):
    """Whole numbers of 64 bits do not hold this scheme: only the row form scores it."""


def answer_codes(indicator: Indicator) -> tuple[str, ...]:
    """The codes of an indicator's answers, by the number that stands for each in a column."""
    # 'no' first, because a no is stored as 0.
    return ("no", "yes") if indicator.kind == "yes_no" else tuple(option.code for option in indicator.options)


def sum_terms(indicators: Mapping[str, Indicator], ref: FactRef, scale: int, where: Mapping[str, int]) -> Terms:
    unknown = len(where)
    return tuple(
        (where.get(code, unknown), int(coefficient * _unit(scale, indicators[code]))) for coefficient, code in ref.terms
    )


@dataclass(frozen=True, slots=True)
class SumColumns:
    """Signed sums of several rules: by turns a column for each rule, what it is multiplied by, and at most by how much.

    A factor is one number for all rules, or a column with a row a rule. `plain` sums are single columns as they stand.
    """

    columns: tuple[Array, ...]
    factors: tuple[Any, ...]
    largest: tuple[int, ...]
    plain: bool


def stack_sums(sums: Sequence[Terms]) -> SumColumns:
    """The sums of several rules, arranged to be added up at once."""
    turns = range(max(map(len, sums)))
    # A shorter sum has its first column once more, and nothing of it.
    columns = [[terms[turn] if turn < len(terms) else (terms[0][0], 0) for terms in sums] for turn in turns]
    return SumColumns(
        columns=tuple(np.array([column for column, _ in turn]) for turn in columns),
        factors=tuple(one_or_column([factor for _, factor in turn]) for turn in columns),
        largest=tuple(max(abs(factor) for _, factor in turn) for turn in columns),
        plain=all(len(terms) == 1 and terms[0][1] == 1 for terms in sums),
    )


def one_or_column(numbers: Sequence[int]) -> Any:
    """One number where all are equal, else a column; beyond the range one of objects, never computed with."""
    if len(set(numbers)) == 1:
        return numbers[0]
    return np.array(numbers, object if max(map(abs, numbers)) >= WIDE else np.int64).reshape(-1, 1)


def add_up(values: Array, sums: SumColumns) -> Array:
    """The sums of columns, a row a rule; an OverflowError where one could leave the range."""
    parts = [values[columns] for columns in sums.columns]
    total = parts[0]
    if sums.plain:
        return total
    # Stored facts are never negative, so that the largest is also the largest magnitude.
    most = [max(1, int(part.max(initial=0))) for part in parts]
    if sum(times * fact for times, fact in zip(sums.largest, most, strict=True)) >= WIDE:
        raise OverflowError
    for part, factor in zip(parts, sums.factors, strict=True):
        part *= factor
    for part in parts[1:]:
        total += part
    return total


def _unit(scale: int, indicator: Indicator) -> Fraction:
    """How many of 1 / scale one step of a fact is; 1 for what is not scaled."""
    return Fraction(scale, 10**indicator.decimals) if scale > 1 else Fraction(1)


def factor_shares(
    scheme: Scheme, criterion: Criterion, where: Mapping[str, int]
) -> tuple[int, tuple[int, ...], tuple[int, ...]] | None:
    """A criterion's factor: its column, and for each answer the share kept over a common denominator.

    Last comes what is kept without an answer; where the rule waits for one, those points do not count.
    """
    if criterion.factor is None:
        return None
    code = criterion.factor.fact.codes[0]
    shares = [criterion.factor.values[answer] for answer in answer_codes(scheme.indicators[code])]
    shares.append(criterion.factor.unsaid or Fraction(0))
    whole = lcm(*(share.denominator for share in shares))
    return where.get(code, len(where)), tuple(int(share * whole) for share in shares), (whole,) * len(shares)
