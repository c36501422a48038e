"""Answer: what a unit says to a question, which may be named by the criterion that it is about."""

from cchc_score.app.choices import row_of_unit
from cchc_score.app.take_into_journal import Clock, TakenIn
from cchc_score.app.write_acts import say_act
from cchc_score.appraisal.acts import Answer
from cchc_score.appraisal.questions import asked_questions
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.load import no_progress, whole_stages
from cchc_score.year.parallel import Progress


def answer_question(
    source: FolderSource,
    about: tuple[str, str],
    text: str,
    evidence: str,
    by: str,
    clock: Clock,
    progress: Progress = no_progress,
) -> TakenIn:
    """Write down an answer; `about` is a unit, by code or name, and the id of a question or its criterion.

    Of several questions about a criterion it is the last that is open, or the last one.
    """
    stages, _ = whole_stages(source, progress)
    units = stages.reported_table.units
    unit, word = units[row_of_unit(units, about[0])].code, about[1]
    own = [asked for asked in asked_questions(stages.acts) if asked.question.unit == unit]
    named = [asked for asked in own if asked.question.criterion == word]
    meant = [asked for asked in named if not asked.is_answered] or named
    # An id is one question's alone; what is neither is refused as an id that nobody knows.
    is_id = any(asked.question.id == word for asked in own)
    id = word if is_id or not meant else meant[-1].question.id
    keys = {"unit": unit, "question": id, "text": text, "evidence": evidence}
    return say_act(source, Answer, keys, by, clock, progress)
