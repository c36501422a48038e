"""Points by answer."""

from fractions import Fraction as F

import pytest
from hypothesis import given

from cchc_score.methods import Rule
from tests.builtin.laws import points, words
from tests.strategies import METHODS, examples, name, ref, rules


def rule(code, **answers):
    written = {key: F(value) if value != "n/a" else "not_applicable" for key, value in answers.items()}
    raw = {"fact": ref(code), "points": written}
    return Rule("1.1", F(2), METHODS["options"].settings.model_validate(raw))


@pytest.mark.parametrize(("answer", "expected"), [("none", 2), ("light", 1), ("serious", 0)])
def test_each_answer_has_the_points_beside_it(answer, expected):
    assert points(rule("level", none=2, light=1, serious=0), "options", answer) == expected


@pytest.mark.parametrize(("answer", "expected"), [(True, 2), (False, 0)])
def test_a_yes_and_a_no_have_the_points_beside_them(answer, expected):
    assert points(rule("flag", yes=2, no=0), "options", answer) == expected


def test_an_answer_may_make_the_criterion_not_applicable():
    one = rule("way", online=2, paper="n/a")
    assert points(one, "options", "paper") is None
    assert "không áp dụng" in METHODS["options"].words(one, "vi", name)
    assert "not applicable" in METHODS["options"].words(one, "en", name)


@examples(100)
@given(rules("options"))
def test_every_answer_gives_exactly_what_is_written(one):
    for answer, written in one.settings.points.items():
        fact = {"yes": True, "no": False}.get(answer, answer)
        assert points(one, "options", fact) == (None if written == "not_applicable" else written)


@examples(60)
@given(rules("options"))
def test_words_name_every_answer_and_its_points(one):
    both = words(one, "options", *(given for given in one.settings.points.values() if given != "not_applicable"))
    for text in both:
        assert all(answer in text for answer in one.settings.points)


def test_words_by_examples():
    def both(fact, answer=None):
        return fact.codes[0] if answer is None else f"{answer} của {fact.codes[0]}"

    one = rule("level", none=2, light="0.5", serious="n/a")
    assert [METHODS["options"].words(one, lang, both) for lang in ("vi", "en")] == [
        "level: none của level: 2 điểm; light của level: 0,5 điểm; serious của level: không áp dụng",
        "level: none của level: 2 points; light của level: 0.5 points; serious của level: not applicable",
    ]
