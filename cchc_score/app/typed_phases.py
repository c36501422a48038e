"""Typed phases: the days and hours that somebody has typed for each phase of a year, read; and phases as such texts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from cchc_score.appraisal.appraisal_model import Phases, Window
from cchc_score.appraisal.moments import Moment, moment_words
from cchc_score.appraisal.typed_moments import typed_moment
from cchc_score.findings import Words

PhaseKind = Literal["self_score", "appraisal", "explanation"]
RoundKind = Literal["appraisal", "explanation"]
MOST_ROUNDS = 6
"""No year has come near so many rounds."""
_END = Literal["first", "last"]
UNREAD = Words(
    "Không đọc được ngày giờ; ghi như 20/12/2026 17:00.", "Neither day nor hour; write it like 20/12/2026 17:00."
)
_BEYOND = Words(
    "Vòng này ngoài số vòng chọn ở dưới: chọn số lớn hơn, hoặc để trống.",
    "Below fewer rounds are chosen: choose more, or leave this empty.",
)
_COUNT = Words("Chọn một số.", "Choose a number.")


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """A phase of a year: which it is, of which round (0: of none), and its window."""

    kind: PhaseKind
    round: int
    window: Window

    def field(self, end: _END) -> str:
        """The name of the field of its beginning or of its end."""
        return f"{self.kind}-{self.round}-{end}"


@dataclass(frozen=True, slots=True)
class TypedPhases:
    """The phases that were typed; what is wrong with them, by the names of fields."""

    phases: Phases
    faults: Mapping[str, Words]


def phase_rows(phases: Phases, begun: int = 0) -> tuple[PhaseRow, ...]:
    """Every phase that a form has fields for, in the order of the year: those that are stated, and a round more.

    So many rounds as people have `begun` are there, too, whether any days are stated for them or not.
    """
    stated = max(len(phases.appraisal), len(phases.explanation), begun)
    rounds = range(1, max(min(stated + 1, MOST_ROUNDS), stated) + 1)
    of_rounds = (PhaseRow(kind, round, _of(phases, kind, round)) for round in rounds for kind in get_args(RoundKind))
    return (PhaseRow("self_score", 0, phases.self_score), *of_rounds)


def phase_texts(phases: Phases, begun: int = 0) -> dict[str, str]:
    """The texts of the fields for phases; under 'appraisal' and 'explanation' the numbers of rounds."""
    texts = {"appraisal": str(len(phases.appraisal)), "explanation": str(len(phases.explanation))}
    for row in phase_rows(phases, begun):
        texts |= {row.field("first"): _text(row.window.first), row.field("last"): _text(row.window.last)}
    return texts


def typed_phases(texts: Mapping[str, str], before: Phases, begun: int = 0) -> TypedPhases:
    """The phases that fields say, of a form that was made for the phases `before`."""
    reading = _Reading(texts, phase_texts(before, begun))
    rows = {(row.kind, row.round): row for row in phase_rows(before, begun)}
    most = max(round for _, round in rows)
    counts = {kind: reading.count(kind, most) for kind in get_args(RoundKind)}
    windows = {
        at: reading.window(row, row.kind == "self_score" or row.round <= counts[row.kind]) for at, row in rows.items()
    }
    appraisal, explanation = (
        tuple(windows[kind, round] for round in range(1, counts[kind] + 1)) for kind in get_args(RoundKind)
    )
    return TypedPhases(Phases(windows["self_score", 0], appraisal, explanation), reading.faults)


def changed_phases(before: Phases, after: Phases) -> Iterator[tuple[PhaseRow, Window]]:
    """The phases of which other days are stated now, each with those."""
    for row in max((phase_rows(before), phase_rows(after)), key=len):
        old, new = (_of(phases, row.kind, row.round) for phases in (before, after))
        if old != new:
            yield PhaseRow(row.kind, row.round, old), new


def _of(phases: Phases, kind: PhaseKind, round: int) -> Window:
    if kind == "self_score":
        return phases.self_score
    windows = phases.appraisal if kind == "appraisal" else phases.explanation
    return windows[round - 1] if round <= len(windows) else Window()


def _text(moment: Moment | None) -> str:
    return "" if moment is None else moment_words(moment)


class _Reading:
    def __init__(self, texts: Mapping[str, str], shown: Mapping[str, str]) -> None:
        self._texts, self._shown = texts, shown
        self.faults: dict[str, Words] = {}

    def count(self, kind: RoundKind, most: int) -> int:
        text = self._texts.get(kind, "")
        if text not in map(str, range(most + 1)):
            self.faults[kind] = _COUNT
            return 0
        return int(text)

    def window(self, row: PhaseRow, counts: bool) -> Window:
        return Window(
            self._moment(row.field("first"), row.window.first, counts),
            self._moment(row.field("last"), row.window.last, counts),
        )

    def _moment(self, name: str, before: Moment | None, counts: bool) -> Moment | None:
        text = self._texts.get(name, "").strip()
        if not text:
            return None
        if not counts:
            self.faults[name] = _BEYOND
            return None
        # As it was shown it stays as it was, to the second.
        moment = before if text == self._shown[name] else typed_moment(text)
        if moment is None:
            self.faults[name] = UNREAD
        return moment
