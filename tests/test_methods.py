"""The shape of a method: what it asks for, what its rule keeps."""

from fractions import Fraction as F

import pytest

from cchc_score.errors import PluginError
from cchc_score.methods import (
    Asked,
    Fact,
    FactShares,
    Method,
    NoSettings,
    Rule,
    Settings,
    each_fact,
    extra_failed,
    if_none,
    most_of,
    per_commune,
)
from cchc_score.model import NUMBERS
from tests.strategies import METHODS, ref
from tests.test_setting_types import Wide


@pytest.mark.parametrize(("treatment", "points"), [("full", F(7, 2)), ("zero", 0), ("not_applicable", None)])
def test_what_nothing_arose_gives(treatment, points):
    assert if_none(Rule("1.1", F(7, 2)), treatment) == points


def test_a_rule_counts_points_in_steps():
    one = Rule("1.1", F("2.5"), decimals=3)
    assert (one.max_steps, one.steps(F("0.125")), Rule("1.1", F(3)).max_steps) == (2500, 125, 300)


def test_a_rule_computes_once_for_each_name_and_rules_are_equal_whatever_they_have_kept():
    one, other = Rule("1.1", F(2)), Rule("1.1", F(2))
    drawn = iter(range(9))
    assert [one.once("top", lambda: next(drawn)) for _ in range(3)] == [0, 0, 0]
    assert one.once("least", lambda: next(drawn)) == 1
    assert one.once("nothing", lambda: None) is one.once("nothing", lambda: next(drawn)) is None
    assert one == other
    assert "top" not in repr(one)


def test_an_ordinary_function_becomes_a_method_with_its_parameters_as_facts():
    @per_commune("law.plain", peers=True)
    def plain(rule, n1, n2):
        return rule.max_points - n1 - n2

    assert isinstance(plain, Method)
    assert (plain.name, plain.settings, plain.parameters, plain.peers) == ("law.plain", NoSettings, ("n1", "n2"), True)
    assert (plain.column, plain.words, plain.limits, plain.better, plain.most) == (None,) * 5
    assert plain.facts(NoSettings()) == (ref("n1"), ref("n2"))
    assert plain.asked(NoSettings()) == (Asked("n1", ref("n1"), False), Asked("n2", ref("n2"), False))
    assert plain(Rule("1.1", F(9)), F(1), F(2)) == 6


def test_a_method_asks_for_the_facts_of_its_settings_and_says_which_are_numbers():
    @per_commune("law.wide", Wide)
    def wide(rule, count, perhaps, answer, day, n3):
        return None

    assert not wide.peers
    assert wide.facts(Wide(perhaps=ref("n2", "-n1"))) == (
        *(ref("n1"), ref("n2", "-n1"), ref("flag"), ref("done_on"), ref("n3")),
    )
    assert wide.facts(Wide())[1] is None
    assert [one.name for one in wide.asked(Wide())] == ["count", "perhaps", "answer", "day", "n3"]
    assert [one.number for one in wide.asked(Wide())] == [True, True, False, False, False]


def test_a_setting_whose_keys_are_facts_hands_over_each_of_them():
    class Several(Settings):
        shares: FactShares
        other: Fact

    @per_commune("law.several", Several)
    def several(rule, other, *shares):
        return None

    settings = Several.model_validate({"shares": {"n2": F(50), "n1": F(100)}, "other": ref("n3")})
    assert several.asked(settings) == (
        Asked("other", ref("n3"), True), Asked("n2", ref("n2"), True), Asked("n1", ref("n1"), True),
    )  # fmt: skip
    assert several.facts(settings) == (ref("n3"), ref("n2"), ref("n1"))
    assert each_fact(Several, "shares") == NUMBERS
    assert each_fact(Several, "other") is None


def test_a_method_without_a_most_has_no_largest_values():
    assert most_of(METHODS["count"], Rule("1.1", F(4))) == {}
    assert most_of(METHODS["given"], Rule("1.1", F(4))) == {"points": 4}


def test_a_method_whose_extra_fails_is_named_with_what_failed():
    error = extra_failed("law.x", "words", ValueError("bad"))
    assert isinstance(error, PluginError)
    (found,) = error.findings
    assert (found.code, found.args) == (
        "method-extra",
        {"method": "law.x", "function": "words", "detail": found.args["detail"]},
    )
    assert "bad" in str(found.args["detail"])
