"""The nouns of the working year, frozen: evidence, self-scores, entries of an appraisal, explanations, phases."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from cchc_score.appraisal.moments import Moment
from cchc_score.facts import Origin
from cchc_score.model import Value
from cchc_score.sheet import HandMark
from cchc_score.text import Lang, pick

Stage = Literal["reported", "self", "appraised", "final"]
STAGES: tuple[Stage, ...] = ("reported", "self", "appraised", "final")
_VIETNAMESE = {"reported": "bao-cao", "self": "tu-cham", "appraised": "tham-dinh", "final": "cuoi-cung"}


def stage_named(word: str) -> str:
    """The name of the stage that a word calls by its English or Vietnamese name: 'tu-cham' is 'self'.

    Any other word is left as it is.
    """
    names = {vietnamese: stage for stage, vietnamese in _VIETNAMESE.items()}
    return names.get(word, f"round-{word.removeprefix('vong-')}" if word.startswith("vong-") else word)


def vietnamese_stage(stage: str) -> str:
    """The Vietnamese name of a stage, as it may be typed: 'vong-1'."""
    return _VIETNAMESE.get(stage, stage.replace("round-", "vong-"))


EntryEnding = Literal["applied", "replaced", "refused", "later", "overruled"]
"""What became of an entry at a stage: it counts, is superseded, does not count, comes later, gives way to a survey."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What proves a criterion: a document by number and date, a file of the year's folder, an address; or free text."""

    document: str = ""
    day: date | None = None
    file: str = ""
    address: str = ""

    def words(self, lang: Lang = "vi") -> str:
        """The evidence as people cite it."""
        day = pick(lang, f"ngày {self.day:%d/%m/%Y}", f"of {self.day:%d/%m/%Y}") if self.day else ""
        cited = " ".join(part for part in (self.document, day) if part)
        return ", ".join(part for part in (cited, self.file, self.address) if part)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a commune claims for one criterion (điểm tự chấm), with its evidence and explanation.

    A `misnamed` one stands in a file that is named for another unit.
    """

    unit: str
    criterion: str
    mark: HandMark
    evidence: tuple[Evidence, ...]
    explanation: str
    by: str
    on: Moment | None
    origin: Origin
    misnamed: bool = False


# Wrapped, because None alone would mean both a day that never came, which is known, and an unknown fact.
class Known(NamedTuple):
    """A fact that is known; its value may be None, a date that never came."""

    value: Value


State = HandMark | Known | None
"""What a criterion or a fact is: a mark, a known fact; None for an unknown fact, or for what the rule gives."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One act of an appraisal: a corrected fact (`indicator`), or a mark set for a `criterion`.

    `evidence` is empty where the council states that there is none. `supersedes` is the id of an entry of the same
    round and target that this one replaces.
    """

    id: str
    round: int
    unit: str
    criterion: str
    indicator: str
    old: State
    new: State
    reason: str
    evidence: tuple[Evidence, ...]
    by: str
    on: Moment
    supersedes: str
    origin: Origin

    @property
    def target(self) -> tuple[str, str]:
        """What it is about: the unit's code, and the criterion's number or the indicator's code."""
        return self.unit, self.criterion or self.indicator


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a commune answers to an entry (giải trình)."""

    unit: str
    entry: str
    text: str
    evidence: tuple[Evidence, ...]
    by: str
    on: Moment
    origin: Origin


@dataclass(frozen=True, slots=True)
class TakenOut:
    """A decision that a criterion, with all its parts, counts for nobody, or not for some `units`.

    It leaves their maximum from the first round of the appraisal on; a self-score of it stands as it was made.
    """

    criterion: str
    units: tuple[str, ...]
    reason: str
    decision: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Window:
    """When a phase opens and closes, both days or hours included; None where it is open (`timeliness`)."""

    first: Moment | None = None
    last: Moment | None = None


@dataclass(frozen=True, slots=True)
class Phases:
    """The deadlines of a year; of appraisals and explanations one for each round. What is not stated is open."""

    self_score: Window = Window()
    appraisal: tuple[Window, ...] = ()
    explanation: tuple[Window, ...] = ()

    def appraised_in(self, round: int) -> Window | None:
        """The days of a round's appraisal; None where the year has no such round."""
        return _window(self.appraisal, round)

    def explained_in(self, round: int) -> Window | None:
        """The days in which a round is answered; None where it is not answered."""
        return _window(self.explanation, round)


OPEN = Phases()
"""A year without deadlines."""


def _window(windows: tuple[Window, ...], round: int) -> Window | None:
    # Nothing stated is a year without deadlines; a round beyond those stated is one that the year does not have.
    if not windows:
        return Window()
    return windows[round - 1] if round <= len(windows) else None
