"""The days of the phases."""

from datetime import date

import pytest

from cchc_score.appraisal.appraisal_model import OPEN, Phases, Window
from cchc_score.appraisal.timeliness import in_time

FIRST, LAST = date(2023, 12, 1), date(2023, 12, 31)


@pytest.mark.parametrize(
    ("window", "day", "inside"),
    [
        (Window(FIRST, LAST), FIRST, True),
        (Window(FIRST, LAST), LAST, True),
        (Window(FIRST, LAST), date(2023, 11, 30), False),
        (Window(FIRST, LAST), date(2024, 1, 1), False),
        (Window(None, LAST), date.min, True),
        (Window(FIRST, None), date.max, True),
        (Window(), FIRST, True),
    ],
)
def test_both_ends_of_a_phase_belong_to_it(window, day, inside):
    assert in_time(day, window) is inside


def test_each_round_has_its_own_days_and_a_year_without_deadlines_any_round():
    one = Phases(appraisal=(Window(FIRST), Window(LAST)), explanation=(Window(LAST),))
    assert [one.appraised_in(round) for round in (1, 2, 3)] == [Window(FIRST), Window(LAST), None]
    assert [one.explained_in(round) for round in (1, 2)] == [Window(LAST), None]
    assert (OPEN.appraised_in(7), OPEN.explained_in(7)) == (Window(), Window())
