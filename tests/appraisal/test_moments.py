"""Days and hours: one order, and words that lead back to them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.appraisal.moments import day_of, is_by, moment_of, moment_words, start_of

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
MOMENTS = DAYS | st.datetimes(datetime(2020, 1, 1), datetime(2030, 12, 31)).map(lambda one: one.replace(microsecond=0))


@given(MOMENTS)
def test_a_moment_comes_back_from_its_text(moment):
    assert moment_of(moment.isoformat()) == moment
    assert type(moment_of(moment.isoformat())) is type(moment)


@pytest.mark.parametrize("text", ["2023", "2023-13-01", "2023-12-01T17:00:00+07:00"])
def test_what_is_no_moment_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        moment_of(text)


@given(MOMENTS, MOMENTS)
def test_of_two_moments_one_is_by_the_other(one, other):
    assert is_by(one, other) or is_by(other, one)
    assert is_by(one, one)
    if day_of(one) < day_of(other):
        assert is_by(one, other)
        assert not is_by(other, one)
        assert start_of(one) < start_of(other)


def test_the_hour_decides_where_both_have_one():
    closing = datetime(2023, 12, 15, 17)
    assert is_by(closing, closing)
    assert not is_by(datetime(2023, 12, 15, 17, 0, 1), closing)
    # A paper of the last day that bears no hour: nobody can say that it came too late.
    assert is_by(date(2023, 12, 15), closing)
    assert is_by(datetime(2023, 12, 15, 23, 59), date(2023, 12, 15))


def test_words():
    assert moment_words(date(2023, 12, 15)) == "15/12/2023"
    assert moment_words(datetime(2023, 12, 15, 17)) == "17:00 15/12/2023"
    assert moment_words(datetime(2023, 12, 15, 17, 0, 1)) == "17:00:01 15/12/2023"
