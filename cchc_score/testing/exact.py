"""Fractions that notice when somebody makes a float of them."""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Any

from pydantic import BaseModel


class FloatUsed(BaseException):
    """A float was made of an exact number; no method can catch it by mistake."""


class Watched(Fraction):
    """An exact number that stays watched through arithmetic."""

    def __float__(self) -> float:
        raise FloatUsed(f"float({self})")

    __hash__ = Fraction.__hash__


def _operation(name: str) -> Callable[..., Any]:
    plain = getattr(Fraction, name)

    def operate(self: Fraction, *others: Any) -> Any:
        for other in others:
            if isinstance(other, float):
                raise FloatUsed(repr(other))
        result = plain(self, *others)
        return Watched(result) if isinstance(result, Fraction) else result

    return operate


_BINARY = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow")
_OTHERS = ("neg", "pos", "abs", "eq", "lt", "le", "gt", "ge", "round")
for _name in (*_BINARY, *(f"r{one}" for one in _BINARY), *_OTHERS):
    setattr(Watched, f"__{_name}__", _operation(f"__{_name}__"))


def watched(value: Any) -> Any:
    """A rule's settings or a fact with every fraction in it watched."""
    if isinstance(value, Fraction):
        return Watched(value)
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        return value.model_copy(update={name: watched(getattr(value, name)) for name in fields})
    if isinstance(value, Mapping):
        return {key: watched(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(watched(one) for one in value)
    return value


SMALL = 2**20
"""Of numbers below this no exact arithmetic that a rule would do makes parts of 2**45."""


def from_float(value: Fraction, made_of: Iterable[Any]) -> bool:
    """Whether points can only come from a float: 0.1 is held as so many parts of a very large power of two.

    A large figure may be such a power itself: then nothing can be said.
    """
    small = all(max(abs(one.numerator), one.denominator) < SMALL for one in made_of if isinstance(one, Fraction))
    return small and value.denominator % 2**45 == 0
