"""X6: what appraisers ask a unit, and its answers."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpResponse

from cchc_score.app.write_acts import made_act
from cchc_score.appraisal.acts import Answer
from cchc_score.appraisal.moments import moment_words
from cchc_score.appraisal.questions import AskedQuestion
from cchc_score.errors import CchcError
from cchc_score.findings import Words
from cchc_score.text import pick
from cchc_web.access import About
from cchc_web.answer_files import answer_fault, write_answer
from cchc_web.commune import Commune, commune_of
from cchc_web.evidence_files import ACCEPTED
from cchc_web.typed import Typed
from cchc_web.views.round_results import SaidAnswer, evidence_links
from cchc_web.visits import Visit


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question: about which criterion, by whom and when, its text, and the answers."""

    id: str
    about: str
    head: str
    text: str
    answers: tuple[SaidAnswer, ...]


def show_questions(visit: Visit, unit: str) -> HttpResponse:
    """The questions to a unit, those without an answer first."""
    return _page(commune_of(visit, unit))


def _page(commune: Commune, values: Mapping[str, str] | None = None, fault: Words | None = None) -> HttpResponse:
    visit = commune.visit
    closed = visit.closed("answer", About(commune.unit.code))
    asked = sorted(commune.work.questions, key=lambda one: one.is_answered)
    open_ = commune.work.open_questions
    return visit.draw(
        "questions.html.j2",
        422 if fault else 200,
        title=visit.say(
            f"{open_} câu hỏi chưa trả lời" if open_ else "Hỏi đáp",
            f"{open_} unanswered questions" if open_ else "Questions",
        ),
        home=(visit.address("commune", commune.unit.code), commune.unit.name),
        lede=pick(visit.lang, *closed) if closed else "",
        rows=[_row(commune, one) for one in asked],
        can_answer=closed is None,
        typed=defaultdict(str, values or {}),
        fault=pick(visit.lang, *fault) if fault else "",
        accepted=ACCEPTED,
    )


def _row(commune: Commune, asked: AskedQuestion) -> QuestionRow:
    visit, question = commune.visit, asked.question
    criterion = commune.plan.scheme.criteria.get(question.criterion)
    return QuestionRow(
        id=question.id,
        about=f"{criterion.number} {criterion.title}" if criterion else question.criterion,
        head=f"{question.by}, {moment_words(question.on)}",
        text=question.text,
        answers=tuple(
            SaidAnswer(f"{one.by}, {moment_words(one.on)}", one.text, evidence_links(visit, commune, one.evidence))
            for one in asked.answers
        ),
    )


def answer_question(visit: Visit, unit: str) -> HttpResponse:
    """Write an answer into the journal, with its files."""
    commune = commune_of(visit, unit)
    sent = visit.request.POST.dict()
    typed = Typed(sent)
    question = typed.choice("question", [one.question.id for one in commune.work.questions])
    text, files = typed.text("text", needed=False), visit.request.FILES.getlist("upload")
    fault = next(iter(typed.faults.values()), None) or answer_fault(text, files)
    if fault is not None:
        return _page(commune, sent, fault)
    stages, person = visit.working.stages, visit.person.name

    def said(paths: list[str]) -> Answer:
        evidence = [{"file": path} for path in paths]
        keys = {"unit": commune.unit.code, "question": question, "text": text, "evidence": evidence}
        act = made_act(Answer, keys, stages, person, lambda: visit.time)
        assert isinstance(act, Answer)
        return act

    try:
        write_answer(visit, unit, files, said)
    except CchcError as error:
        words = error.findings[0]
        return _page(commune, sent, Words(words.words("vi"), words.words("en")))
    return visit.told("Đã trả lời.", "The answer is written.", "questions", unit)
