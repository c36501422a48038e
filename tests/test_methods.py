"""The shape of a method: what its settings accept, what it asks for, what its rule keeps."""

from decimal import Decimal
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cchc_score.errors import PluginError
from cchc_score.methods import (
    ASKED_KINDS,
    Asked,
    DateFact,
    Fact,
    FactShares,
    Method,
    NoSettings,
    Number,
    OptionFact,
    Percent,
    PointChange,
    PointsFrom0,
    PointsSigned,
    PointValue,
    Rule,
    Settings,
    Share,
    accepted_kinds,
    answers_of,
    each_fact,
    exact,
    extra_failed,
    if_none,
    most_of,
    per_commune,
)
from cchc_score.model import NUMBERS, FactRef
from tests.strategies import METHODS, examples, ref


class Wide(Settings):
    """One setting of every type."""

    number: Number = F(0)
    percent: Percent = F(0)
    share: Share = F(0)
    points: PointsFrom0 = PointValue(0)
    change: PointsSigned = PointChange(0)
    count: Fact = ref("n1")
    perhaps: Fact | None = None
    answer: OptionFact = ref("flag")
    day: DateFact = ref("done_on")


@pytest.mark.parametrize("raw", [0, 7, -7, Decimal("0.125"), Decimal("-80.5"), F(1, 3), Decimal("0"), Decimal("0e999")])
def test_a_number_of_a_file_is_exact(raw):
    assert exact(raw) == F(raw)
    assert type(exact(raw)) is F


@examples(200)
@given(st.decimals(-(10**15), 10**15, places=6, allow_nan=False, allow_infinity=False))
def test_a_number_with_six_decimals_up_to_the_largest_is_exact(raw):
    assert exact(raw) == F(raw)


@pytest.mark.parametrize("raw", ["1", None, True, False, 1.0, [1], Decimal("NaN"), Decimal("inf"), Decimal("-inf")])
def test_what_is_no_number_is_refused(raw):
    with pytest.raises(ValueError, match=r"^number$"):
        exact(raw)


@pytest.mark.parametrize(
    ("inside", "outside"),
    [
        (10**15, 10**15 + 1),
        (-(10**15), -(10**15) - 1),
        (Decimal(10**15), Decimal("1000000000000000.1")),
        (F(1, 10**6), F(1, 10**6 + 1)),
        (Decimal("0.000001"), Decimal("0.0000001")),
        (Decimal("0." + "0" * 5 + "1" + "0" * 13), Decimal("0." + "0" * 5 + "1" + "0" * 14)),
        (Decimal("1e15"), Decimal("1e16")),
        (Decimal("1e15"), Decimal("1e999999999")),
        (Decimal("1e-6"), Decimal("1e-999999999")),
    ],
)
def test_a_number_too_large_or_too_fine_is_refused(inside, outside):
    assert exact(inside) == F(inside)
    with pytest.raises(ValueError, match=r"^number-range$"):
        exact(outside)


@pytest.mark.parametrize(
    ("name", "least", "most", "below", "above"),
    [
        ("number", 0, 10**15, "negative", "number-range"),
        ("percent", 0, 100, "negative", "above-100"),
        ("share", 0, 1, "negative", "above-1"),
        ("points", 0, 10**15, "negative", "number-range"),
        ("change", -(10**15), 10**15, "number-range", "number-range"),
    ],
)
def test_a_setting_holds_its_range_and_nothing_beyond(name, least, most, below, above):
    for value in (least, most, F(most, 2)):
        assert getattr(Wide.model_validate({name: value}), name) == value
    for value, code in ((least - F(1, 1000), below), (most + F(1, 1000), above)):
        with pytest.raises(ValidationError, match=rf"Value error, {code} "):
            Wide.model_validate({name: value})


def test_points_of_a_scheme_are_known_by_their_type():
    one = Wide.model_validate({"points": Decimal("2.5"), "change": -1, "number": 3})
    assert [type(value) for value in (one.points, one.change, one.number)] == [PointValue, PointChange, F]


@pytest.mark.parametrize(
    ("raw", "terms"),
    [
        ("a", [(1, "a")]),
        ("-a", [(-1, "a")]),
        ("X", [(1, "X")]),
        (["a"], [(1, "a")]),
        (["a", "-b", "c"], [(1, "a"), (-1, "b"), (1, "c")]),
        (FactRef(((1, "a"),)), [(1, "a")]),
    ],
)
def test_a_fact_is_a_code_or_a_signed_sum_of_codes(raw, terms):
    assert Wide.model_validate({"count": raw}).count == FactRef(tuple(terms))
    assert Wide.model_validate({"perhaps": raw}).perhaps == FactRef(tuple(terms))


@pytest.mark.parametrize("raw", [5, None, True, [], "", "-", ["a", "-"], ["a", ""], ["a", 5], {"a": 1}, ("a",)])
def test_what_names_no_fact_is_refused(raw):
    with pytest.raises(ValidationError, match="Value error, fact "):
        Wide.model_validate({"count": raw})


@pytest.mark.parametrize("raw", [["a", "a"], ["a", "-a"], ["b", "a", "-b"]])
def test_a_fact_stands_in_a_sum_only_once(raw):
    with pytest.raises(ValidationError, match="Value error, fact-twice "):
        Wide.model_validate({"count": raw})


def test_settings_are_frozen_strict_and_know_no_other_keys():
    with pytest.raises(ValidationError, match="extra_forbidden"):
        Wide.model_validate({"unheard": 1})
    with pytest.raises(ValidationError, match="frozen"):
        Wide().number = F(1)


def test_a_setting_says_which_kinds_of_facts_it_takes():
    taken = {name: accepted_kinds(Wide, name) for name in Wide.model_fields}
    assert taken["count"] == taken["perhaps"] == NUMBERS | {"yes_no"}
    assert taken["answer"] == {"option", "yes_no"}
    assert taken["day"] == {"date"}
    assert {taken[name] for name in ("number", "percent", "share", "points", "change")} == {None}


def test_a_fact_in_json_schema_says_only_which_kinds_fit():
    class Asking(Settings):
        part: Fact
        when: DateFact

    told = Asking.model_json_schema()["properties"]
    assert told["part"] == {ASKED_KINDS: sorted(NUMBERS | {"yes_no"})}
    assert told["when"] == {ASKED_KINDS: ["date"]}


def test_a_setting_says_whose_answers_its_entries_are_for():
    settings = METHODS["options"].settings
    assert answers_of(settings, "points") == "fact"
    assert answers_of(settings, "fact") is None


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
