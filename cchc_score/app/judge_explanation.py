"""Judge: what is decided about a unit's explanation, which may be named by what it is about."""

from cchc_score.app.choices import row_of_unit
from cchc_score.app.request_errors import UnknownExplanation
from cchc_score.app.take_into_journal import Clock, TakenIn
from cchc_score.app.write_acts import say_act
from cchc_score.appraisal.acts import Verdict
from cchc_score.appraisal.appraisal_model import Entry
from cchc_score.appraisal.stages import Stages
from cchc_score.model import Unit
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.load import no_progress, whole_stages
from cchc_score.year.parallel import Progress


def judge_explanation(
    source: FolderSource,
    about: tuple[str, str],
    result: str,
    reason: str,
    by: str,
    clock: Clock,
    progress: Progress = no_progress,
) -> TakenIn:
    """Write down what is decided about an explanation, and why.

    `about` is a unit, by code or name, and the criterion or figure that was explained, or the id of the entry. An
    UnknownExplanation where the unit has explained nothing of the kind.
    """
    stages, _ = whole_stages(source, progress)
    units = stages.reported_table.units
    unit = units[row_of_unit(units, about[0])]
    keys = {"unit": unit.code, "entry": _explained(stages, unit, about[1]), "result": result, "reason": reason}
    return say_act(source, Verdict, keys, by, clock, progress)


def _explained(stages: Stages, unit: Unit, word: str) -> str:
    """The id of the entry that a word means among those that a unit has explained; of several rounds the last."""
    answered = {answer.entry for answer in stages.explanations if answer.unit == unit.code}
    own = [entry for entry in stages.answerable if entry.unit == unit.code and entry.id in answered]
    meant = [entry for entry in own if word in (entry.id, entry.target[1])]
    if not meant:
        raise UnknownExplanation(word, unit.label, tuple(dict.fromkeys(entry.target[1] for entry in own)))
    return max(meant, key=_round).id


def _round(entry: Entry) -> int:
    return entry.round
