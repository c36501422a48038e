"""The nouns of the field, frozen: what a scheme, a form, an indicator and a unit are once they have been checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from fractions import Fraction
from typing import Any, Literal

from cchc_score.findings import Words

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
class Indicator:
    """A number or an answer that is known of a unit for one year.

    `decimals` is how many decimals its values may have. The relations are names of other indicators: it is a
    `part_of` one, never more than it; it is the `sum_of` several; together with those it is `exclusive_with`
    it is at most 100 percent. `share` says whether anybody takes its share of what it is part of; of a mere
    breakdown nobody does, so that 0 of 0 is no question there.
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
    """What a rule asks for: one indicator, or a signed sum of several."""

    terms: tuple[tuple[int, str], ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The indicators that it names, in order."""
        return tuple(code for _, code in self.terms)


@dataclass(frozen=True, slots=True)
class Factor:
    """A share of the points kept, by the answer to an option question (a violation: light, serious)."""

    fact: FactRef
    values: Mapping[str, Fraction]


Treatment = Literal["zero", "full", "not_applicable"]


@dataclass(frozen=True, slots=True)
class Gate:
    """A condition before the rule: from a limit on, or an answer among some; else the treatment named."""

    fact: FactRef
    at_least: Fraction | None
    answers: tuple[str, ...]
    otherwise: Treatment


Combine = Literal["sum", "best", "all", "chosen"]


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion: either a leaf with a method and its settings, or a parent that combines its parts.

    Points are in points, not in steps. `parts` are the numbers of its parts, in the order of the scheme.
    `settings` is the method's own model, None for a parent.
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
    method: str = ""
    settings: Any = None
    factor: Factor | None = None
    gate: Gate | None = None
    reference: str = ""
    evidence: str = ""
    remedy: str = ""
    note: str = ""
    line: int = 0

    @property
    def is_leaf(self) -> bool:
        """Whether it is scored by a method of its own."""
        return not self.parts


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


@dataclass(frozen=True, slots=True)
class ClassLimit:
    """A class (xếp loại): the index from which it is given, and the share each area or criterion must reach."""

    name: str
    at_least: Fraction
    each_area_from: Fraction | None = None
    each_criterion_from: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Ranking:
    """How units are compared; every point that practice leaves open is stated."""

    group_by: Literal["none", "kind"]
    compare: Literal["exact", "published"]
    ties: Literal["standard", "dense", "list"]
    incomplete: Literal["low", "unranked"]
    above_100: Literal["keep", "cap"] = "keep"


@dataclass(frozen=True, slots=True)
class Context:
    """An indicator that a scheme lists without scoring it, and why."""

    indicator: str
    reason: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """The annex of one decision, checked. `criteria` holds parents and leaves, each after its parent."""

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

    @property
    def leaves(self) -> tuple[Criterion, ...]:
        """The criteria that carry rules, in the order of the scheme."""
        return tuple(criterion for criterion in self.criteria.values() if criterion.is_leaf)

    @property
    def illustrative(self) -> bool:
        """Whether it copies no real decision."""
        return not self.decision


RowKind = Literal["area", "header", "leaf"]


@dataclass(frozen=True, slots=True)
class Answer:
    """One entry of a form's legend: the number written in the cell, the option meant, the words printed."""

    number: int
    option: str
    text: str


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row of a report form. A row printed without a code has one of its own under its parent: '3.3.1/2'.

    For a header: `same_as` and `sum_of` name the rows that its printed value should agree with.
    """

    code: str
    label: str
    kind: RowKind = "leaf"
    unit: str = ""
    indicator: str | None = None
    legend: tuple[Answer, ...] = ()
    same_as: str | None = None
    sum_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """Words by which the prose of a report names a figure of the appendix, or a share of two such figures."""

    code: str
    find: tuple[str, ...]
    indicator: str | None = None
    part: tuple[str, ...] = ()
    whole: str | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """One version of a report form: its rows in order, and the words by which its pages are recognised."""

    code: str
    title: str
    rows: Mapping[str, FormRow]
    title_before_unit: str = ""
    title_year: str = ""
    headings: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    dittos: tuple[str, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The headings under which a table's columns may stand, by what they hold: code, label, unit, value, remark."""
    prose: tuple[Prose, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A commune, ward or special zone as it stands in the list of units; `shared` is a name that several bear."""

    code: str
    name: str
    kind: str = ""
    ranked: bool = True
    valid_from: date | None = None
    valid_to: date | None = None
    predecessors: tuple[str, ...] = field(default=())
    shared: bool = False

    @property
    def label(self) -> str:
        """What the unit is called where it must not be taken for another: its name, with the code if need be."""
        return f"{self.name} ({self.code})" if self.shared else self.name
