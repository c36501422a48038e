"""The shape of a method: a pure function of a rule and some facts that gives exact points.

A method is written for one commune (its row form, the specification). It may also have a column form that
scores all communes at once; both give the same points, and tests hold one against the other.
"""

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, TypeAlias, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, WithJsonSchema
from pydantic.fields import FieldInfo

from cchc_score.errors import PluginError
from cchc_score.findings import Finding
from cchc_score.model import NUMBERS, FactRef, Kind
from cchc_score.text import Lang, described

if TYPE_CHECKING:
    import numpy as np

LARGEST = 10**15
"""No number of a file is larger."""
CONTRACT = 1
"""The version of the plugin contract."""

Points: TypeAlias = int | Decimal | Fraction | None
"""What a row form returns: exact points from 0 to the maximum, or None when the criterion does not apply."""


class PointValue(Fraction):
    """Points written in a scheme: from 0 to the criterion's maximum, a whole number of steps."""


class PointChange(Fraction):
    """Points written in a scheme that are added or, when negative, taken off: a whole number of steps."""


def exact(raw: object) -> Fraction:
    """A number of a TOML file as an exact fraction; a ValueError for anything else, and for inf and nan."""
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
    if isinstance(raw, FactRef):
        return raw
    codes = [raw] if isinstance(raw, str) else raw
    if not isinstance(codes, list) or not codes or not all(isinstance(code, str) and code.strip("-") for code in codes):
        raise ValueError("fact")
    terms = tuple((-1, code[1:]) if code.startswith("-") else (1, code) for code in codes)
    if len({code for _, code in terms}) < len(terms):
        raise ValueError("fact-twice")
    return FactRef(terms)


ASKED_KINDS = "asked-kinds"
"""Stands in a setting's JSON Schema for the facts that can be asked for, which only an installation knows."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """Which kinds of indicators a setting accepts."""

    accepted: frozenset[str]

    def __get_pydantic_json_schema__(self, schema: object, handler: object) -> dict[str, Any]:
        return {ASKED_KINDS: sorted(self.accepted)}


@dataclass(frozen=True, slots=True)
class EachFact:
    """A setting whose keys are facts of these kinds: a method gets them one after the other, as `*name`."""

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
IfNone = Literal["full", "zero", "not_applicable"]
"""What a criterion gives when nothing arose in the year (a whole of 0)."""


def if_none(rule: "Rule", treatment: IfNone) -> "Points":
    """The points that a treatment of 'nothing arose' gives."""
    return {"full": rule.max_points, "zero": Fraction(0), "not_applicable": None}[treatment]


class Settings(BaseModel):
    """The numbers of a rule: the base of every method's settings. Unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, strict=True, defer_build=True)


class PeersUndeclared(BaseException):
    """A method looked at its peers without `peers=True`; no method can catch it by mistake."""


class _Undeclared(tuple[Any, ...]):
    """The peers of a method that is not declared to have any: an empty group would give wrong points in silence."""

    __slots__ = ()

    def _asked(self, *args: object) -> Any:
        raise PeersUndeclared

    __iter__ = __len__ = __bool__ = __getitem__ = __contains__ = __reversed__ = __add__ = index = count = _asked


UNDECLARED = _Undeclared()


@dataclass(frozen=True, slots=True)
class Rule:
    """What a method sees of its criterion.

    `peers` holds, for a method declared `peers`, the known facts of the commune's ranking group: one tuple per
    commune, in the order of the method's parameters.
    """

    number: str
    max_points: Fraction
    settings: Any = None
    decimals: int = 2
    peers: tuple[tuple[Any, ...], ...] = ()
    _kept: dict[str, Any] = field(init=False, default_factory=dict, compare=False, repr=False)

    def once(self, name: str, compute: Callable[[], Any]) -> Any:
        """What a computation over the peers gives: done for the first commune of a group, kept for the others."""
        if name not in self._kept:
            self._kept[name] = compute()
        return self._kept[name]

    @property
    def max_steps(self) -> int:
        """The maximum in steps."""
        return self.steps(self.max_points)

    def steps(self, points: Fraction) -> int:
        """Points that the scheme has checked to be whole steps."""
        return int(points * 10**self.decimals)


class Marks(NamedTuple):
    """What a column form returns: points as num / den, in steps, one row a criterion, one column a commune.

    `num` and `den` are whole numbers, `den` positive (an array, or 1); `applicable` is a mask, or None for all.
    """

    num: "np.ndarray[Any, Any]"
    den: "np.ndarray[Any, Any] | int" = 1
    applicable: "np.ndarray[Any, np.dtype[np.bool_]] | None" = None


Constants = Mapping[str, int | tuple[int, ...]]
"""The numbers of one rule as whole numbers, by name."""


Answers = tuple[tuple[str, ...], ...]
"""For each fact of a rule the codes of its answers; empty for a number or a date."""


@dataclass(frozen=True, slots=True)
class ColumnForm:
    """The column form of a method: many criteria and communes at once, in whole numbers.

    `constants(rule, scale, answers)` gives the rule's numbers: facts are whole numbers of 1 / scale, points whole
    steps; an answer is its place in `answers[n]`, the codes for the n-th fact; a date is its day, 0 for never.
    `function(constants, *facts)` gets each constant as a column (one row a criterion; a tuple as a tuple of
    columns) and each fact as a matrix. `bound(constants, *largest)` gets the largest magnitudes among the rows as
    Python integers and gives the largest that any product or sum in `function` can reach, 2 * `num` + 2 * `den`
    included; it must not fall when an argument grows. Where that could leave the range of int64, the row form runs.
    """

    constants: Callable[["Rule", int, Answers], Constants]
    function: Callable[..., Marks]
    bound: Callable[..., int]


Words = Callable[[Rule, Lang, "Namer"], str]
Namer = Callable[..., str]
"""Gives the name of a fact for people, or, with an answer's code as the second argument, of that answer."""

Limits = Callable[[Rule], Mapping[str, "Sequence[Fraction] | Sequence[date]"]]
Better = Callable[[Rule], Mapping[str, Literal["more", "less"]]]
Most = Callable[[Rule], Mapping[str, Fraction]]
Working = Callable[..., str]


class Asked(NamedTuple):
    """One fact that a rule asks for: the name it goes by, the fact (None for one left out), whether it is a number.

    A number arrives with a yes as 1 and a signed sum added up.
    """

    name: str
    ref: FactRef | None
    number: bool


@dataclass(frozen=True, slots=True)
class Method:
    """A way of giving points, known to schemes by its name.

    `parameters` are the facts it asks for: a setting that holds a fact, an indicator's own code, or, as `*name`, a
    setting whose keys are facts, each of which then goes by its own code.
    `words(rule, lang, name)` says the rule with its numbers; `limits(rule)` gives for each fact, or for 'percent'
    (`part` in percent of `whole`), the values where the points change; `better(rule)` says for which facts more (or
    less) never costs points; `most(rule)` says for which facts a larger value contradicts the rule (a survey value
    above its maximum): the criterion is then MISSING, with a finding. `working(rule, lang, *facts)` shows how one
    commune's points come about, without the result; where a method has none, its words stand with the figures in place
    of names.
    """

    name: str
    function: Callable[..., Points]
    settings: type[Settings]
    parameters: tuple[str, ...]
    column: ColumnForm | None = None
    words: Words | None = None
    limits: Limits | None = None
    better: Better | None = None
    most: Most | None = None
    peers: bool = False
    contract: int = CONTRACT
    working: Working | None = None

    def __call__(self, rule: Rule, *facts: Any) -> Points:
        """The points of one commune."""
        return self.function(rule, *facts)

    def asked(self, settings: Settings) -> tuple[Asked, ...]:
        """What a rule with these settings asks for, in the order in which the function gets it."""
        return tuple(one for name in self.parameters for one in self._asked(name, settings))

    def _asked(self, name: str, settings: Settings) -> Sequence[Asked]:
        if name not in self.settings.model_fields:
            return [Asked(name, FactRef(((1, name),)), False)]
        if each_fact(self.settings, name) is not None:
            return [Asked(code, FactRef(((1, code),)), True) for code in getattr(settings, name)]
        return [Asked(name, getattr(settings, name), "count" in (accepted_kinds(self.settings, name) or ()))]

    def facts(self, settings: Settings) -> tuple[FactRef | None, ...]:
        """The facts that a rule with these settings asks for; None for one it leaves out."""
        return tuple(one.ref for one in self.asked(settings))


class NoSettings(Settings):
    """The settings of a method that has none."""


def per_commune(
    name: str,
    settings: type[Settings] = NoSettings,
    *,
    column: ColumnForm | None = None,
    words: Words | None = None,
    limits: Limits | None = None,
    better: Better | None = None,
    most: Most | None = None,
    peers: bool = False,
    contract: int = CONTRACT,
    working: Working | None = None,
) -> Callable[[Callable[..., Points]], Method]:
    """Make an ordinary function a method: its first parameter is the rule, every other one is a fact.

    `contract` is the version of the contract that it is written for.
    """

    def wrap(function: Callable[..., Points]) -> Method:
        parameters = tuple(inspect.signature(function).parameters)[1:]
        extras = (words, limits, better, most, peers, contract, working)
        return Method(name, function, settings, parameters, column, *extras)

    return wrap


def extra_failed(method: str, function: str, error: BaseException) -> PluginError:
    """The error that names a method whose `words`, `most` or settings fail."""
    args = {"method": method, "function": function, "detail": described(error)}
    return PluginError([Finding("method-extra", args=args)])


def most_of(method: Method, rule: Rule) -> Mapping[str, Fraction]:
    """For which facts a larger value contradicts a rule; a method whose `most` fails is named."""
    if method.most is None:
        return {}
    try:
        return method.most(rule)
    except (Exception, SystemExit) as error:
        raise extra_failed(method.name, "most", error) from None


def accepted_kinds(settings: type[Settings], field_name: str) -> frozenset[Kind] | None:
    """The kinds of indicators that a setting takes; None when the setting is not a fact."""
    marks = _marks(settings.model_fields[field_name], Kinds)
    return marks[0].accepted if marks else None


def each_fact(settings: type[Settings], field_name: str) -> frozenset[Kind] | None:
    """The kinds of indicators that may be keys of a setting; None when its keys are no facts."""
    marks = _marks(settings.model_fields[field_name], EachFact)
    return marks[0].accepted if marks else None


def answers_of(settings: type[Settings], field_name: str) -> str | None:
    """The setting whose question a setting answers, entry by entry; None for any other setting."""
    marks = _marks(settings.model_fields[field_name], PerAnswer)
    return marks[0].fact if marks else None


def _marks(field: FieldInfo, kind: type[Any]) -> list[Any]:
    # For `Fact | None` pydantic leaves the marks on the member of the union.
    members = [mark for member in get_args(field.annotation) for mark in getattr(member, "__metadata__", ())]
    return [mark for mark in (*field.metadata, *members) if isinstance(mark, kind)]
