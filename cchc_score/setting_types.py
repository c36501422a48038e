"""What a method's settings are made of: numbers and facts as TOML has them, checked by pydantic while they are read.

Plugins import all of it from `cchc_score.methods`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, GetCoreSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema

from cchc_score.model import NUMBERS, FactRef, Kind

LARGEST = 10**15
"""No number of a file is larger."""


# Types of their own, by which `schemes/point_checks.find_points` knows points from other numbers inside any settings.
class PointValue(Fraction):
    """Points written in a scheme: from 0 to the criterion's maximum, a whole number of steps."""


class PointChange(Fraction):
    """Points written in a scheme that are added or, when negative, taken off: a whole number of steps."""


def exact(raw: object) -> Fraction:
    """A number of a TOML file as an exact fraction; a ValueError for anything else, and for inf and nan."""
    # To Python a bool is an int, and `true` would be 1. No float comes in: TOML is read with its numbers as Decimal.
    if isinstance(raw, bool) or not isinstance(raw, int | Decimal | Fraction):
        raise ValueError("number")
    if isinstance(raw, Decimal) and not raw.is_finite():
        raise ValueError("number")
    # Before it becomes a fraction: 1e999999999 is short to write and endless to hold.
    if isinstance(raw, Decimal) and raw and not (raw.adjusted() < 16 and int(raw.as_tuple().exponent) > -20):
        raise ValueError("number-range")
    value = Fraction(raw)
    if abs(value) > LARGEST or value.denominator > 10**6:
        raise ValueError("number-range")
    return value


def _not_negative(raw: object) -> Fraction:
    value = exact(raw)
    if value < 0:
        raise ValueError("negative")
    return value


def _at_most(limit: int) -> Callable[[object], Fraction]:
    def check(raw: object) -> Fraction:
        value = _not_negative(raw)
        if value > limit:
            raise ValueError(f"above-{limit}")
        return value

    return check


def _fact(raw: object) -> FactRef:
    # Python code that builds settings, as the random ones of `testing`, has references already.
    if isinstance(raw, FactRef):
        return raw
    if isinstance(raw, dict):
        return _weighed(raw)
    codes = [raw] if isinstance(raw, str) else raw
    # `strip`, because a lone minus names no fact.
    if not isinstance(codes, list) or not codes or not all(isinstance(code, str) and code.strip("-") for code in codes):
        raise ValueError("fact")
    terms = tuple((-1, code[1:]) if code.startswith("-") else (1, code) for code in codes)
    if len({code for _, code in terms}) < len(terms):
        raise ValueError("fact-twice")
    return FactRef(terms)


def _weighed(raw: dict[Any, Any]) -> FactRef:
    """A sum in which each fact has a coefficient of its own: `{ late = 1, missing = 2 }`."""
    if not raw or not all(isinstance(code, str) and code.strip("-") for code in raw):
        raise ValueError("fact")
    terms = tuple((exact(coefficient), code) for code, coefficient in raw.items())
    if not all(coefficient for coefficient, _ in terms):
        raise ValueError("fact-coefficient")
    return FactRef(terms)


def _facts(raw: object) -> tuple[str, ...]:
    # Python code that builds settings may give a tuple.
    if not isinstance(raw, list | tuple):
        raise ValueError("value-list")
    if not raw:
        raise ValueError("value-empty")
    if not all(isinstance(code, str) and code for code in raw):
        raise ValueError("fact")
    if len(set(raw)) < len(raw):
        raise ValueError("fact-twice")
    return tuple(raw)


ASKED_KINDS = "asked-kinds"
"""Stands in a setting's JSON Schema for the facts that can be asked for, which only an installation knows."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """Which kinds of indicators a setting accepts."""

    accepted: frozenset[str]

    # pydantic asks every mark of an `Annotated` for its schema under this name.
    def __get_pydantic_json_schema__(self, schema: object, handler: object) -> dict[str, Any]:
        # Sorted, for the order of a set is another in every process, and schemas are kept in files.
        return {ASKED_KINDS: sorted(self.accepted)}


@dataclass(frozen=True, slots=True)
class EachFact:
    """A setting whose keys or entries are facts of these kinds: a method gets them one by one, as `*name`."""

    accepted: frozenset[str]


@dataclass(frozen=True, slots=True)
class PerAnswer:
    """A setting with one entry for each answer to the option question that another setting names."""

    fact: str


def numeric(**limits: int) -> WithJsonSchema:
    """What an editor is told of a number: from where to where it may be."""
    return WithJsonSchema({"type": "number", **limits})


Number = Annotated[Fraction, BeforeValidator(_not_negative), numeric(minimum=0, maximum=LARGEST)]
Percent = Annotated[Fraction, BeforeValidator(_at_most(100)), numeric(minimum=0, maximum=100)]
Share = Annotated[Fraction, BeforeValidator(_at_most(1)), numeric(minimum=0, maximum=1)]
PointsFrom0 = Annotated[
    PointValue, BeforeValidator(lambda raw: PointValue(_not_negative(raw))), numeric(minimum=0, maximum=LARGEST)
]
PointsSigned = Annotated[
    PointChange, BeforeValidator(lambda raw: PointChange(exact(raw))), numeric(minimum=-LARGEST, maximum=LARGEST)
]
Fact = Annotated[FactRef, BeforeValidator(_fact), Kinds(NUMBERS | {"yes_no"})]
OptionFact = Annotated[FactRef, BeforeValidator(_fact), Kinds(frozenset({"option", "yes_no"}))]
DateFact = Annotated[FactRef, BeforeValidator(_fact), Kinds(frozenset({"date"}))]
FactShares = Annotated[dict[str, Percent], EachFact(NUMBERS)]
FactPoints = Annotated[dict[str, PointsFrom0], EachFact(NUMBERS)]
FactList = Annotated[
    tuple[str, ...],
    BeforeValidator(_facts),
    EachFact(NUMBERS),
    WithJsonSchema({"type": "array", "items": {ASKED_KINDS: None}, "minItems": 1}),
]
IfNone = Literal["full", "zero", "not_applicable"]
"""What a criterion gives when nothing arose in the year (a whole of 0)."""


class Settings(BaseModel):
    """The numbers of a rule: the base of every method's settings. Unknown keys are refused."""

    # `strict`, or pydantic takes "5" for 5 and 1 for true; `defer_build`, for a run validates the settings of few
    # methods.
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, strict=True, defer_build=True)

    # pydantic asks every model for its schema under this name.
    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[BaseModel], handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        # Asked first: a walk through a schema takes longer than making it, and few settings have tuples.
        if any(_has_tuple(field.annotation) for field in cls.model_fields.values()):
            return _tuples_of_lists(schema)  # type: ignore[no-any-return]
        return schema


def _has_tuple(annotation: object) -> bool:
    return annotation is tuple or get_origin(annotation) is tuple or any(map(_has_tuple, get_args(annotation)))


def _tuples_of_lists(schema: Any) -> Any:
    """A schema whose tuples are made of lists too: TOML has nothing else, and strict tuples refuse them."""
    if isinstance(schema, dict):
        opened = {key: _tuples_of_lists(held) for key, held in schema.items()}
        return {**opened, "strict": False} if opened.get("type") == "tuple" else opened
    return [_tuples_of_lists(held) for held in schema] if isinstance(schema, list) else schema


def accepted_kinds(settings: type[Settings], field_name: str) -> frozenset[Kind] | None:
    """The kinds of indicators that a setting takes; None when the setting is not a fact."""
    marks = _marks(settings, field_name, Kinds)
    return marks[0].accepted if marks else None


def each_fact(settings: type[Settings], field_name: str) -> frozenset[Kind] | None:
    """The kinds of indicators that may be keys of a setting; None when its keys are no facts."""
    marks = _marks(settings, field_name, EachFact)
    return marks[0].accepted if marks else None


def answers_of(settings: type[Settings], field_name: str) -> str | None:
    """The setting whose question a setting answers, entry by entry; None for any other setting."""
    marks = _marks(settings, field_name, PerAnswer)
    return marks[0].fact if marks else None


# Asked for each criterion again and again, and the same for as long as a class of settings lives.
@cache
def _marks(settings: type[Settings], field_name: str, kind: type[Any]) -> tuple[Any, ...]:
    field = settings.model_fields[field_name]
    # For `Fact | None` pydantic leaves the marks on the member of the union.
    members = [mark for member in get_args(field.annotation) for mark in getattr(member, "__metadata__", ())]
    return tuple(mark for mark in (*field.metadata, *members) if isinstance(mark, kind))
