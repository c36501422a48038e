"""Facts as columns: a sum brought to one power of ten, answers by their place, shares over one denominator."""

from collections.abc import Mapping
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


def whole_quotients(num: Array | int, den: Array | int) -> Array:
    """num // den for 0 <= num and 1 <= den; of 32 bits by floats, which processors divide three times as fast.

    The floats decide nothing: both numbers are floats exactly, and a quotient below a whole number is below it by
    1 / den at least, where rounding to 53 bits moves it by num / den / 2^53 at most. It would have to be as large as
    2^53 to be rounded up to that whole number, so that the part before the point is always the whole quotient.
    """
    num, den = np.asarray(num), np.asarray(den)
    return (num / den).astype(np.int32) if num.dtype == den.dtype == np.int32 else np.asarray(num // den)


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
