"""Points by number, from 0 to the maximum."""

from fractions import Fraction as F

import pytest
from hypothesis import given

from cchc_score.methods import Rule
from tests.builtin.laws import better_of, points, words
from tests.strategies import METHODS, amounts, examples, ref, rules


def rule(each, start=None):
    raw = {"count": ref("n1"), "each": F(each)} | ({} if start is None else {"start": F(start)})
    return Rule("1.1", F(3), METHODS["count"].settings.model_validate(raw))


@pytest.mark.parametrize(("number", "expected"), [(0, 0), (1, F("0.5")), (5, F("2.5")), (6, 3), (7, 3), (10**15, 3)])
def test_so_much_for_each_up_to_the_maximum(number, expected):
    assert points(rule("0.5"), "count", F(number)) == expected


@pytest.mark.parametrize(("number", "expected"), [(0, 3), (1, F("2.5")), (6, 0), (7, 0), (10**15, 0)])
def test_so_much_off_for_each_missing_one_down_to_0(number, expected):
    assert points(rule("-0.5", 3), "count", F(number)) == expected


@examples(120)
@given(rules("count"), amounts())
def test_points_are_start_plus_each_times_count_where_that_is_within_the_range(one, number):
    free = one.settings.start + one.settings.each * number
    given_points = points(one, "count", number)
    if 0 <= free <= one.max_points:
        assert given_points == free
    else:
        assert given_points == (0 if free < 0 else one.max_points)


@pytest.mark.parametrize(("each", "way"), [("0.5", "more"), ("0", "less"), ("-0.5", "less")])
def test_more_is_better_where_each_one_gives_points_and_less_where_it_takes_some(each, way):
    assert better_of(rule(each, 3), "count") == {"count": way}


@examples(60)
@given(rules("count"))
def test_words_name_the_maximum_and_what_each_one_gives_or_takes(one):
    words(one, "count", one.max_points, abs(one.settings.each))
    if one.settings.start:
        words(one, "count", one.settings.start)


@pytest.mark.parametrize(
    ("each", "start", "vi", "en"),
    [
        ("0.5", None, "mỗi đơn vị tính được 0,5 điểm, tối đa 3 điểm", "0.5 points x n1"),
        ("1", None, "mỗi đơn vị tính được 1 điểm, tối đa 3 điểm", "1 point x n1"),
        ("0.5", 1, "1 điểm, mỗi đơn vị tính thêm 0,5 điểm, từ 0 đến 3 điểm", "1 point + 0.5 points x n1"),
        ("-0.5", 3, "3 điểm, mỗi đơn vị tính trừ 0,5 điểm, từ 0 đến 3 điểm", "3 points - 0.5 points x n1"),
        ("-0.5", None, "0 điểm, mỗi đơn vị tính trừ 0,5 điểm, từ 0 đến 3 điểm", "0 points - 0.5 points x n1"),
        ("0", None, "mỗi đơn vị tính được 0 điểm, tối đa 3 điểm", "0 points x n1"),
        ("0", 1, "1 điểm, mỗi đơn vị tính thêm 0 điểm, từ 0 đến 3 điểm", "1 point + 0 points x n1"),
    ],
)
def test_words_by_examples(each, start, vi, en):
    assert words(rule(each, start), "count") == [f"n1: {vi}", f"{en}; from 0 to 3 points"]


@examples(60)
@given(rules("count"))
def test_beyond_the_limit_nothing_changes(one):
    limits = METHODS["count"].limits(one)["count"]
    start, each = one.settings.start, one.settings.each
    if not each:
        assert limits == ()
        return
    (limit,) = limits
    assert start + each * limit == (one.max_points if each > 0 else 0)
    assert points(one, "count", limit) == points(one, "count", limit + 7)
