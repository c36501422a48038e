"""Ranks, classes and printed indices, by exact comparison."""

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.engine.ranking import classify, compared_index, distinct_prints, rank
from cchc_score.model import ClassLimit, Ranking
from cchc_score.points import plain
from tests.strategies import examples

CLOSE = st.integers(0, 3).flatmap(
    lambda whole: st.integers(-3, 3).flatmap(
        lambda near: st.sampled_from([2, 3, 4, 5, 6, 9]).map(lambda power: whole + F(1, 2) + F(near, 10**power))
    )
)
INDICES = CLOSE | st.integers(0, 20).map(lambda tenths: F(tenths, 10)) | st.fractions(0, 3, max_denominator=30)
GROUPS = st.sampled_from(["xã", "phường"])


def listed(values=INDICES):
    return st.lists(st.tuples(st.none() | values, GROUPS), max_size=8)


@pytest.mark.parametrize(
    ("ties", "ranks"), [("standard", [1, 1, 3, 0, 4]), ("dense", [1, 1, 2, 0, 3]), ("list", [1, 2, 3, 0, 4])]
)
def test_the_shapes_of_ties(ties, ranks):
    assert rank([F(9), F(9), F(8), None, F(7)], [""] * 5, ties) == ranks


def test_each_group_begins_at_1():
    assert rank([F(5), F(9), F(7)], ["xã", "phường", "xã"], "standard") == [2, 1, 1]


@examples(150)
@given(listed(), st.sampled_from(["standard", "dense", "list"]))
def test_a_larger_value_has_a_smaller_rank_and_ranks_leave_no_group(drawn, ties):
    values, groups = [value for value, _ in drawn], [group for _, group in drawn]
    ranks = rank(values, groups, ties)
    for one, value in enumerate(values):
        assert (ranks[one] == 0) == (value is None)
        for other, second in enumerate(values):
            if groups[one] == groups[other] and value is not None and second is not None and value > second:
                assert ranks[one] < ranks[other]
    for group in set(groups):
        placed = sorted(place for place, own in zip(ranks, groups, strict=True) if own == group and place)
        if ties == "list":
            assert placed == list(range(1, len(placed) + 1))
        elif ties == "dense":
            assert sorted(set(placed)) == list(range(1, len(set(placed)) + 1))
        else:
            assert all(place == placed.index(place) + 1 for place in placed)


@pytest.mark.parametrize(
    ("compare", "index", "value"),
    [
        ("exact", F("81.335"), F("81.335")),
        ("published", F("81.335"), 8134),
        ("published", F("81.3349"), 8133),
    ],
)
def test_what_is_compared(compare, index, value):
    ranking = Ranking("none", compare, "standard", "low")
    assert compared_index(index, ranking, 2) == value
    assert compared_index(None, ranking, 2) is None


CLASSES = (
    ClassLimit("A", F(90), F(50), F(20)),
    ClassLimit("B", F(70), F(50)),
    ClassLimit("C", F(50)),
    ClassLimit("D", F(0)),
)


@pytest.mark.parametrize(
    ("index", "areas", "criteria", "place"),
    [
        ("90", ["50"], ["20"], 0),
        ("89.999999999", ["100"], ["100"], 1),
        ("95", ["50"], ["19.99"], 1),
        ("95", ["49.99"], ["100"], 2),
        ("49.99", ["100"], ["100"], 3),
        ("0", [], [], 3),
        ("120", [], [], 0),
    ],
)
def test_the_first_class_whose_limit_and_conditions_hold(index, areas, criteria, place):
    assert classify(F(index), [*map(F, areas)], [*map(F, criteria)], CLASSES) == place


def test_without_an_index_or_classes_there_is_no_class():
    assert classify(None, [], [], CLASSES) == -1
    assert classify(F(50), [], [], ()) == -1


def prints(values, limits=(), decimals=2, groups=None):
    groups = groups or [""] * len(values)
    return distinct_prints(values, rank(values, groups, "standard"), groups, limits, decimals)


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        (["81.333", "81.334", "70"], ["81.333", "81.334", "70.00"]),
        (["81.333", "81.333"], ["81.33", "81.33"]),
        (["100/3", "33.3333"], ["33.33333", "33.33330"]),
        (["100/3", "33.33333"], ["33.333333", "33.333330"]),
        (["1/3", "0.33333333"], ["1/3", "0.33333333"]),
    ],
)
def test_prints_of_different_ranks_are_kept_apart(values, texts):
    assert prints([*map(F, values)]) == texts


def test_a_print_stays_below_a_limit_that_is_not_reached():
    assert prints([F("89.999")], [F(90)]) == ["89.999"]
    assert prints([F("89.9999999")], [F(90)]) == ["89.9999999"]
    below, at = prints([F("89.999"), F("90")], [F(90)])
    assert (below, F(at)) == ("89.999", 90)
    assert prints([F("89.99")], [F(90)]) == ["89.99"]
    assert prints([F("89.999"), F("69.999")], [F(90), F(70), F(50)]) == ["89.999", "69.999"]


def test_a_limit_reached_or_far_above_takes_no_more_decimals():
    assert prints([F(90), F("70.123")], [F(90)]) == ["90.00", "70.12"]
    assert prints([F("89.99999999"), F(90)], [F(90)]) == ["89.99999999", "90.00"]


def test_equal_values_of_other_ranks_and_other_values_of_one_rank_are_printed_alike():
    assert distinct_prints([F("81.333"), F("81.333")], [1, 2], ["", ""], [], 2) == ["81.33", "81.33"]
    assert distinct_prints([F("81.333"), F("81.334")], [1, 1], ["", ""], [], 2) == ["81.33", "81.33"]


def test_equal_prints_of_other_groups_or_without_a_rank_stay_as_they_are():
    values = [F("81.333"), F("81.334")]
    assert distinct_prints(values, [1, 1], ["xã", "phường"], [], 2) == ["81.33", "81.33"]
    assert distinct_prints(values, [1, 0], ["", ""], [], 2) == ["81.33", "81.33"]
    assert distinct_prints([None], [0], [""], [], 2) == [None]


def test_what_keeps_two_apart_does_not_bring_others_together():
    texts = prints([F("80.002"), F("80.00499"), F("80.005"), F("80.009")])
    assert len({F(text) for text in texts}) == 4


def test_what_keeps_two_apart_does_not_reach_a_limit():
    texts = prints([F("79.6496"), F("79.6296")], [F("79.65")], decimals=1)
    assert len(set(texts)) == 2
    assert all(F(text) < F("79.65") for text in texts)


@examples(400)
@given(listed(), st.integers(0, 4))
def test_prints_are_equal_only_for_equal_values_or_ranks(drawn, decimals):
    values, groups = [value for value, _ in drawn], [group for _, group in drawn]
    ranks = rank(values, groups, "standard")
    texts = distinct_prints(values, ranks, groups, [], decimals)
    for one, text in enumerate(texts):
        assert (text is None) == (values[one] is None)
        for other in range(one):
            if groups[one] == groups[other] and ranks[one] != ranks[other] and text and texts[other]:
                assert (F(text) > F(texts[other])) == (values[one] > values[other])
                assert F(text) != F(texts[other])


@examples(300)
@given(
    listed(),
    st.lists(st.integers(0, 400).map(lambda hundredths: F(hundredths, 100)), max_size=3),
    st.integers(0, 4),
)
def test_no_print_reaches_a_limit_that_its_value_does_not_reach(drawn, limits, decimals):
    values, groups = [value for value, _ in drawn], [group for _, group in drawn]
    texts = distinct_prints(values, rank(values, groups, "standard"), groups, limits, decimals)
    for value, text in zip(values, texts, strict=True):
        for limit in limits:
            assert value is None or value >= limit or F(text) < limit


@examples(200)
@given(st.lists(INDICES, max_size=1), st.integers(0, 4))
def test_a_unit_alone_is_printed_with_the_decimals_of_the_scheme(values, decimals):
    assert prints(values, decimals=decimals) == [plain(value, decimals) for value in values]
