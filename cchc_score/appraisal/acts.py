"""What those who keep or appraise a year do besides setting values: acts, frozen. An act about all has no unit."""

from dataclasses import dataclass
from typing import Literal

from cchc_score.appraisal.appraisal_model import Evidence, State
from cchc_score.appraisal.moments import Moment
from cchc_score.facts import Origin
from cchc_score.sheet import HandMark

SentThing = Literal["report", "self-score"]
"""What a unit hands in."""
ExtendedPhase = Literal["self-score", "explanation"]


@dataclass(frozen=True, slots=True)
class Extension:
    """More time for one unit (gia hạn): what it sends until `last` is in time; `round` is of explanations."""

    unit: str
    phase: ExtendedPhase
    round: int
    last: Moment
    reason: str
    by: str
    on: Moment
    origin: Origin


@dataclass(frozen=True, slots=True)
class Confirmation:
    """An appraiser keeps marks of a unit as they are (giữ nguyên); `seen` are the marks that they saw, by criterion."""

    round: int
    unit: str
    seen: tuple[tuple[str, HandMark], ...]
    by: str
    on: Moment
    origin: Origin


@dataclass(frozen=True, slots=True)
class Return:
    """What a unit sent is given back for completion (trả lại bổ sung), until a day where one is set."""

    unit: str
    thing: SentThing
    last: Moment | None
    reason: str
    by: str
    on: Moment
    origin: Origin


Step = Literal["frozen", "published", "reopened"]
"""What is done to a year as a whole."""


@dataclass(frozen=True, slots=True)
class YearStep:
    """The year is frozen (chốt), published (công bố) by a decision of a day, or opened once more (mở lại)."""

    unit: str
    step: Step
    reason: str
    decision: str
    dated: Moment | None
    by: str
    on: Moment
    origin: Origin


@dataclass(frozen=True, slots=True)
class Settlement:
    """The council chooses where entries of a round differ about one thing (hội đồng chọn); all of them stay visible.

    `between` are the entries by their ids. What counts is what the entry `chosen` sets; where none is, `new`.
    """

    id: str
    round: int
    unit: str
    criterion: str
    indicator: str
    between: tuple[str, ...]
    chosen: str
    new: State
    reason: str
    evidence: tuple[Evidence, ...]
    by: str
    on: Moment
    origin: Origin

    @property
    def target(self) -> tuple[str, str]:
        """What it is about, as of an entry."""
        return self.unit, self.criterion or self.indicator


@dataclass(frozen=True, slots=True)
class Question:
    """An appraiser asks a unit about a criterion (hỏi đơn vị)."""

    id: str
    round: int
    unit: str
    criterion: str
    text: str
    by: str
    on: Moment
    origin: Origin


@dataclass(frozen=True, slots=True)
class Answer:
    """What a unit answers to a question, which stands under its id."""

    unit: str
    question: str
    text: str
    evidence: tuple[Evidence, ...]
    by: str
    on: Moment
    origin: Origin


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who appraises (phân công): criteria of some areas, by code, of some units; of all where none are named.

    `round` is 0 for every round.
    """

    unit: str
    round: int
    appraisers: tuple[str, ...]
    units: tuple[str, ...]
    areas: tuple[str, ...]
    by: str
    on: Moment
    origin: Origin


BatchState = Literal["draft", "checked", "closed"]
"""A draft is not scored; a closed batch changes no more."""


@dataclass(frozen=True, slots=True)
class SurveyBatch:
    """A batch of a survey (đợt điều tra), its files by their paths in the year's folder, and its state from now on."""

    unit: str
    batch: str
    files: tuple[str, ...]
    state: BatchState
    reason: str
    by: str
    on: Moment
    origin: Origin


VerdictResult = Literal["accepted", "partly", "rejected"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is decided about a unit's explanation of an entry; a value that follows from it is an entry of its own."""

    unit: str
    entry: str
    result: VerdictResult
    reason: str
    by: str
    on: Moment
    origin: Origin


Act = Extension | Confirmation | Return | YearStep | Settlement | Question | Answer | Assignment | SurveyBatch | Verdict
"""Any of them."""
