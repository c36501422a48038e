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
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from cchc_score.errors import PluginError
from cchc_score.findings import Finding
from cchc_score.formulas import Worth
from cchc_score.model import FactRef
from cchc_score.setting_types import (
    ASKED_KINDS,
    LARGEST,
    DateFact,
    EachFact,
    Fact,
    FactList,
    FactPoints,
    FactShares,
    IfNone,
    Kinds,
    Number,
    OptionFact,
    PerAnswer,
    Percent,
    PointChange,
    PointsFrom0,
    PointsSigned,
    PointValue,
    Settings,
    Share,
    accepted_kinds,
    answers_of,
    each_fact,
    exact,
    numeric,
)
from cchc_score.text import Lang, described

# For the types alone: what scores in rows never loads NumPy.
if TYPE_CHECKING:
    import numpy as np

# In the order in which the stored contract has them (tests/golden), not in that of the alphabet.
__all__ = [  # noqa: RUF022
    "LARGEST",
    "CONTRACT",
    "Points",
    "PointValue",
    "PointChange",
    "exact",
    "ASKED_KINDS",
    "Kinds",
    "EachFact",
    "PerAnswer",
    "numeric",
    "Number",
    "Percent",
    "Share",
    "PointsFrom0",
    "PointsSigned",
    "Fact",
    "OptionFact",
    "DateFact",
    "FactShares",
    "FactPoints",
    "FactList",
    "IfNone",
    "if_none",
    "Settings",
    "PeersUndeclared",
    "UNDECLARED",
    "Rule",
    "Marks",
    "Constants",
    "Answers",
    "ColumnForm",
    "Words",
    "Namer",
    "Limits",
    "Better",
    "Most",
    "Within",
    "Working",
    "Formula",
    "Asked",
    "Method",
    "NoSettings",
    "per_commune",
    "extra_failed",
    "most_of",
    "within_of",
    "accepted_kinds",
    "each_fact",
    "answers_of",
]

CONTRACT = 1
"""The version of the plugin contract."""

Points: TypeAlias = int | Decimal | Fraction | None
"""What a row form returns: exact points from 0 to the maximum, or None when the criterion does not apply."""


def if_none(rule: "Rule", treatment: IfNone) -> "Points":
    """The points that a treatment of 'nothing arose' gives."""
    return {"full": rule.max_points, "zero": Fraction(0), "not_applicable": None}[treatment]


class PeersUndeclared(BaseException):
    """A method looked at its peers without `peers=True`; no method can catch it by mistake."""


class _Undeclared(tuple[Any, ...]):
    """The peers of a method that is not declared to have any: an empty group would give wrong points in silence."""

    __slots__ = ()

    def _asked(self, *args: object) -> Any:
        raise PeersUndeclared

    # Each by name, since Python looks for special methods on the class alone. Equality stays: rules are compared.
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
    # Left out of equality: two rules are equal by what they say, whatever has been computed with them so far.
    _kept: dict[str, Any] = field(init=False, default_factory=dict, compare=False, repr=False)

    def once(self, name: str, compute: Callable[[], Any]) -> Any:
        """What a computation over the peers gives: done for the first commune of a group, kept for the others."""
        # By `in`, because what was computed may be None.
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
"""Gives the name of a fact, or of a fact's code, for people; with an answer's code beside it, of that answer."""

Limits = Callable[[Rule], Mapping[str, "Sequence[Fraction] | Sequence[date]"]]
Better = Callable[[Rule], Mapping[str, Literal["more", "less"]]]
Most = Callable[[Rule], Mapping[str, Fraction]]
Within = Callable[[Rule], "Sequence[tuple[Sequence[str], str]]"]
Working = Callable[..., str]
Formula = Callable[..., Worth]


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
    above its maximum): the criterion is then MISSING, with a finding; `within(rule)` says the same of parts and their
    whole, as `[(("part",), "whole")]`: the first together are at most the other.
    `working(rule, lang, *facts)` shows how one commune's points come about, without the result; where a method has
    none, its words stand with the figures in place of names. `formula(rule, scale, *facts)` gives the same points as
    the function, built of the whole numbers of `cchc_score.formulas`, for a workbook that calculates; numbers come in
    1 / scale.
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
    within: Within | None = None
    formula: Formula | None = None

    def __call__(self, rule: Rule, *facts: Any) -> Points:
        """The points of one commune."""
        return self.function(rule, *facts)

    def asked(self, settings: Settings) -> tuple[Asked, ...]:
        """What a rule with these settings asks for, in the order in which the function gets it."""
        return tuple(asked for name in self.parameters for asked in self._asked(name, settings))

    def _asked(self, name: str, settings: Settings) -> Sequence[Asked]:
        if name not in self.settings.model_fields:
            return [Asked(name, FactRef(((1, name),)), False)]
        if each_fact(self.settings, name) is not None:
            return [Asked(code, FactRef(((1, code),)), True) for code in getattr(settings, name)]
        # A setting that takes counts takes every kind of number, and only such a one can be a signed sum.
        return [Asked(name, getattr(settings, name), "count" in (accepted_kinds(self.settings, name) or ()))]

    def facts(self, settings: Settings) -> tuple[FactRef | None, ...]:
        """The facts that a rule with these settings asks for; None for one it leaves out."""
        return tuple(asked.ref for asked in self.asked(settings))


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
    within: Within | None = None,
    formula: Formula | None = None,
) -> Callable[[Callable[..., Points]], Method]:
    """Make an ordinary function a method: its first parameter is the rule, every other one is a fact.

    `contract` is the version of the contract that it is written for.
    """

    def wrap(function: Callable[..., Points]) -> Method:
        # From the function itself, so that no second list of names can disagree. The star of `*name` is no part of the
        # name.
        parameters = tuple(inspect.signature(function).parameters)[1:]
        return Method(
            name=name,
            function=function,
            settings=settings,
            parameters=parameters,
            column=column,
            words=words,
            limits=limits,
            better=better,
            most=most,
            peers=peers,
            contract=contract,
            working=working,
            within=within,
            formula=formula,
        )

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
    # SystemExit is no Exception, and `sys.exit()` in a plugin must not end the program.
    except (Exception, SystemExit) as error:
        raise extra_failed(method.name, "most", error) from None


def within_of(method: Method, rule: Rule) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Which facts of a rule are together at most another one; a method whose `within` fails is named."""
    if method.within is None:
        return ()
    try:
        return tuple((tuple(parts), whole) for parts, whole in method.within(rule))
    # SystemExit is no Exception, and `sys.exit()` in a plugin must not end the program.
    except (Exception, SystemExit) as error:
        raise extra_failed(method.name, "within", error) from None
