"""Which alternatives matter for a unit: those chosen, and all of them while the choice is unknown."""

from dataclasses import replace
from fractions import Fraction as F

import pytest
from hypothesis import given

from cchc_score.engine.known_facts import code_of, not_chosen
from cchc_score.facts import table
from cchc_score.model import Outcome, Unit
from tests.engine.schemes import leaf, marks, parent, scheme, scored
from tests.engine.test_columns import same
from tests.strategies import METHODS, examples, ref, told, years


def way(number, choice=None):
    return leaf(number, 4, "count", choice=choice, count=ref("n1"), each=F(1))


NESTED = scheme(
    parent("1.1", 4, "chosen", ["1.1.1", "1.1.2"], ref("way")),
    replace(parent("1.1.1", 4, "sum", ["1.1.1.1"]), choice="online"),
    way("1.1.1.1"),
    replace(parent("1.1.2", 4, "chosen", ["1.1.2.1", "1.1.2.2"], ref("flag")), choice="paper"),
    way("1.1.2.1", "no"),
    way("1.1.2.2", "yes"),
    way("1.2"),
)


@pytest.mark.parametrize(
    ("known", "others"),
    [
        ({}, []),
        ({"flag": True}, ["1.1.2.1"]),
        ({"way": "online"}, ["1.1.2", "1.1.2.1", "1.1.2.2"]),
        ({"way": "online", "flag": False}, ["1.1.2", "1.1.2.1", "1.1.2.2"]),
        ({"way": "paper"}, ["1.1.1", "1.1.1.1"]),
        ({"way": "paper", "flag": False}, ["1.1.1", "1.1.1.1", "1.1.2.2"]),
    ],
)
def test_what_was_not_chosen_and_all_below_it_does_not_matter(known, others):
    facts = table([Unit("a", "A")], NESTED.indicators, {(0, code): value for code, value in known.items()})
    assert not_chosen(NESTED, facts, 0) == set(others)


@pytest.mark.full
@examples(60)
@given(years(least=1, combines=("chosen", "sum")))
def test_a_criterion_does_not_matter_exactly_if_it_or_one_above_it_is_not_the_answer(year):
    one, facts = year
    known = told(facts)

    def passed_over(number, row):
        above = one.criteria.get(number.rpartition(".")[0])
        if above is None:
            return False
        given_answer = known.get((row, above.chosen_by.codes[0])) if above.chosen_by else None
        given_answer = {True: "yes", False: "no"}.get(given_answer, given_answer)
        other = given_answer is not None and one.criteria[number].choice != given_answer
        return other or passed_over(above.number, row)

    for row in range(len(facts.units)):
        assert not_chosen(one, facts, row) == {number for number in one.criteria if passed_over(number, row)}


@pytest.mark.parametrize(("code", "outcome"), [("way", Outcome.MISSING), ("level", Outcome.PENDING)])
def test_an_unknown_choice_is_missing_or_pending_by_who_answers_it_in_rows_and_in_columns(code, outcome):
    answers = {"way": ("online", "paper"), "level": ("none", "light", "serious")}[code]
    parts = [f"1.1.{place}" for place in range(1, len(answers) + 1)]
    one = scheme(
        parent("1.1", 4, "chosen", parts, ref(code)),
        *(way(number, choice) for number, choice in zip(parts, answers, strict=True)),
    )
    answered, silent = {"n1": F(3), code: answers[-1]}, {"n1": F(3)}
    for reports in ([answered, silent], [silent]):
        sheet = scored(one, *reports)
        mark = marks(sheet)["1.1"][-1]
        assert (mark.outcome, mark.low, mark.high, mark.reachable) == (outcome, 0, 4, 4)
        known = {(row, fact): value for row, own in enumerate(reports) for fact, value in own.items()}
        assert same(one, METHODS, table(sheet.table.units, one.indicators, known))


@pytest.mark.parametrize(("value", "code"), [(True, "yes"), (False, "no"), ("light", "light")])
def test_an_answer_has_the_code_that_a_scheme_writes(value, code):
    assert code_of(value) == code
