"""Exact points: whole steps, fractions, and the one rule of rounding (half up)."""

from fractions import Fraction
from functools import lru_cache


def round_half_up(value: Fraction, decimals: int) -> int:
    """The whole number of 10^-decimals nearest to a value; a half goes up, also below zero towards zero."""
    whole = value.denominator
    # Not by `round`, which takes a half to the even neighbour; `//` rounds down below zero too, as half up needs.
    return (2 * value.numerator * int(10**decimals) + whole) // (2 * whole)


def fits(value: Fraction, decimals: int) -> bool:
    """Whether a value is a whole number of steps of 10^-decimals."""
    scaled: Fraction = value * 10**decimals
    return scaled.denominator == 1


def decimals_needed(value: Fraction) -> int | None:
    """How many decimals write a value exactly; None when no number of decimals does."""
    # A Fraction is always in lowest terms, and only then do the primes of the denominator decide.
    twos, rest = _strip(value.denominator, 2)
    fives, rest = _strip(rest, 5)
    return max(twos, fives) if rest == 1 else None


def _strip(number: int, prime: int) -> tuple[int, int]:
    count = 0
    while number % prime == 0:
        number //= prime
        count += 1
    return count, number


def plain(value: Fraction, decimals: int | None = None) -> str:
    """A number for machines: '81.33'; without decimals the exact value, '68.32' or '244/3'."""
    return _plain(value.numerator, value.denominator, decimals)


# Pages and JSON say the same few numbers thousands of times. By whole numbers, for a fraction is slow to look up.
@lru_cache(maxsize=1 << 14)
def _plain(numerator: int, denominator: int, decimals: int | None) -> str:
    value = Fraction(numerator, denominator)
    if decimals is None:
        decimals = decimals_needed(value)
        if decimals is None:
            return f"{value.numerator}/{value.denominator}"
    whole = round_half_up(value, decimals)
    # One digit more than the decimals, so that five hundredths are '0.05' and not '.05'.
    digits = str(abs(whole)).rjust(decimals + 1, "0")
    # By the sign of what is printed: a value just below 0 must not become '-0.00'.
    sign = "-" if whole < 0 else ""
    if decimals == 0:
        return sign + digits
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}"


def plain_ratio(part: Fraction, whole: Fraction) -> str:
    """100 * part / whole for machines: a decimal where it ends, else the two numbers as they stand: '6832/84'."""
    value = 100 * part / whole
    needed = decimals_needed(100 * part), decimals_needed(whole)
    if decimals_needed(value) is not None or needed[0] is None or needed[1] is None:
        return plain(value)
    # Only made whole, never reduced: in lowest terms nobody would know the points and the maximum again.
    power = 10 ** max(needed[0], needed[1])
    return f"{100 * part * power}/{whole * power}"
