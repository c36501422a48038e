"""Batches of a survey: a draft counts nothing yet, one that is checked counts, one that is closed changes no more."""

from collections.abc import Iterable
from dataclasses import dataclass

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
"""The way of a batch."""


def survey_batches(acts: Iterable[Act]) -> SurveyBatches:
    """The batches that some acts make; where the acts stand means nothing."""
    found: dict[str, SurveyBatch] = {}
    unfounded = []
    for act in sorted((act for act in acts if isinstance(act, SurveyBatch)), key=_time):
        before = found.get(act.batch)
        if before is not None and before.state == "closed" and act.state != "closed" and not act.reason:
            unfounded.append(act)
        else:
            found[act.batch] = act
    return SurveyBatches(tuple(found[name] for name in sorted(found)), tuple(unfounded))


def _time(act: SurveyBatch) -> tuple[object, ...]:
    # Within one second the state that is further counts.
    return start_of(act.on), act.batch, _WAY.index(act.state), act.files, act.by, act.reason


def _holds(name: str, path: str) -> bool:
    """Whether a batch that names a file or folder holds a file."""
    return path == name or path.startswith(f"{name.rstrip('/')}/")
