"""Questions of appraisers about criteria, and which of them a unit has answered by a moment."""

from collections.abc import Iterable
from dataclasses import dataclass

from cchc_score.appraisal.acts import Act, Answer, Question
from cchc_score.appraisal.moments import start_of


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question, and its answers in the order of their time; without any it is open."""

    question: Question
    answers: tuple[Answer, ...] = ()

    @property
    def is_answered(self) -> bool:
        """Whether the unit has said something."""
        return bool(self.answers)


def asked_questions(acts: Iterable[Act]) -> tuple[AskedQuestion, ...]:
    """The questions among some acts, each once, in the order of their time."""
    known = list(acts)
    questions = {(act.unit, act.id): act for act in reversed(known) if isinstance(act, Question)}
    answers = sorted((act for act in known if isinstance(act, Answer)), key=lambda act: start_of(act.on))
    return tuple(
        AskedQuestion(one, tuple(act for act in answers if (act.unit, act.question) == (one.unit, one.id)))
        for one in sorted(questions.values(), key=lambda one: (start_of(one.on), one.unit, one.id))
    )
