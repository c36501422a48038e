"""Fractions that notice when somebody makes a float of them."""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Any

from pydantic import BaseModel


class FloatUsed(BaseException):
    """A float was made of an exact number; no method can catch it by mistake."""


class WatchedFraction(Fraction):
    """An exact number that stays watched through arithmetic."""

    def __float__(self) -> float:
        raise FloatUsed(f"float({self})")

    __hash__ = Fraction.__hash__


def _operation(name: str) -> Callable[..., Any]:
    plain = getattr(Fraction, name)

    def operate(self: Fraction, *others: Any) -> Any:
        for other in others:
            # Asked for here too, because comparing a fraction with a float never makes a float of the fraction.
            if isinstance(other, float):
                raise FloatUsed(repr(other))
        # The arithmetic of Fraction gives plain fractions, at which the watch would end.
        result = plain(self, *others)
        return WatchedFraction(result) if isinstance(result, Fraction) else result

    return operate


_BINARY = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow")
_OTHERS = ("neg", "pos", "abs", "eq", "lt", "le", "gt", "ge", "round")
for _name in (*_BINARY, *(f"r{name}" for name in _BINARY), *_OTHERS):
    setattr(WatchedFraction, f"__{_name}__", _operation(f"__{_name}__"))


def watch(value: Any) -> Any:
    """A rule's settings or a fact with every fraction in it watched."""
    if isinstance(value, Fraction):
        return WatchedFraction(value)
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        # A copy without validation, because validators would make plain fractions of the watched ones.
        return value.model_copy(update={name: watch(getattr(value, name)) for name in fields})
    if isinstance(value, Mapping):
        return {key: watch(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        # A list stays a list and a tuple a tuple: a method may do with one what it cannot with the other.
        return type(value)(watch(item) for item in value)
    return value


SMALL = 2**20
"""Of numbers below this no exact arithmetic that a rule would do makes parts of 2**45."""


def from_float(value: Fraction, made_of: Iterable[Any]) -> bool:
    """Whether points can only come from a float: 0.1 is held as so many parts of a very large power of two.

    A large figure may be such a power itself: then nothing can be said.
    """
    numbers = [number for number in made_of if isinstance(number, Fraction)]
    small = all(max(abs(number.numerator), number.denominator) < SMALL for number in numbers)
    return small and value.denominator % 2**45 == 0
