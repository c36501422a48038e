"""The tables of acts in a file of the working year, as pydantic models."""

from typing import Annotated, Any, Literal

from pydantic import Field

from cchc_score.validation import Border, Line, MomentValue, Slug

Round = Annotated[int, Field(ge=1, le=9)]


class ExtensionTable(Border):
    """`[[extension]]`."""

    unit: Line
    phase: Literal["self-score", "explanation", "tu-cham", "giai-trinh"]
    round: Round = 1
    last: MomentValue = Field(alias="to")
    reason: Line
    by: Line
    on: MomentValue


class ConfirmationTable(Border):
    """`[[confirmation]]`."""

    round: Round
    unit: Line
    marks: dict[str, Any]
    by: Line
    on: MomentValue


class ReturnTable(Border):
    """`[[returned]]`."""

    unit: Line
    what: Literal["report", "self-score", "bao-cao", "tu-cham"]
    last: MomentValue | None = Field(None, alias="to")
    reason: Line
    by: Line
    on: MomentValue


class SettlementTable(Border):
    """`[[settlement]]`: the entry that is chosen, or a third value."""

    id: Slug = ""
    round: Round
    unit: Line
    criterion: Line = ""
    indicator: Line = ""
    between: list[Slug]
    chosen: Slug = ""
    new: Any = None
    reason: Line
    evidence: Any = ""
    by: Line
    on: MomentValue


class QuestionTable(Border):
    """`[[question]]`."""

    id: Slug = ""
    round: Round
    unit: Line
    criterion: Line
    text: Line
    by: Line
    on: MomentValue


class AnswerTable(Border):
    """`[[answer]]`."""

    unit: Line
    question: Slug
    text: Line
    evidence: Any = ""
    by: Line
    on: MomentValue


class AssignmentTable(Border):
    """`[[assignment]]`."""

    round: Annotated[int, Field(ge=0, le=9)] = 0
    appraisers: Annotated[list[Line], Field(min_length=1)]
    units: list[Line] = []
    areas: list[Line] = []
    by: Line
    on: MomentValue


class SurveyBatchTable(Border):
    """`[[survey_batch]]`."""

    batch: Line
    files: Annotated[list[Line], Field(min_length=1)]
    state: Literal["draft", "checked", "closed", "nhap", "da-kiem", "chot"]
    reason: Annotated[str, Field(max_length=2000)] = ""
    by: Line
    on: MomentValue


class VerdictTable(Border):
    """`[[verdict]]`."""

    unit: Line
    entry: Slug
    result: Literal["accepted", "partly", "rejected", "chap-nhan", "mot-phan", "khong-chap-nhan"]
    reason: Line
    by: Line
    on: MomentValue


class YearStepTable(Border):
    """`[[year_step]]`."""

    step: Literal["frozen", "published", "reopened", "chot", "cong-bo", "mo-lai"]
    reason: Annotated[str, Field(max_length=2000)] = ""
    decision: Annotated[str, Field(max_length=2000)] = ""
    dated: MomentValue | None = Field(None, alias="date")
    by: Line
    on: MomentValue
