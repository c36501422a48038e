"""Points by the answers to a question, counted."""

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cchc_score.errors import SchemeError
from cchc_score.methods import Rule
from cchc_score.model import Outcome
from cchc_score.schemes import read_scheme
from tests.builtin.laws import better_of, points, treated, words
from tests.engine.schemes import leaf, scheme, scored
from tests.running import ROOT
from tests.strategies import METHODS, TREATMENTS, amounts, examples, positive, rules

ASKED = {"n1": 100, "n2": 80, "n3": 50, "amount": 0}


def rule(answers=ASKED, if_none="zero", most=6):
    raw = {"answers": {code: F(share) for code, share in answers.items()}, "if_none": if_none}
    return Rule("1.1", F(most), METHODS["answers"].settings.model_validate(raw))


@st.composite
def answered(draw, least=0):
    """A rule and how often each answer was given."""
    one = draw(rules("answers"))
    counts = draw(st.lists(amounts(), min_size=len(one.settings.answers), max_size=len(one.settings.answers)))
    return one, counts


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([90, 0, 0, 0], 6), ([0, 5, 0, 0], F("4.8")), ([0, 0, 5, 0], 3), ([0, 0, 0, 5], 0), ([40, 30, 20, 10], F("4.44")),
        ([1, 1, 1, 0], F("4.6")), ([1, 0, 0, 2], 2), ([0, 0, 0, 0], 0),
    ],
)  # fmt: skip
def test_points_are_the_mean_share_of_the_maximum(counts, expected):
    assert points(rule(), "answers", *map(F, counts)) == expected


@pytest.mark.parametrize("treatment", TREATMENTS)
def test_no_answers_give_what_the_scheme_says(treatment):
    one = rule(if_none=treatment)
    assert points(one, "answers", *[F(0)] * 4) == treated(one, treatment)


@examples(150)
@given(answered())
def test_points_add_up_the_shares_of_all_answers(drawn):
    one, counts = drawn
    got = points(one, "answers", *counts)
    if not any(counts):
        assert got == treated(one, one.settings.if_none)
        return
    each = [one.max_points * share / 100 for share in one.settings.answers.values()]
    assert got * sum(counts) == sum(value * count for value, count in zip(each, counts, strict=True))
    assert min(each) <= got <= max(each)


@examples(100)
@given(answered(), positive())
def test_only_the_proportions_of_the_answers_matter(drawn, times):
    one, counts = drawn
    assert points(one, "answers", *counts) == points(one, "answers", *(count * times for count in counts))


def test_which_figures_never_hurt():
    assert better_of(rule(), "answers") == {"n1": "more", "amount": "less"}
    assert better_of(rule(if_none="full"), "answers") == {"n1": "more", "amount": "less"}
    assert better_of(rule(if_none="not_applicable"), "answers") == {"n1": "more"}
    part = {"n1": 90, "n2": 20}
    assert better_of(rule(part), "answers") == {"n1": "more"}
    assert better_of(rule(part, "full"), "answers") == {"n2": "less"}
    assert better_of(rule({"n1": 50, "n2": 50}, "not_applicable"), "answers") == {"n1": "more", "n2": "more"}


@examples(60)
@given(rules("answers"))
def test_words_name_every_share_and_the_maximum(one):
    words(one, "answers", one.max_points, *one.settings.answers.values())


def test_words_by_examples():
    assert words(rule({"n1": 100, "n2": "62.5"}), "answers") == [
        "(100% x n1 + 62,5% x n2) / tổng số câu trả lời x 6 điểm; không có câu trả lời: 0 điểm",
        "(100% x n1 + 62.5% x n2) / number of answers x 6 points; no answers: 0 points",
    ]


def test_the_working_shows_every_count():
    working = METHODS["answers"].working
    counts = [F(40), F(30), F(20), F(10)]
    shown = "(100% x 40 + 80% x 30 + 50% x 20 + 0% x 10) / 100 x 6"
    assert [working(rule(), lang, *counts) for lang in ("vi", "en")] == [shown, shown]
    assert working(rule(if_none="full"), "vi", *[F(0)] * 4) == "không phát sinh: điểm tối đa"


@pytest.mark.parametrize(
    "raw", [{"answers": {}}, {"answers": {"n1": F(101)}}, {"answers": {"n1": F(-1)}}, {"answers": ["n1"]}]
)
def test_settings_that_make_no_sense_are_refused(raw):
    with pytest.raises(ValidationError):
        METHODS["answers"].settings.model_validate(raw | {"if_none": "zero"})


def test_an_unknown_count_leaves_the_criterion_pending_or_missing():
    answers = {"survey": F(100), "n1": F(0)}
    one = scheme(leaf("1.1", 4, "answers", answers=answers, if_none="zero"))
    sheet = scored(one, {"survey": 3, "n1": 1}, {"n1": 1}, {"survey": 1}, {})
    marks = [sheet.mark(row, sheet.criteria["1.1"]) for row in range(4)]
    assert [one.outcome for one in marks] == [Outcome.SCORED, Outcome.PENDING, Outcome.MISSING, Outcome.MISSING]
    assert [one.low for one in marks] == [3, 0, 0, 0]
    assert [one.high for one in marks] == [3, 4, 4, 4]


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("result_rigth", "fact-unknown-near"),
        ('"-result_right"', "fact-unknown-near"),
        ("zzzzzzzz", "fact-unknown"),
        ("plan_issued_on", "fact-kind"),
        ("survey_mode", "fact-kind"),
    ],
)
def test_a_scheme_that_counts_what_is_no_count_is_refused_at_its_line(key, found, registry):
    path = ROOT / "tests" / "rule_forms" / "survey-answers.toml"
    text = path.read_text(encoding="utf-8").replace("{ result_right = 100", f"{{ {key} = 100")
    with pytest.raises(SchemeError) as error:
        read_scheme(text.encode(), path.name, registry.methods, registry.indicators)
    (one,) = error.value.findings
    assert one.code == found
    assert text.splitlines()[one.place.line - 1].startswith("answers    = { ")
    assert one.place.criterion == "1.1.2"
