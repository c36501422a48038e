"""Sums of facts: `["total", "-refused"]` is the total less the refused, `{ late = 1, missing = 2 }` weighs them."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from cchc_score.model import FactRef, Indicator, Value


def signed_sum(ref: FactRef, value_of: Callable[[str], Value]) -> Fraction:
    """The sum of known numbers, each found by its indicator's code and times its coefficient; a yes counts 1."""
    # It begins with the first term, not with 0: most references have one, and a sum of fractions takes its time.
    first, *others = (_times(coefficient, value_of(code)) for coefficient, code in ref.terms)
    return sum(others, first)


def sum_decimals(ref: FactRef, indicators: Mapping[str, Indicator]) -> int:
    """How many decimals a sum may have: those of a fact together with those of its coefficient."""
    return max(_decimals(coefficient) + indicators[code].decimals for coefficient, code in ref.terms)


def _decimals(coefficient: int | Fraction) -> int:
    # Written with decimals in a scheme, so that some power of ten makes a whole number of each.
    return next(power for power in range(19) if (coefficient * 10**power).denominator == 1)


def _times(coefficient: int | Fraction, value: Value) -> Fraction:
    number = value if isinstance(value, Fraction) else Fraction(int(bool(value)))
    # Nearly every coefficient is 1, and a product of fractions takes its time.
    return number if coefficient == 1 else coefficient * number
