"""Settings of a method: what their numbers and facts accept, and what their marks say."""

from decimal import Decimal
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cchc_score.model import NUMBERS, FactRef
from cchc_score.schemes.point_checks import find_points
from cchc_score.setting_types import (
    ASKED_KINDS,
    DateFact,
    Fact,
    FactList,
    FactPoints,
    Number,
    OptionFact,
    Percent,
    PointChange,
    PointsFrom0,
    PointsSigned,
    PointValue,
    Settings,
    Share,
    accepted_kinds,
    answers_of,
    each_fact,
    exact,
)
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
        ({"a": 1, "b": -2}, [(1, "a"), (-2, "b")]),
        ({"a": Decimal("0.25")}, [(F(1, 4), "a")]),
        (FactRef(((1, "a"),)), [(1, "a")]),
    ],
)
def test_a_fact_is_a_code_or_a_sum_of_codes_with_signs_or_coefficients(raw, terms):
    assert Wide.model_validate({"count": raw}).count == FactRef(tuple(terms))
    assert Wide.model_validate({"perhaps": raw}).perhaps == FactRef(tuple(terms))


@pytest.mark.parametrize(
    "raw", [5, None, True, [], "", "-", ["a", "-"], ["a", ""], ["a", 5], {}, {"": 1}, {"-": 1}, ("a",)]
)
def test_what_names_no_fact_is_refused(raw):
    with pytest.raises(ValidationError, match="Value error, fact "):
        Wide.model_validate({"count": raw})


@pytest.mark.parametrize("raw", [["a", "a"], ["a", "-a"], ["b", "a", "-b"]])
def test_a_fact_stands_in_a_sum_only_once(raw):
    with pytest.raises(ValidationError, match="Value error, fact-twice "):
        Wide.model_validate({"count": raw})


class Several(Settings):
    """Facts in a list, facts with points, and pairs."""

    of: FactList = ("n1",)
    off: FactPoints = {}
    pairs: tuple[tuple[Number, PointsFrom0], ...] = ()
    ends: list[tuple[int, bool]] = []


def test_a_list_of_facts_is_kept_in_its_order():
    assert Several.model_validate({"of": ["n2", "n1"]}).of == Several(of=("n2", "n1")).of == ("n2", "n1")
    assert each_fact(Several, "of") == each_fact(Several, "off") == NUMBERS
    assert accepted_kinds(Several, "of") is None


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("n1", "value-list"),
        ({"n1": 1}, "value-list"),
        (None, "value-list"),
        ([], "value-empty"),
        (["n1", 5], "fact"),
        (["n1", ""], "fact"),
        ([["n1"]], "fact"),
        (["n1", "n2", "n1"], "fact-twice"),
    ],
)
def test_what_is_no_list_of_different_facts_is_refused(raw, code):
    with pytest.raises(ValidationError, match=rf"Value error, {code} "):
        Several.model_validate({"of": raw})


def test_points_stand_in_tables_and_pairs_too():
    one = Several.model_validate({"off": {"n1": Decimal("0.5")}, "pairs": [[80, 1], [90, Decimal("2.5")]]})
    assert one.pairs == ((80, 1), (90, F(5, 2)))
    assert type(one.off["n1"]) is type(one.pairs[1][1]) is PointValue
    assert [(path, value) for path, value in find_points(one, ())] == [
        (("off", "n1"), F(1, 2)), (("pairs", "0", "1"), 1), (("pairs", "1", "1"), F(5, 2)),
    ]  # fmt: skip


def test_tuples_are_made_of_lists_and_what_is_in_them_stays_strict():
    assert Several.model_validate({"ends": [[1, True], (2, False)]}).ends == [(1, True), (2, False)]
    for wrong in ([["1", True]], [[1, 1]], [[1]], [[1, True, 2]], ["ab"], [{"a": 1}]):
        with pytest.raises(ValidationError):
            Several.model_validate({"ends": wrong})


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
