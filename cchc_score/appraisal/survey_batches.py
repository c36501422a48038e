"""Batches of a survey: a draft counts nothing yet, one that is checked counts, one that is closed changes no more."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from cchc_score.appraisal.acts import Act, BatchState, SurveyBatch
from cchc_score.appraisal.moments import start_of


@dataclass(frozen=True, slots=True)
class SurveyBatches:
    """The last act about each batch by its name, and acts that do not count: closed ones opened without a reason."""

    batches: tuple[SurveyBatch, ...] = ()
    unfounded: tuple[SurveyBatch, ...] = ()

    def batch_of(self, path: str) -> SurveyBatch | None:
        """The batch to which a file belongs; of two the one that was spoken of last."""
        own = [batch for batch in self.batches if any(_holds(name, path) for name in batch.files)]
        return max(own, key=_time, default=None)

    def state_of(self, path: str) -> BatchState:
        """The state of a file: one of no batch counts as checked."""
        batch = self.batch_of(path)
        return batch.state if batch else "checked"


_WAY = ("draft", "checked", "closed")
"""The way of a batch; after its end it begins anew."""


def survey_batches(acts: Iterable[Act]) -> SurveyBatches:
    """The batches that some acts make; where the acts stand means nothing."""
    found: dict[str, SurveyBatch] = {}
    unfounded = []
    said = sorted((act for act in acts if isinstance(act, SurveyBatch)), key=_time)
    for (_, name), alike in groupby(said, key=lambda act: (start_of(act.on), act.batch)):
        # Of what was said within one second that comes first which is next on the way.
        waiting = list(alike)
        while waiting:
            before = found.get(name)
            act = min(waiting, key=lambda one: _steps(before, one))
            waiting.remove(act)
            if before is not None and before.state == "closed" and act.state != "closed" and not act.reason:
                unfounded.append(act)
            else:
                found[name] = act
    return SurveyBatches(tuple(found[name] for name in sorted(found)), tuple(unfounded))


def _steps(before: SurveyBatch | None, act: SurveyBatch) -> int:
    """How far it is along the way from a batch as it was to its next state: once around where it is opened again."""
    steps = (_WAY.index(act.state) - (_WAY.index(before.state) if before else 0)) % len(_WAY)
    return steps or (len(_WAY) if act.reason else 0)


def _time(act: SurveyBatch) -> tuple[object, ...]:
    return start_of(act.on), act.batch, _WAY.index(act.state), act.files, act.by, act.reason


def _holds(name: str, path: str) -> bool:
    """Whether a batch that names a file or folder holds a file."""
    return path == name or path.startswith(f"{name.rstrip('/')}/")
