"""The tables of a scheme file as models: which keys there are, and what each may hold."""

from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from cchc_score.borders import Border, Line, MaxPoints, Slug
from cchc_score.methods import Fact, Number, OptionFact, Percent, Share
from cchc_score.model import Combine, Kind, Source, Treatment


class SchemeTable(Border):
    """`[scheme]`."""

    code: Slug
    title: Line
    version: Line
    decision: Line | None = None
    period: Annotated[int, Field(ge=2000, le=2100)]
    form: Line | None = None
    max_points: MaxPoints
    decimals: Annotated[int, Field(ge=0, le=4)]
    rounding: Literal["criterion", "never"]


class RankingTable(Border):
    """`[ranking]`."""

    group_by: Literal["none", "kind"]
    compare: Literal["exact", "published"]
    ties: Literal["standard", "dense", "list"]
    incomplete: Literal["low", "unranked"]
    above_100: Literal["keep", "cap"] | None = None


class ClassTable(Border):
    """One `[[class]]`."""

    name: Line
    from_: Number = Field(alias="from")
    each_area_from: Percent | None = None
    each_criterion_from: Percent | None = None


class AreaTable(Border):
    """One `[area.CODE]`."""

    number: Annotated[int, Field(ge=1, le=99)]
    name: Line
    name_en: Line = ""
    max_points: MaxPoints
    kind: Literal["normal", "bonus", "penalty"] = "normal"
    held: bool = True
    reason: Line = ""


class FactorTable(Border):
    """`factor = { fact = ..., values = { ... } }`."""

    fact: OptionFact
    values: dict[str, Share]


class GateTable(Border):
    """`gate = { fact = ..., from = ... }` or `{ fact = ..., answers = [...] }`."""

    fact: Fact
    from_: Number | None = Field(None, alias="from")
    answers: Annotated[list[str], Field(min_length=1)] | None = None
    otherwise: Treatment = "zero"

    @model_validator(mode="after")
    def _one_condition(self) -> Self:
        if (self.from_ is None) == (self.answers is None):
            raise ValueError("gate-condition")
        return self


class CriterionTable(Border):
    """One `[criterion."N"]`, without the settings of its method."""

    title: Line
    max_points: MaxPoints
    combine: Combine | None = None
    chosen_by: OptionFact | None = None
    choice: Line | None = None
    held: bool = True
    reason: Line = ""
    method: Line | None = None
    factor: FactorTable | None = None
    gate: GateTable | None = None
    reference: Line = ""
    evidence: Line = ""
    remedy: Line = ""
    note: Line = ""


class OptionTable(Border):
    """One answer of an option question."""

    code: Slug
    name: Line
    name_en: Line = ""


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


class SchemeFile(Border):
    """The file's top level."""

    scheme: dict[str, Any]
    ranking: dict[str, Any]
    class_: list[dict[str, Any]] = Field([], alias="class")
    area: dict[str, Any]
    criterion: dict[str, Any]
    indicator: dict[str, Any] = {}
    context: dict[str, Line] = {}
