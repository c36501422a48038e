"""The form that a scheme implies: every fact once, with everybody who asks for it."""

from dataclasses import replace

from cchc_score.analysis.required_facts import required_facts
from cchc_score.model import ClassLimit, Form, FormRow, Gate, LimitByAnswer
from cchc_score.rule_words import used
from tests.engine.schemes import leaf, parent, scheme
from tests.strategies import METHODS, ref

GATE = Gate(ref("flag"), None, ("yes",), "zero")
FORM = Form("f", "F", {code: FormRow(code, code, indicator=name) for code, name in (("2", "n2"), ("9", "money"))})
SMALL = scheme(
    leaf("1.1", 2, "ratio", part=["n1", "-n3"], whole="n2", if_none="zero"),
    leaf("1.2", 1, "count", count="n1", each=1, gate=GATE),
    parent("1.3", 1, "chosen", ["1.3.1", "1.3.2"], ref("flag")),
    leaf("1.3.1", 1, "given", "yes", points="n2"),
    leaf("1.3.2", 1, "given", "no", points="n1"),
)


def test_every_fact_stands_once_with_all_who_ask():
    found = {one.indicator.code: one.criteria for one in required_facts(SMALL, None, METHODS)}
    assert found == {
        "n1": ("1.1", "1.2", "1.3.2"),
        "n3": ("1.1",),
        "n2": ("1.1", "1.3.1"),
        "flag": ("1.2", "1.3"),
    }
    for criterion in SMALL.criteria.values():
        assert set(used(SMALL, criterion, METHODS)) == {
            code for code, numbers in found.items() if criterion.number in numbers
        }


def test_the_rows_of_the_form_come_first_and_only_those_asked_for():
    found = required_facts(SMALL, FORM, METHODS)
    assert [(one.indicator.code, one.row) for one in found] == [("n2", "2"), ("n1", ""), ("n3", ""), ("flag", "")]


def test_a_fact_that_only_the_limit_of_a_class_asks_for_is_asked_for():
    limit = ClassLimit("Tốt", 50, by_answer=LimitByAnswer(ref("level"), {"a": 50, "b": 60}))
    found = required_facts(replace(SMALL, classes=(limit,)), None, METHODS)
    assert [(one.indicator.code, one.criteria) for one in found[4:]] == [("level", ())]
