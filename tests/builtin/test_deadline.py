"""Points by day: on time, late, never."""

from datetime import date, timedelta
from fractions import Fraction as F
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cchc_score.methods import Rule
from cchc_score.testing.random_settings import days
from tests.builtin.laws import points, words
from tests.strategies import METHODS, examples, ref, rules

SETTINGS = METHODS["deadline"].settings
ONE_DAY = timedelta(1)
FIRST, SECOND = date(2023, 1, 15), date(2023, 1, 31)


def rule(*steps, late=F("0.25"), never=F(0)):
    raw = {"date": ref("done_on"), "steps": [{"by": day, "points": F(given)} for day, given in steps]}
    return Rule("1.1", F(2), SETTINGS.model_validate({**raw, "late": late, "never": never}))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2022, 12, 1), 2),
        (FIRST - ONE_DAY, 2),
        (FIRST, 2),
        (FIRST + ONE_DAY, 1),
        (SECOND, 1),
        (SECOND + ONE_DAY, F("0.25")),
        (None, 0),
    ],
)
def test_the_day_itself_is_on_time_the_next_is_late_and_never_is_never(day, expected):
    assert points(rule((FIRST, 2), (SECOND, 1)), "deadline", day) == expected


@pytest.mark.full
@examples(150)
@given(rules("deadline"))
def test_each_day_counts_to_its_end(one):
    steps = one.settings.steps
    following = [*(step.points for step in steps[1:]), one.settings.late]
    for step, after in zip(steps, following, strict=True):
        assert points(one, "deadline", step.by) == step.points
        assert points(one, "deadline", step.by + ONE_DAY) == after
    assert points(one, "deadline", steps[0].by - timedelta(1000)) == steps[0].points
    assert points(one, "deadline", steps[-1].by + timedelta(1000)) == one.settings.late
    assert points(one, "deadline", None) == one.settings.never


@examples(100)
@given(rules("deadline"), st.none() | days())
def test_points_are_among_those_written(one, day):
    written = [*(step.points for step in one.settings.steps), one.settings.late, one.settings.never]
    assert points(one, "deadline", day) in written


@examples(60)
@given(rules("deadline"))
def test_words_name_every_day_and_its_points(one):
    settings = one.settings
    both = words(one, "deadline", *(step.points for step in settings.steps), settings.late, settings.never)
    for text in both:
        assert all(f"{step.by:%d/%m/%Y}" in text for step in settings.steps)


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ([], "too_short"),
        ([(SECOND, 1), (FIRST, 2)], " steps-order "),
        ([(FIRST, 1), (FIRST, 2)], " steps-order "),
        ([(FIRST, -1)], " negative "),
    ],
)
def test_days_out_of_order_twice_or_none_at_all_are_refused(steps, code):
    with pytest.raises(ValidationError, match=code):
        rule(*steps)


def test_words_by_examples():
    assert words(rule((FIRST, 2), (SECOND, 1)), "deadline") == [
        "done_on: đến hết ngày 15/01/2023: 2 điểm; đến hết ngày 31/01/2023: 1 điểm; muộn hơn: 0,25 điểm; không có: 0 điểm",
        "done_on: by 15/01/2023: 2 points; by 31/01/2023: 1 point; later: 0.25 points; never: 0 points",
    ]


@given(rules("deadline"))
def test_points_change_only_after_the_days_that_are_limits(one):
    days = METHODS["deadline"].limits(one)["date"]
    assert days == tuple(step.by for step in one.settings.steps)
    for earlier, later in pairwise((days[0] - timedelta(days=9), *days, days[-1] + timedelta(days=9))):
        between = {points(one, "deadline", earlier + timedelta(days=n)) for n in range(1, (later - earlier).days + 1)}
        assert len(between) == 1
