"""The tables of a file of the working year, as pydantic models."""

from datetime import date
from typing import Annotated, Any

from pydantic import Field

from cchc_score.validation import Border, Line, MomentValue, Slug


class EvidenceTable(Border):
    """A document, a file or an address."""

    document: Line = ""
    day: date | None = Field(None, alias="date")
    file: Line = ""
    address: Line = ""


class EntryTable(Border):
    """`[[entry]]`.

    What a mark, a fact or evidence may be depends on the scheme: those stay as they were written.
    """

    id: Slug = ""
    round: Annotated[int, Field(ge=1, le=9)]
    unit: Line
    criterion: Line = ""
    indicator: Line = ""
    old: Any
    new: Any
    reason: Line
    evidence: Any
    by: Line
    on: MomentValue
    supersedes: Slug = ""


class ExplanationTable(Border):
    """`[[explanation]]`."""

    unit: Line
    entry: Slug
    text: Line
    evidence: Any = ""
    by: Line
    on: MomentValue


class SelfScoreTable(Border):
    """`[self_score]`."""

    unit: Line
    by: Line
    on: MomentValue


class ClaimTable(Border):
    """One claim, under the number of its criterion."""

    points: Any
    evidence: Any = ""
    explanation: str = ""


class WorkFile(Border):
    """What a file of the working year may hold."""

    # The tables in it are checked one by one: a fault in one of them leaves the others usable.
    self_score: dict[str, Any] | None = None
    claims: dict[str, Any] = {}
    entry: list[Any] = []
    explanation: list[Any] = []
    extension: list[Any] = []
    confirmation: list[Any] = []
    returned: list[Any] = []
    year_step: list[Any] = []
    settlement: list[Any] = []
    question: list[Any] = []
    answer: list[Any] = []
    assignment: list[Any] = []
    survey_batch: list[Any] = []
    verdict: list[Any] = []
