"""The phases of a year one after the other: when each is, and when somebody first worked in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from cchc_score.appraisal.acts import Act, Confirmation
from cchc_score.appraisal.appraisal_model import Claim, Entry, Explanation, Phases, Window
from cchc_score.appraisal.moments import Moment, is_by, start_of
from cchc_score.appraisal.timeliness import has_begun

PhaseName = Literal["self-score", "appraisal", "explanation"]


@dataclass(frozen=True, slots=True)
class YearPhase:
    """A phase of the year; `round` is 0 for the self-score, `worked` None where nobody has worked in it."""

    name: PhaseName
    round: int
    window: Window
    worked: Moment | None

    def has_begun(self, moment: Moment) -> bool:
        """Whether it has begun by a moment: on its day, or where it has none with the first work in it."""
        if self.window.first is not None:
            return has_begun(self.window, moment)
        return self.worked is not None and is_by(self.worked, moment)


def year_phases(
    phases: Phases,
    claimed: Sequence[Claim],
    entries: Sequence[Entry],
    explanations: Sequence[Explanation],
    acts: Sequence[Act],
) -> Iterator[YearPhase]:
    """The phases that are planned, and those in which somebody has worked, in their order."""
    kept = [act for act in acts if isinstance(act, Confirmation)]
    rounds = {entry.id: entry.round for entry in entries}
    yield YearPhase("self-score", 0, phases.self_score, _first(claim.on for claim in claimed))
    worked_in = (*rounds.values(), *(act.round for act in kept))
    for round in range(1, max((len(phases.appraisal), *worked_in)) + 1):
        worked = [entry.on for entry in entries if entry.round == round]
        worked += [act.on for act in kept if act.round == round]
        yield YearPhase("appraisal", round, phases.appraised_in(round) or Window(), _first(worked))
        window = phases.explained_in(round)
        answers = [answer.on for answer in explanations if rounds.get(answer.entry) == round]
        if window is not None and (window != Window() or answers):
            yield YearPhase("explanation", round, window, _first(answers))


def _first(moments: Iterable[Moment | None]) -> Moment | None:
    return min((moment for moment in moments if moment is not None), key=start_of, default=None)
