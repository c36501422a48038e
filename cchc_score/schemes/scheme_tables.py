"""The tables of a scheme file as models: which keys there are, and what each may hold."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from cchc_score.methods import Fact, Number, OptionFact, Percent, Share
from cchc_score.model import Bounds, Combine, Kind, Source, Treatment
from cchc_score.validation import Border, Line, MaxPoints, Slug

MOST_DECIMALS = 4
Decimals = Annotated[int, Field(ge=0, le=MOST_DECIMALS)]


class PrintedTable(Border):
    """`printed = { points = ..., index = ... }`."""

    points: Decimals
    index: Decimals


class DaysTable(Border):
    """`days = { from = ..., to = ... }`: a year that is no calendar year."""

    first: date = Field(alias="from")
    last: date = Field(alias="to")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.first < self.last:
            raise ValueError("days-order")
        return self


class SchemeTable(Border):
    """`[scheme]`."""

    code: Slug
    title: Line
    version: Line
    decision: Line | None = None
    period: Annotated[int, Field(ge=2000, le=2100)]
    days: DaysTable | None = None
    form: Line | None = None
    frame: Line | None = None
    max_points: MaxPoints
    decimals: Decimals
    printed: PrintedTable | None = None
    rounding: Literal["criterion", "never"]
    draft: bool = False


class RankingTable(Border):
    """`[ranking]`."""

    group_by: Literal["none", "kind"]
    compare: Literal["exact", "published"]
    ties: Literal["standard", "dense", "list"]
    incomplete: Literal["low", "unranked"]
    above_100: Literal["keep", "cap"] | None = None
    silent: Literal["unranked", "ranked"] = "unranked"
    units_on: date | None = None


class LimitByAnswerTable(Border):
    """`from_by = { fact = ..., values = { ... } }`: a limit for each answer."""

    fact: OptionFact
    values: Annotated[dict[str, Number], Field(min_length=1)]


class ClassTable(Border):
    """One `[[class]]`."""

    name: Line
    from_: Number | None = Field(None, alias="from")
    from_by: LimitByAnswerTable | None = None
    each_area_from: Percent | None = None
    each_criterion_from: Percent | None = None

    @model_validator(mode="after")
    def _one_limit(self) -> Self:
        if (self.from_ is None) == (self.from_by is None):
            raise ValueError("class-limit")
        return self

    @property
    def limits(self) -> tuple[Fraction, ...]:
        """The limit, or those of all answers."""
        if self.from_by is not None:
            return tuple(self.from_by.values.values())
        return () if self.from_ is None else (self.from_,)


class FrameAreaTable(Border):
    """One `[area.CODE]` of a frame, which may leave the maximum to those who extend it."""

    number: Annotated[int, Field(ge=1, le=99)]
    name: Line
    name_en: Line = ""
    max_points: MaxPoints | None = None
    kind: Literal["normal", "bonus", "penalty"] = "normal"
    absent: Literal["none", "full"] | None = None
    decimals: Decimals | None = None
    held: bool = True
    reason: Line = ""


class AreaTable(FrameAreaTable):
    """One `[area.CODE]`."""

    max_points: MaxPoints


class FactorTable(Border):
    """`factor = { fact = ..., values = { ... } }`."""

    fact: OptionFact
    values: dict[str, Share]
    unsaid: Share | None = None


def _listed(raw: object) -> object:
    """One gate is written without a list."""
    return [raw] if isinstance(raw, Mapping) else raw


class GateTable(Border):
    """`gate = { fact = ..., from = ... }`, `{ fact = ..., answers = [...] }` or `{ criterion = ..., from = ... }`."""

    fact: Fact | None = None
    whole: Fact | None = None
    criterion: Line | None = None
    from_: Number | None = Field(None, alias="from")
    above: Number | None = None
    to: Number | None = None
    below: Number | None = None
    answers: Annotated[list[str], Field(min_length=1)] | None = None
    applies: bool | None = None
    otherwise: Treatment = "zero"

    @model_validator(mode="after")
    def _one_condition(self) -> Self:
        if (self.fact is None) == (self.criterion is None):
            raise ValueError("gate-asks")
        lower, upper = {self.from_, self.above} - {None}, {self.to, self.below} - {None}
        # The two ends of one condition are one condition.
        conditions = [bool(lower or upper), self.answers is not None, self.applies is not None]
        if sum(conditions) != 1:
            raise ValueError("gate-condition")
        if None not in (self.from_, self.above) or None not in (self.to, self.below):
            raise ValueError("gate-ends")
        if (self.answers is not None or self.whole is not None) and self.fact is None:
            raise ValueError("gate-fact-only")
        if self.applies is not None and self.criterion is None:
            raise ValueError("gate-criterion-only")
        if self.bounds is not None and self.bounds.empty:
            raise ValueError("gate-empty")
        return self

    @property
    def bounds(self) -> Bounds | None:
        """Between which numbers; None for a condition on answers, or on whether a criterion applies."""
        lower, upper = self._end(self.from_, self.above), self._end(self.to, self.below)
        if lower is None and upper is None:
            return None
        return Bounds(lower, upper, self.above is not None, self.below is not None)

    @staticmethod
    def _end(closed: Fraction | None, open_: Fraction | None) -> Fraction | None:
        return open_ if closed is None else closed


Gates = Annotated[list[GateTable], BeforeValidator(_listed), Field(min_length=1)]


class CriterionTable(Border):
    """One `[criterion."N"]`, without the settings of its method."""

    title: Line
    key: Slug | None = None
    max_points: MaxPoints
    combine: Combine | None = None
    chosen_by: OptionFact | None = None
    choice: Line | None = None
    decimals: Decimals | None = None
    self_score: bool | None = None
    draft: bool = False
    held: bool = True
    reason: Line = ""
    method: Line | None = None
    factor: FactorTable | None = None
    gate: Gates | None = None
    reference: Line = ""
    evidence: Line = ""
    remedy: Line = ""
    note: Line = ""


class OptionTable(Border):
    """One answer of an option question."""

    code: Slug
    name: Line
    name_en: Line = ""


class CountOfTable(Border):
    """`count_of = { facts = [...], from = ... }` or `{ facts = [...], answers = [...] }`."""

    facts: Annotated[list[Slug], Field(min_length=1)]
    from_: Number | None = Field(None, alias="from")
    answers: Annotated[list[str], Field(min_length=1)] | None = None

    @model_validator(mode="after")
    def _one_condition(self) -> Self:
        if (self.from_ is None) == (self.answers is None):
            raise ValueError("count-condition")
        return self


class OverItemsTable(Border):
    """`items = { take = ..., value = ..., whole = ... }`."""

    take: Literal["sum", "lowest", "highest", "mean", "count"]
    value: Slug
    whole: Slug | None = None
    from_: Number | None = Field(None, alias="from")
    answers: Annotated[list[str], Field(min_length=1)] | None = None

    @model_validator(mode="after")
    def _one_condition(self) -> Self:
        conditions = sum(one is not None for one in (self.from_, self.answers))
        if conditions != (self.take == "count") or (self.answers is not None and self.whole is not None):
            raise ValueError("items-condition")
        return self


class IndicatorTable(Border):
    """One `[indicator.CODE]`."""

    name: Line
    name_en: Line = ""
    unit: Line = ""
    kind: Kind = "count"
    decimals: Annotated[int, Field(ge=0, le=3)] = 0
    source: Source = "report"
    options: list[OptionTable] = []
    part_of: Slug | None = None
    sum_of: list[Slug] = []
    exclusive_with: list[Slug] = []
    lowest_of: list[Slug] = []
    highest_of: list[Slug] = []
    mean_of: list[Slug] = []
    count_of: CountOfTable | None = None
    unit_column: Literal["kind", "grade"] | None = None
    last_year_of: Slug | None = None
    items: OverItemsTable | None = None


class SchemeFile(Border):
    """The file's top level."""

    scheme: dict[str, Any]
    ranking: dict[str, Any]
    class_: list[dict[str, Any]] = Field([], alias="class")
    area: dict[str, Any]
    criterion: dict[str, Any]
    indicator: dict[str, Any] = {}
    context: dict[str, Line] = {}
