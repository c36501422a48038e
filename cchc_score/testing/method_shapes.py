"""Ways to arrange what was drawn for a settings model, so that its own validators may accept one of them.

A validator is a black box: bands must fall and end at 0, days must rise, of two keys exactly one is given. Instead of
drawing until one is accepted, what was drawn is put into every usual order.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import chain, combinations, islice, product
from typing import Any

from pydantic import BaseModel, ValidationError

MOST = 256
"""How many arrangements are tried."""
Raw = dict[str, Any]


def find_accepted(model: type[BaseModel], raw: Raw, keys: Mapping[str, Sequence[str]], start: int) -> Raw | None:
    """The first arrangement of a drawn table, from the `start`-th on and around, that a model accepts, or None.

    `keys` names for each of its lists the entries that its tables are sorted by.
    """
    found = list(islice(_arrangements(model, raw, keys), MOST))
    turned = found[start % len(found) :] + found[: start % len(found)]
    return next((arrangement for arrangement in turned if refusal(model, arrangement) is None), None)


def refusal(model: type[BaseModel], raw: Raw) -> str | None:
    """Why a model refuses a table; None when it accepts it."""
    try:
        model.model_validate(raw)
    except ValidationError as error:
        return error.errors(include_url=False)[0]["msg"]
    return None


def _arrangements(model: type[BaseModel], raw: Raw, keys: Mapping[str, Sequence[str]]) -> Iterator[Raw]:
    lists = {key: list(orders(raw[key], names)) for key, names in keys.items() if key in raw}
    for present in _presences(model, raw):
        chosen = [key for key in lists if key in present]
        for order in product(*(lists[key] for key in chosen)):
            yield {**{key: raw[key] for key in present}, **dict(zip(chosen, order, strict=True))}


def _presences(model: type[BaseModel], raw: Raw) -> Iterator[list[str]]:
    """Every choice of the keys that may be left out, all of them first."""
    needed = {field.alias or name for name, field in model.model_fields.items() if field.is_required()}
    optional = [key for key in raw if key not in needed]
    sizes = range(len(optional), -1, -1)
    for left in chain.from_iterable(combinations(optional, size) for size in sizes):
        yield [key for key in raw if key in needed or key in left]


def orders(items: list[Any], keys: Sequence[str]) -> Iterator[list[Any]]:
    """A list as it is, rising and falling; tables also with an end at 0 under each of the keys they are sorted by."""
    # Two entries under one limit are in no order that a validator takes.
    unique = list({_rank(item): item for item in items}.values())
    rising = sorted(unique, key=_rank)
    # As drawn first: most lists of settings have no order.
    yield from (items, rising, rising[::-1])
    for key in keys:
        if rising and isinstance(rising[0], dict):
            # The others above 0, so that the end stays the only one there.
            higher = [item for item in rising if _rank(item) > _rank({key: Fraction(0)})]
            others = {name: value for name, value in rising[0].items() if name not in keys}
            end = {key: Fraction(0), **others}
            yield from ([end, *higher], [*higher[::-1], end])


def _rank(item: Any) -> tuple[bool, Any]:
    """What an entry is sorted by: a day or a number of its own, else its first one."""
    values = item.values() if isinstance(item, dict) else item if isinstance(item, list) else [item]
    for value in values:
        if isinstance(value, date | Fraction | int):
            # The kind first, so that a day and a number are never compared.
            return isinstance(value, date), value
    return False, 0
