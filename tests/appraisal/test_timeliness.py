"""Whether something is in time: ends belong to a phase, hours count where they are known, more time is for one unit."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given

from cchc_score.appraisal.appraisal_model import Window
from cchc_score.appraisal.timeliness import as_exact, has_begun, in_time, is_over
from tests.appraisal.test_moments import MOMENTS

WINDOW = Window(datetime(2023, 12, 1, 8), datetime(2023, 12, 15, 17))


@pytest.mark.parametrize(
    ("moment", "inside"),
    [
        (datetime(2023, 12, 1, 7, 59), False),
        (datetime(2023, 12, 1, 8), True),
        (datetime(2023, 12, 15, 17), True),
        (datetime(2023, 12, 15, 17, 1), False),
        (date(2023, 12, 1), True),
        (date(2023, 12, 15), True),
        (date(2023, 12, 16), False),
        (None, True),
    ],
)
def test_a_phase_with_hours(moment, inside):
    assert in_time(moment, WINDOW) is inside


def test_more_time_may_have_an_hour_and_never_opens_a_phase_earlier():
    late = datetime(2023, 12, 18, 11, 30)
    assert in_time(late, WINDOW, datetime(2023, 12, 18, 12))
    assert not in_time(late, WINDOW, datetime(2023, 12, 18, 11))
    assert in_time(late, WINDOW, date(2023, 12, 18))
    assert not in_time(date(2023, 11, 30), WINDOW, date(2023, 12, 18))


@pytest.mark.full
@given(MOMENTS, MOMENTS, MOMENTS)
def test_a_moment_is_before_within_or_after_a_phase(first, last, moment):
    window = Window(first, last)
    assert in_time(moment, window) == (has_begun(window, moment) and not is_over(window, moment))
    # More time takes nothing away.
    assert in_time(moment, window, moment + timedelta(days=1)) >= in_time(moment, window)
    assert not has_begun(Window(), moment)
    assert not is_over(Window(), moment)


def test_a_moment_is_kept_as_exactly_as_a_phase_asks():
    now = datetime(2023, 12, 15, 16, 30)
    assert as_exact(now, WINDOW) == now
    assert as_exact(now, Window(date(2023, 12, 1))) == date(2023, 12, 15)
