"""Appraisers ask and units answer: an open question shows at its criterion, and is answered once it is."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cchc_score.appraisal.acts import Answer, Question
from cchc_score.appraisal.cell_states import cell_states
from cchc_score.appraisal.questions import asked_questions
from cchc_score.appraisal.stages import Stages
from cchc_score.facts import Origin
from tests.appraisal.kit import DAY, SCHEME, TABLE, codes, entry, scored
from tests.appraisal.test_cell_states import kept
from tests.strategies import METHODS

STAGES = Stages(SCHEME, METHODS, TABLE)


def question(id="q1", unit="M01", criterion="1.1.1", round=1, on=DAY, text="Văn bản nào?"):
    return Question(
        id=id, round=round, unit=unit, criterion=criterion, text=text, by="An", on=on, origin=Origin("a.toml", 1)
    )


def answer(id="q1", unit="M01", on=DAY):
    return Answer(unit=unit, question=id, text="Số 2", evidence=(), by="UBND xã", on=on, origin=Origin("a.toml", 9))


def state(*acts, entries=(), round=1):
    return cell_states(replace(STAGES, acts=acts, entries=tuple(entries)), round)[0, "1.1.1"]


def test_an_open_question_shows_until_it_is_answered():
    assert state(question()) == "asked"
    assert state(question(), answer()) == "unseen"
    assert state(question(), kept("1.1.1", scored(1))) == "asked"
    assert state(question(), answer(), kept("1.1.1", scored(1))) == "kept"
    assert state(question(round=2)) == "unseen"
    assert state(question(), answer(unit="M02")) == "asked"


def test_a_conflict_is_told_before_a_question():
    one, other = (entry("1.1.1", scored(1), scored(new), id=f"e{new}", line=new + 1) for new in (0, 2))
    assert state(question(), entries=[one]) == "asked"
    assert state(question(), entries=[one, other]) == "conflict"


def test_what_belongs_to_nothing_is_told():
    assert "answer-question" in codes(replace(STAGES, acts=(answer(),)).findings)
    twice = (question(), question(text="Ngày nào?"))
    assert "question-id-twice" in codes(replace(STAGES, acts=twice).findings)
    assert "question-id-twice" not in codes(replace(STAGES, acts=(question(), question())).findings)
    # About nobody or nothing of the year it is no cell of any round.
    assert set(cell_states(replace(STAGES, acts=(question(unit="M99"),)), 1).values()) == {"unseen"}


ACTS = st.lists(
    st.builds(question, st.sampled_from(["q1", "q2"]), st.sampled_from(["M01", "M02"]))
    | st.builds(answer, st.sampled_from(["q1", "q2"]), st.sampled_from(["M01", "M02"]), st.just(date(2024, 1, 1))),
    max_size=6,
)


@given(ACTS, st.randoms())
def test_the_order_of_acts_means_nothing_and_every_question_is_there_once(acts, random):
    found = asked_questions(acts)
    assert {(one.question, one.is_answered) for one in found} == {
        (one.question, one.is_answered) for one in asked_questions(random.sample(acts, len(acts)))
    }
    assert {(one.question.unit, one.question.id) for one in found} == {
        (act.unit, act.id) for act in acts if isinstance(act, Question)
    }
