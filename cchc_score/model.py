"""The nouns of the field, frozen: what a scheme, a form, an indicator and a unit are once they have been checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from fractions import Fraction
from typing import Any, Literal

from cchc_score.findings import Words
from cchc_score.form_model import (
    Answer,
    FigureColumns,
    Form,
    FormLines,
    FormRow,
    FormSection,
    Prose,
    RowKind,
    row_code,
)

# In the order in which the stored contract has them (tests/golden), not in that of the alphabet.
__all__ = [  # noqa: RUF022
    "Kind",
    "NUMBERS",
    "Source",
    "Outcome",
    "Option",
    "Derived",
    "OverItems",
    "Indicator",
    "Value",
    "FactRef",
    "Factor",
    "Treatment",
    "Bounds",
    "Gate",
    "Combine",
    "Criterion",
    "gates_before",
    "AreaKind",
    "Area",
    "LimitByAnswer",
    "ClassLimit",
    "Ranking",
    "Context",
    "Printed",
    "Scheme",
    "RowKind",
    "Answer",
    "FormRow",
    "row_code",
    "FigureColumns",
    "FormLines",
    "FormSection",
    "Prose",
    "Form",
    "Unit",
]

Kind = Literal["count", "decimal", "money", "percent", "points", "yes_no", "option", "date"]
NUMBERS: frozenset[str] = frozenset({"count", "decimal", "money", "percent", "points"})
Source = Literal["report", "survey", "appraiser"]


class Outcome(IntEnum):
    """What became of a criterion, the gravest last; the number of points stands beside it and never says it."""

    NOT_APPLICABLE = 0
    SCORED = 1
    PENDING = 2
    MISSING = 3
    FAILED = 4


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to an option question."""

    code: str
    name: str
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class Derived:
    """How a fact follows from others of a unit: months, periods, documents; or from the list of units.

    It is the lowest or the highest of them (of answers: the one listed first or last), their mean, rounded half up to
    the decimals of the fact, or the count of those that are `at_least` so much, or one of some `answers`. Of kind
    'unit' it is the answer that the list of units has in a `column`.
    """

    kind: Literal["lowest", "highest", "mean", "count", "unit"]
    facts: tuple[str, ...] = ()
    at_least: Fraction | None = None
    answers: tuple[str, ...] = ()
    column: Literal["", "kind", "grade"] = ""


@dataclass(frozen=True, slots=True)
class OverItems:
    """How a fact follows from the items of a unit, of which each has a line in a list: procedures, fields.

    Taken of the `value` of each item, or of its percentage of `whole`: their sum, lowest, highest or mean, or the count
    of those that are `at_least` so much, or one of some `answers`.
    """

    take: Literal["sum", "lowest", "highest", "mean", "count"]
    value: str
    whole: str = ""
    at_least: Fraction | None = None
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """A number or an answer that is known of a unit for one year.

    `decimals` is how many decimals its values may have. The relations are names of other indicators: it is a
    `part_of` one, never more than it; it is the `sum_of` several; together with those it is `exclusive_with`
    it is at most 100 percent. `share` says whether anybody takes its share of what it is part of; of a mere
    breakdown nobody does, so that 0 of 0 is no question there. `derived` is set for one that follows from others;
    `last_year_of` for one that holds the value of another of the year before, `over_items` for one that is made of the
    items of a unit.
    """

    code: str
    name: str
    name_en: str = ""
    unit: str = ""
    kind: Kind = "count"
    decimals: int = 0
    source: Source = "report"
    options: tuple[Option, ...] = ()
    part_of: str | None = None
    sum_of: tuple[str, ...] = ()
    exclusive_with: tuple[str, ...] = ()
    share: bool = True
    derived: Derived | None = None
    last_year_of: str | None = None
    over_items: OverItems | None = None

    @property
    def parts_of_it(self) -> tuple[str, ...]:
        """The indicators that a derived one follows from; none for one that is reported."""
        return self.derived.facts if self.derived else ()

    @property
    def words(self) -> Words:
        """The name in both languages."""
        return Words(self.name, self.name_en or self.name)

    def label(self, lang: str = "vi") -> str:
        """The name in a language; the Vietnamese one where no other is given."""
        return self.name_en if lang == "en" and self.name_en else self.name


Value = Fraction | str | bool | date | None
"""A known fact: a number, an option's code, yes or no, a date, or None for 'never' (a date that did not come)."""


@dataclass(frozen=True, slots=True)
class FactRef:
    """What a rule asks for: one indicator, or a sum of several, each times a coefficient (1, -1, or any but 0)."""

    terms: tuple[tuple[int | Fraction, str], ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The indicators that it names, in order."""
        return tuple(code for _, code in self.terms)


@dataclass(frozen=True, slots=True)
class Factor:
    """A share of the points kept, by the answer to an option question (a violation: light, serious)."""

    fact: FactRef
    values: Mapping[str, Fraction]
    unsaid: Fraction | None = None
    """The share kept while the answer is unknown; None: the points wait for it."""


Treatment = Literal["zero", "full", "not_applicable"]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which numbers another lies; `open_from` and `open_to` say that the number at that end is left out."""

    from_: Fraction | None = None
    to: Fraction | None = None
    open_from: bool = False
    open_to: bool = False

    @property
    def empty(self) -> bool:
        """Whether no number lies between them."""
        if self.from_ is None or self.to is None:
            return False
        return self.from_ > self.to or (self.from_ == self.to and (self.open_from or self.open_to))

    def hold(self, value: Fraction, whole: Fraction = Fraction(1)) -> bool:
        """Whether a number lies between them: the value, divided by a whole above 0."""
        if self.from_ is not None:
            least = self.from_ * whole
            if value < least or (self.open_from and value == least):
                return False
        if self.to is not None:
            most = self.to * whole
            return value < most or (not self.open_to and value == most)
        return True


@dataclass(frozen=True, slots=True)
class Gate:
    """A condition before a rule; where it does not hold, the treatment named.

    On a `fact`: a number between `bounds` (in percent of `whole`, if there is one), or an answer among `answers`. On
    another `criterion`: its points between `bounds`, or whether it `applies`.
    """

    fact: FactRef | None
    bounds: Bounds | None
    answers: tuple[str, ...]
    otherwise: Treatment
    whole: FactRef | None = None
    criterion: str = ""
    applies: bool = True

    @property
    def refs(self) -> tuple[FactRef, ...]:
        """The facts that it asks for."""
        return tuple(ref for ref in (self.fact, self.whole) if ref is not None)


Combine = Literal["sum", "capped", "best", "all", "chosen"]


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion: either a leaf with a method and its settings, or a parent that combines its parts.

    Points are in points, not in steps. `parts` are the numbers of its parts, in the order of the scheme. Its `gates`
    are looked at in their order, after those of its parents.
    `settings` is the method's own model, None for a parent. `decimals` is to how many decimals it is rounded and
    printed, None: to those of the scheme. `self_score` is whether units claim it, None: unless a survey or the
    council gives it. `key` names it through the years, whatever its number and title.
    """

    number: str
    area: str
    title: str
    max_points: Fraction
    parts: tuple[str, ...] = ()
    combine: Combine = "sum"
    chosen_by: FactRef | None = None
    choice: str | None = None
    held: bool = True
    reason: str = ""
    decimals: int | None = None
    self_score: bool | None = None
    key: str = ""
    method: str = ""
    settings: Any = None
    factor: Factor | None = None
    gates: tuple[Gate, ...] = ()
    reference: str = ""
    evidence: str = ""
    remedy: str = ""
    note: str = ""
    line: int = 0

    @property
    def is_leaf(self) -> bool:
        """Whether it is scored by a method of its own."""
        return not self.parts

    @property
    def is_plain_sum(self) -> bool:
        """Whether it is a parent whose points are those of its parts, added up and no more."""
        return bool(self.parts) and self.combine == "sum" and self.factor is None


def gates_before(criteria: Mapping[str, Criterion], criterion: Criterion) -> tuple[Gate, ...]:
    """The gates before a criterion: those of all that it is part of, from the outermost, then its own."""
    above = criteria.get(criterion.number.rpartition(".")[0])
    return criterion.gates if above is None else gates_before(criteria, above) + criterion.gates


AreaKind = Literal["normal", "bonus", "penalty"]


@dataclass(frozen=True, slots=True)
class Area:
    """A reform area: its criteria add up to its maximum, or, for bonus and penalty, are capped by it."""

    code: str
    number: int
    name: str
    max_points: Fraction
    criteria: tuple[str, ...]
    kind: AreaKind = "normal"
    held: bool = True
    reason: str = ""
    name_en: str = ""
    absent: Literal["none", "full"] = "none"
    """What a penalty takes off while nobody has given it."""

    def label(self, lang: str = "vi") -> str:
        """The name in a language; the Vietnamese one where no other is given."""
        return self.name_en if lang == "en" and self.name_en else self.name


@dataclass(frozen=True, slots=True)
class LimitByAnswer:
    """A limit that hangs on the answer to an option question, as on the grade of a commune: one for each answer."""

    fact: FactRef
    values: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class ClassLimit:
    """A class (xếp loại): the index from which it is given, and the share each area or criterion must reach.

    Where the limit hangs on an answer, `by_answer` has it, and `at_least` is the least of its values.
    """

    name: str
    at_least: Fraction
    each_area_from: Fraction | None = None
    each_criterion_from: Fraction | None = None
    by_answer: LimitByAnswer | None = None

    @property
    def limits(self) -> tuple[Fraction, ...]:
        """Every index from which some unit may have it."""
        return (self.at_least,) if self.by_answer is None else tuple(self.by_answer.values.values())


@dataclass(frozen=True, slots=True)
class Ranking:
    """How units are compared; every point that practice leaves open is stated."""

    group_by: Literal["none", "kind"]
    compare: Literal["exact", "published"]
    ties: Literal["standard", "dense", "list"]
    incomplete: Literal["low", "unranked"]
    above_100: Literal["keep", "cap"] = "keep"
    silent: Literal["unranked", "ranked"] = "unranked"
    """Whether a unit of which no reported figure is known has a rank and a class."""
    units_on: date | None = None
    """The day on which a unit must exist to be one of the year; None: the last of it."""


@dataclass(frozen=True, slots=True)
class Context:
    """An indicator that a scheme lists without scoring it, and why."""

    indicator: str
    reason: str


@dataclass(frozen=True, slots=True)
class Printed:
    """How many decimals the total and the index are printed with; more where two units would look alike."""

    points: int
    index: int


@dataclass(frozen=True, slots=True)
class Scheme:
    """The annex of one decision, checked. `criteria` holds parents and leaves, each after its parent.

    `decimals` is the finest step in which points are counted: the decimals of the criterion that has the most.
    `printed` is None where total and index are printed with those.
    """

    code: str
    title: str
    version: str
    period: int
    form: str
    max_points: Fraction
    decimals: int
    rounding: Literal["criterion", "never"]
    ranking: Ranking
    classes: tuple[ClassLimit, ...]
    areas: tuple[Area, ...]
    criteria: Mapping[str, Criterion]
    indicators: Mapping[str, Indicator]
    context: tuple[Context, ...]
    sha256: str
    decision: str = ""
    file: str = ""
    printed: Printed | None = None
    days: tuple[date, date] | None = None
    """The first and the last day of a year that is no calendar year."""
    frame: str = ""
    """The name of what the scheme is held against; it scores nothing."""

    @property
    def first_and_last_day(self) -> tuple[date, date]:
        """The days from which to which the year that is scored goes."""
        return self.days or (date(self.period, 1, 1), date(self.period, 12, 31))

    @property
    def units_day(self) -> date:
        """The day whose list of units is scored and ranked."""
        return self.ranking.units_on or self.first_and_last_day[1]

    @property
    def index_decimals(self) -> int:
        """How many decimals an index is printed with."""
        return self.decimals if self.printed is None else self.printed.index

    def decimals_of(self, criterion: Criterion) -> int:
        """To how many decimals a criterion's points are rounded."""
        return self.decimals if criterion.decimals is None else criterion.decimals

    def printed_decimals(self, place: str) -> int:
        """How many decimals points are printed with in 'total', an area by its code, or a criterion by its number."""
        if place == "total":
            return self.decimals if self.printed is None else self.printed.points
        if place in self.criteria:
            criterion = self.criteria[place]
            # A parent shows as many as the finest of its parts: what is added up must be seen to add up.
            parts = criterion.parts
            if not parts:
                return self.decimals_of(criterion)
        else:
            parts = next(area.criteria for area in self.areas if area.code == place)
        return max(self.printed_decimals(part) for part in parts)

    @property
    def leaves(self) -> tuple[Criterion, ...]:
        """The criteria that carry rules, in the order of the scheme."""
        return tuple(criterion for criterion in self.criteria.values() if criterion.is_leaf)

    @property
    def illustrative(self) -> bool:
        """Whether it copies no real decision."""
        return not self.decision


@dataclass(frozen=True, slots=True)
class Unit:
    """A commune, ward or special zone as it stands in the list of units; `shared`: others bear its name.

    `kind` is what it is (xã, phường, đặc khu), `grade` its class as an administrative unit (loại I, II, III).
    """

    code: str
    name: str
    kind: str = ""
    ranked: bool = True
    valid_from: date | None = None
    valid_to: date | None = None
    predecessors: tuple[str, ...] = field(default=())
    shared: bool = False
    grade: str = ""

    def exists_on(self, day: date) -> bool:
        """Whether the unit exists on a day; its first and its last day belong to it."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    @property
    def label(self) -> str:
        """What the unit is called where it must not be taken for another: its name, with the code if need be."""
        return f"{self.name} ({self.code})" if self.shared else self.name
